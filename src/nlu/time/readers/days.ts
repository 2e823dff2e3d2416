/** Readers of single days. */
import { isDate } from '../../../calendar/dates.ts';
import type { DayPart } from '../../../domain/time.ts';
import type { DaySpec, Finding } from '../atoms.ts';
import type { Said } from '../said.ts';

type Day = Extract<Finding, { kind: 'day' }>;

export const dayOf = (day: DaySpec, weak = false): Day => ({ kind: 'day', day, weak });
export const noSuchDate: Finding = { kind: 'bad', problem: 'no_such_date' };
export const isWeak = (said: Said): boolean => said.has('weak');

/** `26` is 2026. */
export function yearOf(said: Said): number | null {
  const text = said.text('y');
  const n = said.num('y');
  return text?.length === 2 && n !== null && n < 100 ? 2000 + n : n;
}

/** `11-20` as two numbers: from, to. */
export function bounds(worth: unknown): [number, number] | null {
  const m = /^(\d+)-(\d+)$/.exec(String(worth ?? ''));
  return m ? [Number(m[1]), Number(m[2])] : null;
}

export function shift(said: Said): Finding {
  const base = said.num('shift') ?? 0;
  const days = base + Math.sign(base) * (said.text('big')?.length ?? 0);
  const spec: DaySpec = said.has('onward') ? { is: 'shift', days, onward: true } : { is: 'shift', days };
  const part = said.worth('part') as DayPart | null;
  return part ? { ...dayOf(spec), also: { kind: 'part', part, weak: false } } : dayOf(spec, isWeak(said));
}

function inUnits(n: number, unit: string): DaySpec | null {
  if (unit === 'day' || unit === 'week') {
    const days = n * (unit === 'week' ? 7 : 1);
    return Number.isInteger(days) ? { is: 'shift', days } : null;
  }
  if (unit === 'quarter' || unit === 'year') return { is: 'shift', days: 0, months: Math.round(n * (unit === 'year' ? 12 : 3)) };
  const whole = Math.trunc(n);
  return { is: 'shift', days: (n - whole) * 30, months: whole };
}

export function ahead(said: Said): Finding | null {
  // 三五天后: nobody knows which
  if (said.num('n', true) !== said.num('n')) return { kind: 'vague', day: true };
  const n = (said.num('n') ?? 1) + (said.has('half') ? 0.5 : 0);
  if (!(Math.abs(n) > 0)) return null;
  const spec = inUnits(said.has('back') ? -n : n, String(said.worth('unit')));
  return spec && dayOf(spec);
}

function weekdaySpec(said: Said): Extract<DaySpec, { is: 'weekday' }> {
  const wd = said.num('wd') ?? 1;
  const turn = said.worth('turn');
  const spec = { is: 'weekday' as const, wd, week: typeof turn === 'number' ? turn : null };
  if (turn === 'this') return { ...spec, week: 0, coming: true };
  if (turn === 'past') return { ...spec, past: true };
  return turn === 'later' ? { ...spec, later: true } : spec;
}

export const weekday = (said: Said): Finding => dayOf(weekdaySpec(said), isWeak(said));

export function date(said: Said): Finding | null {
  const y = yearOf(said);
  const years = said.num('years');
  const mo = said.num('mo');
  const months = said.num('months');
  const edge = said.worth('edge');
  if (edge !== null) {
    if (mo !== null && !(mo >= 1 && mo <= 12)) return null;
    const days = bounds(edge);
    if (days) return dayOf({ is: 'period', unit: 'month', shift: mo === null ? months : years, y, n: mo, edge: 'all', days });
  }
  const d = edge === null ? (said.num('d') ?? Number.NaN) : edge === 'last' ? -1 : 1;
  if (edge === null) {
    if (!(d >= 1 && d <= 31) || (mo !== null && !(mo >= 1 && mo <= 12))) return impossible(said, d);
  }
  const spec = { is: 'date' as const, y, years, mo, months, d };
  return dayOf(said.has('passing') ? { ...spec, passing: true } : spec, isWeak(said));
}

