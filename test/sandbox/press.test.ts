import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import {
  type Api,
  type Controls,
  controls,
  type Loose,
  openApi,
  type Receiver,
  rawReceiver,
  sdkReceiver,
  startSandbox,
  still,
} from './start.ts';

let sandbox: Sandbox;
let api: Api;
let control: Controls;
let bot: Receiver;
let world: Loose;
let group: Loose;
let me: Loose;
let tokyo: Loose;

beforeAll(async () => {
  sandbox = await startSandbox(still());
  control = controls(sandbox);
  bot = await sdkReceiver(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await bot.close();
});
beforeEach(async () => {
  await control.post('/reset');
  sandbox.platform.app.webhookUrl = bot.url;
  sandbox.platform.app.callbacks = null;
  sandbox.advance(60_000);
  api = await openApi(sandbox);
  world = await control.world();
  group = world.chats[0];
  me = world.people[0];
  tokyo = world.people.find((someone: Loose) => someone.zone === 'Asia/Tokyo');
  bot.events.length = 0;
  bot.onPress = () => ({});
});

const plain = (content: string) => ({ tag: 'plain_text', content });
const card = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const BUTTON = { tag: 'button', name: 'go', text: plain('Go'), behaviors: [{ type: 'callback', value: { act: 'go' } }] };
const FORM = {
  tag: 'form',
  name: 'edit',
  elements: [
    { tag: 'input', name: 'topic', required: true, max_length: 10 },
    { tag: 'input', name: 'note', default_value: 'as ever' },
    { tag: 'picker_datetime', name: 'ends', initial_datetime: '2026-03-04 16:00' },
    { tag: 'date_picker', name: 'day' },
    { tag: 'picker_time', name: 'clock' },
    {
      tag: 'select_static',
      name: 'minutes',
      initial_option: '60',
      options: [
        { text: plain('1 h'), value: '60' },
        { text: plain('30 min'), value: '30' },
      ],
    },
    { tag: 'multi_select_person', name: 'hosts' },
    { tag: 'checker', name: 'record', text: plain('Record') },
    {
      tag: 'column_set',
      columns: [
        { tag: 'column', elements: [{ tag: 'button', name: 'save__r1', form_action_type: 'submit', text: plain('Save') }] },
        { tag: 'column', elements: [{ tag: 'button', name: 'reset1', form_action_type: 'reset', text: plain('Reset') }] },
      ],
    },
  ],
};

const send = async (content: object): Promise<string> =>
  (
    await api.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
      receive_id: group.chat_id,
      msg_type: 'interactive',
      content: JSON.stringify(content),
    })
  ).body.data.message_id;
const press = (id: string, element: object, more: object = {}) =>
  control.post('/press', { as: me.open_id, message_id: id, element, ...more });
const drawn = async (id: string): Promise<Loose> =>
  (await control.get(`/chats/${group.chat_id}/messages?as=${me.open_id}`)).messages.find((message: Loose) => message.message_id === id)
    .card;

