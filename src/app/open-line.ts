import type { Millis } from '../domain/time.ts';
import type { Intake } from '../feishu/inbound/intake.ts';
import type { LongConnection, Pace } from '../feishu/inbound/long-connection.ts';
import type { Log } from '../observability/log.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { Config } from './config.ts';

/** The second door, as the wiring sees it. */
export interface LineDoor {
  /** Why nothing can come in through it; null while it is open, or where it is not used. */
  problem(): string | null;
  close(timeoutMs: Millis): Promise<void>;
}

export interface LineParts {
  config: Config;
  intake: Intake;
  log: Log;
  metrics: Metrics;
  pace: Pace | undefined;
}

const UNUSED: LineDoor = { problem: () => null, close: async () => {} };

/** Opens the long connection where it is chosen. The SDK comes with it: loaded behind the open port, like all that is heavy. */
export function openLine(o: LineParts): LineDoor {
  if (o.config.transport !== 'websocket') return UNUSED;
  let line: LongConnection | null = null;
  const opening = startLine(o).then(
    (started) => {
      line = started;
    },
    (error: unknown) => o.log.error({ err: error }, 'the long connection could not be started'),
  );
  return {
    problem: () => (line === null ? 'the long connection to the platform is not up yet' : line.problem()),
    async close(timeoutMs) {
      await opening;
      await line?.close(timeoutMs);
    },
  };
}

async function startLine({ config, intake, log, metrics, pace }: LineParts): Promise<LongConnection> {
  const [{ createLongConnection }, { createHttp }] = await Promise.all([
    import('../feishu/inbound/long-connection.ts'),
    import('../feishu/api/http.ts'),
  ]);
  const { appId, appSecret, domain } = config;
  const http = createHttp({ timeoutMs: 15_000 });
  const line = createLongConnection({ appId, appSecret, domain, http, intake, log, onTurn: metrics.connection, ...(pace ? { pace } : {}) });
  line.start();
  return line;
}
