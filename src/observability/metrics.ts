import { performance } from 'node:perf_hooks';

/** A queue's size as it is now. */
export interface QueueSize {
  /** Due and not being worked on. */
  waiting: number;
  running: number;
  /** Due some time in the future: what a meeting's card shows next, the end of its number, another try. */
  later: number;
  /** Dead letters. */
  dead: number;
}

export interface Metrics {
  event(type: string, outcome: string): void;
  refused(status: number): void;
  /** Seconds from the request to its answer. */
  acked(seconds: number): void;
  job(kind: string, outcome: string): void;
  /** One call to the platform; `code` is Feishu's, 0 = well. `took`, `waited`: seconds on the way, and before it under the limits. */
  call(api: string, code: number | string, took: number, waited: number): void;
  /** Seconds from an event on disk to its first answer. */
  answered(kind: string, seconds: number): void;
  /** A turn of the long connection: up, lost, dead, refused. */
  connection(turn: string): void;
  /** Seconds that the longest overdue poll of a meeting was late. */
  polled(late: number): void;
  /** The same, as it was last; null before the first poll. */
  pollDelay(): number | null;
  /** Where the queue's size is read when somebody asks for the metrics. */
  queueFrom(read: () => Promise<QueueSize> | QueueSize): void;
  /** Prometheus text format 0.0.4. */
  text(): Promise<string>;
}

const ACK_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Label values come from a closed world; should that ever fail, the memory stays bounded. */
const SERIES_LIMIT = 500;

/**
 * Counters of our own: prom-client costs 30 ms of start and 10 MB at rest, for a text format of three line shapes.
 */
export function createMetrics(): Metrics {
  const events = counter('feishu_bot_events_total', 'Events that came in, by type and outcome.', ['type', 'outcome']);
  const refused = counter('feishu_bot_requests_refused_total', 'Webhook requests refused, by HTTP status.', ['status']);
  const jobs = counter('feishu_bot_jobs_total', 'Jobs worked on, by kind and outcome.', ['kind', 'outcome']);
  const calls = counter('feishu_bot_platform_calls_total', 'Calls to the platform, by API and code.', ['api', 'code']);
  const acks = histogram('feishu_bot_ack_seconds', 'Time from an event request to its answer.', ACK_BUCKETS);
  const turns = counter('feishu_bot_connection_turns_total', 'Turns of the long connection; up after the first is a reconnect.', ['turn']);
  let late: number | null = null;
  let connected: boolean | undefined;
  let readQueue: (() => Promise<QueueSize> | QueueSize) | undefined;

  return {
    event: (type, outcome) => events.inc(type, outcome),
    refused: (status) => refused.inc(String(status)),
    acked: (seconds) => acks.observe(seconds),
    job: (kind, outcome) => jobs.inc(kind, outcome),
    call: (api, code, _took, _waited) => calls.inc(api, String(code)),
    answered: () => {},
    connection: (turn) => {
      turns.inc(turn);
      connected = turn === 'up';
    },
    polled: (seconds) => {
      late = seconds;
    },
    pollDelay: () => late,
    queueFrom: (read) => {
      readQueue = read;
    },
    text: async () => {
      let text = events.text() + refused.text() + jobs.text() + calls.text() + acks.text();
      if (connected !== undefined)
        text += turns.text() + gauge('feishu_bot_connection_up', 'Whether the long connection is up.', Number(connected));
      if (late !== null) text += gauge('feishu_bot_poll_delay_seconds', 'How long overdue the last polls of running meetings were.', late);
      try {
        const size = await readQueue?.();
        if (size !== undefined) {
          text += gauge('feishu_bot_queue_depth', 'Jobs that are due and wait.', size.waiting);
          text += gauge('feishu_bot_jobs_running', 'Jobs that are being worked on.', size.running);
          text += gauge('feishu_bot_jobs_scheduled', 'Jobs whose time is yet to come.', size.later);
          text += gauge('feishu_bot_dead_letters', 'Jobs that were given up.', size.dead);
        }
      } catch {
        // A store in trouble is no reason to hide the rest; it shows in /readyz.
      }
      return text + processText();
    },
  };
}

function counter(name: string, help: string, labels: string[]) {
  const series = new Map<string, number>();
  return {
    inc(...values: string[]): void {
      let key = labels.map((label, i) => `${label}="${escapeLabel(values[i] ?? '')}"`).join(',');
      if (!series.has(key) && series.size >= SERIES_LIMIT) key = labels.map((label) => `${label}="other"`).join(',');
      series.set(key, (series.get(key) ?? 0) + 1);
    },
    text: () => head(name, help, 'counter') + [...series].map(([key, value]) => `${name}{${key}} ${value}\n`).join(''),
  };
}

function histogram(name: string, help: string, bounds: number[]) {
  const counts = new Array<number>(bounds.length).fill(0);
  let sum = 0;
  let count = 0;
  return {
    observe(value: number): void {
      sum += value;
      count++;
      const i = bounds.findIndex((bound) => value <= bound);
      if (i >= 0) counts[i]!++;
    },
    text(): string {
      let text = head(name, help, 'histogram');
      let below = 0;
      for (const [i, bound] of bounds.entries()) {
        below += counts[i]!;
        text += `${name}_bucket{le="${bound}"} ${below}\n`;
      }
      return `${text}${name}_bucket{le="+Inf"} ${count}\n${name}_sum ${sum}\n${name}_count ${count}\n`;
    },
  };
}

const head = (name: string, help: string, type: string): string => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

const gauge = (name: string, help: string, value: number): string => `${head(name, help, 'gauge')}${name} ${value}\n`;

const escapeLabel = (value: string): string => value.slice(0, 100).replace(/["\\\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));

/** The names that every Prometheus client gives to these. */
function processText(): string {
  const { user, system } = process.cpuUsage();
  const cpu = 'process_cpu_seconds_total';
  return (
    gauge('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()) +
    gauge('process_start_time_seconds', 'Start of the process, Unix time.', performance.timeOrigin / 1000) +
    `${head(cpu, 'User and system time.', 'counter')}${cpu} ${(user + system) / 1e6}\n`
  );
}
