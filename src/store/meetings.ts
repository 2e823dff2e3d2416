import type { Clock } from '../domain/time.ts';
import type { CardRow, MeetingStore } from '../meeting/ports/meetings.ts';
import { createAttempts, finishAttempt } from './attempts.ts';
import { writeAudit } from './audit.ts';
import { changeDone } from './changes.ts';
import type { Added, Db } from './db.ts';
import { findMeetings } from './find-meetings.ts';
import { hot, hotRead } from './hot.ts';
import { insertJobs, toRows } from './jobs/insert.ts';
import { addMeeting, meetingOf, OPEN, putMeeting, SELECTED, setHosts } from './meeting-row.ts';
import type { CardsTable } from './tables.ts';

/** @param added called with the jobs that were committed */
export function createMeetings(db: Db, clock: Clock, added: Added): MeetingStore {
  const byId = hotRead(db, (sql, { id }: { id: string }) => sql.selectFrom('meetings').select(SELECTED).where('id', '=', id));
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

    find: (query) => findMeetings(db.read, query),

    ...createAttempts(db),

    async add(meeting, attemptId, jobs, entry) {
      const rows = toRows(jobs, clock);
      await db.tx(async (sql) => {
        await addMeeting(sql, meeting);
        await finishAttempt(sql, { attemptId, meetingId: meeting.id });
        await insertJobs(sql, rows);
        if (entry) await writeAudit(sql, [entry]);
      });
      if (rows.length > 0) added(rows);
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
      if (saved && rows.length > 0) added(rows);
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

const cardOf = (row: CardsTable): CardRow => ({
  messageId: row.message_id,
  meetingId: row.meeting_id,
  chatId: row.chat_id,
  sentAt: row.sent_at,
  ...(row.drawn === null ? {} : { drawn: row.drawn }),
  ...(row.drawn_at === null ? {} : { drawnAt: row.drawn_at }),
});

const insertCard = hot((sql, { messageId, meetingId, chatId, sentAt }: CardRow) =>
  sql
    .insertInto('cards')
    .values({ message_id: messageId, meeting_id: meetingId, chat_id: chatId, sent_at: sentAt })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ meeting_id: meetingId })),
);
