import { type ExpressionBuilder, sql } from 'kysely';
import type { Meeting } from '../domain/meeting.ts';
import type { Clock, Millis } from '../domain/time.ts';
import type { Attempt, CardRow, FindMeetings, MeetingStore } from '../meeting/ports.ts';
import type { Db, Sql } from './db.ts';
import { hot } from './hot.ts';
import { insertJobs, toRows } from './jobs/insert.ts';
import type { AttemptsTable, CardsTable, MeetingsTable, Tables } from './tables.ts';
import { containing, topicKey } from './topic-key.ts';

export const SELECTED = ['data', 'version', 'poll_at'] as const;

/** Their numbers are valid. */
export const OPEN = ['booked', 'live', 'ended'];

/** Over the version that was read. @returns false: somebody wrote it since */
export async function putMeeting(sql: Sql, meeting: Meeting): Promise<boolean> {
  const { id, created_at, ...row } = rowOf({ ...meeting, version: meeting.version + 1 });
  const { numUpdatedRows } = await sql
    .updateTable('meetings')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', meeting.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** @param added called after jobs were committed */
export function createMeetings(db: Db, clock: Clock, added: () => void): MeetingStore {
  const byId = hot(db, (sql, { id }: { id: string }) => sql.selectFrom('meetings').select(SELECTED).where('id', '=', id));
  const attemptById = hot(db, (sql, { id }: { id: string }) => sql.selectFrom('attempts').selectAll().where('id', '=', id));
  return {
    async get(id) {
      return meetingOf((await byId({ id }))[0]);
    },

    async byMeetingNo(meetingNo) {
      const row = await db.read
        .selectFrom('meetings')
        .select(SELECTED)
        .where('meeting_no', '=', meetingNo)
        .where('status', 'in', OPEN)
        .where('end_at', '>', clock.now())
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return meetingOf(row);
    },

    async byMessage(messageId) {
      const row = await db.read
        .selectFrom('lines')
        .innerJoin('meetings', 'meetings.id', 'lines.meeting_id')
        .select(['data', 'meetings.version', 'poll_at'])
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return meetingOf(row) ?? this.byCard(messageId);
    },

    async byCard(messageId) {
      const row = await db.read
        .selectFrom('cards')
        .innerJoin('meetings', 'meetings.id', 'cards.meeting_id')
        .select(['data', 'meetings.version', 'poll_at'])
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return meetingOf(row);
    },

    find: (query) => find(db.read, query),

    async attempt(id) {
      const [row] = await attemptById({ id });
      return row ? attemptOf(row) : null;
    },

    async beginAttempt(attempt) {
      const { numInsertedOrUpdatedRows } = await db.tx((sql) =>
        sql
          .insertInto('attempts')
          .values({
            id: attempt.id,
            owner_id: attempt.ownerId,
            chat_id: attempt.chatId,
            state: attempt.state,
            request: JSON.stringify(attempt.request ?? null),
            meeting_id: attempt.meetingId,
            created_at: attempt.createdAt,
          })
          // What was clearly refused was not done: the same attempt may begin again.
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet({ state: 'calling', request: JSON.stringify(attempt.request ?? null) })
              .where('attempts.state', '=', 'refused'),
          )
          .executeTakeFirstOrThrow(),
      );
      return Number(numInsertedOrUpdatedRows) > 0;
    },

    async endAttempt(id, state) {
      await db.tx((sql) => sql.updateTable('attempts').set({ state }).where('id', '=', id).where('state', '=', 'calling').execute());
    },

    async attempts(state) {
      const rows = await db.read.selectFrom('attempts').selectAll().where('state', '=', state).orderBy('created_at').execute();
      return rows.map(attemptOf);
    },

    async booked(by, since) {
      const row = await db.read
        .selectFrom('attempts')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('first')])
        .where((eb) => ('ownerId' in by ? eb('owner_id', '=', by.ownerId) : eb('chat_id', '=', by.chatId)))
        .where('created_at', '>', since)
        .where('state', '<>', 'refused')
        .executeTakeFirstOrThrow();
      return { count: row.count, first: row.first };
    },

    async add(meeting, attemptId, jobs) {
      const rows = toRows(jobs, clock);
      await db.tx(async (sql) => {
        await sql.insertInto('meetings').values(rowOf(meeting)).execute();
        await setHosts(sql, meeting);
        await sql.updateTable('attempts').set({ state: 'done', meeting_id: meeting.id }).where('id', '=', attemptId).execute();
        await insertJobs(sql, rows);
      });
      if (rows.length > 0) added();
    },

    async save(meeting, jobs, change) {
      const rows = toRows(jobs, clock);
      const saved = await db.tx(async (sql) => {
        if (!(await putMeeting(sql, meeting))) return false;
        await setHosts(sql, meeting);
        await insertJobs(sql, rows);
        if (change) await changeDone(sql, change, meeting.id, clock.now());
        return true;
      });
      if (saved && rows.length > 0) added();
      return saved;
    },

    async addLine(messageId, meetingId) {
      await db.tx((sql) =>
        sql
          .insertInto('lines')
          .values({ message_id: messageId, meeting_id: meetingId, at: clock.now() })
          .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ meeting_id: meetingId }))
          .execute(),
      );
    },

    async addCard(card) {
      await db.tx((sql) =>
        sql
          .insertInto('cards')
          .values({ message_id: card.messageId, meeting_id: card.meetingId, chat_id: card.chatId, sent_at: card.sentAt })
          .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ meeting_id: card.meetingId }))
          .execute(),
      );
    },

    async cards(meetingId) {
      const rows = await db.read.selectFrom('cards').selectAll().where('meeting_id', '=', meetingId).orderBy('sent_at').execute();
      return rows.map(cardOf);
    },

    async removeCard(messageId) {
      await db.tx((sql) => sql.deleteFrom('cards').where('message_id', '=', messageId).execute());
    },
  };
}

