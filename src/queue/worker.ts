import { randomUUID } from 'node:crypto';
import type { Clock, Millis } from '../domain/time.ts';
import type { Job, JobResult, Jobs } from '../store/db.ts';
import { describe, retryIn } from './retry.ts';

/** Behind the wake-up calls, for jobs that another process added. */
const POLL: Millis = 2000;
/** A third of a lease. */
const RENEW: Millis = 10_000;
const PURGE: Millis = 60_000;
const PURGE_MORE: Millis = 200;
/** After the store refused. */
const RECOVER: Millis = 1000;
/** A run that takes longer than this has lost an answer somewhere; its lane must not wait for ever. */
const LONGEST_RUN: Millis = 10 * 60_000;
/** So many times in a row the process ended in the middle of it: it may be the reason. */
const MAX_UNFINISHED = 25;

export interface Timers {
  /** @returns takes it back */
  set(run: () => void, ms: Millis): () => void;
}

export interface WorkerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WorkerOptions {
  jobs: Jobs;
  clock: Clock;
  /**
   * Returning = done. Throwing = again later: up to 8 runs with `verdict: 'retry'` or a `retryAfter` (ms), for hours when its
   * `code` is null as well (the platform is out of reach), never with `verdict: 'tell'` or `'stop'`, up to 4 otherwise.
   * A run may be repeated from its start after a crash.
   */
  run(job: Job): Promise<void>;
  /** It will not be tried again: the asker has to be told. Awaited before the job counts as dead. */
  onDead(job: Job, error: unknown): Promise<void> | void;
  /** Jobs in flight. */
  concurrency?: number;
  log: WorkerLog;
  timers?: Timers;
  random?: () => number;
}

export interface Worker {
  start(): void;
  /** Something may be due. */
  wake(): void;
  /** Takes no more work, waits for what runs, gives the rest back. */
  stop(timeoutMs: Millis): Promise<void>;
  /** Resolves when nothing runs and nothing is due. */
  idle(): Promise<void>;
  /** `waiting`: due and not running, at most a few seconds old. `alive`: started, and the store takes its results. */
  state(): { running: number; waiting: number; alive: boolean };
}

interface Run {
  job: Job;
  since: Millis;
  /** False once its outcome is known; what it still does changes nothing. */
  open: boolean;
}

