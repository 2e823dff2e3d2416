import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/domain/event.ts';
import { eventTypeOf, pressProblem, toIncoming } from '../../../src/feishu/inbound/events.ts';
import { ASKER, BOT, FIXTURES, fixture, SENT } from './push.ts';

const CHAT = 'oc_5ad11d72b830411d72b836c20f2aa4ac';
const MESSAGE = 'om_5ce6d572455d361153b7cb51da133945';
const EVENT = '5e3702a84e847582be8db7fb73283c02';
const TENANT = '736588c9260f175e';
const TOM = `ou_${'2'.repeat(32)}`;

const ctx = { botOpenId: BOT, now: SENT + 1000 };
const read = (name: string) => toIncoming(fixture(name), ctx);

/** The fixture with one place in it changed, e.g. `event.message.content`. */
function changed(name: string, path: string, value: unknown): unknown {
  const event = fixture(name);
  const steps = path.split('.');
  const last = steps.pop()!;
  let at = event;
  for (const step of steps) at = at[step];
  at[last] = value;
  return event;
}

const message = { kind: 'message', id: MESSAGE, at: SENT, from: ASKER, tenantKey: TENANT, appTenantKey: TENANT, mentions: [] };
const direct = { chatId: CHAT, kind: 'direct' };
const group = { chatId: CHAT, kind: 'group' };
const bot = { key: '@_user_1', openId: BOT, name: '会议助手', type: 'bot', tenantKey: TENANT };
const press = {
  kind: 'press',
  id: EVENT,
  at: SENT,
  from: ASKER,
  tenantKey: TENANT,
  appTenantKey: TENANT,
  chatId: CHAT,
  messageId: MESSAGE,
};
const other = (messageType: string) => ({ ...message, place: direct, content: { type: 'other', messageType } });
const session = { kind: 'meeting_event', id: EVENT, at: SENT, meetingNo: '235812466', ownerId: ASKER };
const run = { at: SENT, sessionId: '6911188411934433028' };
const began = { startAt: SENT, hostId: ASKER };

describe('every kind of event', () => {
  const expected: Record<string, unknown> = {
    'message-text-direct': { ...message, place: direct, content: { type: 'text', text: '明天下午3点到4点半 周会' }, lang: 'en_us' },
    'message-text-group': {
      ...message,
      place: group,
      content: { type: 'text', text: '@_user_1 book 3pm with @_user_2' },
      mentions: [bot, { key: '@_user_2', openId: TOM, name: 'Tom', type: 'user', tenantKey: TENANT }],
    },
    'message-text-thread': {
      ...message,
      place: { ...group, threadId: 'omt_d4be107c616aed9c1da8ed8068570a9f' },
      content: { type: 'text', text: '@_user_1 取消' },
      mentions: [bot],
      parentId: 'om_2ce6d572455d361153b7cb51da133942',
    },
    'message-post': {
      ...message,
      place: group,
      content: { type: 'text', text: '周会\n@_user_1 明天下午3点\n议程\n\n\n45分钟' },
      mentions: [bot],
    },
    'message-post-image-only': other('post'),
    'message-image': other('image'),
    'message-file': other('file'),
    'message-audio': other('audio'),
    'message-sticker': other('sticker'),
    'message-interactive': other('interactive'),
    'press-button': { ...press, action: { tag: 'button', name: 'cancel', value: { act: 'cancel', id: 'm1', sure: true } } },
    'press-form': {
      ...press,
      action: {
        tag: 'button',
        name: 'save__m1',
        value: {},
        timezone: 'Asia/Shanghai',
        form: { topic: '周会', hosts: [TOM], start: '2026-01-05 15:00 +0800', record: true },
      },
    },
    'press-picker': {
      ...press,
      action: { tag: 'picker_datetime', value: { key: 'v' }, option: '2026-01-05 15:00 +0800', timezone: 'Europe/Berlin' },
    },
    'press-multi-select': { ...press, action: { tag: 'multi_select_person', value: {}, options: ['ou_1', 'ou_2'] } },
    'press-checker': { ...press, action: { tag: 'checker', value: {}, checked: false } },
    'press-input': { ...press, action: { tag: 'input', value: {}, input: '明天下午三点' } },
    'meeting-started': { ...session, event: { fact: 'started', ...run, ...began } },
    'meeting-ended': { ...session, event: { fact: 'ended', ...run, startAt: SENT, endAt: SENT + 600_000 } },
    'meeting-joined': { ...session, event: { fact: 'joined', ...run, ...began, who: { id: ASKER, userType: 1, role: 'host' } } },
    'meeting-left': { ...session, event: { fact: 'left', ...run, ...began, who: { id: ASKER, userType: 1, role: 'host' } } },
    'recording-started': { ...session, event: { fact: 'recording', ...run, on: true } },
    'recording-ended': { ...session, event: { fact: 'recording', ...run, on: false } },
    'recording-ready': {
      ...session,
      event: { fact: 'recorded', ...run, url: 'https://meetings.feishu.cn/minutes/obcn37dxcftoc3656rgyejm7', length: 30_000 },
    },
    'bot-added': { kind: 'bot_added', id: EVENT, at: SENT, from: ASKER, chatId: CHAT },
    'bot-chat-entered': { kind: 'bot_chat_entered', id: EVENT, at: SENT, from: ASKER, chatId: CHAT, lastMessageAt: 1_615_380_573_411 },
    'bot-chat-entered-first': { kind: 'bot_chat_entered', id: EVENT, at: SENT, from: ASKER, chatId: CHAT },
  };

  it.each(FIXTURES)('%s', (name) => {
    expect(read(name)).toEqual(expected[name] ?? null);
  });
});

