/** The machine's clock was set back: what was due already is due now, in the same order, and what waits waits no longer than before. */
import { sql } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { Sql } from '../db.ts';
import { LEASE } from './claim.ts';
import { isOpen } from './insert.ts';

/** @param from what the clock showed before */
export async function setBack(db: Sql, from: Millis, now: Millis): Promise<void> {
  const by = from - now;
  await db
    .updateTable('jobs')
    .set({
      due: sql`case when due > ${now} then ${now} else due end`,
      run_at: sql`case when run_at <= ${now} then run_at when run_at <= ${from} then ${now} else run_at - ${by} end`,
    })
    .where((eb) => eb.or([isOpen, eb('state', '=', 'new')]))
    .where('due', '<=', from)
    .execute();
  await db
    .updateTable('lanes')
    .set((eb) => {
      const head = eb.selectFrom('jobs').where(isOpen).whereRef('jobs.lane', '=', 'lanes.lane').orderBy('due').orderBy('seq').limit(1);
      return { head_due: head.select('due'), wake_at: head.select('run_at') };
    })
    .where('holder', 'is', null)
    .where('head_due', '<=', from)
    .execute();
  const lease = now + LEASE;
  await db.updateTable('lanes').set({ wake_at: lease }).where('holder', 'is not', null).where('wake_at', '>', lease).execute();
}
