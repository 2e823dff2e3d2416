import { sql } from 'kysely';
import type { Step } from './step.ts';

/** Series and their occurrences, and how many jobs of a kind are put off to which minute. */
export const series: Step = async ({ schema }) => {
  await schema
    .createTable('series')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('topic_key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('series_chat').on('series').columns(['chat_id', 'status']).execute();
  await schema.createIndex('series_owner').on('series').columns(['owner_id', 'status']).execute();
  await schema
    .createTable('series_cards')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('series_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('series_cards_series').on('series_cards').columns(['series_id', 'sent_at']).execute();
  await schema
    .createIndex('jobs_later')
    .on('jobs')
    .columns(['kind', 'due'])
    .where(sql<boolean>`state = 'ready' and due > created_at`)
    .execute();
};
