import type { MeetingStatus } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import type { Db } from './db.ts';

/** Of what is cancelled or released half a year lies in the table: counting that would cost more than it tells. */
const MEETINGS: readonly MeetingStatus[] = ['booked', 'live', 'ended'];
const SERIES: readonly Series['status'][] = ['on', 'stopped', 'over'];

export async function countStates(db: Db): Promise<{ meetings: Record<string, number>; series: Record<string, number> }> {
  const meetings = await db.read
    .selectFrom('meetings')
    .select(['status', (eb) => eb.fn.countAll().as('n')])
    .where('status', 'in', MEETINGS)
    .groupBy('status')
    .execute();
  const series = await db.read
    .selectFrom('series')
    .select(['status', (eb) => eb.fn.countAll().as('n')])
    .groupBy('status')
    .execute();
  return { meetings: counted(MEETINGS, meetings), series: counted(SERIES, series) };
}

/** A state that nothing is in counts as well. */
const counted = (states: readonly string[], rows: readonly { status: string; n: unknown }[]): Record<string, number> =>
  Object.fromEntries(states.map((state) => [state, Number(rows.find(({ status }) => status === state)?.n ?? 0)]));
