import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Clock } from '../../domain/time.ts';
import { answerEmpty, createUploads, readBody } from './body.ts';
import { open, type Refusal, type Secrets } from './envelope.ts';
import type { Intake } from './intake.ts';

export interface DoorMetrics {
  refused(status: number): void;
  /** From the request's first line to the answer. */
  acked(seconds: number): void;
}

export interface DoorLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WebhookOptions {
  secrets: Secrets;
  clock: Clock;
  intake: Intake;
  log: DoorLog;
  metrics: DoorMetrics;
  /** Bytes of all bodies that are still on their way, together; 32 MB. */
  bodiesLimit?: number;
}

/** Legal text messages reach 150 KB; encrypted in base64 a good third more. */
const BODY_LIMIT = 1024 * 1024;
/** All bodies that are on their way at the same time: thousands of the usual 2 KB. */
const BODIES_LIMIT = 32 * 1024 * 1024;
/** Seconds; the platform comes back after 15 by itself. */
const RETRY_AFTER = '5';
const REFUSALS_TOLD_EVERY_MS = 10_000;

/**
 * `POST /webhook/event`: events, card callbacks and the address check.
 *
 * 200 for what is authentic (events after they are on disk), 400/401/405/413/415 without a reason for the rest,
 * 503 with `Retry-After` when the store cannot take an event, or too many bodies arrive at once. A callback is answered 200 in any case:
 * any other status shows the presser nothing but an error number.
 */
export function createWebhook(o: WebhookOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const tellRefusal = refusalTeller(o.log, o.clock);
  const uploads = createUploads(o.bodiesLimit ?? BODIES_LIMIT);

  const refuse = (req: IncomingMessage, res: ServerResponse, status: number, why: Refusal | 'request', headers = {}): void => {
    o.metrics.refused(status);
    tellRefusal(status, why);
    answerEmpty(req, res, status, headers);
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    if (req.method !== 'POST') return refuse(req, res, 405, 'request', { allow: 'POST' });
    if (!isPlainJson(req)) return refuse(req, res, 415, 'request');
    const raw = await readBody(req, BODY_LIMIT, uploads);
    if (raw === 'aborted') return;
    if (raw === 'too_large') return refuse(req, res, 413, 'request');
    if (raw === 'crowded') return refuse(req, res, 503, 'request', { 'retry-after': RETRY_AFTER });

    const now = o.clock.now();
    const opened = open(raw, req.headers, o.secrets, now);
    if (!opened.ok) return refuse(req, res, opened.status, opened.why);
    if (opened.kind === 'challenge') return answer(res, JSON.stringify({ challenge: opened.challenge }));

    const { outcome, answer: back, callback } = await o.intake(opened.event);
    if (outcome === 'unavailable' && !callback) answerEmpty(req, res, 503, { 'retry-after': RETRY_AFTER });
    else answer(res, JSON.stringify(back));
    if (outcome !== 'ignored') o.metrics.acked((performance.now() - startedAt) / 1000);
  }

  return (req, res) => {
    // Half requests and broken connections end in `close`; as unheard errors they would end the process.
    req.on('error', () => {});
    res.on('error', () => {});
    serve(req, res).catch((err: unknown) => {
      o.log.error({ err }, 'webhook failed');
      if (res.headersSent) res.destroy();
      else answerEmpty(req, res, 500);
    });
  };
}

function isPlainJson(req: IncomingMessage): boolean {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') return false;
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?;?$/i.test(req.headers['content-type']?.trim() ?? '');
}

function answer(res: ServerResponse, body: string): void {
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Whoever mistyped a key must find out, and a flood must not fill the log: one line in ten seconds. */
function refusalTeller(log: DoorLog, clock: Clock): (status: number, why: Refusal | 'request') => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (status, why) => {
    count++;
    const now = clock.now();
    if (now - toldAt < REFUSALS_TOLD_EVERY_MS && now >= toldAt) return;
    log.warn({ status, why, count }, 'webhook request refused');
    toldAt = now;
    count = 0;
  };
}
