/**
 * One, two and four instances at one PostgreSQL: how many events a second they acknowledge, and how many jobs a second they
 * work off, the platform's limits aside. `BENCH_DATABASE_URL=postgres://… node dist/bench/instances.js`, on a quiet machine.
 * Each count has a schema of its own and is measured in turn, three times; exit 1 where four do clearly less than two.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { NewJob } from '../domain/job.ts';
import { Worker } from '../queue/worker.ts';
import { openStore } from '../store/open.ts';
import { freshSchema } from './load/fresh-schema.ts';

const COUNTS = [1, 2, 4];
const ROUNDS = 3;
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 20_000);
const LANES = 500;
/** Events that are at the doors of all instances at the same time. */
const TOGETHER = 64;
/** Less than this part of it is not the noise of a measurement. */
const CLEARLY = 0.9;

interface Share {
  url: string;
  first: number;
  events: number;
  together: number;
}

/** Due at once, as what comes to the doors. This machine's time may be ahead of the database's, and a job for later takes a slower way in. */
const event = (n: number): NewJob => ({
  id: `om_${n}`,
  lane: `oc_${n % LANES}`,
  kind: 'incoming',
  due: 0,
  payload: { kind: 'message', text: '@_user_1 明天下午3点到4点半 周会', place: { chatId: 'oc_bench', kind: 'group' }, mentions: [] },
  repeat: 'ignore',
});

/** One instance: takes its share of the events in, then works off what there is until nothing is left. */
async function instance({ url, first, events, together }: Share): Promise<void> {
  const store = await openStore(url, { now: Date.now });
  process.send?.('open');
  await once(process, 'message');
  let next = first;
  const feed = async (): Promise<void> => {
    while (next < first + events) await store.jobs.add([event(next++)]);
  };
  await Promise.all(Array.from({ length: together }, feed));
  process.send?.('in');
  await once(process, 'message');
  let done = 0;
  const worker = new Worker({
    jobs: store.jobs,
    clock: store.clock,
    log: { info() {}, warn() {}, error() {} },
    run: async () => void done++,
    onDead() {},
  });
  worker.start();
  // Others may still run what is left; whoever asked for it all the time would hold them up.
  do {
    await worker.idle();
    await pause(20);
  } while ((await store.jobs.count()).waiting > 0);
  await worker.stop(5000);
  await store.close();
  process.send?.(done);
  process.disconnect();
}

/** Events and jobs a second. */
async function measure(url: string, count: number, round: number): Promise<{ taken: number; worked: number }> {
  const schema = await freshSchema(url, `bench_${process.pid}_${count}_${round}`);
  const share = Math.floor(EVENTS / count);
  const children = Array.from({ length: count }, (_, n) => {
    const given: Share = { url: schema.url, first: n * share, events: share, together: TOGETHER / count };
    return fork(fileURLToPath(import.meta.url), [JSON.stringify(given)]);
  });
  const all = () => Promise.all(children.map(async (child) => ((await once(child, 'message')) as [unknown])[0]));
  const go = async (): Promise<{ seconds: number; said: unknown[] }> => {
    const began = performance.now();
    for (const child of children) child.send('go');
    const said = await all();
    return { seconds: (performance.now() - began) / 1000, said };
  };
  await all();
  const taking = await go();
  const working = await go();
  const done = working.said.reduce<number>((sum, one) => sum + Number(one), 0);
  await schema.drop();
  if (done !== share * count) throw new Error(`${done} jobs were done where ${share * count} were to do`);
  return { taken: (share * count) / taking.seconds, worked: done / working.seconds };
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
await (given === undefined ? main() : instance(JSON.parse(given) as Share));