describe('in groups', () => {
  const text = (mentions: unknown) => changed('message-text-group', 'event.message.mentions', mentions);
  const mention = (openId: unknown, key: unknown = '@_user_1', name: unknown = 'x') => ({ key, id: { open_id: openId }, name });

  it.each<[string, unknown, boolean, boolean]>([
    // mentions · heard when our open_id is known · while it is not
    ['us', [mention(BOT)], true, true],
    ['us among others', [mention(TOM, '@_user_1'), mention(BOT, '@_user_2')], true, true],
    ['somebody else', [mention(TOM)], false, true],
    ['everybody', [mention('all', '@_all')], false, false],
    ['nobody', [], false, false],
    ['nothing said', undefined, false, false],
    ['no list', { 0: mention(BOT) }, false, false],
    ['an id that is none', [mention('ou_<script>')], false, false],
    ['a number for an id', [mention(1)], false, false],
    ['no key', [{ id: { open_id: BOT } }], false, false],
    ['holes', [null, 1, 'x', [], {}], false, false],
  ])('%s mentioned', (_name, mentions, known, unknown) => {
    expect(toIncoming(text(mentions), ctx) !== null).toBe(known);
    expect(toIncoming(text(mentions), { ...ctx, botOpenId: null }) !== null).toBe(unknown);
  });

  it('the mentions that are well formed remain', () => {
    const incoming = toIncoming(text([mention(BOT, '@_user_1', 7), null, mention(TOM, 'x'), mention(TOM, '@_user_3', 'Tom')]), ctx);
    expect(incoming).toMatchObject({
      mentions: [
        { key: '@_user_1', openId: BOT, name: '' },
        { key: '@_user_3', openId: TOM, name: 'Tom' },
      ],
    });
  });

  it('an unknown kind of chat counts as a group', () => {
    expect(toIncoming(changed('message-text-group', 'event.message.chat_type', 'topic_group'), ctx)).toMatchObject({ place: group });
    expect(toIncoming(changed('message-text-direct', 'event.message.chat_type', undefined), ctx)).toBeNull();
  });

  it('our own messages are none', () => {
    expect(toIncoming(changed('message-text-direct', 'event.sender.sender_id.open_id', BOT), ctx)).toBeNull();
  });
});

