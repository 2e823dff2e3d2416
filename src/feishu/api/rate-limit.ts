import type { Clock, Millis } from '../../domain/time.ts';
import { Gate, type Rate, type SharedRates, type Urgency } from './gate.ts';
import { realSleep, type Sleep } from './retry.ts';

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

const SWEEP_AT = 1024;

export interface Limits {
  /**
   * Resolves when the call may be sent, right then. Of each API's calls people's come first, and a fifth is theirs alone; chats
   * take turns. Rejects with `retry` on close or a long block.
   */
  enter(api: string, apiRate?: Rate[], target?: { key: string; rate: Rate[] }, urgency?: Urgency): Promise<void>;
  /** No call to `key` (an API or a target) for `wait` from now. */
  block(key: string, wait: Millis): void;
  /** APIs that the platform wants to be left alone, and for how long. */
  blocked(): { api: string; wait: Millis }[];
  close(): void;
}

export interface LimitsOptions {
  clock: Clock;
  sleep?: Sleep | undefined;
  shared?: SharedRates | undefined;
}

export function createLimits(options: LimitsOptions): Limits {
  const { shared } = options;
  const gates = new Map<string, Gate>();
  /** Whose turn it is to wait for an API on behalf of a chat. */
  const turns = new Map<string, Promise<unknown>>();
  const sleep = options.sleep ?? realSleep;
  const now = neverBack(options.clock);
  let sweepAt = SWEEP_AT;
  let closed = false;

  const gate = (key: string, rates: Rate[]): Gate => {
    let found = gates.get(key);
    if (!found) {
      if (gates.size >= sweepAt) {
        const at = now();
        for (const [name, old] of gates) if (old.idle(at)) gates.delete(name);
        sweepAt = Math.max(SWEEP_AT, gates.size * 2);
      }
      found = new Gate({ key, rates, now, sleep, shared, undivided: isTarget(key) });
      gates.set(key, found);
      if (closed) found.close();
    }
    return found;
  };

  return {
    async enter(api, apiRate = TIER_4, target, urgency = 'people') {
      const apiGate = gate(api, apiRate);
      if (!target) return apiGate.enter(urgency, api);
      const targetGate = gate(target.key, target.rate);
      // The chat's turn is kept while waiting for the API, so one busy chat holds one place in the API's queue, not all of them.
      await inTurn(turns, `${urgency} ${target.key}`, async () => {
        await targetGate.enter(urgency, api, false);
        await apiGate.enter(urgency, api);
        // What counts is the moment of sending.
        targetGate.take(urgency, now());
      });
    },
    block(key, wait) {
      gate(key, isTarget(key) ? PER_TARGET : TIER_4).block(now() + wait);
      shared?.block(key, wait).catch(() => {});
    },
    blocked() {
      const at = now();
      return [...gates]
        .filter(([key, one]) => !isTarget(key) && one.blockedUntil > at)
        .map(([api, one]) => ({ api, wait: one.blockedUntil - at }));
    },
    close() {
      closed = true;
      for (const one of gates.values()) one.close();
    },
  };
}

const isTarget = (key: string): boolean => key.includes(':');

async function inTurn(turns: Map<string, Promise<unknown>>, key: string, task: () => Promise<void>): Promise<void> {
  const before = turns.get(key);
  const mine = before ? before.then(task) : task();
  const tail = mine.catch(() => undefined);
  turns.set(key, tail);
  try {
    await mine;
  } finally {
    if (turns.get(key) === tail) turns.delete(key);
  }
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
