/** How a job gets into the table and into its lane. */
import { type OnConflictBuilder, type RawBuilder, sql } from 'kysely';
import type { NewJob } from '../../domain/job.ts';
import type { Clock, Millis } from '../../domain/time.ts';
import type { JobRow, Sql } from '../db.ts';
import { hotList } from '../hot.ts';
import type { Tables } from '../tables.ts';

/** In exactly these words, or the partial index does not apply. */
export const isOpen = sql<boolean>`state in ('ready', 'running')`;

/** In exactly these words too. */
export const isNew = sql<boolean>`state = 'new'`;

export function toRow(job: NewJob, now: Millis): JobRow {
  const due = Math.max(Math.trunc(job.due), now);
  // A bad row must fail alone, not the commit that it would share.
  if (typeof job.id !== 'string' || job.id === '' || typeof job.lane !== 'string' || job.lane === '' || !Number.isSafeInteger(due))
    throw new TypeError(`A ${job.kind} job needs an id, a lane and a due time`);
  return {
    id: job.id,
    lane: job.lane,
    kind: job.kind,
    due,
    payload: JSON.stringify(job.payload ?? null),
    repeat: job.repeat,
    background: job.background ? 1 : 0,
    createdAt: now,
  };
}

/** As `toRow`, all of one moment. */
export function toRows(jobs: readonly NewJob[], clock: Clock): JobRow[] {
  const now = clock.now();
  return jobs.map((job) => toRow(job, now));
}

const values = (row: JobRow) => ({
  id: row.id,
  lane: row.lane,
  kind: row.kind,
  due: row.due,
  run_at: row.due,
  payload: row.payload,
  background: row.background,
  created_at: row.createdAt,
});

/**
 * The fast path of what arrives: one row, in no lane yet. Lanes and their index lie all over the file, and writing them
 * would cost more than half of an event's way to the disk; the worker does it when it has time for the job.
 */
export const arrive = (db: Sql, ...rows: JobRow[]) =>
  db
    .insertInto('jobs')
    .values(rows.map((row) => ({ ...values(row), state: sql.lit('new' as const) })))
    .onConflict((conflict) => conflict.column('id').doNothing());

/** Changes no row where the job is known. */
export const insertJob = (db: Sql, ...rows: JobRow[]) =>
  db
    .insertInto('jobs')
    .values(rows.map(values))
    .onConflict((conflict) => conflict.column('id').doNothing());

/**
 * A job that is known runs again, when it was to run or when this one would, whichever is earlier.
 * A job that runs is only marked: it goes back into its lane when this run ends.
 * After a failure the back-off stays as it is.
 */
export const rearmJob = (db: Sql, ...rows: JobRow[]) =>
  db
    .insertInto('jobs')
    .values(rows.map(values))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        payload: sql`excluded.payload`,
        background: lesser('jobs.background', 'excluded.background'),
        again: sql`case when jobs.state = 'running' then ${lesser('coalesce(jobs.again, excluded.due)', 'excluded.due')} end`,
        due: sql`case jobs.state when 'running' then jobs.due when 'ready' then ${lesser('jobs.due', 'excluded.due')} else excluded.due end`,
        run_at: sql`case when jobs.state = 'running' then jobs.run_at
            when jobs.state = 'ready' and jobs.failures > 0 then jobs.run_at
            when jobs.state = 'ready' then ${lesser('jobs.run_at', 'excluded.run_at')}
            else excluded.run_at end`,
        failures: sql`case when ${sql.raw("jobs.state in ('ready', 'running')")} then jobs.failures else 0 end`,
        state: sql`case when jobs.state = 'running' then 'running' else 'ready' end`,
        error: null,
        ended_at: null,
      }),
    );

const lesser = (one: string, other: string): RawBuilder<number> => sql.raw(`case when ${one} < ${other} then ${one} else ${other} end`);

type Waking = Pick<JobRow, 'lane' | 'due' | 'background'>;

/** The job may be its lane's first: a new lane, or due before all others and nothing runs. */
export const wakeLane = (db: Sql, row: Waking) =>
  wakeLaneAt(db, { lane: row.lane, due: row.due, runAt: row.due, background: row.background });

/** The same for a job that may not run before `runAt`. */
export const wakeLaneAt = (db: Sql, { lane, due, runAt, background }: Waking & { runAt: Millis }) =>
  db.insertInto('lanes').values({ lane, head_due: due, wake_at: runAt, background }).onConflict(movesUp('wake_at'));

/**
 * And what somebody waits for takes its lane out of the background; a lane that is held is looked at when its job ends.
 * @param wakeAt where the row says when the job may run
 */
export const movesUp = (wakeAt: 'wake_at' | 'head_due') => (conflict: OnConflictBuilder<Tables, 'lanes'>) =>
  conflict
    .column('lane')
    .doUpdateSet({
      head_due: lesser('lanes.head_due', 'excluded.head_due'),
      wake_at: sql.raw(`case when excluded.head_due < lanes.head_due then excluded.${wakeAt} else lanes.wake_at end`),
      background: lesser('lanes.background', 'excluded.background'),
    })
    .where(sql.raw<boolean>('lanes.holder is null and (excluded.head_due < lanes.head_due or excluded.background < lanes.background)'));

/** Inside somebody else's transaction. `inserted`: did this row change anything. */
export async function insertJobs(db: Sql, rows: JobRow[]): Promise<{ inserted: boolean[] }> {
  const changed = new Set<string>();
  for (const group of together(rows)) {
    const found = group[0]?.repeat === 'rearm' ? await rearmAll(db, byId(group), {}) : await insertAll(db, group, {});
    for (const { id } of found) changed.add(id);
  }
  const fresh = rows.filter(({ id }) => changed.has(id));
  if (fresh.length > 0) await wakeLanes(db, fresh);
  return { inserted: rows.map(({ id }) => changed.has(id)) };
}

/** Known jobs are locked in one order, as lanes are. */
const byId = (rows: readonly JobRow[]): JobRow[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const insertAll = hotList((db, rows: readonly JobRow[]) => insertJob(db, ...rows).returning('id'));
const rearmAll = hotList((db, rows: readonly JobRow[]) => rearmJob(db, ...rows).returning('id'));

/** What may go into one statement: of one sort, and no job twice. In the order of arrival. */
function together(rows: readonly JobRow[]): JobRow[][] {
  const groups: JobRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const fits = last && (last[0]?.repeat === 'rearm') === (row.repeat === 'rearm') && !last.some(({ id }) => id === row.id);
    if (fits) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Each lane by its first job; in one order everywhere, lest two processes that lock the same lanes wait for each other. */
async function wakeLanes(db: Sql, rows: readonly Waking[]): Promise<void> {
  const lanes = [...firstOf(rows)].sort(([a], [b]) => (a < b ? -1 : 1));
  await wakeAll(
    db,
    lanes.map(([lane, { due, background }]) => ({ lane, due, background })),
    {},
  );
}

const wakeAll = hotList((db, rows: readonly Waking[]) =>
  db
    .insertInto('lanes')
    .values(rows.map(({ lane, due, background }) => ({ lane, head_due: due, wake_at: due, background })))
    .onConflict(movesUp('wake_at')),
);

function firstOf(rows: readonly Waking[]): Map<string, { due: Millis; background: number }> {
  const first = new Map<string, { due: Millis; background: number }>();
  for (const { lane, due, background } of rows) {
    const before = first.get(lane) ?? { due, background };
    first.set(lane, { due: Math.min(due, before.due), background: Math.min(background, before.background) });
  }
  return first;
}