describe('what cannot be right is nothing', () => {
  it.each<[string, string, unknown[]]>([
    [
      'message-text-direct',
      'event.message.message_id',
      ['om_', 'om_a/b', 'om_../x', 'ou_1', '', 1, null, undefined, ['om_1'], `om_${'x'.repeat(129)}`, 'om_1\n'],
    ],
    ['message-text-direct', 'event.message.chat_id', ['oc_', 'oc_ ', 'x', 2, {}]],
    ['message-text-direct', 'event.sender.sender_id.open_id', ['ou_', 'on_1', null, 3]],
    ['message-text-direct', 'event.sender.sender_id', [null, 'ou_1', []]],
    ['message-text-direct', 'event.sender', [null, 'user', []]],
    ['message-text-direct', 'event.message', [null, 'text', []]],
    ['message-text-direct', 'event', [null, 'x', []]],
    ['message-text-direct', 'header', [null, 'x', []]],
    ['message-text-direct', 'header.event_type', ['constructor', '__proto__', 'toString', 1, null]],
    [
      'message-text-direct',
      'event.message.content',
      ['', '{', 'null', '[]', '"x"', '{}', '{"text":1}', '{"text":""}', '{"text":null}', 7, null, { text: 'x' }],
    ],
    ['message-post', 'event.message.content', ['{}', '{"content":1}', '{"title":"","content":[]}', '{"content":{}}']],
    ['press-button', 'event.operator', [null, 'x', {}, { open_id: 1 }]],
    ['press-button', 'event.context', [null, {}, { open_chat_id: 'oc_1' }]],
    ['press-button', 'event.action', [null, [], {}, { tag: 1 }]],
    ['press-button', 'header.event_id', ['', null, 1, 'a b', 'x'.repeat(129)]],
    ['bot-added', 'event.chat_id', [null, 'x']],
    ['bot-added', 'event.operator_id', [null, 'x', { open_id: 'x' }]],
    ['bot-chat-entered', 'header.event_id', [null]],
  ])('%s with another %s', (name, path, values) => {
    for (const value of values) expect(toIncoming(changed(name, path, value), ctx), JSON.stringify(value)).toBeNull();
  });

  it('ids need not be hexadecimal', () => {
    const event = fixture('message-text-direct');
    event.header.event_id = 'ev_4fd9f0b2a1c300000001';
    event.event.sender = { sender_id: { open_id: 'ou_bench_1' }, sender_type: 'user', tenant_key: 'bench_tenant' };
    event.event.message = { ...event.event.message, message_id: 'om_4fd9f0b2a1c300000001', chat_id: 'oc_fold7' };
    expect(toIncoming(event, ctx)).toMatchObject({
      id: 'om_4fd9f0b2a1c300000001',
      from: 'ou_bench_1',
      tenantKey: 'bench_tenant',
      place: { chatId: 'oc_fold7' },
    });
  });

  it('an optional field that cannot be right is absent', () => {
    const plain = { ...message, place: direct, content: { type: 'text', text: '明天下午3点到4点半 周会' }, lang: 'en_us' };
    for (const [path, value] of [
      ['event.message.thread_id', 'omt_/'],
      ['event.message.parent_id', 1],
      ['event.message.parent_id', 'om_..'],
      ['event.message.mentions', 'x'],
      ['event.message.create_time', 'soon'],
      ['event.sender.tenant_key', ['x']],
    ] as const) {
      expect(toIncoming(changed('message-text-direct', path, value), ctx), path).toEqual(plain);
    }
  });
});

