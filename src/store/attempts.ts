/** Bookings that were begun, so that none is begun twice. */
import type { Millis } from '../domain/time.ts';
import type { Attempt, MeetingStore } from '../meeting/ports/meetings.ts';
import type { Db, Sql } from './db.ts';
import { hot, hotRead } from './hot.ts';
import type { AttemptsTable } from './tables.ts';

export type Attempts = Pick<MeetingStore, 'attempt' | 'beginAttempt' | 'endAttempt' | 'attempts' | 'booked'>;

export function createAttempts(db: Db): Attempts {
  const attemptById = hotRead(db, (sql, { id }: { id: string }) => sql.selectFrom('attempts').selectAll().where('id', '=', id));
  const bookedBy = hotRead(db, (sql, { id, since }: Since) => countedSince(sql, since).where('owner_id', '=', id));
  const bookedIn = hotRead(db, (sql, { id, since }: Since) => countedSince(sql, since).where('chat_id', '=', id));
  return {
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
  };
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

/** @returns nothing where it was begun before, and not clearly refused: only what was not done may begin again */
const insertAttempt = hot((sql, { id, owner_id, chat_id, state, request, meeting_id, created_at }: AttemptsTable) =>
  sql
    .insertInto('attempts')
    .values({ id, owner_id, chat_id, state, request, meeting_id, created_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state: 'calling', request }).where('attempts.state', '=', 'refused'))
    .returning('id'),
);

export const finishAttempt = hot((sql, { attemptId, meetingId }: { attemptId: string; meetingId: string }) =>
  sql.updateTable('attempts').set({ state: 'done', meeting_id: meetingId }).where('id', '=', attemptId),
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
