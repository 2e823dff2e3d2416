import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { type Api, type Controls, controls, type Loose, openApi, sdkClient, startSandbox, still } from './start.ts';

let sandbox: Sandbox;
let api: Api;
let control: Controls;
let world: Loose;
let group: Loose;
let topic: Loose;
let me: Loose;
let direct: Loose;

beforeAll(async () => {
  sandbox = await startSandbox(still());
  control = controls(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await control.post('/reset');
  sandbox.advance(60_000);
  api = await openApi(sandbox);
  world = await control.world();
  group = world.chats.find((chat: Loose) => chat.name === '产品周会');
  topic = world.chats.find((chat: Loose) => chat.chat_mode === 'topic');
  me = world.people[0];
  direct = world.chats.find((chat: Loose) => chat.chat_mode === 'p2p' && chat.members[0] === me.open_id);
});

const text = (words: string) => JSON.stringify({ text: words });
const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'hi' }] } };
const OLD_CARD = { elements: [{ tag: 'markdown', content: 'hi' }] };

const create = (body: object, type = 'chat_id') =>
  api.call('POST', `/im/v1/messages?receive_id_type=${type}`, {
    receive_id: group.chat_id,
    msg_type: 'text',
    content: text('hi'),
    ...body,
  });
const reply = (id: string, body: object = {}) =>
  api.call('POST', `/im/v1/messages/${id}/reply`, { msg_type: 'text', content: text('re'), ...body });
