import type { Incoming } from '../../domain/event.ts';
import type { Clock, Millis } from '../../domain/time.ts';
import type { Card } from '../../domain/view.ts';
import { eventTypeOf, pressProblem, toIncoming } from './events.ts';

/** What a pressed button's presser gets back, as the platform wants it. Source: cardkit "Card callback communication". */
export interface PressAnswer {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string; i18n: { zh_cn: string; en_us: string } };
  card?: { type: 'raw'; data: Card };
}

/** `received`: on disk; `ignored`: authentic, not for us; `unavailable`: the store did not take it. */
export type EventOutcome = 'received' | 'ignored' | 'unavailable';

/** What goes back to the platform: `{}` for an event, the result for a press. */
export interface Taken {
  outcome: EventOutcome;
  answer: PressAnswer;
  /** A callback is answered in any case: without an answer the presser sees nothing but an error number. */
  callback: boolean;
}

/** One authentic event, whichever door it came through. */
export type Intake = (event: unknown) => Promise<Taken>;

/** What a press is answered with at once, and what was decided about it: kept with it, so that nothing is decided twice. */
export interface OpenedPress<Decided> {
  answer: PressAnswer;
  decided: Decided;
}

export interface IntakeOptions<Decided = unknown> {
  clock: Clock;
  /** `null` until the platform has told it. */
  botOpenId(): string | null;
  /**
   * Resolves when it is on disk; what was seen before is nothing new.
   * @param decided about a press that was opened in time; else whoever takes it up opens it
   */
  receive(incoming: Incoming, decided?: Decided): Promise<void>;
  /** The presser's client gives up after three seconds: what takes too long is not waited for. */
  openPress(press: Press): Promise<OpenedPress<Decided>>;
  /** How long that may take. */
  openingMs?: Millis;
  /** What the presser is told when a press was not stored, cannot be read, or takes longer: then it is told later. */
  apology(why: 'not_stored' | 'unreadable' | 'late'): Promise<PressAnswer>;
  log: Record<'error' | 'warn' | 'debug', (fields: object, message: string) => void>;
  metrics: { event(type: string, outcome: EventOutcome): void };
}

type Press = Extract<Incoming, { kind: 'press' }>;

/** Of the three seconds that a presser's client waits; the rest is for the way. */
const OPENING_MS = 2000;
const STORING_MS = 500;

/** Reads an event, puts it on disk, and says what goes back. Never rejects. */
export function createIntake<Decided>(o: IntakeOptions<Decided>): Intake {
  return async (event) => {
    const incoming = toIncoming(event, { botOpenId: o.botOpenId(), now: o.clock.now() });
    const taken = await (incoming === null ? leave(o, event) : take(o, incoming));
    o.metrics.event(eventTypeOf(event), taken.outcome);
    return taken;
  };
}

/** Nothing for us; but whoever pressed a button is never left without a word. */
async function leave<Decided>(o: IntakeOptions<Decided>, event: unknown): Promise<Taken> {
  const unread = pressProblem(event);
  if (unread === null) return { outcome: 'ignored', answer: {}, callback: false };
  o.log.warn({ unread }, 'a press could not be read');
  return { outcome: 'ignored', answer: await apology(o, 'unreadable'), callback: true };
}

const apology = <Decided>(o: IntakeOptions<Decided>, why: Parameters<IntakeOptions['apology']>[0]): Promise<PressAnswer> =>
  o.apology(why).catch((err: unknown) => {
    o.log.error({ err }, 'no words for a press');
    return {};
  });

async function take<Decided>(o: IntakeOptions<Decided>, incoming: Incoming): Promise<Taken> {
  if (incoming.kind === 'press') return press(o, incoming);
  return { outcome: await stored(o, incoming), answer: {}, callback: false };
}

async function stored<Decided>(o: IntakeOptions<Decided>, incoming: Incoming, decided?: Decided): Promise<'received' | 'unavailable'> {
  try {
    await o.receive(incoming, decided);
    o.log.debug({ event: incoming.id, kind: incoming.kind }, 'event received');
    return 'received';
  } catch (err) {
    o.log.error({ err, event: incoming.id, kind: incoming.kind }, 'event not stored');
    return 'unavailable';
  }
}

/** The work rides the same road as a message; only the toast, or a view at hand, goes back at once. */
async function press<Decided>(o: IntakeOptions<Decided>, incoming: Press): Promise<Taken> {
  const opening = Promise.resolve()
    .then(() => o.openPress(incoming))
    .catch((err: unknown) => {
      o.log.error({ err, event: incoming.id }, 'press not opened');
      return null;
    });
  const opened = await within(o.openingMs ?? OPENING_MS, opening, null);
  const outcome = await within(STORING_MS, stored(o, incoming, opened?.decided), 'late');
  if (outcome !== 'received') return { outcome: 'unavailable', answer: await apology(o, 'not_stored'), callback: true };
  return { outcome, answer: opened?.answer ?? (await apology(o, 'late')), callback: true };
}

async function within<T, Late>(ms: number, work: Promise<T>, late: Late): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, ms, late);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}
