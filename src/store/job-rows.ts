/** How a job gets into the table: the same two statements on the fast path and inside other transactions. */
import { type RawBuilder, sql } from 'kysely';
import type { NewJob } from '../meeting/ports.ts';
import type { Millis } from '../model.ts';
import type { JobRow, Sql } from './db.ts';

/** In exactly these words, or the partial index does not apply. */
export const isOpen = sql<boolean>`state in ('ready', 'running')`;

export function toRow(job: NewJob, now: Millis): JobRow {
  const due = Math.max(Math.trunc(job.due), now);
  // A bad row must fail alone, not the commit that it would share.
  if (typeof job.id !== 'string' || job.id === '' || typeof job.lane !== 'string' || job.lane === '' || !Number.isSafeInteger(due))
    throw new TypeError(`A ${job.kind} job needs an id, a lane and a due time`);
  return { id: job.id, lane: job.lane, kind: job.kind, due, payload: JSON.stringify(job.payload ?? null), createdAt: now };
}

/**
 * Changes one row where the job is new or armed again, none where it is known.
 * A job that runs is only marked: it goes back into its lane when this run ends.
 * After a failure the back-off stays as it is.
 */
export const insertJob = (db: Sql, row: JobRow) =>
  db
    .insertInto('jobs')
    .values({
      id: row.id,
      lane: row.lane,
      kind: row.kind,
      due: row.due,
      run_at: row.due,
      payload: row.payload,
      created_at: row.createdAt,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({
          payload: sql`excluded.payload`,
          again: sql`case when jobs.state = 'running' then ${earlier('coalesce(jobs.again, excluded.due)', 'excluded.due')} end`,
          due: sql`case jobs.state when 'running' then jobs.due when 'ready' then ${earlier('jobs.due', 'excluded.due')} else excluded.due end`,
          run_at: sql`case when jobs.state = 'running' then jobs.run_at
            when jobs.state = 'ready' and jobs.failures > 0 then jobs.run_at
            when jobs.state = 'ready' then ${earlier('jobs.run_at', 'excluded.run_at')}
            else excluded.run_at end`,
          failures: sql`case when ${sql.raw("jobs.state in ('ready', 'running')")} then jobs.failures else 0 end`,
          state: sql`case when jobs.state = 'running' then 'running' else 'ready' end`,
          error: null,
          ended_at: null,
        })
        .where('jobs.kind', '<>', sql.lit('incoming' as const)),
    );

const earlier = (one: string, other: string): RawBuilder<number> => sql.raw(`case when ${one} < ${other} then ${one} else ${other} end`);

/** The job may be its lane's first: a new lane, or due before all others and nothing runs. */
export const wakeLane = (db: Sql, row: Pick<JobRow, 'lane' | 'due'>) =>
  db
    .insertInto('lanes')
    .values({ lane: row.lane, head_due: row.due, wake_at: row.due })
    .onConflict((conflict) =>
      conflict
        .column('lane')
        .doUpdateSet({ head_due: sql`excluded.head_due`, wake_at: sql`excluded.wake_at` })
        .where('lanes.holder', 'is', null)
        .whereRef('excluded.head_due' as 'lanes.head_due', '<', 'lanes.head_due'),
    );

/** Inside somebody else's transaction. */
export async function insertJobs(db: Sql, rows: JobRow[]): Promise<void> {
  for (const row of rows) {
    const { numInsertedOrUpdatedRows } = await insertJob(db, row).executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows) await wakeLane(db, row).execute();
  }
}
