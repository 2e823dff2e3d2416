/** Recurrences: RRULE text, and the first day that one falls on. */

import { addMonths, civil, dayNumber, daysInMonth, isDate, nthWeekday, weekday } from '../../calendar/dates.ts';
import { instantOf } from '../../calendar/wall-clock.ts';
import type { Zone } from '../../domain/time.ts';
import type { RepeatSpec } from './atoms.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Where a recurrence stops: after so many times, or with a day (day number, inclusive). */
export interface Bound {
  count: number | null;
  until: number | null;
}

/** RFC 5545 without `RRULE:`; UNTIL is the end of its day in the zone, in UTC as the RFC asks. */
export function rrule(repeat: RepeatSpec, bound: Bound, zone: Zone): string {
  const parts = [`FREQ=${repeat.freq}`];
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`);
  if (repeat.bymonth !== null) parts.push(`BYMONTH=${repeat.bymonth}`);
  if (repeat.byday.length > 0) parts.push(`BYDAY=${repeat.byday.map(({ wd, nth }) => `${nth === 0 ? '' : nth}${DAYS[wd - 1]}`).join(',')}`);
  if (repeat.bymonthday.length > 0) parts.push(`BYMONTHDAY=${repeat.bymonthday.join(',')}`);
  if (repeat.setpos) parts.push(`BYSETPOS=${repeat.setpos}`);
  if (bound.count !== null) parts.push(`COUNT=${bound.count}`);
  else if (bound.until !== null) {
    const end = new Date(instantOf(bound.until, 1439, zone) + 59_000);
    parts.push(`UNTIL=${end.toISOString().replace(/[-:]|\.\d+/g, '')}`);
  }
  return parts.join(';');
}

function monthDays(repeat: RepeatSpec, y: number, mo: number): number[] {
  if (repeat.setpos) {
    const all: number[] = [];
    for (let day = dayNumber(y, mo, 1); day <= dayNumber(y, mo + 1, 0); day += 1) {
      if (repeat.byday.some(({ wd }) => wd === weekday(day))) all.push(day);
    }
    return all.slice(repeat.setpos < 0 ? repeat.setpos : repeat.setpos - 1).slice(0, 1);
  }
  const days: number[] = [];
  for (const d of repeat.bymonthday) {
    if (d < 0) days.push(dayNumber(y, mo, daysInMonth(y, mo) + 1 + d));
    else if (isDate(y, mo, d)) days.push(dayNumber(y, mo, d));
  }
  for (const { wd, nth } of repeat.byday) {
    const day = nthWeekday(y, mo, wd, nth === 0 ? 1 : nth);
    if (day !== null) days.push(day);
  }
  return days.sort((a, b) => a - b);
}

/**
 * Day number of the first occurrence on or after `from` for which `ahead` holds (its clock has not passed yet).
 * `anchor`: the day that was said to begin with, which a rule without days of its own keeps.
 */
export function firstDay(repeat: RepeatSpec, from: number, ahead: (day: number) => boolean): number | null {
  if (repeat.freq === 'DAILY') return ahead(from) ? from : from + 1;
  if (repeat.freq === 'WEEKLY') {
    if (repeat.byday.length === 0) return ahead(from) ? from : from + 7;
    for (let day = from; day <= from + 8; day += 1) {
      if (repeat.byday.some(({ wd }) => wd === weekday(day)) && ahead(day)) return day;
    }
    return null;
  }
  if (repeat.bymonthday.length === 0 && repeat.byday.length === 0) {
    if (ahead(from)) return from;
    return addMonths(from, repeat.freq === 'MONTHLY' ? repeat.interval : 12);
  }
  const { y, mo } = civil(from);
  const first = repeat.bymonth ?? mo;
  const step = repeat.bymonth === null ? 1 : 12;
  for (let k = 0; k <= 96; k += 1) {
    const at = civil(dayNumber(y, first + k * step, 1));
    for (const day of monthDays(repeat, at.y, at.mo)) if (day >= from && ahead(day)) return day;
  }
  return null;
}

/** For how many times `n` days, weeks or months of a rule are. */
export function times(repeat: RepeatSpec, n: number, unit: 'times' | 'days' | 'weeks' | 'months' | 'years'): number {
  if (unit === 'times') return n;
  const days = unit === 'days' ? n : unit === 'weeks' ? n * 7 : unit === 'months' ? n * 30 : n * 365;
  const perPeriod = Math.max(1, repeat.byday.length, repeat.bymonthday.length);
  const period = repeat.freq === 'DAILY' ? 1 : repeat.freq === 'WEEKLY' ? 7 : repeat.freq === 'MONTHLY' ? 30 : 365;
  return Math.max(1, Math.floor(days / (period * repeat.interval)) * perPeriod);
}
