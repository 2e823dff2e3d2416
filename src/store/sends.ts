import type { Clock, Millis } from '../domain/time.ts';
import type { Db } from './db.ts';
import { hot } from './hot.ts';

/** What left for the platform under a key, kept over a crash. */
export interface Sends {
  /** Notes that it leaves now. @returns when it left before; null: it never did */
  begin(key: string): Promise<Millis | null>;
  /** It was refused, or never got there. */
  forget(key: string): Promise<void>;
}

export function createSends(db: Db, clock: Clock): Sends {
  return {
    async begin(key) {
      const at = clock.now();
      if ((await db.write((sql) => leave(sql, { key, at }))).length > 0) return null;
      return (await db.read.selectFrom('sends').select('at').where('key', '=', key).executeTakeFirst())?.at ?? null;
    },
    async forget(key) {
      await db.write((sql) => sql.deleteFrom('sends').where('key', '=', key).execute());
    },
  };
}

/** @returns nothing where it left before */
const leave = hot((sql, { key, at }: { key: string; at: Millis }) =>
  sql
    .insertInto('sends')
    .values({ key, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key'),
);
