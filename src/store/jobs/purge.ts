/** What is old enough is forgotten, a small batch at a time. */
import { sql } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { Sql } from '../db.ts';
import { purgeBook } from '../purge-book.ts';

const HOUR = 3_600_000;
/** The platform pushes an event for the last time 7 hours after the first. */
const KEEP_DONE = 25 * HOUR;
/** Dead jobs keep what was asked, so that they can be replayed. */
const KEEP_DEAD = 7 * 24 * HOUR;
/** An attempt's job is forgotten before the attempt is. */
const KEEP_ATTEMPTS = 48 * HOUR;
const KEEP_LOST_ATTEMPTS = 30 * 24 * HOUR;
/** Longer than a conversation is remembered. */
const KEEP_CONVERSATIONS = HOUR;
/** Longer than a dead job can be replayed. */
const KEEP_CHANGES = 8 * 24 * HOUR;
/** As long as a job may run again by itself, and longer. */
const KEEP_SENDS = 48 * HOUR;
/** An administrator may ask about half a year. */
const KEEP_AUDIT = 180 * 24 * HOUR;
/** As long as dead jobs are kept. */
const KEEP_TRACES = 7 * 24 * HOUR;
/** A chat is greeted again, and a person asked about their clock, if a year lies between. */
const KEEP_MARKS = 365 * 24 * HOUR;
/** Nobody books for that chat any more. */
const KEEP_CLAIMS = 24 * HOUR;
/** As long as a reserve lives at most. */
const KEEP_LINES = 30 * 24 * HOUR;
const KEEP_LEASES = HOUR;
const KEEP_BUCKETS = HOUR;
const BATCH = 500;

/** @returns true when there may be more */
export async function purge(db: Sql, now: Millis): Promise<boolean> {
  const done = await purgeJobs(db, 'done', now - KEEP_DONE);
  const dead = await purgeJobs(db, 'dead', now - KEEP_DEAD);
  const settled = await purgeAttempts(db, ['done', 'refused'], now - KEEP_ATTEMPTS);
  const open = await purgeAttempts(db, ['lost', 'calling'], now - KEEP_LOST_ATTEMPTS);
  const talks = await purgeConversations(db, now - KEEP_CONVERSATIONS);
  const old = [
    await purgeByTime(db, 'changes', 'job', 'at', now - KEEP_CHANGES),
    await purgeByTime(db, 'sends', 'key', 'at', now - KEEP_SENDS),
    await purgeByTime(db, 'audit', 'key', 'at', now - KEEP_AUDIT),
    await purgeByTime(db, 'traces', 'id', 'at', now - KEEP_TRACES),
    await purgeByTime(db, 'trace_messages', 'trace_id', 'at', now - KEEP_TRACES),
    await purgeByTime(db, 'marks', 'key', 'at', now - KEEP_MARKS),
    await purgeByTime(db, 'claims', 'chat_id', 'until', now - KEEP_CLAIMS),
    await purgeByTime(db, 'lines', 'message_id', 'at', now - KEEP_LINES),
    await purgeByTime(db, 'leases', 'key', 'until', now - KEEP_LEASES),
    await purgeByTime(db, 'buckets', 'key', 'at', now - KEEP_BUCKETS),
  ];
  const book = await purgeBook(db, now);
  return book || Math.max(done, dead, settled, open, talks, ...old) === BATCH;
}

async function purgeByTime(
  db: Sql,
  table: 'lines' | 'changes' | 'audit' | 'traces' | 'trace_messages' | 'sends' | 'marks' | 'claims' | 'leases' | 'buckets',
  key: string,
  time: string,
  before: Millis,
): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in (
    select ${sql.ref(key)} from ${sql.table(table)} where ${sql.ref(time)} < ${before} limit ${sql.lit(BATCH)})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

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
        .limit(BATCH),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function purgeAttempts(db: Sql, states: ('done' | 'refused' | 'lost' | 'calling')[], before: Millis): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('attempts')
    .where('id', 'in', (eb) =>
      eb.selectFrom('attempts').select('id').where('state', 'in', states).where('created_at', '<', before).limit(BATCH),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** By person: a row is small, and somebody has few at a time. */
async function purgeConversations(db: Sql, before: Millis): Promise<number> {
  const old = await db.selectFrom('conversations').select(['chat_id', 'person_id']).where('at', '<', before).limit(BATCH).execute();
  for (const { chat_id, person_id } of old)
    await db.deleteFrom('conversations').where('chat_id', '=', chat_id).where('person_id', '=', person_id).execute();
  return old.length;
}
