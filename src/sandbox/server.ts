import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { createClock } from './clock.ts';
import { control, isForeign, stream } from './control.ts';
import type { ControlParts } from './control-routes.ts';
import { createDeliverer, type Deliverer } from './deliver.ts';
import { createLimiter } from './gate.ts';
import { hex, newAppId, newOpenId } from './ids.ts';
import { createDispatcher, type Dispatcher, NOT_FOUND } from './open-api/dispatch.ts';
import { type App, createPlatform, grantedBy, noFaults, type Platform } from './platform.ts';
import { createWorld } from './world.ts';

export interface SandboxOptions {
  /** 0 = any free port (default). The host is always 127.0.0.1. */
  port?: number;
  /** `cli_` and 16 hex digits. */
  appId?: string;
  appSecret?: string;
  /** null = events go out plain and unsigned. */
  encryptKey?: string | null;
  verificationToken?: string | null;
  webhookUrl?: string | null;
  /** Granted scopes; null = all that are documented, except hearing every group message. */
  scopes?: string[] | null;
  /** Subscribed events; null = all. */
  events?: string[] | null;
  callbacks?: string[] | null;
  /** Where time comes from; with it time is turned by hand unless `realTime` is true. */
  now?: () => number;
  /** Timers run by themselves. Default: true when no `now` is given. */
  realTime?: boolean;
  tokenSeconds?: number;
  /** Folder of the chat page; found beside this file by default. */
  pageDir?: string;
  log?: (line: string) => void;
}

