/** The schema, in numbered steps. A step that was ever released is never edited: changes are further steps. */
import { sql } from 'kysely';
import type { Db, Sql } from './db.ts';
import { StoreError } from './error.ts';

export type Step = (db: Sql) => Promise<void>;

/** Jobs and lanes. */
const queue: Step = async ({ schema }) => {
  await schema
    .createTable('pulse')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('jobs')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('ready'))
    .addColumn('again', 'bigint')
    .addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('unfinished', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('payload', 'text')
    .addColumn('error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await schema
    .createIndex('jobs_open')
    .on('jobs')
    .columns(['lane', 'due', 'seq'])
    .where(sql.ref('state'), 'in', sql`('ready', 'running')`)
    .execute();
  await schema.createIndex('jobs_done').on('jobs').column('ended_at').where(sql.ref('state'), '=', sql.lit('done')).execute();
  await schema.createIndex('jobs_dead').on('jobs').column('ended_at').where(sql.ref('state'), '=', sql.lit('dead')).execute();
  await schema
    .createTable('lanes')
    .addColumn('lane', 'text', (column) => column.primaryKey().notNull())
    .addColumn('head_due', 'bigint')
    .addColumn('wake_at', 'bigint')
    .addColumn('holder', 'text')
    .execute();
  await schema.createIndex('lanes_wake').on('lanes').column('wake_at').execute();
  await schema.createIndex('lanes_held').on('lanes').column('holder').where(sql.ref('holder'), 'is not', null).execute();
};

/** Meetings and what people set. */
const book: Step = async (db) => {
  const { schema } = db;
  await schema
    .createTable('meetings')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('reserve_id', 'text', (column) => column.notNull())
    .addColumn('meeting_no', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('start_at', 'bigint', (column) => column.notNull())
    .addColumn('end_at', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('topic_key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('meetings_no').on('meetings').columns(['meeting_no', 'end_at']).execute();
  await schema.createIndex('meetings_chat').on('meetings').columns(['chat_id', 'end_at']).execute();
  await schema.createIndex('meetings_owner').on('meetings').columns(['owner_id', 'end_at']).execute();
  await schema
    .createTable('hosts')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('hosts_key', ['person_id', 'meeting_id'])
    .execute();
  await schema.createIndex('hosts_meeting').on('hosts').column('meeting_id').execute();
  await schema
    .createTable('cards')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('cards_meeting').on('cards').columns(['meeting_id', 'sent_at']).execute();
  await schema
    .createTable('attempts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('request', 'text')
    .addColumn('meeting_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('attempts_state').on('attempts').columns(['state', 'created_at']).execute();
  await schema
    .createTable('settings')
    .addColumn('owner_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('marks')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.insertInto('pulse').values({ id: 1, at: 0 }).execute();
};

/** What arrives is written first and put into its lane later. */
const arrivals: Step = async ({ schema }) => {
  await schema.createIndex('jobs_new').on('jobs').column('seq').where(sql.ref('state'), '=', sql.lit('new')).execute();
};

export const STEPS: readonly Step[] = [queue, book, arrivals];

/**
 * Brings the tables to the newest step, each step in a transaction of its own.
 * @param name what the person who runs the bot calls this store
 * @throws StoreError `newer` when a later version of the bot wrote it, `foreign` when it is somebody else's
 */
export async function migrate(db: Db, name: string, now: number, steps: readonly Step[] = STEPS): Promise<void> {
  const tables = (await db.read.introspection.getTables()).map((table) => table.name);
  if (!tables.includes('schema_steps')) {
    if (tables.length > 0)
      throw new StoreError(
        'foreign',
        `${name} belongs to another program (it holds the table ${tables[0]}). Choose another file in DATABASE_URL`,
      );
    await db.tx((sql) =>
      sql.schema
        .createTable('schema_steps')
        .addColumn('step', 'integer', (column) => column.primaryKey())
        .addColumn('done_at', 'bigint', (column) => column.notNull())
        .execute(),
    );
  }
  const { last } = await db.read
    .selectFrom('schema_steps')
    .select((eb) => eb.fn.coalesce(eb.fn.max('step'), sql.lit(0)).as('last'))
    .executeTakeFirstOrThrow();
  if (last > steps.length)
    throw new StoreError(
      'newer',
      `${name} was written by a newer version of the bot (schema ${last}, this one knows ${steps.length}). Start that version, or choose another file in DATABASE_URL`,
    );
  for (const [index, step] of steps.entries()) {
    if (index < last) continue;
    await db.tx(async (sql) => {
      await step(sql);
      await sql
        .insertInto('schema_steps')
        .values({ step: index + 1, done_at: now })
        .execute();
    });
  }
}
