/** Weeks, months, quarters and years as rows of days. */
import { civil, dayNumber, monday } from '../../calendar/dates.ts';
import type { DaySpec } from './atoms.ts';
import { type DayRead, oneDay } from './day-read.ts';

type Period = Extract<DaySpec, { is: 'period' }>;

interface Row {
  from: number;
  to: number;
  /** The day in the middle, where the middle of it is a day. */
  middle?: number;
  /** What its end is for a meeting: of a week the Friday. */
  last?: number;
  nextYear?: boolean;
}

const ROWS: { readonly [U in Period['unit']]: (spec: Period, today: number) => Row } = {
  week(spec, today) {
    const from = monday(today) + (spec.shift ?? 0) * 7;
    return { from, to: from + 6, middle: from + 2, last: from + 4 >= today ? from + 4 : from + 6 };
  },
  weekend(spec, today) {
    const saturday = monday(today) + (spec.shift ?? 0) * 7 + 5;
    const over = (spec.shift ?? 0) === 0 && saturday < today;
    return { from: over ? saturday + 1 : saturday, to: saturday + 1 };
  },
  month(spec, today) {
    const now = civil(today);
    const guessed = spec.n !== null && spec.y === null;
    const nextYear = guessed && spec.shift === null && spec.n! < now.mo;
    const year = (spec.y ?? now.y) + (guessed ? (spec.shift ?? 0) : 0) + (nextYear ? 1 : 0);
    const { y, mo } = civil(dayNumber(year, spec.n ?? now.mo + (spec.shift ?? 0), 1));
    const from = dayNumber(y, mo, 1);
    return { from, to: dayNumber(y, mo + 1, 0), middle: from + 14, nextYear };
  },
  quarter(spec, today) {
    const now = civil(today);
    const quarter = spec.n ?? Math.ceil(now.mo / 3) + (spec.shift ?? 0);
    const y = spec.y ?? now.y;
    return { from: dayNumber(y, quarter * 3 - 2, 1), to: dayNumber(y, quarter * 3 + 1, 0) };
  },
  year(spec, today) {
    const y = spec.y ?? civil(today).y + (spec.shift ?? 0);
    return { from: dayNumber(y, 1, 1), to: dayNumber(y, 12, 31) };
  },
};

export function resolvePeriod(spec: Period, today: number): DayRead {
  const { from, to, middle, last, nextYear = false } = ROWS[spec.unit](spec, today);
  if (spec.edge === 'middle' && middle !== undefined) return oneDay(middle);
  if (spec.edge === 'last' && last !== undefined) return oneDay(last);
  const days = spec.days
    ? { from: from + spec.days[0] - 1, to: Math.min(spec.unit === 'month' ? to : Number.POSITIVE_INFINITY, from + spec.days[1] - 1) }
    : { from, to };
  if (spec.edge === 'first') return { ...oneDay(days.from), nextYear };
  if (spec.edge === 'last') return { ...oneDay(days.to), nextYear };
  return { ...days, next: null, nextYear };
}

export function resolveWindow(spec: Extract<DaySpec, { is: 'window' }>, today: number): DayRead {
  const { y, mo } = civil(today);
  const row = (from: number, to: number): DayRead => ({ from, to, next: null, nextYear: false });
  switch (spec.unit) {
    case 'day':
      return row(today + spec.from, today + spec.to);
    case 'week':
      return row(monday(today) + spec.from * 7, monday(today) + spec.to * 7 + 6);
    case 'month':
      return row(dayNumber(y, mo + spec.from, 1), dayNumber(y, mo + spec.to + 1, 0));
    case 'year':
      return row(dayNumber(y + spec.from, 1, 1), dayNumber(y + spec.to, 12, 31));
  }
}

export function resolveMonths(spec: Extract<DaySpec, { is: 'months' }>, today: number): DayRead {
  const y = spec.y ?? civil(today).y + (spec.years ?? 0);
  const over = spec.y === null && spec.years === null && dayNumber(y, spec.last + 1, 0) < today;
  const year = over ? y + 1 : y;
  return { from: dayNumber(year, spec.first, 1), to: dayNumber(year, spec.last + 1, 0), next: null, nextYear: over };
}
