import { sql } from 'kysely';
import type { Step } from './step.ts';

/** What arrives is written first and put into its lane later. */
export const arrivals: Step = async ({ schema }) => {
  await schema.createIndex('jobs_new').on('jobs').column('seq').where(sql.ref('state'), '=', sql.lit('new')).execute();
};
