import type { Clock, Millis } from '../../domain/time.ts';
import { notNow } from './errors.ts';
import { createClosing, realSleep, type Sleep } from './retry.ts';

/** At most `calls` in any `per` milliseconds. */
export interface Rate {
  calls: number;
  per: Millis;
}

/** Tier 4, which messages, reserves and chats are in. Source: rate-limit strategy. */
const TIER_4: Rate[] = [
  { calls: 50, per: 1000 },
  { calls: 1000, per: 60_000 },
];
/** contact users/basic_batch. */
export const TIER_6: Rate[] = [{ calls: 5, per: 1000 }];
/** To one user or one group (shared with every other bot there), and per patched message. */
export const PER_TARGET: Rate[] = [{ calls: 5, per: 1000 }];
/** Ephemeral cards to one group. */
export const PER_GROUP_EPHEMERAL: Rate[] = [{ calls: 40, per: 1000 }];

/** The platform counts arrivals, and the network squeezes what we spread out: windows are kept this much longer. */
const SLACK = 1.05;
/** Longer blocks are handed back to the caller, who can keep the work on disk meanwhile. */
const LONGEST_WAIT: Millis = 60_000;
const SWEEP_AT = 1024;

export interface Limits {
  /** Resolves when the call may be sent, right then. First come, first served per API; chats take turns. Rejects with `retry` on close or a long block. */
  enter(api: string, apiRate?: Rate[], target?: { key: string; rate: Rate[] }): Promise<void>;
  /** No call to `key` (an API or a target) for `wait` from now. */
  block(key: string, wait: Millis): void;
  close(): void;
}

export function createLimits(options: { clock: Clock; sleep?: Sleep | undefined }): Limits {
  const gates = new Map<string, Gate>();
  const sleep = options.sleep ?? realSleep;
  const closing = createClosing();
  const { signal } = closing;
  let sweepAt = SWEEP_AT;

  const now = neverBack(options.clock);

  const gate = (key: string, rates: Rate[]): Gate => {
    let found = gates.get(key);
    if (!found) {
      if (gates.size >= sweepAt) {
        const at = now();
        for (const [name, old] of gates) if (old.idle(at)) gates.delete(name);
        sweepAt = Math.max(SWEEP_AT, gates.size * 2);
      }
      found = new Gate(rates);
      gates.set(key, found);
    }
    return found;
  };

  const clear = async (at: Gate, api: string): Promise<void> => {
    for (let wait = at.wait(now()); wait > 0; wait = at.wait(now())) {
      if (signal.aborted) break;
      if (wait > LONGEST_WAIT * SLACK) throw notNow(api, 'blocked by the platform', wait);
      await sleep(wait, signal).catch(() => {});
    }
    if (signal.aborted) throw notNow(api, 'closing', null);
  };

  return {
    async enter(api, apiRate = TIER_4, target) {
      const apiGate = gate(api, apiRate);
      const pass = async (): Promise<void> => {
        await clear(apiGate, api);
        apiGate.take(now());
      };
      if (!target) return apiGate.inTurn(pass);
      const targetGate = gate(target.key, target.rate);
      // The chat's turn is kept while waiting for the API, so one busy chat holds one place in the API's queue, not all of them,
      // and both windows count the moment of sending.
      await targetGate.inTurn(async () => {
        await clear(targetGate, api);
        await apiGate.inTurn(pass);
        targetGate.take(now());
      });
    },
    block(key, wait) {
      gate(key, key.includes(':') ? PER_TARGET : TIER_4).block(now() + wait);
    },
    close: () => closing.abort(),
  };
}

/** Never goes back, even when the machine's clock is set back. */
function neverBack(clock: Clock): () => Millis {
  let last = 0;
  let behind = 0;
  return () => {
    const read = clock.now() + behind;
    if (read < last) behind += last - read;
    else last = read;
    return last;
  };
}

/** One queue with its windows. */
class Gate {
  private readonly windows: Window[];
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private blockedUntil: Millis = 0;

  constructor(rates: Rate[]) {
    this.windows = rates.map((rate) => new Window(rate));
  }

  /** Runs `task` when all that came before are done. */
  async inTurn(task: () => Promise<void>): Promise<void> {
    this.waiting++;
    const mine = this.waiting === 1 ? task() : this.tail.then(task);
    this.tail = mine.catch(() => undefined);
    try {
      await mine;
    } finally {
      this.waiting--;
    }
  }

  wait(now: Millis): Millis {
    let wait = this.blockedUntil - now;
    for (const window of this.windows) wait = Math.max(wait, window.wait(now));
    return wait;
  }

  take(now: Millis): void {
    for (const window of this.windows) window.take(now);
  }

  block(until: Millis): void {
    this.blockedUntil = Math.max(this.blockedUntil, until);
  }

  idle(now: Millis): boolean {
    return this.waiting === 0 && this.blockedUntil <= now && this.windows.every((window) => window.idle(now));
  }
}

/** The times of the last `calls` calls in a ring: the oldest of them says when the next may go. */
class Window {
  private readonly times: Millis[];
  private readonly calls: number;
  private readonly span: Millis;
  private next = 0;

  constructor(rate: Rate) {
    this.calls = rate.calls;
    this.span = Math.ceil(rate.per * SLACK);
    this.times = [];
  }

  wait(now: Millis): Millis {
    const oldest = this.times[this.next];
    return oldest === undefined ? 0 : oldest + this.span - now;
  }

  take(now: Millis): void {
    this.times[this.next] = now;
    this.next = (this.next + 1) % this.calls;
  }

  idle(now: Millis): boolean {
    const newest = this.times[(this.next + this.calls - 1) % this.calls];
    return newest === undefined || newest + this.span <= now;
  }
}
