import type { Clock, Millis } from '../../domain/time.ts';
import type { Departure } from '../../meeting/ports/platform.ts';
import { type Fields, fields } from '../narrow.ts';
import { CODES } from './codes.ts';
import { codeOf, type PlatformError, type Repeat, toPlatformError } from './errors.ts';
import type { Rate, Urgency } from './gate.ts';
import type { Health } from './health.ts';
import { FRESH_CONNECTION, HttpAnswer, NoAnswer } from './http.ts';
import type { Limits } from './rate-limit.ts';
import { type Patience, retrying, type Sleep, waitAfter } from './retry.ts';
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
  /** Told when each try leaves, and when it came to nothing. */
  departure?: Departure | undefined;
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
  health: Health;
  urgency: Urgency;
  sleep: Sleep;
  /** Aborted: nothing more is asked again. */
  signal: AbortSignal;
  clock: Clock;
  log: Log;
  onCall?: ((api: string, outcome: string, ms: Millis, waited: Millis) => void) | undefined;
}

/** A few quick tries; anything longer belongs to the queue, which keeps the work on disk. */
const PATIENCE: Patience = { tries: 3, longest: 60_000 };
/** A time-out has already cost ten seconds. */
const TRIES_AFTER_SILENCE = 2;

/** What became of a try, besides its error. */
class Failed extends Error {
  constructor(
    override readonly cause: PlatformError,
    readonly token: string,
    readonly silent: boolean,
    readonly unsent: boolean,
  ) {
    super(cause.message);
  }
}

/** Sends one call under the limits, with a good token, as often as it is safe and quick. Throws `PlatformError`. */
export function createCall(deps: CallDeps): Call {
  return async (spec) => {
    let mayBeDone = false;
    const waitAfterFailed = (failed: unknown, tries: number): Millis | null => {
      if (!(failed instanceof Failed)) return null;
      mayBeDone ||= failed.cause.mayBeDone;
      return waitFor(deps, spec, failed, tries);
    };
    try {
      return await retrying(() => withGoodToken(deps, spec), waitAfterFailed, deps);
    } catch (failed) {
      if (!(failed instanceof Failed)) throw failed;
      failed.cause.mayBeDone ||= mayBeDone;
      throw failed.cause;
    }
  };
}

const becauseOf = ({ code }: PlatformError) => (code === null ? undefined : CODES[code]?.because);

/** A token that the platform refuses is renewed, once. */
async function withGoodToken(deps: CallDeps, spec: CallSpec): Promise<CallResult> {
  try {
    return await attempt(deps, spec);
  } catch (failed) {
    if (!(failed instanceof Failed) || becauseOf(failed.cause) !== 'token') throw failed;
    deps.tokens.drop(failed.token);
    return attempt(deps, spec);
  }
}

function waitFor({ limits, tokens }: CallDeps, spec: CallSpec, failed: Failed, tries: number): Millis | null {
  const { cause: error, silent, unsent } = failed;
  const because = becauseOf(error);
  if (because === 'token') {
    tokens.drop(failed.token);
    return null;
  }
  const limited = because === 'limit' || error.status === 429;
  if (limited) {
    // 230020 is the target's own limit, anything else the API's.
    const key = error.code === 230020 && spec.target ? spec.target.key : spec.api;
    limits.block(key, error.retryAfter ?? 1000 * tries);
  }
  if (error.code === null && !unsent && !limited) spec.inDoubt?.();
  // An answered failure of a call that must not be done twice is for the caller to ask again, not for us.
  if (spec.repeat === 'once' && error.code !== null && !limited) return null;
  const most = spec.hasty ? 1 : silent ? TRIES_AFTER_SILENCE : PATIENCE.tries;
  const wait = waitAfter(error, tries, { ...PATIENCE, tries: most });
  // Who was limited waits in the limiter's queue.
  return wait !== null && limited ? 0 : wait;
}

/** One try. Throws `Failed`. */
async function attempt(deps: CallDeps, spec: CallSpec): Promise<CallResult> {
  const { tokens, limits, clock } = deps;
  // The token first: calls that all waited for it would leave together, past the limits that they had passed before.
  let token = await tokens.get();
  const queued = clock.now();
  await limits.enter(spec.api, spec.rate, spec.target, deps.urgency);
  await spec.departure?.leaves();
  token = tokens.peek() ?? token;
  const started = clock.now();
  const waited = started - queued;
  let answer: unknown;
  try {
    const options = deps.withToken(token);
    if (spec.repeat === 'once') options.headers = { ...options.headers, [FRESH_CONNECTION]: 'yes' };
    answer = await spec.send(deps.client(), options);
  } catch (error) {
    answer = error;
  }
  const date = answer instanceof HttpAnswer ? answer.headers.date : undefined;
  if (answer instanceof HttpAnswer && answer.status < 300 && codeOf(answer.body) === 0) {
    deps.health.heard(spec.api, null, date);
    report(deps, spec, { outcome: 'ok', ms: clock.now() - started, waited }, null);
    const body = fields(answer.body) ?? {};
    return { body, data: fields(body.data) ?? {} };
  }
  const error = toPlatformError(answer, spec.api, spec.repeat);
  deps.health.heard(spec.api, error, date);
  const silent = answer instanceof NoAnswer && answer.left && answer.reason === 'ETIMEDOUT';
  const unsent = answer instanceof NoAnswer && !answer.left;
  const outcome =
    error.code !== null ? String(error.code) : unsent ? 'unsent' : error.status === null ? 'no_answer' : `http_${error.status}`;
  report(deps, spec, { outcome, ms: clock.now() - started, waited }, error);
  if (!error.mayBeDone) await spec.departure?.failed();
  throw new Failed(error, token, silent, unsent);
}

interface Tried {
  outcome: string;
  ms: Millis;
  waited: Millis;
}

function report(deps: CallDeps, { api, expected }: CallSpec, { outcome, ms, waited }: Tried, error: PlatformError | null): void {
  const { log } = deps;
  deps.onCall?.(api, outcome, ms, waited);
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
