import type { Clock, Millis } from '../domain/time.ts';
import type { ChangeDone, Changes } from '../meeting/ports/meetings.ts';
import { writeAudit } from './audit.ts';
import type { Db, Sql } from './db.ts';

/** No job runs again by itself after so long. */
const IN_DOUBT: Millis = 9 * 3_600_000;

export function createChanges(db: Db, clock: Clock): Changes {
  return {
    async get(job) {
      const row = await db.read.selectFrom('changes').select(['state', 'meeting_id', 'data']).where('job', '=', job).executeTakeFirst();
      return row ? { done: row.state === 'done', meetingId: row.meeting_id, what: JSON.parse(row.data) as unknown } : null;
    },

    async begin(job, meetingId, what) {
      await db.tx((sql) =>
        sql
          .insertInto('changes')
          .values({ job, meeting_id: meetingId, state: 'calling', data: JSON.stringify(what), at: clock.now() })
          .onConflict((conflict) => conflict.column('job').doNothing())
          .execute(),
      );
    },

    async inDoubt(meetingId, except) {
      const rows = await db.read
        .selectFrom('changes')
        .select(['job', 'data'])
        .where('at', '>=', clock.now() - IN_DOUBT)
        .where('state', '=', 'calling')
        .where('meeting_id', '=', meetingId)
        .where('job', '!=', except)
        .orderBy('at')
        .execute();
      return rows.map(({ job, data }) => ({ job, what: JSON.parse(data) as unknown }));
    },

    async drop(job) {
      await db.tx((sql) => sql.deleteFrom('changes').where('job', '=', job).where('state', '=', 'calling').execute());
    },
  };
}

/** Written together with the meeting or the series (`of`) that it was done to. */
export async function changeDone(sql: Sql, { job, what, entry }: ChangeDone, of: string, at: Millis): Promise<void> {
  const row = { state: 'done' as const, data: JSON.stringify(what), at };
  await sql
    .insertInto('changes')
    .values({ job, meeting_id: of, ...row })
    .onConflict((conflict) => conflict.column('job').doUpdateSet(row))
    .execute();
  if (entry) await writeAudit(sql, [entry]);
}
