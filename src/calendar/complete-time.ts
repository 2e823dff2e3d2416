/** A time that is said bit by bit: what was said before, and what was said since. Pure. */
import type { DayPart, Millis, Moment, TimeReading, Zone } from '../domain/time.ts';
import { toInstant, wallOf } from './wall-clock.ts';

const MINUTE = 60_000;
const HALF_DAY = 12 * 60 * MINUTE;
/** Parts of the day whose hours a bare 8 belongs to. */
const LATE: ReadonlySet<DayPart> = new Set(['afternoon', 'evening', 'night']);

/** The day was not said. */
const DAY: ReadonlySet<string> = new Set(['date', 'next_day']);

/** What was said last counts; a day without a clock keeps the clock, a clock without a day the day. */
export function completedTime(was: TimeReading, said: TimeReading, zone: Zone): TimeReading {
  const start = startOf(was.start, said, zone);
  const minutes = said.minutes ?? (said.end ? null : (was.minutes ?? lengthOf(was)));
  const by = start?.grain === 'minute' && said.start?.grain === 'minute' ? start.at - said.start.at : 0;
  const end: Moment | null = said.end?.grain === 'minute' ? { grain: 'minute', at: said.end.at + by } : null;
  return {
    ...said,
    start,
    end,
    minutes,
    zone: said.zone ?? was.zone,
    rrule: said.rrule ?? was.rrule,
    ...((said.rrule === null ? was.workdays : said.workdays) ? { workdays: true as const } : {}),
    // 改到4点，哦不，5点: neither says on which day.
    assumed: said.start ? said.assumed.filter((one) => !DAY.has(one) || was.assumed.some((before) => DAY.has(before))) : was.assumed,
    other: by === 0 ? said.other : null,
  };
}

const lengthOf = ({ start, end }: TimeReading): number | null =>
  start?.grain === 'minute' && end?.grain === 'minute' ? Math.round((end.at - start.at) / MINUTE) : null;

export function startOf(was: Moment | null, said: TimeReading, zone: Zone): Moment | null {
  const { start } = said;
  if (!start || !was) return start ?? was;
  const dayAssumed = said.assumed.includes('date') || said.assumed.includes('next_day');
  if (start.grain === 'minute') {
    if (!dayAssumed) return start;
    const at = onDay(dayOf(was, zone), start.at, zone);
    // 8 in an evening that was said before is 20:00, whatever it was alone.
    const late = was.grain === 'part' && LATE.has(was.part) && wallOf(at, zone).h < 12 && said.assumed.includes('morning');
    return { grain: 'minute', at: late ? at + HALF_DAY : at };
  }
  if (start.grain === 'part') return dayAssumed ? { ...start, day: dayOf(was, zone) } : start;
  return was.grain === 'minute' ? { grain: 'minute', at: onDay(start.day, was.at, zone) } : start;
}

export function dayOf(moment: Moment, zone: Zone): string {
  if (moment.grain !== 'minute') return moment.day;
  const { y, mo, d } = wallOf(moment.at, zone);
  return `${y}-${String(mo).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** That instant's clock on another day. */
function onDay(day: string, at: Millis, zone: Zone): Millis {
  const [y, mo, d] = day.split('-').map(Number) as [number, number, number];
  return toInstant({ ...wallOf(at, zone), y, mo, d }, zone);
}
