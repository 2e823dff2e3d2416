import { randomUUID } from 'node:crypto';
import type { Clock, Millis } from '../domain/time.ts';
import type { Job, JobResult } from '../store/db.ts';
import { JobRuns, type RunOptions } from './job-runs.ts';
import { Leases, type Run } from './lease.ts';
import { Restraint } from './restraint.ts';
import { describe } from './retry.ts';
import { realTimers, type Timers } from './timers.ts';

/** Behind the wake-up calls, for jobs that another process added. */
const POLL: Millis = 2000;
/** After the store refused. */
const RECOVER: Millis = 1000;
const MOST_AT_ONCE = 200;
/** So many of these for what nobody waits for. */
const MOST_IN_BACKGROUND = 0.5;
/** A run that takes longer waits for the platform: it no longer counts, lest many of them keep everybody waiting. */
const COUNTED: Millis = 3000;
/** Where the pace lets nothing more begin, it is asked again so soon. */
const AT_ITS_PACE: Millis = 20;
/** With those that no longer count. */
const MOST_OPEN = 5;

export interface WorkerOptions extends RunOptions {
  /** For durations, where the clock may be set; the clock itself where it is not given. */
  steady?: Clock;
  /** Jobs in flight. */
  concurrency?: number;
  timers?: Timers;
}

/** Claims jobs and runs them, each lane's one after the other. */
export class Worker {
  private readonly o: WorkerOptions;
  private readonly timers: Timers;
  private readonly steady: Clock;
  private readonly holder = randomUUID();
  private readonly running = new Map<string, Run>();
  private readonly leases: Leases;
  private readonly runs: JobRuns;
  private results: JobResult[] = [];
  private phase: 'new' | 'on' | 'stopping' | 'off' = 'new';
  private pumping: Promise<void> | null = null;
  private again = false;
  /** Something may be due: a claim has its price, and what ends alone is no reason for one. */
  private hungry = false;
  /** Where others work at the same jobs. */
  private readonly restraint: Restraint | null;
  private troubled = false;
  private cancelPoll = () => {};
  private unsubscribe = () => {};
  private idlers: (() => void)[] = [];
  private emptied = () => {};

  constructor(options: WorkerOptions) {
    this.o = options;
    this.timers = options.timers ?? realTimers;
    this.runs = new JobRuns(options);
    const { jobs, clock, log } = options;
    this.steady = options.steady ?? clock;
    this.restraint = jobs.shared ? new Restraint(this.steady, options.random ?? Math.random) : null;
    const { holder, running, timers } = this;
    const onEndless = (run: Run): void => void this.fail(run, new DOMException('No end in sight', 'TimeoutError'));
    this.leases = new Leases({ jobs, clock: this.steady, wall: clock, log, holder, running, timers, onEndless });
  }

  start(): void {
    if (this.phase !== 'new') return;
    this.phase = 'on';
    this.unsubscribe = this.o.jobs.onAdded((what) => (what === 'due' ? this.wake() : this.look()));
    this.leases.start();
    this.wake();
  }

  /** Something may be due. */
  readonly wake = (): void => {
    if (this.phase !== 'on' && this.phase !== 'stopping') return;
    this.hungry = true;
    this.go();
  };

  /** Something is due later, or was a moment ago and others have it in hand: to look costs less than to claim. */
  private look(): void {
    if (this.phase === 'on') this.go();
  }

  private go(): void {
    this.again = true;
    this.pumping ??= this.pump();
  }

  /** Takes no more work, waits for what runs, gives the rest back. */
  async stop(timeoutMs: Millis): Promise<void> {
    if (this.phase !== 'on') {
      this.phase = 'off';
      return;
    }
    this.phase = 'stopping';
    this.unsubscribe();
    this.leases.wind();
    this.wake();
    await new Promise<void>((resolve) => {
      const cancel = this.timers.set(resolve, timeoutMs);
      this.emptied = () => {
        cancel();
        resolve();
      };
    });
    for (const run of this.running.values()) {
      if (closes(run)) this.results.push({ id: run.job.id, attempt: run.job.attempt, as: 'given_back' });
    }
    this.cancelPoll();
    this.leases.stop();
    await this.pumping;
    this.phase = 'off';
    const notGivenBack = (error: unknown): void => this.o.log.error({ error: describe(error) }, 'Leases could not be given back');
    await this.o.jobs.finish(this.results).catch(notGivenBack);
    this.running.clear();
    this.releaseIdlers();
    this.cancelPoll();
  }

  /** Resolves when nothing runs and nothing is due. */
  idle(): Promise<void> {
    if (this.phase !== 'on') return Promise.resolve();
    return new Promise((resolve) => {
      this.idlers.push(resolve);
      this.look();
    });
  }

  /** `alive`: started, and the store takes its results. */
  state(): { running: number; alive: boolean } {
    return { running: this.running.size, alive: this.phase === 'on' && !this.troubled };
  }

