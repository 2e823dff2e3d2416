/** Day specs become dates, once today is known. */

import { lunarDay, nextLunar } from '../../calendar/chinese-calendar.ts';
import { addMonths, civil, dayNumber, daysInMonth, isDate, monday, nthWeekday, weekday } from '../../calendar/dates.ts';
import { feastDay } from '../../calendar/feasts.ts';
import { workingDayAfter } from '../../calendar/working-days.ts';
import type { Zone } from '../../domain/time.ts';
import type { DaySpec } from './atoms.ts';
import { type DayRead, type DayResult, oneDay, oneDayNextYear } from './day-read.ts';
import { resolveMonths, resolvePeriod, resolveWindow } from './periods.ts';

type Spec<K extends DaySpec['is']> = Extract<DaySpec, { is: K }>;

/** This time next week: not the week, but today's day of it. */
export function sameDayOf(spec: DaySpec): DaySpec {
  if (spec.is !== 'period' || spec.n !== null || spec.shift === null || spec.edge !== 'all') return spec;
  if (spec.unit === 'week') return { is: 'shift', days: 7 * spec.shift };
  if (spec.unit === 'month') return { is: 'shift', days: 0, months: spec.shift };
  return spec.unit === 'year' ? { is: 'shift', days: 0, months: 12 * spec.shift } : spec;
}

/** `zone`: whose working days count. */
export function resolveDay(spec: DaySpec, today: number, zone: Zone): DayResult {
  const from = (base: DaySpec, read: (day: DayRead) => DayRead): DayResult => {
    const day = resolveDay(base, today, zone);
    return day === 'no_such_date' ? day : read(day);
  };
  switch (spec.is) {
    case 'shift':
      return oneDay(spec.months ? addMonths(today, spec.months) + spec.days : today + spec.days);
    case 'weekday':
      return resolveWeekday(spec, today);
    case 'date':
      return spec.mo === null ? resolveDayOfMonth(spec, today) : resolveDate(spec, spec.mo, today);
    case 'period':
      return resolvePeriod(spec, today);
    case 'nth':
      return resolveNth(spec, today);
    case 'feast':
      return resolveFeast(spec, today);
    case 'lunar':
      return resolveLunar(spec, today);
    case 'after':
      return from(spec.base, (base) => oneDay((spec.months ? addMonths(base.from, spec.months) : base.from) + spec.days));
    case 'following':
      return from(spec.base, (base) => oneDay(base.to + (((spec.wd - weekday(base.to) + 6) % 7) + 1)));
    case 'workday':
      return oneDay(workingDayAfter(today, spec.n, zone));
    case 'weekof':
      return from(spec.base, (base) => ({ ...base, from: monday(base.from), to: monday(base.from) + 6, next: null }));
    case 'window':
      return resolveWindow(spec, today);
    case 'months':
      return resolveMonths(spec, today);
  }
}

function resolveWeekday(spec: Spec<'weekday'>, today: number): DayRead {
  if (spec.past) return oneDay(today - (((weekday(today) - spec.wd + 6) % 7) + 1));
  if (spec.week === null) {
    const ahead = (spec.wd - weekday(today) + 7) % 7;
    return oneDay(today + (ahead === 0 && spec.later ? 7 : ahead), 'week');
  }
  const day = monday(today) + spec.week * 7 + spec.wd - 1;
  return oneDay(spec.coming && day < today ? day + 7 : day);
}

/** The year that was said, or null. */
const yearSaid = ({ y, years }: { y: number | null; years: number | null }, today: number): number | null =>
  y ?? (years === null ? null : civil(today).y + years);

/** On the 17th: of the month that was said, else of the first month that still has it. A day below one is the month's last. */
function resolveDayOfMonth(spec: Spec<'date'>, today: number): DayResult {
  const now = civil(today);
  const said = yearSaid(spec, today);
  const { y, mo } = civil(dayNumber(said ?? now.y, now.mo + (spec.months ?? 0), 1));
  if (spec.d < 0) return oneDay(dayNumber(y, mo, daysInMonth(y, mo)));
  if (spec.months !== null || said !== null) return isDate(y, mo, spec.d) ? oneDay(dayNumber(y, mo, spec.d)) : 'no_such_date';
  for (let k = 0; k < 3; k += 1) {
    const month = civil(dayNumber(now.y, now.mo + k, 1));
    const day = dayNumber(month.y, month.mo, spec.d);
    if (isDate(month.y, month.mo, spec.d) && day >= today) return oneDay(day, 'month');
  }
  return 'no_such_date';
}

function resolveDate(spec: Spec<'date'>, mo: number, today: number): DayResult {
  const said = yearSaid(spec, today);
  const y = said ?? civil(today).y;
  const dateIn = (year: number): number => (spec.d < 0 ? dayNumber(year, mo + 1, 0) : dayNumber(year, mo, spec.d));
  if (said === null && mo === 2 && spec.d === 29) {
    for (let k = 0; k < 8; k += 1) {
      const day = dayNumber(y + k, 2, 29);
      if (isDate(y + k, 2, 29) && day >= today) return { ...oneDay(day), nextYear: k > 0 };
    }
  }
  if (spec.d >= 0 && !isDate(y, mo, spec.d)) return 'no_such_date';
  if (said === null && dateIn(y) < today) return oneDayNextYear(dateIn(y + 1));
  return oneDay(dateIn(y), said === null && spec.d > 0 ? 'year' : null);
}

/** The second Tuesday of March, the last Friday of this month. */
function resolveNth(spec: Spec<'nth'>, today: number): DayResult {
  const now = civil(today);
  const base = spec.mo === null ? civil(dayNumber(now.y, now.mo + (spec.months ?? 0), 1)) : { y: spec.y ?? now.y, mo: spec.mo };
  const inMonth = (k: number): number | null => nthWeekday(base.y, base.mo + k, spec.wd, spec.n);
  const day = inMonth(0);
  if (spec.mo === null && spec.months === null && (day === null || day < today)) {
    const later = [1, 2, 3].map(inMonth).find((one) => one !== null);
    if (later !== undefined && later !== null) return oneDay(later);
  }
  if (day === null) return 'no_such_date';
  if (spec.mo !== null && spec.y === null && day < today) {
    const later = inMonth(12);
    return later === null ? 'no_such_date' : oneDayNextYear(later);
  }
  return oneDay(day);
}

function resolveFeast(spec: Spec<'feast'>, today: number): DayResult {
  const now = civil(today);
  const said = yearSaid(spec, today);
  const day = feastDay(spec.name, said ?? now.y);
  if (said !== null) return day === null ? 'no_such_date' : oneDay(day);
  if (day !== null && day >= today) return oneDay(day);
  const later = feastDay(spec.name, now.y + 1);
  return later === null ? 'no_such_date' : oneDayNextYear(later);
}

function resolveLunar(spec: Spec<'lunar'>, today: number): DayResult {
  const said = yearSaid(spec, today);
  const day = said === null ? nextLunar(today, spec.mo, spec.d) : lunarDay(said, spec.mo, spec.d);
  return day === null ? 'no_such_date' : oneDay(day);
}
