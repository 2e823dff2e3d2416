import type { Deps } from '../bot/deps.ts';
import { tellGivenUp, tellStillTrying } from '../bot/give-up.ts';
import type { JobKind } from '../bot/job-kinds.ts';
import { handlerOf } from '../bot/jobs.ts';
import { TraceNote } from '../bot/note.ts';
import { answerOf, openPress, type PressAnswer, type Pressed } from '../bot/open-press.ts';
import type { Opened } from '../bot/press.ts';
import { toast } from '../card/toast.ts';
import { createHearing } from '../doctor/hearing.ts';
import type { Clock, Millis } from '../domain/time.ts';
import type { Toast } from '../domain/view.ts';
import { createPlatform } from '../feishu/api/client.ts';
import { isPlatformFailure } from '../feishu/api/errors.ts';
import type { HealthState } from '../feishu/api/health.ts';
import type { Http } from '../feishu/api/http.ts';
import type { Sleep } from '../feishu/api/retry.ts';
import type { Log } from '../observability/log.ts';
import type { Metrics } from '../observability/metrics.ts';
import { describe, retryIn } from '../queue/retry.ts';
import type { Job } from '../store/db.ts';
import type { Store } from '../store/open.ts';
import type { Config } from './config.ts';
import { createDeps } from './create-deps.ts';
import { keepTraces } from './keep-traces.ts';
import { sharedToken } from './shared-token.ts';

const APOLOGIES = {
  not_stored: { type: 'error', say: { key: 'press_not_stored' } },
  unreadable: { type: 'error', say: { key: 'press_unreadable' } },
  late: { type: 'info', say: { key: 'press_working' } },
} as const satisfies Record<string, Toast>;

/** Kinds of jobs that somebody waits at the other end of. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['incoming', 'press'] satisfies JobKind[]);

/** All that happens behind the door. */
export interface Work {
  run(job: Job): Promise<void>;
  dead(job: Job, error: unknown): Promise<void>;
  /** Decides about a press, once: what is answered at once, and what is kept for the work behind. */
  openPress(press: Pressed): Promise<{ answer: PressAnswer; decided: Opened }>;
  /** The toast for a press that could not be stored or read, or takes longer. */
  apology(why: keyof typeof APOLOGIES): PressAnswer;
  bot(): { openId: string; name: string } | null;
  /** Asks the platform who we are; false when it did not say. */
  introduce(): Promise<boolean>;
  ready(): Promise<void>;
  /** What its answers tell, and which APIs want to be left alone. */
  health(): HealthState & { blocked: { api: string; wait: Millis }[]; missed: number };
  close(): void;
}

/** @param o.http in place of the network */
export function createWork(o: {
  config: Config;
  store: Store;
  clock: Clock;
  /** For durations, where the clock may be set. */
  steady?: Clock | undefined;
  log: Log;
  metrics: Metrics;
  http?: Http;
  sleep?: Sleep | undefined;
  timeoutMs?: Millis | undefined;
  /** Why nothing can come in over the long connection; null: it is up, or not used. */
  line?: () => string | null;
}): Work {
  const { config, store, clock, log, metrics } = o;
  const platform = createPlatform({
    appId: config.appId,
    appSecret: config.appSecret,
    domain: config.domain,
    clock,
    steady: o.steady,
    log,
    onCall: (api, outcome, ms, waited) => metrics.call(api, outcome, ms / 1000, waited / 1000),
    http: o.http,
    sleep: o.sleep,
    timeoutMs: o.timeoutMs,
    sends: store.sends,
    shared: store.db.shared ? { rates: store.buckets, token: sharedToken(store, config) } : undefined,
  });
  const hearing = createHearing();
  let bot: { openId: string; name: string } | null = null;

  const deps = createDeps({ config, store, platform, hearing, clock, log, metrics, line: o.line ?? (() => null), bot: () => bot });

  // What nobody waits for lets people by.
  const quiet: Deps = { ...deps, ...platform.background, quiet: true };

  /** What came in through a door is written down as it goes: its log lines, its calls, its answers. */
  const noted = (job: Job): { note: TraceNote; deps: Deps } => {
    const note = new TraceNote({ receivedAt: job.createdAt, startedAt: clock.now(), attempt: job.attempt });
    const own = log.child({ event: job.id });
    const apis = platform.watched('people', own, (api, outcome, ms, waited) =>
      note.called({ api, outcome, ms, ...(waited >= 1 ? { waited: Math.round(waited) } : {}) }),
    );
    return { note, deps: { ...deps, ...apis, note, log: own } };
  };

  const keep = keepTraces(store.traces, clock, log, metrics);
  /** Runs that failed for good, until that is told. */
  const failed = new Map<string, ReturnType<typeof noted>>();

  return {
    async run(job) {
      const started = clock.now();
      const one = FROM_OUTSIDE.has(job.kind) ? noted(job) : null;
      try {
        await handlerOf(job.kind).run(job.payload as never, one?.deps ?? (job.background ? quiet : deps));
      } catch (error) {
        metrics.job(job.kind, 'failed');
        const wait = retryIn(error, job.failures, () => 1);
        if (wait !== 'dead') await tellStillTrying(job, clock.now() + wait, one?.deps ?? deps);
        if (one && wait === 'dead') failed.set(job.id, one);
        else if (one) keep(one.note, { what: describe(error), gaveUp: false });
        throw error;
      }
      if (one) keep(one.note);
      metrics.job(job.kind, 'done');
      log.debug({ job: job.id, kind: job.kind, ms: clock.now() - started, attempt: job.attempt }, 'job done');
    },
    /** Nobody is left without an answer: what was given up is told to the asker, and listed for the administrator. */
    async dead(job, error) {
      metrics.job(job.kind, 'dead');
      // The worker's own line says which call was refused; where nobody foresaw the error, its stack is wanted too.
      if (!isPlatformFailure(error)) log.error({ job: job.id, kind: job.kind, attempts: job.attempt, err: error }, 'job given up');
      const one = failed.get(job.id);
      failed.delete(job.id);
      try {
        await tellGivenUp(job, error, job.attempt, one?.deps ?? deps);
      } finally {
        if (one) keep(one.note, { what: describe(error), gaveUp: true });
      }
    },
    async openPress(press) {
      const { opened, opening } = await openPress(press, deps);
      return { answer: answerOf(opening, opened.ask, deps.cardAnswer), decided: opened };
    },
    apology: (why) => ({ toast: toast(APOLOGIES[why]) }),
    bot: () => bot,
    async introduce() {
      try {
        bot = await platform.directory.bot();
        log.info({ bot: bot.openId }, 'the platform knows us');
        return true;
      } catch (error) {
        log.warn({ err: error }, 'the platform did not say who we are; asking again');
        return false;
      }
    },
    ready: () => platform.ready(),
    health: () => ({ ...platform.health(), blocked: platform.blocked(), missed: hearing.missed() }),
    close: () => platform.close(),
  };
}
