import type { Clock, Millis } from '../../domain/time.ts';
import type { Call, CallResult, CallSpec } from './call.ts';
import { PlatformError } from './errors.ts';

/** What left for the platform under a key, kept over a crash. */
export interface Sends {
  /** Notes that it leaves now. @returns when it left before; null: it never did */
  begin(key: string): Promise<Millis | null>;
  /** It was refused, or never got there. */
  forget(key: string): Promise<void>;
}

/** The platform keeps a `uuid` for an hour; what is on its way then may arrive a little later. */
const KEPT: Millis = 3_600_000 - 60_000;

/** Thrown in place of a call: this left before, so it is not sent again. */
class Left extends PlatformError {
  override readonly leftBefore = true;
}

export class Once {
  private readonly call: Call;
  private readonly clock: Clock;
  private readonly sends: Sends;

  constructor(call: Call, clock: Clock, sends: Sends) {
    this.call = call;
    this.clock = clock;
    this.sends = sends;
  }

  /**
   * Sends what carries a `uuid`. An earlier run that ended in the middle may have sent it: within the hour the platform drops the
   * second one, and afterwards it is not sent again. @throws PlatformError `stop` then
   */
  withUuid(key: string, spec: CallSpec): Promise<CallResult> {
    return this.noted(key, spec, (before) => {
      if (this.clock.now() - before > KEPT) throw left(spec.api);
    });
  }

  /** Sends what the platform would show twice. @returns false when it may have left before: then it does not leave now */
  async withoutUuid(key: string, spec: CallSpec): Promise<boolean> {
    try {
      await this.noted(key, spec, () => {
        throw left(spec.api);
      });
      return true;
    } catch (error) {
      if (error instanceof Left) return false;
      throw error;
    }
  }

  /** Written down at the last moment, behind all waiting: what was written and not taken back has most likely arrived. */
  private async noted(key: string, spec: CallSpec, leftBefore: (at: Millis) => void): Promise<CallResult> {
    let begun: 'now' | 'before' | null = null;
    try {
      return await this.call({
        ...spec,
        send: async (client, options) => {
          if (begun === null) {
            const at = await this.sends.begin(key);
            begun = at === null ? 'now' : 'before';
            if (at !== null) leftBefore(at);
          }
          return spec.send(client, options);
        },
      });
    } catch (error) {
      if ((begun as string | null) === 'now') await this.sends.forget(key).catch(() => {});
      throw error;
    }
  }
}

const left = (api: string): PlatformError =>
  new Left(
    { api, code: null, logId: null, verdict: 'stop', retryAfter: null, scope: null },
    'may have been sent before the process ended; it is not sent a second time',
  );

/** For as long as the process runs. */
export function sendsInMemory(clock: Clock): Sends {
  const times = new Map<string, Millis>();
  return {
    async begin(key) {
      const before = times.get(key) ?? null;
      if (before === null) times.set(key, clock.now());
      const [oldest] = times.keys();
      if (times.size > 10_000 && oldest !== undefined) times.delete(oldest);
      return before;
    },
    async forget(key) {
      times.delete(key);
    },
  };
}
