/** Behind a pooler that hands out a connection for each transaction: no LISTEN, no session, and it works all the same. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Worker } from '../../src/queue/worker.ts';
import { openStore } from '../../src/store/open.ts';
import { freePort } from '../helpers/free-port.ts';
import { until } from '../helpers/line.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';

const BINARY = '/usr/sbin/pgbouncer';
const missing =
  missingPostgres ?? (process.env['TEST_DATABASE_URL'] ? 'the server is not ours' : existsSync(BINARY) ? null : 'no PgBouncer installed');

describe.skipIf(missing !== null)(missing ?? 'PgBouncer in transaction mode', () => {
  let server: Postgres;
  let pooler: ChildProcess;
  let dir: string;
  let url: string;

  beforeAll(async () => {
    server = await startPostgres();
    const { host, port } = new URL(await server.freshUrl());
    const admin = new pg.Client({ connectionString: `postgres://bot@${host}/postgres` });
    await admin.connect();
    await admin.query('create database pooled');
    await admin.end();
    dir = mkdtempSync(join(tmpdir(), 'bot-pgbouncer-'));
    chmodSync(dir, 0o755);
    const listen = await freePort();
    const ini = join(dir, 'pgbouncer.ini');
    writeFileSync(
      ini,
      `[databases]\n* = host=127.0.0.1 port=${port} user=bot\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${listen}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 5\n`,
    );
    const as = process.getuid?.() === 0 ? { uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: 65534 } : {};
    pooler = spawn(BINARY, [ini], { ...as, stdio: 'ignore' });
    url = `postgres://bot@127.0.0.1:${listen}/pooled`;
    await until(async () => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => {});
      await client.connect();
      await client.end();
      return true;
    }, 'the pooler');
  }, 180_000);
  afterAll(async () => {
    pooler?.kill();
    await server?.stop();
    if (dir) rmSync(dir, { recursive: true, force: true });
  });

  const clock = { now: Date.now };
  const quiet = { info() {}, warn() {}, error() {} };

  it('two instances start at once, share work, locks and limits, and find each other’s jobs', async () => {
    const stores = await Promise.all([openStore(url, clock), openStore(url, clock)]);
    const [one, other] = stores as [(typeof stores)[0], (typeof stores)[0]];
    onTestFinished(() => Promise.all(stores.map((store) => store.close())).then(() => {}));
    const ran: string[] = [];
    const worker = new Worker({
      jobs: other.jobs,
      clock: other.clock,
      log: quiet,
      onDead: () => {},
      run: async ({ id }) => void ran.push(id),
    });
    worker.start();
    onTestFinished(() => worker.stop(1000));
    const jobs = Array.from({ length: 60 }, (_, n) => ({
      id: `om_${n}`,
      lane: `oc_${n % 7}`,
      kind: 'incoming',
      due: 0,
      payload: { n },
      repeat: 'ignore' as const,
    }));
    await Promise.all(jobs.map((job) => one.jobs.add([job])));
    await until(async () => ran.length === 60, 'all of them to be run');
    expect(new Set(ran).size).toBe(60);
    const inside: number[] = [];
    let within = 0;
    await Promise.all(
      [one, other, one, other].map(({ locks }) =>
        locks.alone('meeting:m1', async () => {
          inside.push(++within);
          await new Promise((resolve) => setTimeout(resolve, 20));
          within -= 1;
        }),
      ),
    );
    expect(inside).toEqual([1, 1, 1, 1]);
    const rates = [{ calls: 50, per: 60_000 }];
    const granted = await Promise.all(Array.from({ length: 40 }, (_, n) => stores[n % 2]!.buckets.draw('api', rates, 3)));
    expect(granted.reduce((sum, answer) => sum + answer.granted, 0)).toBe(50);
  }, 180_000);
});
