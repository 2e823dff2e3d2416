import { sql } from 'kysely';
import type { Step } from './step.ts';

/** What several workers agree on: whose turn it is, what was begun and sent, and what the platform still takes. */
export const sharedWork: Step = async ({ schema }) => {
  await schema
    .createTable('changes')
    .addColumn('job', 'text', (column) => column.primaryKey().notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('changes_at').on('changes').column('at').execute();
  await schema
    .createTable('sends')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('sends_at').on('sends').column('at').execute();
  await schema
    .createTable('leases')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  for (const table of ['buckets', 'shared'])
    await schema
      .createTable(table)
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
  for (const table of ['jobs', 'lanes'])
    await schema
      .alterTable(table)
      .addColumn('background', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  await schema.createIndex('lanes_turn').on('lanes').columns(['background', 'wake_at']).execute();
  await schema.createIndex('attempts_owner').on('attempts').columns(['owner_id', 'created_at']).execute();
  await schema.createIndex('attempts_chat').on('attempts').columns(['chat_id', 'created_at']).execute();
  await schema
    .createIndex('jobs_again')
    .on('jobs')
    .column('run_at')
    .where(sql.ref('failures'), '>', sql.lit(0))
    .where(sql.ref('state'), '=', sql.lit('ready'))
    .execute();
};
