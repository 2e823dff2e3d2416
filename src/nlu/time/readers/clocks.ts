/** Readers of clocks and parts of the day. */
import type { DayPart } from '../../../domain/time.ts';
import type { Clock, Finding } from '../atoms.ts';
import type { Said } from '../said.ts';

const noSuchTime: Finding = { kind: 'bad', problem: 'no_such_time' };

export function clock(said: Said): Finding | null {
  const text = said.text('h') ?? '';
  let h = said.num('h') ?? Number.NaN;
  let mi = (said.num('minute') ?? said.num('mi') ?? 0) + (said.num('quarters') ?? 0) * 15 + (said.num('fives') ?? 0) * 5;
  const less = (said.num('less') ?? 0) + (said.num('lessQuarters') ?? 0) * 15;
  if (Number.isNaN(h) || Number.isNaN(mi) || h > 99) return null;
  const past = h === 24 && mi > 0 && said.worth('beyond') === 'stop';
  if (h > 24 || past || mi > 59 || less > 59) {
    if (said.worth('beyond') === 'stop') return h < 30 ? noSuchTime : { kind: 'stop' };
    return said.worth('beyond') === 'nothing' ? null : noSuchTime;
  }
  if (less > 0) {
    h = h === 1 ? 12 : h - 1;
    mi = 60 - less;
  }
  const half = h <= 12 && h > 0 ? (said.worth('half') as 'am' | 'pm' | null) : null;
  const value: Clock = { h, mi, s: said.num('s') ?? 0, half, firm: said.has('firm') || h >= 13 || h === 0 || /^0\d/.test(text) };
  if (said.has('midnight')) value.midnight = true;
  return { kind: 'clock', clock: value, weak: said.has('weak') };
}

export function either(said: Said): Finding | null {
  const ten = said.has('ten') ? 10 : 0;
  const low = ten + (said.num('low') ?? 0);
  const high = ten + (said.num('high') ?? 0);
  return high === low + 1 && high <= 24 ? { kind: 'either', low, high } : null;
}

export function hourAlone(said: Said): Finding | null {
  const n = said.num('n') ?? Number.NaN;
  const mi = said.num('mi');
  const digits = said.num('digits') ?? said.text('n')?.length ?? 0;
  if (said.has('four')) return n <= 24 ? { kind: 'number', n, mi, digits: 4 } : null;
  return n <= 31 ? { kind: 'number', n, mi, digits } : null;
}

export function clockStretch(said: Said): Finding | null {
  const n = said.num('n') ?? Number.NaN;
  return n <= 24 ? { kind: 'number', n, mi: null, digits: 1 } : null;
}

export const sameTime = (said: Said): Finding => ({
  kind: 'clock',
  clock: { h: 0, mi: 0, s: 0, half: null, firm: true, same: true },
  weak: said.has('weak'),
});

export const nextHour = (): Finding => ({
  kind: 'clock',
  clock: { h: 0, mi: 0, s: 0, half: null, firm: true, next: true },
  weak: false,
});

export const part = (said: Said): Finding => ({ kind: 'part', part: said.worth('part') as DayPart, weak: said.has('weak') });
