import type { Marks } from '../meeting/ports/memory.ts';
import type { Db } from './db.ts';
import { hot, hotRead } from './hot.ts';

export function createMarks(db: Db): Marks {
  const read = hotRead(db, (sql, { key }: { key: string }) => sql.selectFrom('marks').select('key').where('key', '=', key));
  return {
    async once(key, at) {
      // As a rule it is there already: a look costs less than a commit.
      if ((await read({ key })).length > 0) return false;
      return (await db.write((sql) => mark(sql, { key, at }))).length > 0;
    },

    async has(key) {
      return (await read({ key })).length > 0;
    },

    async put(key, at) {
      await db.write((sql) => mark(sql, { key, at }));
    },
  };
}

/** @returns nothing where it was there already */
const mark = hot((sql, { key, at }: { key: string; at: number }) =>
  sql
    .insertInto('marks')
    .values({ key, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key'),
);
