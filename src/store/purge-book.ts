/** Meetings and series that are long over are forgotten, with all that belongs to them. */
import { sql } from 'kysely';
import type { Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import type { Sql } from './db.ts';
import { jsonOf } from './json.ts';
import { lastDay } from './series.ts';

const DAY = 24 * 3_600_000;
/** As long as it can be asked who did what. */
const KEEP_MEETINGS = 180 * DAY;
const BATCH = 200;

/** @returns true when there may be more */
export async function purgeBook(db: Sql, now: Millis): Promise<boolean> {
  const before = now - KEEP_MEETINGS;
  const meetings = await purgeMeetings(db, before);
  const series = await purgeSeries(db, before);
  return meetings === BATCH || series === BATCH;
}

/** @returns how many there were */
async function purgeMeetings(db: Sql, before: Millis): Promise<number> {
  const rows = await db.selectFrom('meetings').select('id').where('end_at', '<', before).orderBy('end_at').limit(BATCH).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const table of ['hosts', 'cards', 'live', 'sessions'] as const) await db.deleteFrom(table).where('meeting_id', 'in', ids).execute();
  await db.deleteFrom('meetings').where('id', 'in', ids).execute();
  return ids.length;
}

/**
 * A series that ended: by the last day that it had, which stands beside it once it is known there.
 * @returns how many were looked at
 */
async function purgeSeries(db: Sql, before: Millis): Promise<number> {
  const day = new Date(before).toISOString().slice(0, 10);
  const rows = await db
    .selectFrom('series')
    .select(['id', 'data', 'last_day'])
    .where('status', 'in', ['stopped', 'over'])
    .where('created_at', '<', before)
    .where(sql<boolean>`coalesce(last_day, '') < ${day}`)
    .orderBy(sql`coalesce(last_day, '')`)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  const ids: string[] = [];
  for (const row of rows) {
    const last = lastDay((jsonOf(row.data) as Pick<Series, 'doneTo'> | undefined) ?? { doneTo: null });
    if (last < day) ids.push(row.id);
    // Written by a version that did not know of it.
    else await db.updateTable('series').set({ last_day: last }).where('id', '=', row.id).execute();
  }
  if (ids.length === 0) return rows.length;
  await db.deleteFrom('series_cards').where('series_id', 'in', ids).execute();
  await db.deleteFrom('series').where('id', 'in', ids).execute();
  return rows.length;
}
