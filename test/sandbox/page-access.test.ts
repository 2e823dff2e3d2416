import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { findChromium, launchChromium } from '../helpers/chromium.ts';
import { bookedCard, bookForm } from './page-cards.ts';
import { controls, type Loose, openApi } from './start.ts';

const path = findChromium();

interface View {
  english?: boolean;
  dark?: boolean;
  width?: number;
}

describe.skipIf(!path)(path ? 'access to the page' : 'access to the page: skipped, no Chromium found', { timeout: 180_000 }, () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let world: Loose;
  let group: Loose;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await launchChromium(path!);
    const control = controls(sandbox);
    world = await control.world();
    [group] = world.chats;
    const [wei, na] = world.people;
    const api = await openApi(sandbox);
    const say = (as: Loose, text: string) => control.post('/messages', { as: as.open_id, chat_id: group.chat_id, text });
    const sendCard = (card: object) =>
      api.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
        receive_id: group.chat_id,
        msg_type: 'interactive',
        content: JSON.stringify(card),
      });
    await say(wei, '@会议助手 明天下午3点 周会');
    await say(na, '@张伟 好的');
    const applied = await api.call('POST', '/vc/v1/reserves/apply', {
      end_time: String(Math.floor(Date.now() / 1000) + 7200),
      owner_id: wei.open_id,
      meeting_settings: { topic: '周会', password: '971024' },
    });
    const { id, meeting_no } = applied.body.data.reserve;
    await sendCard(bookedCard(id, wei.open_id));
    await sendCard(bookForm());
    await control.post('/meetings/join', { as: na.open_id, reserve_id: id });
    expect(meeting_no).toMatch(/^\d{9}$/);
  }, 180_000);
  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  async function open({ english, dark, width }: View = {}, chatId: string | null = group.chat_id): Promise<Page> {
    const as = world.people[english ? 4 : 0].open_id;
    const context = await browser.newContext({
      viewport: { width: width ?? 1280, height: 800 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${sandbox.url}/?as=${as}${chatId ? `&chat=${chatId}` : ''}`);
    await page.locator('.message-list:visible, .chat-row:visible').first().waitFor();
    return page;
  }

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source);
    const found: Loose = await page.evaluate(
      'axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    return found.violations.map(
      (one: Loose) =>
        `${one.impact} ${one.id}: ${one.nodes.map((node: Loose) => `${node.html.slice(0, 140)} ${(node.any[0]?.message ?? '').slice(0, 120)}`).join(' | ')}`,
    );
  };

  const STATES: [string, View, (page: Page) => Promise<unknown>][] = [
    ['a conversation with cards', {}, async () => {}],
    ['a conversation with cards, in English and dark', { english: true, dark: true }, async () => {}],
    ['the mention picker', {}, (page) => page.getByTestId('composer-input').pressSequentially('@')],
    ['the emoji panel', { english: true }, (page) => page.getByTestId('emoji-button').click()],
    ['the menu of people', { dark: true }, (page) => page.getByTestId('me').click()],
    ['a new group', {}, (page) => page.getByTestId('new-group').click()],
    ['the list of meetings', {}, (page) => page.getByTestId('rail-meetings').click()],
    [
      'a meeting before joining',
      { dark: true },
      async (page) => {
        await page.getByTestId('rail-meetings').click();
        await page.getByTestId('meeting-row').first().click();
      },
    ],
    ['the platform log', {}, (page) => page.getByTestId('rail-log').click()],
    [
      'the console',
      { english: true },
      async (page) => {
        await page.getByTestId('rail-log').click();
        await page.getByRole('tab').last().click();
      },
    ],
    ['a phone', { width: 390 }, async () => {}],
  ];

  it.each(STATES)('has nothing that axe objects to: %s', async (_name, view, act) => {
    const page = await open(view);
    await act(page);
    expect(await violations(page)).toEqual([]);
  });

  it('gives fields of a form the name of their label', async () => {
    const page = await open();
    const card = page.getByTestId('card').last();
    for (const name of ['主题', '密码']) await card.getByLabel(name, { exact: false }).first().waitFor();
    const nameless = await card
      .locator('input, textarea, select, [role="combobox"]')
      .evaluateAll(
        (fields) =>
          fields.filter(
            (field) =>
              !(
                (field as unknown as { labels: unknown[] }).labels?.length ||
                (field as unknown as Loose).getAttribute('aria-label') ||
                (field as unknown as Loose).getAttribute('aria-labelledby')
              ),
          ).length,
      );
    expect(nameless).toBe(0);
  });

  it('has buttons of at least 40 px on a phone', async () => {
    for (const page of [await open({ width: 390 }), await open({ width: 390 }, null)]) {
      const low = await page.evaluate(`[...document.querySelectorAll('button, [role=button]')]
        .filter((one) => one.checkVisibility() && !one.closest('.bubble-text'))
        .filter((one) => one.getBoundingClientRect().height < 39.5)
        .map((one) => one.getBoundingClientRect().height + ' ' + one.outerHTML.slice(0, 100))`);
      expect(low).toEqual([]);
    }
  });

  it('cuts no suggestion at 1200 px in English, and its thin scrollbars shift nothing', async () => {
    const page = await open({ english: true, width: 1200 });
    const cut = await page.evaluate(`[...document.querySelectorAll('#chips .chip')]
      .filter((chip) => chip.scrollWidth > chip.clientWidth || chip.getBoundingClientRect().right > document.querySelector('#window').getBoundingClientRect().right)
      .map((chip) => chip.textContent)`);
    expect(cut).toEqual([]);
    const bars = await page.evaluate(`['.messages', '.chat-list'].map((one) => {
      const style = getComputedStyle(document.querySelector(one));
      return [style.scrollbarWidth, style.scrollbarGutter];
    })`);
    expect(bars).toEqual([
      ['thin', 'stable'],
      ['thin', 'stable'],
    ]);
  });
});