const sent = async (body: object = {}): Promise<Loose> => (await create(body)).body.data;
const sentCard = (card: object = CARD) => sent({ msg_type: 'interactive', content: JSON.stringify(card) });
const patch = (id: string, card: object) => api.call('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(card) });
const say = async (words: string, more: object = {}) =>
  (await control.post('/messages', { as: me.open_id, chat_id: group.chat_id, text: words, ...more })).message_id;
const seenBy = async (someone: Loose, chat = group) =>
  (await control.get(`/chats/${chat.chat_id}/messages?as=${someone.open_id}`)).messages;

describe('create', () => {
  it('answers through the SDK as documented', async () => {
    const answer: Loose = await sdkClient(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: group.chat_id, msg_type: 'text', content: text(`<at user_id="${me.open_id}">x</at> hello`) },
    });
    expect(answer).toMatchObject({
      code: 0,
      msg: 'success',
      data: {
        chat_id: group.chat_id,
        msg_type: 'text',
        deleted: false,
        updated: false,
        sender: { id: sandbox.appId, id_type: 'app_id', sender_type: 'app', tenant_key: world.tenant_key },
        body: { content: text('@_user_1 hello') },
        mentions: [{ key: '@_user_1', id: me.open_id, id_type: 'open_id', name: me.name }],
      },
    });
    expect(answer.data.message_id).toMatch(/^om_/);
    expect(answer.data.create_time).toMatch(/^\d{13}$/);
    expect((await seenBy(me)).at(-1)).toMatchObject({ text: `@${me.name} hello`, sender: { type: 'app', name: '会议助手' } });
  });

  it.each(['open_id', 'union_id', 'user_id'])('reaches the direct chat by %s', async (type) => {
    const answer = await create({ receive_id: me[type] }, type);
    expect(answer.body.data.chat_id).toBe(direct.chat_id);
  });

  it.each<[string, object, string, number]>([
    ['an unknown chat', { receive_id: 'oc_0' }, 'chat_id', 230034],
    ['an unknown open_id', { receive_id: 'ou_0' }, 'open_id', 99992351],
    ['an unknown user_id', { receive_id: 'zzz' }, 'user_id', 230034],
    ['an unknown receive_id_type', {}, 'thread_id', 230001],
    ['no receiver', { receive_id: '' }, 'chat_id', 230001],
    ['an unknown type', { msg_type: 'markdown' }, 'chat_id', 230001],
    ['content that is an object', { content: { text: 'hi' } }, 'chat_id', 230001],
    ['content that is no JSON', { content: 'hi' }, 'chat_id', 230001],
    ['an empty text', { content: text('') }, 'chat_id', 230001],
    ['a long uuid', { uuid: 'x'.repeat(51) }, 'chat_id', 230001],
    ['a text above 150 KB', { content: text('x'.repeat(151 * 1024)) }, 'chat_id', 230025],
    [
      'a card above 30 KB',
      {
        msg_type: 'interactive',
        content: JSON.stringify({ ...CARD, header: { title: { tag: 'plain_text', content: 'x'.repeat(31_000) } } }),
      },
      'chat_id',
      230025,
    ],
    [
      'a card template',
      { msg_type: 'interactive', content: JSON.stringify({ type: 'template', data: { template_id: 'AAq' } }) },
      'chat_id',
      230099,
    ],
    [
      'a post with an unknown tag',
      { msg_type: 'post', content: JSON.stringify({ zh_cn: { title: '', content: [[{ tag: 'table' }]] } }) },
      'chat_id',
      230001,
    ],
  ])('refuses %s', async (_name, body, type, code) => {
    expect(await create(body, type)).toMatchObject({ status: 400, body: { code } });
  });

  it('words a bad card as the platform does', async () => {
    const { status, body } = await create({
      msg_type: 'interactive',
      content: JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'note' }] } }),
    });
    expect(status).toBe(400);
    expect(body.code).toBe(230099);
    expect(body.msg).toMatch(
      /^Failed to create card content, ext=ErrCode: 200861; ErrPath: ROOT -> body -> .*; ErrMsg: .*unsupported tag note; ErrorValue: note;/,
    );
  });

  it('sends once per uuid for an hour', async () => {
    const first = await sent({ uuid: 'u1' });
    expect((await sent({ uuid: 'u1', content: text('other') })).message_id).toBe(first.message_id);
    expect((await reply(first.message_id, { uuid: 'u1' })).body.data.message_id).toBe(first.message_id);
    expect((await sent({ uuid: 'u2' })).message_id).not.toBe(first.message_id);
    sandbox.advance(3_600_001);
    expect((await sent({ uuid: 'u1' })).message_id).not.toBe(first.message_id);
    expect(await seenBy(me)).toHaveLength(3);
  });

  it('takes five messages a second per chat', async () => {
    for (let turn = 0; turn < 5; turn++) expect((await create({})).body.code).toBe(0);
    expect(await create({})).toMatchObject({ status: 400, body: { code: 230020, msg: 'This operation triggers the frequency limit.' } });
    expect((await create({ receive_id: me.open_id }, 'open_id')).body.code).toBe(0);
    sandbox.advance(1000);
    expect((await create({})).body.code).toBe(0);
  });

  it.each<[string, object, number]>([
    ['resigned', { resigned: true }, 230029],
    ['is out of range', { available: false }, 230013],
    ['has stopped the bot', { blocks_bot: true }, 230053],
  ])('does not reach a person who %s', async (_name, change, code) => {
    await control.post(`/people/${me.open_id}`, change);
    expect((await create({ receive_id: me.open_id }, 'open_id')).body.code).toBe(code);
    expect((await create({ receive_id: direct.chat_id })).body.code).toBe(code);
  });

  it('does not reach people of another company directly', async () => {
    const outsider = world.people.find((someone: Loose) => someone.tenant_key !== world.tenant_key);
    expect((await create({ receive_id: outsider.open_id }, 'open_id')).body.code).toBe(230038);
  });

  it('knows the states of a group', async () => {
    await control.post(`/chats/${group.chat_id}`, { owner_posts_only: true });
    expect((await create({})).body.code).toBe(230018);
    await control.post(`/chats/${group.chat_id}`, { owner_posts_only: false });
    await control.post(`/chats/${group.chat_id}/bot`, { as: me.open_id, in: false });
    expect((await create({})).body.code).toBe(230002);
    expect((await api.call('GET', `/im/v1/chats/${group.chat_id}`)).body.code).toBe(232011);
    await control.post(`/chats/${group.chat_id}`, { dissolved: true });
    expect((await create({})).body.code).toBe(232009);
    await control.post('/app', { enabled: false });
    expect((await create({ receive_id: topic.chat_id })).body.code).toBe(230006);
    await control.post('/app', { enabled: true });
  });
});

describe('reply', () => {
  it('hangs under the question, in its chat', async () => {
    const asked = await say('@会议助手 hi');
    const answer = (await reply(asked)).body.data;
    expect(answer).toMatchObject({ parent_id: asked, root_id: asked, chat_id: group.chat_id });
    expect(answer.thread_id).toBeUndefined();
    expect((await seenBy(me)).at(-1).quote).toEqual({ sender_name: me.name, text: '@会议助手 hi' });
    const deeper = (await reply(answer.message_id)).body.data;
    expect(deeper).toMatchObject({ parent_id: answer.message_id, root_id: asked });
  });

  it('opens a thread on request and stays in it afterwards', async () => {
    const asked = await say('hi');
    const opened = (await reply(asked, { reply_in_thread: true })).body.data;
    expect(opened.thread_id).toMatch(/^omt_/);
    expect((await reply(asked)).body.data.thread_id).toBe(opened.thread_id);
  });

  it('stays in the topic in a topic group', async () => {
    const asked = await say('@会议助手 hi', { chat_id: topic.chat_id });
    const answer = (await reply(asked)).body.data;
    expect(answer.thread_id).toMatch(/^omt_/);
    expect((await seenBy(me, topic))[0].thread_id).toBe(answer.thread_id);
  });

  it('refuses what is gone', async () => {
    expect((await reply('om_0')).body.code).toBe(99992354);
    const asked = await say('hi');
    await control.post(`/messages/${asked}/recall`, { as: me.open_id });
    expect(await reply(asked)).toMatchObject({ status: 400, body: { code: 230011, msg: 'The message is recalled.' } });
  });
});

