/** What the administrator asks the table. */
import { sql } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { DeadJob, Jobs, Sql } from '../db.ts';
import { hot } from '../hot.ts';
import { isNew, isOpen, wakeLane } from './insert.ts';

export async function deadJobs(db: Sql, limit: number): Promise<DeadJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'lane', 'kind', 'attempt', 'error', 'created_at', 'ended_at'])
    .where('state', '=', sql.lit('dead' as const))
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ created_at, ended_at, ...row }) => ({ ...row, createdAt: created_at, diedAt: ended_at ?? created_at }));
}

/** @returns false when there is no such dead job */
export async function replay(db: Sql, id: string, now: Millis): Promise<boolean> {
  const [dead] = await db
    .updateTable('jobs')
    .set({ state: 'ready', due: now, run_at: now, failures: 0, unfinished: 0, error: null, ended_at: null })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .returning(['lane', 'due', 'background'])
    .execute();
  if (dead) await wakeLane(db, dead).execute();
  return dead !== undefined;
}

const MINUTE = 60_000;

/** In exactly these words, or the partial index does not apply. */
const isLater = sql<boolean>`state = 'ready' and due > created_at`;

export async function perMinute(db: Sql, kind: string, from: Millis, until: Millis): Promise<Map<Millis, number>> {
  const rows = await countPerMinute(db, { kind, from, until });
  return new Map(rows.map(({ minute: at, jobs }) => [Number(at), Number(jobs)]));
}

const minute = sql<number>`due - due % ${sql.lit(MINUTE)}`;

const countPerMinute = hot((db, { kind, from, until }: { kind: string; from: Millis; until: Millis }) =>
  db
    .selectFrom('jobs')
    .select((eb) => [minute.as('minute'), eb.fn.countAll<number>().as('jobs')])
    .where(isLater)
    .where('kind', '=', kind)
    .where('due', '>=', from)
    .where('due', '<', until)
    .groupBy(minute),
);

export async function trouble(db: Sql, tries: number, since: Millis): ReturnType<Jobs['trouble']> {
  const { stuck } = await db
    .selectFrom('jobs')
    .select((eb) => eb.fn.countAll<number>().as('stuck'))
    .where('state', '=', sql.lit('ready' as const))
    .where('failures', '>', sql.lit(0))
    .where('failures', '>=', tries)
    .where('background', '=', 0)
    .executeTakeFirstOrThrow();
  const { died } = await db
    .selectFrom('jobs')
    .select((eb) => eb.fn.countAll<number>().as('died'))
    .where('state', '=', sql.lit('dead' as const))
    .where('ended_at', '>', since)
    .executeTakeFirstOrThrow();
  return { stuck, died };
}

export async function countJobs(db: Sql, now: Millis): ReturnType<Jobs['count']> {
  const jobs = await db
    .selectFrom('jobs')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.coalesce(eb.fn.sum<number>(sql`case when due <= ${now} then 1 else 0 end`), sql.lit(0)).as('due'),
    ])
    .where(isOpen)
    .executeTakeFirstOrThrow();
  const { running } = await db
    .selectFrom('lanes')
    .select((eb) => eb.fn.countAll<number>().as('running'))
    .where('holder', 'is not', null)
    .executeTakeFirstOrThrow();
  const { since } = await db
    .selectFrom('jobs')
    .select((eb) => eb.fn.min('run_at').as('since'))
    .where(isOpen)
    .where('due', '<=', now)
    .where('state', '=', 'ready')
    .where('run_at', '<=', now)
    .executeTakeFirstOrThrow();
  const { dead } = await db
    .selectFrom('jobs')
    .select((eb) => eb.fn.countAll<number>().as('dead'))
    .where('state', '=', sql.lit('dead' as const))
    .executeTakeFirstOrThrow();
  const { arrived, first } = await db
    .selectFrom('jobs')
    .select((eb) => [eb.fn.countAll<number>().as('arrived'), eb.fn.min('due').as('first')])
    .where(isNew)
    .executeTakeFirstOrThrow();
  const oldest = now - Math.min(since ?? now, first ?? now);
  return { waiting: Math.max(0, jobs.due - running) + arrived, running, later: jobs.open - jobs.due, dead, oldest };
}
