/** What the end of a run does to its job and its lane. */
import { type Selectable, sql } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { JobResult, LaneChange, Sql } from '../db.ts';
import { hotList } from '../hot.ts';
import type { JobsTable } from '../tables.ts';
import { type GoingOn, type LaneNamed, namesOf, takeNext } from './heads.ts';
import { isOpen, wakeLaneAt } from './insert.ts';

/** @returns the lanes whose job ended */
export async function settle(sql: Sql, results: JobResult[], now: Millis): Promise<string[]> {
  const lanes: string[] = [];
  const done = results.filter((result) => result.as === 'done');
  if (done.length < results.length) await lockJobs(sql, results).execute();
  if (done.length > 0) lanes.push(...lanesOf(await markDone(sql, done, { now })));
  for (const result of results) if (result.as !== 'done') lanes.push(...(await markOther(sql, result, now)));
  return lanes;
}

/** In one order, as whoever arms several of them again: none waits for one that waits for it. */
const lockJobs = (sql: Sql, named: readonly { id: string; attempt: number }[]) =>
  sql
    .selectFrom('jobs')
    .select('seq')
    .where((eb) =>
      eb(
        eb.refTuple('id', 'attempt'),
        'in',
        named.map(({ id, attempt }) => eb.tuple(id, attempt)),
      ),
    )
    .orderBy('id', (order) => order.collate('C'))
    .forUpdate();

/** What was asked for again while it ran goes back into its lane; the rest keeps its id and loses its content. */
const markDone = hotList(
  (db, results: readonly { id: string; attempt: number }[], { now }: { now: Millis }) =>
    db
      .updateTable('jobs')
      .set({
        state: sql`case when again is null then 'done' else 'ready' end`,
        payload: sql`case when again is null then null else payload end`,
        ended_at: sql`case when again is null then cast(${now} as bigint) end`,
        due: sql`coalesce(again, due)`,
        run_at: sql`coalesce(again, run_at)`,
        failures: 0,
        unfinished: 0,
        error: null,
        again: null,
      })
      .where('seq', 'in', lockJobs(db, results))
      .where('state', '=', 'running')
      .returning('lane'),
  'twice',
);

async function markOther(db: Sql, result: Exclude<JobResult, { as: 'done' }>, now: Millis): Promise<string[]> {
  const attempt = db
    .updateTable('jobs')
    .where('id', '=', result.id)
    .where('attempt', '=', result.attempt)
    .where('state', '=', 'running')
    .returning('lane');
  switch (result.as) {
    case 'retry': {
      const { runAt, error, aside } = result;
      const rows = await attempt
        .set((eb) => ({
          state: 'ready',
          run_at: runAt,
          failures: eb('failures', '+', 1),
          unfinished: 0,
          error,
          again: null,
          ...(aside ? { lane: aside.to } : {}),
        }))
        .returning(['due', 'background'])
        .execute();
      return aside ? steppedAside(db, rows, aside, runAt) : lanesOf(rows);
    }
    case 'moved': {
      const { aside } = result;
      const rows = await attempt
        .set({ state: 'ready', run_at: now, unfinished: 0, again: null, lane: aside.to })
        .returning(['due', 'background'])
        .execute();
      return steppedAside(db, rows, aside, now);
    }
    case 'dead':
      return lanesOf(
        await attempt
          .set({
            state: sql`case when again is null then 'dead' else 'ready' end`,
            ended_at: sql`case when again is null then cast(${now} as bigint) end`,
            due: sql`coalesce(again, due)`,
            run_at: sql`coalesce(again, run_at)`,
            failures: sql`case when again is null then failures + 1 else 0 end`,
            unfinished: 0,
            error: result.error,
            again: null,
          })
          .execute(),
      );
    case 'given_back':
      return lanesOf(await attempt.set({ state: 'ready', run_at: now, unfinished: 0, again: null }).execute());
  }
}

/** @returns the lane that goes on without it */
async function steppedAside(db: Sql, rows: { due: Millis; background: number }[], aside: LaneChange, runAt: Millis): Promise<string[]> {
  for (const { due, background } of rows) await wakeLaneAt(db, { lane: aside.to, due, runAt, background }).execute();
  return rows.map(() => aside.from);
}

const lanesOf = (rows: { lane: string }[]): string[] => rows.map((row) => row.lane);

/** Of several lanes, each transaction locks the first by its bytes first, as `wakeLanes` does: none waits for one that waits for it. */
export const lockLanes = (sql: Sql, lanes: readonly string[]) =>
  sql
    .selectFrom('lanes')
    .select('lane')
    .where('lane', 'in', lanes)
    .orderBy('lane', (order) => order.collate('C'))
    .forUpdate();

/**
 * Frees lanes and points them at their next job, or drops them.
 * @returns the jobs that lanes go on with in the hands they are in
 */
export async function moveOn(sql: Sql, lanes: string[], goingOn?: GoingOn): Promise<Selectable<JobsTable>[]> {
  const named = lanes.map((lane) => ({ lane }));
  // Its own statement: with several writers it locks the lanes before the next one looks for what they added.
  await lock(sql, named, {});
  const dropped = new Set((await drop(sql, named, {})).map(({ lane }) => lane));
  const left = named.filter(({ lane }) => !dropped.has(lane));
  const next = goingOn && left.length > 0 ? await takeNext(sql, left, goingOn) : [];
  const onTheirWay = new Set(next.map(({ lane }) => lane));
  const free = left.filter(({ lane }) => !onTheirWay.has(lane));
  if (free.length > 0) await pointOn(sql, free, {});
  return next;
}

const lock = hotList((sql, lanes: readonly LaneNamed[]) => lockLanes(sql, namesOf(lanes)), 'twice');

const drop = hotList(
  (sql, lanes: readonly LaneNamed[]) =>
    sql
      .deleteFrom('lanes')
      .where('lane', 'in', namesOf(lanes))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('jobs').select('seq').where(isOpen).whereRef('jobs.lane', '=', 'lanes.lane'))),
      )
      .returning('lane'),
  'twice',
);

const pointOn = hotList(
  (sql, lanes: readonly LaneNamed[]) =>
    sql
      .updateTable('lanes')
      .set((eb) => {
        const head = eb.selectFrom('jobs').where(isOpen).whereRef('jobs.lane', '=', 'lanes.lane').orderBy('due').orderBy('seq').limit(1);
        return {
          holder: null,
          head_due: head.select('due'),
          wake_at: head.select('run_at'),
          background: eb.fn.coalesce(head.select('background'), eb.lit(0)),
        };
      })
      .where('lane', 'in', namesOf(lanes)),
  'twice',
);
