/** A meeting as a row, and back; whole in `data`, what is searched for in columns beside it. */
import type { Meeting } from '../domain/meeting.ts';
import type { Sql } from './db.ts';
import { hot, hotList } from './hot.ts';
import type { MeetingsTable, Tables } from './tables.ts';
import { topicKey } from './topic-key.ts';

export const SELECTED = ['data', 'version', 'poll_at'] as const;

/** Their numbers are valid. */
export const OPEN = ['booked', 'live', 'ended'];

export type MeetingRow = Pick<MeetingsTable, 'data' | 'version' | 'poll_at'>;

export const readMeeting = (row: MeetingRow): Meeting => ({
  ...(JSON.parse(row.data) as Meeting),
  version: row.version,
  ...(row.poll_at === null ? {} : { pollAt: row.poll_at }),
});

export const meetingOf = (row: MeetingRow | undefined): Meeting | null => (row ? readMeeting(row) : null);

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

export async function addMeeting(sql: Sql, meeting: Meeting): Promise<void> {
  await insertMeeting(sql, rowOf(meeting));
  await addHosts(sql, meeting);
}

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

export async function setHosts(sql: Sql, meeting: Meeting): Promise<void> {
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
