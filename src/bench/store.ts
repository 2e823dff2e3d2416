/**
 * What the store costs: durable inserts beside a plain commit for each row in the same run, and the worker's way through
 * a backlog, whose claims must cost the same however long it is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'libsql';
import type { NewJob } from '../domain/job.ts';
import { createReceive } from '../queue/receive.ts';
import { Worker } from '../queue/worker.ts';
import { openStore, type Store } from '../store/open.ts';

const ROWS = 20_000;
/** Events that reach the door in one turn of the loop. */
const TOGETHER = 64;
const BACKLOG = 100_000;
const ROUNDS = 3;

const clock = { now: Date.now };
const dir = mkdtempSync(join(tmpdir(), 'bench-store-'));
const payload = { kind: 'message', text: '@_user_1 明天下午3点到4点半 周会', place: { chatId: 'oc_bench', kind: 'group' }, mentions: [] };
let files = 0;
const fresh = () => join(dir, `${files++}.db`);

const event = (n: number, lanes: number): NewJob => ({
  id: `om_${n.toString(36).padStart(8, '0')}`,
  lane: `oc_${n % lanes}`,
  kind: 'incoming',
  due: clock.now(),
  payload,
  repeat: 'ignore',
});

/** Rows per second. */
async function rate(rows: number, run: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await run();
  return (rows * 1000) / (performance.now() - began);
}

function plain(rows: number): () => void {
  const db = new Database(fresh());
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table jobs (id text primary key, lane text, kind text, due integer, payload text)');
  const insert = db.prepare('insert into jobs values (?, ?, ?, ?, ?) on conflict do nothing');
  return () => {
    for (let n = 0; n < rows; n++) {
      const { id, lane, kind, due } = event(n, 200);
      insert.run([id, lane, kind, due, JSON.stringify(payload)]);
    }
  };
}

async function received(store: Store, rows: number, lanes: number): Promise<void> {
  const receive = createReceive(store.jobs, () => {});
  for (let n = 0; n < rows; n += TOGETHER)
    await Promise.all(Array.from({ length: Math.min(TOGETHER, rows - n) }, (_, k) => receive([event(n + k, lanes)])));
}

async function fill(store: Store, lanes: number): Promise<void> {
  for (let n = 0; n < BACKLOG; n += 1000) await store.jobs.add(Array.from({ length: 1000 }, (_, k) => event(n + k, lanes)));
}

/** Microseconds of one claim of 50, and the worker's jobs per second, with `lanes` lanes of backlog. */
async function backlog(lanes: number, jobs: number): Promise<{ claim: number; rate: number }> {
  const store = await openStore(`file:${fresh()}`, clock);
  await fill(store, lanes);
  const claims: number[] = [];
  for (let n = 0; n < 20; n++) {
    const began = performance.now();
    const taken = await store.jobs.claim(50, 'bench');
    claims.push((performance.now() - began) * 1000);
    await store.jobs.finish(taken.map(({ id, attempt }) => ({ id, attempt, as: 'given_back' })));
  }
  let left = jobs;
  let finished = () => {};
  const enough = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const silent = () => {};
  const worker = new Worker({
    jobs: store.jobs,
    clock,
    run: async () => {
      if (--left === 0) finished();
    },
    onDead: silent,
    log: { info: silent, warn: silent, error: silent },
  });
  const perSecond = await rate(jobs, async () => {
    worker.start();
    await enough;
  });
  await worker.stop(10_000);
  await store.close();
  return { claim: median(claims), rate: perSecond };
}

/** Receives at a steady pace while the worker runs; how long an event waits until it is on disk. */
async function paced(perSecond: number, seconds: number): Promise<{ p50: number; p99: number; busy: number }> {
  const store = await openStore(`file:${fresh()}`, clock);
  const receive = createReceive(store.jobs, () => {});
  const waits: number[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  const total = perSecond * seconds;
  for (let n = 0; n < total; ) {
    const target = Math.min(total, Math.floor(((performance.now() - began) * perSecond) / 1000));
    for (; n < target; n++) {
      const at = performance.now();
      void receive([event(n, 200)]).then(() => waits.push(performance.now() - at));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await store.db.ping();
  const { user, system } = process.cpuUsage(cpu);
  const busy = (user + system) / 1000 / (performance.now() - began);
  await store.close();
  waits.sort((a, b) => a - b);
  return { p50: waits[waits.length >> 1]!, p99: waits[Math.floor(waits.length * 0.99)]!, busy };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

try {
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const store = await openStore(`file:${fresh()}`, clock);
    ours.push(await rate(ROWS, () => received(store, ROWS, 200)));
    await store.close();
    baseline.push(await rate(ROWS / 4, plain(ROWS / 4)));
  }
  const [mine, theirs] = [median(ours), median(baseline)];
  console.log(
    `store  durable insert ${whole(mine)} rows/s, ${TOGETHER} at a time  one commit a row ${whole(theirs)} rows/s  ratio ${(mine / theirs).toFixed(2)}`,
  );
  const pace = await paced(8000, 3);
  console.log(
    `store  8,000 events/s: on disk after ${pace.p50.toFixed(2)} ms (p50), ${pace.p99.toFixed(2)} ms (p99), ${(pace.busy * 100).toFixed(0)} % of a core`,
  );
  const many = await backlog(BACKLOG, 20_000);
  const few = await backlog(1, 2_000);
  console.log(
    `queue  backlog of ${whole(BACKLOG)} in as many lanes: claim of 50 ${whole(many.claim)} µs, worker ${whole(many.rate)} jobs/s`,
  );
  console.log(`queue  backlog of ${whole(BACKLOG)} in one lane: claim ${whole(few.claim)} µs, worker ${whole(few.rate)} jobs/s`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
