import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/domain/event.ts';
import { createHttp } from '../../../src/feishu/api/http.ts';
import { createIntake, type IntakeOptions } from '../../../src/feishu/inbound/intake.ts';
import { createLongConnection, LOOKS, type LongConnection, PACE, type Pace } from '../../../src/feishu/inbound/long-connection.ts';
import { createLog } from '../../../src/observability/log.ts';
import { createMetrics } from '../../../src/observability/metrics.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { type Controls, controls, type Loose, openApi } from '../../sandbox/start.ts';

/** Nothing is noticed while a test runs, however busy the machine. */
const CALM: Pace = { ...PACE, comeBack: 50 };
/** As in earnest, a good hundred times as fast. */
const QUICK: Pace = { pingEvery: 300, pongWithin: 200, deadAfter: 900, comeBack: 50, handshake: 900 };
/** The pings never help: what is left is our own watch. */
const WATCH_ONLY: Pace = { ...QUICK, pongWithin: 60_000 };

let sandbox: Sandbox;
let control: Controls;
let world: Loose;
let me: Loose;
let direct: Loose;
let line: LongConnection;
let received: Incoming[];
let receive: IntakeOptions['receive'];
let openPress: IntakeOptions['openPress'];
let turns: string[];
let lines: string[];
let metrics: ReturnType<typeof createMetrics>;
const http = createHttp({ timeoutMs: 2000 });

function connect(pace: Pace = CALM, over: { appSecret?: string; domain?: string } = {}): LongConnection {
  const secrets = [sandbox.appSecret];
  const log = createLog('trace', { secrets, write: (text) => lines.push(text) });
  const intake = createIntake({
    clock: { now: Date.now },
    log,
    metrics,
    botOpenId: () => sandbox.botOpenId,
    receive: (incoming, decided) => receive(incoming, decided),
    openPress: (press) => openPress(press),
    apology: async (why) => ({ toast: { type: 'error', content: why, i18n: { zh_cn: why, en_us: why } } }),
  });
  const onTurn = (turn: Parameters<typeof metrics.connection>[0]): void => {
    turns.push(turn);
    metrics.connection(turn);
  };
  line = createLongConnection({
    appId: sandbox.appId,
    appSecret: sandbox.appSecret,
    domain: sandbox.url,
    http,
    intake,
    log,
    onTurn,
    pace,
    ...over,
  });
  line.start();
  return line;
}

