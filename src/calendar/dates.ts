/**
 * Dates as whole days since 1970-01-01, so that "three days on" is plain addition; dayjs knows the calendar.
 * Months count from 1; Monday is 1, Sunday 7 (ISO 8601).
 */
import dayjs, { type Dayjs } from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(isoWeek);

export interface Civil {
  y: number;
  mo: number;
  d: number;
}

const DAY = 86_400_000;

const dateOf = (day: number): Dayjs => dayjs.utc(day * DAY);
const numberOf = (date: Dayjs): number => Math.floor(date.valueOf() / DAY);
const firstOf = (y: number, mo: number): Dayjs => dateOf(Math.floor(Date.UTC(y, mo - 1, 1) / DAY));

/** Rolls over like the calendar does: month 13 is January of the next year, day 0 the last of the month before. */
export const dayNumber = (y: number, mo: number, d: number): number => Math.floor(Date.UTC(y, mo - 1, d) / DAY);

export function civil(day: number): Civil {
  const date = dateOf(day);
  return { y: date.year(), mo: date.month() + 1, d: date.date() };
}

export const weekday = (day: number): number => dateOf(day).isoWeekday();

/** The Monday of that day's week. */
export const monday = (day: number): number => day - weekday(day) + 1;

export const daysInMonth = (y: number, mo: number): number => firstOf(y, mo).daysInMonth();

export const isDate = (y: number, mo: number, d: number): boolean => mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo);

/** The same day of another month, or its last day where that month is shorter. */
export const addMonths = (day: number, months: number): number => numberOf(dateOf(day).add(months, 'month'));

/** `n` counts from 1; −1 is the last one. Null where the month has no fifth. */
export function nthWeekday(y: number, mo: number, wd: number, n: number): number | null {
  const first = dayNumber(y, mo, 1);
  const last = dayNumber(y, mo + 1, 0);
  if (n < 0) return last - ((weekday(last) - wd + 7) % 7) + (n + 1) * 7;
  const day = first + ((wd - weekday(first) + 7) % 7) + (n - 1) * 7;
  return day <= last ? day : null;
}

/** `YYYY-MM-DD`. */
export const isoDay = (day: number): string => dateOf(day).format('YYYY-MM-DD');

/** Day number of a `YYYY-MM-DD`. */
export const dayOf = (iso: string): number => numberOf(dayjs.utc(iso));