describe('text', () => {
  const ofText = (text: string) => toIncoming(changed('message-text-direct', 'event.message.content', JSON.stringify({ text })), ctx);
  const ofPost = (post: unknown) => toIncoming(changed('message-post', 'event.message.content', JSON.stringify(post)), ctx);

  it('of 150 KB keeps its beginning and its end, and is never cut through a character', () => {
    const long = `above${'会'.repeat(150_000)}below`;
    const kept = `above${'会'.repeat(9995)}\n\n${'会'.repeat(9995)}below`;
    expect(ofText(long)).toMatchObject({ content: { text: kept } });
    expect(ofPost({ content: [[{ tag: 'text', text: long }]] })).toMatchObject({ content: { text: kept } });
    expect(ofText(`x${'😀'.repeat(20_000)}y`)).toMatchObject({ content: { text: `x${'😀'.repeat(4999)}\n\n${'😀'.repeat(4999)}y` } });
    const lines = Array.from({ length: 9000 }, () => [{ tag: 'text', text: '会'.repeat(9) }]);
    const text = ofPost({ content: [[{ tag: 'text', text: 'above' }], ...lines, [{ tag: 'text', text: 'below' }]] });
    expect(text).toMatchObject({ content: { text: expect.stringMatching(/^above\n会[\s\S]{19940,20010}会\nbelow$/) } });
  });

  it('keeps line breaks and loses what no database takes', () => {
    expect(ofText('a\nb\u0000c')).toMatchObject({ content: { text: 'a\nbc' } });
  });

  it.each<[string, unknown, string]>([
    ['lines', [[{ tag: 'text', text: 'a' }], [], [{ tag: 'text', text: 'b' }]], 'a\n\nb'],
    [
      'a link by its words, else its address',
      [
        [
          { tag: 'a', text: 'w', href: 'https://x.y' },
          { tag: 'a', href: 'https://x.y' },
        ],
      ],
      'whttps://x.y',
    ],
    [
      'mentions by their placeholder',
      [
        [
          { tag: 'at', user_id: '@_user_1' },
          { tag: 'text', text: ' 3pm' },
        ],
      ],
      '@_user_1 3pm',
    ],
    [
      'nothing of unknown or broken parts',
      [[{ tag: 'video' }, null, 5, ['x'], { tag: 'text', text: 9 }, { tag: 'text', text: 'a' }], 'x', null],
      'a\n\n',
    ],
    ['code as it stands', [[{ tag: 'code_block', language: 'GO', text: 'a*b*c' }]], 'a*b*c'],
  ])('of rich text: %s', (_name, content, text) => {
    expect(ofPost({ title: '', content })).toMatchObject({ content: { type: 'text', text } });
  });

  it.each<[string, unknown]>([
    ['as it is', { title: '', content: [[{ tag: 'text', text: '明天3点 周会' }]] }],
    ['in a language', { zh_cn: { title: '', content: [[{ tag: 'text', text: '明天3点 周会' }]] } }],
    ['in another language', { en_us: { content: [[{ tag: 'text', text: '明天3点 周会' }]] } }],
    ['in a language nobody listed', { fr_fr: { title: '', content: [[{ tag: 'text', text: '明天3点 周会' }]] } }],
    ['in a language, under its kind', { post: { zh_cn: { content: [[{ tag: 'text', text: '明天3点 周会' }]] } } }],
    ['in the second version alone', { title: '', content_v2: [[{ tag: 'md', text: '**明天3点** 周会' }]] }],
    ['in both versions', { content: [[{ tag: 'text', text: '明天3点 周会' }]], content_v2: [[{ tag: 'md', text: '别的' }]] }],
    ['with the first version empty', { content: [], content_v2: [[{ tag: 'md', text: '明天3点 周会' }]] }],
    ['as one piece of Markdown', { content_v2: '明天3点 *周会*' }],
    [
      'as parts without lines',
      {
        content: [
          { tag: 'text', text: '明天3点 ' },
          { tag: 'text', text: '周会' },
        ],
      },
    ],
  ])('of a post %s', (_name, post) => {
    expect(ofPost(post)).toMatchObject({ content: { type: 'text', text: '明天3点 周会' } });
  });

  it.each([
    ['**明天**下午3点', '明天下午3点'],
    ['# 周会\n- 明天3点\n> 一小时', '周会\n明天3点\n一小时'],
    ['~~今天~~ *明天* 3点', '今天 明天 3点'],
    ['[周会](https://a.example/x(1)) 3点', '周会 3点'],
    ['![图](img_v3_1) 3点', ' 3点'],
    ['`周会` 3点\n```js\nlet a\n```', '周会 3点\nlet a\n'],
    ['@_user_1 明天3点 3*4 a_b_c', '@_user_1 明天3点 3*4 a_b_c'],
    ['<u>周会</u> 3点', '周会 3点'],
  ])('of Markdown %j', (markdown, text) => {
    expect(ofPost({ content: [[{ tag: 'md', text: markdown }]] })).toMatchObject({ content: { text } });
  });

  it.each<[string, string]>([
    ['[周会](https://a.example) 明天3点', '周会 明天3点'],
    ['[https://a.example](https://a.example) 明天3点', 'https://a.example 明天3点'],
    ['[重要] 周会 (明天3点)', '[重要] 周会 (明天3点)'],
    ['a[0](1)', 'a[0](1)'],
  ])('with links: %j', (given, text) => {
    expect(ofText(given)).toMatchObject({ content: { text } });
  });
});

