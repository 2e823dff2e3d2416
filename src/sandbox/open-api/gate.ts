import { Refusal } from '../world/errors.ts';

/** Sizes of the documented tiers. Source: rate-limit strategy. */
export interface Tier {
  name: string;
  windows: readonly { ms: number; size: number }[];
}

export const TIER_4: Tier = {
  name: '1000/min and 50/s',
  windows: [
    { ms: 60_000, size: 1000 },
    { ms: 1000, size: 50 },
  ],
};
export const TIER_3: Tier = { name: '100/min', windows: [{ ms: 60_000, size: 100 }] };
export const TIER_6: Tier = { name: '5/s', windows: [{ ms: 1000, size: 5 }] };

export interface Limiter {
  /** Counts one call of this API; throws 99991400, whose headers are read with `headersOf`. */
  api(key: string, tier: Tier): void;
  /** Counts one use of a chat, user or message; throws 230020. */
  target(key: string, perSecond: number): void;
  clear(): void;
}

export class RateLimited extends Refusal {
  readonly headers: Record<string, string>;

  constructor(limit: number, resetSeconds: number) {
    super(99991400);
    this.headers = { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(resetSeconds) };
  }
}

interface Window {
  start: number;
  used: number;
}

/** Fixed windows that open with the first call in them. `now` in milliseconds. */
export function createLimiter(now: () => number): Limiter {
  const windows = new Map<string, Window>();

  const open = (key: string, ms: number): Window => {
    const moment = now();
    const known = windows.get(key);
    if (known && moment >= known.start && moment < known.start + ms) return known;
    if (windows.size > 20_000) windows.clear();
    const fresh = { start: moment, used: 0 };
    windows.set(key, fresh);
    return fresh;
  };

  return {
    api(key, tier) {
      const opened = tier.windows.map(({ ms, size }) => ({ ms, size, window: open(`${key}/${ms}`, ms) }));
      const full = opened.find(({ size, window }) => window.used >= size);
      if (full) throw new RateLimited(full.size, Math.max(1, Math.ceil((full.window.start + full.ms - now()) / 1000)));
      for (const { window } of opened) window.used += 1;
    },
    target(key, perSecond) {
      const window = open(key, 1000);
      if (window.used >= perSecond) throw new Refusal(230020);
      window.used += 1;
    },
    clear() {
      windows.clear();
    },
  };
}
