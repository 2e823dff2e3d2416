import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { control, isForeign, stream } from './control/control.ts';
import { pageFiles } from './control/page-files.ts';
import type { ControlParts } from './control/request.ts';
import { createDispatcher, type Dispatcher } from './open-api/dispatch.ts';
import { createLimiter } from './open-api/gate.ts';
import type { AccountsServer } from './registration/accounts-server.ts';
import { Deliverer } from './wire/deliver.ts';
import { PlatformClock } from './world/clock.ts';
import { hex, newAppId, newOpenId } from './world/ids.ts';
import { createWorld } from './world/new-world.ts';
import { type App, createPlatform, grantedBy, noFaults, type Platform, type Suggestion } from './world/platform.ts';
import { keepSaved, readSaved, type Saved } from './world/saved-world.ts';

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
  /** Where the world and the app's secrets are kept over a restart; absent: everything is new each time. */
  worldFile?: string;
  /** Apps can be registered as `registerApp` of the SDK does it: over TLS, on a port of its own (default: any free port). */
  accounts?: { port?: number; pollSeconds?: number };
  /** Folder of the chat page; found beside this file by default. */
  pageDir?: string;
  /** What the page offers a newcomer to say: what a bot understands only its makers know. */
  suggestions?: Suggestion[];
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
  /** null: nobody can register an app. */
  accounts: Pick<AccountsServer, 'host' | 'larkHost' | 'certificate'> | null;
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

/** The app of the saved world, unless another one is asked for by its id. */
function savedFor(options: SandboxOptions): Saved | null {
  const saved = options.worldFile ? readSaved(options.worldFile, options.log ?? (() => {})) : null;
  return saved && (options.appId ?? saved.identity.appId) === saved.identity.appId ? saved : null;
}

function newApp(options: SandboxOptions & { botOpenId?: string }): App {
  return {
    appId: options.appId ?? newAppId(),
    appSecret: options.appSecret ?? hex(32),
    encryptKey: options.encryptKey === undefined ? hex(32) : options.encryptKey || null,
    verificationToken: options.verificationToken === undefined ? hex(32) : options.verificationToken || null,
    webhookUrl: options.webhookUrl ?? null,
    name: '会议助手',
    enName: 'Meeting Assistant',
    botOpenId: options.botOpenId ?? newOpenId(),
    scopes: grantedBy(options.scopes),
    events: options.events ?? null,
    callbacks: options.callbacks ?? null,
    botEnabled: true,
  };
}

/** The state and what works on it, before anything listens. */
function createParts(given: SandboxOptions, saved: Saved | null): ControlParts {
  const options = { ...saved?.identity, ...given };
  const realTime = options.realTime ?? options.now === undefined;
  const started = Date.now();
  const clock = new PlatformClock(options.now ?? (realTime ? Date.now : () => started), realTime);
  const pace = realTime ? Date.now : clock.now;
  const platform = createPlatform(newApp(options), clock, {
    pace,
    tokenSeconds: options.tokenSeconds ?? TOKEN_SECONDS,
    suggestions: options.suggestions ?? [],
    log: options.log ?? ((): void => {}),
  });
  if (saved) {
    platform.world = saved.world;
    if (saved.ahead > 0) clock.advance(saved.ahead);
  }
  const deliver = new Deliverer(platform);
  const limiter = createLimiter(pace);
  const dispatcher = createDispatcher({ platform, deliver, limiter });
  return {
    platform,
    deliver,
    dispatcher,
    accounts: null,
    async setWebhook(url) {
      if (url !== null) await deliver.verify(url);
      platform.app.webhookUrl = url;
      platform.changed({ type: 'world' });
    },
    reset() {
      deliver.clear();
      dispatcher.clear();
      limiter.clear();
      platform.cardTokens.clear();
      platform.reads.clear();
      Object.assign(platform.faults, noFaults());
      platform.world = createWorld(clock.now(), platform.world.tenantKey);
      platform.changed({ type: 'world' });
    },
  };
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One port for the page, the control API and the open APIs. */
function createServe(parts: ControlParts, files: ReturnType<typeof pageFiles>): Serve {
  return async (request, response) => {
    // As the platform's clock has it.
    response.setHeader('date', new Date(parts.platform.clock.now()).toUTCString());
    const method = request.method ?? 'GET';
    const target = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = target.pathname;
    const isControl = path === '/_sandbox' || path.startsWith('/_sandbox/');
    const isPage = path === '/' || path.startsWith('/page/');
    if ((isControl || isPage) && isForeign(request, isControl)) {
      sendJson(response, 403, { error: 'Only this machine may do that.' });
      return;
    }
    if (isControl && method === 'GET' && path === '/_sandbox/stream') {
      stream(parts.platform, request, response);
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
    const { authorization } = request.headers;
    const outcome = await parts.dispatcher.answer({ method, path, query: target.searchParams, authorization, raw });
    if (outcome === 'hang') return;
    if (outcome === 'reset') request.socket.destroy();
    else response.writeHead(outcome.status, outcome.headers).end(outcome.body);
  };
}

/** Starts the platform on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  checkOptions(options);
  const saved = savedFor(options);
  const parts = createParts(options, saved);
  const { platform, deliver, dispatcher } = parts;
  const keeping = options.worldFile ? keepSaved(platform, options.worldFile) : null;
  const { app, clock } = platform;
  const serve = createServe(parts, pageFiles(options.pageDir));
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      platform.log(`sandbox: ${request.method} ${request.url} broke: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) sendJson(response, 500, { error: 'The sandbox broke; see its log.' });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  server.on('upgrade', (request, socket, head) => deliver.connections.upgrade(request, socket, head));
  const port = await listen(server, options.port ?? 0);
  deliver.connections.origin = `ws://127.0.0.1:${port}`;
  if (options.accounts) {
    // Loaded only here: it brings the packages that make a certificate.
    const { startAccountsServer } = await import('./registration/accounts-server.ts');
    parts.accounts = await startAccountsServer(platform, `http://127.0.0.1:${port}/page/register.html`, options.accounts);
  }

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
    setWebhook: parts.setWebhook,
    now: clock.now,
    advance: (ms) => clock.advance(ms),
    idle: () => deliver.idle(),
    platform,
    deliver,
    dispatcher,
    accounts: parts.accounts,
    async close() {
      keeping?.stop();
      clock.stop();
      deliver.clear();
      deliver.connections.close();
      await parts.accounts?.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