describe('a press', () => {
  it('reaches the bot as documented, and its toast comes in the presser’s language', async () => {
    bot.onPress = () => ({ toast: { type: 'success', content: 'Done', i18n: { zh_cn: '完成', en_us: 'Done' } } });
    const id = await send(card(BUTTON));
    const result = await press(id, { tag: 'button', name: 'go' });
    expect(result).toMatchObject({ status: 200, code: 0, toast: { type: 'success', content: '完成' }, card_replaced: false });
    expect((await press(id, { tag: 'button' }, { as: tokyo.open_id })).toast).toEqual({ type: 'success', content: 'Done' });
    const [event] = bot.events;
    expect(event).toMatchObject({
      event_type: 'card.action.trigger',
      operator: { open_id: me.open_id, union_id: me.union_id, user_id: me.user_id, tenant_key: world.tenant_key },
      action: { tag: 'button', name: 'go', value: { act: 'go' } },
      host: 'im_message',
      context: { open_message_id: id, open_chat_id: group.chat_id },
    });
    expect(event.create_time).toBe(`${sandbox.now()}000`);
    expect(event.token).toMatch(/^c-/);
    expect(event.action).not.toHaveProperty('timezone');
    expect(event).not.toHaveProperty('delivery_type');
  });

  it('finds its element by path, through columns', async () => {
    const id = await send(card({ tag: 'hr' }, { tag: 'column_set', columns: [{ tag: 'column', elements: [{ tag: 'hr' }, BUTTON] }] }));
    expect((await press(id, { path: [1, 0, 1] })).status).toBe(200);
    expect(await press(id, { path: [1, 0, 2] })).toMatchObject({ http: 404 });
    expect(await press(id, { tag: 'button', name: 'other' })).toMatchObject({ http: 404 });
    expect(await press(id, { tag: 'button', value: { act: 'stay' } })).toMatchObject({ http: 404 });
    expect(bot.events).toHaveLength(1);
  });

  it('that only opens a page calls nobody', async () => {
    const id = await send(card({ tag: 'button', text: plain('x'), behaviors: [{ type: 'open_url', default_url: 'https://x.example' }] }));
    expect(await press(id, { tag: 'button' })).toMatchObject({ status: null, code: 0, open_url: 'https://x.example' });
    expect(bot.events).toHaveLength(0);
  });

  it.each<[string, object, object, object]>([
    [
      'a select',
      { tag: 'select_static', options: [{ text: plain('a'), value: 'a' }] },
      { option: 'a' },
      { tag: 'select_static', option: 'a' },
    ],
    ['a multi-select', { tag: 'multi_select_static', options: [{ text: plain('a'), value: 'a' }] }, { options: ['a'] }, { options: ['a'] }],
    [
      'an overflow',
      { tag: 'overflow', options: [{ text: plain('+30'), value: 'extend30' }] },
      { option: 'extend30' },
      { option: 'extend30' },
    ],
    ['an input', { tag: 'input', name: 'q' }, { input: '你好' }, { name: 'q', input_value: '你好' }],
    [
      'a checker',
      { tag: 'checker', checked: true, text: plain('x'), behaviors: [{ type: 'callback', value: { a: 1 } }] },
      {},
      { checked: false, value: { a: 1 } },
    ],
    ['a date', { tag: 'date_picker' }, { option: '2026-04-01' }, { option: '2026-04-01 +0800', timezone: 'Asia/Shanghai' }],
    ['a time', { tag: 'picker_time' }, { option: '15:30' }, { option: '15:30 +0800', timezone: 'Asia/Shanghai' }],
    [
      'a date and time elsewhere',
      { tag: 'picker_datetime' },
      { option: '2026-07-01 09:00', timezone: 'America/New_York' },
      { option: '2026-07-01 09:00 -0400', timezone: 'America/New_York' },
    ],
    [
      'a container',
      { tag: 'interactive_container', behaviors: [{ type: 'callback', value: { row: 1 } }], elements: [{ tag: 'hr' }] },
      {},
      { tag: 'interactive_container', value: { row: 1 } },
    ],
  ])('on %s carries its value', async (_name, element, how, action) => {
    const id = await send(card(element));
    expect((await press(id, { path: [0], ...how })).status).toBe(200);
    expect(bot.events[0].action).toMatchObject(action);
  });

  it('offers the members of the chat where people are chosen', async () => {
    const id = await send(card({ tag: 'select_person' }));
    expect((await press(id, { tag: 'select_person', option: world.people[1].open_id })).status).toBe(200);
    const outsider = world.people.find((someone: Loose) => !group.members.includes(someone.open_id));
    expect((await press(id, { tag: 'select_person', option: outsider.open_id })).http).toBe(400);
  });
});