describe('people named in the text itself', () => {
  const LINA = `ou_${'3'.repeat(32)}`;
  const read = (type: string, content: object) => {
    const event = fixture('message-text-group');
    event.event.message.message_type = type;
    event.event.message.content = JSON.stringify(content);
    return toIncoming(event, ctx) as Extract<Incoming, { kind: 'message' }> | null;
  };
  const post = (...parts: object[]) => read('post', { content: [parts] });

  it.each<[string, string, string]>([
    ['somebody who is listed', `<at user_id="${TOM}">Tom</at> 3pm`, '@_user_2 3pm'],
    ['somebody who is not', `<at user_id="${LINA}">李娜</at> 3pm`, '@_user_3 3pm'],
    ['without quotes', `<at id=${LINA}></at> 3pm`, '@_user_3 3pm'],
    ['without an end', `<at id='${LINA}'> 3pm`, '@_user_3 3pm'],
    ['everybody', '<at user_id="all">所有人</at> 3pm', '@_all 3pm'],
    ['by a placeholder', '<at user_id="@_user_2">Tom</at> 3pm', '@_user_2 3pm'],
    ['by an id of another kind', '<at user_id="on_1">李娜</at> 3pm', '李娜 3pm'],
  ])('as a tag: %s', (_name, given, text) => {
    for (const [type, content] of [
      ['text', { text: given }],
      ['post', { content: [[{ tag: 'text', text: given }]] }],
      ['post', { content_v2: [[{ tag: 'md', text: given }]] }],
    ] as const) {
      const incoming = read(type, content);
      expect(incoming).toMatchObject({ content: { text } });
      const key = /@_user_3/.exec(text)?.[0];
      if (key) expect(incoming?.mentions).toContainEqual({ key, openId: LINA, name: given.includes('李娜') ? '李娜' : '' });
    }
  });

  it('in rich text, by open_id or by placeholder', () => {
    expect(post({ tag: 'at', user_id: LINA, user_name: '李娜' }, { tag: 'text', text: ' 3pm' })).toMatchObject({
      content: { text: '@_user_3 3pm' },
      mentions: [{ key: '@_user_1' }, { key: '@_user_2' }, { key: '@_user_3', openId: LINA, name: '李娜' }],
    });
    expect(post({ tag: 'at', user_id: BOT }, { tag: 'text', text: ' 3pm' })).toMatchObject({ content: { text: '@_user_1 3pm' } });
  });

  it('calls us from rich text that has no list of mentions, and never by a tag that somebody typed', () => {
    const unlisted = (type: string, content: object) => {
      const event = fixture('message-text-unmentioned');
      event.event.message.message_type = type;
      event.event.message.content = JSON.stringify(content);
      return toIncoming(event, ctx);
    };
    expect(
      unlisted('post', {
        content: [
          [
            { tag: 'at', user_id: BOT },
            { tag: 'text', text: ' 3pm' },
          ],
        ],
      }),
    ).not.toBeNull();
    expect(unlisted('text', { text: `<at user_id="${BOT}">x</at> 3pm` })).toBeNull();
  });

  it('of another company keep it', () => {
    const event = fixture('message-text-group');
    event.event.sender.tenant_key = 'partner';
    event.event.message.mentions[1].tenant_key = 'partner';
    expect(toIncoming(event, ctx)).toMatchObject({
      tenantKey: 'partner',
      appTenantKey: TENANT,
      mentions: [
        { type: 'bot', tenantKey: TENANT },
        { type: 'user', tenantKey: 'partner' },
      ],
    });
  });
});

