/** Whose turn it is: lanes are leased, and with each its first job. */
import type { Selectable } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { Db, Job, Sql } from '../db.ts';
import { hot } from '../hot.ts';
import { jsonOf } from '../json.ts';
import type { JobsTable } from '../tables.ts';
import { admit } from './admit.ts';
import { type LaneNamed, takeHeads } from './heads.ts';
import { isNew, isOpen } from './insert.ts';
import { moveOn, settle } from './settle.ts';

/** How long a lane stays with a worker that does not renew. */
export const LEASE: Millis = 30_000;
/** What arrived is put into lanes so many at a time, lest every claim does it. */
const ADMIT = 64;
const TAKEN_BACK_AT_ONCE = 500;

export interface Claiming {
  limit: number;
  holder: string;
  now: Millis;
  /** At most so many that nobody waits for, and these last. */
  background: number;
}

/** What of it is taken so far. */
export interface Claimed {
  heads: Selectable<JobsTable>[];
  /** Are there lanes that wait for their turn. */
  waited: boolean;
  quiet: boolean;
}

/** Puts what arrived into its lanes, where fewer lanes are due than are asked for; and takes what is alone in its lane. */
export async function claimArrived(sql: Sql, { limit, holder, now }: Claiming, turn: Db['turn']): Promise<Claimed> {
  const [due] = await dueLanes(sql, { now, limit });
  const { waited, quiet } = due!;
  const free = limit - waited;
  if (free <= 0) return { heads: [], waited: true, quiet: false };
  // Another process is putting what arrived into its lanes. Two at it wait for each other's lanes, and split between them what one takes nearly as cheaply.
  if (!(await turn(sql))) return { heads: [], waited: waited > 0, quiet: quiet > 0 };
  const { heads, waiting } = await admit(sql, { limit: Math.max(limit, ADMIT), free, holder, until: now + LEASE });
  return { heads: await readable(sql, heads, now), waited: waited > 0 || waiting, quiet: quiet > 0 || waiting };
}

/** Takes the first of each lane that is due, beside what was taken. */
export async function claimDue(sql: Sql, { limit, holder, now, background }: Claiming, first: Claimed): Promise<Selectable<JobsTable>[]> {
  const room = limit - first.heads.length;
  const until = now + LEASE;
  const lanes = first.waited ? await lease(sql, { limit: room, background: 0, holder, now, until }) : [];
  const rest = Math.min(room - lanes.length, background);
  if (rest > 0 && first.quiet) lanes.push(...(await lease(sql, { limit: rest, background: 1, holder, now, until })));
  return lanes.length === 0 ? [] : readable(sql, await headsOf(sql, lanes), now);
}

/** What somebody waits for first, then as it fell due. */
export const inTurn = (heads: Selectable<JobsTable>[]): Job[] =>
  heads.sort((a, b) => a.background - b.background || a.due - b.due || a.seq - b.seq).flatMap((head) => toJob(head) ?? []);

async function headsOf(sql: Sql, lanes: string[]): Promise<Selectable<JobsTable>[]> {
  const heads = await takeHeads(
    sql,
    lanes.map((lane) => ({ lane })),
    {},
  );
  if (heads.length < lanes.length) await release(sql, lanes, heads);
  return heads;
}

/** How many lanes with what somebody waits for are due, `limit` at most, and is there any other. */
const dueLanes = hot((sql, { now, limit }: { now: Millis; limit: number }) =>
  sql.selectNoFrom(({ selectFrom, fn, lit }) => {
    const due = (background: 0 | 1) => selectFrom('lanes').select('lane').where('background', '=', background).where('wake_at', '<=', now);
    const counted = fn.countAll<number>().as('lanes');
    return [
      selectFrom(due(0).limit(limit).as('first')).select(counted).$asScalar().$notNull().as('waited'),
      selectFrom(due(1).limit(lit(1)).as('quietly'))
        .select(counted)
        .$asScalar()
        .$notNull()
        .as('quiet'),
    ];
  }),
);

