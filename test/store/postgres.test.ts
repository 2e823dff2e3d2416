import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { NewJob } from '../../src/domain/job.ts';
import type { Clock } from '../../src/domain/time.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { until } from '../helpers/line.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';
import { storeContract } from './contract.ts';
import { goingOnContract } from './contract-going-on.ts';
import { retentionContract } from './contract-retention.ts';
import type { Driver } from './drivers.ts';
import { meetingAt } from './meetings.ts';
import { severalContract } from './several.ts';

describe.skipIf(missingPostgres !== null)(missingPostgres ?? 'on PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  const driver: Driver = {
    name: 'postgres',
    shared: true,
    async open(clock: Clock) {
      const url = await server.freshUrl();
      let store = await openStore(url, clock, { keepClock: true });
      onTestFinished(() => store.close());
      return {
        store,
        async reopen() {
          await store.close();
          store = await openStore(url, clock, { keepClock: true });
          return store;
        },
      };
    },
  };

  storeContract(driver);
  goingOnContract(driver);
  retentionContract(driver);
  severalContract(async (count, clock) => {
    const url = await server.freshUrl();
    // All at the same time: one of them brings the empty database up to date.
    const stores = await Promise.all(Array.from({ length: count }, () => openStore(url, clock, { keepClock: true })));
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
    return stores;
  });

  it('lets no two transactions wait for each other, whatever is added and worked off at once', async () => {
    const there = new URL(await server.freshUrl());
    const maker = new pg.Client({ connectionString: there.href });
    await maker.connect();
    // A database of its own: the server counts deadlocks by database, and late.
    const name = `locks_${process.pid}_${Date.now()}`;
    await maker.query(`create database ${name}`);
    const { href: url } = Object.assign(there, { pathname: `/${name}`, search: '' });
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    const deadlocks = async (): Promise<unknown[]> =>
      (await reader.query('select deadlocks from pg_stat_database where datname = current_database()')).rows;
    const before = await deadlocks();
    const stores = await Promise.all(Array.from({ length: 3 }, () => openStore(url, { now: Date.now })));
    const job = (n: number, repeat: NewJob['repeat'], name = n): NewJob => ({
      ...{ id: `${repeat}_${name}`, lane: `oc_${(name * 7) % 31}`, kind: 'redraw', due: Date.now(), payload: n, repeat },
    });
    const add = async (store: Store, from: number): Promise<void> => {
      for (let n = from; n < from + 300; n += 6)
        await store.jobs.add([...Array(6).keys()].map((k) => (n % 4 < 2 ? job(n + k, 'ignore') : job(n, 'rearm', (n * 5 + k) % 40))));
    };
    const work = async (store: Store, holder: string): Promise<void> => {
      for (let idle = 0; idle < 5; ) {
        const claimed = await store.jobs.claim(20, holder);
        idle = claimed.length === 0 ? idle + 1 : 0;
        await store.jobs.renew([...new Set(claimed.map(({ lane }) => lane))].reverse(), holder);
        await store.jobs.finish(claimed.map(({ id, attempt }) => ({ id, attempt, as: 'done' as const })).reverse());
      }
    };
    await Promise.all(stores.flatMap((store, n) => [add(store, n * 300), work(store, `w${n}`), work(store, `v${n}`)]));
    // What a connection counted is told at the latest when it ends.
    await Promise.all(stores.map((store) => store.close()));
    expect(await deadlocks()).toEqual(before);
    await reader.end();
    await maker.query(`drop database ${name} with (force)`);
    await maker.end();
  });

  const arrived = (id: string): NewJob => ({ id, lane: 'oc_a', kind: 'incoming', due: 0, payload: {}, repeat: 'ignore' });
  /** Its connections bear this name: those of other tests may still be ending. */
  const named = async (name: string): Promise<string> => {
    const url = new URL(await server.freshUrl());
    url.searchParams.set('application_name', name);
    return url.href;
  };
  const adminAt = async (url: string): Promise<pg.Client> => {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    onTestFinished(() => admin.end());
    return admin;
  };

  it('refuses in words what it cannot take, keeps what was acknowledged, and goes on by itself', async () => {
    const url = await server.freshUrl();
    const store = await openStore(url, { now: Date.now });
    onTestFinished(() => store.close());
    const admin = await adminAt(url);
    await store.jobs.add([arrived('om_before')]);
    for (const [what, code, fault, words] of [
      ['a disk that is full there', '53100', 'full', /no room left/],
      ['a query that takes too long', '57014', 'busy', /longer than 15 s/],
      ['a standby', '25006', 'unwritable', /read-only/],
      ['rights that were taken away', '42501', 'denied', /does not let this user write/],
    ] as const) {
      await admin.query(`create function no() returns trigger language plpgsql as $$ begin raise 'no' using errcode = '${code}'; end $$`);
      for (const table of ['jobs', 'meetings', 'pulse'])
        await admin.query(`create trigger no before insert or update on ${table} for each row execute function no()`);
      const refused = { name: 'StoreError', fault, message: expect.stringMatching(words) };
      const tried = [() => store.jobs.add([arrived('om_1')]), () => store.db.ping()];
      for (const one of [...tried, () => store.meetings.add(meetingAt(Date.now()), 'om_1', [arrived('redraw')])])
        await expect(one(), what).rejects.toMatchObject(refused);
      await admin.query('drop function no cascade');
    }
    await store.jobs.add([arrived('om_1')]);
    expect((await store.jobs.claim(5, 'me')).map(({ id }) => id)).toEqual(['om_before']);
    expect(await store.meetings.get(meetingAt(Date.now()).id)).toBeNull();
  });

  it('bounds every query and every wait for a lock, and opens no more connections than it says', async () => {
    const url = await named('bounded');
    const store = await openStore(url, { now: Date.now });
    onTestFinished(() => store.close());
    const admin = await adminAt(await server.freshUrl());
    const told = async (name: string) => (await sql<Record<string, string>>`show ${sql.raw(name)}`.execute(store.db.read)).rows[0]![name];
    expect(await Promise.all(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'].map(told))).toEqual([
      '15s',
      '10s',
      '15s',
    ]);
    await Promise.all(Array.from({ length: 200 }, (_, n) => store.jobs.add([arrived(`om_${n}`)])));
    await Promise.all(
      Array.from({ length: 200 }, () => store.db.tx((handle) => handle.selectFrom('jobs').select('id').limit(1).execute())),
    );
    const { rows } = await admin.query(`select count(*)::int as n from pg_stat_activity where application_name = 'bounded'`);
    expect(rows[0].n).toBeLessThanOrEqual(17);
  });

  it('listens again where its line was cut, and hears what came meanwhile', async () => {
    const url = await named('listening');
    const stores = await Promise.all([openStore(url, { now: Date.now }), openStore(url, { now: Date.now })]);
    onTestFinished(() => Promise.all(stores.map((store) => store.close())).then(() => {}));
    const [one, other] = stores as [Store, Store];
    const admin = await adminAt(await server.freshUrl());
    let heard = 0;
    other.jobs.onAdded(() => heard++);
    const listening = async () =>
      (await admin.query(`select pid from pg_stat_activity where query like 'listen %' and application_name = 'listening'`)).rows as {
        pid: number;
      }[];
    const cut = await until(async () => ((await listening()).length === 2 ? listening() : null), 'both to listen');
    for (const { pid } of cut) await admin.query('select pg_terminate_backend($1)', [pid]);
    await one.jobs.add([arrived('om_1')]);
    heard = 0;
    await until(async () => heard > 0, 'it to look again');
    await until(async () => (await listening()).length === 2 || null, 'both to listen again');
    heard = 0;
    await one.jobs.add([arrived('om_2')]);
    await until(async () => heard > 0, 'it to hear');
  });

  it('refuses in words a server that a newer version wrote which does not work beside this one', async () => {
    const url = await server.freshUrl();
    await (await openStore(url, { now: Date.now })).close();
    const admin = await adminAt(url);
    await admin.query(`insert into schema_steps select max(step) + 1, 0 from schema_steps`);
    await (await openStore(url, { now: Date.now })).close();
    await admin.query(`update shared set data = '999' where key = 'schema:oldest'`);
    await expect(openStore(url, { now: Date.now })).rejects.toMatchObject({
      fault: 'newer',
      message: expect.stringContaining('newer version'),
    });
  });

  it.each([
    ['a user without rights', 'create role weak login', { username: 'weak' }, 'denied', /does not let this user write/],
    ['a database that is not there', null, { pathname: '/nowhere' }, 'denied', /no such database/],
    ['a server that is not there', null, { port: '1' }, 'unreachable', /cannot be reached/],
    ['a server without TLS', null, { search: '?sslmode=require' }, 'denied', /does not speak TLS/],
  ])('tells in words of %s', async (_, prepare, change, fault, words) => {
    const url = new URL(await server.freshUrl());
    if (prepare) {
      const admin = new pg.Client({ connectionString: url.href });
      await admin.connect();
      await admin.query(prepare);
      await admin.end();
    }
    Object.assign(url, change);
    const error: unknown = await openStore(url.href, { now: Date.now }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'StoreError', message: expect.stringMatching(words) });
    expect(error).toMatchObject({ fault });
    expect(String((error as Error).message)).not.toContain('weak');
  });
});
