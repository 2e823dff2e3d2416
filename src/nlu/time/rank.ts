/** Third refiners: which of several phrases is meant, and what the others lend it. */

import { alternatives, borrow, EITHER, follow, gapped } from './alternatives.ts';
import type { DaySpec, RepeatSpec } from './atoms.ts';
import { sameDayOf } from './days.ts';
import { company, cues } from './languages.ts';
import { lend, owns } from './lend.ts';
import { hasClock, monthlyNth, type Phrase } from './phrase.ts';

export interface Choice {
  phrase: Phrase;
  /** Phrases that were used, the chosen one among them. */
  used: Phrase[];
  /** Those that are offered beside the chosen one (三点或者四点), each with what the others lend it. */
  beside: Phrase[];
}

/** Behind a day that is a time and not the first half of a topic. */
const LOOSE = new RegExp(`(?:${cues.loose})`, 'iy');

function loose(text: string, to: number): boolean {
  LOOSE.lastIndex = to;
  return LOOSE.test(text);
}

const BOOK_LEAD = new RegExp(`(?:${company.bookLead}) $`, 'i');
/** 未来三天|约个会, 明年春天|组织一次团建 */
const BOOK_NEXT = new RegExp(`^ ?(?:${company.bookNext})`, 'i');
const MEETS = new RegExp(`^ ?(?:${company.meets})`, 'i');

function score(p: Phrase, text: string): number {
  let n = 0;
  if (hasClock(p.start) || p.offset !== null) n += 4;
  if (p.start.day) n += 2;
  if (p.start.part) n += 1.5;
  if (p.end) n += 1;
  if (p.repeat) n += p.repeat.loose ? 0.3 : 2;
  if (p.bad) n += 3;
  if (p.length !== null) n += 0.5;
  if (p.marks.has('target')) n += 100;
  // of several labels the clock's
  if (p.marks.has('label')) n += hasClock(p.start) ? 50 : 20;
  if (p.marks.has('not')) n -= 200;
  if (p.marks.has('about')) n -= 3;
  if (p.marks.has('of')) n -= 1.5;
  if (p.marks.has('before') && !p.start.day) n -= 1;
  // 3点的会之后4点再约一个: the other one is meant, where there is another
  if (p.marks.has('after')) n -= 1.5;
  if (p.marks.has('due')) n -= 6;
  // of two clocks the one that a meeting is booked for
  if (
    hasClock(p.start) &&
    !p.marks.has('due') &&
    (BOOK_LEAD.test(text.slice(Math.max(0, p.from - 24), p.from)) || MEETS.test(text.slice(p.to)))
  )
    n += 0.4;
  if (p.marks.has('ends') && !p.end) n -= 1;
  if (p.weak) n -= 1;
  if (p.start.day && !hasClock(p.start) && !p.start.part && !loose(text, p.to)) n -= 0.5;
  return n;
}

/** A day that is only the topic's: weak and glued to a noun, or alone as the object of "about". */
function idle(p: Phrase, alone: boolean, text: string): boolean {
  if (BOOK_NEXT.test(text.slice(p.to))) return false;
  if (p.start.clock || p.start.either || p.offset !== null || p.repeat || p.bad || p.vague) return false;
  if (p.start.day && (p.weak || (p.start.day.is === 'period' && p.marks.has('about'))) && !p.start.part) return !alone;
  return false;
}

const empty = (p: Phrase): boolean =>
  !p.start.day && !p.start.part && !hasClock(p.start) && p.offset === null && !p.repeat && !p.bad && !p.vague;

export function choose(all: readonly Phrase[], text: string, steps: string[]): Choice | null {
  const bare = text.replace(/@\S+/g, '').trim().length;
  const candidates = all.filter((p) => !idle(p, p.to - p.from >= bare, text) || p.marks.has('target') || p.marks.has('label'));
  for (const p of all) if (!candidates.includes(p)) steps.push(`choose: dropped ${text.slice(p.from, p.to)}`);
  const likeliest = bestOf(candidates, text);
  if (!likeliest) return null;
  const row = alternatives(candidates, likeliest, text);
  const best = row[0]!;
  const either = row.length > 1 ? EITHER.exec(text.slice(Math.max(0, best.from - 8), best.from)) : null;
  const used = [either ? { ...best, from: best.from - either[0].length } : best];
  const merged: Phrase = { ...best, start: { ...best.start }, end: best.end ? { ...best.end } : null };
  for (const p of row.slice(1)) {
    used.push(gapped(p, text));
    steps.push(`choose: ${text.slice(best.from, best.to)}, not ${text.slice(p.from, p.to)}`);
    borrow(merged, p);
  }
  keepOwnTime(merged, best, text);
  const beside = row.slice(1).map((p) => follow(p, merged));
  const target = best.marks.has('target');
  for (const p of others(candidates, best)) {
    if (row.includes(p)) continue;
    for (const one of beside) lend(one, p, target);
    const lent = owns(p, merged, best, text) ?? lend(merged, p, target);
    const spent = lent.length > 0 ? p : spentOn(p, best, text);
    if (lent.length > 0) steps.push(`choose: ${text.slice(p.from, p.to)} lends ${lent.join(', ')}`);
    if (spent) used.push(spent);
  }
  settleRepeat(merged, steps);
  steps.push(`choose: ${text.slice(best.from, best.to)}`);
  return { phrase: merged, used, beside };
}

