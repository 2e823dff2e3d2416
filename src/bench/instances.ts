/**
 * One, two and four instances at one PostgreSQL: how many events a second they acknowledge, and how many jobs a second they
 * work off, the platform's limits aside. `BENCH_DATABASE_URL=postgres://… node dist/bench/instances.js`, on a quiet machine.
 * Each count has a schema of its own and is measured in turn, three times; exit 1 where four do clearly less than two.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { NewJob } from '../domain/job.ts';
import { Worker } from '../queue/worker.ts';
import { openStore, type Store } from '../store/open.ts';
import { freshSchema } from './load/fresh-schema.ts';

const COUNTS = [1, 2, 4];
const ROUNDS = 3;
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 20_000);
/** Each instance takes and works off so many before it is measured: what runs for weeks is compiled by then. */
const WARM = 10_000;
const LANES = 500;
/** Events that are at the doors of all instances at the same time. */
const TOGETHER = Number(process.env['BENCH_TOGETHER'] ?? 64);
/** How often an instance tells what it has done. */
const TELLS_MS = 10;
/** Less than this part of it is not the noise of a measurement. */
const CLEARLY = 0.9;

type Order = { what: 'take'; first: number; events: number; together: number } | { what: 'work' } | { what: 'rest' };
type Said = 'open' | 'taken' | 'rests' | { done: number };

/** Due at once, as what comes to the doors. This machine's time may be ahead of the database's, and a job for later takes a slower way in. */
const event = (n: number): NewJob => ({
  id: `om_${n}`,
  lane: `oc_${n % LANES}`,
  kind: 'incoming',
  due: 0,
  payload: { kind: 'message', text: '@_user_1 明天下午3点到4点半 周会', place: { chatId: 'oc_bench', kind: 'group' }, mentions: [] },
  repeat: 'ignore',
});

/** One instance does what it is told, until nobody is there to tell. */
async function instance(url: string): Promise<void> {
  const store = await openStore(url, { now: Date.now });
  const say = (said: Said): void => void process.send?.(said);
  let rest = async (): Promise<void> => {};
  process.on('message', async (order: Order) => {
    if (order.what === 'take') await take(store, order).then(() => say('taken'));
    if (order.what === 'work') rest = work(store, (done) => say({ done }));
    if (order.what === 'rest') await rest().then(() => say('rests'));
  });
  process.once('disconnect', () => void store.close());
  say('open');
}

async function take({ jobs }: Store, { first, events, together }: { first: number; events: number; together: number }): Promise<void> {
  let next = first;
  const feed = async (): Promise<void> => {
    while (next < first + events) await jobs.add([event(next++)]);
  };
  await Promise.all(Array.from({ length: together }, feed));
}

/** @returns ends it */
function work({ jobs, clock }: Store, tell: (done: number) => void): () => Promise<void> {
  let done = 0;
  const telling = setInterval(() => {
    if (done > 0) tell(done);
    done = 0;
  }, TELLS_MS);
  const worker = new Worker({ jobs, clock, log: { info() {}, warn() {}, error() {} }, run: async () => void done++, onDead() {} });
  worker.start();
  return async () => {
    await worker.stop(5000);
    clearInterval(telling);
    if (done > 0) tell(done);
  };
}

/** All instances of one measurement, told what to do at the same time. */
class Instances {
  private readonly children: ChildProcess[];

  constructor(url: string, count: number) {
    this.children = Array.from({ length: count }, () => fork(fileURLToPath(import.meta.url), [url]));
  }

  async open(): Promise<void> {
    await this.each('open');
  }

  async close(): Promise<void> {
    const gone = this.children.map((child) => once(child, 'exit'));
    for (const child of this.children) child.disconnect();
    await Promise.all(gone);
  }

  /** @returns seconds until all were acknowledged */
  async take(first: number, events: number): Promise<number> {
    const { length } = this.children;
    const began = performance.now();
    const share = events / length;
    this.children.forEach((child, n) => {
      child.send({ what: 'take', first: first + n * share, events: share, together: TOGETHER / length } satisfies Order);
    });
    await this.each('taken');
    return (performance.now() - began) / 1000;
  }

  /** @returns seconds until so many were done */
  async work(events: number): Promise<number> {
    const began = performance.now();
    let left = events;
    let end = (): void => {};
    const count = (said: Said): void => {
      if (typeof said === 'string') return;
      left -= said.done;
      if (left <= 0) end();
    };
    await new Promise<void>((resolve) => {
      end = resolve;
      for (const child of this.children) child.on('message', count).send({ what: 'work' } satisfies Order);
    });
    const seconds = (performance.now() - began) / 1000;
    for (const child of this.children) child.send({ what: 'rest' } satisfies Order);
    await this.each('rests');
    for (const child of this.children) child.off('message', count);
    if (left < 0) throw new Error(`${-left} jobs were done twice`);
    return seconds;
  }

  private async each(word: Said): Promise<void> {
    const heard = async (child: ChildProcess): Promise<void> => {
      while (((await once(child, 'message')) as [Said])[0] !== word);
    };
    await Promise.all(this.children.map(heard));
  }
}

/** Events and jobs a second. */
async function measure(url: string, count: number, round: number): Promise<{ taken: number; worked: number }> {
  const schema = await freshSchema(url, `bench_${process.pid}_${count}_${round}`);
  const instances = new Instances(schema.url, count);
  await instances.open();
  await instances.take(EVENTS, WARM * count);
  await instances.work(WARM * count);
  const taking = await instances.take(0, EVENTS);
  const working = await instances.work(EVENTS);
  await instances.close();
  await schema.drop();
  return { taken: EVENTS / taking, worked: EVENTS / working };
}

const best = (all: number[]): number => Math.round(Math.max(...all));

async function main(): Promise<void> {
  const url = process.env['BENCH_DATABASE_URL'];
  if (!url) throw new Error('set BENCH_DATABASE_URL=postgres://…');
  process.stdout.write(
    `${EVENTS} events in ${LANES} chats, the best of ${ROUNDS}; ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}\n`,
  );
  const taken = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
  const worked = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const count of COUNTS) {
      const rates = await measure(url, count, round);
      process.stderr.write(`${count}: ${Math.round(rates.taken)} acknowledged, ${Math.round(rates.worked)} worked off a second\n`);
      taken.get(count)?.push(rates.taken);
      worked.get(count)?.push(rates.worked);
    }
  const table = [taken, worked].map((rates) => COUNTS.map((count) => best(rates.get(count) ?? [])));
  for (const [n, name] of ['acknowledged a second', 'worked off a second'].entries())
    process.stdout.write(
      `${name}: ${COUNTS.map((count, at) => `${count} → ${table[n]![at]} (${(table[n]![at]! / table[n]![0]!).toFixed(2)}×)`).join(', ')}\n`,
    );
  process.exitCode = table.some(([, two, four]) => four! < two! * CLEARLY) ? 1 : 0;
}

const given = process.argv[2];
await (given === undefined ? main() : instance(given));
