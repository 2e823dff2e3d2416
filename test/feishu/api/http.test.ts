import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttp, FRESH_CONNECTION, HttpAnswer, NoAnswer } from '../../../src/feishu/api/http.ts';

/** A platform in a thread of its own: it goes on while this one stands still. */
const PLATFORM = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = createServer((req, res) => {
    if (req.url === '/never') return;
    setTimeout(() => res.setHeader('content-type', 'application/json').end('{"code":0}'), 200);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

let platform: Worker;
let url: string;
const http = createHttp({ timeoutMs: 600 });

beforeAll(async () => {
  platform = new Worker(PLATFORM, { eval: true });
  const [port] = (await once(platform, 'message')) as [number];
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  http.close();
  await platform.terminate();
});

const ask = (path: string): Promise<unknown> =>
  http.instance.request({ method: 'POST', url: url + path, data: { a: 1 } }).catch((error: unknown) => error);

/** As SIGSTOP does it: when it is over, timers come first. */
const freeze = (ms: number): Promise<void> =>
  new Promise((resolve) =>
    setImmediate(() => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
      resolve();
    }),
  );

it('keeps an answer that came while the process was frozen past its time', async () => {
  const asked = ask('/soon');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await freeze(2000);
  expect(await asked).toBeInstanceOf(HttpAnswer);
});

it('still gives up on what does not answer', async () => {
  const asked = ask('/never');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await freeze(2000);
  expect(await asked).toMatchObject({ reason: 'ETIMEDOUT', left: true });
  expect(await ask('/never')).toBeInstanceOf(NoAnswer);
});

it('sends what must not arrive twice over a connection that is new or was just used', async () => {
  const used: Socket[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, (req, res) => {
    used.push(req.socket);
    res.setHeader('content-type', 'application/json').end('{"code":0}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = (headers = {}) => http.instance.request({ method: 'POST', url: to, data: { a: 1 }, headers });
  const fresh = () => send({ [FRESH_CONNECTION]: 'yes' });
  await send();
  await fresh();
  await fresh();
  const [ordinary, first, again] = used;
  expect(first).not.toBe(ordinary);
  expect(again).toBe(first);
  // The server would keep it: it is ours to give up, and soon.
  if (!first!.closed) await once(first!, 'close');
  expect(ordinary!.closed).toBe(false);
  await fresh();
  expect(used[3]).not.toBe(first);
  server.closeAllConnections();
  server.close();
});
