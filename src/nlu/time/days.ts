/** Day specs become dates, once today is known. */

import { lunarDay, nextLunar } from '../../calendar/chinese-calendar.ts';
import { addMonths, civil, dayNumber, daysInMonth, isDate, monday, nthWeekday, weekday } from '../../calendar/dates.ts';
import { feastDay } from '../../calendar/feasts.ts';
import { workingDayAfter } from '../../calendar/working-days.ts';
import type { Zone } from '../../domain/time.ts';
import type { DaySpec } from './atoms.ts';

export interface DayRead {
  /** Day numbers; `to` is inclusive and equals `from` for a single day. */
  from: number;
  to: number;
  /** How to move on when what was meant has already passed: nothing said which week, month or year. */
  next: 'week' | 'month' | 'year' | null;
  /** The year was guessed and is not this one. */
  nextYear: boolean;
}

export type DayResult = DayRead | 'no_such_date';

const one = (day: number, next: DayRead['next'] = null): DayRead => ({ from: day, to: day, next, nextYear: false });

/** This time next week: not the week, but today's day of it. */
export function sameDayOf(spec: DaySpec): DaySpec {
  if (spec.is !== 'period' || spec.n !== null || spec.shift === null || spec.edge !== 'all') return spec;
  if (spec.unit === 'week') return { is: 'shift', days: 7 * spec.shift };
  if (spec.unit === 'month') return { is: 'shift', days: 0, months: spec.shift };
  return spec.unit === 'year' ? { is: 'shift', days: 0, months: 12 * spec.shift } : spec;
}

/** `zone`: whose working days count. */
export function resolveDay(spec: DaySpec, today: number, zone: Zone): DayResult {
  const now = civil(today);
  switch (spec.is) {
    case 'shift':
      return one(spec.months ? addMonths(today, spec.months) + spec.days : today + spec.days);
    case 'weekday': {
      if (spec.past) return one(today - (((weekday(today) - spec.wd + 6) % 7) + 1));
      if (spec.week === null) {
        const ahead = (spec.wd - weekday(today) + 7) % 7;
        return one(today + (ahead === 0 && spec.later ? 7 : ahead), 'week');
      }
      const day = monday(today) + spec.week * 7 + spec.wd - 1;
      return one(spec.coming && day < today ? day + 7 : day);
    }
    case 'date': {
      const said = spec.y ?? (spec.years === null ? null : now.y + spec.years);
      if (spec.mo === null) {
        const base = civil(dayNumber(said ?? now.y, now.mo + (spec.months ?? 0), 1));
        if (spec.d < 0) return one(dayNumber(base.y, base.mo, daysInMonth(base.y, base.mo)));
        if (spec.months !== null || said !== null)
          return isDate(base.y, base.mo, spec.d) ? one(dayNumber(base.y, base.mo, spec.d)) : 'no_such_date';
        for (let k = 0; k < 3; k += 1) {
          const { y, mo } = civil(dayNumber(now.y, now.mo + k, 1));
          const day = dayNumber(y, mo, spec.d);
          if (isDate(y, mo, spec.d) && day >= today) return one(day, 'month');
        }
        return 'no_such_date';
      }
      const y = said ?? now.y;
      if (spec.d < 0) {
        const day = dayNumber(y, spec.mo + 1, 0);
        return day < today && said === null ? { ...one(dayNumber(y + 1, spec.mo + 1, 0)), nextYear: true } : one(day);
      }
      if (said === null && spec.mo === 2 && spec.d === 29) {
        for (let k = 0; k < 8; k += 1) {
          const day = dayNumber(y + k, 2, 29);
          if (isDate(y + k, 2, 29) && day >= today) return { ...one(day), nextYear: k > 0 };
        }
      }
      if (!isDate(y, spec.mo, spec.d)) return 'no_such_date';
      const day = dayNumber(y, spec.mo, spec.d);
      if (said !== null) return one(day);
      return day < today ? { ...one(dayNumber(y + 1, spec.mo, spec.d)), nextYear: true } : one(day, 'year');
    }
    case 'period':
      return period(spec, today);
    case 'nth': {
      const known = spec.y ?? now.y;
      const base = spec.mo === null ? civil(dayNumber(now.y, now.mo + (spec.months ?? 0), 1)) : { y: known, mo: spec.mo };
      const day = nthWeekday(base.y, base.mo, spec.wd, spec.n);
      if (spec.mo === null && spec.months === null && (day === null || day < today)) {
        for (let k = 1; k < 4; k += 1) {
          const later = nthWeekday(base.y, base.mo + k, spec.wd, spec.n);
          if (later !== null) return one(later);
        }
      }
      if (day === null) return 'no_such_date';
      if (spec.mo !== null && spec.y === null && day < today) {
        const later = nthWeekday(base.y + 1, base.mo, spec.wd, spec.n);
        return later === null ? 'no_such_date' : { ...one(later), nextYear: true };
      }
      return one(day);
    }
    case 'feast': {
      const said = spec.y ?? (spec.years === null ? null : now.y + spec.years);
      const day = feastDay(spec.name, said ?? now.y);
      if (said !== null) return day === null ? 'no_such_date' : one(day);
      if (day !== null && day >= today) return one(day);
      const later = feastDay(spec.name, now.y + 1);
      return later === null ? 'no_such_date' : { ...one(later), nextYear: true };
    }
    case 'lunar': {
      const said = spec.y ?? (spec.years === null ? null : now.y + spec.years);
      const day = said === null ? nextLunar(today, spec.mo, spec.d) : lunarDay(said, spec.mo, spec.d);
      return day === null ? 'no_such_date' : one(day);
    }
    case 'after': {
      const base = resolveDay(spec.base, today, zone);
      if (base === 'no_such_date') return base;
      return one((spec.months ? addMonths(base.from, spec.months) : base.from) + spec.days);
    }
    case 'following': {
      const base = resolveDay(spec.base, today, zone);
      if (base === 'no_such_date') return base;
      return one(base.to + (((spec.wd - weekday(base.to) + 6) % 7) + 1));
    }
    case 'workday':
      return one(workingDayAfter(today, spec.n, zone));
    case 'weekof': {
      const base = resolveDay(spec.base, today, zone);
      if (base === 'no_such_date') return base;
      return { ...base, from: monday(base.from), to: monday(base.from) + 6, next: null };
    }
    case 'window':
      return window(spec, today);
    case 'months': {
      let y = spec.y ?? now.y + (spec.years ?? 0);
      const over = dayNumber(y, spec.last + 1, 0) < today && spec.y === null && spec.years === null;
      if (over) y += 1;
      return { from: dayNumber(y, spec.first, 1), to: dayNumber(y, spec.last + 1, 0), next: null, nextYear: over };
    }
  }
}

