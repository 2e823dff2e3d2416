/** Third refiners: which of several phrases is meant, and what the others lend it. */
import type { DaySpec, RepeatSpec } from './atoms.ts';
import { sameDayOf } from './days.ts';
import { loose } from './pattern.ts';
import type { Phrase, Side } from './phrases.ts';

export interface Choice {
  phrase: Phrase;
  /** Phrases that were used, the chosen one among them. */
  used: Phrase[];
}

const clockOf = (side: Side): boolean => Boolean(side.clock || side.either);

function score(p: Phrase, text: string): number {
  let n = 0;
  if (clockOf(p.start) || p.offset !== null) n += 4;
  if (p.start.day) n += 2;
  if (p.start.part) n += 1.5;
  if (p.end) n += 1;
  if (p.repeat) n += p.repeat.loose ? 0.3 : 2;
  if (p.bad) n += 3;
  if (p.length !== null) n += 0.5;
  if (p.marks.has('target')) n += 100;
  if (p.marks.has('label')) n += 50;
  if (p.marks.has('not')) n -= 200;
  if (p.marks.has('about')) n -= 3;
  if (p.marks.has('of')) n -= 1.5;
  if (p.marks.has('before') && !p.start.day) n -= 1;
  if (p.marks.has('ends') && !p.end) n -= 1;
  if (p.weak) n -= 1;
  if (p.start.day && !clockOf(p.start) && !p.start.part && !loose(text, p.to)) n -= 0.5;
  return n;
}

/** A day that is only the topic's: weak and glued to a noun, or alone as the object of "about". */
function idle(p: Phrase, alone: boolean): boolean {
  if (p.start.clock || p.start.either || p.offset !== null || p.repeat || p.bad || p.vague) return false;
  if (p.start.day && (p.weak || (p.start.day.is === 'period' && p.marks.has('about'))) && !p.start.part) return !alone;
  return false;
}

const empty = (p: Phrase): boolean =>
  !p.start.day && !p.start.part && !clockOf(p.start) && p.offset === null && !p.repeat && !p.bad && !p.vague;

export function choose(all: readonly Phrase[], text: string, steps: string[]): Choice | null {
  const bare = text.replace(/@\S+/g, '').trim().length;
  const candidates = all.filter((p) => !idle(p, p.to - p.from >= bare) || p.marks.has('target') || p.marks.has('label'));
  for (const p of all) if (!candidates.includes(p)) steps.push(`choose: dropped ${text.slice(p.from, p.to)}`);
  let best: Phrase | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const p of candidates) {
    if (empty(p) || (p.vague && !clockOf(p.start) && !p.start.day && !p.start.part)) continue;
    if (p.start.clock?.same && !p.start.day) continue;
    if (p.start.part && !p.start.day && !clockOf(p.start) && p.weak && candidates.length === 1 && !p.repeat) continue;
    const n = score(p, text);
    if (n > top || (n === top && p.marks.has('target'))) {
      top = n;
      best = p;
    }
  }
  if (!best || top < -100) {
    best =
      candidates.find((p) => (p.length !== null || (p.count && p.count.unit !== 'times')) && !p.marks.has('not')) ??
      candidates.find((p) => p.vague) ??
      best;
    if (!best || (top < -100 && empty(best) === false && best.marks.has('not')))
      best = candidates.find((p) => p.vague || p.length !== null) ?? null;
    if (!best) return null;
  }
  const row = alternatives(candidates, best, text);
  best = row[0]!;
  const either = row.length > 1 ? EITHER.exec(text.slice(Math.max(0, best.from - 8), best.from)) : null;
  const used = [either ? { ...best, from: best.from - either[0].length } : best];
  const merged: Phrase = { ...best, start: { ...best.start }, end: best.end ? { ...best.end } : null };
  const target = best.marks.has('target');
  for (const p of row.slice(1)) {
    used.push(gapped(p, text));
    steps.push(`choose: ${text.slice(best.from, best.to)}, not ${text.slice(p.from, p.to)}`);
    borrow(merged, p);
  }
  // 挪到明天同一时间: the meeting's own time, not now's
  if (merged.start.clock?.same && merged.start.day && (target || MOVED.test(text.slice(Math.max(0, best.from - 10), best.from)))) {
    merged.start.clock = null;
    merged.start.day = sameDayOf(merged.start.day);
  }
  for (const p of others(candidates, best)) {
    if (row.includes(p)) continue;
    const lent = owns(p, merged, best, text) ?? lend(merged, p, target);
    if (lent.length > 0) {
      used.push(p);
      steps.push(`choose: ${text.slice(p.from, p.to)} lends ${lent.join(', ')}`);
    } else if (
      target &&
      p.from < best.from &&
      !p.marks.has('about') &&
      (p.marks.has('not') || clockOf(p.start) || MEETING.test(text.slice(p.to, p.to + 6)))
    ) {
      // what is moved away from is time as well
      const out = p.marks.has('not') ? OUT.exec(text.slice(p.to, Math.min(best.from, p.to + 24))) : null;
      used.push({ ...p, to: p.to + (out?.[0].length ?? 0) });
    } else if (p.marks.has('not') && p.to <= best.from && (p.start.day || clockOf(p.start))) {
      // and so is what is out
      const out = OUT.exec(text.slice(p.to, Math.min(best.from, p.to + 24)));
      if (out) used.push({ ...p, to: p.to + out[0].length });
    }
  }
  if (!merged.repeat && merged.count?.run && clockOf(merged.start)) merged.repeat = inRow(merged.count.unit, merged.start.day);
  if (!merged.repeat && merged.count && merged.length === null && merged.count.unit !== 'times') {
    merged.length = merged.count.n * 1440 * { days: 1, weeks: 7, months: 30, years: 365 }[merged.count.unit];
  }
  if (merged.repeat?.named && merged.start.day && !(merged.start.day.is === 'weekday' && merged.start.day.week === null))
    merged.repeat = null;
  if (
    merged.repeat?.loose &&
    !monthlyNth(merged.repeat, merged.start) &&
    (merged.start.day || !(clockOf(merged.start) || merged.start.part))
  ) {
    steps.push('choose: a recurrence that names the topic');
    merged.repeat = null;
  }
  steps.push(`choose: ${text.slice(best.from, best.to)}`);
  return { phrase: merged, used };
}

