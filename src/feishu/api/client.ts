import type { Clock, Millis } from '../../domain/time.ts';
import type { Directory, Messages, Reserves } from '../../meeting/ports/platform.ts';
import { fields, str } from '../narrow.ts';
import { type Subscriptions, subscriptionsOf } from './application.ts';
import { type Call, createCall, type SdkClient } from './call.ts';
import { createDirectory, knownNames } from './directory.ts';
import { codeOf, toPlatformError } from './errors.ts';
import type { SharedRates, Urgency } from './gate.ts';
import { createHealth, type Health, type HealthState } from './health.ts';
import { createHttp, type Http, HttpAnswer } from './http.ts';
import { createMessages } from './messages.ts';
import { type Sends, sendsInMemory } from './once.ts';
import { createLimits } from './rate-limit.ts';
import { createReserves } from './reserves.ts';
import { createClosing, type Patience, realSleep, retrying, type Sleep, waitAfter } from './retry.ts';
import { scopesOf } from './scopes.ts';
import { type Log, sdk, sdkLogger } from './sdk.ts';
import { createTokens, type SharedToken } from './token.ts';

interface Apis {
  reserves: Reserves;
  messages: Messages;
  directory: Directory;
}

/** What people wait for goes first; `background`: the same, for what nobody waits for. */
export interface Platform extends Apis {
  background: Apis;
  /** The same for one piece of work, which hears of its calls and writes its own log. */
  watched(urgency: Urgency, log: Log, heard: NonNullable<PlatformOptions['onCall']>): Apis;
  /** What the tenant granted the app: scope → granted. A scope that the app did not ask for is absent. */
  scopes(): Promise<Map<string, boolean>>;
  /** What it is told of, and on which way. */
  subscriptions(): Promise<Subscriptions>;
  /** Resolves when a token can be had: the platform is there and accepts the credentials. Else throws `PlatformError`. */
  ready(): Promise<void>;
  /** APIs that the platform wants to be left alone, and for how long. */
  blocked(): { api: string; wait: Millis }[];
  /** What its answers tell of the app and of this machine. */
  health(): HealthState;
  /** Nothing more is sent; what waits for its turn fails with `retry`. */
  close(): void;
}

const TOKEN_API = 'auth.tenant_access_token.internal';
const TOKEN_PATIENCE: Patience = { tries: 3, longest: 10_000 };

export interface PlatformOptions {
  appId: string;
  appSecret: string;
  /** Origin of the open platform. */
  domain: string;
  clock: Clock;
  /** For durations, where the clock may be set; the clock itself where it is not given. */
  steady?: Clock | undefined;
  log: Log;
  /** After every try: `outcome` is `ok`, a code, `unsent`, `no_answer` or `http_<status>`; `ms` without the time in our own queue, which is `waited`. */
  onCall?(api: string, outcome: string, ms: Millis, waited: Millis): void;
  sleep?: Sleep | undefined;
  /** Per try; 10 s. */
  timeoutMs?: Millis | undefined;
  /** In place of the network. */
  http?: Http | undefined;
  /** What left, over a crash; without it nothing is remembered. */
  sends?: Sends | undefined;
  /** What all instances at one store use together. */
  shared?: { rates: SharedRates; token: SharedToken } | undefined;
}

/** Everything that the bot asks of the platform. Opens no connection and loads no SDK before the first call. */
export function createPlatform(options: PlatformOptions): Platform {
  const { appId, appSecret, clock, log, onCall } = options;
  const sleep = options.sleep ?? realSleep;
  const http = options.http ?? createHttp({ timeoutMs: options.timeoutMs ?? 10_000 });
  const steady = options.steady ?? clock;
  const health = createHealth(clock);
  const limits = createLimits({ clock: steady, sleep, shared: options.shared?.rates });

  let made: SdkClient | undefined;
  const client = (): SdkClient => {
    made ??= new (sdk().Client)({
      appId,
      appSecret,
      domain: options.domain.replace(/\/+$/, ''),
      // The SDK keeps a revoked token for up to two hours; ours is renewed when the platform refuses it.
      disableTokenCache: true,
      httpInstance: http.instance,
      logger: sdkLogger(log, [appSecret]),
      loggerLevel: sdk().LoggerLevel.error,
    });
    return made;
  };

  const closing = createClosing();
  const retry = { sleep, signal: closing.signal };
  const fetchToken = () =>
    retrying(
      () => askForToken(client(), health, options),
      (error, tries) => waitAfter(error, tries, TOKEN_PATIENCE),
      retry,
    );
  const tokens = createTokens({ clock: steady, fetch: fetchToken, shared: options.shared?.token });
  const deps = {
    client,
    withToken: (token: string) => sdk().withTenantToken(token),
    tokens,
    limits,
    health,
    clock: steady,
    log,
    onCall,
    ...retry,
  };
  const call = createCall({ ...deps, urgency: 'people' });
  const names = knownNames();
  const sends = options.sends ?? sendsInMemory(clock);
  const apis = (one: Call): Apis => ({
    reserves: createReserves(one, clock),
    messages: createMessages(one, clock, sends),
    directory: createDirectory(one, steady, log, names),
  });

  return {
    ...apis(call),
    background: apis(createCall({ ...deps, urgency: 'background' })),
    watched: (urgency, own, heard) =>
      apis(
        createCall({
          ...deps,
          urgency,
          log: own,
          onCall(...call) {
            onCall?.(...call);
            heard(...call);
          },
        }),
      ),
    scopes: () => scopesOf(call),
    subscriptions: () => subscriptionsOf(call, appId),
    async ready() {
      await tokens.get();
    },
    blocked: () => limits.blocked(),
    health: () => health.state(),
    close() {
      limits.close();
      closing.abort();
      http.close();
    },
  };
}

/** Asks once. The fields stand beside `code`, not under `data`; failures come with HTTP 200 and without a token. */
async function askForToken(client: SdkClient, health: Health, o: PlatformOptions): Promise<{ token: string; expire: number }> {
  const { appId, appSecret, log, onCall } = o;
  const clock = o.steady ?? o.clock;
  const started = clock.now();
  let answer: unknown;
  try {
    answer = await client.auth.v3.tenantAccessToken.internal({ data: { app_id: appId, app_secret: appSecret } });
  } catch (error) {
    answer = error;
  }
  const body = answer instanceof HttpAnswer && answer.status < 300 && codeOf(answer.body) === 0 ? fields(answer.body) : null;
  const token = str(body?.tenant_access_token, 4000);
  const ms = clock.now() - started;
  const date = answer instanceof HttpAnswer ? answer.headers.date : undefined;
  if (token) {
    health.heard(TOKEN_API, null, date);
    onCall?.(TOKEN_API, 'ok', ms, 0);
    log.debug({ api: TOKEN_API, ms }, 'call');
    return { token, expire: Number(body?.expire) };
  }
  const error = toPlatformError(answer, TOKEN_API, 'read');
  health.heard(TOKEN_API, error, date);
  onCall?.(TOKEN_API, error.code === null ? 'no_answer' : String(error.code), ms, 0);
  log.warn({ api: TOKEN_API, ms, verdict: error.verdict, logId: error.logId, why: error.message }, 'call failed');
  throw error;
}
