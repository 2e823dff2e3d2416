import type { Millis } from '../domain/time.ts';
import type { Worker } from '../queue/worker.ts';
import type { Store } from '../store/open.ts';
import type { Work } from './create-work.ts';

export interface ReadyParts {
  store: Pick<Store, 'db' | 'jobs' | 'clock'>;
  worker: Pick<Worker, 'state'>;
  work: { load(): Promise<Pick<Work, 'ready' | 'bot' | 'health'>> };
  /** Why nothing can come in through the second door. */
  line(): string | null;
  /** Seconds that polls of running meetings are overdue; null before the first. */
  pollDelay?(): number | null;
}

export interface Readiness {
  ok: boolean;
  reasons: string[];
  /** Worth knowing, and in nobody's way. */
  notes?: string[];
}

const MINUTE = 60_000;
/** Seconds; more, and a card may be wrong for longer than a minute. */
const LATE = 10;
/** Events that are five minutes off are refused at the door. */
const CLOCK_OFF: Millis = 2 * MINUTE;
/** So often the platform did not take what somebody waits for. */
const STUCK_AFTER = 3;
/** Dead letters in so short a time are no accident. */
const DYING = 3;
const DYING_WITHIN: Millis = 10 * MINUTE;
/** An API that is limited for seconds is everyday life. */
const BLOCKED: Millis = 15_000;
/** Between two looks at the whole store, and longer where a look takes long. */
const LOOK_EVERY: Millis = 8000;
const LOOK_SHARE = 30;
const LOOK_PATIENCE: Millis = 1500;

/** Would a message be answered now, and if not, why. */
export function createReadiness(parts: ReadyParts): () => Promise<Readiness> {
  const damage = lookAtStore(parts.store.db);
  return async () => {
    const all = await Promise.all([ofStore(parts, damage), ofPlatform(parts)]);
    const reasons = all.flat();
    const deaf = parts.line();
    if (deaf !== null) reasons.push(deaf);
    const notes = [...notesOf(parts.pollDelay?.() ?? 0), ...taken((await parts.work.load()).health().missed)];
    return { ok: reasons.length === 0, reasons, ...(notes.length > 0 ? { notes } : {}) };
  };
}

/** More meetings run than the platform lets anybody ask about: messages are answered all the same. */
const notesOf = (late: number): string[] =>
  late > LATE
    ? [
        `cards of running meetings are up to ${Math.ceil(late)} s behind where events are lost: more run than can be asked about in a minute`,
      ]
    : [];

/** Cards stay right by asking, messages do not: those that another client takes are answered by nobody. */
const taken = (missed: number): string[] =>
  missed > 0
    ? [`${missed} events of meetings did not come here while others did: another client of this app is probably connected; stop it`]
    : [];

async function ofStore({ store, worker }: ReadyParts, damage: () => Promise<string | null>): Promise<string[]> {
  const reasons: string[] = [];
  await store.db.ping().catch((error: unknown) => reasons.push(`the store cannot be written: ${wordsOf(error)}`));
  const damaged = await damage();
  if (damaged !== null) reasons.push(`the store is damaged: ${damaged}`);
  if (!worker.state().alive) reasons.push('the worker is not running');
  const trouble = await store.jobs.trouble(STUCK_AFTER, store.clock.now() - DYING_WITHIN).catch(() => null);
  if (trouble && trouble.stuck > 0) reasons.push(`${trouble.stuck} requests wait because the platform does not take them`);
  if (trouble && trouble.died >= DYING)
    reasons.push(`${trouble.died} jobs were given up within ten minutes; list them with: npm run dead-letters -- list`);
  return reasons;
}

async function ofPlatform({ work }: ReadyParts): Promise<string[]> {
  const reasons: string[] = [];
  const loaded = await work.load();
  const problem = await loaded.ready().then(
    () => null,
    (error: unknown) => wordsOf(error),
  );
  const { refused, ahead, blocked } = loaded.health();
  if (problem !== null) reasons.push(`the platform does not accept the credentials or cannot be reached: ${problem}`);
  else if (loaded.bot() === null) reasons.push('the platform has not told yet who the bot is');
  else if (refused) reasons.push(`the platform refuses the app: ${refused.api} answers ${refused.code}`);
  for (const { api, wait } of blocked)
    if (wait > BLOCKED) reasons.push(`the platform wants ${api} to be left alone for another ${Math.ceil(wait / 1000)} s`);
  if (ahead !== null && Math.abs(ahead) > CLOCK_OFF)
    reasons.push(
      `this machine's clock is ${Math.round(Math.abs(ahead) / MINUTE)} minutes ${ahead > 0 ? 'ahead of' : 'behind'} the platform's; set it by NTP`,
    );
  return reasons;
}

/** A look takes its time: what the last one found is told meanwhile. */
function lookAtStore(db: Store['db']): () => Promise<string | null> {
  let found: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<unknown> | null = null;
  let pause = LOOK_EVERY;
  return async () => {
    const started = performance.now();
    if (looking === null && started - lookedAt > pause)
      looking = db
        .damage()
        .then((damage) => {
          found = damage;
        })
        .catch(() => {})
        .finally(() => {
          lookedAt = performance.now();
          pause = Math.max(LOOK_EVERY, (lookedAt - started) * LOOK_SHARE);
          looking = null;
        });
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LOOK_PATIENCE);
    });
    await Promise.race([looking, enough]).finally(() => clearTimeout(timer));
    return found;
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'no answer');
