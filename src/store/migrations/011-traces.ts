import type { Step } from './step.ts';

/** What became of each message and press, found by its own message and by every answer to it. */
export const traces: Step = async ({ schema }) => {
  await schema
    .createTable('traces')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('traces_at').on('traces').columns(['at']).execute();
  await schema.createIndex('traces_person').on('traces').columns(['person_id', 'at']).execute();
  await schema
    .createTable('trace_messages')
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('trace_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('trace_messages_key', ['trace_id', 'message_id'])
    .execute();
  await schema.createIndex('trace_messages_message').on('trace_messages').columns(['message_id']).execute();
  // What is counted for the metrics.
  await schema.createIndex('meetings_status').on('meetings').columns(['status']).execute();
  await schema.createIndex('trace_messages_at').on('trace_messages').columns(['at']).execute();
};
