/** Readers of lengths and of how often. */

import type { Finding } from '../atoms.ts';
import type { Said } from '../said.ts';

export function length(said: Said): Finding | null {
  const unit = said.worth('unit') ?? 60;
  const n = (said.num('n', true) ?? 0) + (said.num('fraction') ?? 0) + (said.has('half') ? 0.5 : 0);
  const weak = said.has('weak');
  if (typeof unit === 'number') {
    const minutes = n * unit + (said.num('more') ?? 0) * (said.num('moreUnit') ?? 1) + (said.num('quarters') ?? 0) * 15;
    return Number.isFinite(minutes) && minutes > 0 ? { kind: 'length', minutes, days: 0, months: 0, weak } : null;
  }
  if (!(n > 0)) return null;
  const months = unit === 'month' ? n : unit === 'year' ? n * 12 : 0;
  const days = months ? 0 : n * (unit === 'fortnight' ? 14 : unit === 'week' ? 7 : 1);
  return { kind: 'length', minutes: (days + months * 30) * 1440, days, months, weak };
}

export function count(said: Said): Finding | null {
  const n = said.num('n') ?? 0;
  const unit = said.worth('unit') as 'times' | 'days' | 'weeks' | 'months' | 'years';
  if (!(n >= 2) && !(n === 1 && (unit === 'weeks' || unit === 'months' || said.has('single')))) return null;
  return unit === 'times' ? { kind: 'count', n, unit } : { kind: 'count', n, unit, run: said.has('run') };
}