/** 45日, July 33rd: a slip of the pen, named as such; numbers beyond are something else. */
function impossible(said: Said, d: number): Finding | null {
  if (said.has('sure')) return noSuchDate;
  return said.worth('over') !== 'nothing' && d > 31 && d < 100 ? noSuchDate : null;
}

/** 13/2 is the day first, and so are 1-12-2026 and 1.12.2026; 12/1/2026 is American. */
export function numericDate(said: Said): Finding | null {
  const y = said.num('y');
  const a = said.num('a') ?? 0;
  const b = said.num('b') ?? 0;
  const dayFirst = !said.has('monthFirst') && (a > 12 || (said.has('mark') && said.text('mark') !== '/' && b <= 12));
  const [mo, d] = dayFirst ? [b, a] : [a, b];
  const full = y !== null && y < 100 ? 2000 + y : y;
  if (a === 0 || b === 0 || (full !== null && (full < 1900 || full > 2200))) return null;
  if (mo > 12 || d > 31) {
    if (full !== null) return said.has('monthFirst') ? noSuchDate : null;
    return said.has('strict') ? null : { kind: 'stop' };
  }
  // a day without a year may be one of a leap year
  if (!isDate(full ?? 2024, mo, d)) return said.has('strict') ? null : noSuchDate;
  return dayOf({ is: 'date', y: full, years: null, mo, months: null, d }, isWeak(said));
}

export function nth(said: Said): Finding {
  const spec = { is: 'nth' as const, n: said.num('nth') ?? 1, wd: said.num('wd') ?? 1, y: yearOf(said), mo: said.num('mo') };
  return dayOf({ ...spec, months: spec.mo === null ? said.num('months') : null });
}

export function nthWeek(said: Said): Finding | null {
  const n = said.num('nth') ?? 1;
  const mo = said.num('mo');
  const months = mo === null ? said.num('months') : null;
  if (mo !== null && !(mo >= 1 && mo <= 12)) return null;
  if (said.has('wd')) return nth(said);
  const days: [number, number] = n < 0 ? [25, 31] : [n * 7 - 6, n * 7];
  return dayOf({ is: 'period', unit: 'month', shift: months, y: null, n: mo, edge: 'all', days }, true);
}

export function feast(said: Said): Finding {
  const found = dayOf({ is: 'feast', name: String(said.worth('name')), y: said.num('y'), years: said.num('years') }, true);
  const part = said.worth('part') as DayPart | null;
  return part ? { ...found, also: { kind: 'part', part, weak: false } } : found;
}

export function lunar(said: Said): Finding | null {
  const mo = said.num('mo') ?? 1;
  const d = said.num('d') ?? 0;
  if (!(d >= 1 && d <= 30)) return null;
  return dayOf({ is: 'lunar', mo, d, y: said.num('y'), years: said.num('years') });
}

export function fromDay(said: Said): Finding | null {
  const base: DaySpec = said.has('wd') ? weekdaySpec(said) : { is: 'shift', days: said.num('shift') ?? 0 };
  const n = (said.num('n') ?? 1) * (said.has('back') ? -1 : 1);
  if (Number.isNaN(n)) return null;
  const unit = said.worth('unit') ?? 'week';
  if (unit === 'day' || unit === 'week') {
    const days = n * (unit === 'week' ? 7 : 1);
    return dayOf(base.is === 'shift' ? { is: 'shift', days: base.days + days } : { is: 'after', base, days });
  }
  return dayOf({ is: 'after', base, days: 0, months: n * (unit === 'year' ? 12 : 1) });
}

export const weekdaysAhead = (said: Said): Finding =>
  dayOf({ is: 'after', base: { is: 'weekday', wd: said.num('wd') ?? 1, week: null, later: true }, days: ((said.num('n') ?? 1) - 1) * 7 });

export function workday(said: Said): Finding | null {
  const n = said.num('n') ?? 1;
  return n > 0 && n < 100 ? dayOf({ is: 'workday', n }) : null;
}
