import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Millis } from '../../domain/time.ts';
import { PlatformError } from './errors.ts';

/** Resolves after `ms`, rejects as soon as `signal` calls it off. */
export type Sleep = (ms: Millis, signal: AbortSignal) => Promise<unknown>;

export const realSleep: Sleep = (ms, signal) => setTimeout(Math.ceil(ms), undefined, { signal });

/** Calls off all that waits, however many wait. */
export function createClosing(): AbortController {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  return closing;
}

/** How often one call is asked here, and the longest wait that the platform may ask for: anything longer belongs to the queue, which keeps the work on disk. */
export interface Patience {
  tries: number;
  longest: Millis;
}

const FIRST_WAIT: Millis = 150;

/** How long to wait before asking again after so many tries; null: not again. Only what is safe to repeat is (`retry`). */
export function waitAfter(error: unknown, tries: number, patience: Patience): Millis | null {
  if (!(error instanceof PlatformError) || error.verdict !== 'retry' || error.appRefused || tries >= patience.tries) return null;
  const asked = error.retryAfter ?? 0;
  return asked > patience.longest ? null : Math.max(asked, FIRST_WAIT * 3 ** (tries - 1) * (0.5 + Math.random()));
}

/** @param wait after so many tries; null gives up with the error */
export async function retrying<T>(
  attempt: () => Promise<T>,
  wait: (error: unknown, tries: number) => Millis | null,
  o: { sleep: Sleep; signal: AbortSignal },
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const ms = wait(error, tries);
      if (ms === null || o.signal.aborted) throw error;
      await o.sleep(ms, o.signal).catch(() => {
        throw error;
      });
    }
  }
}