/** monthly review, second Thursday: the day makes a recurrence of what may have been a name. */
const monthlyNth = (repeat: RepeatSpec, start: Side): boolean =>
  repeat.freq === 'MONTHLY' && repeat.interval === 1 && start.day?.is === 'nth' && start.day.mo === null && start.day.months === null;

/** 连续三天, three weeks in a row. */
function inRow(unit: 'times' | 'days' | 'weeks' | 'months' | 'years', day: DaySpec | null): RepeatSpec | null {
  if (unit === 'times' || unit === 'years') return null;
  const freq = unit === 'days' ? 'DAILY' : unit === 'weeks' ? 'WEEKLY' : 'MONTHLY';
  const byday = freq === 'WEEKLY' && day?.is === 'weekday' ? [{ wd: day.wd, nth: 0 }] : [];
  return { freq, interval: 1, byday, bymonthday: [], bymonth: null, loose: false, open: false };
}

/** Between two times of which one is offered as well as the other, and between the windows of a list. */
const OR = /^\s*(?:[,，]?\s*(?:或者?|还是|或是|和|及|与|跟|or|and|&|\/|、)|[,，])\s*$/i;
/** Of 三点或者四点 the first half's own word. */
const EITHER = /(?:\beither|要么) ?$/i;
const BOTH = /^ ?(?:都|也)?(?:可以|行|成|ok|没问题)(?=$|[\s,，。.!！?？])|^ (?:both |either )?works?\b/i;

const plainDay = (p: Phrase): boolean => Boolean(p.start.day) && !clockOf(p.start) && !p.start.part && !p.end && !p.repeat;

/** 周二，周四 */
const sameKind = (a: DaySpec | null, b: DaySpec | null): boolean =>
  a?.is === 'weekday' && b?.is === 'weekday' && (b.week === null || a.week === b.week);

/** The times in a row around the best one, in order: of 三点或者四点 the first is meant. */
function alternatives(all: readonly Phrase[], best: Phrase, text: string): Phrase[] {
  if (best.marks.has('target') || best.marks.has('not') || best.repeat || best.offset !== null) return [best];
  const row = [best];
  const fits = (a: Phrase, b: Phrase): boolean => {
    if ([a, b].some((p) => p.marks.size > 0 && [...p.marks].some((mark) => !['to', 'between', 'begins', 'label'].includes(mark))))
      return false;
    const gap = text.slice(a.to, b.from);
    if (!OR.test(gap)) return false;
    const comma = /^\s*[,，]?\s*$/.test(gap);
    if (comma && plainDay(a) && sameKind(a.start.day, b.start.day)) return !b.repeat && b.offset === null;
    // behind a comma only another window: 9点到10点，14点到15点
    if (comma) return Boolean(a.start.clock && b.start.clock && a.end?.clock && b.end?.clock);
    if (clockOf(a.start) && clockOf(b.start)) return true;
    return plainDay(a) && Boolean(b.start.day) && a.start.day?.is === b.start.day?.is && !b.repeat && b.offset === null;
  };
  const at = all.indexOf(best);
  for (let i = at + 1; i < all.length && fits(row[row.length - 1]!, all[i]!); i += 1) row.push(all[i]!);
  for (let i = at - 1; i >= 0 && fits(all[i]!, row[0]!); i -= 1) row.unshift(all[i]!);
  return row;
}

