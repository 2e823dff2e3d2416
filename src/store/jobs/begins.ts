import type { Millis } from '../../domain/time.ts';
import type { Job, Sql } from '../db.ts';

/** A mark for each time that it began since a run of it came to an end. */
export async function begins(db: Sql, job: Pick<Job, 'id' | 'attempt' | 'unfinished'>, most: number, now: Millis): Promise<boolean> {
  for (let nth = 1; nth <= most; nth++) {
    const written = await db
      .insertInto('marks')
      .values({ key: `begun:${job.id}:${job.attempt - job.unfinished}:${nth}`, at: now })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .execute();
    if (written.length > 0) return true;
  }
  return false;
}
