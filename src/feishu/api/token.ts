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
/** A token that the endpoint insists on, or credentials that it refuses, are not asked about again for this long, */
const INSISTENT: Millis = 2000;
/** and, refused again and again, for up to this long. */
const MOST_INSISTENT: Millis = 30_000;

/**
 * The tenant access token. `fetch` asks the platform once: `expire` in seconds, at most 7200.
 * Source: auth/tenant_access_token_internal; two tokens are good at once in the last 30 minutes of the older one.
 */
export function createTokens(options: { clock: Clock; fetch(): Promise<Fetched>; shared?: SharedToken | undefined }): Tokens {
  return new TokenKeeper(options.clock, options.fetch, options.shared);
}

/** A token that all instances use: the platform is asked once for all of them. */
export interface SharedToken {
  /** Runs `work` while no other instance renews it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** What another instance got last, and how long it is good for. */
  get(): Promise<{ token: string; left: Millis } | null>;
  put(token: string, life: Millis): Promise<void>;
}

interface Fetched {
  token: string;
  expire: number;
}

class TokenKeeper implements Tokens {
  private readonly clock: Clock;
  private readonly fetch: () => Promise<Fetched>;
  private held: { token: string; renewAt: Millis; until: Millis } | null = null;
  private refresh: Promise<string> | null = null;
  private dropped: { token: string; at: Millis } | null = null;
  private denied: { error: PlatformError; at: Millis; wait: Millis } | null = null;
  private nextTry: Millis = 0;

  private readonly shared: SharedToken | undefined;

  constructor(clock: Clock, fetch: () => Promise<Fetched>, shared?: SharedToken) {
    this.clock = clock;
    this.fetch = fetch;
    this.shared = shared;
  }

  async get(): Promise<string> {
    const now = this.clock.now();
    const token = this.peek();
    if (token && this.held && now < this.held.renewAt) return token;
    if (this.denied && this.since(this.denied.at) < this.denied.wait) {
      if (token) return token;
      throw this.denied.error;
    }
    if (!token) return this.renew();
    // Still good: the calls need not wait for the next one, nor fail when it cannot be had yet.
    if (now >= this.nextTry) {
      this.nextTry = now + BETWEEN;
      this.renew().catch(() => undefined);
    }
    return token;
  }

  peek(): string | null {
    return this.held && this.clock.now() < this.held.until ? this.held.token : null;
  }

  drop(token: string): void {
    if (this.held?.token !== token) return;
    // The endpoint gave back what was just refused: asking again at once would only hammer it.
    if (this.dropped?.token === token && this.since(this.dropped.at) < INSISTENT) return;
    this.dropped = { token, at: this.clock.now() };
    this.held = null;
  }

  private renew(): Promise<string> {
    this.refresh ??= this.another()
      .then(
        (fetched) => this.hold(fetched),
        (error: unknown) => {
          if (error instanceof PlatformError && error.appRefused) {
            const wait = Math.min(MOST_INSISTENT, this.denied ? this.denied.wait * 2 : INSISTENT);
            this.denied = { error, at: this.clock.now(), wait };
          }
          throw error;
        },
      )
      .finally(() => {
        this.refresh = null;
      });
    return this.refresh;
  }

  /** What another instance has got meanwhile, else a new one, for all. A store that does not answer is no reason to have none. */
  private async another(): Promise<Fetched> {
    const { shared } = this;
    if (!shared) return this.fetch();
    let asked: Promise<Fetched> | undefined;
    const ask = (): Promise<Fetched> => {
      asked ??= this.fetch();
      return asked;
    };
    const before = this.held?.token ?? this.dropped?.token;
    try {
      return await shared.alone(async () => {
        const known = await shared.get();
        if (known && known.token !== before && known.left > AHEAD) return { token: known.token, expire: known.left / 1000 };
        const fetched = await ask();
        await shared.put(fetched.token, fetched.expire * 1000);
        return fetched;
      });
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      return ask();
    }
  }

  private hold({ token, expire }: Fetched): string {
    const now = this.clock.now();
    const life = (Number.isFinite(expire) && expire > 0 ? Math.min(expire, 7200) : 0) * 1000;
    // An answer that is good for no time at all still serves the calls that wait for it.
    this.held = { token, until: now + Math.max(life, 1000), renewAt: now + Math.max(life - AHEAD, life / 2, 1000) };
    this.denied = null;
    return token;
  }

  private since(at: Millis): Millis {
    return Math.abs(this.clock.now() - at);
  }
}