/** Of those that say when, the one with the most reasons; where none is left, one that says how long or roughly when. */
function bestOf(candidates: readonly Phrase[], text: string): Phrase | null {
  let best: Phrase | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const p of candidates) {
    if (!saysWhen(p, candidates.length === 1)) continue;
    const n = score(p, text);
    if (n > top || (n === top && p.marks.has('target'))) {
      top = n;
      best = p;
    }
  }
  if (best && top >= -100) return best;
  const rough =
    candidates.find((p) => (p.length !== null || (p.count && p.count.unit !== 'times')) && !p.marks.has('not')) ??
    candidates.find((p) => p.vague) ??
    best;
  if (rough && (empty(rough) || !rough.marks.has('not'))) return rough;
  return candidates.find((p) => p.vague || p.length !== null) ?? null;
}

function saysWhen(p: Phrase, alone: boolean): boolean {
  const { day, part, clock } = p.start;
  if (empty(p) || (p.vague && !hasClock(p.start) && !day && !part)) return false;
  if (clock?.same && !day) return false;
  return !(alone && part && !day && !hasClock(p.start) && p.weak && !p.repeat);
}

/** 挪到明天同一时间: the meeting's own time, not now's. */
function keepOwnTime(merged: Phrase, best: Phrase, text: string): void {
  const { clock, day } = merged.start;
  if (!clock?.same || !day) return;
  if (!best.marks.has('target') && !MOVED.test(text.slice(Math.max(0, best.from - 10), best.from))) return;
  merged.start.clock = null;
  merged.start.day = sameDayOf(day);
}

/** What lends nothing is time as well where something is moved away from it, or it is out. */
function spentOn(p: Phrase, best: Phrase, text: string): Phrase | null {
  const outOf = p.marks.has('not') ? OUT.exec(text.slice(p.to, Math.min(best.from, p.to + 24))) : null;
  const movedFrom = best.marks.has('target') && p.from < best.from && !p.marks.has('about');
  if (movedFrom && (p.marks.has('not') || hasClock(p.start) || MEETING.test(text.slice(p.to, p.to + 6))))
    return { ...p, to: p.to + (outOf?.[0].length ?? 0) };
  return outOf && p.to <= best.from && (p.start.day || hasClock(p.start)) ? { ...p, to: p.to + outOf[0].length } : null;
}

const DAYS_OF = { days: 1, weeks: 7, months: 30, years: 365 } as const;

/** A count of days in a row repeats or lasts; what only names the topic (周会) repeats nothing. */
function settleRepeat(merged: Phrase, steps: string[]): void {
  const { start, count } = merged;
  if (!merged.repeat && count?.run && hasClock(start)) merged.repeat = inRow(count.unit, start.day);
  if (!merged.repeat && count && merged.length === null && count.unit !== 'times') merged.length = count.n * 1440 * DAYS_OF[count.unit];
  const anyWeek = start.day?.is === 'weekday' && start.day.week === null;
  if (merged.repeat?.named && start.day && !anyWeek) merged.repeat = null;
  if (merged.repeat?.loose && !monthlyNth(merged.repeat, start) && (start.day || !(hasClock(start) || start.part))) {
    steps.push('choose: a recurrence that names the topic');
    merged.repeat = null;
  }
}

/** 连续三天, three weeks in a row. */
function inRow(unit: 'times' | 'days' | 'weeks' | 'months' | 'years', day: DaySpec | null): RepeatSpec | null {
  if (unit === 'times' || unit === 'years') return null;
  const freq = unit === 'days' ? 'DAILY' : unit === 'weeks' ? 'WEEKLY' : 'MONTHLY';
  const byday = freq === 'WEEKLY' && day?.is === 'weekday' ? [{ wd: day.wd, nth: 0 }] : [];
  return { freq, interval: 1, byday, bymonthday: [], bymonth: null, loose: false, open: false };
}

/** 明天2点不行，就后天3点 */
const OUT = new RegExp(`^ ?(?:${company.out})`);
const MOVED = new RegExp(`(?:${company.moved}) ?$`, 'i');
const MEETING = new RegExp(`^ ?(?:${company.meetingNext})`);

/** The others, the nearest first. */
function others(all: readonly Phrase[], best: Phrase): Phrase[] {
  const distance = (p: Phrase): number => (p.from >= best.to ? p.from - best.to : best.from - p.to);
  return all.filter((p) => p !== best).sort((a, b) => distance(a) - distance(b));
}
