import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, ok, start } from './scripted.ts';

const INFO = 'GET /open-apis/bot/v3/info';
const CHAT = 'GET /open-apis/im/v1/chats/:id';
const CHATS = 'GET /open-apis/im/v1/chats';
const MEMBERS = 'GET /open-apis/im/v1/chats/:id/members';
const IN_CHAT = 'GET /open-apis/im/v1/chats/:id/members/is_in_chat';
const NAMES = 'POST /open-apis/contact/v3/users/basic_batch';

let now = 1_767_225_600_000;
let started: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  started = await start({ now: () => now });
});
afterEach(() => started.stop());

describe('directory', () => {
  it('knows the bot: under `bot`, not `data`', async () => {
    started.server.on(INFO, { body: { code: 0, msg: 'ok', bot: { activate_status: 2, app_name: '会议助手', open_id: 'ou_bot' } } });
    expect(await started.platform.directory.bot()).toEqual({ openId: 'ou_bot', name: '会议助手', status: 2 });
  });

  it.each([
    [
      { name: '项目组', chat_mode: 'group', group_message_type: 'chat' },
      { name: '项目组', mode: 'group' },
    ],
    [
      { name: '话题群', chat_mode: 'topic' },
      { name: '话题群', mode: 'topic' },
    ],
    [
      { name: '话题群', chat_mode: 'group', group_message_type: 'thread' },
      { name: '话题群', mode: 'topic' },
    ],
    [{ chat_mode: 'p2p' }, { name: '', mode: 'p2p' }],
    [{}, { name: '', mode: 'group' }],
  ])('%j is %j', async (data, chat) => {
    started.server.on(CHAT, ok(data));
    expect(await started.platform.directory.chat('oc_1')).toEqual(chat);
  });

  it('says whether the bot is in a chat', async () => {
    started.server.on(IN_CHAT, [ok({ is_in_chat: true }), ok({ is_in_chat: false }), ok({})]);
    const { directory } = started.platform;
    expect([await directory.isMember('oc_1'), await directory.isMember('oc_1'), await directory.isMember('oc_1')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  describe('members', () => {
    const page = (from: number, count: number, next?: string) =>
      ok({
        items: Array.from({ length: count }, (_, n) => ({ member_id_type: 'open_id', member_id: `ou_${from + n}`, name: 'x' })),
        has_more: next !== undefined,
        ...(next ? { page_token: next } : {}),
      });

    it('are read page by page', async () => {
      started.server.on(MEMBERS, [page(0, 100, 'p=2&x'), page(100, 100, 'p3'), page(200, 40)]);
      const { ids, more } = await started.platform.directory.members('oc_1', 500);
      expect([ids.length, ids[0], ids[239], more]).toEqual([240, 'ou_0', 'ou_239', false]);
      expect(started.server.to(MEMBERS).map((one) => [one.query.get('page_size'), one.query.get('page_token')])).toEqual([
        ['100', null],
        ['100', 'p=2&x'],
        ['100', 'p3'],
      ]);
    });

    it('stop at the limit and say that there are more', async () => {
      started.server.on(MEMBERS, [page(0, 100, 'p2'), page(100, 100, 'p3')]);
      expect(await started.platform.directory.members('oc_1', 150)).toMatchObject({ more: true, ids: { length: 150 } });
      expect(started.server.to(MEMBERS)).toHaveLength(2);
    });

    it.each([
      [100, undefined, false],
      [100, 'p2', true],
    ])('exactly the limit (%i, next page %s): more is %s', async (count, next, more) => {
      started.server.on(MEMBERS, [page(0, count, next), page(100, 1)]);
      expect((await started.platform.directory.members('oc_1', 100)).more).toBe(more);
    });

    it('end although the platform gives the same page for ever', async () => {
      started.server.on(MEMBERS, page(0, 2, 'same'));
      expect(await started.platform.directory.members('oc_1', 1000)).toMatchObject({ more: true });
    });
  });

  it('lists the groups that the bot is in', async () => {
    started.server.on(CHATS, [
      ok({ items: [{ chat_id: 'oc_1', name: '一' }], has_more: true, page_token: 'p2' }),
      ok({ items: [{ chat_id: 'oc_2', name: '二' }, { chat_id: 'oc_3', name: '散', chat_status: 'dissolved' }, {}], has_more: false }),
    ]);
    expect(await started.platform.directory.chats(100)).toEqual([
      { chatId: 'oc_1', name: '一' },
      { chatId: 'oc_2', name: '二' },
    ]);
  });

  describe('departments', () => {
    const USER = 'GET /open-apis/contact/v3/users/:id';
    const ABOVE = 'GET /open-apis/contact/v3/departments/parent';
    const wanted = new Set(['od-top']);

    it('are looked for above the own ones, page by page, once an hour', async () => {
      started.server.on(USER, ok({ user: { department_ids: ['od-a', 'od-b', 7] } }));
      started.server.on(ABOVE, [
        ok({ has_more: false, items: [{ open_department_id: 'od-x' }] }),
        ok({ has_more: true, page_token: 'p2', items: [{ open_department_id: 'od-y' }] }),
        ok({ has_more: false, items: [{ open_department_id: 'od-top' }] }),
      ]);
      const { directory } = started.platform;
      expect(await directory.inDepartments('ou_1', wanted)).toBe(true);
      expect(await directory.inDepartments('ou_1', new Set(['od-z']))).toBe(false);
      expect(started.server.to(USER)).toHaveLength(1);
      expect(started.server.to(ABOVE).map(({ query }) => [query.get('department_id'), query.get('page_token')])).toEqual([
        ['od-a', null],
        ['od-b', null],
        ['od-b', 'p2'],
      ]);
    });

    it.each([
      ['no scope', failure(99991672, 400, { msg: 'scopes: [contact:contact.base:readonly]' })],
      ['outside the range', failure(41050)],
      ['no answer to it', ok({ user: {} })],
    ])('that may not be read let nobody in: %s', async (_, given) => {
      started.server.on(USER, given);
      expect(await started.platform.directory.inDepartments('ou_1', wanted)).toBe(false);
    });

    it('that cannot be read now are no refusal: it is tried again', async () => {
      started.server.on(USER, failure(2200, 500));
      await expect(started.platform.directory.inDepartments('ou_1', wanted)).rejects.toMatchObject({ verdict: 'retry' });
    });
  });

  describe('names', () => {
    const answer = (asked: { body: unknown }) =>
      ok({
        users: (asked.body as { user_ids: string[] }).user_ids.map((id) => ({
          user_id: id,
          name: `名${id}`,
          i18n_name: { zh_cn: '', en_us: `Name ${id}` },
        })),
      });

    it('come ten at a time, each person once, and are kept for an hour', async () => {
      started.server.on(NAMES, answer);
      const ids = Array.from({ length: 23 }, (_, n) => `ou_${n}`);
      const { directory } = started.platform;
      const names = await directory.names([...ids, ...ids]);
      expect(names.size).toBe(23);
      expect(names.get('ou_7')).toEqual({ zh_cn: '名ou_7', en_us: 'Name ou_7' });
      expect(started.server.to(NAMES).map((one) => (one.body as { user_ids: string[] }).user_ids.length)).toEqual([10, 10, 3]);
      await directory.names(ids);
      expect(started.server.to(NAMES)).toHaveLength(3);
      now += 3_600_001;
      await directory.names(['ou_7']);
      expect(started.server.to(NAMES)).toHaveLength(4);
    });

    it('are gathered over all who ask meanwhile, each person once', async () => {
      started.server.on(NAMES, answer);
      const { directory } = started.platform;
      const many = Array.from({ length: 40 }, (_, n) => [`ou_m${n}`, `ou_m${(n + 1) % 40}`]);
      const found = await Promise.all(many.map((ids) => directory.names(ids)));
      expect(found.map((names) => names.size)).toEqual(many.map(() => 2));
      expect(started.server.to(NAMES).map((one) => (one.body as { user_ids: string[] }).user_ids.length)).toEqual([10, 10, 10, 10]);
    });

    it('are left out without the scope, and not asked for again at once', async () => {
      started.server.on(NAMES, failure(99991672, 400, { msg: 'scopes: [contact:user.basic_profile:readonly]' }));
      const { directory } = started.platform;
      expect((await directory.names(Array.from({ length: 30 }, (_, n) => `ou_${n}`))).size).toBe(0);
      expect((await directory.names(['ou_1'])).size).toBe(0);
      expect(started.server.to(NAMES)).toHaveLength(1);
    });

    it.each([
      ['a wrong id', failure(40001)],
      ['silence', { silence: 'reset' as const }],
    ])('never stop anything: %s', async (_, given) => {
      started.server.on(NAMES, given);
      expect((await started.platform.directory.names(['ou_1', 'not an id'])).size).toBe(0);
      expect(started.server.to(NAMES)).toHaveLength(1);
    });
  });
});
