import { sql } from 'kysely';
import type { Step } from './step.ts';

/** Jobs and lanes. */
export const queue: Step = async ({ schema }, serial) => {
  await schema
    .createTable('pulse')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('jobs')
    .addColumn('seq', serial, (column) => column.primaryKey())
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
