import type { Step } from './step.ts';

/** When a series had its last day: what ended longest ago is forgotten first. */
export const seriesLastDay: Step = async ({ schema }) => {
  await schema.alterTable('series').addColumn('last_day', 'text').execute();
};
