import { dayIn, toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { ListSpan } from '../domain/intent.ts';
import type { Millis, Zone } from '../domain/time.ts';
import { DAY } from './rules.ts';

const at0 = (day: string, zone: Zone): Millis => {
  const [y, mo, d] = day.split('-').map(Number) as [number, number, number];
  return toInstant({ y, mo, d, h: 0, mi: 0 }, zone);
};

/** `[from, until)` of a span on the asker's calendar; weeks start on Monday. */
export function spanOf(span: ListSpan, now: Millis, zone: Zone): { from: Millis; until?: Millis } {
  const day = (offset: number): Millis => at0(dayIn(at0(dayIn(now, zone), zone) + offset * DAY + DAY / 2, zone), zone);
  const { y, mo, d } = wallOf(now, zone);
  const monday = -((new Date(Date.UTC(y, mo - 1, d)).getUTCDay() + 6) % 7);
  switch (span) {
    case 'all':
      return { from: now };
    case 'today':
      return { from: day(0), until: day(1) };
    case 'tomorrow':
      return { from: day(1), until: day(2) };
    case 'this_week':
      return { from: day(monday), until: day(monday + 7) };
    case 'next_week':
      return { from: day(monday + 7), until: day(monday + 14) };
  }
}
