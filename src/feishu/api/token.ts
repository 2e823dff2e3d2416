import type { Clock, Millis } from '../../domain/time.ts';
import { PlatformError } from './errors.ts';

export interface Tokens {
  /** A token that is good now. Any number of callers wait for one and the same refresh. */
  get(): Promise<string>;
  /** The token at hand, if it is good, without waiting. */
  peek(): string | null;
  /** The platform refused this token: the next `get` asks for another one. Later refusals of the same token change nothing. */
  drop(token: string): void;
}

/** Renewed this long before it expires (half of its life when it lives shorter than twice that). */
const AHEAD: Millis = 3 * 60_000;
/** Between two tries to renew a token that is still good. */
const BETWEEN: Millis = 5000;
/** A token that the endpoint insists on, or credentials that it refuses, are not asked about again for this long. */
const INSISTENT: Millis = 2000;

/**
 * The tenant access token. `fetch` asks the platform once: `expire` in seconds, at most 7200.
 * Source: auth/tenant_access_token_internal; two tokens are good at once in the last 30 minutes of the older one.
 */
export function createTokens(options: { clock: Clock; fetch(): Promise<{ token: string; expire: number }> }): Tokens {
  const { clock } = options;
  let held: { token: string; renewAt: Millis; until: Millis } | null = null;
  let refresh: Promise<string> | null = null;
  let dropped: { token: string; at: Millis } | null = null;
  let denied: { error: PlatformError; at: Millis } | null = null;
  let nextTry: Millis = 0;

  const since = (at: Millis): Millis => Math.abs(clock.now() - at);

  const renew = (): Promise<string> => {
    refresh ??= options
      .fetch()
      .then(
        ({ token, expire }) => {
          const now = clock.now();
          const life = (Number.isFinite(expire) && expire > 0 ? Math.min(expire, 7200) : 0) * 1000;
          // An answer that is good for no time at all still serves the calls that wait for it.
          held = {
            token,
            until: now + Math.max(life, 1000),
            renewAt: now + Math.max(life - AHEAD, life / 2, 1000),
          };
          denied = null;
          return token;
        },
        (error: unknown) => {
          if (error instanceof PlatformError && error.verdict === 'stop') denied = { error, at: clock.now() };
          throw error;
        },
      )
      .finally(() => {
        refresh = null;
      });
    return refresh;
  };

  const good = (): string | null => (held && clock.now() < held.until ? held.token : null);

  return {
    async get() {
      const now = clock.now();
      const token = good();
      if (token && held && now < held.renewAt) return token;
      if (denied && since(denied.at) < INSISTENT) {
        if (token) return token;
        throw denied.error;
      }
      if (!token) return renew();
      // Still good: the calls need not wait for the next one, nor fail when it cannot be had yet.
      if (now >= nextTry) {
        nextTry = now + BETWEEN;
        renew().catch(() => undefined);
      }
      return token;
    },
    peek: good,
    drop(token) {
      if (held?.token !== token) return;
      // The endpoint gave back what was just refused: asking again at once would only hammer it.
      if (dropped?.token === token && since(dropped.at) < INSISTENT) return;
      dropped = { token, at: clock.now() };
      held = null;
    },
  };
}
