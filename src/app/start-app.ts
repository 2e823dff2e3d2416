import { setImmediate, setTimeout } from 'node:timers/promises';
import { incomingJob, sweepJob, waitingLane } from '../bot/job-kinds.ts';
import type { Opened } from '../bot/press.ts';
import type { Clock, Millis, Zone } from '../domain/time.ts';
import type { Sleep } from '../feishu/api/retry.ts';
import { createIntake, type Intake } from '../feishu/inbound/intake.ts';
import type { Pace } from '../feishu/inbound/long-connection.ts';
import { createWebhook } from '../feishu/inbound/webhook.ts';
import { createLog, type Log } from '../observability/log.ts';
import { createMetrics, type Metrics } from '../observability/metrics.ts';
import { createPace, type Pace as Turns } from '../queue/pace.ts';
import { createReceive } from '../queue/receive.ts';
import type { Timers } from '../queue/timers.ts';
import { Worker } from '../queue/worker.ts';
import { openStore, type Store } from '../store/open.ts';
import type { Config } from './config.ts';
import type { Work } from './create-work.ts';
import { createHttp } from './http-server.ts';
import { listenProblem } from './listen-problem.ts';
import { type LineDoor, openLine } from './open-line.ts';
import { createReadiness } from './readiness.ts';

export interface App {
  /** Where the bot listens. */
  url: string;
  port: number;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  /** Resolves when all that is due is done. */
  idle(): Promise<void>;
  /** Finishes what is running, `timeoutMs` at most; what is not finished is taken up at the next start. */
  stop(timeoutMs: number): Promise<void>;
}

/** What a test turns by hand. */
export interface AppOptions {
  clock?: Clock;
  log?: Log;
  /** The worker's. */
  timers?: Timers;
  /** The platform client's. */
  sleep?: Sleep;
  /** How long one call to the platform may take. */
  callTimeoutMs?: Millis;
  /** How long a press may take to be opened before it is answered without a toast. */
  openingMs?: Millis;
  /** The long connection's. */
  pace?: Pace;
  /** All that is heavy is there. */
  loaded?(): void;
  /** It could not be loaded: nothing that comes in would ever be answered. */
  broken?(error: unknown): void;
  /** How long the door has its turn alone when it has just opened: who stood before it comes in first, and loading holds it up. */
  headStartMs?: Millis;
  /** Of the sandbox that runs beside the bot. */
  chatPage?: string;
}

/** How often the bot asks who it is until the platform answers. */
const INTRODUCE_EVERY_MS = 5000;
const WARM_UP_EVERY_MS = 1000;