const realTimers: Timers = {
  set(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export function createWorker(o: WorkerOptions): Worker {
  const { jobs, clock, log } = o;
  const timers = o.timers ?? realTimers;
  const random = o.random ?? Math.random;
  const concurrency = o.concurrency ?? 200;
  const holder = randomUUID();

  const running = new Map<string, Run>();
  let results: JobResult[] = [];
  let phase: 'new' | 'on' | 'stopping' | 'off' = 'new';
  let pumping: Promise<void> | null = null;
  let again = false;
  let troubled = false;
  let waiting = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  let renewedAt = 0;
  let purgedAt = 0;
  let cancelPoll = () => {};
  let cancelTick = () => {};
  let cancelPurge = () => {};
  let unsubscribe = () => {};
  let idlers: (() => void)[] = [];
  let emptied = () => {};

  function wake(): void {
    if (phase !== 'on' && phase !== 'stopping') return;
    again = true;
    pumping ??= pump();
  }

  /** The only place that claims and finishes. */
  async function pump(): Promise<void> {
    // Results that come in the same turn share a step.
    await new Promise((resolve) => setImmediate(resolve));
    let wait = POLL;
    try {
      while (again) {
        again = false;
        await step();
        if (!again) wait = await rest();
      }
      if (troubled) log.info({}, 'The job table can be written again');
      troubled = false;
    } catch (error) {
      wait = RECOVER;
      if (!troubled) log.error({ error: describe(error) }, 'The job table cannot be written; trying again every second');
      troubled = true;
    }
    pumping = null;
    if (again && !troubled) return wake();
    cancelPoll();
    if (phase === 'on' || results.length > 0) cancelPoll = timers.set(wake, wait);
    if (!troubled && running.size === 0) releaseIdlers();
  }

  function releaseIdlers(): void {
    for (const resolve of idlers) resolve();
    idlers = [];
  }

  async function step(): Promise<void> {
    const now = clock.now();
    const batch = results;
    results = [];
    const free = phase === 'on' ? concurrency - running.size + batch.length : 0;
    // A process that slept must not find its own leases expired and run a job twice.
    if (now - renewedAt >= RENEW) renew();
    const [finished, claimed] = await Promise.allSettled([jobs.finish(batch), free > 0 ? jobs.claim(free, holder) : []]);
    if (finished.status === 'fulfilled') for (const { id } of batch) running.delete(id);
    else results.unshift(...batch);
    if (claimed.status === 'fulfilled') for (const job of claimed.value) begin(job);
    if (finished.status === 'rejected') throw finished.reason;
    if (claimed.status === 'rejected') throw claimed.reason;
    if (running.size === 0) emptied();
  }

  /** Nothing more to do at once. @returns how long to rest */
  async function rest(): Promise<Millis> {
    const now = clock.now();
    const free = phase === 'on' && running.size < concurrency;
    const at = free ? await jobs.nextAt() : null;
    if (at !== null && at <= clock.now()) {
      again = true;
      return 0;
    }
    if (now - countedAt >= 1000 || idlers.length > 0) {
      countedAt = now;
      waiting = (await jobs.count()).waiting;
    }
    return at === null ? POLL : Math.min(POLL, at - now);
  }

  function begin(job: Job): void {
    const run: Run = { job, since: clock.now(), open: true };
    running.set(job.id, run);
    if (job.unfinished > MAX_UNFINISHED) void fail(run, new Error('The process ended every time this job ran'), true);
    else
      void (async () => o.run(job))().then(
        () => closes(run) && settle({ id: job.id, attempt: job.attempt, as: 'done' }),
        (error: unknown) => fail(run, error),
      );
  }

  function closes(run: Run): boolean {
    const open = run.open;
    run.open = false;
    return open;
  }

  function settle(result: JobResult): void {
    results.push(result);
    wake();
  }

  async function fail(run: Run, error: unknown, final = false): Promise<void> {
    if (!closes(run)) return;
    const { job } = run;
    const { id, kind, lane, attempt } = job;
    const wait = final ? 'dead' : retryIn(error, job.failures, random);
    const why = describe(error);
    if (wait !== 'dead') {
      log.warn({ job: id, kind, lane, attempt, error: why, wait }, 'A job failed and will be tried again');
      return settle({ id, attempt, as: 'retry', runAt: clock.now() + wait, error: why });
    }
    log.error({ job: id, kind, lane, attempt, error: why }, 'A job failed for good');
    try {
      await o.onDead(job, error);
    } catch (reason) {
      log.error({ job: id, error: describe(reason) }, 'Nobody could be told that a job failed');
    }
    settle({ id, attempt, as: 'dead', error: why });
  }

  function renew(): void {
    renewedAt = clock.now();
    const lanes = [...running.values()].map((run) => run.job.lane);
    jobs.renew(lanes, holder).catch((error: unknown) => log.warn({ error: describe(error) }, 'Leases could not be renewed'));
  }

  function tick(): void {
    const now = clock.now();
    cancelTick = timers.set(tick, RENEW);
    renew();
    for (const run of running.values())
      if (now - run.since > LONGEST_RUN) void fail(run, new DOMException('No end in sight', 'TimeoutError'));
    if (now - purgedAt >= PURGE && phase === 'on') void purge();
  }

  async function purge(): Promise<void> {
    purgedAt = clock.now();
    try {
      if ((await jobs.purge()) && phase === 'on') cancelPurge = timers.set(() => void purge(), PURGE_MORE);
    } catch (error) {
      log.warn({ error: describe(error) }, 'Old jobs could not be forgotten');
    }
  }

  return {
    start() {
      if (phase !== 'new') return;
      phase = 'on';
      purgedAt = renewedAt = clock.now();
      unsubscribe = jobs.onAdded(wake);
      cancelTick = timers.set(tick, RENEW);
      wake();
    },

    wake,

    async stop(timeoutMs) {
      if (phase !== 'on') {
        phase = 'off';
        return;
      }
      phase = 'stopping';
      unsubscribe();
      wake();
      await new Promise<void>((resolve) => {
        const cancel = timers.set(resolve, timeoutMs);
        emptied = () => {
          cancel();
          resolve();
        };
      });
      for (const run of running.values()) {
        if (closes(run)) results.push({ id: run.job.id, attempt: run.job.attempt, as: 'given_back' });
      }
      for (const cancel of [cancelPoll, cancelTick, cancelPurge]) cancel();
      await pumping;
      phase = 'off';
      await jobs.finish(results).catch((error: unknown) => log.error({ error: describe(error) }, 'Leases could not be given back'));
      running.clear();
      releaseIdlers();
      for (const cancel of [cancelPoll, cancelTick, cancelPurge]) cancel();
    },

    idle() {
      if (phase !== 'on') return Promise.resolve();
      return new Promise((resolve) => {
        idlers.push(resolve);
        wake();
      });
    },

    state: () => ({ running: running.size, waiting, alive: phase === 'on' && !troubled }),
  };
}