describe('a form', () => {
  it('is sent whole: what was typed, what stood there, nothing for what is empty', async () => {
    const id = await send(card(FORM));
    const result = await press(
      id,
      { tag: 'button', name: 'save__r1' },
      { form_name: 'edit', form_value: { topic: '周会', hosts: [tokyo.open_id], clock: '09:30' } },
    );
    expect(result).toMatchObject({ status: 200, code: 0 });
    expect(bot.events[0].action).toEqual({
      tag: 'button',
      name: 'save__r1',
      timezone: 'Asia/Shanghai',
      form_value: {
        topic: '周会',
        note: 'as ever',
        ends: '2026-03-04 16:00 +0800',
        clock: '09:30 +0800',
        minutes: '60',
        hosts: [tokyo.open_id],
        record: false,
      },
    });
  });

  it.each<[string, object, string]>([
    ['without a required field', {}, 'topic is required'],
    ['with too long a text', { topic: 'x'.repeat(11) }, 'at most 10'],
    ['with a field that is not there', { topic: 'x', colour: 'red' }, 'no field colour'],
    ['with a choice that is not offered', { topic: 'x', minutes: '45' }, 'not among the options'],
    ['with a time that is none', { topic: 'x', clock: 'noon' }, 'not a value'],
  ])('is not sent %s', async (_name, form_value, says) => {
    const id = await send(card(FORM));
    const { http, error } = await press(id, { tag: 'button', name: 'save__r1' }, { form_value });
    expect(http).toBe(400);
    expect(error).toContain(says);
    expect(bot.events).toHaveLength(0);
  });

  it('calls nobody before it is submitted, nor on reset', async () => {
    const id = await send(card(FORM));
    expect((await press(id, { tag: 'select_static', name: 'minutes', option: '30' })).error).toContain('before it is submitted');
    expect(await press(id, { tag: 'button', name: 'reset1' })).toMatchObject({ status: null, code: 0 });
    expect(bot.events).toHaveLength(0);
  });
});

describe('the answer', () => {
  const NEW = card({ tag: 'markdown', content: 'new' });

  it('replaces the card for everybody', async () => {
    bot.onPress = () => ({ card: { type: 'raw', data: NEW } });
    const id = await send(card(BUTTON));
    expect(await press(id, { tag: 'button' })).toMatchObject({ card_replaced: true, code: 0 });
    expect(await drawn(id)).toEqual(NEW);
  });

  it.each<[string, () => { status?: number; body?: string } | 'hang', number, number | null]>([
    ['another status', () => ({ status: 500 }), 200671, 500],
    ['no JSON', () => ({ body: 'ok' }), 200672, 200],
    ['nothing', () => ({ body: '' }), 200672, 200],
    ['a toast of a new kind', () => ({ body: '{"toast":{"type":"party","content":"x"}}' }), 200672, 200],
    ['a card as a string', () => ({ body: '{"card":{"type":"raw","data":"{}"}}' }), 200673, 200],
    ['a broken card', () => ({ body: JSON.stringify({ card: { type: 'raw', data: card({ tag: 'note' }) } }) }), 200673, 200],
    ['a 1.0 card', () => ({ body: JSON.stringify({ card: { type: 'raw', data: { elements: [] } } }) }), 200830, 200],
    ['a late one', () => 'hang', 200341, null],
  ])('that is %s shows a code', { timeout: 60_000 }, async (_name, answer, code, status) => {
    const made = await rawReceiver(answer);
    sandbox.platform.app.webhookUrl = made.url;
    const id = await send(card(BUTTON));
    expect(await press(id, { tag: 'button' })).toMatchObject({ http: 200, code, status, toast: null, card_replaced: false });
    expect(await drawn(id)).toEqual(card(BUTTON));
    await made.close();
    expect(made.bodies).toHaveLength(1);
    sandbox.advance(30_000_000);
    await sandbox.idle();
    expect(made.bodies).toHaveLength(1);
  });

  it('shows a code where nobody listens, or no callback is set up', async () => {
    const id = await send(card(BUTTON));
    sandbox.platform.app.webhookUrl = 'http://127.0.0.1:1/';
    expect((await press(id, { tag: 'button' })).code).toBe(200342);
    sandbox.platform.app.webhookUrl = null;
    expect((await press(id, { tag: 'button' })).code).toBe(200340);
    sandbox.platform.app.webhookUrl = bot.url;
    sandbox.platform.app.callbacks = [];
    expect((await press(id, { tag: 'button' })).code).toBe(200340);
  });
});