/**
 * Wires the line together, in order: store, door, and only behind the open door all that is heavy (the SDK alone is 6 MB).
 * A message that comes in between is on disk and waits its turn.
 */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const log =
    options.log ??
    createLog(config.logLevel, { secrets: [config.appSecret, config.encryptKey, config.verificationToken, config.metricsToken] });
  const secrets = { appId: config.appId, encryptKey: config.encryptKey, verificationToken: config.verificationToken };
  const metrics = createMetrics();
  const store = await openStore(config.databaseUrl, options.clock ?? { now: Date.now }, { keepClock: options.clock !== undefined });
  const { clock } = store;
  // A clock that a test turns is turned for durations as well.
  const steady = options.clock ? undefined : { now: () => performance.now() };
  let line: LineDoor | null = null;
  const work = lazily(() =>
    loadWork().then(({ createWork }) =>
      createWork({
        config,
        store,
        clock,
        steady,
        log,
        metrics,
        sleep: options.sleep,
        timeoutMs: options.callTimeoutMs,
        line: () => line?.problem() ?? null,
      }),
    ),
  );
  const pace = createPace();
  const worker = new Worker({
    jobs: store.jobs,
    pace,
    clock,
    ...(steady ? { steady } : {}),
    log,
    run: async (job) => (await work.load()).run(job),
    onDead: async (job, error) => (await work.load()).dead(job, error),
    waitingLane: ({ kind, payload }) => waitingLane(kind, payload),
    ...(options.timers ? { timers: options.timers } : {}),
  });
  metrics.storeFrom(async () => ({ ...(await store.jobs.count()), ...(await store.states()) }));
  const intake = intakeOf({ store, worker, pace, work, log, metrics, options });
  const ready = createReadiness({ store, worker, work, line: () => line?.problem() ?? null, pollDelay: metrics.pollDelay });
  const http = createHttp({
    host: config.host,
    port: config.port,
    log,
    ready,
    chatPage: options.chatPage,
    metricsToken: config.metricsToken,
    metricsText: () => metrics.text(),
    webhook: createWebhook({ secrets, clock, log, metrics, intake }),
  });

  let port: number;
  try {
    ({ port } = await http.listen());
  } catch (error) {
    await store.close();
    throw listenProblem(error, { host: config.host, hostFrom: 'HOST', port: config.port, portFrom: 'PORT' });
  }
  const closing = new AbortController();
  line = openLine({ config, intake, log, metrics, pace: options.pace });
  introduce(work, closing.signal, options)
    .then(() => lookAround(store))
    .then(() => !closing.signal.aborted && worker.start())
    .catch((error: unknown) => log.error({ err: error }, 'the worker could not be started'))
    .then(async () => {
      if (options.headStartMs !== undefined) await warmUp({ worker, pace, clock, zone: config.zone, signal: closing.signal });
    })
    .catch((error: unknown) => log.warn({ err: error }, 'the first message will take a little longer'));

  return {
    port,
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`,
    ready,
    idle: () => worker.idle(),
    async stop(timeoutMs) {
      closing.abort();
      const until = clock.now() + timeoutMs;
      await Promise.all([http, line].map((door) => door?.close(Math.min(2000, timeoutMs))));
      await worker.stop(Math.max(0, until - clock.now()));
      work.now()?.close();
      await store.close();
    },
  };
}

/** In pieces, between which the door has its turn: all of it at once would hold it up. */
async function loadWork(): Promise<typeof import('./create-work.ts')> {
  await import('../nlu/understand.ts');
  await setImmediate();
  return import('./create-work.ts');
}

/** Long after the start, in pieces, and only while nobody waits: whoever writes first then waits no longer than the next. */
async function warmUp(o: Pick<Parts, 'worker' | 'pace'> & { clock: Clock; zone: Zone; signal: AbortSignal }): Promise<void> {
  const { warmUps } = await import('../nlu/warm-up.ts');
  for (const read of warmUps) {
    await setTimeout(WARM_UP_EVERY_MS, undefined, { signal: o.signal, ref: false }).catch(() => {});
    await Promise.all([o.worker.idle(), o.pace.turn()]);
    if (o.signal.aborted) return;
    read({ now: o.clock.now(), zone: o.zone });
  }
}

/** What happened while the bot was away: every open meeting is asked about once. */
async function lookAround({ lives, jobs, clock }: Store): Promise<void> {
  await lives.pollOpen();
  await jobs.add([sweepJob(clock.now(), clock.now())]);
}

interface Lazy<T> {
  load(): Promise<T>;
  /** What was loaded so far. */
  now(): T | undefined;
}

function lazily<T>(make: () => Promise<T>): Lazy<T> {
  let loading: Promise<T> | undefined;
  let made: T | undefined;
  return {
    load() {
      loading ??= make().then((one) => {
        made = one;
        return one;
      });
      return loading;
    },
    now: () => made,
  };
}

interface Parts {
  store: Store;
  worker: Worker;
  pace: Turns;
  work: Lazy<Work>;
}

function intakeOf(o: Parts & { log: Log; metrics: Metrics; options: AppOptions }): Intake {
  const { store, worker, pace, work, log, metrics, options } = o;
  const receive = createReceive(store.jobs, worker.wake);
  const intake = createIntake<Opened>({
    clock: store.clock,
    log,
    metrics,
    botOpenId: () => work.now()?.bot()?.openId ?? null,
    receive: (incoming, opened) => receive([incomingJob(incoming, opened)]),
    openPress: async (press) => (await work.load()).openPress(press),
    apology: async (why) => (await work.load()).apology(why),
    ...(options.openingMs === undefined ? {} : { openingMs: options.openingMs }),
  });
  return (event) => pace.during(intake(event));
}

/** Loads what is heavy, and resolves when the platform has said who the bot is. */
async function introduce(work: Lazy<Work>, signal: AbortSignal, { headStartMs, loaded: whenLoaded, broken }: AppOptions): Promise<void> {
  if (headStartMs !== undefined) await setTimeout(headStartMs, undefined, { signal }).catch(() => {});
  const loaded = await work.load().catch((error: unknown) => {
    broken?.(error);
    throw error;
  });
  whenLoaded?.();
  while (!signal.aborted && !(await loaded.introduce()))
    await setTimeout(INTRODUCE_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
}