describe('the language of the client', () => {
  it.each([
    ['Lark/6.7.5 LarkLocale/zh_CN ttnet', 'zh_cn'],
    ['LarkLocale/zh_TW', 'zh_cn'],
    ['LarkLocale/zh-HK', 'zh_cn'],
    ['LarkLocale/en_US', 'en_us'],
    ['LarkLocale/en_GB', 'en_us'],
    ['LarkLocale/ja_JP', undefined],
    ['Mozilla/5.0', undefined],
    ['', undefined],
    [7, undefined],
  ])('%s', (userAgent, lang) => {
    const incoming = toIncoming(changed('message-text-direct', 'event.message.user_agent', userAgent), ctx);
    expect(incoming).toHaveProperty('kind', 'message');
    expect((incoming as { lang?: string }).lang).toBe(lang);
  });
});

describe('time', () => {
  it('is when the message was written, not when it arrived, and never ahead of us', () => {
    const later = { ...ctx, now: SENT + 7 * 3_600_000 };
    expect(toIncoming(fixture('message-text-direct'), later)).toMatchObject({ at: SENT });
    expect(toIncoming(fixture('message-text-direct'), { ...ctx, now: SENT - 60_000 })).toMatchObject({ at: SENT - 60_000 });
    const at = SENT - 5000;
    for (const time of [String(at), at, String(at / 1000), `${at}000`, `${at}000000`]) {
      expect(toIncoming(changed('message-text-direct', 'event.message.create_time', time), ctx), String(time)).toMatchObject({ at });
    }
    const event = fixture('message-text-direct');
    event.header.create_time = undefined;
    event.event.message.create_time = 'soon';
    expect(toIncoming(event, ctx)).toMatchObject({ at: ctx.now });
  });
});

describe('a press in other shapes', () => {
  const shaped = (shape: (event: ReturnType<typeof fixture>) => void) => {
    const event = fixture('press-button');
    shape(event);
    return event;
  };
  const plain = { ...press, action: { tag: 'button', name: 'cancel', value: { act: 'cancel', id: 'm1', sure: true } } };
  const ids = { open_message_id: MESSAGE, open_chat_id: CHAT };

  it.each<[string, (event: ReturnType<typeof fixture>) => void]>([
    ['operator.user_id.open_id', ({ event }) => Object.assign(event, { operator: { tenant_key: TENANT, user_id: { open_id: ASKER } } })],
    ['operator.operator_id', ({ event }) => Object.assign(event, { operator: { tenant_key: TENANT, operator_id: { open_id: ASKER } } })],
    ['an open_id beside the action', ({ event }) => Object.assign(event, { operator: undefined, open_id: ASKER })],
    ['the context spread over the event', ({ event }) => Object.assign(event, { context: undefined, ...ids })],
    ['the context beside the event', (whole) => Object.assign(whole, { context: ids, event: { ...whole.event, context: undefined } })],
    ['the ids beside the event', (whole) => Object.assign(whole, { ...ids, event: { ...whole.event, context: undefined } })],
  ])('%s is understood', (_name, shape) => {
    expect(toIncoming(shaped(shape), ctx)).toEqual(plain);
    expect(pressProblem(shaped(shape))).toBeNull();
  });

  it('without a chat still counts', () => {
    expect(toIncoming(changed('press-button', 'event.context', { open_message_id: MESSAGE }), ctx)).toEqual({ ...plain, chatId: '' });
  });

  it('that cannot be read says which parts', () => {
    expect(pressProblem(changed('press-button', 'event.context', {}))).toEqual(['open_message_id']);
    expect(pressProblem(changed('press-button', 'event', {}))).toEqual(['open_id', 'open_message_id', 'action']);
    expect(pressProblem(fixture('message-text-group'))).toBeNull();
  });

  it.each([
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['UTC', 'UTC'],
    ['GMT+08:00', undefined],
    ['+08:00', undefined],
    ['Asia/Nowhere', undefined],
    ['', undefined],
  ])('in the zone %j', (timezone, zone) => {
    const incoming = toIncoming(changed('press-button', 'event.action', { tag: 'button', timezone }), ctx);
    expect((incoming as Extract<Incoming, { kind: 'press' }>).action.timezone).toBe(zone);
  });
});

