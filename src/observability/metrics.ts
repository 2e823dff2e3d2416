import { performance } from 'node:perf_hooks';
import { counter, gauge, gauges, head, histogram } from './prometheus.ts';

/** What the store says of itself, as it is now. */
export interface StoreState {
  /** Due and not being worked on. */
  waiting: number;
  running: number;
  /** Due some time in the future: what a meeting's card shows next, the end of its number, another try. */
  later: number;
  /** Dead letters. */
  dead: number;
  /** Milliseconds since what waits longest was due; 0 where nothing waits. */
  oldest: number;
  /** Meetings that are not over and done with, and series, by state. */
  meetings: Readonly<Record<string, number>>;
  series: Readonly<Record<string, number>>;
}

export interface Metrics {
  event(type: string, outcome: string): void;
  refused(status: number): void;
  /** Seconds from the request to its answer. */
  acked(seconds: number): void;
  /** Seconds from an event on disk to its first answer; `kind`: message or press. */
  answered(kind: string, seconds: number): void;
  job(kind: string, outcome: string): void;
  /** One call to the platform; `code` is Feishu's or `ok`. `took`, `waited`: seconds on the way, and before it under the limits. */
  call(api: string, code: number | string, took: number, waited: number): void;
  /** Seconds that a reminder left after its time. */
  reminded(late: number): void;
  /** A turn of the long connection: up, lost, dead, refused. */
  connection(turn: string): void;
  /** Seconds that the longest overdue poll of a meeting was late. */
  polled(late: number): void;
  /** The same, as it was last; null before the first poll. */
  pollDelay(): number | null;
  /** Where the store's state is read when somebody asks for the metrics. */
  storeFrom(read: () => Promise<StoreState> | StoreState): void;
  /** Prometheus text format 0.0.4. */
  text(): Promise<string>;
}

const ACK_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const ANSWER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WAIT_BUCKETS = [0.001, 0.01, 0.1, 0.5, 1, 5, 15, 60];
const LATE_BUCKETS = [1, 5, 15, 30, 60, 120, 300, 600];
/** The call that redraws a card. */
const PATCH = 'im.message.patch';

/** Everything that is counted: README, "Metrics". */
export function createMetrics(): Metrics {
  const events = counter('feishu_bot_events_total', 'Events that came in, by type and outcome.', ['type', 'outcome']);
  const refused = counter('feishu_bot_requests_refused_total', 'Webhook requests refused, by HTTP status.', ['status']);
  const jobs = counter('feishu_bot_jobs_total', 'Jobs worked on, by kind and outcome.', ['kind', 'outcome']);
  const calls = counter('feishu_bot_platform_calls_total', 'Calls to the platform, by API and code.', ['api', 'code']);
  const patched = counter('feishu_bot_cards_patched_total', 'Cards redrawn in place, by outcome.', ['code']);
  const acks = histogram('feishu_bot_ack_seconds', 'Time from an event request to its answer.', ACK_BUCKETS);
  const answers = histogram('feishu_bot_answer_seconds', 'Time from an event on disk to its first answer.', ANSWER_BUCKETS, 'kind');
  const took = histogram('feishu_bot_platform_call_seconds', 'Time of a call to the platform, by API.', CALL_BUCKETS, 'api');
  const waits = histogram('feishu_bot_limiter_wait_seconds', 'Time that calls waited under the limits of the platform.', WAIT_BUCKETS);
  const late = histogram('feishu_bot_reminder_late_seconds', 'How long after their time reminders left.', LATE_BUCKETS);
  const turns = counter('feishu_bot_connection_turns_total', 'Turns of the long connection; up after the first is a reconnect.', ['turn']);
  let pollDelay: number | null = null;
  let connected: boolean | undefined;
  let readStore: (() => Promise<StoreState> | StoreState) | undefined;

  return {
    event: (type, outcome) => events.inc(type, outcome),
    refused: (status) => refused.inc(String(status)),
    acked: (seconds) => acks.observe(seconds),
    answered: (kind, seconds) => answers.observe(seconds, kind),
    job: (kind, outcome) => jobs.inc(kind, outcome),
    call(api, code, seconds, waited) {
      calls.inc(api, String(code));
      took.observe(seconds, api);
      waits.observe(waited);
      if (api === PATCH) patched.inc(String(code));
    },
    reminded: (seconds) => late.observe(seconds),
    connection: (turn) => {
      turns.inc(turn);
      connected = turn === 'up';
    },
    polled: (seconds) => {
      pollDelay = seconds;
    },
    pollDelay: () => pollDelay,
    storeFrom: (read) => {
      readStore = read;
    },
    text: async () => {
      let text = [events, refused, acks, answers, jobs, calls, took, waits, patched, late].map((one) => one.text()).join('');
      if (connected !== undefined)
        text += turns.text() + gauge('feishu_bot_connection_up', 'Whether the long connection is up.', Number(connected));
      if (pollDelay !== null)
        text += gauge('feishu_bot_poll_delay_seconds', 'How long overdue the last polls of running meetings were.', pollDelay);
      try {
        const state = await readStore?.();
        if (state !== undefined) text += storeText(state);
      } catch {
        // A store in trouble is no reason to hide the rest; it shows in /readyz.
      }
      return text + processText();
    },
  };
}

const storeText = ({ waiting, running, later, dead, oldest, meetings, series }: StoreState): string =>
  gauge('feishu_bot_queue_depth', 'Jobs that are due and wait.', waiting) +
  gauge('feishu_bot_queue_age_seconds', 'How long the job that waits longest has been due.', oldest / 1000) +
  gauge('feishu_bot_jobs_running', 'Jobs that are being worked on.', running) +
  gauge('feishu_bot_jobs_scheduled', 'Jobs whose time is yet to come.', later) +
  gauge('feishu_bot_dead_letters', 'Jobs that were given up.', dead) +
  gauges('feishu_bot_meetings', 'Meetings whose number is still valid, by state.', 'state', meetings) +
  gauges('feishu_bot_series', 'Series, by state.', 'state', series);

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
