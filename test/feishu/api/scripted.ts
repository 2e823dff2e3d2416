import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPlatform, type Platform } from '../../../src/feishu/api/client.ts';
import type { Sends } from '../../../src/feishu/api/once.ts';
import type { Log } from '../../../src/feishu/api/sdk.ts';

/** How one request is answered. `after` = milliseconds before the answer. */
export type Answer = (
  | { status?: number; body: unknown; headers?: Record<string, string> }
  | { raw: string; status?: number; type?: string }
  | { silence: 'hang' | 'reset' | 'reset_after_headers' | 'reset_in_body' }
) & { after?: number };

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
}

type Route = Answer | Answer[] | ((asked: Asked, nth: number) => Answer);

export const ok = (data: unknown = {}): Answer => ({ body: { code: 0, msg: 'success', data } });
export const failure = (code: number, status = 400, rest: object = {}, headers: Record<string, string> = {}): Answer => ({
  status,
  body: { code, msg: 'no', ...rest },
  headers,
});

export const SECRET = 'app-secret-0123456789';

/** A platform that answers by script over real HTTP: an array is used up and its last answer stays. */
export interface Scripted {
  url: string;
  asked: Asked[];
  /** Calls to `METHOD /path` so far. */
  to(route: string): Asked[];
  on(route: string, answer: Route): void;
  close(): Promise<void>;
}

async function startScripted(): Promise<Scripted> {
  const routes = new Map<string, Route>();
  const asked: Asked[] = [];
  let tokens = 0;
  routes.set('POST /open-apis/auth/v3/tenant_access_token/internal', () => ({
    body: { code: 0, msg: 'ok', tenant_access_token: `t-scripted-${++tokens}`, expire: 7200 },
  }));
  const matches = (pattern: string, route: string): boolean => {
    const want = pattern.split('/');
    const have = route.split('/');
    return want.length === have.length && want.every((part, at) => part.startsWith(':') || part === have[at]);
  };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://x');
      const text = Buffer.concat(chunks).toString('utf8');
      const one: Asked = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      asked.push(one);
      const route = `${one.method} ${one.path}`;
      const pattern = [...routes.keys()].find((key) => matches(key, route));
      const nth = asked.filter((other) => pattern !== undefined && matches(pattern, `${other.method} ${other.path}`)).length;
      const script = pattern === undefined ? { status: 404, raw: '404 page not found', type: 'text/plain' } : routes.get(pattern)!;
      const answer =
        typeof script === 'function' ? script(one, nth) : Array.isArray(script) ? script[Math.min(nth, script.length) - 1]! : script;
      setTimeout(() => give(answer, response), answer.after ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    to: (pattern) => asked.filter((one) => matches(pattern, `${one.method} ${one.path}`)),
    on: (pattern, answer) => routes.set(pattern, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function give(answer: Answer, response: ServerResponse): void {
  if ('silence' in answer) {
    if (answer.silence === 'hang') return;
    if (answer.silence !== 'reset') response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    if (answer.silence === 'reset_in_body') response.write('{"code":0,');
    setTimeout(() => response.socket?.destroy(), answer.silence === 'reset' ? 0 : 20);
  } else if ('raw' in answer) {
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/html' }).end(answer.raw);
  } else {
    response
      .writeHead(answer.status ?? 200, { 'content-type': 'application/json', 'x-tt-logid': 'LOG0001', ...answer.headers })
      .end(JSON.stringify(answer.body));
  }
}

/** A platform client on a scripted server, with short waits and everything that it logs. */
export async function start(options: { timeoutMs?: number; domain?: string; now?: () => number; sends?: Sends } = {}): Promise<{
  server: Scripted;
  platform: Platform;
  log: string[];
  calls: string[];
  slept: number[];
  stop(): Promise<void>;
}> {
  const server = await startScripted();
  const log: string[] = [];
  const calls: string[] = [];
  const slept: number[] = [];
  const write = (fields: object, message: string): void => void log.push(JSON.stringify({ ...fields, message }));
  const logger: Log = { debug: write, info: write, warn: write, error: write };
  const platform = createPlatform({
    appId: 'cli_0123456789abcdef',
    appSecret: SECRET,
    domain: options.domain ?? server.url,
    clock: { now: options.now ?? Date.now },
    log: logger,
    onCall: (api, outcome) => void calls.push(`${api} ${outcome}`),
    sleep: (ms) => {
      slept.push(ms);
      return new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5)));
    },
    timeoutMs: options.timeoutMs ?? 5000,
    sends: options.sends,
  });
  return {
    server,
    platform,
    log,
    calls,
    slept,
    async stop() {
      platform.close();
      await server.close();
    },
  };
}
