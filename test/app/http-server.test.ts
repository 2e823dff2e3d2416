import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp, type Http, type HttpOptions } from '../../src/app/http-server.ts';
import { isStranger } from '../../src/app/stranger.ts';

let http: Http;
let port: number;
const lines: unknown[] = [];

async function start(o: Partial<HttpOptions> = {}): Promise<void> {
  http = createHttp({
    host: '127.0.0.1',
    port: 0,
    webhook: (req, res) => {
      req.resume();
      res.end(`webhook ${req.method}`);
    },
    ready: async () => ({ ok: true, reasons: [] }),
    metricsText: () => 'x_total 1\n',
    log: { info: (fields) => lines.push(fields), error: (fields) => lines.push(fields) },
    ...o,
  });
  ({ port } = await http.listen());
}

afterEach(() => http.close(0));

const get = async (path: string, init: RequestInit = {}) => {
  const res = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { connection: 'close', ...init.headers } });
  return { status: res.status, type: res.headers.get('content-type'), powered: res.headers.get('x-powered-by'), body: await res.text() };
};

describe('paths', () => {
  it.each<[string, RequestInit, number, string]>([
    ['/webhook/event', { method: 'POST', body: 'x' }, 200, 'webhook POST'],
    ['/webhook/event?from=feishu', { method: 'POST', body: 'x' }, 200, 'webhook POST'],
    ['/webhook/event', {}, 200, 'webhook GET'],
    ['/healthz', {}, 200, '{"ok":true}'],
    ['/readyz', {}, 200, '{"ok":true,"reasons":[]}'],
    ['/metrics', {}, 200, 'x_total 1\n'],
    ['/', {}, 200, 'The meeting bot runs here. Talk to it in Feishu.\n'],
    ['/webhook', { method: 'POST', body: 'x' }, 404, '{"error":"not_found"}'],
    ['/webhook/event/more', { method: 'POST', body: 'x' }, 404, '{"error":"not_found"}'],
    ['/healthz', { method: 'POST', body: 'x' }, 404, '{"error":"not_found"}'],
    ['/%', {}, 404, '{"error":"not_found"}'],
    ['/__proto__', {}, 404, '{"error":"not_found"}'],
  ])('%s %j', async (path, init, status, body) => {
    await start();
    expect(await get(path, init)).toMatchObject({ status, body, powered: null });
  });

  it('say what they are', async () => {
    await start();
    expect((await get('/metrics')).type).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect((await get('/readyz')).type).toBe('application/json; charset=utf-8');
    expect((await get('/nowhere')).type).toBe('application/json; charset=utf-8');
  });
});

describe('a stranger', () => {
  const TOKEN = 'a-token-of-24-characters';
  const bearer = { authorization: `Bearer ${TOKEN}` };
  const proxied = { 'x-forwarded-for': '203.0.113.9' };
  const open = { status: 503, body: '{"ok":false,"reasons":["store"]}' };
  const bare = { status: 503, body: '{"ok":false}' };

  it.each<[string, string | null, Record<string, string>, object, number]>([
    ['this machine', null, {}, open, 200],
    ['this machine, where there is a token', TOKEN, {}, open, 200],
    ['a proxy', null, proxied, bare, 404],
    ['any proxy', TOKEN, { 'x-forwarded-proto': 'https' }, bare, 404],
    ['a proxy of the standard', TOKEN, { forwarded: 'for=203.0.113.9' }, bare, 404],
    ['a proxy that says so in its own way', TOKEN, { 'x-real-ip': '203.0.113.9' }, bare, 404],
    ['a proxy that names itself', TOKEN, { via: '1.1 edge' }, bare, 404],
    ['a proxy, with the token', TOKEN, { ...proxied, ...bearer }, open, 200],
    ['a proxy, with the token in another case', TOKEN, { ...proxied, authorization: `bearer  ${TOKEN}` }, open, 200],
    ['a proxy, with another token', TOKEN, { ...proxied, authorization: `Bearer ${TOKEN}x` }, bare, 404],
    ['a proxy, with a token where there is none', null, { ...proxied, authorization: 'Bearer null' }, bare, 404],
    ['a proxy, with an empty token', TOKEN, { ...proxied, authorization: 'Bearer ' }, bare, 404],
    ['a proxy, with the token for something else', TOKEN, { ...proxied, authorization: `Basic ${TOKEN}` }, bare, 404],
  ])('%s', async (_name, metricsToken, headers, readyz, metrics) => {
    await start({ metricsToken, ready: async () => ({ ok: false, reasons: ['store'] }) });
    expect(await get('/readyz', { headers })).toMatchObject(readyz);
    expect((await get('/metrics', { headers })).status).toBe(metrics);
    expect((await get('/healthz', { headers })).status).toBe(200);
  });

  it.each(['203.0.113.9', '::ffff:10.0.0.7', 'fe80::1', '1127.0.0.1', undefined])('is whoever comes from %s', (remoteAddress) => {
    const req = (headers: Record<string, string>) => ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;
    expect(isStranger(req({}), null)).toBe(true);
    expect(isStranger(req(bearer), TOKEN)).toBe(false);
  });

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('is nobody on %s', (remoteAddress) => {
    expect(isStranger({ headers: {}, socket: { remoteAddress } } as unknown as IncomingMessage, null)).toBe(false);
  });
});

