/** Reader of recurrences. */
import type { Finding, RepeatSpec } from '../atoms.ts';
import type { Said } from '../said.ts';

const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const SETS: Record<string, number[]> = { workdays: [1, 2, 3, 4, 5], weekdays: [1, 2, 3, 4, 5], weekend: [6, 7] };

const plain = (wd: number): { wd: number; nth: number } => ({ wd, nth: 0 });

function weekdays(said: Said): { wd: number; nth: number }[] {
  const set = SETS[String(said.worth('set'))];
  if (set) return set.map(plain);
  const from = said.num('fromDay');
  const to = said.num('toDay');
  const days = new Set<number>();
  if (from !== null && to !== null) for (let wd = from; wd <= to; wd += 1) days.add(wd);
  else for (const wd of said.all('days')) days.add(Number(wd));
  return [...days].sort((a, b) => a - b).map(plain);
}

export function repeat(said: Said): Finding | null {
  // `2 week`: every second one
  const [, steps, unit] = /^(?:(\d+) )?(\w+)$/.exec(String(said.worth('unit') ?? 'week')) ?? [];
  const every = (said.num('every') ?? 1) + (said.has('skip') ? 1 : 0);
  const interval = every * Number(steps ?? 1);
  if (!(interval >= 1)) return null;
  const freq = FREQ[unit as keyof typeof FREQ];
  const spec: RepeatSpec = { freq, interval, byday: [], bymonthday: [], bymonth: said.num('mo'), loose: said.has('loose'), open: false };
  if (freq === 'WEEKLY') spec.byday = weekdays(said);
  else if (freq !== 'DAILY') inMonth(spec, said);
  const said_ = spec.byday.length > 0 || spec.bymonthday.length > 0;
  spec.open = said.has('closed') ? false : freq !== 'DAILY' && !said_;
  if (said.has('named')) spec.named = true;
  if (said.worth('set') === 'workdays') spec.workdays = true;
  return { kind: 'repeat', repeat: spec };
}

function inMonth(spec: RepeatSpec, said: Said): void {
  const edge = said.worth('edge');
  const dates = said.numbers('dates').filter((d) => d >= 1 && d <= 31);
  const d = said.num('d');
  if (said.has('set')) {
    spec.byday = weekdays(said);
    spec.setpos = said.num('nth') ?? 1;
  } else if (said.has('wd')) spec.byday = [{ wd: said.num('wd') ?? 1, nth: said.num('nth') ?? 1 }];
  else if (edge !== null) spec.bymonthday = [edge === 'last' ? -1 : 1];
  else if (d !== null) spec.bymonthday = [d];
  else spec.bymonthday = dates;
}
