import type { Step } from './step.ts';

/** What has an age is found by it. */
export const ages: Step = async ({ schema }) => {
  await schema.createIndex('meetings_end').on('meetings').column('end_at').execute();
  await schema.createIndex('marks_at').on('marks').column('at').execute();
  await schema.createIndex('claims_until').on('claims').column('until').execute();
  await schema.createIndex('series_age').on('series').columns(['status', 'created_at']).execute();
};
