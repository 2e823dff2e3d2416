import { createDecipheriv, createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { encrypt, signature } from '../../src/sandbox/wire/seal.ts';
import { type Controls, controls, type Loose, rawReceiver, sdkReceiver, startSandbox, still } from './start.ts';

let sandbox: Sandbox;
let control: Controls;
let world: Loose;
let group: Loose;
let me: Loose;
const closers: (() => Promise<void>)[] = [];

async function begin(options = {}): Promise<void> {
  sandbox = await startSandbox({ ...still(), ...options });
  closers.push(() => sandbox.close());
  control = controls(sandbox);
  world = await control.world();
  group = world.chats[0];
  me = world.people[0];
}

async function receiver(answer: Parameters<typeof rawReceiver>[0]) {
  const made = await rawReceiver(answer);
  closers.push(made.close);
  sandbox.platform.app.webhookUrl = made.url;
  return made;
}

async function sdk() {
  const made = await sdkReceiver(sandbox);
  closers.push(made.close);
  return made;
}

beforeEach(() => begin());
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const say = (text: string, more: object = {}) => control.post('/messages', { as: me.open_id, chat_id: group.chat_id, text, ...more });
const last = async (): Promise<Loose> => (await control.get('/deliveries?limit=1')).deliveries[0];

function decrypt(key: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString();
}

describe('sealing', () => {
  it('encrypts what the documented vector decrypts', () => {
    expect(decrypt('test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world');
    expect(decrypt('test key', encrypt('test key', 'hello world'))).toBe('hello world');
  });

  it('signs timestamp, nonce, key and body', () => {
    expect(signature('1', '2', '3', '{}')).toBe(createHash('sha256').update('123{}').digest('hex'));
  });
});

describe('what arrives', () => {
  it('is one compact line under `encrypt`, with a signature over its bytes', async () => {
    const { bodies, headers } = await receiver(() => ({}));
    await say('@会议助手 你好');
    await sandbox.idle();
    const [body] = bodies;
    expect(body).toBe(JSON.stringify(JSON.parse(body!)));
    const { 'x-lark-request-timestamp': at, 'x-lark-request-nonce': nonce, 'x-lark-signature': signed, 'content-type': type } = headers[0];
    expect(type).toBe('application/json; charset=utf-8');
    expect(at).toBe(String(Math.floor(sandbox.now() / 1000)));
    expect(signed).toBe(createHash('sha256').update(`${at}${nonce}${sandbox.encryptKey}${body}`).digest('hex'));
    const event = JSON.parse(decrypt(sandbox.encryptKey!, JSON.parse(body!).encrypt));
    expect(event).toMatchObject({
      schema: '2.0',
      header: {
        event_type: 'im.message.receive_v1',
        create_time: String(sandbox.now()),
        token: sandbox.verificationToken,
        app_id: sandbox.appId,
        tenant_key: world.tenant_key,
      },
    });
    expect(event.header.event_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is plain and unsigned without an encrypt key', async () => {
    await begin({ encryptKey: null });
    const { bodies, headers } = await receiver(() => ({}));
    await say('@Meeting Assistant hi');
    await sandbox.idle();
    expect(JSON.parse(bodies[0]!).event.message.content).toBe('{"text":"@_user_1 hi"}');
    expect(headers[0]).not.toHaveProperty('x-lark-signature');
  });

  it('passes the SDK’s own checks', async () => {
    const bot = await sdk();
    await say('@会议助手 @李娜 @all 明天下午3点');
    await sandbox.idle();
    expect(bot.events).toHaveLength(1);
    const { message, sender, tenant_key } = bot.events[0];
    expect(tenant_key).toBe(world.tenant_key);
    expect(sender).toEqual({
      sender_id: { open_id: me.open_id, union_id: me.union_id, user_id: me.user_id },
      sender_type: 'user',
      tenant_key: world.tenant_key,
    });
    expect(message).toMatchObject({ chat_id: group.chat_id, chat_type: 'group', message_type: 'text' });
    expect(JSON.parse(message.content).text).toBe('@_user_1 @_user_2 @_all 明天下午3点');
    expect(message.mentions).toEqual([
      expect.objectContaining({
        key: '@_user_1',
        mentioned_type: 'bot',
        name: '会议助手',
        id: expect.objectContaining({ open_id: sandbox.botOpenId }),
      }),
      expect.objectContaining({
        key: '@_user_2',
        mentioned_type: 'user',
        name: '李娜',
        id: expect.objectContaining({ open_id: world.people[1].open_id }),
      }),
    ]);
    expect(message.user_agent).toContain('LarkLocale/zh_CN');
  });

  it('carries a legal long text', async () => {
    const bot = await sdk();
    const long = '会'.repeat(40_000);
    await say(`@会议助手 ${long}`);
    await sandbox.idle();
    expect(JSON.parse(bot.events[0].message.content).text).toBe(`@_user_1 ${long}`);
  });
});

describe('what is sent at all', () => {
  const heard = async (): Promise<string[]> => (await control.get('/deliveries')).deliveries.map((one: Loose) => one.event_type).reverse();

  it('in a group only what mentions the bot, in the direct chat everything', async () => {
    await receiver(() => ({}));
    expect((await say('hello all')).delivery_id).toBeNull();
    expect((await say('@李娜 hello')).delivery_id).toBeNull();
    expect((await say('@会议助手 hello')).delivery_id).toMatch(/^d_/);
    const direct = world.chats.find((chat: Loose) => chat.chat_mode === 'p2p' && chat.members[0] === me.open_id);
    expect((await say('hello', { chat_id: direct.chat_id })).delivery_id).toMatch(/^d_/);
    await control.post('/scopes', { grant: ['im:message.group_msg'] });
    expect((await say('hello all')).delivery_id).toMatch(/^d_/);
    await control.post('/scopes', { revoke: ['im:message.group_msg', 'im:message.p2p_msg', 'im:message.p2p_msg:readonly'] });
    expect((await say('hello', { chat_id: direct.chat_id })).delivery_id).toBeNull();
  });

  it('leaves out the language and the user_id without their scopes', async () => {
    const bot = await sdk();
    await control.post('/scopes', { revoke: ['im:user_agent:read', 'contact:user.employee_id:readonly'] });
    await say('@会议助手 hello');
    await sandbox.idle();
    expect(bot.events[0].message).not.toHaveProperty('user_agent');
    expect(bot.events[0].sender.sender_id.user_id).toBeNull();
  });

  it('only subscribed events', async () => {
    await begin({ events: ['im.message.receive_v1'] });
    await receiver(() => ({}));
    const { message_id: id } = await say('@会议助手 hello');
    await control.post(`/messages/${id}/recall`, { as: me.open_id });
    expect(await heard()).toEqual(['im.message.receive_v1']);
  });

  it('recalls, comings and goings of the bot, opened chats, the menu', async () => {
    const bot = await sdk();
    const { message_id: id } = await say('@会议助手 hello');
    await control.post(`/messages/${id}/recall`, { as: me.open_id });
    await control.post(`/chats/${group.chat_id}/bot`, { as: me.open_id, in: false });
    await control.post(`/chats/${group.chat_id}/bot`, { as: me.open_id, in: true });
    const direct = world.chats.find((chat: Loose) => chat.chat_mode === 'p2p' && chat.members[0] === me.open_id);
    await control.post(`/chats/${direct.chat_id}/open`, { as: me.open_id });
    await control.post('/menu', { as: me.open_id, event_key: 'book_now' });
    const { chat_id: made } = await control.post('/chats', { as: me.open_id, name: '新项目', members: [world.people[1].open_id] });
    await sandbox.idle();
    expect(await heard()).toEqual([
      'url_verification',
      'im.message.receive_v1',
      'im.message.recalled_v1',
      'im.chat.member.bot.deleted_v1',
      'im.chat.member.bot.added_v1',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      'application.bot.menu_v6',
      'im.chat.member.bot.added_v1',
    ]);
    const of = (type: string) => bot.events.find((event) => event.event_type === type);
    expect(of('im.message.recalled_v1')).toMatchObject({ message_id: id, chat_id: group.chat_id, recall_type: 'message_owner' });
    expect(of('im.chat.access_event.bot_p2p_chat_entered_v1')).toMatchObject({
      chat_id: direct.chat_id,
      operator_id: { open_id: me.open_id },
    });
    expect(of('application.bot.menu_v6')).toMatchObject({
      event_key: 'book_now',
      timestamp: Math.floor(sandbox.now() / 1000),
      operator: { operator_name: me.name },
    });
    expect(bot.events.findLast((event) => event.event_type === 'im.chat.member.bot.added_v1')).toMatchObject({
      chat_id: made,
      name: '新项目',
      external: false,
    });
  });

  it('a message that was recalled on its way arrives empty', async () => {
    const bot = await sdk();
    await control.post('/faults', { deliveries: [{ match: 'im.message.receive_v1', mode: 'delay', ms: 50, times: 1 }] });
    const { message_id: id } = await say('@会议助手 hello');
    await control.post(`/messages/${id}/recall`, { as: me.open_id });
    await sandbox.idle();
    expect(bot.events.find((event) => event.event_type === 'im.message.receive_v1').message.content).toBe('');
  });
});

describe('the retry ladder', () => {
  const LADDER = [15_000, 300_000, 3_600_000, 21_600_000];

  it('tries again after 15 s, 5 min, 1 h, 6 h, then gives up', async () => {
    const { bodies } = await receiver(() => ({ status: 500 }));
    await say('@会议助手 hello');
    await sandbox.idle();
    const first = sandbox.now();
    for (const [turn, wait] of LADDER.entries()) {
      expect(bodies).toHaveLength(turn + 1);
      expect(await last()).toMatchObject({ state: 'retrying', next_at: sandbox.now() + wait });
      sandbox.advance(wait - 1);
      await sandbox.idle();
      expect(bodies).toHaveLength(turn + 1);
      sandbox.advance(1);
      await sandbox.idle();
    }
    expect(bodies).toHaveLength(5);
    expect(await last()).toMatchObject({ state: 'failed', next_at: null });
    expect((await last()).attempts.map((attempt: Loose) => attempt.at - first)).toEqual([0, 15_000, 315_000, 3_915_000, 25_515_000]);
    const ids = bodies.map((body) => JSON.parse(decrypt(sandbox.encryptKey!, JSON.parse(body).encrypt)).header.event_id);
    expect(new Set(ids).size).toBe(1);
    sandbox.advance(86_400_000);
    await sandbox.idle();
    expect(bodies).toHaveLength(5);
  });

  it.each<[string, { status?: number; body?: string }]>([
    ['HTTP 500', { status: 500 }],
    ['HTTP 201', { status: 201 }],
    ['a redirect', { status: 302 }],
  ])('is climbed after %s and ends with the first 200, whatever its body', async (_name, failure) => {
    let answer = failure;
    const { bodies } = await receiver(() => answer);
    await say('@会议助手 hello');
    await sandbox.idle();
    answer = { status: 200, body: 'not json' };
    sandbox.advance(15_000);
    await sandbox.idle();
    expect(bodies).toHaveLength(2);
    expect(await last()).toMatchObject({ state: 'ok', next_at: null, answer: 'not json' });
  });

  it('is climbed when nobody answers within 3 s', { timeout: 60_000 }, async () => {
    await receiver(() => 'hang');
    await say('@会议助手 hello');
    await sandbox.idle();
    expect(await last()).toMatchObject({ state: 'retrying', attempts: [{ status: null, error: 'no answer within 3000 ms' }] });
  });

  it('is climbed when nobody listens, or no address is set', async () => {
    sandbox.platform.app.webhookUrl = 'http://127.0.0.1:1/';
    await say('@会议助手 hello');
    await sandbox.idle();
    expect((await last()).attempts[0].error).toBe('ECONNREFUSED');
    sandbox.platform.app.webhookUrl = null;
    await say('@会议助手 hello');
    await sandbox.idle();
    expect(await last()).toMatchObject({ state: 'retrying', attempts: [{ error: 'the app is not online' }] });
  });

  it('comes back to a receiver that returns', async () => {
    sandbox.platform.app.webhookUrl = 'http://127.0.0.1:1/';
    await say('@会议助手 hello');
    await sandbox.idle();
    const bot = await sdk();
    sandbox.advance(15_000);
    await sandbox.idle();
    expect(bot.events).toHaveLength(1);
  });
});

describe('faults on the way', () => {
  const faults = (...deliveries: object[]) => control.post('/faults', { deliveries });

  it('drops for good', async () => {
    const { bodies } = await receiver(() => ({}));
    await faults({ match: 'im.message.receive_v1', mode: 'drop', times: 1 });
    await say('@会议助手 one');
    await say('@会议助手 two');
    await sandbox.idle();
    sandbox.advance(30_000_000);
    await sandbox.idle();
    expect(bodies).toHaveLength(1);
    expect((await control.get('/deliveries')).deliveries.map((one: Loose) => one.state)).toEqual(['ok', 'failed']);
  });

  it('duplicates, with the same ids', async () => {
    const bot = await sdk();
    await faults({ mode: 'duplicate', copies: 5, times: 1 });
    await say('@会议助手 hello');
    await sandbox.idle();
    expect(bot.events).toHaveLength(5);
    expect(new Set(bot.events.map((event) => `${event.event_id} ${event.message.message_id}`)).size).toBe(1);
  });

  it('pushes the same event again, many at once', async () => {
    const bot = await sdk();
    const { delivery_id: id } = await say('@会议助手 hello');
    await sandbox.idle();
    await control.post(`/deliveries/${id}/again`, { times: 19 });
    await sandbox.idle();
    expect(bot.events).toHaveLength(20);
    expect((await control.post('/deliveries/d_0/again')).http).toBe(404);
  });

  it('spoils signatures and tokens', async () => {
    const { bodies, headers } = await receiver(() => ({}));
    await faults({ mode: 'bad_signature', times: 1 }, { mode: 'bad_token', times: 1 });
    await say('@会议助手 one');
    await sandbox.idle();
    const { 'x-lark-request-timestamp': at, 'x-lark-request-nonce': nonce, 'x-lark-signature': signed } = headers[0];
    expect(signed).not.toBe(signature(at, nonce, sandbox.encryptKey!, bodies[0]!));
    await say('@会议助手 two');
    await sandbox.idle();
    expect(JSON.parse(decrypt(sandbox.encryptKey!, JSON.parse(bodies[1]!).encrypt)).header.token).not.toBe(sandbox.verificationToken);
  });

  it('lets a later event overtake', async () => {
    const bot = await sdk();
    await faults({ mode: 'reorder', times: 1 });
    await say('@会议助手 one');
    await say('@会议助手 two');
    await sandbox.idle();
    expect(bot.events.map((event) => JSON.parse(event.message.content).text)).toEqual(['@_user_1 two', '@_user_1 one']);
  });
});

describe('address verification', () => {
  it('asks for the challenge, sealed when there is a key', async () => {
    const bot = await sdk();
    expect((await control.world()).app.webhook_url).toBe(bot.url);
    expect(await last()).toMatchObject({
      kind: 'verification',
      state: 'ok',
      body: { type: 'url_verification', token: sandbox.verificationToken },
    });
  });

  it.each<[string, { status?: number; body?: string }, string]>([
    ['another challenge', { body: '{"challenge":"x"}' }, 'challenge'],
    ['no JSON', { body: 'ok' }, 'JSON'],
    ['HTTP 404', { status: 404 }, '404'],
  ])('refuses an address that answers %s', async (_name, answer, says) => {
    const made = await rawReceiver(() => answer);
    closers.push(made.close);
    const { http, error } = await control.post('/webhook', { url: made.url });
    expect(http).toBe(422);
    expect(error).toContain(says);
    expect((await control.world()).app.webhook_url).toBeNull();
  });

  it('takes new secrets along, and puts the old ones back when it fails', async () => {
    const before = sandbox.encryptKey;
    expect((await control.post('/webhook', { url: 'http://127.0.0.1:1/', encrypt_key: 'other' })).http).toBe(422);
    expect(sandbox.encryptKey).toBe(before);
  });
});
