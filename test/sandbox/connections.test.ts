import { createConnection } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { decodeFrame, encodeFrame } from '../../src/sandbox/wire/frame.ts';
import { type Controls, controls, type Loose, openApi, startSandbox, still } from './start.ts';

const SILENT = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

let sandbox: Sandbox;
let control: Controls;
let world: Loose;
let group: Loose;
let me: Loose;
const closers: (() => unknown)[] = [];

beforeEach(async () => {
  sandbox = await startSandbox(still());
  closers.push(() => sandbox.close());
  control = controls(sandbox);
  world = await control.world();
  [group] = world.chats;
  [me] = world.people;
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Bot {
  events: Loose[];
  turns: string[];
  client: lark.WSClient;
}

/** The SDK's own client with its own dispatcher, as most bots have it. */
async function bot(
  onPress: (event: Loose) => unknown = () => ({}),
  more: Partial<ConstructorParameters<typeof lark.WSClient>[0]> = {},
): Promise<Bot> {
  const made: Bot = { events: [], turns: [], client: undefined as never };
  const dispatcher = new lark.EventDispatcher({ logger: SILENT }).register({
    'im.message.receive_v1': async (event: Loose) => void made.events.push(event),
    'card.action.trigger': async (event: Loose) => {
      made.events.push(event);
      return onPress(event);
    },
  } as Loose);
  await new Promise<void>((resolve) => {
    made.client = new lark.WSClient({
      appId: sandbox.appId,
      appSecret: sandbox.appSecret,
      domain: sandbox.url,
      logger: SILENT,
      onReady: () => {
        made.turns.push('ready');
        resolve();
      },
      onError: (error) => {
        made.turns.push(error.message);
        resolve();
      },
      onReconnected: () => made.turns.push('reconnected'),
      ...more,
    });
    void made.client.start({ eventDispatcher: dispatcher });
  });
  closers.push(() => made.client.close({ force: true }));
  return made;
}

const say = (text = '@会议助手 你好') => control.post('/messages', { as: me.open_id, chat_id: group.chat_id, text });
const last = async (): Promise<Loose> => (await control.get('/deliveries?limit=1')).deliveries[0];

async function pressed(element: object = { tag: 'button' }): Promise<Loose> {
  const api = await openApi(sandbox);
  const card = {
    schema: '2.0',
    body: { elements: [{ tag: 'button', text: { tag: 'plain_text', content: 'Go' }, behaviors: [{ type: 'callback', value: { a: 1 } }] }] },
  };
  const sent = await api.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
    receive_id: group.chat_id,
    msg_type: 'interactive',
    content: JSON.stringify(card),
  });
  return control.post('/press', { as: me.open_id, message_id: sent.body.data.message_id, element });
}

describe('frames', () => {
  it('come back as they were sent, also beyond 32 bits', () => {
    const frame = {
      SeqID: 2 ** 40 + 1,
      LogID: 7,
      service: 33_554_678,
      method: 1,
      headers: { type: 'event', sum: '1' },
      payload: Uint8Array.of(0, 255),
    };
    expect(decodeFrame(encodeFrame(frame))).toMatchObject({ ...frame, payload: expect.anything() });
    expect([...decodeFrame(encodeFrame(frame)).payload]).toEqual([0, 255]);
  });

  it('that are none are refused', () => {
    expect(() => decodeFrame(Uint8Array.of(1, 2, 3))).toThrow();
    expect(() => decodeFrame(new Uint8Array())).toThrow('method');
  });
});

