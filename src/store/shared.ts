import type { Clock, Millis } from '../domain/time.ts';
import type { Db } from './db.ts';
import { hot, hotRead } from './hot.ts';

/** Small things that all processes at this store use together; nothing in here is read without its key. */
export interface Shared {
  get(key: string): Promise<string | null>;
  put(key: string, data: string): Promise<void>;
}

export function createShared(db: Db, clock: Clock): Shared {
  const read = hotRead(db, (sql, { key }: { key: string }) => sql.selectFrom('shared').select('data').where('key', '=', key));
  return {
    async get(key) {
      return (await read({ key }))[0]?.data ?? null;
    },
    async put(key, data) {
      const at = clock.now();
      await db.write((sql) => write(sql, { key, data, at }));
    },
  };
}

const write = hot((sql, { key, data, at }: { key: string; data: string; at: Millis }) =>
  sql
    .insertInto('shared')
    .values({ key, data, at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ data, at })),
);
