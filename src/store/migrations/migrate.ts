import { sql } from 'kysely';
import type { Db, Sql } from '../db.ts';
import { StoreError } from '../error.ts';
import { queue } from './001-queue.ts';
import { book } from './002-book.ts';
import { arrivals } from './003-arrivals.ts';
import { conversations } from './004-conversations.ts';
import { sharedWork } from './007-shared-work.ts';
import { series } from './008-series.ts';
import { live } from './009-live.ts';
import { audit } from './010-audit.ts';
import { traces } from './011-traces.ts';
import { ages } from './012-ages.ts';
import { lines } from './013-lines.ts';
import { seriesLastDay } from './015-series-last-day.ts';
import type { Step } from './step.ts';

export const STEPS: readonly Step[] = [
  queue,
  book,
  arrivals,
  conversations,
  sharedWork,
  series,
  live,
  audit,
  traces,
  ages,
  lines,
  seriesLastDay,
];

/**
 * Steps only add, so a version that knows this many works beside a store that has more: during an upgrade old and new
 * instances run side by side. Raised when a step is added that older versions cannot live with.
 */
const OLDEST = 5;
const OLDEST_KEY = 'schema:oldest';

/**
 * Brings the tables to the newest step: all that are missing, or none.
 * @param name what the person who runs the bot calls this store
 * @throws StoreError `newer` when a later version of the bot wrote it, `foreign` when it is somebody else's
 */
export function migrate(db: Db, name: string, now: number, steps: readonly Step[] = STEPS): Promise<void> {
  return db.alone(() => takeSteps(db, name, now, steps));
}

/**
 * For who looks in from beside: the store is of this version.
 * @throws StoreError `newer`, `older` or `foreign`
 */
export async function checkSteps(db: Db, name: string): Promise<void> {
  if (!(await db.tables()).includes('schema_steps'))
    throw new StoreError('foreign', `${name} is not a store of the bot. Name another one in DATABASE_URL`);
  const last = await lastStep(db);
  if (last > STEPS.length) await refuseTooOld(db, name, last, STEPS.length);
  if (last < STEPS.length)
    throw new StoreError('older', `${name} was written by an older version of the bot. Start the bot once, it brings it up to date`);
}

async function lastStep(db: Db): Promise<number> {
  const { last } = await db.read
    .selectFrom('schema_steps')
    .select((eb) => eb.fn.coalesce(eb.fn.max('step'), sql.lit(0)).as('last'))
    .executeTakeFirstOrThrow();
  return last;
}

const newer = (name: string, last: number, known: number) =>
  new StoreError(
    'newer',
    `${name} was written by a newer version of the bot (schema ${last}, this one knows ${known}). Start that version, or choose another store in DATABASE_URL`,
  );

async function takeSteps(db: Db, name: string, now: number, steps: readonly Step[]): Promise<void> {
  const tables = await db.tables();
  const known = tables.includes('schema_steps');
  if (!known && tables.length > 0)
    throw new StoreError(
      'foreign',
      `${name} belongs to another program (it holds the table ${tables[0]}). Choose another one in DATABASE_URL`,
    );
  const last = known ? await lastStep(db) : 0;
  if (last > steps.length) return refuseTooOld(db, name, last, steps.length);
  if (known && last === steps.length) return;
  await db.tx(async (sql) => {
    if (!known) await createSteps(sql);
    for (const [index, step] of steps.entries()) {
      if (index < last) continue;
      await step(sql, db.serial);
      await sql
        .insertInto('schema_steps')
        .values({ step: index + 1, done_at: now })
        .execute();
    }
    if (steps.length >= OLDEST) await sayOldest(sql, now);
  });
}

const createSteps = (sql: Sql): Promise<void> =>
  sql.schema
    .createTable('schema_steps')
    .addColumn('step', 'integer', (column) => column.primaryKey())
    .addColumn('done_at', 'bigint', (column) => column.notNull())
    .execute();

async function sayOldest(sql: Sql, at: number): Promise<void> {
  const row = { data: String(OLDEST), at };
  await sql
    .insertInto('shared')
    .values({ key: OLDEST_KEY, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}

/** @throws StoreError `newer` when the version that wrote the store does not work beside this one */
async function refuseTooOld(db: Db, name: string, last: number, known: number): Promise<void> {
  const row = await db.read.selectFrom('shared').select('data').where('key', '=', OLDEST_KEY).executeTakeFirst();
  if (row === undefined || Number(row.data) > known) throw newer(name, last, known);
}
