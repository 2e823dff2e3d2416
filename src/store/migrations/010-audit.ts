import type { Step } from './step.ts';

/** Who booked, changed and cancelled what. */
export const audit: Step = async ({ schema }) => {
  await schema
    .createTable('audit')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('chat_id', 'text', (column) => column.notNull())
    .addColumn('did', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('meeting_no', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('audit_at').on('audit').columns(['at']).execute();
  await schema.createIndex('audit_person').on('audit').columns(['person_id', 'at']).execute();
  await schema.createIndex('audit_meeting').on('audit').columns(['meeting_no', 'at']).execute();
};
