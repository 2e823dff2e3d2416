import { incomingJob } from '../bot/job-kinds.ts';
import type { Opened } from '../bot/press.ts';
import type { Clock } from '../domain/time.ts';
import { createIntake } from '../feishu/inbound/intake.ts';
import { createWebhook } from '../feishu/inbound/webhook.ts';
import { createLog, type Log } from '../observability/log.ts';
import { createMetrics } from '../observability/metrics.ts';
import { createReceive } from '../queue/receive.ts';
import { createWorker } from '../queue/worker.ts';
import { openStore } from '../store/open.ts';
import type { Config } from './config.ts';
import type { Work } from './create-work.ts';
import { createHttp } from './http-server.ts';
import { listenProblem } from './listen-problem.ts';

export interface App {
  /** Where the bot listens. */
  url: string;
  port: number;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  /** Finishes what is running, `timeoutMs` at most; what is not finished is taken up at the next start. */
  stop(timeoutMs: number): Promise<void>;
}

/** How often the bot asks who it is until the platform answers. */
const INTRODUCE_EVERY_MS = 5000;

/**
 * Wires the line together, in order: store, door, and only behind the open door all that is heavy (the SDK alone is 6 MB).
 * A message that comes in between is on disk and waits its turn.
 */
export async function startApp(config: Config, options: { clock?: Clock; log?: Log } = {}): Promise<App> {
  const secrets = { appId: config.appId, encryptKey: config.encryptKey, verificationToken: config.verificationToken };
  const log = options.log ?? createLog(config.logLevel, { secrets: [config.appSecret, config.encryptKey, config.verificationToken] });
  const metrics = createMetrics();
  const store = await openStore(config.databaseUrl, options.clock ?? { now: Date.now }, { keepClock: options.clock !== undefined });
  const { clock } = store;

  let loading: Promise<Work> | undefined;
  let work: Work | undefined;
  let stopped = false;
  const load = (): Promise<Work> => {
    loading ??= import('./create-work.ts').then(({ createWork }) => {
      work = createWork({ config, store, clock, log, metrics });
      return work;
    });
    return loading;
  };

  const worker = createWorker({
    jobs: store.jobs,
    clock,
    log,
    run: async (job) => (await load()).run(job),
    onDead: async (job, error) => (await load()).dead(job, error),
  });
  const receive = createReceive(store.jobs, () => worker.wake());
  metrics.queueFrom(() => store.jobs.count());

  const ready = async (): Promise<{ ok: boolean; reasons: string[] }> => {
    const reasons: string[] = [];
    await store.db.ping().catch(() => reasons.push('the store cannot be written'));
    if (!worker.state().alive) reasons.push('the worker is not running');
    const platform = await (await load()).ready().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : 'no answer'),
    );
    if (platform !== null) reasons.push(`the platform does not accept the credentials or cannot be reached: ${platform}`);
    else if (work?.bot() === null) reasons.push('the platform has not told yet who the bot is');
    return { ok: reasons.length === 0, reasons };
  };

  const intake = createIntake<Opened>({
    clock,
    log,
    metrics,
    botOpenId: () => work?.bot()?.openId ?? null,
    receive: (incoming, opened) => receive([incomingJob(incoming, opened)]),
    openPress: async (press) => (await load()).openPress(press),
  });
  const http = createHttp({
    host: config.host,
    port: config.port,
    log,
    ready,
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

  const introduce = async (): Promise<void> => {
    const loaded = await load();
    while (!stopped && !(await loaded.introduce())) await new Promise((resolve) => setTimeout(resolve, INTRODUCE_EVERY_MS).unref());
    if (!stopped) worker.start();
  };
  introduce().catch((error: unknown) => log.error({ err: error }, 'the worker could not be started'));

  return {
    port,
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`,
    ready,
    async stop(timeoutMs) {
      stopped = true;
      const until = clock.now() + timeoutMs;
      await http.close(Math.min(2000, timeoutMs));
      await worker.stop(Math.max(0, until - clock.now()));
      work?.close();
      await store.close();
    },
  };
}