describe('patch, put, delete, get', () => {
  it('redraws a card in place', async () => {
    const { message_id: id } = await sentCard();
    expect((await patch(id, { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'new' }] } })).body).toEqual({
      code: 0,
      data: {},
      msg: 'ok',
    });
    expect((await seenBy(me)).at(-1).card.body.elements[0].content).toBe('new');
  });

  it('refuses everything that the page lists', async () => {
    const { message_id: id } = await sentCard();
    expect((await patch(id, OLD_CARD)).body.msg).toContain('200830');
    expect((await patch(id, { ...CARD, footer: {} })).body.code).toBe(230099);
    expect((await patch((await sent()).message_id, CARD)).body.code).toBe(230001);
    expect((await patch(await say('hi'), CARD)).body.code).toBe(230027);
    expect((await api.call('PATCH', `/im/v1/messages/${id}`, { content: CARD })).body.code).toBe(230001);
    for (let turn = 0; turn < 5; turn++) await patch(id, CARD);
    expect((await patch(id, CARD)).body.code).toBe(230020);
    sandbox.advance(14 * 86_400_000 + 1000);
    api = await openApi(sandbox);
    expect((await patch(id, CARD)).body).toMatchObject({ code: 230031, msg: 'Message can only be modified within 14 days after sending.' });
  });

  it('keeps a card as it is while somebody is using it', async () => {
    const { message_id: id } = await sentCard();
    await control.post(`/messages/${id}/hold`, { as: me.open_id, ms: 2000 });
    expect((await patch(id, CARD)).body).toMatchObject({
      code: 230099,
      msg: 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock; ErrorValue: ;',
    });
    sandbox.advance(2000);
    expect((await patch(id, CARD)).body.code).toBe(0);
  });

  it('lets a 1.0 card be changed only when it is shared', async () => {
    const own = await sentCard(OLD_CARD);
    expect((await patch(own.message_id, CARD)).body.code).toBe(230001);
    const shared = await sentCard({ ...OLD_CARD, config: { update_multi: true } });
    expect((await patch(shared.message_id, CARD)).body.code).toBe(0);
  });

  it('edits its own text, twenty times', async () => {
    const { message_id: id } = await sent();
    const edit = (to = id) => api.call('PUT', `/im/v1/messages/${to}`, { msg_type: 'text', content: text('new') });
    for (let turn = 0; turn < 20; turn++) {
      expect((await edit()).body.code).toBe(0);
      sandbox.advance(250);
    }
    expect((await edit()).body.code).toBe(230072);
    expect((await edit(await say('hi'))).body.code).toBe(230071);
    expect((await seenBy(me))[0]).toMatchObject({ text: 'new', edited: true });
  });

  it('takes its own messages back, and nobody else’s', async () => {
    const { message_id: id } = await sentCard();
    const remove = (of: string) => api.call('DELETE', `/im/v1/messages/${of}`);
    expect((await remove(await say('hi'))).body.code).toBe(230026);
    expect((await remove(id)).body).toEqual({ code: 0, msg: 'success', data: {} });
    expect((await remove(id)).body.code).toBe(230110);
    expect((await patch(id, CARD)).body.code).toBe(230011);
    expect((await seenBy(me))[0]).toMatchObject({ deleted: true });
    expect((await seenBy(me))[0].card).toBeUndefined();
  });

  it('shows a card reduced, or as sent on request', async () => {
    const got = async (id: string, query = '') => (await api.call('GET', `/im/v1/messages/${id}${query}`)).body;
    const inDirect = (await create({ receive_id: direct.chat_id, msg_type: 'interactive', content: JSON.stringify(CARD) })).body.data
      .message_id;
    expect(JSON.parse((await got(inDirect)).data.items[0].body.content)).toEqual({ title: '', elements: [[{ tag: 'text', text: 'hi' }]] });
    expect(JSON.parse((await got(inDirect, '?card_msg_content_type=user_card_content')).data.items[0].body.content)).toEqual(CARD);
    const inGroup = (await sentCard()).message_id;
    expect((await got(inGroup)).code).toBe(230027);
    await control.post('/scopes', { grant: ['im:message.group_msg'] });
    expect((await got(inGroup)).data.items).toHaveLength(1);
    await control.post('/scopes', { revoke: ['im:message.group_msg'] });
  });
});

