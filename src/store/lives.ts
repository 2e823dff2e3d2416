import { sql } from 'kysely';
import type { Live } from '../domain/live.ts';
import type { Clock, Millis } from '../domain/time.ts';
import type { Claim, LiveStore } from '../meeting/ports/lives.ts';
import type { Added, Db, Sql } from './db.ts';
import { insertJobs, toRows } from './jobs/insert.ts';
import { OPEN, putMeeting, readMeeting, SELECTED } from './meeting-row.ts';
import type { ClaimsTable } from './tables.ts';

/** Several reserves may have had the same number, one after the other. */
const SAME_NUMBER = 5;
/** Whoever starts later than that lies ahead. */
const AHEAD: Millis = 120_000;

/** @param added called with the jobs that were committed */
export function createLives(db: Db, clock: Clock, added: Added): LiveStore {
  return {
    async get(meetingId) {
      const row = await db.read.selectFrom('live').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst();
      return row ? { ...(JSON.parse(row.data) as Live), version: row.version } : null;
    },

    async bySession(sessionId) {
      const row = await db.read
        .selectFrom('sessions')
        .innerJoin('meetings', 'meetings.id', 'sessions.meeting_id')
        .select(SELECTED)
        .where('sessions.id', '=', sessionId)
        .executeTakeFirst();
      return row ? readMeeting(row) : null;
    },

    async withNumber(meetingNo) {
      const rows = await db.read
        .selectFrom('meetings')
        .select(SELECTED)
        .where('meeting_no', '=', meetingNo)
        .orderBy('created_at', 'desc')
        .limit(SAME_NUMBER)
        .execute();
      return rows.map(readMeeting);
    },

    async save(live, { meeting, pollAt }, jobs) {
      const rows = toRows(jobs, clock);
      const saved = await db
        .tx(async (sql) => {
          if (!(await putLive(sql, live))) return false;
          if (meeting) {
            if (!(await putMeeting(sql, { ...meeting, pollAt }))) throw new Overtaken();
          } else await sql.updateTable('meetings').set({ poll_at: pollAt }).where('id', '=', live.meetingId).execute();
          await insertJobs(sql, rows);
          return true;
        })
        .catch((error: unknown) => {
          if (error instanceof Overtaken) return false;
          throw error;
        });
      if (saved && rows.length > 0) added(rows);
      return saved;
    },

    async setPoll(meetingId, at) {
      await db.tx((sql) => sql.updateTable('meetings').set({ poll_at: at }).where('id', '=', meetingId).execute());
    },

    takeDue: (limit) => db.tx((sql) => takeDue(sql, clock.now(), limit)),

    async nextPoll() {
      const { at } = await db.read
        .selectFrom('meetings')
        .select((eb) => eb.fn.min('poll_at').as('at'))
        .where('poll_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return at;
    },

    async pollOpen() {
      const now = clock.now();
      await db.tx((sql) =>
        sql.updateTable('meetings').set({ poll_at: now }).where('status', 'in', OPEN).where('end_at', '>', now).execute(),
      );
    },

    async beginDraw(messageId, version) {
      const { numUpdatedRows } = await db.tx((sql) =>
        sql
          .updateTable('cards')
          .set({ version })
          .where('message_id', '=', messageId)
          .where((eb) => eb.or([eb('version', 'is', null), eb('version', '<=', version)]))
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows > 0n;
    },

    async endDraw(messageId, drawn) {
      await db.tx((sql) => sql.updateTable('cards').set({ drawn, drawn_at: clock.now() }).where('message_id', '=', messageId).execute());
    },

    async forgetDrawn(messageId) {
      await db.tx((sql) => sql.updateTable('cards').set({ drawn: null }).where('message_id', '=', messageId).execute());
    },

    claim: (wanted) => db.tx((sql) => claim(sql, wanted, clock.now())),

    async markClaim(attemptId, state) {
      await db.tx((sql) => sql.updateTable('claims').set({ state }).where('attempt_id', '=', attemptId).execute());
    },

    async release(attemptId) {
      await db.tx((sql) => sql.deleteFrom('claims').where('attempt_id', '=', attemptId).execute());
    },
  };
}

/** Somebody wrote the meeting since it was read: nothing of this is written. */
class Overtaken extends Error {}

async function putLive(sql: Sql, live: Live): Promise<boolean> {
  const { version, ...rest } = live;
  const data = JSON.stringify(rest);
  const row = { meeting_id: live.meetingId, version: version + 1, data };
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('live')
    .values(row)
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet({ version: row.version, data }).where('live.version', '=', version))
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return false;
  const sessions = live.sessions.map(({ id }) => ({ id, meeting_id: live.meetingId }));
  if (sessions.length > 0)
    await sql
      .insertInto('sessions')
      .values(sessions)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  return true;
}

/** Those that run or should have begun go first; whoever lies ahead has what is left over. */
async function takeDue(db: Sql, now: Millis, limit: number): Promise<{ id: string; dueAt: Millis; meetingNo: string }[]> {
  const due = await db
    .selectFrom('meetings')
    .select(['id', 'poll_at as dueAt', 'meeting_no as meetingNo'])
    .where('poll_at', '<=', now)
    .orderBy(sql`case when status = 'booked' and start_at > ${now + AHEAD} then 1 else 0 end`)
    .orderBy('poll_at')
    .limit(limit)
    .forUpdate()
    .execute();
  if (due.length > 0)
    await db
      .updateTable('meetings')
      .set({ poll_at: null })
      .where(
        'id',
        'in',
        due.map((one) => one.id),
      )
      .execute();
  return due.map((one) => ({ ...one, dueAt: one.dueAt ?? now }));
}

async function claim(
  db: Sql,
  wanted: { chatId: string; attemptId: string; personId: string; until: Millis },
  now: Millis,
): Promise<Claim | null> {
  const { chatId: chat_id, attemptId: attempt_id, personId: person_id, until } = wanted;
  const row = { chat_id, attempt_id, person_id, state: 'booking' as const, until };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('claims')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('chat_id')
        .doUpdateSet(row)
        .where((eb) => eb.or([eb('claims.until', '<=', now), eb('claims.attempt_id', '=', attempt_id)])),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) return null;
  const held = await db.selectFrom('claims').selectAll().where('chat_id', '=', chat_id).executeTakeFirst();
  return held ? claimOf(held) : null;
}

const claimOf = (row: ClaimsTable): Claim => ({ attemptId: row.attempt_id, personId: row.person_id, state: row.state });
