import { type ExpressionBuilder, sql } from 'kysely';
import type { Meeting } from '../domain/meeting.ts';
import type { Clock, Millis } from '../domain/time.ts';
import type { Attempt, CardRow, FindMeetings, MeetingStore } from '../meeting/ports/meetings.ts';
import { writeAudit } from './audit.ts';
import { changeDone } from './changes.ts';
import type { Db, Sql } from './db.ts';
import { hot, hotList, hotRead } from './hot.ts';
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

interface Since {
  /** A person's or a chat's. */
  id: string;
  since: Millis;
}

const countedSince = (sql: Sql, since: Millis) =>
  sql
    .selectFrom('attempts')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('first')])
    .where('created_at', '>', since)
    .where('state', '<>', 'refused');

/** @param added called after jobs were committed */
export function createMeetings(db: Db, clock: Clock, added: () => void): MeetingStore {
  const byId = hotRead(db, (sql, { id }: { id: string }) => sql.selectFrom('meetings').select(SELECTED).where('id', '=', id));
  const attemptById = hotRead(db, (sql, { id }: { id: string }) => sql.selectFrom('attempts').selectAll().where('id', '=', id));
  const bookedBy = hotRead(db, (sql, { id, since }: Since) => countedSince(sql, since).where('owner_id', '=', id));
  const bookedIn = hotRead(db, (sql, { id, since }: Since) => countedSince(sql, since).where('chat_id', '=', id));
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
      const row: AttemptsTable = {
        id: attempt.id,
        owner_id: attempt.ownerId,
        chat_id: attempt.chatId,
        state: attempt.state,
        request: JSON.stringify(attempt.request ?? null),
        meeting_id: attempt.meetingId,
        created_at: attempt.createdAt,
      };
      return (await db.write((sql) => insertAttempt(sql, row))).length > 0;
    },

    async endAttempt(id, state) {
      await db.write((sql) => sql.updateTable('attempts').set({ state }).where('id', '=', id).where('state', '=', 'calling').execute());
    },

    async attempts(state, chatId) {
      const all = db.read.selectFrom('attempts').selectAll().where('state', '=', state).orderBy('created_at');
      const rows = await (chatId === undefined ? all : all.where('chat_id', '=', chatId)).execute();
      return rows.map(attemptOf);
    },

    async booked(by, since) {
      const [row] = await ('ownerId' in by ? bookedBy({ id: by.ownerId, since }) : bookedIn({ id: by.chatId, since }));
      return { count: row?.count ?? 0, first: row?.first ?? null };
    },

    async add(meeting, attemptId, jobs, entry) {
      const rows = toRows(jobs, clock);
      await db.tx(async (sql) => {
        await insertMeeting(sql, rowOf(meeting));
        await addHosts(sql, meeting);
        await endAttempt(sql, { attemptId, meetingId: meeting.id });
        await insertJobs(sql, rows);
        if (entry) await writeAudit(sql, [entry]);
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
      await db.write((sql) =>
        sql
          .insertInto('lines')
          .values({ message_id: messageId, meeting_id: meetingId, at: clock.now() })
          .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ meeting_id: meetingId }))
          .execute(),
      );
    },

    async addCard(card) {
      await db.write((sql) => insertCard(sql, card));
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
  const rows = query.topic === undefined ? await finderOf(query)(db, query) : await pageOf(db, query).execute();
  const meetings = rows.map(readMeeting);
  // Where the page is not full, it tells how many there are.
  if (rows.length > 0 && rows.length < query.limit) return { meetings, total: query.offset + rows.length };
  if (query.offset === 0 && rows.length === 0) return { meetings, total: 0 };
  const { total } = await matching(db, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { meetings, total };
}

const finders = new Map<string, (sql: Sql, query: FindMeetings) => Promise<Row[]>>();

/** Every booking looks for those beside it: a statement for each set of things that are looked at. */
function finderOf(query: FindMeetings): (sql: Sql, query: FindMeetings) => Promise<Row[]> {
  const { statuses, order } = query;
  const given = WHICH.filter((field) => query[field] !== undefined);
  const shape = [order, statuses ? `[${statuses}]` : '', ...given].join(' ');
  let finder = finders.get(shape);
  if (!finder) {
    finder = hot<FindMeetings, Row>((sql, slots) => {
      const which = Object.fromEntries(given.map((field) => [field, slots[field]]));
      return pageOf(sql, { ...which, order, ...(statuses ? { statuses } : {}), limit: slots.limit, offset: slots.offset });
    });
    finders.set(shape, finder);
  }
  return finder;
}

const WHICH = ['chatId', 'personId', 'from', 'until'] as const;

const matching = (db: Sql, query: FindMeetings) => db.selectFrom('meetings').where((eb) => eb.and(conditions(eb, query)));

function pageOf(db: Sql, query: FindMeetings) {
  const { topic } = query;
  return matching(db, query)
    .select(SELECTED)
    .$if(topic !== undefined, (select) => select.orderBy(sql`case when topic_key = ${topicKey(topic ?? '')} then 0 else 1 end`))
    .orderBy(query.order === 'start' ? 'start_at' : 'created_at', query.order === 'start' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(query.limit)
    .offset(query.offset);
}

function conditions(eb: ExpressionBuilder<Tables, 'meetings'>, query: FindMeetings) {
  const all = [];
  const { chatId, personId, from, until, statuses, topic } = query;
  if (chatId !== undefined) all.push(eb('chat_id', '=', chatId));
  if (personId !== undefined)
    all.push(
      eb.or([eb('owner_id', '=', personId), eb('id', 'in', eb.selectFrom('hosts').select('meeting_id').where('person_id', '=', personId))]),
    );
  if (topic !== undefined) all.push(containing(topicKey(topic)));
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

const insertMeeting = hot((sql, row: MeetingsTable) =>
  sql.insertInto('meetings').values({
    id: row.id,
    reserve_id: row.reserve_id,
    meeting_no: row.meeting_no,
    owner_id: row.owner_id,
    chat_id: row.chat_id,
    start_at: row.start_at,
    end_at: row.end_at,
    status: row.status,
    topic_key: row.topic_key,
    version: row.version,
    created_at: row.created_at,
    poll_at: row.poll_at,
    data: row.data,
  }),
);

/** @returns nothing where it was begun before, and not clearly refused: only what was not done may begin again */
const insertAttempt = hot((sql, { id, owner_id, chat_id, state, request, meeting_id, created_at }: AttemptsTable) =>
  sql
    .insertInto('attempts')
    .values({ id, owner_id, chat_id, state, request, meeting_id, created_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state: 'calling', request }).where('attempts.state', '=', 'refused'))
    .returning('id'),
);

const endAttempt = hot((sql, { attemptId, meetingId }: { attemptId: string; meetingId: string }) =>
  sql.updateTable('attempts').set({ state: 'done', meeting_id: meetingId }).where('id', '=', attemptId),
);

const insertCard = hot((sql, { messageId, meetingId, chatId, sentAt }: CardRow) =>
  sql
    .insertInto('cards')
    .values({ message_id: messageId, meeting_id: meetingId, chat_id: chatId, sent_at: sentAt })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ meeting_id: meetingId })),
);

async function setHosts(sql: Sql, meeting: Meeting): Promise<void> {
  await sql.deleteFrom('hosts').where('meeting_id', '=', meeting.id).execute();
  await addHosts(sql, meeting);
}

async function addHosts(sql: Sql, meeting: Meeting): Promise<void> {
  const hosts = [...new Set(meeting.hostIds)].map((person_id) => ({ meeting_id: meeting.id, person_id }));
  if (hosts.length > 0) await insertHosts(sql, hosts, {});
}

const insertHosts = hotList((sql, rows: readonly Tables['hosts'][]) =>
  sql.insertInto('hosts').values(rows.map(({ meeting_id, person_id }) => ({ meeting_id, person_id }))),
);

const attemptOf = (row: AttemptsTable): Attempt => ({
  id: row.id,
  ownerId: row.owner_id,
  chatId: row.chat_id,
  state: row.state,
  request: row.request === null ? null : (JSON.parse(row.request) as unknown),
  meetingId: row.meeting_id,
  createdAt: row.created_at,
});
