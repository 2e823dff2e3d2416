import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../src/domain/time.ts';
import { openStore } from '../../src/store/open.ts';
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
