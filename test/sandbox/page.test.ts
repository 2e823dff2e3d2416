import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readRecorded } from '../../src/cli/recorded.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { findChromium, launchChromium } from '../helpers/chromium.ts';
import { audit } from './page-audit.ts';
import { bookedCard, bookForm, button, callback, card, markdown, opens, plain } from './page-cards.ts';

type Json = Record<string, unknown>;

interface Action extends Json {
  tag: string;
  value?: Json;
  name?: string;
  option?: string;
  options?: string[];
  checked?: boolean;
  input_value?: string;
  timezone?: string;
  form_value?: Json;
}

interface Incoming {
  type?: string;
  challenge?: string;
  header: { event_type: string };
  event: Json & { action?: Action };
}

interface Person {
  open_id: string;
  name: string;
  en_name: string;
}

const path = findChromium();
const name = path ? 'page in Chromium' : 'page in Chromium: skipped, no Chromium found';
const AT_ONCE = { timeout: 20_000 };

/** What a reader sees of an element. */
const shown = async (locator: Locator): Promise<string> => {
  await locator.waitFor();
  return (await locator.allInnerTexts())[0] ?? '';
};

describe.skipIf(!path)(name, { timeout: 180_000 }, () => {
  let sandbox: Sandbox;
  let bot: Server;
  let browser: Browser;
  let token: string;
  let people: Person[];
  let wei: Person;
  let na: Person;
  let haruka: Person;
  /** A group of its own for every test. */
  let chatId: string;
  let events: Incoming[] = [];
  let presses: Action[] = [];
  let answer: () => { status?: number; body: Json } = () => ({ body: {} });
  let contexts: BrowserContext[] = [];
  const standing = new Map<string, Page>();
  let foreign: string[] = [];

  const post = async (url: string, body: Json, headers: Record<string, string> = {}, method = 'POST'): Promise<Json> => {
    const response = await fetch(sandbox.url + url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Json;
  };

  /** As the bot, over the open API. */
  const api = async (method: string, url: string, body: Json): Promise<Json> => {
    const answered = await post(`/open-apis/${url}`, body, { authorization: `Bearer ${token}` }, method);
    if (answered.code !== 0) throw new Error(JSON.stringify(answered));
    return (answered.data ?? {}) as Json;
  };

  const sendCard = async (content: Json): Promise<string> => {
    const body = { receive_id: chatId, msg_type: 'interactive', content: JSON.stringify(content) };
    return (await api('POST', 'im/v1/messages?receive_id_type=chat_id', body)).message_id as string;
  };

  const patch = (messageId: string, content: Json): Promise<Json> =>
    api('PATCH', `im/v1/messages/${messageId}`, { content: JSON.stringify(content) });

  const say = (as: Person, text: string): Promise<Json> => post('/_sandbox/messages', { as: as.open_id, chat_id: chatId, text });

  const reserve = async (owner: Person, password: string): Promise<{ id: string; meeting_no: string }> => {
    const data = await api('POST', 'vc/v1/reserves/apply', {
      end_time: String(Math.floor(sandbox.now() / 1000) + 7200),
      owner_id: owner.open_id,
      meeting_settings: { topic: '周会', password },
    });
    return data.reserve as { id: string; meeting_no: string };
  };

  /** A new window. */
  const openNew = async (as: Person, options: { width?: number; dark?: boolean; url?: string } = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 800 },
      colorScheme: options.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url) && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    await page.goto(sandbox.url + (options.url ?? `/?as=${as.open_id}&chat=${chatId}`));
    await page.locator('.message-list').waitFor({ state: 'attached' });
    return page;
  };

  /** The window of one person that stays open over all tests; it goes to the test's own group as a person would. */
  const open = async (as: Person): Promise<Page> => {
    const page = standing.get(as.open_id);
    if (!page) {
      const opened = await openNew(as);
      contexts = contexts.filter((context) => context !== opened.context());
      standing.set(as.open_id, opened);
      return opened;
    }
    await page.evaluate("document.querySelector('#toasts').replaceChildren()");
    for (const close of await page
      .locator('.panel:visible')
      .getByRole('button', { name: /^(关闭|Close)$/ })
      .all())
      await close.click();
    await page.locator(`[data-chat="${chatId}"]`).click();
    return page;
  };

  const lastCard = (page: Page): Locator => page.getByTestId('card').last();
  const until = (read: () => unknown): ReturnType<typeof expect.poll> => expect.poll(read, AT_ONCE);
  const composer = (page: Page): Locator => page.getByTestId('composer-input');

  beforeAll(async () => {
    bot = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Incoming;
        let out: { status?: number; body: Json } = { body: {} };
        if (body.type === 'url_verification') out = { body: { challenge: body.challenge } };
        else if (body.event.action) {
          presses.push(body.event.action);
          out = answer();
        } else events.push(body);
        response.writeHead(out.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(out.body));
      });
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    sandbox = await startSandbox({ encryptKey: null });
    await sandbox.setWebhook(`http://127.0.0.1:${(bot.address() as AddressInfo).port}/`);
    const granted = await post('/open-apis/auth/v3/tenant_access_token/internal', { app_id: sandbox.appId, app_secret: sandbox.appSecret });
    token = granted.tenant_access_token as string;
    const world = (await (await fetch(`${sandbox.url}/_sandbox/world`)).json()) as { people: Person[] };
    people = world.people;
    const named = (enName: string): Person => people.find((person) => person.en_name === enName)!;
    [wei, na, haruka] = [named('Zhang Wei'), named('Li Na'), named('Haruka Sato')];
    browser = await launchChromium(path!);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
    bot?.closeAllConnections();
    bot?.close();
  });

  beforeEach(async () => {
    [events, presses, foreign] = [[], [], []];
    answer = () => ({ body: {} });
    const members = [wei, na, haruka].map((person) => person.open_id);
    chatId = (await post('/_sandbox/chats', { as: wei.open_id, name: '测试群', members })).chat_id as string;
  });

  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts = [];
    expect(foreign).toEqual([]);
  });

  describe('writing', () => {
    it('mentions the bot by keyboard and sends with Enter', async () => {
      const page = await open(wei);
      await composer(page).pressSequentially('@');
      const picker = page.getByTestId('mentions');
      await until(() => picker.getByRole('option').allInnerTexts()).toContainEqual(expect.stringContaining('会议助手'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      expect(await composer(page).inputValue()).toBe('@会议助手 ');
      await composer(page).pressSequentially('明天下午3点到4点半 周会');
      await page.keyboard.press('Enter');
      await page.locator('[data-testid="message"].mine').waitFor();
      expect(await composer(page).inputValue()).toBe('');
      await until(() => events.find((event) => event.header.event_type === 'im.message.receive_v1')?.event.message).toMatchObject({
        content: JSON.stringify({ text: '@_user_1 明天下午3点到4点半 周会' }),
        mentions: [{ id: { open_id: sandbox.botOpenId } }],
      });
    });

    it('narrows the picker while a name is typed, and Esc closes it without touching the text', async () => {
      const page = await open(wei);
      await composer(page).pressSequentially('@li');
      await until(() => page.getByTestId('mentions').getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('李娜')]);
      await page.keyboard.press('Escape');
      expect(await page.getByTestId('mentions').isVisible()).toBe(false);
      expect(await composer(page).inputValue()).toBe('@li');
    });

    it('sends at once when a name at the end is already written in full', async () => {
      const page = await open(wei);
      await composer(page).pressSequentially('主持人@李娜');
      await page.keyboard.press('Enter');
      await until(() => page.locator('.bubble-text').allInnerTexts()).toEqual(['主持人@李娜']);
    });

    it('leaves Enter to an input method that is composing', async () => {
      const page = await open(wei);
      await composer(page).pressSequentially('kaihui');
      const press = (init: string): Promise<unknown> =>
        page.evaluate(
          `document.querySelector('#composer-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ${init} }))`,
        );
      await press('isComposing: true');
      await press('keyCode: 229');
      expect(await composer(page).inputValue()).toBe('kaihui');
      await press('');
      await until(() => composer(page).inputValue()).toBe('');
      await until(() => page.getByTestId('message').count()).toBe(1);
    });

    it('keeps what was not sent with its chat', async () => {
      const page = await open(wei);
      await composer(page).pressSequentially('没写完');
      await page.locator('.chat-row[data-mode="p2p"]').click();
      expect(await composer(page).inputValue()).toBe('');
      expect(await shown(page.locator(`[data-chat="${chatId}"] .chat-last`))).toBe('[草稿] 没写完');
      await page.locator(`[data-chat="${chatId}"]`).click();
      expect(await composer(page).inputValue()).toBe('没写完');
    });

    it('keeps what was not sent over a reload', async () => {
      const page = await openNew(wei);
      await composer(page).pressSequentially('没写完');
      await page.reload();
      await until(() => composer(page).inputValue()).toBe('没写完');
      await page.keyboard.press('Enter');
      await composer(page).focus();
      await page.keyboard.press('Enter');
      await until(() => composer(page).inputValue()).toBe('');
      await page.reload();
      await page.getByTestId('message').waitFor();
      expect(await composer(page).inputValue()).toBe('');
    });

    it('keeps a line break on Shift+Enter', async () => {
      const page = await open(wei);
      await composer(page).pressSequentially('a');
      await page.keyboard.press('Shift+Enter');
      await composer(page).pressSequentially('b');
      expect(await composer(page).inputValue()).toBe('a\nb');
    });

    it('replies with a quote, recalls, and shows both to the others', async () => {
      await say(na, '几点开会？');
      const [page, other] = [await open(wei), await open(na)];
      await page.getByTestId('message').first().hover();
      await page.getByTestId('reply').first().click();
      await composer(page).pressSequentially('三点\n');
      await until(() => other.getByTestId('quote').allInnerTexts()).toEqual(['回复 李娜：几点开会？']);
      await page.locator('.message.mine').hover();
      await page.getByTestId('message-more').last().click();
      await page.getByRole('menuitem', { name: '撤回' }).click();
      await until(() => other.locator('.system-line').allInnerTexts()).toEqual(['张伟撤回了一条消息']);
      await until(() => page.locator('.system-line').allInnerTexts()).toEqual(['你撤回了一条消息']);
    });

    it('sends stickers and files as their own kinds', async () => {
      const page = await open(wei);
      await page.getByTestId('emoji-button').click();
      await page.getByTestId('sticker').first().click();
      await page.getByTestId('attach-button').click();
      await page.getByRole('menuitem', { name: /文件/ }).click();
      await until(() =>
        page.locator('[data-testid="message"]').evaluateAll((all) => all.map((item) => item.getAttribute('data-type'))),
      ).toEqual(['sticker', 'file']);
    });

    it('offers sentences to try, and fills the input with the chosen one', async () => {
      const page = await open(wei);
      await page.getByTestId('chip').first().click();
      expect(await composer(page).inputValue()).toBe('@会议助手 明天下午3点到4点半 周会');
      expect(await page.getByTestId('message').count()).toBe(0);
    });
  });

  describe('a first visit', () => {
    it('opens a group with the bot and says what this is', async () => {
      const page = await openNew(wei, { url: '/' });
      expect(await shown(page.locator('#window-head h2'))).toBe('产品周会');
      expect(await shown(page.locator('#banner'))).toContain('这里是模拟的飞书');
      expect(await composer(page).getAttribute('placeholder')).toBe('例如：@会议助手 明天下午3点到4点半 周会');
      expect(new URL(page.url()).searchParams.get('as')).toBe(wei.open_id);
    });

    it('says so when the link names somebody of a sandbox that is gone, and points at who is there', async () => {
      const page = await openNew(wei, { url: '/?as=ou_00000000000000000000000000000000&chat=oc_00000000000000000000000000000000' });
      expect(await shown(page.locator('#banner'))).toContain('链接里的人已经不在了。你现在是张伟');
      expect(new URL(page.url()).searchParams.get('as')).toBe(wei.open_id);
      await page.locator('#banner').getByRole('button').click();
      expect(await shown(page.locator('#banner'))).not.toContain('链接里的人');
      await page.reload();
      await page.locator('.message-list').waitFor({ state: 'attached' });
      expect(await shown(page.locator('#banner'))).not.toContain('链接里的人');
    });

    it('tells in an empty chat how to begin, by the name of the bot', async () => {
      const page = await openNew(wei);
      expect(await shown(page.locator('.hello'))).toContain('对「会议助手」说句话试试');
      await say(na, '大家好');
      await until(() => page.locator('.hello').count()).toBe(0);
    });

    it('changes the language in one click, and back', async () => {
      const page = await openNew(haruka);
      await page.getByRole('button', { name: '切换为中文' }).click();
      await until(() => page.locator('.chats-head h2').allInnerTexts()).toEqual(['消息']);
      await page.getByRole('button', { name: 'Switch to English' }).click();
      await until(() => page.locator('.chats-head h2').allInnerTexts()).toEqual(['Chats']);
    });

    it('becomes another person through the avatar, in that person’s language', async () => {
      const page = await openNew(wei);
      await page.getByTestId('me').click();
      await page.locator(`[data-person="${haruka.open_id}"]`).click();
      await until(() => composer(page).getAttribute('placeholder')).toBe('For example: @Meeting Assistant tomorrow 3-4:30pm weekly sync');
      expect(new URL(page.url()).searchParams.get('as')).toBe(haruka.open_id);
      expect(await page.getByTestId('send').getAttribute('aria-label')).toBe('Send');
    });

    it('keeps person and chat together on the way back', async () => {
      const page = await openNew(wei);
      const where = (): string[] => ['as', 'chat'].map((key) => new URL(page.url()).searchParams.get(key) ?? '');
      const first = where();
      await page.locator('.chat-row[data-mode="p2p"]').click();
      const second = where();
      await page.getByTestId('me').click();
      await page.locator(`[data-testid="act-as"][data-person="${na.open_id}"]`).click();
      await until(() => where()[0]).toBe(na.open_id);
      await page.goBack();
      expect(where()).toEqual(second);
      await until(() => page.getByTestId('me').getAttribute('aria-label')).toContain('张伟');
      await page.goBack();
      expect(where()).toEqual(first);
      await until(() => page.locator('.chat-row[aria-current="true"]').getAttribute('data-chat')).toBe(first[1]);
    });

    it('previews a card with the names that it mentions, in the reader’s language', async () => {
      const at = `<at id=${na.open_id}></at>`;
      const time = '<local_datetime millisecond="1795330800000" format_type="time"></local_datetime>';
      const summarised = (zh: string, en: string, first: string) => {
        const sent = card([markdown(first)]);
        return { ...sent, config: { ...(sent.config as Json), summary: { content: zh, i18n_content: { zh_cn: zh, en_us: en } } } };
      };
      const [page, other] = [await openNew(wei), await openNew(haruka)];
      const last = (at: Page): Locator => at.locator(`[data-chat="${chatId}"] .chat-last`);
      await sendCard(summarised('有人 把会议改到了 15:00（北京时间）', '有人 把会议改到了 15:00', `${at} 把会议改到了 ${time}`));
      await until(() => shown(last(page))).toContain('李娜 把会议改到了 15:00（北京时间）');
      await until(() => shown(last(other))).toContain('Li Na 把会议改到了 15:00');
      await sendCard(summarised('会议交给了 有人', '会议交给了 有人', `会议交给了 ${at}`));
      await until(() => shown(last(page))).toContain('会议交给了 李娜');
      await sendCard(summarised('周会 · 15:00', 'Weekly · 15:00', `${at} 预约了 **周会**`));
      await until(() => shown(last(page))).toContain('周会 · 15:00');
      await sendCard({ schema: '2.0', body: { elements: [markdown(`**${at}** 取消了&#42;周会`)] } });
      await until(() => shown(last(page))).toContain('@李娜 取消了*周会');
    });

    it('counts what somebody else has not read yet', async () => {
      const page = await openNew(wei, { url: `/?as=${wei.open_id}` });
      await say(na, '在吗');
      await say(na, '开会了');
      const row = page.locator(`[data-chat="${chatId}"]`);
      await until(() => shown(row.locator('.unread'))).toBe('2');
      expect(await shown(row.locator('.chat-last'))).toBe('李娜：开会了');
      await row.click();
      await until(() => row.locator('.unread').count()).toBe(0);
    });
  });

  describe('cards', () => {
    it('draws a booked meeting in each reader’s language and zone', async () => {
      const { id } = await reserve(wei, '971024');
      await sendCard(bookedCard(id, wei.open_id));
      const zh = await open(wei);
      const en = await open(haruka);
      const read = (page: Page): Promise<string> => shown(lastCard(page));
      await until(() => read(zh)).toContain('2026年11月22日 周日 15:00 – 16:30 GMT+8:00');
      await until(() => read(en)).toContain('Nov 22, 2026 Sun 16:00 – 17:30 GMT+9:00');
      expect(await read(zh)).toContain('会议已预约');
      expect(await read(en)).toContain('Meeting booked');
      expect(await lastCard(zh).locator('code').allInnerTexts()).toEqual(['112 000 358', '971024']);
      expect(await shown(lastCard(zh).locator('.person-name'))).toBe('张伟');
      expect(await shown(lastCard(en).locator('.person-name'))).toBe('Zhang Wei');
      expect(await lastCard(zh).locator('.card-header').getAttribute('data-template')).toBe('blue');
      expect(await shown(zh.locator(`[data-chat="${chatId}"] .chat-last`))).toBe('会议助手：已预约：周会');
    });

    it('draws markdown with Feishu’s tags, and nothing of it is code', async () => {
      const bad =
        '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"> [x](javascript:window.hacked=3) <a href="javascript:window.hacked=4">y</a>';
      const tags = `<font color='red'>红</font> <text_tag color='green'>标签</text_tag> <number_tag>7</number_tag> <link url='https://example.com/a'>链接</link> <at id=${na.open_id}></at> <at id=all></at>`;
      await sendCard(
        card([
          markdown(`**粗** *斜* ~~删~~ \`码\`\n${tags}\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n<hr>\n&#42;星&#42; &#60;b&#62; ${bad}`),
          { tag: 'div', text: { tag: 'plain_text', content: '**不粗** <b>不是</b>' } },
          { tag: 'div', text: { tag: 'lark_md', content: '**粗的**' } },
        ]),
      );
      await say(na, '<img src=x onerror="window.hacked = 5"> **a** https://example.com/b');
      const page = await open(wei);
      const md = lastCard(page).locator('.md').first();
      await md.waitFor();
      expect(await md.locator('strong, em, s, code, td').allInnerTexts()).toEqual(['粗', '斜', '删', '码', '1', '2']);
      expect(await shown(md.locator('.text-tag'))).toBe('标签');
      expect(await shown(md.locator('.number-tag'))).toBe('7');
      expect(await md.locator('.at').allInnerTexts()).toEqual(['@李娜', '@所有人']);
      expect(
        await md.locator('a[href]').evaluateAll((all) => all.map((item) => `${item.getAttribute('href')} ${item.getAttribute('rel')}`)),
      ).toEqual(['https://example.com/a noopener noreferrer']);
      expect(await md.locator('td').last().getAttribute('align')).toBe('right');
      expect(await shown(md)).toContain('*星* <b>');
      expect(await shown(lastCard(page).locator('.plain-text'))).toBe('**不粗** <b>不是</b>');
      const bubble = page.locator('.bubble-text').last();
      expect(await shown(bubble)).toBe('<img src=x onerror="window.hacked = 5"> **a** https://example.com/b');
      expect(await bubble.locator('a').getAttribute('href')).toBe('https://example.com/b');
      expect(await page.locator('.messages script, .messages img, .messages [onerror]').count()).toBe(0);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    });

    it('gives every header its own ground, readable in light and dark', async () => {
      const hues = ['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo', 'grey'];
      await sendCard(card([markdown('x')], { header: { title: plain('标题'), template: 'blue' } }));
      const page = await open(wei);
      await lastCard(page).locator('.card-header').waitFor();
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        const measured = (await page.evaluate(`${JSON.stringify(hues)}.map(${headerOf.toString()})`)) as {
          ground: string;
          contrast: number;
        }[];
        expect(new Set(measured.map(({ ground }) => ground)).size).toBe(hues.length);
        for (const [index, { contrast }] of measured.entries()) expect([hues[index], contrast > 4.5]).toEqual([hues[index], true]);
      }
    });

    const OPTIONS = ['a', 'b', 'c'].map((value) => ({ text: plain(`选项${value}`), value }));
    const pick = async (page: Page, label: string): Promise<void> => page.getByRole('option', { name: label }).click();
    const COMPONENTS: [string, Json, (page: Page, card: Locator) => Promise<void>, object][] = [
      [
        'button',
        button('刷新', { behaviors: [callback({ act: 'refresh' })] }),
        (_, drawn) => drawn.getByRole('button', { name: '刷新' }).click(),
        { tag: 'button', value: { act: 'refresh' } },
      ],
      [
        'button with confirm',
        button('取消', { behaviors: [callback({ act: 'cancel' })], confirm: { title: plain('确定？'), text: plain('不能恢复') } }),
        async (page, drawn) => {
          await drawn.getByRole('button').click();
          await page.getByTestId('confirm').click();
        },
        { tag: 'button', value: { act: 'cancel' } },
      ],
      [
        'overflow',
        { tag: 'overflow', options: [{ text: plain('延长'), value: 'extend' }] },
        async (page, drawn) => {
          await drawn.getByTestId('overflow').click();
          await page.getByRole('menuitem', { name: '延长' }).click();
        },
        { tag: 'overflow', option: 'extend' },
      ],
      [
        'select_static',
        { tag: 'select_static', placeholder: plain('选一个'), options: OPTIONS },
        async (page, drawn) => {
          await drawn.getByTestId('select').click();
          await pick(page, '选项b');
        },
        { tag: 'select_static', option: 'b' },
      ],
      [
        'multi_select_static',
        { tag: 'multi_select_static', placeholder: plain('多选'), selected_values: ['a'], options: OPTIONS },
        async (page, drawn) => {
          await drawn.getByTestId('select').click();
          await pick(page, '选项c');
          await page.keyboard.press('Escape');
        },
        { tag: 'multi_select_static', options: ['a', 'c'] },
      ],
      [
        'select_person',
        { tag: 'select_person', placeholder: plain('选人') },
        async (page, drawn) => {
          await drawn.getByTestId('select').click();
          await page.getByRole('textbox', { name: '搜索', exact: true }).fill('li na');
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
        },
        { tag: 'select_person', option: 'NA' },
      ],
      [
        'date_picker',
        { tag: 'date_picker', placeholder: plain('日期') },
        async (_, drawn) => {
          await drawn.locator('input').fill('2026-11-30');
          await drawn.getByTestId('ok').click();
        },
        { tag: 'date_picker', option: '2026-11-30 +0800', timezone: 'Asia/Shanghai' },
      ],
      [
        'picker_time',
        { tag: 'picker_time', placeholder: plain('时间') },
        async (_, drawn) => {
          await drawn.locator('input').fill('07:07');
          await drawn.getByTestId('ok').click();
        },
        { tag: 'picker_time', option: '07:07 +0800', timezone: 'Asia/Shanghai' },
      ],
      [
        'picker_datetime',
        { tag: 'picker_datetime', initial_datetime: '2024-04-29 06:00' },
        async (_, drawn) => {
          await drawn.locator('input').fill('2024-04-29T07:07');
          await drawn.getByTestId('ok').click();
        },
        { tag: 'picker_datetime', option: '2024-04-29 07:07 +0800', timezone: 'Asia/Shanghai' },
      ],
      [
        'checker',
        { tag: 'checker', checked: false, text: plain('录制'), behaviors: [callback({ act: 'record' })] },
        (_, drawn) => drawn.getByRole('checkbox').click(),
        { tag: 'checker', checked: true, value: { act: 'record' } },
      ],
      [
        'input',
        { tag: 'input', name: 'topic', placeholder: plain('主题') },
        async (page, drawn) => {
          await drawn.locator('input').fill('新主题');
          await page.keyboard.press('Enter');
        },
        { tag: 'input', name: 'topic', input_value: '新主题' },
      ],
      [
        'interactive_container',
        { tag: 'interactive_container', has_border: true, behaviors: [callback({ act: 'open' })], elements: [markdown('一行')] },
        async (page, drawn) => {
          await drawn.getByTestId('container').focus();
          await page.keyboard.press('Enter');
        },
        { tag: 'interactive_container', value: { act: 'open' } },
      ],
    ];

    it.each(COMPONENTS)('presses %s', async (_name, element, act, expected) => {
      await sendCard(card([element]));
      const page = await open(wei);
      await lastCard(page).waitFor();
      await act(page, lastCard(page));
      await until(() => presses).toEqual([JSON.parse(JSON.stringify(expected).replaceAll('"NA"', `"${na.open_id}"`))]);
    });

    it('draws the components that are only looked at', async () => {
      await sendCard(
        card([
          { tag: 'hr' },
          { tag: 'person', user_id: na.open_id, show_name: true },
          { tag: 'person_list', persons: [wei, haruka].map((person) => ({ id: person.open_id })), show_name: true },
          { tag: 'div', fields: [{ is_short: true, text: { tag: 'lark_md', content: '**会议号**\n112' } }] },
          ...['none', 'stretch', 'flow', 'bisect', 'trisect'].map((mode) => ({
            tag: 'column_set',
            flex_mode: mode,
            columns: [1, 3].map((weight) => ({ tag: 'column', width: 'weighted', weight, elements: [markdown(`${mode}${weight}`)] })),
          })),
          {
            tag: 'table',
            page_size: 2,
            columns: [{ name: 'a', display_name: '主题', data_type: 'text' }],
            rows: ['一', '二', '三'].map((a) => ({ a })),
          },
        ]),
      );
      const page = await open(wei);
      const drawn = lastCard(page);
      await drawn.waitFor();
      expect(await drawn.locator('.person-name').allInnerTexts()).toEqual(['李娜', '张伟', '佐藤遥']);
      expect(await drawn.locator('.card-hr').count()).toBe(1);
      const widths = await drawn
        .locator('.flex-none > .column')
        .evaluateAll((all) => all.map((item) => item.getBoundingClientRect().width));
      expect(widths[1]! / widths[0]!).toBeCloseTo(3, 0);
      expect(await drawn.locator('tbody td').allInnerTexts()).toEqual(['一', '二']);
      await drawn.getByRole('button', { name: '下一页' }).click();
      expect(await drawn.locator('tbody td').allInnerTexts()).toEqual(['三']);
      expect(await drawn.locator('.unsupported').count()).toBe(0);
    });

    it('shows the toast of the answer in the presser’s language', async () => {
      answer = () => ({ body: { toast: { type: 'success', content: 'Done', i18n: { zh_cn: '已完成', en_us: 'Done' } } } });
      await sendCard(card([button('好', { behaviors: [callback({ a: 1 })] })]));
      for (const [person, said] of [
        [wei, '已完成'],
        [haruka, 'Done'],
      ] as const) {
        const page = await open(person);
        await lastCard(page).getByRole('button').click();
        const toast = page.getByTestId('toast');
        await until(() => toast.allInnerTexts()).toEqual([said]);
        expect(await toast.getAttribute('data-type')).toBe('success');
      }
    });

    it('shows a toast in place of the one before', async () => {
      let n = 0;
      answer = () => ({ body: { toast: { type: 'info', content: `第 ${++n} 个` } } });
      await sendCard(card([button('好', { behaviors: [callback({ a: 1 })] })]));
      const page = await open(wei);
      for (const said of ['第 1 个', '第 2 个']) {
        await lastCard(page).getByRole('button').click();
        await page.getByTestId('toast').filter({ hasText: said }).waitFor();
        expect(await page.getByTestId('toast').count()).toBe(1);
      }
    });

    it.each([
      ['200671', (): { status?: number; body: Json } => ({ status: 500, body: {} })],
      ['200672', () => ({ body: { toast: 'no' } as Json })],
      ['200673', () => ({ body: { card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'nope' }] } } } } as Json })],
    ])('shows the code %s when the callback goes wrong', async (code, broken) => {
      answer = broken;
      await sendCard(card([button('好', { behaviors: [callback({ a: 1 })] })]));
      const page = await open(wei);
      await lastCard(page).getByRole('button').click();
      await until(() => page.getByTestId('toast').allInnerTexts()).toEqual([expect.stringContaining(`code: ${code}`)]);
    });

    it('does nothing on a disabled button but say why', async () => {
      await sendCard(
        card([{ ...button('下一页', { behaviors: [callback({ a: 1 })] }), disabled: true, disabled_tips: plain('已经是最后一页') }]),
      );
      const page = await open(wei);
      await lastCard(page).getByRole('button').click({ force: true });
      await until(() => page.getByTestId('toast').allInnerTexts()).toEqual(['已经是最后一页']);
      expect(presses).toEqual([]);
    });

    it('opens other links in a new tab without handing over the window', async () => {
      await sendCard(card([button('文档', { behaviors: [opens(`${sandbox.url}/page/icon.svg`)] })]));
      const page = await open(wei);
      const opened = page.context().waitForEvent('page', AT_ONCE);
      await lastCard(page).getByRole('button').click();
      const tab = await opened;
      expect(tab.url()).toBe(`${sandbox.url}/page/icon.svg`);
      expect(await tab.evaluate('window.opener')).toBeNull();
      await tab.close();
    });

    it('redraws a patched card in place, keeping what is typed, unfolded and scrolled to', async () => {
      for (let index = 0; index < 30; index++) await say(na, `第 ${index} 句`);
      const id = await sendCard(bookForm());
      const { id: reserveId } = await reserve(wei, '');
      const booked = await sendCard(bookedCard(reserveId, wei.open_id));
      const page = await open(wei);
      const [form, meeting] = [page.getByTestId('card').first(), page.getByTestId('card').last()];
      await meeting.getByTestId('collapsible').click();
      await form.getByLabel('主题').fill('评审');
      const scroll = (): Promise<unknown> => page.evaluate("document.querySelector('#messages').scrollTop");
      await page.evaluate("document.querySelector('#messages').scrollTop = 500");
      const before = await scroll();
      const changed = bookForm();
      await patch(id, { ...changed, header: { title: plain('换了标题'), template: 'green' } });
      await patch(booked, { ...bookedCard(reserveId, wei.open_id), header: { title: plain('已取消'), template: 'grey' } });
      await until(() => shown(form.locator('.card-title'))).toBe('换了标题');
      await until(() => shown(meeting.locator('.card-title'))).toBe('已取消');
      expect(await form.getByLabel('主题').inputValue()).toBe('评审');
      expect(await meeting.getByTestId('collapsible').getAttribute('aria-expanded')).toBe('true');
      expect(await scroll()).toBe(before);
    });

    it('takes what the bot puts into a field over what was typed', async () => {
      const id = await sendCard(bookForm('周会'));
      const page = await open(wei);
      await lastCard(page).getByLabel('主题').fill('打了一半');
      await patch(id, bookForm('评审'));
      await until(() => lastCard(page).getByLabel('主题').inputValue()).toBe('评审');
    });

    it('shows an ephemeral card to its one reader only', async () => {
      await api('POST', 'ephemeral/v1/send', {
        chat_id: chatId,
        open_id: wei.open_id,
        msg_type: 'interactive',
        card: card([markdown('只有组织者可以取消')]),
      });
      const [page, other] = [await open(wei), await open(na)];
      await until(() => page.locator('.mark-ephemeral').allInnerTexts()).toEqual(['仅你可见']);
      expect(await other.getByTestId('message').count()).toBe(0);
    });

    it('forwards a card as a copy whose buttons are dead', async () => {
      await sendCard(card([button('好', { behaviors: [callback({ a: 1 })] })]));
      const page = await open(wei);
      await lastCard(page).hover();
      await page.getByTestId('forward').click();
      await page.getByRole('radio', { name: '测试群' }).first().check();
      await page.getByTestId('confirm').click();
      await until(() => page.getByTestId('card').count()).toBe(2);
      await lastCard(page).getByRole('button').click();
      await until(() => page.getByTestId('toast').allInnerTexts()).toContain('转发的卡片不能操作');
      expect(presses).toEqual([]);
    });
  });

  describe('a form', () => {
    it('is held back until required fields are filled, then sends every field', async () => {
      await sendCard(bookForm());
      const page = await open(haruka);
      const form = lastCard(page);
      await form.getByRole('button', { name: 'Book' }).click();
      await until(() => form.locator('.field-error').allInnerTexts()).toEqual(['Please fill this in', 'Please fill this in']);
      expect(presses).toEqual([]);
      await form.getByLabel('Topic').fill('评审 <b>');
      await form.locator('[data-name="start"]').fill('2026-11-23T09:30');
      await form.locator('[data-name="minutes"]').click();
      await page.getByRole('option', { name: '30' }).click();
      await form.locator('[data-name="hosts"]').click();
      await page.getByRole('option', { name: 'Zhang Wei' }).click();
      await page.keyboard.press('Escape');
      await form.getByLabel('Password', { exact: true }).fill('971024');
      await form.getByRole('checkbox').check();
      await form.getByRole('button', { name: 'Book' }).click();
      await until(() => presses).toEqual([
        {
          tag: 'button',
          name: 'book__',
          timezone: 'Asia/Tokyo',
          form_value: {
            topic: '评审 <b>',
            start: '2026-11-23 09:30 +0900',
            remind: '14:50 +0900',
            minutes: '30',
            hosts: [wei.open_id],
            password: '971024',
            record: true,
          },
        },
      ]);
    });

    it('goes back to its beginning on reset', async () => {
      await sendCard(bookForm('周会'));
      const page = await open(wei);
      const form = lastCard(page);
      await form.getByLabel('主题').fill('别的');
      await form.getByRole('checkbox').check();
      await form.getByRole('button', { name: '重置' }).click();
      expect(await form.getByLabel('主题').inputValue()).toBe('周会');
      expect(await form.getByRole('checkbox').isChecked()).toBe(false);
      expect(presses).toEqual([]);
    });
  });

  describe('meetings', () => {
    const types = (): string[] => events.map((event) => event.header.event_type).filter((type) => type.startsWith('vc.'));

    it('opens the settings page first when the link says so, then joins, leaves and ends', async () => {
      const { id } = await reserve(wei, '');
      await sendCard(bookedCard(id, wei.open_id));
      const page = await open(wei);
      await lastCard(page).getByRole('button', { name: '先检查设备' }).click();
      const panel = page.getByTestId('meeting-panel');
      const pressed = (device: string): Promise<string | null> => panel.getByTestId(`device-${device}`).getAttribute('aria-pressed');
      await panel.getByTestId('meeting-join').waitFor();
      expect([await pressed('mic'), await pressed('speaker'), await pressed('camera')]).toEqual(['false', 'true', 'true']);
      expect(types()).toEqual([]);
      await panel.getByTestId('meeting-join').click();
      await until(() => panel.getByTestId('participant').allInnerTexts()).toEqual([expect.stringMatching(/张伟[\s\S]*主持人/)]);
      await until(types).toEqual(['vc.meeting.meeting_started_v1', 'vc.meeting.join_meeting_v1']);
      await panel.getByTestId('meeting-leave').click();
      await until(types).toContain('vc.meeting.leave_meeting_v1');
    });

    it('goes straight in when the link skips the settings page', async () => {
      const { id } = await reserve(wei, '');
      await sendCard(bookedCard(id, wei.open_id));
      const page = await open(na);
      await lastCard(page).getByRole('button', { name: '入会', exact: true }).click();
      await page.getByTestId('meeting-leave').waitFor();
      expect(await page.getByTestId('participant').count()).toBe(1);
    });

    it('opens for a link in a text as well', async () => {
      const { id } = await reserve(wei, '');
      const world = (await (await fetch(`${sandbox.url}/_sandbox/world`)).json()) as { reserves: { id: string; url: string }[] };
      await say(na, `会议链接 ${world.reserves.find((item) => item.id === id)!.url}`);
      const page = await open(wei);
      await page.locator('.bubble-text a').click();
      expect(await shown(page.locator('.meeting-title'))).toContain('周会');
      expect(page.context().pages()).toHaveLength(1);
    });

    it('asks for the password by number, of others than the owner, and never through a link', async () => {
      const { id, meeting_no } = await reserve(wei, '971024');
      await sendCard(bookedCard(id, wei.open_id));
      const page = await open(na);
      const panel = page.getByTestId('meeting-panel');
      await lastCard(page).getByRole('button', { name: '入会', exact: true }).click();
      await panel.getByTestId('meeting-leave').click();
      await panel.getByRole('button', { name: '全部会议' }).click();
      await panel.getByRole('textbox', { name: '会议号' }).fill(meeting_no);
      await page.keyboard.press('Enter');
      await panel.getByTestId('meeting-password').fill('1111');
      await page.keyboard.press('Enter');
      await until(() => panel.getByRole('alert').allInnerTexts()).toEqual(['密码错误']);
      await panel.getByTestId('meeting-password').fill('971024');
      await page.keyboard.press('Enter');
      await panel.getByTestId('meeting-leave').waitFor();
    });

    it('lists a meeting for those who run it or have seen it, and for nobody else', async () => {
      const seen = await reserve(wei, '');
      const unseen = await reserve(wei, '');
      await sendCard(bookedCard(seen.id, wei.open_id));
      const listed = async (page: Page): Promise<() => Promise<boolean[]>> => {
        await page.getByTestId('rail-meetings').click();
        return async () => {
          const rows = (await page.getByTestId('meeting-row').allInnerTexts()).join(' ').replaceAll(' ', '');
          return [rows.includes(seen.meeting_no), rows.includes(unseen.meeting_no)];
        };
      };
      await until(await listed(await openNew(wei))).toEqual([true, true]);
      await until(await listed(await openNew(na))).toEqual([true, false]);
    });

    it('opens a recording on a page of the sandbox that says what would be there', async () => {
      const { id } = await reserve(wei, '');
      const { live_link } = ((await (await fetch(`${sandbox.url}/_sandbox/world`)).json()) as { reserves: Json[] }).reserves.find(
        (item) => item.id === id,
      ) as { live_link: string };
      await say(na, `直播 ${live_link}`);
      const page = await open(wei);
      const [opened] = await Promise.all([page.context().waitForEvent('page'), page.locator('.bubble-text a').last().click()]);
      await until(() => opened.locator('#recording').innerText()).toMatch(/周会[\s\S]*直播/);
      expect(opened.url()).toContain('/page/recording.html');
      await opened.close();
    });

    it('lets the owner end it for all', async () => {
      const { id } = await reserve(wei, '');
      await sendCard(bookedCard(id, wei.open_id));
      const page = await open(wei);
      await lastCard(page).getByRole('button', { name: '入会', exact: true }).click();
      await page.getByTestId('meeting-end').click();
      await until(types).toContain('vc.meeting.meeting_ended_v1');
      await page.getByTestId('meeting-join').waitFor();
    });
  });

  describe('the platform log', () => {
    it('shows deliveries and calls with their bodies and pushes one again', async () => {
      await say(wei, '@会议助手 你好');
      const page = await open(wei);
      await page.getByTestId('rail-log').click();
      const first = page.getByTestId('delivery').filter({ hasText: 'im.message.receive_v1' }).first();
      await first.locator('summary').click();
      await until(() => shown(first.locator('.json').first())).toContain('"content": {');
      const before = events.length;
      await first.getByRole('button', { name: '再次推送' }).click();
      await until(() => events.length).toBe(before + 1);
      const pushed = events.findLast((event, at) => at < before && event.header.event_type === 'im.message.receive_v1');
      expect(events.at(-1)).toEqual(pushed);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await first.getByRole('button', { name: '复制为回放文件' }).click();
      await page.getByTestId('toast').filter({ hasText: '已复制' }).waitFor();
      const { appId, encryptKey, verificationToken } = sandbox;
      const copied = (await page.evaluate('navigator.clipboard.readText()')) as string;
      expect(readRecorded(copied, { appId, encryptKey, verificationToken })).toMatchObject({
        type: 'im.message.receive_v1',
        event: pushed,
      });
      await sendCard(card([markdown('x')]));
      await page.getByRole('tab', { name: /接口调用/ }).click();
      await until(() => shown(page.getByTestId('call').first().locator('.log-name'))).toContain('im/v1/messages');
    });

    it('puts faults together, each without what the one before has left', async () => {
      const page = await openNew(wei);
      await page.getByTestId('rail-log').click();
      await page.getByRole('tab', { name: '控制台' }).click();
      const form = page.locator('.fault-form');
      await form.locator('select').first().selectOption('api');
      await form.locator('select').nth(1).selectOption('code');
      await form.locator('input[type="number"]').nth(1).fill('230020');
      await form.locator('input[type="text"]').fill('reserves');
      await form.locator('button[type="submit"]').click();
      const faults = async (): Promise<Json[]> =>
        ((await (await fetch(`${sandbox.url}/_sandbox/world`)).json()) as { faults: { api: Json[] } }).faults.api;
      await until(faults).toEqual([{ mode: 'code', path: 'reserves', times: 1, code: 230020 }]);
      await page.locator('.fault-form select').nth(1).selectOption('reset');
      await page.locator('.fault-form button[type="submit"]').click();
      await until(faults).toEqual([
        { mode: 'code', path: 'reserves', times: 1, code: 230020 },
        { mode: 'reset', path: '/open-apis/', times: 1 },
      ]);
      await post('/_sandbox/faults', {});
    });

    it('moves the clock', async () => {
      const page = await open(wei);
      await page.getByTestId('rail-log').click();
      await page.getByRole('tab', { name: '控制台' }).click();
      const before = sandbox.now();
      await page.getByTestId('plus_hour').click();
      await until(() => sandbox.now() - before).toBeGreaterThanOrEqual(3_600_000);
    });
  });

  describe('screens', () => {
    it('shows list and chat as two screens in a narrow window', async () => {
      await sendCard(bookForm());
      const page = await openNew(wei, { width: 380 });
      const [list, chat] = [page.locator('#chats'), page.locator('#window')];
      expect([await list.isVisible(), await chat.isVisible()]).toEqual([false, true]);
      const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
      expect(wide).toBeLessThanOrEqual(380);
      expect((await lastCard(page).boundingBox())!.width).toBeLessThan(340);
      await page.getByTestId('back').click();
      expect([await list.isVisible(), await chat.isVisible()]).toEqual([true, false]);
      await page.locator(`[data-chat="${chatId}"]`).click();
      expect([await list.isVisible(), await chat.isVisible()]).toEqual([false, true]);
      await page.goBack();
      expect([await list.isVisible(), await chat.isVisible()]).toEqual([true, false]);
    });

    // Contrast hangs on the theme alone, what fits on the width alone.
    it.each([
      ['dark', 1280],
      ['light', 360],
    ] as const)('can be read, named and fitted: %s, %i px', async (theme, width) => {
      const clean = { pale: [], nameless: [], wide: [] };
      await say(na, '@会议助手 明天下午3点到4点半 周会，一句长到在窄窗口里要换行的话，再长一点');
      await say(wei, '@会议助手 好');
      await sendCard(bookedCard('123', wei.open_id));
      await sendCard(bookForm());
      const page = await openNew(wei, { width, dark: theme === 'dark' });
      await lastCard(page).waitFor();
      for (const fold of await page.getByTestId('collapsible').all()) await fold.click();
      expect(await audit(page)).toEqual(clean);
      if (width < 500) await page.getByTestId('back').click();
      await page.getByTestId('rail-log').click();
      await page.locator('#log summary').first().click();
      expect(await audit(page)).toEqual(clean);
      await page.getByRole('tab', { name: '控制台' }).click();
      expect(await audit(page)).toEqual(clean);
    });

    it('follows the system’s colours until told otherwise', async () => {
      const page = await openNew(wei, { dark: true });
      const ground = async (): Promise<unknown> => {
        await page.waitForSelector('#window');
        return page.evaluate("getComputedStyle(document.querySelector('#window')).backgroundColor");
      };
      expect(await ground()).toBe('rgb(31, 32, 34)');
      await page.getByTestId('theme').click();
      expect(await ground()).toBe('rgb(255, 255, 255)');
      await page.reload();
      expect(await ground()).toBe('rgb(255, 255, 255)');
    });
  });

  it('goes on as the same person in the same group after a reset', async () => {
    const page = await openNew(na, { url: `/?as=${na.open_id}` });
    await page.getByTestId('rail-log').click();
    await page.getByRole('tab', { name: '控制台' }).click();
    await page.getByTestId('reset').click();
    await page.getByTestId('confirm').click();
    await until(() => new URL(page.url()).searchParams.get('as')).not.toBe(na.open_id);
    await until(() => page.locator('.chats-me').allInnerTexts()).toEqual([expect.stringContaining('李娜')]);
    expect(await shown(page.locator('#window-head h2'))).toBe('产品周会');
    await composer(page).pressSequentially('新的开始\n');
    await until(() => page.getByTestId('message').count()).toBe(1);
  });
});

/** Runs in the page: the ground of a header of that hue, and how far its title stands out from it (WCAG). */
function headerOf(hue: string): { ground: string; contrast: number } {
  interface Canvas {
    fillStyle: string;
    fillRect(...box: number[]): void;
    getImageData(...box: number[]): { data: Uint8ClampedArray };
  }
  interface Found {
    dataset: Record<string, string>;
    querySelector(selector: string): unknown;
    getContext(kind: '2d', options: object): Canvas;
  }
  const { document, getComputedStyle } = globalThis as unknown as {
    document: { createElement(tag: string): Found; querySelector(selector: string): Found };
    getComputedStyle(of: unknown): { color: string; backgroundColor: string };
  };
  const light = (colour: string): number => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const header = document.querySelector('.card-header');
  header.dataset.template = hue;
  const ground = getComputedStyle(header).backgroundColor;
  const [a, b] = [light(getComputedStyle(header.querySelector('.card-title')).color), light(ground)];
  return { ground, contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
}
