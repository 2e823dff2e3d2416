/** Ten minutes of somebody who has just found it: in a real browser, with the real bot behind, from the first look to dark mode. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../helpers/chromium.ts';
import { Line, type Person } from '../helpers/line.ts';
import { difference, missingFont } from '../helpers/same-picture.ts';
import { thorough } from '../helpers/thorough.ts';

const path = findChromium();
const AT_ONCE = { timeout: 20_000 };
const MINUTE = 60_000;
const PICTURES = join(import.meta.dirname, 'ten-minutes');

/** Letters are drawn a little differently by other versions of the browser; a card that is broken is far more off than that. */
const SAME = { size: 6, part: 0.04 };

describe.skipIf(!path)(path ? "a person's ten minutes" : "a person's ten minutes: skipped, no Chromium found", { timeout: 60_000 }, () => {
  let line: Line;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let wei: Person;
  let na: Person;
  let group: string;

  beforeAll(async () => {
    line = await Line.start({ remind: 10 });
    browser = await launchChromium(path!);
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai' });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    [wei, na] = [line.person('张伟'), line.person('李娜')];
    group = line.group(wei, na);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await line?.stop();
  });

  const cards = (has = ''): Locator => page.getByTestId('card').filter({ hasText: has });
  /** What tells of a meeting with that name: its card, not what only mentions it. */
  const booked = (topic: string): Locator => cards(topic).filter({ hasText: '会议号' });
  const composer = (): Locator => page.getByTestId('composer-input');
  const says = (element: Locator): ReturnType<typeof expect.poll> =>
    expect.poll(async () => (await element.allInnerTexts()).at(-1) ?? '', AT_ONCE);

  async function goTo(as: Person, chat: string): Promise<void> {
    await page.goto(`${line.sandbox.url}/?as=${as.open_id}&chat=${chat}`);
    await page.locator('.message-list').waitFor({ state: 'attached' });
  }

  async function say(text: string): Promise<void> {
    await composer().fill(text);
    await page.getByTestId('send').click();
    await expect.poll(() => composer().inputValue(), AT_ONCE).toBe('');
    await line.settle();
  }

  async function tap(card: Locator, name: string): Promise<void> {
    await card.getByRole('button', { name, exact: true }).last().click();
    await line.settle();
    // A card is drawn once a second at most.
    await line.advance(1500);
    await line.settle();
  }

  /** Looked at pixel by pixel in the long proofs, where the font of the references is. */
  async function looks(element: Locator, name: string): Promise<void> {
    await element.waitFor();
    if (!thorough || missingFont() !== null) return;
    const { size, part } = await difference(page, element, join(PICTURES, `${name}.png`));
    expect(size, `${name}: size`).toBeLessThanOrEqual(SAME.size);
    expect(part, `${name}: pixels`).toBeLessThanOrEqual(SAME.part);
  }

  it('begins with a first look, and books in one sentence', async () => {
    await goTo(wei, line.direct(wei));
    expect(await composer().getAttribute('placeholder')).toContain('明天');
    await say('明天下午3点到4点半 周会');
    const card = booked('周会').last();
    await says(card).toContain('11月21日');
    await says(card).toContain('15:00');
    expect(await card.getByRole('button', { name: '加入会议', exact: true }).count()).toBe(1);
    await looks(card, 'booked');
  });

  it('corrects it, and books once', async () => {
    await say('不对，是4点');
    await says(booked('周会')).toContain('16:00');
    expect((await line.reserves()).filter((one) => one.topic === '周会' && !one.deleted)).toHaveLength(1);
  });

  it('is asked where it may not be meant, and one tap does it', async () => {
    await say('后天下午2点 评审，行吗？');
    const question = cards('评审').last();
    await question.getByRole('button', { name: '约', exact: true }).waitFor();
    expect((await line.reserves()).some((one) => one.topic === '评审')).toBe(false);
    await tap(question, '约');
    await says(cards('评审')).toContain('会议号');
  });

  it('fills in a form, is told beside the field what is wrong, and books', async () => {
    await say('约会议');
    const form = page.getByTestId('card').last();
    await form.getByLabel('主题').fill('预算会');
    await form.locator('[data-name^="start"]').fill('2026-11-19T09:30');
    await tap(form, '预约');
    await says(form).toContain('已经过了');
    await form.locator('[data-name^="start"]').fill('2026-11-24T09:30');
    await tap(form, '预约');
    await says(cards('预算会')).toContain('11月24日');
  });

  it('changes and cancels: a question first, then grey', async () => {
    await say('预算会改到后天上午10点');
    await says(booked('预算会').first()).toContain('11月22日');
    // Until then it is a booking that is taken back.
    await line.advance(6 * MINUTE);
    await line.settle();
    const card = booked('评审').last();
    await tap(card, '取消会议');
    await tap(card, '不开了');
    await says(cards('评审')).toContain('已取消');
    expect((await line.reserves()).find((one) => one.topic === '评审')?.deleted).toBe(true);
  });

  it('speaks English to who writes English', async () => {
    const james = line.person('Haruka Sato');
    await goTo(james, line.direct(james));
    await say('tomorrow 3pm to 4:30pm design review, record it');
    const card = cards('design review').last();
    await says(card).toContain('Meeting ID');
    await card.getByRole('button', { name: 'Join', exact: true }).waitFor();
    await looks(card, 'booked-en');
  });

  it('holds a meeting of three in a group, and the card follows', async () => {
    await goTo(wei, group);
    await say(`@${line.world.app.name} 现在开会 三人会`);
    const card = cards('三人会').last();
    await tap(card, '加入会议');
    await page.getByTestId('meeting-leave').waitFor();
    for (const name of ['李娜', '王芳']) {
      await page.getByRole('button', { name: `让${name}入会` }).click();
      await line.settle();
      await line.advance(2000);
      await line.settle();
    }
    await says(card).toContain('3 人在会上');
    await says(card).toContain('进行中');
    await looks(card, 'live');
    await page.getByTestId('meeting-end').click();
    await line.settle();
    for (const ms of [25_000, 2000]) {
      await line.advance(ms);
      await line.settle();
    }
    await says(cards('三人会').first()).toContain('已结束');
    await page.keyboard.press('Escape');
  });

  it('is reminded when the clock is turned', async () => {
    await say(`@${line.world.app.name} 今天下午3点 发布会`);
    await page.getByTestId('rail-log').click();
    await page.getByRole('tab', { name: '控制台' }).click();
    const start = Date.parse('2026-11-20T15:00:00+08:00');
    await line.advance(start - 15 * MINUTE - line.clock.now());
    await line.settle();
    await page.getByTestId('plus_ten').click();
    await expect.poll(() => line.clock.now(), AT_ONCE).toBeGreaterThanOrEqual(start - 5 * MINUTE);
    await line.settle();
    const reminder = cards('发布会').filter({ has: page.getByRole('button', { name: '晚点再提醒' }) });
    await says(reminder).toContain('15:00 开始');
    await say(`@${line.world.app.name} 晚点再提醒`);
    await says(page.getByTestId('card')).toContain('再提醒你');
  });

  it('has a series with its own card', async () => {
    await say(`@${line.world.app.name} 每周一上午10点 例会`);
    const card = cards('每周一 10:00').last();
    await says(card).toContain('会议号');
    await looks(card, 'series');
    await tap(card, '跳过这次');
    await says(card).not.toContain('11月23日');
    await say(`@${line.world.app.name} 例会整个系列停掉`);
    await says(cards('每周一 10:00').first()).toContain('已停');
  });

  it('is told the truth when the platform fails', async () => {
    await page.getByRole('tab', { name: '控制台' }).click();
    await page.getByTestId('preset-lost_answer').click();
    await say(`@${line.world.app.name} 后天上午9点 对账`);
    await line.settle();
    const answer = page.getByTestId('card').last();
    await says(answer).toContain('再约一次');
  });

  it('stays the same in the dark and on a phone', async () => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await goTo(wei, line.direct(wei));
    const card = booked('周会').last();
    await says(card).toContain('16:00');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await looks(card, 'phone-dark');
  });

  it.skipIf(!thorough || missingFont() === null)(`pictures: skipped, ${missingFont()}`, () => {});
});
