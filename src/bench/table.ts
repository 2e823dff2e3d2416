/**
 * The bot beside node-sdk + express and a small bot that stores durably: one run, interleaved rounds, medians, as a table of
 * ratios, in twelve minutes. `npm run bench -- --quick` looks shortly, `--only book40` at one scenario; with
 * `BENCH_DATABASE_URL=postgres://…` the bot stores there. Linux: CPU and memory come from /proc, those of the bot alone.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { nextPush } from './load/push.ts';
import { type Latency, Stub } from './load/stub.ts';
import { type Kind, type Mode, Target } from './load/target.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const quick = values.quick;
const ROUNDS = Number(values.rounds ?? (quick ? 1 : 3));
const SECONDS = quick ? 3 : 5;
const WARM = quick ? 1 : 1.5;

const databaseUrl = process.env['BENCH_DATABASE_URL'];

const BOT: Kind = { name: 'bot', script: 'dist/main.js', ...(databaseUrl ? { databaseUrl } : {}) };
const EXPRESS: Kind = { name: 'express', script: 'dist/bench/peers/express.js' };
const DURABLE: Kind = { name: 'durable', script: 'dist/bench/peers/durable.js' };
const KINDS = [BOT, EXPRESS, DURABLE];

type Figures = Record<string, number>;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const sorted = (numbers: number[]): number[] => numbers.toSorted((a, b) => a - b);
const median = (numbers: number[]): number => at(sorted(numbers), 0.5);

/** As fast as 32 connections go. */
async function saturate(target: Target, seconds: number): Promise<Figures> {
  let acked = 0;
  let counting = false;
  let on = true;
  const connection = async (): Promise<void> => {
    while (on) {
      const status = await target.send(nextPush()).catch(() => 0);
      if (counting && status === 200) acked += 1;
    }
  };
  const all = Array.from({ length: 32 }, connection);
  await pause(WARM * 1000);
  const [cpu, from] = [target.cpu(), performance.now()];
  counting = true;
  await pause(seconds * 1000);
  counting = false;
  const took = performance.now() - from;
  const used = target.cpu() - cpu;
  on = false;
  await Promise.all(all);
  return { 'acks/s': acked / (took / 1000), 'CPU ms': used / Math.max(1, acked), 'peak MB': target.memory().peak };
}

/** At its own pace, whatever the target does: latency counts from when an event was meant to leave. */
async function push(target: Target, stub: Stub, o: { rate: number; poisson: boolean; replies: boolean }): Promise<Figures> {
  const acks: number[] = [];
  const replies: number[] = [];
  const open = new Map<string, number>();
  stub.onReply = (id) => {
    const from = open.get(id);
    if (from !== undefined) replies.push(performance.now() - from);
    open.delete(id);
  };
  const pending: Promise<unknown>[] = [];
  const start = performance.now() + 50;
  let due = start;
  let cpu = 0;
  let counted = 0;
  while (due < start + (WARM + SECONDS) * 1000) {
    due += (o.poisson ? -Math.log(1 - Math.random()) : 1) * (1000 / o.rate);
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const intended = due;
    const counts = intended >= start + WARM * 1000;
    if (counts && counted === 0) cpu = target.cpu();
    if (counts) counted += 1;
    const one = nextPush();
    if (counts && o.replies) open.set(one.messageId, intended);
    pending.push(
      target.send(one).then(
        (status) => counts && acks.push(status === 200 ? performance.now() - intended : 60_000),
        () => counts && acks.push(60_000),
      ),
    );
  }
  await Promise.all(pending);
  for (let n = 0; open.size > 0 && n < 150; n += 1) await pause(100);
  const [ack, reply] = [sorted(acks), sorted(replies)];
  return {
    'ack p50': at(ack, 0.5),
    'ack p99': at(ack, 0.99),
    'over 3 s': ack.filter((ms) => ms > 3000).length,
    ...(o.replies ? { 'reply p50': at(reply, 0.5), 'reply p99': at(reply, 0.99), unanswered: open.size } : {}),
    'CPU ms': (target.cpu() - cpu) / Math.max(1, counted),
  };
}

interface Scenario {
  name: string;
  mode: Mode;
  latency: Latency;
  run(target: Target, stub: Stub, first: number): Promise<Figures>;
}

const NONE: Latency = { apply: 0, reply: 0 };
const REAL: Latency = { apply: 250, reply: 140 };

const booked = (rate: number): Scenario => ({
  name: `book${rate}`,
  mode: 'async',
  latency: REAL,
  run: (target, stub) => push(target, stub, { rate, poisson: false, replies: true }),
});

const START: Scenario['run'] = async (target, _, first) => {
  const cpu = target.cpu();
  await pause(quick ? 1000 : 2000);
  return { 'first ack': first, 'start CPU': cpu, 'idle MB': target.memory().now };
};

const SCENARIOS: Scenario[] = [
  {
    name: 'start',
    mode: 'ack',
    latency: NONE,
    run: START,
  },
  { name: 'saturated', mode: 'ack', latency: NONE, run: (target) => saturate(target, SECONDS) },
  { name: 'ack500', mode: 'ack', latency: NONE, run: (target, stub) => push(target, stub, { rate: 500, poisson: true, replies: false }) },
  booked(20),
  booked(40),
  {
    name: 'slow',
    mode: 'sync',
    latency: { apply: 4000, reply: 140 },
    run: (target, stub) => push(target, stub, { rate: 20, poisson: false, replies: false }),
  },
];

async function measure(kind: Kind, { mode, latency, run }: Scenario): Promise<Figures> {
  const stub = new Stub();
  stub.latency = latency;
  const target = await Target.start(kind, await stub.listen(), mode);
  try {
    const first = await target.firstAck();
    if (mode !== 'sync' && run !== START) await warmUp(target);
    return await run(target, stub, first);
  } finally {
    await target.stop();
    stub.close();
  }
}

/** Code that ran a few hundred times runs as it will run from then on. */
async function warmUp(target: Target): Promise<void> {
  for (let n = 0; n < (quick ? 10 : 20); n += 1)
    await Promise.all(Array.from({ length: 10 }, () => target.send(nextPush()).catch(() => 0)));
  await pause(quick ? 1500 : 7000);
}

const shown = (value: number): string => (!Number.isFinite(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function row(name: string, figure: string, all: Map<string, Figures[]>): string {
  const of = (kind: Kind): number => median((all.get(kind.name) ?? []).map((one) => one[figure] ?? Number.NaN));
  const cells = KINDS.map((kind) => shown(of(kind)));
  const ratios = [EXPRESS, DURABLE].map((peer) => `${shown(of(BOT) / of(peer))} ×`);
  return `| ${[name, figure, ...cells, ...ratios].join(' | ')} |`;
}

async function table(): Promise<void> {
  console.log(
    '| scenario | figure (times in ms) | bot | express | durable | bot / express | bot / durable |\n|---|---|--:|--:|--:|--:|--:|',
  );
  for (const scenario of SCENARIOS.filter(({ name }) => values.only === undefined || name === values.only)) {
    const all = new Map<string, Figures[]>(KINDS.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed()) all.get(kind.name)!.push(await measure(kind, scenario));
    for (const figure of Object.keys(all.get(BOT.name)![0]!)) console.log(row(scenario.name, figure, all));
  }
}

await table();