  /** The only place that claims and finishes. */
  private async pump(): Promise<void> {
    const { log } = this.o;
    // Results that come in the same turn share a step.
    await new Promise((resolve) => setImmediate(resolve));
    let wait = POLL;
    try {
      while (this.again) {
        this.again = false;
        await this.step();
        if (!this.again || !this.hungry) wait = await this.rest();
      }
      if (this.troubled) log.info({}, 'The job table can be written again');
      this.troubled = false;
    } catch (error) {
      wait = RECOVER;
      if (!this.troubled) log.error({ error: describe(error) }, 'The job table cannot be written; trying again every second');
      this.troubled = true;
    }
    this.pumping = null;
    if (this.again && !this.troubled) return this.go();
    this.cancelPoll();
    if (this.phase === 'on' || this.results.length > 0) this.cancelPoll = this.timers.set(this.wake, wait);
    if (!this.troubled && this.running.size === 0) this.releaseIdlers();
  }

  private releaseIdlers(): void {
    for (const resolve of this.idlers) resolve();
    this.idlers = [];
  }

  private get concurrency(): number {
    return this.o.concurrency ?? MOST_AT_ONCE;
  }

  private async step(): Promise<void> {
    const { jobs } = this.o;
    const { running } = this;
    const batch = this.results;
    this.results = [];
    const done = new Set(batch.map(({ id }) => id));
    const { free, background } = this.phase === 'on' ? this.room(done) : { free: 0, background: 0 };
    this.leases.renewIfDue();
    // Among several, a lane that goes on where it is spares all of them the way over its end. What these places do not need is claimed next.
    const most = jobs.shared ? Math.min(batch.length, free) : 0;
    const limit = this.hungry ? free - most : 0;
    if (limit > 0) this.hungry = false;
    if (this.hungry && most > 0) this.again = true;
    const { holder } = this;
    const began = this.steady.now();
    const [finished, claimed] = await Promise.allSettled([
      jobs.finish(batch, { most, holder }),
      limit > 0 ? jobs.claim(limit, holder, background) : [],
    ]);
    if (limit > 0 && claimed.status === 'fulfilled') this.restraint?.claimed(claimed.value.length, this.steady.now() - began);
    if (finished.status === 'fulfilled') {
      this.restraint?.ended(batch.length - finished.value.length);
      for (const { id } of batch) running.delete(id);
      for (const job of finished.value) this.begin(job);
    } else this.results.unshift(...batch);
    if (claimed.status === 'rejected' || (limit > 0 && claimed.value.length === limit)) this.hungry = true;
    if (claimed.status === 'fulfilled') for (const job of claimed.value) this.begin(job);
    if (finished.status === 'rejected') throw finished.reason;
    if (claimed.status === 'rejected') throw claimed.reason;
    if (running.size === 0) this.emptied();
  }

  /** How many more may run, and how many of them that nobody waits for. */
  private room(done: ReadonlySet<string> = new Set()): { free: number; background: number } {
    const now = this.steady.now();
    const runs = [...this.running.values()].filter(({ job }) => !done.has(job.id));
    const counted = runs.filter(({ since }) => now - since < COUNTED).length;
    const paced = this.o.pace?.room() ?? Number.POSITIVE_INFINITY;
    const free = Math.min(paced, this.concurrency - counted, this.concurrency * MOST_OPEN - runs.length);
    const quiet = runs.filter(({ job }) => job.background).length;
    return { free, background: Math.max(0, Math.ceil(this.concurrency * MOST_IN_BACKGROUND) - quiet) };
  }

  /** Nothing more to do at once. @returns how long to rest */
  private async rest(): Promise<Millis> {
    const { jobs, clock } = this.o;
    const now = clock.now();
    const { free, background } = this.room();
    const at = this.phase === 'on' && free > 0 ? await jobs.nextAt(background > 0) : null;
    if (at !== null && at <= clock.now()) {
      const rest = this.restraint?.rest() ?? 0;
      if (rest > 0) return rest;
      this.hungry = this.again = true;
      return 0;
    }
    this.restraint?.nothingDue();
    if (this.o.pace?.room() === 0) return AT_ITS_PACE;
    return at === null ? POLL : Math.min(POLL, at - now);
  }

  private begin(job: Job): void {
    const run: Run = { job, since: this.steady.now(), open: true };
    this.running.set(job.id, run);
    void this.runs.run(job).then(
      (result) => closes(run) && this.settle(result),
      (error: unknown) => this.fail(run, error),
    );
  }

  private settle(result: JobResult): void {
    this.results.push(result);
    if (this.phase === 'on' || this.phase === 'stopping') this.go();
  }

  private async fail(run: Run, error: unknown): Promise<void> {
    if (closes(run)) this.settle(await this.runs.failed(run.job, error));
  }
}

/** @returns false when its outcome is known already */
function closes(run: Run): boolean {
  const open = run.open;
  run.open = false;
  return open;
}
