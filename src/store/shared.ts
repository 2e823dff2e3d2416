import type { Clock } from '../domain/time.ts';
import type { Db } from './db.ts';

/** Small things that all processes at this store use together; nothing in here is read without its key. */
export interface Shared {
  get(key: string): Promise<string | null>;
  put(key: string, data: string): Promise<void>;
}

export function createShared(db: Db, clock: Clock): Shared {
  return {
    async get(key) {
      return (await db.read.selectFrom('shared').select('data').where('key', '=', key).executeTakeFirst())?.data ?? null;
    },
    async put(key, data) {
      const row = { data, at: clock.now() };
      await db.tx((sql) =>
        sql
          .insertInto('shared')
          .values({ key, ...row })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
          .execute(),
      );
    },
  };
}
