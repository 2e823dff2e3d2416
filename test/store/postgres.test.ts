import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { Clock } from '../../src/domain/time.ts';
import { openStore } from '../../src/store/open.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';
import { storeContract } from './contract.ts';
import type { Driver } from './drivers.ts';

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
});
