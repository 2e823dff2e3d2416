import type { Clock } from '../domain/time.ts';
import type { Changes } from '../meeting/ports.ts';
import type { Db } from './db.ts';

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

    async drop(job) {
      await db.tx((sql) => sql.deleteFrom('changes').where('job', '=', job).where('state', '=', 'calling').execute());
    },
  };
}
