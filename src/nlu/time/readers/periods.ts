/** Readers of stretches of days. */
import type { DaySpec, Finding } from '../atoms.ts';
import type { Said } from '../said.ts';
import { bounds, dayOf, isWeak, yearOf } from './days.ts';

type Period = Extract<DaySpec, { is: 'period' }>;

export function period(said: Said): Finding | null {
  const unit = String(said.worth('unit')) as Period['unit'];
  const y = yearOf(said);
  const n = said.num('n');
  if (y !== null && (y < 1900 || y > 2200)) return null;
  if (unit === 'month' && n !== null && !(n >= 1 && n <= 12)) return null;
  const shift = said.num('turn') ?? said.num('years');
  const edge = said.worth('edge') ?? 'all';
  const days = bounds(edge);
  const spec = { is: 'period' as const, unit, shift, y, n };
  return dayOf(days ? { ...spec, edge: 'all', days } : { ...spec, edge: edge as Period['edge'] }, isWeak(said));
}

export function window(said: Said): Finding | null {
  const pair = bounds(said.worth('days'));
  if (pair) return dayOf({ is: 'window', unit: 'day', from: pair[0], to: pair[1] });
  const n = (said.num('n', true) ?? Number.NaN) + (said.has('half') ? 0.5 : 0);
  const forward = (said.num('way') ?? 1) > 0;
  const unit = said.worth('unit');
  if (!(n > 0) || n > 1000) return null;
  if (typeof unit === 'number') {
    const length = { kind: 'length' as const, minutes: n * unit, days: 0, months: 0, weak: false };
    return { kind: 'offset', seconds: forward ? 0 : -n * unit * 60, also: length };
  }
  if (!Number.isInteger(n)) {
    if (unit !== 'year' && unit !== 'month') return null;
    const months = unit === 'year' ? Math.round(n * 12) : 1;
    return dayOf({ is: 'window', unit: 'month', from: forward ? 1 : -months, to: forward ? months : -1 }, true);
  }
  const name = unit as 'day' | 'week' | 'month' | 'year';
  if (said.has('within')) {
    const days = n * (name === 'week' ? 7 : 1);
    return days < 400 ? dayOf({ is: 'window', unit: 'day', from: 0, to: days }, true) : null;
  }
  return dayOf({ is: 'window', unit: name, from: forward ? 1 : -n, to: forward ? n : -1 }, isWeak(said));
}

export function months(said: Said): Finding {
  const y = yearOf(said);
  const years = said.num('years');
  const half = bounds(said.worth('half'));
  if (half) return dayOf({ is: 'months', first: half[0], last: half[1], y, years }, true);
  const quarter = said.num('quarter');
  const first = quarter === null ? (said.num('season') ?? 1) : quarter * 3 - 2;
  return dayOf({ is: 'months', first, last: first + 2, y, years }, true);
}