describe('readiness', () => {
  it.each<[string, HttpOptions['ready'], unknown]>([
    ['names its reasons', async () => ({ ok: false, reasons: ['store', 'credentials'] }), { ok: false, reasons: ['store', 'credentials'] }],
    ['fails with its check', () => Promise.reject(new Error('secret')), { ok: false, reasons: ['check_failed'] }],
    [
      'fails with a check that throws',
      () => {
        throw new Error('secret');
      },
      { ok: false, reasons: ['check_failed'] },
    ],
  ])('%s', async (_name, ready, expected) => {
    await start({ ready });
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toEqual(expected);
  });
});

it('a failing page tells nothing', async () => {
  await start({ metricsText: () => Promise.reject(new Error('secret')) });
  expect(await get('/metrics')).toMatchObject({ status: 500, body: '{"error":"internal"}' });
});

it('a port that is taken is an error', async () => {
  await start();
  const second = createHttp({ ...({} as HttpOptions), host: '127.0.0.1', port, webhook: () => {} });
  await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('clients that do not behave', () => {
  const raw = (bytes: string, o: { cut?: boolean } = {}) =>
    new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(bytes, () => o.cut && socket.destroy());
      });
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });

  it.each([
    ['garbage', 'hello\r\n\r\n', 'HTTP/1.1 400'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 'HTTP/1.1 400'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'HTTP/1.1 400'],
    ['endless headers', `GET / HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(20_000)}`, 'HTTP/1.1 431'],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nhost: x\r\n\r\n', ''],
    ['an upgrade', 'GET /nowhere HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n\r\n', 'HTTP/1.1 404'],
    ['a whole address', 'GET http://127.0.0.1/nowhere HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 'HTTP/1.1 404'],
  ])('%s', async (_name, bytes, start_) => {
    await start();
    expect((await raw(bytes)).slice(0, start_.length || undefined)).toBe(start_);
    expect((await get('/healthz')).status).toBe(200);
  });

  it.each([
    ['nothing', '', /^HTTP\/1\.1 408|^$/],
    ['half a header', 'POST /webhook/event HTTP/1.1\r\nhost: x\r\nx: y', /^HTTP\/1\.1 408/],
    ['half a body', 'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhello', /^HTTP\/1\.1 408/],
    ['half a body to a page', 'POST /nowhere HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhello', /^HTTP\/1\.1 404/],
  ])('that send %s and wait are put off', async (_name, bytes, answer) => {
    await start({
      patienceMs: 100,
      webhook: (req, res) => {
        req.on('end', () => res.end()).resume();
      },
    });
    expect(await raw(bytes)).toMatch(answer);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('that leave at once', async () => {
    await start();
    for (const path of ['/webhook/event', '/healthz', '/metrics', '/nowhere']) {
      await raw(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc`, { cut: true });
      await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`, { cut: true });
    }
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('closing', () => {
  const ask = () =>
    new Promise<string>((resolve) => {
      const req = request({ host: '127.0.0.1', port, path: '/webhook/event', headers: { connection: 'keep-alive' } }, (res) => {
        let text = '';
        res.on('data', (data) => {
          text += data;
        });
        res.on('end', () => resolve(text));
      });
      req.on('error', (err) => resolve(`error ${(err as NodeJS.ErrnoException).code}`));
      req.end();
    });

  async function held(): Promise<{ answer: Promise<string>; release(): void }> {
    let release = () => {};
    let answer: Promise<string> | undefined;
    await new Promise<void>((arrived) => {
      void start({
        webhook: (_req, res) => {
          release = () => res.end('done');
          arrived();
        },
      }).then(() => {
        answer = ask();
      });
    });
    return { answer: answer!, release: () => release() };
  }

  it('waits for what is running and takes nothing new', async () => {
    const { answer, release } = await held();
    const closed = http.close(10_000);
    await expect(get('/healthz')).rejects.toThrow();
    release();
    expect(await answer).toBe('done');
    await closed;
  });

  it('ends what does not end by itself', async () => {
    const { answer } = await held();
    await http.close(10);
    expect(await answer).toMatch(/^error/);
  });

  it('does not wait for connections that only keep alive', async () => {
    await start();
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /webhook/event HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    await http.close(10_000);
  });

  it('twice is once', async () => {
    await start();
    await Promise.all([http.close(100), http.close(100)]);
  });
});