describe('cards for one person', () => {
  const whisper = (body: object = {}) =>
    api.call('POST', '/ephemeral/v1/send', { chat_id: group.chat_id, open_id: me.open_id, msg_type: 'interactive', card: CARD, ...body });

  it('are seen by that person alone, until they are deleted', async () => {
    const answer = (await whisper()).body;
    expect(answer).toMatchObject({ code: 0, msg: 'ok' });
    const id = answer.data.message_id;
    expect(await seenBy(me)).toMatchObject([{ message_id: id, ephemeral: true }]);
    expect(await seenBy(world.people[1])).toEqual([]);
    expect((await patch(id, CARD)).body.code).toBe(230001);
    expect((await reply(id)).body.code).toBe(230050);
    expect((await control.post(`/messages/${id}/forward`, { as: me.open_id, chat_id: direct.chat_id })).http).toBe(409);
    const remove = () => api.call('POST', '/ephemeral/v1/delete', { message_id: id });
    expect((await remove()).body).toEqual({ code: 0, msg: 'ok' });
    expect((await remove()).body.code).toBe(18051);
    expect(await seenBy(me)).toEqual([]);
  });

  it('need an ordinary group, a member, and a good card; offline people never see them', async () => {
    expect((await whisper({ chat_id: topic.chat_id })).body).toMatchObject({ code: 18053, msg: 'chat can not be thread' });
    expect((await whisper({ chat_id: direct.chat_id })).body.code).toBe(230001);
    expect((await whisper({ chat_id: 'oc_0' })).body.code).toBe(99992356);
    expect((await whisper({ open_id: 'ou_0' })).body.code).toBe(99992351);
    const elsewhere = world.people.find((someone: Loose) => !group.members.includes(someone.open_id));
    expect((await whisper({ open_id: elsewhere.open_id })).body.code).toBe(230001);
    expect((await whisper({ card: { schema: '2.0', elements: [] } })).body.code).toBe(230099);
    expect((await whisper({ card: JSON.stringify(CARD) })).body.code).toBe(230001);
    await control.post(`/people/${me.open_id}`, { online: false });
    expect((await whisper()).body.code).toBe(0);
    expect(await seenBy(me)).toEqual([]);
  });
});

describe('directory', () => {
  it('describes a group, with counts as strings', async () => {
    expect((await api.call('GET', `/im/v1/chats/${group.chat_id}`)).body).toMatchObject({
      code: 0,
      data: {
        name: '产品周会',
        chat_mode: 'group',
        group_message_type: 'chat',
        user_count: '6',
        bot_count: '1',
        external: false,
        chat_status: 'normal',
      },
    });
    expect((await api.call('GET', `/im/v1/chats/${topic.chat_id}`)).body.data).toMatchObject({
      chat_mode: 'topic',
      group_message_type: 'thread',
    });
  });

  it('lists members page by page, without bots', async () => {
    const first = (await api.call('GET', `/im/v1/chats/${group.chat_id}/members?member_id_type=open_id&page_size=4`)).body.data;
    expect(first).toMatchObject({ has_more: true, member_total: 6 });
    const rest = (await api.call('GET', `/im/v1/chats/${group.chat_id}/members?page_size=4&page_token=${first.page_token}`)).body.data;
    expect(rest).toMatchObject({ has_more: false });
    expect([...first.items, ...rest.items].map((item: Loose) => item.member_id)).toEqual(group.members);
    expect((await api.call('GET', `/im/v1/chats/${group.chat_id}/members?page_size=101`)).body.code).toBe(232001);
    expect((await api.call('GET', `/im/v1/chats/${group.chat_id}/members/is_in_chat`)).body.data).toEqual({ is_in_chat: true });
    expect((await api.call('GET', '/im/v1/chats?page_size=2')).body.data).toMatchObject({ has_more: true });
  });

  it('names ten people at once', async () => {
    const ask = (ids: string[]) => api.call('POST', '/contact/v3/users/basic_batch?user_id_type=open_id', { user_ids: ids });
    expect((await ask([me.open_id, 'ou_0'])).body.data.users).toEqual([
      { user_id: me.open_id, name: me.name, i18n_name: { zh_cn: me.name, ja_jp: '', en_us: me.en_name } },
    ]);
    expect(await ask(Array(11).fill(me.open_id))).toMatchObject({ status: 400, body: { code: 40001 } });
  });
});
