/**
 * On which days a recurrence falls, by RFC 5545 with weeks from Monday; working days by the country's own calendar.
 * Days are day numbers of the zone's calendar: daylight saving moves none of them.
 * (rrule-temporal reads the same, and needs a Temporal polyfill on every Node that we run on; it is what the tests compare with.)
 */
import type { Millis, Zone } from '../domain/time.ts';
import { civil, dayNumber, daysInMonth, isDate, monday, nthWeekday, weekday } from './dates.ts';
import { localOf } from './wall-clock.ts';
import { isWorkingDay } from './working-days.ts';

const UNITS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

interface Recurrence {
  unit: (typeof UNITS)[number];
  every: number;
  /** Monday is 1; `nth` 0: each of them, −1: the last. */
  weekdays: { wd: number; nth: number }[];
  dates: number[];
  month: number | null;
  nth: number | null;
  count: number | null;
  until: Millis | null;
}

/** A rule with the day that it counts from. */
export interface Repeating {
  /** Without `RRULE:`. */
  rrule: string;
  /** Its weekdays mean working days: with the Saturdays that make up for a holiday, without the holidays. */
  workdays: boolean;
  /** Day number of its first day. */
  from: number;
  zone: Zone;
}

const numbers = (value: string | undefined): number[] => (value ?? '').split(',').filter(Boolean).map(Number);

/** Null for what is no rule of ours. */
function readRecurrence(rrule: string): Recurrence | null {
  const parts = Object.fromEntries(rrule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = UNITS.find((one) => one === parts.FREQ);
  const days = (parts.BYDAY ?? '')
    .split(',')
    .filter(Boolean)
    .map((day) => /^(-?\d)?([A-Z]{2})$/.exec(day));
  const every = Number(parts.INTERVAL ?? 1);
  if (!unit || !(every >= 1) || days.some((day) => !day || !WEEKDAYS.includes(day[2]!))) return null;
  const until = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
    .exec(parts.UNTIL ?? '')
    ?.slice(1)
    .map(Number);
  return {
    unit,
    every,
    weekdays: days.map((day) => ({ wd: WEEKDAYS.indexOf(day![2]!) + 1, nth: Number(day![1] ?? 0) })),
    dates: numbers(parts.BYMONTHDAY),
    month: parts.BYMONTH === undefined ? null : Number(parts.BYMONTH),
    nth: parts.BYSETPOS === undefined ? null : Number(parts.BYSETPOS),
    count: parts.COUNT === undefined ? null : Number(parts.COUNT),
    until: until ? Date.UTC(until[0]!, until[1]! - 1, until[2]!, until[3]!, until[4]!, until[5]!) : null,
  };
}

/** A rule that never comes true again (31 February) is not followed for longer. */
const MOST_EMPTY = 500;

/** Its days after `after` (day number), in order. */
export function* daysOf({ rrule, workdays, from, zone }: Repeating, after = Number.NEGATIVE_INFINITY): Generator<number> {
  const rule = readRecurrence(rrule);
  if (!rule) return;
  const last = rule.until === null ? Number.POSITIVE_INFINITY : localOf(rule.until, zone).day;
  // What is counted is counted from the first.
  const near = rule.count === null ? Math.max(from, after) : from;
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  let empty = 0;
  for (let step = stepNear(rule, from, near); empty < MOST_EMPTY; step += 1) {
    const days = periodDays(rule, from, step, workdays ? zone : null).filter((day) => day >= from);
    empty = days.length === 0 ? empty + 1 : 0;
    for (const day of days) {
      if (day > last || left === 0) return;
      left -= 1;
      if (day > after) yield day;
    }
  }
}

/** The period that `near` lies in, or the one before it. */
function stepNear({ unit, every }: Recurrence, from: number, near: number): number {
  const days = near - from;
  const length = unit === 'DAILY' ? 1 : unit === 'WEEKLY' ? 7 : unit === 'MONTHLY' ? 31 : 366;
  return Math.max(0, Math.floor(days / (length * every)) - 1);
}

/** All days of the rule in its nth period, in order. */
function periodDays(rule: Recurrence, from: number, step: number, working: Zone | null): number[] {
  const n = step * rule.every;
  if (rule.unit === 'DAILY') return [from + n];
  if (rule.unit === 'WEEKLY') {
    const first = monday(from) + 7 * n;
    const week = [0, 1, 2, 3, 4, 5, 6].map((add) => first + add);
    if (working !== null) return week.filter((day) => isWorkingDay(day, working));
    const wanted = rule.weekdays.length > 0 ? rule.weekdays.map(({ wd }) => wd) : [weekday(from)];
    return week.filter((day) => wanted.includes(weekday(day)));
  }
  const { y, mo, d } = civil(from);
  if (rule.unit === 'MONTHLY') {
    const at = civil(dayNumber(y, mo + n, 1));
    return monthDays(rule, at.y, at.mo, d, working);
  }
  return monthDays(rule, y + n, rule.month ?? mo, d, working);
}

function monthDays(rule: Recurrence, y: number, mo: number, usual: number, working: Zone | null): number[] {
  const { weekdays, dates, nth } = rule;
  const all = [
    ...(weekdays.length === 0 && dates.length === 0 ? [usual] : dates).flatMap((d) => dateIn(y, mo, d)),
    ...weekdays.flatMap((one) => (one.nth === 0 ? each(y, mo, one.wd) : (nthWeekday(y, mo, one.wd, one.nth) ?? []))),
  ];
  const days = working === null ? [...new Set(all)].sort((a, b) => a - b) : monthOf(y, mo).filter((day) => isWorkingDay(day, working));
  if (nth === null) return days;
  const chosen = days.at(nth > 0 ? nth - 1 : nth);
  return chosen === undefined ? [] : [chosen];
}

const dateIn = (y: number, mo: number, d: number): number[] => {
  const date = d < 0 ? daysInMonth(y, mo) + 1 + d : d;
  return isDate(y, mo, date) ? [dayNumber(y, mo, date)] : [];
};

const monthOf = (y: number, mo: number): number[] => Array.from({ length: daysInMonth(y, mo) }, (_, add) => dayNumber(y, mo, 1) + add);

const each = (y: number, mo: number, wd: number): number[] => monthOf(y, mo).filter((day) => weekday(day) === wd);
