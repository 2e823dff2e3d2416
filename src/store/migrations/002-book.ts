import type { Step } from './step.ts';

/** Meetings and what people set. */
export const book: Step = async (db) => {
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