describe('the SDK’s own client', () => {
  it.each([undefined, 2, 7])('hears a message, in %s pieces', async (fragments) => {
    const one = await bot();
    if (fragments) await control.post('/faults', { connection: { fragments } });
    await say();
    await sandbox.idle();
    expect(one.events).toMatchObject([{ event_type: 'im.message.receive_v1', message: { content: '{"text":"@_user_1 你好"}' } }]);
    expect(await last()).toMatchObject({ state: 'ok', attempts: [{ status: 200 }] });
  });

  it('answers a press in its acknowledgement', async () => {
    await bot(() => ({ toast: { type: 'success', content: '好', i18n: { zh_cn: '好', en_us: 'OK' } } }));
    expect(await pressed()).toMatchObject({ status: 200, code: 0, toast: { type: 'success', content: '好' } });
  });

  it.each<[string, () => unknown, object]>([
    ['answers nothing', () => undefined, { status: 200, code: 0, toast: null }],
    ['answers a word', () => 'no handler', { status: 200, code: 0, toast: null }],
    ['answers with a card that is none', () => ({ card: { type: 'raw', data: { schema: '2.0', nonsense: 1 } } }), { code: 200673 }],
    [
      'throws',
      () => {
        throw new Error('broken');
      },
      { status: 500, code: 200671 },
    ],
  ])('that %s', async (_name, answer, expected) => {
    await bot(answer);
    expect(await pressed()).toMatchObject(expected);
  });

  it('that answers after three seconds is too late for a press, and gets an event again', async () => {
    const slow = await bot(() => new Promise(() => {}));
    expect(await pressed()).toMatchObject({ status: null, code: 200341 });
    await control.post('/faults', { connection: { mute: true } });
    await say();
    await sandbox.idle();
    expect(await last()).toMatchObject({ state: 'retrying', attempts: [{ status: null, error: 'no acknowledgement' }] });
    await control.post('/faults', {});
    sandbox.advance(15_000);
    await sandbox.idle();
    expect(await last()).toMatchObject({ state: 'ok', attempts: [{}, { status: 200 }] });
    expect(slow.events.filter((event) => event.message)).toHaveLength(1);
  });

  it('comes back after the line was cut or closed, within the pauses that the platform told it', async () => {
    await control.post('/connections', { client_config: { ReconnectNonce: 0, ReconnectInterval: 0 } });
    const one = await bot();
    for (const drop of ['terminate', 'close']) {
      one.turns.length = 0;
      await control.post('/connections', { drop });
      await expect.poll(() => one.turns, { timeout: 30_000 }).toEqual(['reconnected']);
      await say();
      await sandbox.idle();
      expect(await last()).toMatchObject({ state: 'ok' });
    }
    expect((await control.get('/connections')).connections).toHaveLength(1);
  });

  it('shares the events with the other clients of the app: each goes to one of them', async () => {
    const bots = [await bot(), await bot(), await bot()];
    for (let count = 0; count < 30; count++) {
      await say(`@会议助手 ${count}`);
      sandbox.advance(1000);
    }
    await sandbox.idle();
    const heard = bots.map(({ events }) => events.length);
    expect(heard.reduce((sum, count) => sum + count)).toBe(30);
    expect(heard.filter((count) => count > 0).length).toBeGreaterThan(1);
  });

  it.each<[string, object, object, RegExp]>([
    ['a wrong secret', {}, { appSecret: 'x' }, /code=514, msg=auth failed/],
    ['forbidden', { code: 403 }, {}, /code=403, msg=forbidden/],
    ['busy', { code: 1 }, {}, /code=1, msg=system busy/],
    ['too many connections', { code: 1_000_040_350 }, {}, /code=1000040350/],
  ])('is refused: %s', async (_name, connection, more, says) => {
    await control.post('/faults', { connection });
    expect((await bot(undefined, more)).turns.join()).toMatch(says);
  });

  it('is refused in the handshake, and comes in with the next ticket', async () => {
    await control.post('/connections', { client_config: { ReconnectNonce: 0, ReconnectInterval: 0 } });
    await control.post('/faults', { connection: { handshake: 'refuse' } });
    const waiting = bot();
    await expect.poll(async () => (await control.get('/calls?path=ws/endpoint')).calls.length, { timeout: 30_000 }).toBeGreaterThan(1);
    expect((await control.get('/connections')).connections).toEqual([]);
    await control.post('/faults', {});
    expect((await waiting).turns).toEqual(['ready']);
  });
});

describe('a stranger', () => {
  it('gets in only with a ticket, and only once', async () => {
    const answer: Loose = await (
      await fetch(`${sandbox.url}/callback/ws/endpoint`, {
        method: 'POST',
        body: JSON.stringify({ AppID: sandbox.appId, AppSecret: sandbox.appSecret }),
      })
    ).json();
    expect(answer).toMatchObject({
      code: 0,
      data: { ClientConfig: { PingInterval: 120, ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30 } },
    });
    const open = (url: string) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(url);
        closers.push(() => socket.close());
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
    const { URL: url } = answer.data;
    expect(await open(url.replace(/ticket=.*/, 'ticket=x'))).toBe(false);
    expect(await open(url)).toBe(true);
    expect(await open(url)).toBe(false);
  });

  it('that upgrades to nothing harms nobody', async () => {
    const socket = createConnection(sandbox.port, '127.0.0.1');
    socket.write('GET /ws/v2 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const said = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
    expect(said).toMatch(/^HTTP\/1\.1 401/);
    socket.destroy();
    expect((await control.world()).http).toBe(200);
  });

  it('pings and is answered with the whole configuration', async () => {
    const answer: Loose = await (
      await fetch(`${sandbox.url}/callback/ws/endpoint`, {
        method: 'POST',
        body: JSON.stringify({ AppID: sandbox.appId, AppSecret: sandbox.appSecret }),
      })
    ).json();
    const socket = new WebSocket(answer.data.URL);
    closers.push(() => socket.close());
    socket.binaryType = 'arraybuffer';
    const pong = new Promise<Uint8Array>((resolve) => {
      socket.onmessage = ({ data }) => resolve(new Uint8Array(data as ArrayBuffer));
    });
    socket.onopen = () =>
      socket.send(encodeFrame({ SeqID: 0, LogID: 0, service: 1, method: 0, headers: { type: 'ping' }, payload: new Uint8Array() }));
    const frame = decodeFrame(await pong);
    expect(frame).toMatchObject({ method: 0, headers: { type: 'pong' } });
    expect(Object.keys(JSON.parse(new TextDecoder().decode(frame.payload)))).toHaveLength(4);
  });
});

describe('nobody connected', () => {
  it('is what the log says, and the press shows its code', async () => {
    await say();
    await sandbox.idle();
    expect(await last()).toMatchObject({ state: 'retrying', attempts: [{ status: null, error: 'the app is not online' }] });
    expect(await pressed()).toMatchObject({ code: 200340 });
  });
});
