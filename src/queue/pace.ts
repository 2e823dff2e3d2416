import { performance } from 'node:perf_hooks';
import type { Millis } from '../domain/time.ts';
import { realTimers, type Timers } from './timers.ts';

/** Lets the door have its turn first: whoever pushes an event waits for its acknowledgement, and gives up soon. */
export interface Pace {
  /** Something is at the door until `work` has come to its end. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when the next run may begin: one after the other, and rarely while many are at the door. */
  turn(): Promise<void>;
  /** How many more may wait for their turn. */
  room(): number;
}

/** What came to the door is counted over so long. */
const SPAN: Millis = 250;
/** How busy it is shows sooner: what begins in between is too much already. */
const BUSY_SPAN: Millis = 50;
/** A hundred events a second, of which many chats are spoken in at once; below, the door has time enough beside the work. */
const MANY = 30;
/** The part of the time that may be spent on work and door together while many are at the door. */
const BUSY = 0.6;
/** Work goes on even so. */
const PATIENCE: Millis = 200;
const LOOK_AGAIN: Millis = 5;
/** Each look at the store for more to do has its price: so many are taken at once, and no more wait. */
const AT_ONCE = 4;

export interface PaceOptions {
  timers?: Timers;
  /** Milliseconds, for durations. */
  now?(): Millis;
  /** Which part of the time since the last call was spent on doing something: 0 … 1. */
  busy?(): number;
}

export function createPace({ timers = realTimers, now = () => performance.now(), busy = loopBusy() }: PaceOptions = {}): Pace {
  let inside = 0;
  let came = 0;
  let many = false;
  let full = false;
  let lookedAt = now();
  let measuredAt = lookedAt;
  let begunAt = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  const look = (): void => {
    const at = now();
    if (at - measuredAt >= BUSY_SPAN) {
      full = busy() > BUSY;
      measuredAt = at;
    }
    if (at - lookedAt < SPAN) return;
    many = came * SPAN >= MANY * (at - lookedAt);
    came = 0;
    lookedAt = at;
  };
  const crowded = (): boolean => {
    look();
    return many || came >= MANY;
  };
  const mayBegin = (): boolean => now() - begunAt >= PATIENCE || !crowded() || (inside === 0 && !full);

  async function next(): Promise<void> {
    // What has come in meanwhile is served before the next run begins.
    await new Promise((resolve) => setImmediate(resolve));
    while (!mayBegin()) await new Promise<void>((resolve) => timers.set(resolve, LOOK_AGAIN));
    begunAt = now();
    waiting -= 1;
  }

  return {
    during(work) {
      came += 1;
      inside += 1;
      return work.finally(() => {
        inside -= 1;
      });
    },
    turn() {
      waiting += 1;
      last = last.then(next);
      return last;
    },
    room: () => (crowded() ? (waiting === 0 ? AT_ONCE : 0) : Number.POSITIVE_INFINITY),
  };
}

function loopBusy(): () => number {
  let before = performance.eventLoopUtilization();
  return () => {
    const since = before;
    before = performance.eventLoopUtilization();
    return performance.eventLoopUtilization(before, since).utilization;
  };
}