function period(spec: Extract<DaySpec, { is: 'period' }>, today: number): DayResult {
  const now = civil(today);
  const shift = spec.shift ?? 0;
  let from: number;
  let to: number;
  let nextYear = false;
  switch (spec.unit) {
    case 'week':
      from = monday(today) + shift * 7;
      to = from + 6;
      if (spec.edge === 'last') return one(from + 4 >= today ? from + 4 : to);
      if (spec.edge === 'middle') return one(from + 2);
      if (spec.days) {
        to = from + spec.days[1] - 1;
        from += spec.days[0] - 1;
      }
      break;
    case 'weekend':
      from = monday(today) + shift * 7 + 5;
      to = from + 1;
      if (shift === 0 && from < today) from = to;
      break;
    case 'month': {
      let y = spec.y ?? now.y;
      let mo = spec.n ?? now.mo + shift;
      if (spec.n !== null) {
        if (spec.y === null && spec.shift !== null) y += shift;
        else if (spec.y === null && spec.n < now.mo) {
          y += 1;
          nextYear = true;
        }
      }
      ({ y, mo } = civil(dayNumber(y, mo, 1)));
      from = dayNumber(y, mo, 1);
      to = dayNumber(y, mo + 1, 0);
      if (spec.days) {
        to = Math.min(to, from + spec.days[1] - 1);
        from += spec.days[0] - 1;
      }
      if (spec.edge === 'middle') return one(from + 14);
      break;
    }
    case 'quarter': {
      const quarter = spec.n ?? Math.ceil(now.mo / 3) + shift;
      from = dayNumber(spec.y ?? now.y, quarter * 3 - 2, 1);
      to = dayNumber(spec.y ?? now.y, quarter * 3 + 1, 0);
      break;
    }
    case 'year': {
      const y = spec.y ?? now.y + shift;
      from = dayNumber(y, 1, 1);
      to = dayNumber(y, 12, 31);
      break;
    }
  }
  if (spec.edge === 'first') return { ...one(from), nextYear };
  if (spec.edge === 'last') return { ...one(to), nextYear };
  return { from, to, next: null, nextYear };
}

function window(spec: Extract<DaySpec, { is: 'window' }>, today: number): DayRead {
  const { y, mo } = civil(today);
  let from = today + spec.from;
  let to = today + spec.to;
  if (spec.unit === 'week') {
    from = monday(today) + spec.from * 7;
    to = monday(today) + spec.to * 7 + 6;
  } else if (spec.unit === 'month') {
    from = dayNumber(y, mo + spec.from, 1);
    to = dayNumber(y, mo + spec.to + 1, 0);
  } else if (spec.unit === 'year') {
    from = dayNumber(y + spec.from, 1, 1);
    to = dayNumber(y + spec.to, 12, 31);
  }
  return { from, to, next: null, nextYear: false };
}
