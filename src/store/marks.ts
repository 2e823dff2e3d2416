import type { Marks } from '../meeting/ports.ts';
import type { Db } from './db.ts';

export function createMarks(db: Db): Marks {
  return {
    async once(key, at) {
      const { numInsertedOrUpdatedRows } = await db.tx((sql) =>
        sql
          .insertInto('marks')
          .values({ key, at })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .executeTakeFirstOrThrow(),
      );
      return Number(numInsertedOrUpdatedRows) > 0;
    },

    async has(key) {
      return (await db.read.selectFrom('marks').select('key').where('key', '=', key).executeTakeFirst()) !== undefined;
    },
  };
}
