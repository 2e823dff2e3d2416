import type { Clock, Millis } from '../domain/time.ts';
import type { Job, JobResult, Jobs, LaneChange } from '../store/db.ts';
import type { Pace } from './pace.ts';
import { describe, retryIn } from './retry.ts';

/** So many times in a row the process ended while it was claimed: it may be the reason, or it only waited its turn. */
const MAX_UNFINISHED = 25;
/** So many more times it had really begun, and the process ended again: it is the reason. */
const MAX_BEGUN = 3;
/** A job that waits for longer lets the others of its lane by. */
const ASIDE_AFTER: Millis = 3000;

export interface WorkerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RunOptions {
  jobs: Jobs;
  clock: Clock;
  /**
   * Returning = done. Throwing = again later: up to 8 runs with `verdict: 'retry'` or a `retryAfter` (ms), for hours when its
   * `code` is null as well (the platform is out of reach) or `appRefused` is true, never with `verdict: 'tell'` or `'stop'`, up to 4 otherwise.
   * A run may be repeated from its start after a crash.
   */
  run(job: Job): Promise<void>;
  /**
   * The lane in which a job waits for the platform, so that its own goes on: what may refer to it, or null. Whatever else
   * belongs to that lane takes its turn behind it.
   */
  waitingLane?(job: Job): string | null;
  /** It will not be tried again: the asker has to be told. Awaited before the job counts as dead. */
  onDead(job: Job, error: unknown): Promise<void> | void;
  log: WorkerLog;
  /** Who comes first when there is much to do; absent: everything begins at once. */
  pace?: Pace;
  random?: () => number;
}

/** One run of one job: what it comes to. */
export class JobRuns {
  private readonly o: RunOptions;

  constructor(options: RunOptions) {
    this.o = options;
  }

  /** @throws what the run threw; `failed` tells what that comes to */
  async run(job: Job): Promise<JobResult> {
    const { id, attempt } = job;
    await this.o.pace?.turn();
    const aside = this.asideOf(job);
    if (aside && (await this.o.jobs.hasLane(aside.to))) return { id, attempt, as: 'moved', aside };
    if (job.unfinished > MAX_UNFINISHED && !(await this.o.jobs.begins(job, MAX_BEGUN))) throw new EndsProcess();
    await this.o.run(job);
    return { id, attempt, as: 'done' };
  }

  async failed(job: Job, error: unknown): Promise<JobResult> {
    const { clock, log, onDead } = this.o;
    const { id, kind, lane, attempt } = job;
    const wait = error instanceof EndsProcess ? 'dead' : retryIn(error, job.failures, this.o.random ?? Math.random);
    const why = describe(error);
    if (wait !== 'dead') {
      log.warn({ job: id, kind, lane, attempt, error: why, wait }, 'A job failed and will be tried again');
      const aside = wait > ASIDE_AFTER ? this.asideOf(job) : null;
      return { id, attempt, as: 'retry', runAt: clock.now() + wait, error: why, ...(aside ? { aside } : {}) };
    }
    log.error({ job: id, kind, lane, attempt, error: why }, 'A job failed for good');
    try {
      await onDead(job, error);
    } catch (reason) {
      log.error({ job: id, error: describe(reason) }, 'Nobody could be told that a job failed');
    }
    return { id, attempt, as: 'dead', error: why };
  }

  /** Where it waits without holding up its lane; null where it has no such place, or is there already. */
  private asideOf(job: Job): LaneChange | null {
    const to = this.o.waitingLane?.(job) ?? null;
    return to === null || to === job.lane ? null : { from: job.lane, to };
  }
}

/** Tried once more, it would end the process once more. */
class EndsProcess extends Error {
  override readonly name = 'EndsProcess';

  constructor() {
    super('The process ended every time this job ran');
  }
}
