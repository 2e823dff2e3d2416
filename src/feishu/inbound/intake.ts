import type { Incoming } from '../../domain/event.ts';
import type { NewJob } from '../../domain/job.ts';
import type { Clock } from '../../domain/time.ts';
import type { Card } from '../../domain/view.ts';
import { eventTypeOf, jobOf, toIncoming } from './events.ts';

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

export interface IntakeOptions {
  clock: Clock;
  /** `null` until the platform has told it. */
  botOpenId(): string | null;
  /** Resolves when the jobs are on disk; seen ones are nothing new. */
  receive(jobs: NewJob[]): Promise<void>;
  /** Must not wait for the platform: the presser's client gives up after three seconds. */
  answerPress(press: Press): Promise<PressAnswer>;
  log: { error(fields: object, message: string): void };
  metrics: { event(type: string, outcome: EventOutcome): void };
}

type Press = Extract<Incoming, { kind: 'press' }>;

const PRESS_BUDGET_MS = 2500;

const NOT_STORED: PressAnswer = {
  toast: {
    type: 'error',
    content: '操作没有成功，请稍后再试',
    i18n: { zh_cn: '操作没有成功，请稍后再试', en_us: 'That did not go through. Please try again in a moment.' },
  },
};

/** Reads an event, puts it on disk, and says what goes back. Never rejects. */
export function createIntake(o: IntakeOptions): Intake {
  return async (event) => {
    const incoming = toIncoming(event, { botOpenId: o.botOpenId(), now: o.clock.now() });
    const taken = await take(o, incoming);
    o.metrics.event(eventTypeOf(event), taken.outcome);
    return taken;
  };
}

async function take(o: IntakeOptions, incoming: Incoming | null): Promise<Taken> {
  if (incoming === null) return { outcome: 'ignored', answer: {}, callback: false };
  if (incoming.kind === 'press') return press(o, incoming);
  return { outcome: await stored(o, incoming), answer: {}, callback: false };
}

async function stored(o: IntakeOptions, incoming: Incoming): Promise<'received' | 'unavailable'> {
  try {
    await o.receive([jobOf(incoming)]);
    return 'received';
  } catch (err) {
    o.log.error({ err, id: incoming.id, kind: incoming.kind }, 'event not stored');
    return 'unavailable';
  }
}

/** The work rides the same road as a message; only the toast, or a view at hand, goes back at once. */
async function press(o: IntakeOptions, incoming: Press): Promise<Taken> {
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
  const [outcome, back] = await Promise.all([Promise.race([stored(o, incoming), late]), Promise.race([answered, late])]);
  clearTimeout(timer);
  if (outcome !== 'received') return { outcome: 'unavailable', answer: NOT_STORED, callback: true };
  return { outcome, answer: back === 'late' ? {} : back, callback: true };
}
