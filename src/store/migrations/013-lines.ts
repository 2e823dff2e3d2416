import type { Step } from './step.ts';

/** What was said of a meeting besides its cards: whoever replies to it means that meeting. */
export const lines: Step = async ({ schema }) => {
  await schema
    .createTable('lines')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('lines_at').on('lines').columns(['at']).execute();
};
