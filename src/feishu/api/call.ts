import type { Clock, Millis } from '../../domain/time.ts';
import { type Fields, fields } from '../narrow.ts';
import { CODES } from './codes.ts';
import { codeOf, type PlatformError, type Repeat, toPlatformError } from './errors.ts';
import { HttpAnswer, NoAnswer, OWN_CONNECTION } from './http.ts';
import type { Limits, Pause, Rate } from './rate-limit.ts';
import type { Log, Sdk } from './sdk.ts';
import type { Tokens } from './token.ts';

export type SdkClient = InstanceType<Sdk['Client']>;
export type CallOptions = ReturnType<Sdk['withTenantToken']>;

export interface CallSpec {
  /** Method and route in one name, e.g. `vc.reserve.apply`: the limiter's and the log's. */
  api: string;
  repeat: Repeat;
  rate?: Rate[];
  /** The chat, person or message whose own limit counts. */
  target?: { key: string; rate: Rate[] };
  /** Asked once and no more, for what is only decoration. */
  hasty?: boolean;
  /** Codes that are an answer like any other here: nobody has to look at them. */
  expected?: ReadonlySet<number | null>;
  /** A try may have been carried out although no answer of the platform's came. */
  inDoubt?(): void;
  send(client: SdkClient, options: CallOptions): Promise<unknown>;
}

export interface CallResult {
  /** The whole body; `code` is 0. */
  body: Fields;
  /** `body.data`, `{}` when there is none. */
  data: Fields;
}

export type Call = (spec: CallSpec) => Promise<CallResult>;

export interface CallDeps {
  client(): SdkClient;
  withToken(token: string): CallOptions;
  tokens: Tokens;
  limits: Limits;
  pause: Pause;
  clock: Clock;
  log: Log;
  onCall?: ((api: string, outcome: string, ms: number) => void) | undefined;
}

/** A few quick tries; anything longer belongs to the queue, which keeps the work on disk. */
const TRIES = 3;
/** A time-out has already cost ten seconds. */
const TRIES_AFTER_SILENCE = 2;
const FIRST_WAIT: Millis = 150;
/** Waits that the platform asks for are kept here up to this long (its windows are a minute), else by the caller. */
const LONGEST_WAIT: Millis = 60_000;

type Tried = { ok: CallResult } | { error: PlatformError; token: string; silent: boolean; unsent: boolean };

/** Sends one call under the limits, with a good token, as often as it is safe and quick. Throws `PlatformError`. */
export function createCall(deps: CallDeps): Call {
  const { tokens, limits, pause } = deps;
  return async (spec) => {
    let renewed = false;
    for (let tries = 1; ; tries++) {
      const result = await attempt(deps, spec);
      if ('ok' in result) return result.ok;
      const { error, token, silent, unsent } = result;
      const because = error.code === null ? undefined : CODES[error.code]?.because;
      if (because === 'token') {
        tokens.drop(token);
        if (renewed) throw error;
        renewed = true;
        tries--;
        continue;
      }
      const limited = because === 'limit' || error.status === 429;
      if (limited) {
        // 230020 is the target's own limit, anything else the API's.
        const key = error.code === 230020 && spec.target ? spec.target.key : spec.api;
        limits.block(key, error.retryAfter ?? 1000 * tries);
      }
      if (error.code === null && !unsent && !limited) spec.inDoubt?.();
      const most = spec.hasty ? 1 : silent ? TRIES_AFTER_SILENCE : TRIES;
      if (error.verdict !== 'retry' || tries >= most || pause.closed() || (error.retryAfter ?? 0) > LONGEST_WAIT) throw error;
      // An answered failure of a call that must not be done twice is for the caller to ask again, not for us.
      if (spec.repeat === 'once' && error.code !== null && !limited) throw error;
      if (!limited) await pause.for(Math.max(error.retryAfter ?? 0, FIRST_WAIT * 3 ** (tries - 1) * (0.5 + Math.random())));
    }
  };
}

/** One try, and what became of it. */
async function attempt(deps: CallDeps, spec: CallSpec): Promise<Tried> {
  const { tokens, limits, clock } = deps;
  // The token first: calls that all waited for it would leave together, past the limits that they had passed before.
  let token = await tokens.get();
  await limits.enter(spec.api, spec.rate, spec.target);
  token = tokens.peek() ?? token;
  const started = clock.now();
  let answer: unknown;
  try {
    const options = deps.withToken(token);
    if (spec.repeat === 'once') options.headers = { ...options.headers, [OWN_CONNECTION]: 'yes' };
    answer = await spec.send(deps.client(), options);
  } catch (error) {
    answer = error;
  }
  if (answer instanceof HttpAnswer && answer.status < 300 && codeOf(answer.body) === 0) {
    report(deps, spec, 'ok', clock.now() - started, null);
    const body = fields(answer.body) ?? {};
    return { ok: { body, data: fields(body.data) ?? {} } };
  }
  const error = toPlatformError(answer, spec.api, spec.repeat);
  const silent = answer instanceof NoAnswer && answer.left && answer.reason === 'ETIMEDOUT';
  const unsent = answer instanceof NoAnswer && !answer.left;
  report(
    deps,
    spec,
    error.code !== null ? String(error.code) : unsent ? 'unsent' : error.status === null ? 'no_answer' : `http_${error.status}`,
    clock.now() - started,
    error,
  );
  return { error, token, silent, unsent };
}

function report(deps: CallDeps, { api, expected }: CallSpec, outcome: string, ms: Millis, error: PlatformError | null): void {
  const { log } = deps;
  deps.onCall?.(api, outcome, ms);
  if (error)
    log[expected?.has(error.code) ? 'debug' : 'warn'](
      {
        api,
        outcome,
        ms,
        verdict: error.verdict,
        logId: error.logId,
        why: error.message,
      },
      'call failed',
    );
  else log.debug({ api, ms }, 'call');
}