async function find(db: Sql, query: FindMeetings): Promise<{ meetings: Meeting[]; total: number }> {
  const topic = query.topic === undefined ? null : topicKey(query.topic);
  const matching = db.selectFrom('meetings').where((eb) => eb.and(conditions(eb, query, topic)));
  const rows = await matching
    .select(SELECTED)
    .$if(topic !== null, (select) => select.orderBy(sql`case when topic_key = ${topic} then 0 else 1 end`))
    .orderBy(query.order === 'start' ? 'start_at' : 'created_at', query.order === 'start' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  const meetings = rows.map(readMeeting);
  // Where the page is not full, it tells how many there are.
  if (rows.length > 0 && rows.length < query.limit) return { meetings, total: query.offset + rows.length };
  if (query.offset === 0 && rows.length === 0) return { meetings, total: 0 };
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { meetings, total };
}

function conditions(eb: ExpressionBuilder<Tables, 'meetings'>, query: FindMeetings, topic: string | null) {
  const all = [];
  const { chatId, personId, from, until, statuses } = query;
  if (chatId !== undefined) all.push(eb('chat_id', '=', chatId));
  if (personId !== undefined)
    all.push(
      eb.or([eb('owner_id', '=', personId), eb('id', 'in', eb.selectFrom('hosts').select('meeting_id').where('person_id', '=', personId))]),
    );
  if (topic !== null) all.push(containing(topic));
  if (from !== undefined) all.push(eb('end_at', '>', from));
  if (until !== undefined) all.push(eb('start_at', '<', until));
  // Not by the index of states: most meetings of a company are in one of them, and whose or where it is says more.
  if (statuses !== undefined) all.push(statuses.length > 0 ? eb(sql<string>`coalesce(status, '')`, 'in', statuses) : sql<boolean>`1 = 0`);
  return all;
}

const rowOf = ({ pollAt = null, ...meeting }: Meeting): MeetingsTable => ({
  id: meeting.id,
  reserve_id: meeting.reserveId,
  meeting_no: meeting.meetingNo,
  owner_id: meeting.ownerId,
  chat_id: meeting.chatId,
  start_at: meeting.startAt,
  end_at: meeting.endAt,
  status: meeting.status,
  topic_key: topicKey(meeting.topic ?? ''),
  version: meeting.version,
  created_at: meeting.createdAt,
  poll_at: pollAt,
  data: JSON.stringify(meeting),
});

type Row = Pick<MeetingsTable, 'data' | 'version' | 'poll_at'>;

export const readMeeting = (row: Row): Meeting => ({
  ...(JSON.parse(row.data) as Meeting),
  version: row.version,
  ...(row.poll_at === null ? {} : { pollAt: row.poll_at }),
});

const meetingOf = (row: Row | undefined): Meeting | null => (row ? readMeeting(row) : null);

const cardOf = (row: CardsTable): CardRow => ({
  messageId: row.message_id,
  meetingId: row.meeting_id,
  chatId: row.chat_id,
  sentAt: row.sent_at,
  ...(row.drawn === null ? {} : { drawn: row.drawn }),
  ...(row.drawn_at === null ? {} : { drawnAt: row.drawn_at }),
});

async function setHosts(sql: Sql, meeting: Meeting): Promise<void> {
  await sql.deleteFrom('hosts').where('meeting_id', '=', meeting.id).execute();
  const hosts = [...new Set(meeting.hostIds)].map((person_id) => ({ meeting_id: meeting.id, person_id }));
  if (hosts.length > 0) await sql.insertInto('hosts').values(hosts).execute();
}

async function changeDone(sql: Sql, { job, what }: { job: string; what: unknown }, meetingId: string, at: Millis): Promise<void> {
  const row = { state: 'done' as const, data: JSON.stringify(what), at };
  await sql
    .insertInto('changes')
    .values({ job, meeting_id: meetingId, ...row })
    .onConflict((conflict) => conflict.column('job').doUpdateSet(row))
    .execute();
}

const attemptOf = (row: AttemptsTable): Attempt => ({
  id: row.id,
  ownerId: row.owner_id,
  chatId: row.chat_id,
  state: row.state,
  request: row.request === null ? null : (JSON.parse(row.request) as unknown),
  meetingId: row.meeting_id,
  createdAt: row.created_at,
});
