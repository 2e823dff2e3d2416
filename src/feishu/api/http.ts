import http from 'node:http';
import https from 'node:https';
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { json } from '../narrow.ts';

/** What came back, whatever the status. `body` is `undefined` when it is not JSON. */
export class HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  constructor(status: number, headers: Readonly<Record<string, string | string[] | undefined>>, body: unknown) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** No answer came. `left` is false only when not one byte of the request can have reached the platform. */
export class NoAnswer extends Error {
  readonly left: boolean;
  /** `ECONNREFUSED`, `ETIMEDOUT`, … */
  readonly reason: string;
  constructor(left: boolean, reason: string) {
    super(`no answer (${reason}, ${left ? 'the request may have arrived' : 'the request never left'})`);
    this.name = 'NoAnswer';
    this.left = left;
    this.reason = reason;
  }
}

/**
 * In `options.headers` of an SDK call: send it over a connection that is new, or was just used. One that was kept open for longer may
 * just have been closed at the other end, and then nobody knows whether the request was read. Not sent on.
 */
export const FRESH_CONNECTION = 'x-fresh-connection';

/** Far below the idle time after which servers and firewalls close a connection. */
const FRESH = 1000;

const MAX_ANSWER = 8 * 1024 * 1024;
/** A timer that is so late was not late by itself. */
const FROZEN = 1000;
const THAW = 1000;

export interface Http {
  /** For the SDK's `Client`. Resolves with an `HttpAnswer` for every status, rejects with `NoAnswer`: its callers expect that. */
  instance: HttpInstance;
  close(): void;
}

/**
 * HTTP for the SDK, in place of its axios: only here is it known whether a failed request had left, which decides
 * whether a booking may be sent again.
 */
export function createHttp(options: { timeoutMs: number }): Http {
  // An idle socket is given up before servers and firewalls do (Node's own servers after 5 s): a request written into a socket
  // that was just closed at the other end is a lost answer.
  const agents = {
    keepAlive: true,
    maxSockets: 256,
    maxFreeSockets: 64,
    timeout: 4000,
  };
  const plain = new http.Agent(agents);
  const secure = new https.Agent(agents);
  const plainFresh = new http.Agent({ ...agents, timeout: FRESH });
  const secureFresh = new https.Agent({ ...agents, timeout: FRESH });

  return {
    instance: instanceOver((asked) => {
      const url = urlOf(asked);
      const fresh = asked.headers?.[FRESH_CONNECTION] !== undefined;
      const agent = url.protocol === 'https:' ? (fresh ? secureFresh : secure) : fresh ? plainFresh : plain;
      return send(url, agent, asked, asked.timeout ?? options.timeoutMs);
    }),
    close() {
      for (const agent of [plain, secure, plainFresh, secureFresh]) agent.destroy();
    },
  };
}

function urlOf(asked: HttpRequestOptions<unknown>): URL {
  const url = new URL(asked.url ?? '');
  for (const [name, value] of Object.entries(asked.params ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.append(name, String(value));
  }
  return url;
}

function headersOf(asked: HttpRequestOptions<unknown>, body: Buffer | undefined): Record<string, string | number> {
  const headers: Record<string, string | number> = { Accept: 'application/json' };
  for (const [name, value] of Object.entries(asked.headers ?? {})) {
    if (value !== undefined && name !== FRESH_CONNECTION) headers[name] = String(value);
  }
  if (body) Object.assign(headers, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  return headers;
}

function send(url: URL, agent: http.Agent, asked: HttpRequestOptions<unknown>, timeoutMs: number): Promise<HttpAnswer> {
  const method = (asked.method ?? 'GET').toUpperCase();
  const body = bodyOf(method, asked.data);
  const encrypted = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    let left = false;
    let done = false;
    const sent = (encrypted ? https : http).request(url, { method, headers: headersOf(asked, body), agent });
    const fail = (reason: string): void => {
      if (done) return;
      done = true;
      clearTimeout(deadline);
      sent.destroy();
      reject(new NoAnswer(left, reason));
    };
    const due = performance.now() + timeoutMs;
    // Timers run before what came in is read: a process that was frozen looks once more, lest an answer that is there be lost.
    let deadline = setTimeout(() => {
      if (performance.now() - due < FROZEN) return fail('ETIMEDOUT');
      deadline = setTimeout(() => fail('ETIMEDOUT'), THAW);
    }, timeoutMs);

    sent.on('socket', (socket) => {
      // Node writes nothing before these: until then the request is ours alone.
      if (!socket.connecting) left = true;
      else
        socket.once(encrypted ? 'secureConnect' : 'connect', () => {
          left = true;
        });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER) fail('TOO_LONG');
        else chunks.push(chunk);
      });
      response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
      response.on('close', () => {
        if (!response.complete) fail('ECONNRESET');
      });
      response.on('end', () => {
        if (done || !response.complete) return;
        done = true;
        clearTimeout(deadline);
        resolve(new HttpAnswer(response.statusCode ?? 0, response.headers, json(Buffer.concat(chunks).toString('utf8'))));
      });
    });
    sent.end(body);
  });
}

/** The SDK's way of asking, over one function that sends. */
export function instanceOver(send: (asked: HttpRequestOptions<unknown>) => Promise<HttpAnswer>): HttpInstance {
  const run = send as unknown as HttpInstance['request'];
  const without =
    (method: string): HttpInstance['get'] =>
    (url, opts) =>
      run({ ...opts, url, method });
  const carrying =
    (method: string): HttpInstance['post'] =>
    (url, data, opts) =>
      run({ ...opts, url, method, ...(data === undefined ? {} : { data }) });
  return {
    request: run,
    get: without('GET'),
    delete: without('DELETE'),
    head: without('HEAD'),
    options: without('OPTIONS'),
    post: carrying('POST'),
    put: carrying('PUT'),
    patch: carrying('PATCH'),
  };
}

/** The SDK hands `{}` to calls that have no body. */
function bodyOf(method: string, data: unknown): Buffer | undefined {
  if (data === undefined || data === null) return undefined;
  const empty = typeof data === 'object' && Object.keys(data).length === 0;
  if (empty && (method === 'GET' || method === 'DELETE' || method === 'HEAD')) return undefined;
  return Buffer.from(typeof data === 'string' ? data : JSON.stringify(data));
}
