import { type Selectable, sql } from 'kysely';
import type { Clock, Millis } from '../domain/time.ts';
import type { Db, Job, Jobs, Sql } from './db.ts';
import { moveOn, settle } from './job-results.ts';
import { admit, isNew, isOpen, toRow, wakeLane } from './job-rows.ts';
import type { JobsTable } from './tables.ts';

const HOUR = 3_600_000;
/** How long a lane stays with a worker that does not renew. */
export const LEASE: Millis = 30_000;
/** The platform pushes an event for the last time 7 hours after the first. */
const KEEP_DONE = 25 * HOUR;
/** Dead jobs keep what was asked, so that they can be replayed. */
const KEEP_DEAD = 7 * 24 * HOUR;
/** An attempt's job is forgotten before the attempt is. */
const KEEP_ATTEMPTS = 48 * HOUR;
const KEEP_LOST_ATTEMPTS = 30 * 24 * HOUR;
const PURGE_BATCH = 500;
/** What arrived is put into lanes so many at a time, lest every claim does it. */
const ADMIT = 64;

type Added = Jobs & { /** Jobs were committed by somebody else. */ added(): void };

export function createJobs(db: Db, clock: Clock): Added {
  const listeners = new Set<() => void>();
  const added = () => {
    for (const listener of listeners) listener();
  };

  return {
    added,

    async add(jobs) {
      const now = clock.now();
      const result = await db.insertJobs(jobs.map((job) => toRow(job, now)));
      if (result.inserted.includes(true)) added();
      return result;
    },

    onAdded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    claim(limit, holder) {
      const now = clock.now();
      return db.tx(async (sql) => {
        const due = await sql.selectFrom('lanes').select('lane').where('wake_at', '<=', now).limit(limit).execute();
        if (due.length < limit) await admit(sql, Math.max(limit, ADMIT));
        const lanes = await lease(sql, limit, holder, now);
        if (lanes.length === 0) return [];
        const heads = await takeHeads(sql, lanes);
        if (heads.length < lanes.length) await release(sql, lanes, heads);
        return heads.sort((a, b) => a.due - b.due || a.seq - b.seq).map(toJob);
      });
    },

    async renew(lanes, holder) {
      if (lanes.length === 0) return;
      await db.tx((sql) =>
        sql
          .updateTable('lanes')
          .set({ wake_at: clock.now() + LEASE })
          .where('holder', '=', holder)
          .where('lane', 'in', lanes)
          .execute(),
      );
    },

    async finish(results) {
      if (results.length === 0) return;
      const now = clock.now();
      await db.tx(async (sql) => {
        const lanes = await settle(sql, results, now);
        if (lanes.length > 0) await moveOn(sql, lanes);
      });
    },

    async nextAt() {
      const { at } = await db.read
        .selectFrom('lanes')
        .select((eb) => eb.fn.min('wake_at').as('at'))
        .executeTakeFirstOrThrow();
      const arrived = await db.read.selectFrom('jobs').select('due').where(isNew).orderBy('seq').limit(1).executeTakeFirst();
      return arrived && (at === null || arrived.due < at) ? arrived.due : at;
    },

    takeBack() {
      return db.tx(async (sql) => {
        const held = await sql.selectFrom('lanes').select('lane').where('holder', 'is not', null).execute();
        for (let at = 0; at < held.length; at += PURGE_BATCH) {
          const lanes = held.slice(at, at + PURGE_BATCH).map((row) => row.lane);
          await sql
            .updateTable('jobs')
            .set({ state: 'ready', again: null })
            .where(isOpen)
            .where('lane', 'in', lanes)
            .where('state', '=', 'running')
            .execute();
          await moveOn(sql, lanes);
        }
      });
    },

    async dead(limit) {
      const rows = await db.read
        .selectFrom('jobs')
        .select(['id', 'lane', 'kind', 'attempt', 'error', 'created_at', 'ended_at'])
        .where('state', '=', sql.lit('dead' as const))
        .orderBy('ended_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ created_at, ended_at, ...row }) => ({ ...row, createdAt: created_at, diedAt: ended_at ?? created_at }));
    },

    async replay(id) {
      const now = clock.now();
      const row = await db.tx(async (sql) => {
        const [dead] = await sql
          .updateTable('jobs')
          .set({ state: 'ready', due: now, run_at: now, failures: 0, unfinished: 0, error: null, ended_at: null })
          .where('id', '=', id)
          .where('state', '=', 'dead')
          .returning(['lane', 'due'])
          .execute();
        if (dead) await wakeLane(sql, dead).execute();
        return dead;
      });
      if (row) added();
      return row !== undefined;
    },

    async count() {
      const jobs = await db.read
        .selectFrom('jobs')
        .select((eb) => [
          eb.fn.countAll<number>().as('open'),
          eb.fn.coalesce(eb.fn.sum<number>(sql`case when due <= ${clock.now()} then 1 else 0 end`), sql.lit(0)).as('due'),
        ])
        .where(isOpen)
        .executeTakeFirstOrThrow();
      const { running } = await db.read
        .selectFrom('lanes')
        .select((eb) => eb.fn.countAll<number>().as('running'))
        .where('holder', 'is not', null)
        .executeTakeFirstOrThrow();
      const { dead } = await db.read
        .selectFrom('jobs')
        .select((eb) => eb.fn.countAll<number>().as('dead'))
        .where('state', '=', sql.lit('dead' as const))
        .executeTakeFirstOrThrow();
      const { arrived } = await db.read
        .selectFrom('jobs')
        .select((eb) => eb.fn.countAll<number>().as('arrived'))
        .where(isNew)
        .executeTakeFirstOrThrow();
      return { waiting: Math.max(0, jobs.due - running) + arrived, running, later: jobs.open - jobs.due, dead };
    },

    purge() {
      const now = clock.now();
      return db.tx(async (sql) => {
        const done = await purgeJobs(sql, 'done', now - KEEP_DONE);
        const dead = await purgeJobs(sql, 'dead', now - KEEP_DEAD);
        const settled = await purgeAttempts(sql, ['done', 'refused'], now - KEEP_ATTEMPTS);
        const open = await purgeAttempts(sql, ['lost', 'calling'], now - KEEP_LOST_ATTEMPTS);
        return Math.max(done, dead, settled, open) === PURGE_BATCH;
      });
    },
  };
}

/** The lanes that wait longest. A lane whose lease has run out is due again as any other. */
async function lease(sql: Sql, limit: number, holder: string, now: Millis): Promise<string[]> {
  const rows = await sql
    .updateTable('lanes')
    .set({ holder, wake_at: now + LEASE })
    .where('lane', 'in', (eb) => eb.selectFrom('lanes').select('lane').where('wake_at', '<=', now).orderBy('wake_at').limit(limit))
    .returning('lane')
    .execute();
  return rows.map((row) => row.lane);
}

function takeHeads(sql: Sql, lanes: string[]): Promise<Selectable<JobsTable>[]> {
  return sql
    .updateTable('jobs')
    .set((eb) => ({ state: 'running', attempt: eb('attempt', '+', 1), unfinished: eb('unfinished', '+', 1) }))
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('lanes')
        .select((lane) =>
          lane
            .selectFrom('jobs as head')
            .select('head.seq')
            .where(isOpen)
            .whereRef('head.lane', '=', 'lanes.lane')
            .orderBy('head.due')
            .orderBy('head.seq')
            .limit(1)
            .as('seq'),
        )
        .where('lanes.lane', 'in', lanes),
    )
    .returningAll()
    .execute();
}

/** Lanes without a job are no lanes. */
async function release(sql: Sql, lanes: string[], heads: { lane: string }[]): Promise<void> {
  const busy = new Set(heads.map((head) => head.lane));
  await moveOn(
    sql,
    lanes.filter((lane) => !busy.has(lane)),
  );
}

const toJob = (row: Selectable<JobsTable>): Job => ({
  id: row.id,
  lane: row.lane,
  kind: row.kind,
  payload: row.payload === null ? null : JSON.parse(row.payload),
  attempt: row.attempt,
  failures: row.failures,
  unfinished: row.unfinished,
  createdAt: row.created_at,
});

async function purgeJobs(db: Sql, state: 'done' | 'dead', before: Millis): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('jobs')
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('jobs')
        .select('seq')
        .where('state', '=', sql.lit(state))
        .where('ended_at', '<', before)
        .orderBy('ended_at')
        .limit(PURGE_BATCH),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function purgeAttempts(db: Sql, states: ('done' | 'refused' | 'lost' | 'calling')[], before: Millis): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('attempts')
    .where('id', 'in', (eb) =>
      eb.selectFrom('attempts').select('id').where('state', 'in', states).where('created_at', '<', before).limit(PURGE_BATCH),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
