import type { Clock, Millis } from '../../domain/time.ts';
import type { PlatformError } from './errors.ts';

/** What the platform's answers tell of the app and of this machine. */
export interface Health {
  /** @param date the `Date` header of the answer */
  heard(api: string, error: PlatformError | null, date: string | string[] | undefined): void;
  state(): HealthState;
}

export interface HealthState {
  /** The app itself is refused (secret rotated, bot switched off): which API and which code said so last. */
  refused: { api: string; code: number | null } | null;
  /** How far this machine's clock is ahead of the platform's; null where it never said. */
  ahead: Millis | null;
}

/** What was not heard again for so long may be over. */
const STALE: Millis = 15 * 60_000;
/** One answer may have been long on its way. */
const SAMPLES = 3;

export function createHealth(clock: Clock): Health {
  const refusals = new Map<string, { code: number | null; at: Millis }>();
  let ahead: Millis[] = [];
  return {
    heard(api, error, date) {
      const now = clock.now();
      if (error?.appRefused) refusals.set(api, { code: error.code, at: now });
      else if (error === null) refusals.delete(api);
      const there = Date.parse(String(date));
      if (Number.isFinite(there)) ahead = [...ahead, now - there].slice(-SAMPLES);
    },
    state() {
      const last = [...refusals].filter(([, { at }]) => Math.abs(clock.now() - at) < STALE).sort(([, a], [, b]) => b.at - a.at)[0];
      const least = ahead.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
      return { refused: last ? { api: last[0], code: last[1].code } : null, ahead: least ?? null };
    },
  };
}
