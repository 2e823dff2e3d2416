/** Time that only a test moves: a clock, and sleeping on it. */
export interface Hand {
  clock: { now(): number };
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Moves to the next sleeper again and again until nobody sleeps, or until `until`. */
  run(until?: number): Promise<void>;
  set(now: number): void;
}

export function createHand(start = 1_700_000_000_000): Hand {
  let now = start;
  let sleepers: { at: number; wake: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    clock: { now: () => now },
    sleep: (ms, signal) =>
      new Promise((wake, reject) => {
        sleepers.push({ at: now + ms, wake });
        signal?.addEventListener('abort', reject);
      }),
    async run(until = Number.POSITIVE_INFINITY) {
      for (;;) {
        await settle();
        const next = Math.min(...sleepers.map((sleeper) => sleeper.at));
        if (next === Number.POSITIVE_INFINITY || next > until) break;
        now = Math.max(now, next);
        const due = sleepers.filter((sleeper) => sleeper.at <= now);
        sleepers = sleepers.filter((sleeper) => sleeper.at > now);
        for (const sleeper of due) sleeper.wake();
      }
      if (until !== Number.POSITIVE_INFINITY) now = Math.max(now, until);
      await settle();
    },
    set(value) {
      now = value;
    },
  };
}