describe('what a press carries', () => {
  const ofAction = (action: unknown) => toIncoming(changed('press-button', 'event.action', action), ctx);

  it('is bounded and inherits nothing', () => {
    let deep: unknown = 'end';
    for (let i = 0; i < 5000; i++) deep = { deep };
    const value = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"id":"m1"}');
    const incoming = ofAction({
      tag: 'button',
      value: { ...value, deep, long: 'x'.repeat(100_000), many: Array.from({ length: 100_000 }, (_, i) => i) },
      form_value: JSON.parse('{"__proto__":{"admin":true},"topic":"a"}'),
    });
    expect(incoming).toMatchObject({ action: { value: { id: 'm1' }, form: { topic: 'a' } } });
    const text = JSON.stringify(incoming);
    expect(text.length).toBeLessThan(20_000);
    expect(text).not.toContain('admin');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each<[string, unknown, unknown]>([
    ['a string for a value', { tag: 'button', value: 'x' }, { tag: 'button', value: {} }],
    ['a list for a value', { tag: 'button', value: [1] }, { tag: 'button', value: {} }],
    [
      'wrong types all over',
      { tag: 'x', name: 1, option: {}, options: 'a', checked: 'yes', input_value: 5, timezone: '<b>', form_value: [] },
      { tag: 'x', value: {} },
    ],
    ['options that are no strings', { tag: 'x', options: ['a', 1, null, ['b'], ''] }, { tag: 'x', value: {}, options: ['a'] }],
    ['an emptied input', { tag: 'input', input_value: '' }, { tag: 'input', value: {}, input: '' }],
  ])('%s', (_name, action, expected) => {
    expect(ofAction(action)).toMatchObject({ action: expected });
    expect((ofAction(action) as { action: unknown }).action).toEqual(expected);
  });
});

describe('whatever comes', () => {
  it('is read or nothing, never an exception', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
        (event) => void toIncoming(event, ctx),
      ),
    );
  });

  it('in a known event, at any place of it, neither throws nor lets a broken id through', () => {
    const paths: [string, string][] = [];
    const walk = (name: string, at: unknown, path: string) => {
      if (path !== '') paths.push([name, path]);
      if (typeof at !== 'object' || at === null || Array.isArray(at)) return;
      for (const [key, value] of Object.entries(at)) walk(name, value, path === '' ? key : `${path}.${key}`);
    };
    const names = ['message-text-group', 'message-post', 'press-form', 'bot-added', 'bot-chat-entered'];
    for (const name of names) walk(name, fixture(name), '');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.oneof(fc.anything(), fc.jsonValue(), fc.json()), ([name, path], value) => {
        const incoming = toIncoming(changed(name, path, value), ctx);
        if (incoming === null || incoming.kind === 'meeting_event') return;
        expect(incoming.from).toMatch(/^ou_[\w-]+$/);
        if (incoming.kind === 'press') expect(incoming.chatId).toMatch(/^(oc_[\w-]+)?$/);
        else expect(incoming.kind === 'message' ? incoming.place.chatId : incoming.chatId).toMatch(/^oc_[\w-]+$/);
        expect(JSON.parse(JSON.stringify(incoming))).toEqual(incoming);
      }),
      { numRuns: 1000 },
    );
  });

  it('is counted under few names', () => {
    expect(eventTypeOf(fixture('message-post'))).toBe('im.message.receive_v1');
    expect([fixture('menu'), fixture('p2p-chat-create-v1'), null, 'x'].map(eventTypeOf)).toEqual(['other', 'other', 'other', 'other']);
  });
});