export interface Sandbox {
  url: string;
  port: number;
  appId: string;
  appSecret: string;
  encryptKey: string | null;
  verificationToken: string | null;
  botOpenId: string;
  /** Verifies the address first; throws when it does not answer the challenge. null: nowhere. */
  setWebhook(url: string | null): Promise<void>;
  /** The platform's time. */
  now(): number;
  /** Moves the clock ahead, waking what falls due. */
  advance(ms: number): void;
  /** Resolves when no delivery is on the wire. */
  idle(): Promise<void>;
  platform: Platform;
  deliver: Deliverer;
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

const MAX_BODY = 4 << 20;
const TOKEN_SECONDS = 7200;

function read(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY) chunks.push(chunk);
    });
    request.on('end', () => resolve(size > MAX_BODY ? null : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function pageFolder(given: string | undefined): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = given ? [given] : [join(here, 'page'), join(here, 'sandbox', 'page'), join(here, '..', 'src', 'sandbox', 'page')];
  return places.find((place) => existsSync(place)) ?? null;
}

/** The chat page and the two libraries it uses, as files. */
function pages(pageDir: string | undefined): express.Express {
  const app = express();
  app.disable('x-powered-by');
  const require = createRequire(import.meta.url);
  const vendor: Record<string, string> = {
    'markdown-it.js': join(dirname(require.resolve('markdown-it/package.json')), 'dist/browser/markdown-it.esm.min.mjs'),
    'dompurify.js': join(dirname(require.resolve('dompurify')), 'purify.es.mjs'),
  };
  app.get('/page/vendor/:file', (request, response, next) => {
    const file = vendor[request.params.file];
    if (!file) return next();
    // Relative to a root: a whole path is refused where any folder above the project begins with a dot.
    response.type('text/javascript').sendFile(basename(file), { root: dirname(file) });
  });
  const folder = pageFolder(pageDir);
  if (folder) {
    app.get('/', (_request, response) => response.sendFile('index.html', { root: folder }));
    app.use('/page', express.static(folder, { index: false, etag: false, cacheControl: false }));
  }
  app.use((_request, response) => {
    response.status(404).type('text/plain').send(NOT_FOUND.body);
  });
  return app;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  const bytes = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(bytes);
}

function checkOptions(options: SandboxOptions): void {
  if (options.appId !== undefined && !/^cli_[0-9a-f]{16}$/.test(options.appId)) throw new Error('appId must be cli_ and 16 hex digits');
  for (const key of ['encryptKey', 'verificationToken'] as const) {
    if ((options[key]?.length ?? 0) > 32) throw new Error(`${key} has at most 32 characters`);
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Starts the platform on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  checkOptions(options);
  const log = options.log ?? ((): void => {});
  const realTime = options.realTime ?? options.now === undefined;
  const started = Date.now();
  const source = options.now ?? (realTime ? Date.now : () => started);
  const clock = createClock(source, realTime);
  const app: App = {
    appId: options.appId ?? newAppId(),
    appSecret: options.appSecret ?? hex(32),
    encryptKey: options.encryptKey === undefined ? hex(32) : options.encryptKey || null,
    verificationToken: options.verificationToken === undefined ? hex(32) : options.verificationToken || null,
    webhookUrl: options.webhookUrl ?? null,
    name: '会议助手',
    enName: 'Meeting Assistant',
    botOpenId: newOpenId(),
    scopes: grantedBy(options.scopes),
    events: options.events ?? null,
    callbacks: options.callbacks ?? null,
    botEnabled: true,
  };
  const pace = realTime ? Date.now : clock.now;
  const platform = createPlatform(app, clock, { pace, tokenSeconds: options.tokenSeconds ?? TOKEN_SECONDS, log });
  const deliver = createDeliverer(platform);
  const limiter = createLimiter(pace);
  const dispatcher = createDispatcher({ platform, deliver, limiter });

  const setWebhook = async (url: string | null): Promise<void> => {
    if (url !== null) await deliver.verify(url);
    app.webhookUrl = url;
    platform.changed({ type: 'world' });
  };
  const parts: ControlParts = {
    platform,
    deliver,
    dispatcher,
    setWebhook,
    reset() {
      deliver.clear();
      dispatcher.clear();
      limiter.clear();
      platform.cardTokens.clear();
      Object.assign(platform.faults, noFaults());
      platform.world = createWorld(clock.now(), platform.world.tenantKey);
      platform.changed({ type: 'world' });
    },
  };
  const files = pages(options.pageDir);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const target = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = target.pathname;
    const isControl = path === '/_sandbox' || path.startsWith('/_sandbox/');
    const isPage = path === '/' || path.startsWith('/page/');
    if ((isControl || isPage) && isForeign(request)) {
      sendJson(response, 403, { error: 'Only this machine may do that.' });
      return;
    }
    if (isControl && method === 'GET' && path === '/_sandbox/stream') {
      stream(platform, request, response);
      return;
    }
    if (isPage) {
      files(request, response);
      return;
    }
    const raw = await read(request);
    if (raw === null) {
      response.writeHead(413, { 'content-type': 'text/plain' }).end('request entity too large');
      return;
    }
    if (isControl) {
      const { status, body } = await control(parts, method, path, target.searchParams, raw);
      sendJson(response, status, body);
      return;
    }
    const outcome = await dispatcher.answer({
      method,
      path,
      query: target.searchParams,
      authorization: request.headers.authorization,
      raw,
    });
    if (outcome === 'hang') return;
    if (outcome === 'reset') request.socket.destroy();
    else response.writeHead(outcome.status, outcome.headers).end(outcome.body);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log(`sandbox: ${request.method} ${request.url} broke: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) sendJson(response, 500, { error: 'The sandbox broke; see its log.' });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.port ?? 0);

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    appId: app.appId,
    appSecret: app.appSecret,
    get encryptKey() {
      return app.encryptKey;
    },
    get verificationToken() {
      return app.verificationToken;
    },
    botOpenId: app.botOpenId,
    setWebhook,
    now: clock.now,
    advance: (ms) => clock.advance(ms),
    idle: () => deliver.idle(),
    platform,
    deliver,
    dispatcher,
    close() {
      clock.stop();
      deliver.clear();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
