import type { Clock, Millis } from '../domain/time.ts';
import type { Job, Jobs } from '../store/db.ts';
import { describe } from './retry.ts';
import type { Timers } from './timers.ts';

/** A third of a lease. */
const RENEW: Millis = 10_000;
const PURGE: Millis = 60_000;
const PURGE_MORE: Millis = 200;
/** A run that takes longer than this has lost an answer somewhere; its lane must not wait for ever. */
const LONGEST_RUN: Millis = 10 * 60_000;

/** A job that runs here. */
export interface Run {
  job: Job;
  since: Millis;
  /** False once its outcome is known; what it still does changes nothing. */
  open: boolean;
}

export interface LeaseOptions {
  jobs: Jobs;
  clock: Clock;
  /** What leases in the store are measured by. */
  wall: Clock;
  timers: Timers;
  log: { warn(fields: object, message: string): void };
  /** In whose name lanes are leased. */
  holder: string;
  running: ReadonlyMap<string, Run>;
  /** It has no end in sight. */
  onEndless(run: Run): void;
}

/** What goes on beside the work while a worker is on: leases are renewed, endless runs ended, old jobs forgotten. */
export class Leases {
  private readonly o: LeaseOptions;
  private on = false;
  private renewedAt: Millis = 0;
  private renewedOnWall: Millis = 0;
  private purgedAt: Millis = 0;
  private cancelTick = () => {};
  private cancelPurge = () => {};

  constructor(options: LeaseOptions) {
    this.o = options;
  }

  start(): void {
    this.on = true;
    this.purgedAt = this.renewedAt = this.o.clock.now();
    this.renewedOnWall = this.o.wall.now();
    this.cancelTick = this.o.timers.set(() => this.tick(), RENEW);
  }

  /** Nothing is forgotten any more; leases are still renewed. */
  wind(): void {
    this.on = false;
    this.cancelPurge();
  }

  stop(): void {
    this.wind();
    this.cancelTick();
  }

  /** A process that slept, or whose clock was set, must not find its own leases expired and run a job twice. */
  renewIfDue(): void {
    const { clock, wall } = this.o;
    if (clock.now() - this.renewedAt >= RENEW || Math.abs(wall.now() - this.renewedOnWall) >= RENEW) this.renew();
  }

  private renew(): void {
    const { jobs, clock, wall, holder, running, log } = this.o;
    this.renewedAt = clock.now();
    this.renewedOnWall = wall.now();
    const lanes = [...running.values()].map((run) => run.job.lane);
    jobs.renew(lanes, holder).catch((error: unknown) => log.warn({ error: describe(error) }, 'Leases could not be renewed'));
  }

  private tick(): void {
    const { clock, timers, running } = this.o;
    const now = clock.now();
    this.cancelTick = timers.set(() => this.tick(), RENEW);
    this.renew();
    for (const run of running.values()) if (now - run.since > LONGEST_RUN) this.o.onEndless(run);
    if (now - this.purgedAt >= PURGE && this.on) void this.purge();
  }

  private async purge(): Promise<void> {
    const { jobs, clock, timers, log } = this.o;
    this.purgedAt = clock.now();
    try {
      if ((await jobs.purge()) && this.on) this.cancelPurge = timers.set(() => void this.purge(), PURGE_MORE);
    } catch (error) {
      log.warn({ error: describe(error) }, 'Old jobs could not be forgotten');
    }
  }
}
