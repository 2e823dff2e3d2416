import { sql } from 'kysely';
import type { Step } from './step.ts';

/** What goes on inside meetings, when the platform is asked about it, who books for a chat right now, and what each card shows. */
export const live: Step = async ({ schema }) => {
  await schema.alterTable('meetings').addColumn('poll_at', 'bigint').execute();
  await schema.createIndex('meetings_poll').on('meetings').column('poll_at').where(sql.ref('poll_at'), 'is not', null).execute();
  await schema
    .createTable('live')
    .addColumn('meeting_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_meeting').on('sessions').column('meeting_id').execute();
  await schema
    .createTable('claims')
    .addColumn('chat_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  await schema.alterTable('cards').addColumn('version', 'bigint').execute();
  await schema.alterTable('cards').addColumn('drawn', 'text').execute();
  await schema.alterTable('cards').addColumn('drawn_at', 'bigint').execute();
};
