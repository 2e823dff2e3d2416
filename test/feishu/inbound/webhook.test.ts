import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming } from '../../../src/domain/event.ts';
import { createIntake, type IntakeOptions, type PressAnswer } from '../../../src/feishu/inbound/intake.ts';
import { createWebhook, type WebhookOptions } from '../../../src/feishu/inbound/webhook.ts';
import { createLog } from '../../../src/observability/log.ts';
import { createMetrics } from '../../../src/observability/metrics.ts';
import { ASKER, BOT, fixture, PLAIN, type Push, push, SECRETS, SENT, seal, signed, unsigned, withHeader } from './push.ts';

const MESSAGE = 'om_5ce6d572455d361153b7cb51da133945';
const MB = 1024 * 1024;

let server: Server;
let received: { incoming: Incoming; decided: unknown }[];
let lines: string[];
let metrics: ReturnType<typeof createMetrics>;
let now: number;
let receive: IntakeOptions['receive'];
let openPress: IntakeOptions['openPress'];

async function door(secrets: WebhookOptions['secrets'] = SECRETS, over: Partial<WebhookOptions> = {}): Promise<void> {
  const clock = { now: () => now };
  const log = createLog('trace', { secrets: [secrets.encryptKey, secrets.verificationToken], write: (line) => lines.push(line) });
  const intake = createIntake({
    clock,
    log,
    metrics,
    botOpenId: () => BOT,
    receive: (incoming, decided) => receive(incoming, decided),
    openPress: (press) => openPress(press),
    apology: async (why) => ({ toast: { type: 'error', content: why, i18n: { zh_cn: why, en_us: why } } }),
  });
  const webhook = createWebhook({ secrets, clock, log, metrics, intake, ...over });
  server = createServer(webhook);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const port = () => (server.address() as AddressInfo).port;

beforeEach(() => {
  received = [];
  lines = [];
  metrics = createMetrics();
  now = SENT + 1000;
  receive = async (incoming, decided) => {
    received.push({ incoming, decided });
  };
  openPress = async () => ({ answer: {}, decided: 'all' });
});

afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Sending {
  method?: string;
  chunked?: boolean;
}

function send(made: Push, o: Sending = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = o.chunked
      ? { ...made.headers, 'transfer-encoding': 'chunked' }
      : { ...made.headers, 'content-length': made.body.length };
    const req = request(
      { port: port(), host: '127.0.0.1', path: '/webhook/event', method: o.method ?? 'POST', headers, agent: false },
      (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (text) => {
          body += text;
        });
        res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body }));
      },
    );
    req.on('error', reject);
    if (o.chunked) for (let at = 0; at < made.body.length; at += 1000) req.write(made.body.subarray(at, at + 1000));
    req.end(o.chunked ? undefined : made.body);
  });
}

/** Writes bytes on a socket of its own and hands back all that came until it was closed. */
function raw(bytes: string, o: { cut?: boolean } = {}): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port(), '127.0.0.1', () => {
      socket.write(bytes);
      if (o.cut) setImmediate(() => socket.destroy());
    });
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

const message = () => fixture('message-text-group');
const headed = (made: Push, headers: Record<string, string | undefined>): Push => {
  const all = { ...made.headers, ...headers };
  return { ...made, headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<string, string> };
};