/** Takes in the 或者 before it and the 都行 behind it. */
function gapped(p: Phrase, text: string): Phrase {
  const before = /(?:[,，]?\s*(?:或者?|还是|或是|和|及|与|跟|\bor|\band|&|\/|、)|[,，])\s*$/i.exec(
    text.slice(Math.max(0, p.from - 8), p.from),
  );
  const behind = BOTH.exec(text.slice(p.to, p.to + 14));
  return { ...p, from: p.from - (before?.[0].length ?? 0), to: p.to + (behind?.[0].length ?? 0) };
}

/** What the first of two times leaves to the second: 3pm or 4pm tomorrow, 周二、周四下午3点. */
function borrow(to: Phrase, p: Phrase): void {
  const s = to.start;
  if (!clockOf(s) && !s.part && s.day) {
    s.clock = p.start.clock;
    s.either = p.start.either;
    s.part = p.start.part;
    if (p.end && !p.end.day && !to.end) to.end = { ...p.end };
  } else if (!s.part && p.start.part && s.clock && !s.clock.half && !s.clock.firm && !p.start.day && s.clock.h >= (p.start.clock?.h ?? 0)) {
    // 11点或下午2点: not its part
    s.part = null;
  }
  if (!s.day && p.start.day) s.day = p.start.day;
  to.zone ??= p.zone;
  to.length ??= to.end ? null : p.length;
}