const laneNamed = hot((sql, { lane }: LaneNamed) => sql.selectFrom('lanes').select('lane').where('lane', '=', lane));

/** When the first lane wants a look, those that nobody waits for aside; when the first of those does; and when what arrived was due. */
const nextLooks = hot((sql, _: object) =>
  sql.selectNoFrom(({ selectFrom }) => {
    const wake = (background: 0 | 1) =>
      selectFrom('lanes')
        .select(({ fn }) => fn.min('wake_at').as('at'))
        .where('background', '=', background)
        .$asScalar();
    return [
      wake(0).as('waited'),
      wake(1).as('quiet'),
      selectFrom('jobs').select('due').where(isNew).orderBy('seq').limit(1).$asScalar().as('arrived'),
    ];
  }),
);

/** One row that cannot be read must not hold up its lane, nor the others. */
export async function readable(sql: Sql, heads: Selectable<JobsTable>[], now: Millis): Promise<Selectable<JobsTable>[]> {
  const broken = heads.filter((head) => payloadOf(head) === undefined);
  if (broken.length === 0) return heads;
  await settle(
    sql,
    broken.map(({ id, attempt }) => ({ id, attempt, as: 'dead' as const, error: 'its row holds no JSON' })),
    now,
  );
  await moveOn(
    sql,
    broken.map(({ lane }) => lane),
  );
  return heads.filter((head) => !broken.includes(head));
}

/** @returns undefined when the row does not hold JSON */
const payloadOf = ({ payload }: { payload: string | null }): unknown => (payload === null ? null : jsonOf(payload));

export async function nextAt(sql: Sql, background = true): Promise<Millis | null> {
  const [{ waited, quiet, arrived } = NEVER] = await nextLooks(sql, {});
  const looks = [waited, arrived, background ? quiet : null].filter((at) => at !== null);
  return looks.length > 0 ? Math.min(...looks) : null;
}

const NEVER = { waited: null, quiet: null, arrived: null };

export const hasLane = async (sql: Sql, lane: string): Promise<boolean> => (await laneNamed(sql, { lane })).length > 0;

export async function takeBack(sql: Sql): Promise<void> {
  const held = await sql.selectFrom('lanes').select('lane').where('holder', 'is not', null).execute();
  for (let at = 0; at < held.length; at += TAKEN_BACK_AT_ONCE) {
    const lanes = held.slice(at, at + TAKEN_BACK_AT_ONCE).map((row) => row.lane);
    await sql
      .updateTable('jobs')
      .set({ state: 'ready', again: null })
      .where(isOpen)
      .where('lane', 'in', lanes)
      .where('state', '=', 'running')
      .execute();
    await moveOn(sql, lanes);
  }
}

interface Leasing {
  limit: number;
  background: 0 | 1;
  holder: string;
  now: Millis;
  until: Millis;
}

/** The lanes that wait longest. A lane whose lease has run out is due again as any other. */
async function lease(sql: Sql, o: Leasing): Promise<string[]> {
  return (await leaseLanes(sql, o)).map((row) => row.lane);
}

const leaseLanes = hot((sql, { limit, background, holder, now, until }: Leasing) =>
  sql
    .updateTable('lanes')
    .set({ holder, wake_at: until })
    .where('lane', 'in', (eb) =>
      eb
        .selectFrom('lanes')
        .select('lane')
        .where('background', '=', background)
        .where('wake_at', '<=', now)
        .orderBy('wake_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('lane'),
);

/** Lanes without a job are no lanes; those whose first job is held by another transaction come later. */
async function release(sql: Sql, lanes: string[], heads: { lane: string }[]): Promise<void> {
  const busy = new Set(heads.map((head) => head.lane));
  await moveOn(
    sql,
    lanes.filter((lane) => !busy.has(lane)),
  );
}

function toJob(row: Selectable<JobsTable>): Job | null {
  const payload = payloadOf(row);
  if (payload === undefined) return null;
  const { id, lane, kind, attempt, failures, unfinished } = row;
  return { id, lane, kind, payload, attempt, failures, unfinished, background: row.background > 0, createdAt: row.created_at };
}
