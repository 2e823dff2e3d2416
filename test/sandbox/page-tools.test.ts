import { request } from 'node:https';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { findChromium, launchChromium } from '../helpers/chromium.ts';
import { type Api, type Controls, controls, type Loose, openApi, startSandbox } from './start.ts';

const path = findChromium();
const AT_ONCE = { timeout: 20_000 };
const until = (read: () => unknown): ReturnType<typeof expect.poll> => expect.poll(read, AT_ONCE);

describe.skipIf(!path)(path ? 'what the page shows of the platform' : 'the platform on the page: skipped, no Chromium found', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let context: BrowserContext;
  let control: Controls;
  let api: Api;
  let world: Loose;

  const named = (enName: string): Loose => world.people.find((person: Loose) => person.en_name === enName);
  const chatOf = (enName: string): Loose => world.chats.find((chat: Loose) => chat.en_name === enName);

  beforeAll(async () => {
    sandbox = await startSandbox({ accounts: { pollSeconds: 0 } });
    browser = await launchChromium(path!);
    control = controls(sandbox);
    api = await openApi(sandbox);
    world = await control.world();
  }, 180_000);
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  async function open(address: string): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    await page.goto(`${sandbox.url}/${address}`);
    await page.locator('.message-list').waitFor({ state: 'attached' });
    return page;
  }

  const openAs = (enName: string, more = ''): Promise<Page> => open(`?as=${named(enName).open_id}${more}`);

  const reserve = async (topic: string): Promise<string> => {
    const applied = await api.call('POST', '/vc/v1/reserves/apply', {
      end_time: String(Math.floor(sandbox.now() / 1000) + 7200),
      owner_id: named('Zhang Wei').open_id,
      meeting_settings: { topic },
    });
    return applied.body.data.reserve.id;
  };

  it('opens a scene of another sandbox by the names in its link, and keeps its own in the address', async () => {
    const page = await open('?as=ou_0&chat=oc_0#scene=Li+Na&in=Requests&log=controls');
    await until(() => page.locator('.chats-me').innerText()).toBe('李娜');
    expect(await page.locator('#window-head h2').innerText()).toBe('需求池');
    await page.getByTestId('plus_day').waitFor();
    expect(await page.locator('#banner').innerText()).not.toContain('已经不在了');
    await page.getByRole('tab', { name: '接口调用' }).click();
    await page.locator('.chat-row[data-mode="p2p"]').click();
    await until(() => new URL(page.url()).hash).toBe('#scene=Li+Na&in=bot&log=calls');
    await page.goBack();
    await until(() => new URL(page.url()).hash).toBe('#scene=Li+Na&in=Requests&log=calls');
  });

  it('says in the log who did what, and finds it again', async () => {
    const [wei, group] = [named('Zhang Wei'), chatOf('Product')];
    await control.post('/messages', { as: wei.open_id, chat_id: group.chat_id, text: '@会议助手 明天 9 点 评审' });
    await reserve('预算会');
    await api.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
      receive_id: group.chat_id,
      msg_type: 'interactive',
      content: JSON.stringify({
        schema: '2.0',
        header: { title: { tag: 'plain_text', content: '已约好' } },
        body: { elements: [{ tag: 'hr' }] },
      }),
    });
    const page = await openAs('Zhang Wei', '#log=deliveries');
    const lines = (kind: string) => page.getByTestId(kind).locator('.log-said').allInnerTexts();
    await until(() => lines('delivery')).toContain('张伟：@会议助手 明天 9 点 评审');
    await page.getByRole('tab', { name: '接口调用' }).click();
    await until(() => lines('call')).toEqual(expect.arrayContaining(['产品周会：已约好', '张伟：预算会']));
    await page.getByTestId('log-filter').fill('预算会 apply');
    await until(() => lines('call')).toEqual(['张伟：预算会']);
    await page.getByTestId('log-filter').fill('没有的');
    await until(() => page.locator('#log .empty').innerText()).toBe('没有匹配的记录');
  });

  it('puts what goes wrong in life on in one click, and takes it off', async () => {
    const page = await openAs('Zhang Wei', '#log=controls');
    await page.getByTestId('preset-lost_answer').click();
    await until(async () => (await control.world()).faults.api).toMatchObject([{ mode: 'lost', times: 1 }]);
    await page.getByTestId('preset-deaf').click();
    await until(() => page.locator('.fault-list').innerText()).toContain('mute true');
    await page.getByRole('button', { name: '全部清除' }).click();
    await until(async () => (await control.world()).faults.connection).toEqual({});
  });

  it('fills a circle beside one’s own message as others see it, and tells who has', async () => {
    const [wei, design] = [named('Li Na'), chatOf('Design')];
    await control.post('/messages', { as: wei.open_id, chat_id: design.chat_id, text: '新稿在这里' });
    const page = await openAs('Li Na', `&chat=${design.chat_id}`);
    const mark = page.getByTestId('read-mark').last();
    await until(() => mark.getAttribute('aria-label')).toBe('2 人未读');
    await control.post(`/chats/${design.chat_id}/read`, { as: named('Wang Fang').open_id });
    await until(() => mark.getAttribute('aria-label')).toBe('1 人未读');
    await mark.click();
    const readers = page.getByTestId('readers');
    await until(() => readers.innerText()).toMatch(/已读 1\s+王芳\s+未读 1\s+佐藤遥/);
    await page.keyboard.press('Escape');
    const other = await context.newPage();
    await other.goto(`${sandbox.url}/?as=${named('Haruka Sato').open_id}&chat=${design.chat_id}`);
    await until(() => mark.getAttribute('aria-label')).toBe('全部已读');
    expect(await other.getByTestId('read-mark').count()).toBe(0);
  });

  it('hands on its world as a file, and opens one', async () => {
    const page = await openAs('Zhang Wei', '#log=controls');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('scene-save').click()]);
    await control.post('/chats', { as: named('Zhang Wei').open_id, name: '后来的群', members: [] });
    const late = page.locator('.chat-row', { hasText: '后来的群' });
    await until(() => late.count()).toBe(1);
    await page.getByTestId('scene-open').setInputFiles((await file.path())!);
    await until(() => late.count()).toBe(0);
  });

  it('turns the clock by ten minutes, and lets it run fast', async () => {
    const page = await openAs('Zhang Wei', '#log=controls');
    const before = sandbox.now();
    await page.getByTestId('plus_ten').click();
    await until(() => sandbox.now() - before).toBeGreaterThanOrEqual(600_000);
    const fast = page.getByRole('switch', { name: /快进/ });
    await fast.click();
    await until(async () => (await control.world()).factor).toBe(60);
    await until(() => fast.isChecked()).toBe(true);
    await fast.click();
    await until(async () => (await control.world()).factor).toBe(1);
  });

  it('marks who is of another company', async () => {
    const partners = chatOf('Partners');
    await control.post('/messages', { as: named('Ming Zhou').open_id, chat_id: partners.chat_id, text: '大家好' });
    const page = await openAs('Zhang Wei', `&chat=${partners.chat_id}`);
    const row = (enName: string) => page.locator(`[data-chat="${chatOf(enName).chat_id}"] .badge-external`);
    expect([await row('Partners').count(), await row('Product').count()]).toEqual([1, 0]);
    await until(() => page.locator('.message-head .badge-external').allInnerTexts()).toEqual(['外部']);
    await page.getByTestId('members-button').click();
    expect(await page.getByTestId('members').locator('.member-row', { hasText: '外部' }).allInnerTexts()).toEqual([
      expect.stringContaining('周明'),
    ]);
    expect(await page.getByTestId('members').locator('.member-row', { hasText: '群主' }).count()).toBe(1);
  });

  it('asks whoever scanned a code what an app may, and tells the app what was answered', async () => {
    const { host, certificate } = sandbox.accounts!;
    const ask = (form: Record<string, string>): Promise<Loose> =>
      new Promise((resolve, reject) => {
        const url = `https://${host}/oauth/v1/app/registration`;
        const sent = request(url, { method: 'POST', ca: certificate }, async (answer) =>
          resolve(JSON.parse(Buffer.concat(await answer.toArray()).toString())),
        );
        sent.once('error', reject).end(new URLSearchParams(form).toString());
      });
    const asks = { preset: false, scopes: { tenant: ['vc:reserve'] }, callbacks: { items: ['card.action.trigger'] } };
    const addons = gzipSync(JSON.stringify(asks)).toString('base64url');
    context = await browser.newContext();
    const page = await context.newPage();
    const shown = page.getByTestId('register');
    for (const [button, says, told] of [
      ['register_decline', '什么都没有创建', { error: 'access_denied' }],
      ['register_confirm', '回到终端继续', { client_id: sandbox.appId, client_secret: sandbox.appSecret }],
    ] as const) {
      const { verification_uri_complete: link, device_code } = await ask({ action: 'begin' });
      await page.goto(`${link}&lang=zh_cn&addons=${addons}`);
      await until(() => shown.innerText()).toMatch(/创建一个应用[\s\S]*vc:reserve[\s\S]*card\.action\.trigger/);
      await page.getByTestId(button).click();
      await until(() => shown.innerText()).toContain(says);
      expect(await ask({ action: 'poll', device_code })).toMatchObject(told);
    }
  });

  it('sends others into a meeting and out of it', async () => {
    await reserve('三人会');
    const page = await openAs('Zhang Wei', '#meetings');
    await page.getByTestId('meeting-row').filter({ hasText: '三人会' }).click();
    for (const name of ['李娜', '王芳']) await page.getByRole('button', { name: `让${name}入会` }).click();
    const inside = () => page.locator('[data-testid="participant"][data-status="in_meeting"]').count();
    await until(inside).toBe(2);
    await page.getByTestId('meeting-join').click();
    await until(inside).toBe(3);
    await page.getByRole('button', { name: '让李娜离开' }).click();
    await until(inside).toBe(2);
  });
});