/** Between a day that owns a meeting and the meeting's clock: 周五下午的评审，3点开始; Friday's demo starts at 3. */
const OWNS =
  /^(?: ?的(?!时候|时间)|'s )([^,，。.;；:：!！?？\n]{1,24}?)(?:[,，:]\s*|\s+)?(?:(?:就|都|先|时间)?(?:安排|放|定|约|排|订|是|在)(?:在|到|于)?|从|(?:is |now )?(?:at|from|@))?\s*$/i;
/** 3点对一下: about the meeting, not the meeting. */
const ASIDE =
  /^\s*(?:我们|咱们?|大家|先)?(?:一起)?(?:对一?下|碰|聊|过一?下|讨论|沟通|商量|准备|提前|开会|开个|看一?下|同步一?下)|^ ?(?:to )?(?:discuss|prep|talk|review|meet)\b/i;

/** What a phrase takes in that stands before its clock. */
const LEADS = /^(?:定在|安排在|放在|排在|约在|在|于|是|就|从|at\b|from\b|@|start|begin|kick)/i;

/** Null where it is nothing of the kind. */
function owns(p: Phrase, to: Phrase, best: Phrase, text: string): string[] | null {
  if (!p.marks.has('of') || p.marks.has('about') || p.marks.has('not') || !p.start.day || clockOf(p.start) || p.repeat) return null;
  if (to.start.day || to.offset !== null || to.repeat || !clockOf(to.start) || p.to > best.from) return null;
  const gap = text.slice(p.to, best.from);
  const m = OWNS.exec(gap);
  if (!m) return null;
  const apart = /[,，:\s安放定约排订是在从]|at$|from$/i.test(gap.slice(1)) || LEADS.test(text.slice(best.from));
  if (!apart && !/[会议]$/.test(m[1]!)) return null;
  if (ASIDE.test(text.slice(best.to))) return null;
  to.start.day = p.start.day;
  if (!to.start.part && p.start.part && !to.start.clock?.half) to.start.part = p.start.part;
  if (gap.startsWith("'s")) p.to += 2;
  return ['day'];
}

/** 明天2点不行，就后天3点 */
const OUT =
  /^ ?(?:我|我们|大家|可能|应该|好像|都|有点|那边|客户)*(?:不行|不可以|不成|没空|没时间|没法|有事|不方便|不合适|有冲突|冲突|来不及|去不了|不能|太早|太晚|不太行|有会)了?[,，。.;；\s]*(?:那就?|就|还是|要不)?换?(?=$|[,，。\s\d]|[\u4e00-\u9fff])/;
const MOVED = /(?:[改挪移推延提换调顺][^,，。]{0,4}[到至成为]|\bto) ?$/i;
const MEETING = /^ ?的?(?:那个|这个)?(?:会|,|，)/;

/** The others, the nearest first. */
function others(all: readonly Phrase[], best: Phrase): Phrase[] {
  const distance = (p: Phrase): number => (p.from >= best.to ? p.from - best.to : best.from - p.to);
  return all.filter((p) => p !== best).sort((a, b) => distance(a) - distance(b));
}

/** 到12月31日为止: the end of a recurrence, where there is one. */
const bounds = (p: Phrase): boolean => p.marks.has('until') || p.marks.has('to') || p.marks.has('ends');

function lend(to: Phrase, p: Phrase, target: boolean): string[] {
  const lent: string[] = [];
  const source = target && p.from < to.from;
  if (p.marks.has('about') && !source) return lent;
  const s = to.start;
  // 把周四的会改到周五: the Friday of that week
  if (source && p.start.day?.is === 'weekday' && s.day?.is === 'weekday' && s.day.week === null && !s.day.past && !to.near)
    to.near = p.start.day;
  const clocked = clockOf(p.start) || p.offset !== null;
  if (p.marks.has('not')) {
    // 明天上午不行，下午3点: the part is out, the day is not
    if (p.from < to.from && p.start.day && (clocked || p.start.part) && !s.day && to.offset === null) {
      s.day = p.start.day;
      if (source && p.start.part && s.clock && !s.part && !s.clock.half) s.part = p.start.part;
      lent.push('day');
    }
    // 下午3点没空，换4点吧
    if (source && p.start.part && s.clock && !s.part && !s.clock.half && !s.clock.firm && !s.day) {
      s.part = p.start.part;
      lent.push('part');
    }
    return lent;
  }
  if (p.start.day && (!clocked || source) && !(to.repeat && bounds(p))) {
    const owned = p.marks.has('of') && !source;
    if (!s.day && to.offset === null && !owned && !p.repeat) {
      s.day = p.start.day;
      if (!s.part && !s.clock?.half && p.start.part && (s.clock || s.either)) s.part = p.start.part;
      if (source && p.start.part && !s.part && !s.clock?.half) s.part = p.start.part;
      lent.push('day');
    }
  }
  if (p.start.part && !p.start.day && !s.part && s.clock && !s.clock.half && !s.clock.firm && !clocked && !p.marks.has('of') && !p.weak) {
    s.part = p.start.part;
    lent.push('part');
  }
  if (source && clockOf(p.start) && s.clock && !s.part && !s.clock.half && !s.clock.firm && p.start.part && !p.start.day) {
    s.part = p.start.part;
    lent.push('part');
  }
  // 把周三3点的会改到周五
  if (source && s.day && !clockOf(s) && to.offset === null && !to.repeat && (p.start.clock || p.start.either) && !s.part) {
    s.clock = p.start.clock;
    s.either = p.start.either;
    s.part = p.start.part;
    if (p.end && !p.end.day) to.end = { ...p.end };
    lent.push('clock');
  }
  // 3点开始 … 4点结束
  if (
    !to.end &&
    clockOf(p.start) &&
    (p.marks.has('ends') || p.marks.has('to')) &&
    !p.start.day &&
    (clockOf(s) || to.offset !== null) &&
    !source
  ) {
    to.end = { ...p.start };
    lent.push('end');
  }
  if (to.length === null && p.length !== null && !to.end && !p.start.clock && !p.marks.has('of')) {
    to.length = p.length;
    lent.push('length');
  }
  if (to.zone === null && p.zone !== null && (!clocked || source === false) && !clocked) {
    to.zone = p.zone;
    lent.push('zone');
  }
  if (!to.repeat && p.repeat && !p.marks.has('of')) {
    if (!(p.repeat.loose && s.day) || monthlyNth(p.repeat, s)) {
      to.repeat = p.repeat;
      lent.push('repeat');
    }
  }
  if (!to.count && p.count) {
    to.count = p.count;
    lent.push('count');
  }
  if (bounds(p) && p.start.day && to.repeat && !to.until) {
    to.until = p.start.day;
    lent.push('until');
  }
  return lent;
}
