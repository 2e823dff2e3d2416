/** Meetings by what is known of them, a page at a time. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Meeting } from '../domain/meeting.ts';
import type { FindMeetings } from '../meeting/ports/meetings.ts';
import type { Sql } from './db.ts';
import { hot } from './hot.ts';
import { type MeetingRow, readMeeting, SELECTED } from './meeting-row.ts';
import type { Tables } from './tables.ts';
import { containing, topicKey } from './topic-key.ts';

export async function findMeetings(db: Sql, query: FindMeetings): Promise<{ meetings: Meeting[]; total: number }> {
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

const finders = new Map<string, (sql: Sql, query: FindMeetings) => Promise<MeetingRow[]>>();

/** Every booking looks for those beside it: a statement for each set of things that are looked at. */
function finderOf(query: FindMeetings): (sql: Sql, query: FindMeetings) => Promise<MeetingRow[]> {
  const { statuses, order } = query;
  const given = WHICH.filter((field) => query[field] !== undefined);
  const shape = [order, statuses ? `[${statuses}]` : '', ...given].join(' ');
  let finder = finders.get(shape);
  if (!finder) {
    finder = hot<FindMeetings, MeetingRow>((sql, slots) => {
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
