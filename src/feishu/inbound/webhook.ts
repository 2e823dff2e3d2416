import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Incoming } from '../../domain/event.ts';
import type { NewJob } from '../../domain/job.ts';
import type { Clock } from '../../domain/time.ts';
import type { Card } from '../../domain/view.ts';
import { answerEmpty, readBody } from './body.ts';
import { open, type Refusal, type Secrets } from './envelope.ts';
import { eventTypeOf, jobOf, toIncoming } from './events.ts';

/** What a pressed button's presser gets back, as the platform wants it. Source: cardkit "Card callback communication". */
export interface PressAnswer {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string; i18n: { zh_cn: string; en_us: string } };
  card?: { type: 'raw'; data: Card };
}

/** `received`: on disk; `ignored`: authentic, not for us; `unavailable`: the store did not take it. */
export type EventOutcome = 'received' | 'ignored' | 'unavailable';

export interface DoorMetrics {
  event(type: string, outcome: EventOutcome): void;
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
  /** `null` until the platform has told it. */
  botOpenId(): string | null;
  /** Resolves when the jobs are on disk; seen ones are nothing new. */
  receive(jobs: NewJob[]): Promise<void>;
  /** Must not wait for the platform: the presser's client gives up after three seconds. */
  answerPress(press: Extract<Incoming, { kind: 'press' }>): Promise<PressAnswer>;
  log: DoorLog;
  metrics: DoorMetrics;
}

/** Legal text messages reach 150 KB; encrypted in base64 a good third more. */
const BODY_LIMIT = 1024 * 1024;
const PRESS_BUDGET_MS = 2500;
/** Seconds; the platform comes back after 15 by itself. */
const RETRY_AFTER = '5';
const REFUSALS_TOLD_EVERY_MS = 10_000;

const NOT_STORED: PressAnswer = {
  toast: {
    type: 'error',
    content: '操作没有成功，请稍后再试',
    i18n: { zh_cn: '操作没有成功，请稍后再试', en_us: 'That did not go through. Please try again in a moment.' },
  },
};

/**
 * `POST /webhook/event`: events, card callbacks and the address check.
 *
 * 200 for what is authentic (events after they are on disk), 400/401/405/413/415 without a reason for the rest,
 * 503 with `Retry-After` when the store cannot take an event. A callback is answered 200 in any case:
 * any other status shows the presser nothing but an error number.
 */
export function createWebhook(o: WebhookOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const tellRefusal = refusalTeller(o.log, o.clock);

  const refuse = (req: IncomingMessage, res: ServerResponse, status: number, why: Refusal | 'request', headers = {}): void => {
    o.metrics.refused(status);
    tellRefusal(status, why);
    answerEmpty(req, res, status, headers);
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    if (req.method !== 'POST') return refuse(req, res, 405, 'request', { allow: 'POST' });
    if (!isPlainJson(req)) return refuse(req, res, 415, 'request');
    const raw = await readBody(req, BODY_LIMIT);
    if (raw === 'aborted') return;
    if (raw === 'too_large') return refuse(req, res, 413, 'request');

    const now = o.clock.now();
    const opened = open(raw, req.headers, o.secrets, now);
    if (!opened.ok) return refuse(req, res, opened.status, opened.why);
    if (opened.kind === 'challenge') return answer(res, JSON.stringify({ challenge: opened.challenge }));

    const type = eventTypeOf(opened.event);
    const incoming = toIncoming(opened.event, { botOpenId: o.botOpenId(), now });
    if (incoming === null) {
      o.metrics.event(type, 'ignored');
      return answer(res, '{}');
    }
    let outcome: EventOutcome;
    if (incoming.kind === 'press') {
      const pressed = await press(incoming);
      outcome = pressed === NOT_STORED ? 'unavailable' : 'received';
      answer(res, JSON.stringify(pressed));
    } else {
      outcome = await stored(incoming);
      if (outcome === 'received') answer(res, '{}');
      else answerEmpty(req, res, 503, { 'retry-after': RETRY_AFTER });
    }
    o.metrics.event(type, outcome);
    o.metrics.acked((performance.now() - startedAt) / 1000);
  }

  async function stored(incoming: Incoming): Promise<'received' | 'unavailable'> {
    try {
      await o.receive([jobOf(incoming)]);
      return 'received';
    } catch (err) {
      o.log.error({ err, id: incoming.id, kind: incoming.kind }, 'event not stored');
      return 'unavailable';
    }
  }

  /** The work rides the same road as a message; only the toast, or a view at hand, goes back at once. */
  async function press(incoming: Extract<Incoming, { kind: 'press' }>): Promise<PressAnswer> {
    const answered = Promise.resolve()
      .then(() => o.answerPress(incoming))
      .catch((err: unknown): PressAnswer => {
        o.log.error({ err, id: incoming.id }, 'press not answered');
        return {};
      });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, PRESS_BUDGET_MS, 'late');
    });
    const [outcome, back] = await Promise.all([Promise.race([stored(incoming), late]), Promise.race([answered, late])]);
    clearTimeout(timer);
    if (outcome !== 'received') return NOT_STORED;
    return back === 'late' ? {} : back;
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
