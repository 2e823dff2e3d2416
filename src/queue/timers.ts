import type { Millis } from '../domain/time.ts';

export interface Timers {
  /** @returns takes it back */
  set(run: () => void, ms: Millis): () => void;
}

export const realTimers: Timers = {
  set(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
