import type { Step } from './step.ts';

/** What was just done or offered in a chat, a row for each person. */
export const conversations: Step = async ({ schema }) => {
  await schema
    .createTable('conversations')
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['chat_id', 'person_id'])
    .execute();
  await schema.createIndex('conversations_at').on('conversations').column('at').execute();
};
