import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { NewJob } from '../../src/domain/job.ts';
import type { Clock } from '../../src/domain/time.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';
import { storeContract } from './contract.ts';
import { retentionContract } from './contract-retention.ts';
import type { Driver } from './drivers.ts';
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
  retentionContract(driver);
  severalContract(async (count, clock) => {
    const url = await server.freshUrl();
    // All at the same time: one of them brings the empty database up to date.
    const stores = await Promise.all(Array.from({ length: count }, () => openStore(url, clock, { keepClock: true })));
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
    return stores;
  });

  it('lets no two transactions wait for each other, whatever is added and worked off at once', async () => {
    const url = await server.freshUrl();
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
