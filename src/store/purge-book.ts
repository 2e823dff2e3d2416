/** Meetings and series that are long over are forgotten, with all that belongs to them. */
import type { Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import type { Sql } from './db.ts';
import { jsonOf } from './json.ts';

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

/** A series that ended: by the last day that it had. */
async function purgeSeries(db: Sql, before: Millis): Promise<number> {
  const rows = await db
    .selectFrom('series')
    .select(['id', 'data'])
    .where('status', 'in', ['stopped', 'over'])
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(BATCH)
    .execute();
  const day = new Date(before).toISOString().slice(0, 10);
  const ids = rows.filter(({ data }) => ((jsonOf(data) as Series | undefined)?.doneTo ?? '') < day).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db.deleteFrom('series_cards').where('series_id', 'in', ids).execute();
  await db.deleteFrom('series').where('id', 'in', ids).execute();
  return ids.length;
}