/** The machine may be busy. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 });

const up = () => soon(() => line.problem()).toBeNull();
const say = (text: string) => control.post('/messages', { as: me.open_id, chat_id: direct.chat_id, text });
const lastState = async (): Promise<Loose> => (await control.get('/deliveries?limit=1')).deliveries[0];

beforeEach(async () => {
  sandbox = await startSandbox({ realTime: true });
  control = controls(sandbox);
  world = await control.world();
  [me] = world.people;
  direct = world.chats.find((chat: Loose) => chat.chat_mode === 'p2p' && chat.members.includes(me.open_id));
  [received, turns, lines] = [[], [], []];
  metrics = createMetrics();
  receive = async (incoming) => void received.push(incoming);
  openPress = async () => ({ answer: {}, decided: null });
});
afterEach(async () => {
  await line.close(1000);
  await sandbox.close();
});

describe('events', () => {
  it('are read like the webhook’s, and acknowledged once they are on disk', async () => {
    connect();
    await up();
    let stored = (): void => {};
    receive = (incoming) =>
      new Promise((resolve) => {
        received.push(incoming);
        stored = resolve;
      });
    await say('明天3点 周会');
    await soon(() => received.length).toBe(1);
    expect(await lastState()).toMatchObject({ attempts: [] });
    stored();
    await sandbox.idle();
    expect(await lastState()).toMatchObject({ state: 'ok', attempts: [{ status: 200 }] });
    expect(received).toMatchObject([{ kind: 'message', from: me.open_id, content: { text: '明天3点 周会' } }]);
    expect(await metrics.text()).toContain('feishu_bot_events_total{type="im.message.receive_v1",outcome="received"} 1');
  });

  it('that the store cannot take come again', async () => {
    connect();
    await up();
    receive = () => Promise.reject(new Error('disk full'));
    await say('明天3点');
    await sandbox.idle();
    expect(await lastState()).toMatchObject({ state: 'retrying', attempts: [{ status: 500 }] });
    receive = async (incoming) => void received.push(incoming);
    sandbox.advance(15_000);
    await sandbox.idle();
    expect(received).toHaveLength(1);
  });

  it('of another app, and of kinds that we do not know, are acknowledged and left', async () => {
    connect();
    await up();
    const { app } = sandbox.platform;
    const own = app.appId;
    app.appId = 'cli_0000000000000000';
    await say('明天3点');
    app.appId = own;
    await control.post('/menu', { as: me.open_id, event_key: 'x' });
    await sandbox.idle();
    expect(received).toEqual([]);
    expect((await control.get('/deliveries?limit=2')).deliveries).toMatchObject([{ state: 'ok' }, { state: 'ok' }]);
  });
});

describe('a press', () => {
  const press = async (): Promise<Loose> => {
    const api = await openApi(sandbox);
    const button = { tag: 'button', text: { tag: 'plain_text', content: 'Go' }, behaviors: [{ type: 'callback', value: { a: 1 } }] };
    const sent = await api.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
      receive_id: direct.chat_id,
      msg_type: 'interactive',
      content: JSON.stringify({ schema: '2.0', body: { elements: [button] } }),
    });
    return control.post('/press', { as: me.open_id, message_id: sent.body.data.message_id, element: { tag: 'button' } });
  };

  it('is answered in its acknowledgement, toast and card', async () => {
    connect();
    await up();
    openPress = async () => ({
      answer: {
        toast: { type: 'success', content: '完成', i18n: { zh_cn: '完成', en_us: 'Done' } },
        card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'new' }] } } as never },
      },
      decided: null,
    });
    expect(await press()).toMatchObject({ status: 200, code: 0, toast: { content: '完成' }, card_replaced: true });
    expect(received).toMatchObject([{ kind: 'press', from: me.open_id }]);
  });

  it('that cannot be kept says so', async () => {
    connect();
    await up();
    receive = () => Promise.reject(new Error('disk full'));
    expect(await press()).toMatchObject({ status: 200, code: 0, toast: { type: 'error', content: 'not_stored' } });
  });
});

describe('the line', () => {
  it.each([
    ['cut', 'terminate'],
    ['closed by the platform', 'close'],
  ])('that was %s comes back by itself, and is counted', async (_name, drop) => {
    connect();
    await up();
    await control.post('/connections', { drop });
    await soon(() => turns).toEqual(['up', 'lost', 'up']);
    await up();
    await say('明天3点');
    await soon(() => received.length).toBe(1);
    const text = await metrics.text();
    expect(text).toContain('feishu_bot_connection_turns_total{turn="up"} 2');
    expect(text).toContain('feishu_bot_connection_up 1');
  });

  it.each([
    ['its pings', QUICK, 'lost'],
    ['our own watch, should they fail', WATCH_ONLY, 'dead'],
  ])('on which nobody answers any more is noticed by %s', async (_name, pace, turn) => {
    connect(pace);
    await up();
    await control.post('/faults', { connection: { mute: true, code: 1_000_040_343 } });
    await soon(() => turns).toContain(turn);
    // As long as it cannot come back, it says so.
    await soon(() => line.problem()).toMatch(/down for \d+ s; reconnecting/);
    await control.post('/faults', {});
    await soon(() => turns.at(-1)).toBe('up');
    await say('明天3点');
    await soon(() => received.length).toBe(1);
  });

  it('in earnest notices a dead peer within 90 s by either way, and a healthy one has three pings to prove itself', () => {
    // The slowest case: the peer dies right after it has answered.
    expect(PACE.pingEvery + PACE.pongWithin).toBeLessThanOrEqual(60_000);
    expect(PACE.deadAfter + PACE.deadAfter / LOOKS).toBeLessThanOrEqual(90_000);
    expect(PACE.deadAfter).toBeGreaterThan(2 * PACE.pingEvery);
    expect(PACE.pongWithin).toBeLessThan(PACE.pingEvery);
    connect();
  });

  it('with a platform that wants pings every two minutes is kept by ours, and never cut while it is healthy', async () => {
    // A machine that is busy for a second is no dead peer.
    const pace: Pace = { ...QUICK, pongWithin: 2000, deadAfter: 2000 };
    connect(pace);
    await up();
    await new Promise((resolve) => setTimeout(resolve, 1.5 * pace.deadAfter));
    expect(turns).toEqual(['up']);
  });

  it('whose handshake hangs is tried again', async () => {
    await control.post('/faults', { connection: { handshake: 'hang' } });
    connect(QUICK);
    await soon(async () => (await control.get('/calls?path=ws/endpoint')).calls.length).toBeGreaterThan(1);
    expect(line.problem()).toContain('not up yet');
    await control.post('/faults', {});
    await up();
  });

  it('to nowhere says what the trouble is', async () => {
    connect(CALM, { domain: 'http://127.0.0.1:9' });
    await soon(() => line.problem()).toBe('the long connection to the platform is not up yet (ECONNREFUSED)');
  });

  it('closes with a word: what is at hand is acknowledged, nothing more is taken', async () => {
    connect();
    await up();
    let stored = (): void => {};
    receive = (incoming) =>
      new Promise((resolve) => {
        received.push(incoming);
        stored = resolve;
      });
    await say('明天3点');
    await soon(() => received.length).toBe(1);
    const closing = line.close(2000);
    await say('明天4点');
    stored();
    await closing;
    await sandbox.idle();
    const { deliveries } = await control.get('/deliveries?limit=2');
    expect(deliveries[1]).toMatchObject({ state: 'ok' });
    expect(deliveries[0]).toMatchObject({ state: 'retrying' });
    expect(received).toHaveLength(1);
    await soon(async () => (await control.get('/connections')).connections).toEqual([]);
  });

  it('writes no secret, ticket or message text into the log', async () => {
    connect();
    await up();
    await say('机密 周会');
    await soon(() => received.length).toBe(1);
    const text = lines.join('');
    expect(text).toContain('the long connection is up');
    for (const secret of [sandbox.appSecret, 'access_key=', 'ticket=', '机密']) expect(text).not.toContain(secret);
  });
});

describe('a refusal', () => {
  it.each<[number, RegExp]>([
    [514, /\(514\).*FEISHU_APP_SECRET/],
    [403, /\(403\).*persistent connection/],
    [1_000_040_350, /\(1000040350\).*50 connections/],
    [1_000_040_351, /\(1000040351\).*larksuite/],
    [1, /\(1\).*busy/],
    [12_345, /\(12345\): error/],
  ])('%i is told in words', async (code, says) => {
    await control.post('/faults', { connection: { code } });
    connect();
    await soon(() => turns).toEqual(['refused']);
    expect(line.problem()).toMatch(says);
    expect(lines.join('')).toMatch(says);
    expect(await metrics.text()).toContain('feishu_bot_connection_up 0');
  });

  it('for a wrong secret is the platform’s own', async () => {
    connect(CALM, { appSecret: 'wrong' });
    await soon(() => line.problem()).toMatch(/\(514\)/);
  });

  it('that the client takes for a passing one is tried again at once', async () => {
    await control.post('/faults', { connection: { code: 1_000_040_343 } });
    connect();
    await soon(async () => (await control.get('/calls?path=ws/endpoint')).calls.length).toBeGreaterThan(2);
    await control.post('/faults', {});
    await up();
  });
});