describe('what can no longer be pressed', () => {
  it('is recalled, disabled, forwarded, or older than 14 days', async () => {
    const id = await send(card({ ...BUTTON, name: 'off', disabled: true }, BUTTON));
    expect((await press(id, { tag: 'button', name: 'off' })).error).toContain('disabled');
    const { message_id: copy } = await control.post(`/messages/${id}/forward`, { as: me.open_id, chat_id: world.chats[3].chat_id });
    expect((await press(copy, { tag: 'button', name: 'go' })).error).toContain('forwarded');
    const live = await send({ ...card(BUTTON), config: { enable_forward_interaction: true } });
    const { message_id: liveCopy } = await control.post(`/messages/${live}/forward`, { as: me.open_id, chat_id: world.chats[3].chat_id });
    expect((await press(liveCopy, { tag: 'button' })).status).toBe(200);
    expect(bot.events.at(-1).context).toEqual({ open_message_id: liveCopy, open_chat_id: world.chats[3].chat_id });
    const closed = await send({ ...card(BUTTON), config: { enable_forward: false } });
    expect((await control.post(`/messages/${closed}/forward`, { as: me.open_id, chat_id: world.chats[3].chat_id })).http).toBe(409);
    sandbox.advance(14 * 86_400_000 + 1000);
    expect((await press(id, { tag: 'button', name: 'go' })).error).toContain('14 days');
    api = await openApi(sandbox);
    const gone = await send(card(BUTTON));
    await api.call('DELETE', `/im/v1/messages/${gone}`);
    expect((await press(gone, { tag: 'button' })).error).toContain('recalled');
  });

  it('is out of reach for people outside the chat, and for others when only one sees it', async () => {
    const id = await send(card(BUTTON));
    const outsider = world.people.find((someone: Loose) => !group.members.includes(someone.open_id));
    expect((await press(id, { tag: 'button' }, { as: outsider.open_id })).http).toBe(403);
    const whispered = (
      await api.call('POST', '/ephemeral/v1/send', {
        chat_id: group.chat_id,
        open_id: me.open_id,
        msg_type: 'interactive',
        card: card(BUTTON),
      })
    ).body;
    expect((await press(whispered.data.message_id, { tag: 'button' })).status).toBe(200);
    expect((await press(whispered.data.message_id, { tag: 'button' }, { as: tokyo.open_id })).http).toBe(404);
  });
});

describe('the delayed update', () => {
  const update = (token: string, content: object = card()) => api.call('POST', '/interactive/v1/card/update', { token, card: content });
  const token = async (): Promise<{ id: string; token: string }> => {
    const id = await send(card(BUTTON));
    await press(id, { tag: 'button' });
    return { id, token: bot.events.at(-1).token };
  };

  it('works twice within 30 minutes', async () => {
    const { id, token: first } = await token();
    expect((await update(first)).body).toEqual({ code: 0, msg: 'ok' });
    expect(await drawn(id)).toEqual(card());
    expect((await update(first)).body.code).toBe(0);
    expect((await update(first)).body.code).toBe(300040);
    const { token: second } = await token();
    sandbox.advance(30 * 60_000);
    expect((await update(second)).body.code).toBe(300030);
  });

  it.each<[string, (given: { id: string; token: string }) => Promise<Loose>, number]>([
    ['a malformed token', () => update('x'), 300020],
    ['an unknown token', () => update(`c-${'0'.repeat(40)}`), 300020],
    ['a broken card', (given) => update(given.token, card({ tag: 'note' })), 11311],
    ['no card', (given) => api.call('POST', '/interactive/v1/card/update', { token: given.token }), 10002],
    ['a list of people in 2.0', (given) => update(given.token, { ...card(), open_ids: [] }), 200320],
    ['no JSON', () => api.call('POST', '/interactive/v1/card/update', 'x'), 100030],
    ['too much', (given) => update(given.token, card({ tag: 'markdown', content: 'x'.repeat(101 * 1024) })), 100000],
    [
      'a recalled card',
      async (given) => {
        await api.call('DELETE', `/im/v1/messages/${given.id}`);
        return update(given.token);
      },
      200000,
    ],
  ])('refuses %s', async (_name, act, code) => {
    expect(await act(await token())).toMatchObject({ status: 400, body: { code } });
  });
});