describe('an authentic event', () => {
  it('is answered after it is on disk, not before', async () => {
    await door();
    let store = () => {};
    const asked = new Promise<void>((resolve) => {
      receive = (incoming, decided) =>
        new Promise((done) => {
          received.push({ incoming, decided });
          store = done;
          resolve();
        });
    });
    let answered = false;
    const answer = send(push(message())).then((one) => {
      answered = true;
      return one;
    });
    await asked;
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    store();
    expect(await answer).toMatchObject({ status: 200, body: '{}', headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(received).toMatchObject([{ incoming: { id: MESSAGE, kind: 'message', at: SENT, place: { kind: 'group' } } }]);
  });

  it.each<[string, () => Push, Sending]>([
    ['in small chunks', () => push(message()), { chunked: true }],
    ['pretty-printed', () => signed(JSON.stringify({ encrypt: seal(JSON.stringify(message(), null, 2)) }, null, 2)), {}],
    ['without a charset', () => headed(push(message()), { 'content-type': 'application/json' }), {}],
    [
      'in another spelling',
      () => headed(push(message()), { 'content-type': 'Application/JSON;charset="UTF-8"', 'content-encoding': 'identity' }),
      {},
    ],
    ['with a text of 150 KB', () => push({ ...message(), pad: '会'.repeat(50_000) }), {}],
  ])('comes in %s', async (_name, make, o) => {
    await door();
    expect(await send(make(), o)).toMatchObject({ status: 200, body: '{}' });
    expect(received).toHaveLength(1);
  });

  it('of a kind we do not know is answered and nothing more', async () => {
    await door();
    for (const name of ['menu', 'p2p-chat-create-v1', 'message-recalled', 'message-from-bot', 'message-text-unmentioned']) {
      expect(await send(push(fixture(name))), name).toMatchObject({ status: 200, body: '{}' });
    }
    expect(received).toEqual([]);
    expect(await metrics.text()).toContain('feishu_bot_events_total{type="other",outcome="ignored"} 2');
  });

  it('that the store cannot take comes back later', async () => {
    await door();
    receive = () => Promise.reject(new Error('disk full'));
    const answer = await send(push(message()));
    expect(answer).toMatchObject({ status: 503, body: '' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await metrics.text()).toContain('outcome="unavailable"} 1');
    expect(lines.join()).toContain('disk full');
  });

  it('a store that throws at once is the same', async () => {
    await door();
    receive = () => {
      throw new Error('closed');
    };
    expect((await send(push(message()))).status).toBe(503);
  });

  it('is counted and timed', async () => {
    await door();
    await send(push(message()));
    expect(await metrics.text()).toContain('feishu_bot_events_total{type="im.message.receive_v1",outcome="received"} 1');
    expect(await metrics.text()).toContain('feishu_bot_ack_seconds_count 1');
  });

  it('in plain mode comes in with the token alone', async () => {
    await door(PLAIN);
    expect((await send(unsigned(message()))).status).toBe(200);
    expect((await send(unsigned(withHeader('message-text-group', { token: 'x' })))).status).toBe(401);
    expect(received).toHaveLength(1);
  });
});

describe('the address check', () => {
  it.each<[string, typeof PLAIN | typeof SECRETS, () => Push]>([
    ['plain', PLAIN, () => unsigned(fixture('url-verification'))],
    ['encrypted', SECRETS, () => unsigned({ encrypt: seal(JSON.stringify(fixture('url-verification'))) })],
    ['encrypted and signed', SECRETS, () => push(fixture('url-verification'))],
  ])('%s', async (_name, secrets, make) => {
    await door(secrets);
    expect(await send(make())).toMatchObject({ status: 200, body: '{"challenge":"ajls384kdjx98XX"}' });
    expect(received).toEqual([]);
  });
});

describe('a press', () => {
  const toast: PressAnswer = { toast: { type: 'success', content: '完成', i18n: { zh_cn: '完成', en_us: 'Done' } } };
  const body = async () => JSON.parse((await send(push(fixture('press-button')))).body);

  it('is kept with what was decided about it, and answered at once', async () => {
    await door();
    openPress = async (press) => ({ answer: press.action.value.act === 'cancel' ? toast : {}, decided: 'all' });
    expect(await body()).toEqual(toast);
    expect(received).toMatchObject([{ incoming: { kind: 'press', messageId: MESSAGE }, decided: 'all' }]);
  });

  it('whose answer takes too long is told that it is being worked on', async () => {
    await door();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = new Promise<void>((resolve) => {
      openPress = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    const answer = send(push(fixture('press-button')));
    await asked;
    await vi.advanceTimersByTimeAsync(2500);
    expect(JSON.parse((await answer).body).toast).toMatchObject({ content: 'late' });
    expect(received).toMatchObject([{ incoming: { kind: 'press' }, decided: undefined }]);
  });

  it('whose answer fails is done all the same', async () => {
    await door();
    openPress = () => {
      throw new Error('broken');
    };
    expect(await body()).toMatchObject({ toast: { content: 'late' } });
    expect(received).toHaveLength(1);
  });

  it('that cannot be kept says so to the presser', async () => {
    await door();
    openPress = async () => ({ answer: toast, decided: 'all' });
    receive = () => Promise.reject(new Error('disk full'));
    const sent = await send(push(fixture('press-button')));
    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.body).toast).toMatchObject({ type: 'error', content: 'not_stored' });
  });

  it('that cannot be read says so, and the log names what is missing but nobody', async () => {
    await door();
    const nameless = fixture('press-button');
    nameless.event.operator = { open_id: 'x', name: 'Secret Name' };
    for (const event of [nameless, fixture('press-link-preview')]) {
      expect(JSON.parse((await send(push(event))).body).toast).toMatchObject({ type: 'error', content: 'unreadable' });
    }
    expect(received).toEqual([]);
    expect(lines.join('')).toContain('"unread":["open_id"]');
    expect(lines.join('')).not.toContain('Secret');
  });

  it('whose operator is nested and whose context lies beside the event is kept', async () => {
    await door();
    openPress = async () => ({ answer: toast, decided: 'all' });
    const nested = fixture('press-button');
    nested.event.operator = { user_id: { open_id: ASKER } };
    nested.context = nested.event.context;
    nested.event.context = undefined;
    expect(JSON.parse((await send(push(nested))).body)).toEqual(toast);
    expect(received).toMatchObject([{ incoming: { from: ASKER, messageId: MESSAGE } }]);
  });

  it('that is not kept in time is not called done', async () => {
    await door();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    openPress = async () => ({ answer: toast, decided: 'all' });
    const asked = new Promise<void>((resolve) => {
      receive = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    const answer = send(push(fixture('press-button')));
    await asked;
    await vi.advanceTimersByTimeAsync(2500);
    expect(JSON.parse((await answer).body)).toMatchObject({ toast: { type: 'error' } });
  });
});

describe('refused, with nothing received and no reason told', () => {
  const big = (size: number): Push => signed(`{"encrypt":"${'A'.repeat(size - 14)}"}`);

  it.each<[string, () => Push, number, Sending?]>([
    ['no signature', () => headed(push(message()), { 'x-lark-signature': undefined }), 401],
    ['a forged signature', () => headed(push(message()), { 'x-lark-signature': 'a'.repeat(64) }), 401],
    ['a forged key', () => push(message(), { encryptKey: 'guess' }), 401],
    ['a truncated body', () => ({ ...push(message()), body: push(message()).body.subarray(0, 500) }), 401],
    ['the wrong token', () => push(withHeader('message-text-group', { token: 'guess' })), 401],
    ['the wrong app', () => push(withHeader('message-text-group', { app_id: 'cli_0' })), 401],
    [
      'replayed after 8 hours',
      () => push(withHeader('message-text-group', { create_time: String(SENT - 9 * 3_600_000) }), { at: SENT - 9 * 3_600_000 }),
      401,
    ],
    ['plain although a key is set', () => unsigned(message()), 401],
    ['a plain address check although a key is set', () => unsigned(fixture('url-verification')), 401],
    ['no JSON inside', () => push('hello'), 400],
    ['no envelope', () => signed('{"hello":1}'), 400],
    [
      'a prototype in place of a header',
      () => push('{"__proto__":{"header":{"token":"test-verification-token"}},"constructor":{"prototype":{"x":1}}}'),
      401,
    ],
    ['no content type', () => headed(push(message()), { 'content-type': undefined }), 415],
    ['a form', () => headed(push(message()), { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['text', () => headed(push(message()), { 'content-type': 'text/plain; application/json' }), 415],
    ['something like JSON', () => headed(push(message()), { 'content-type': 'application/json5' }), 415],
    ['another charset', () => headed(push(message()), { 'content-type': 'application/json; charset=gbk' }), 415],
    ['compressed', () => headed({ ...push(message()), body: gzipSync(push(message()).body) }, { 'content-encoding': 'gzip' }), 415],
    ['compressed twice', () => headed(push(message()), { 'content-encoding': 'identity, br' }), 415],
    ['over 1 MB', () => big(MB + 1), 413],
    ['over 1 MB in chunks', () => big(MB + 1), 413, { chunked: true }],
    ['far over 1 MB', () => big(6 * MB), 413],
    ['far over 1 MB in chunks', () => big(6 * MB), 413, { chunked: true }],
    ['GET', () => ({ body: Buffer.alloc(0), headers: {} }), 405, { method: 'GET' }],
    ['PUT', () => push(message()), 405, { method: 'PUT' }],
    ['DELETE', () => push(message()), 405, { method: 'DELETE' }],
    ['OPTIONS', () => push(message()), 405, { method: 'OPTIONS' }],
    ['a method of another kind', () => push(message()), 405, { method: 'PROPFIND' }],
    ['an empty body', () => ({ ...push(message()), body: Buffer.alloc(0) }), 401],
  ])('%s', async (_name, make, status, o) => {
    await door();
    const answer = await send(make(), o);
    expect(answer).toMatchObject({ status, body: '' });
    expect(
      Object.keys(answer.headers).filter((name) => !['connection', 'content-length', 'date', 'keep-alive', 'allow'].includes(name)),
    ).toEqual([]);
    if (status === 405) expect(answer.headers.allow).toBe('POST');
    expect(received).toEqual([]);
    expect(await metrics.text()).toContain(`feishu_bot_requests_refused_total{status="${status}"} 1`);
    // The door still stands.
    expect((await send(push(message()))).status).toBe(200);
  });

  it('exactly 1 MB is read', async () => {
    await door();
    expect((await send(big(MB))).status).toBe(400);
    expect((await send(big(MB), { chunked: true })).status).toBe(400);
  });

  it('over 1 MB, the answer is still there for a client that reads only after it has written', async () => {
    await door();
    const body = 'A'.repeat(7 * MB);
    const heads = [
      `content-length: ${body.length}\r\n\r\n${body}`,
      `transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ];
    const answers = heads.map(
      (head) =>
        new Promise<string>((resolve) => {
          let text = '';
          const socket = connect(port(), '127.0.0.1').pause();
          socket.write(`POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${head}`, () => socket.resume());
          socket.on('data', (data) => {
            text += data;
          });
          socket.on('error', (err) => resolve(`${text} ${err.message}`));
          socket.on('close', () => resolve(text));
        }),
    );
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).not.toMatch(/ECONNRESET|EPIPE/);
    }
  });

  it('a flood of them fills one line of the log in ten seconds, and it says what to look at', async () => {
    await door();
    for (let i = 0; i < 20; i++) await send(push(message(), { encryptKey: 'guess' }));
    now += 10_000;
    await send(push(message(), { encryptKey: 'guess' }));
    const told = lines.map((line) => JSON.parse(line));
    expect(told).toMatchObject([
      { status: 401, why: 'signature', count: 1 },
      { status: 401, why: 'signature', count: 20 },
    ]);
  });
});

describe('on the wire', () => {
  const wire = (made: Push, more = '') => {
    const headers = Object.entries(made.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `POST /webhook/event HTTP/1.1\r\nhost: x\r\n${headers.join('')}content-length: ${made.body.length}\r\n${more}\r\n${made.body}`;
  };

  it('several requests written at once are answered in order', async () => {
    await door();
    const other = fixture('message-text-group');
    other.event.message.message_id = 'om_second';
    const text = await raw(
      wire(push(message())) + wire(push(message(), { encryptKey: 'guess' })) + wire(push(other), 'connection: close\r\n'),
    );
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 401', 'HTTP/1.1 200']);
    expect(received.map(({ incoming }) => incoming.id)).toEqual([MESSAGE, 'om_second']);
  });

  it.each<[string, string]>([
    ['garbage', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
    ['a broken length', 'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n'],
    ['two lengths', 'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    ['length and chunks', 'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    [
      'a broken chunk',
      'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    ],
    ['a header without end', `POST /webhook/event HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}`],
  ])('%s gets a 4xx and the connection is closed', async (_name, bytes) => {
    await door();
    expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await send(push(message()))).status).toBe(200);
  });

  it('uploads that break off at any point are forgotten', async () => {
    await door();
    const whole = wire(push(message()));
    for (let at = 10; at < whole.length; at += 97) await raw(whole.slice(0, at), { cut: true });
    await raw(`POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9999999\r\n\r\nabc`, {
      cut: true,
    });
    expect(received).toEqual([]);
    expect((await send(push(message()))).status).toBe(200);
  });

  it('uploads of strangers have a bound together: whoever has been sending longest gives way, and events come in', async () => {
    await door(SECRETS, { bodiesLimit: 4 * MB });
    const head = `POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${MB}\r\n\r\n`;
    const answers: string[] = [];
    const sockets = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const socket = connect(port(), '127.0.0.1');
        socket.on('error', () => {});
        socket.on('data', (data) => {
          answers[n] ??= String(data).split('\r\n')[0]!;
        });
        await new Promise<void>((resolve) => socket.write(head + 'x'.repeat(MB - 1), () => resolve()));
        return socket;
      }),
    );
    await vi.waitFor(() => expect(answers.filter((line) => line === 'HTTP/1.1 503 Service Unavailable').length).toBeGreaterThanOrEqual(8));
    expect((await send(push(message()))).status).toBe(200);
    // Those that are left are heard to the end.
    for (const socket of sockets) if (!socket.destroyed) socket.write('x');
    await vi.waitFor(() => expect(answers.filter((line) => line === 'HTTP/1.1 401 Unauthorized').length).toBeGreaterThanOrEqual(1));
    expect(answers.filter((line) => line !== undefined)).toHaveLength(12);
    for (const socket of sockets) socket.destroy();
  });

  it('a body of a hundred thousand chunks of one byte is read like any other', async () => {
    await door();
    const made = push({ ...message(), padding: 'x'.repeat(60_000) });
    const headers = Object.entries(made.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const chunks = [...made.body].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`).join('');
    const text = await raw(
      `POST /webhook/event HTTP/1.1\r\nhost: x\r\n${headers.join('')}connection: close\r\ntransfer-encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toHaveLength(1);
  });

  it('a client that leaves before the answer harms nobody; its event is kept', async () => {
    await door();
    let release = () => {};
    const asked = new Promise<void>((resolve) => {
      receive = (incoming, decided) =>
        new Promise((done) => {
          received.push({ incoming, decided });
          release = done;
          resolve();
        });
    });
    const gone = raw(wire(push(message())), {});
    await asked;
    server.closeAllConnections();
    await gone;
    release();
    receive = async () => {};
    expect((await send(push(message()))).status).toBe(200);
    expect(received).toHaveLength(1);
  });
});

it('no secret and nobody’s words reach the log, whatever is sent', async () => {
  const secrets = { appId: SECRETS.appId, encryptKey: 'PLANTED-encrypt-key', verificationToken: 'PLANTED-token' };
  await door(secrets);
  const words = 'PLANTED words of a person';
  const said = withHeader('message-text-direct', { token: secrets.verificationToken }) as ReturnType<typeof fixture>;
  said.event.message.content = JSON.stringify({ text: words });
  const pressed = withHeader('press-form', { token: secrets.verificationToken }) as ReturnType<typeof fixture>;
  pressed.event.action.form_value.topic = words;
  const key = { encryptKey: secrets.encryptKey };

  // Errors of store and handlers like those that drag their request along.
  const fail = () =>
    Promise.reject(
      Object.assign(new Error(`no room for ${secrets.encryptKey}`), {
        config: { data: words, headers: { token: secrets.verificationToken } },
      }),
    );
  receive = fail;
  openPress = fail;
  await send(push(said, key));
  await send(push(pressed, key));
  now += 20_000;
  await send(push(said));
  now += 20_000;
  await send(push({ ...said, header: { ...said.header, app_id: words } }, key));
  now += 20_000;
  await send(unsigned(said));
  now += 20_000;
  await send(headed(push(said, key), { 'content-type': words }));
  expect(lines.length).toBeGreaterThanOrEqual(7);
  expect(lines.join('')).not.toContain('PLANTED');
  expect(await metrics.text()).not.toContain('PLANTED');
});
