import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../tables.ts';

/** What a claim makes of a job: one more run, which has not come to an end. */
export const taken = (eb: ExpressionBuilder<Tables, 'jobs'>) => ({
  state: 'running' as const,
  attempt: eb('attempt', '+', 1),
  unfinished: eb('unfinished', '+', 1),
});
