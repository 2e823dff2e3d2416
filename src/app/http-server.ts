import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isStranger } from './stranger.ts';

export interface HttpOptions {
  host: string;
  /** 0 = any free port. */
  port: number;
  /** How long a request may take to arrive in full; 10 s when not given. */
  patienceMs?: number;
  webhook: RequestListener;
  /** Opens `/metrics` and the reasons of `/readyz` from anywhere; null: to this machine alone. */
  metricsToken?: string | null;
  /** Would a message be answered now, and if not, why. */
  ready(): Promise<{ ok: boolean; reasons: string[]; notes?: string[] }>;
  /** Where people chat with the bot, when its sandbox runs beside it. */
  chatPage?: string | undefined;
  /** Prometheus text. */
  metricsText(): Promise<string> | string;
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
}

export interface Http {
  listen(): Promise<{ port: number }>;
  /** Takes no more connections, lets requests under way finish, and cuts them off after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

const READY_BUDGET_MS = 3000;

/**
 * The bot's HTTP: `/webhook/event` straight on node:http, the rest (`/healthz`, `/readyz`, `/metrics`) on express,
 * which is loaded with the first request for it and so costs neither the start nor the door anything.
 */
export function createHttp(o: HttpOptions): Http {
  let rest: Promise<RequestListener> | undefined;
  let closing = false;
  const patienceMs = o.patienceMs ?? 10_000;

  const server = createServer(
    {
      headersTimeout: patienceMs,
      requestTimeout: patienceMs,
      // Above the idle time of common proxies, so that they close first and never send into a closed connection.
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: patienceMs / 5,
    },
    (req, res) => {
      if (closing) res.setHeader('connection', 'close');
      if (pathOf(req) === '/webhook/event') return o.webhook(req, res);
      req.on('error', () => {});
      res.on('error', () => {});
      rest ??= expressApp(o);
      rest.then(
        (app) => app(req, res),
        (err: unknown) => {
          rest = undefined;
          o.log.error({ err }, 'express not loaded');
          sendStatus(res, 500);
        },
      );
    },
  );

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(o.port, o.host, () => {
          server.off('error', reject);
          server.on('error', (err) => o.log.error({ err }, 'http server'));
          resolve({ port: (server.address() as AddressInfo).port });
        });
      }),
    close: (timeoutMs) =>
      new Promise((resolve) => {
        closing = true;
        // A connection kept alive goes idle only after its last answer: look again until none is left.
        const sweep = setInterval(() => server.closeIdleConnections(), 25);
        const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function pathOf(req: IncomingMessage): string {
  const url = req.url ?? '/';
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function sendStatus(res: ServerResponse, status: number): void {
  if (res.headersSent) res.destroy();
  else res.writeHead(status, { 'content-length': 0 }).end();
}

async function expressApp(o: HttpOptions): Promise<RequestListener> {
  const { default: express } = await import('express');
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_req, res, next) => {
    res.set('cache-control', 'no-store');
    next();
  });
  app.get('/', (_req, res) => {
    const page = o.chatPage === undefined ? 'Talk to it in Feishu.' : `Chat with it at ${o.chatPage}`;
    res.type('text/plain').send(`The meeting bot runs here. ${page}\n`);
  });
  app.get('/healthz', (_req, res) => {
    res.json({ ok: true });
  });
  const token = o.metricsToken ?? null;
  app.get('/readyz', async (req, res) => {
    const state = await readiness(o);
    res.status(state.ok ? 200 : 503).json(isStranger(req, token) ? { ok: state.ok } : state);
  });
  app.get('/metrics', async (req, res, next) => {
    if (isStranger(req, token)) return next();
    res.type('text/plain; version=0.0.4; charset=utf-8').send(await o.metricsText());
  });
  app.use((_req, res) => {
    res.status(404).json({ error: 'not_found' });
  });
  const onError: import('express').ErrorRequestHandler = (err: unknown, _req, res, next) => {
    if (res.headersSent) return next(err);
    const status = statusOf(err);
    if (status === 500) o.log.error({ err }, 'request failed');
    res.status(status).json({ error: status === 500 ? 'internal' : 'bad_request' });
  };
  app.use(onError);
  return app;
}

/** A check that throws or hangs means not ready, and must not hang the probe. */
async function readiness(o: HttpOptions): Promise<{ ok: boolean; reasons: string[] }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ ok: boolean; reasons: string[] }>((resolve) => {
    timer = setTimeout(resolve, READY_BUDGET_MS, { ok: false, reasons: ['timeout'] });
  });
  try {
    return await Promise.race([o.ready(), late]);
  } catch (err) {
    o.log.error({ err }, 'readiness check failed');
    return { ok: false, reasons: ['check_failed'] };
  } finally {
    clearTimeout(timer);
  }
}

function statusOf(err: unknown): number {
  const status = typeof err === 'object' && err !== null && 'status' in err ? err.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
