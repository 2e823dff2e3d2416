/** Times that are offered one beside the other: 三点或者四点, 周二、周四. */
import type { DaySpec } from './atoms.ts';
import { company } from './languages.ts';
import { hasClock, type Phrase } from './phrase.ts';

/** Between two times of which one is offered as well as the other, and between the windows of a list. */
const OR = new RegExp(`^\\s*(?:[,，]?\\s*(?:${company.or}|/|、)\\s*|[,，])\\s*$`, 'i');
/** Of 三点或者四点 the first half's own word. */
export const EITHER = new RegExp(`(?:${company.either}) ?$`, 'i');
const BOTH = new RegExp(`^(?:${company.both})`, 'i');
const LEADING_OR = new RegExp(`(?:[,，]?\\s*(?:${company.or}|/|、)|[,，])\\s*$`, 'i');

const plainDay = (p: Phrase): boolean => Boolean(p.start.day) && !hasClock(p.start) && !p.start.part && !p.end && !p.repeat;

/** 周二，周四 */
const sameKind = (a: DaySpec | null, b: DaySpec | null): boolean =>
  a?.is === 'weekday' && b?.is === 'weekday' && (b.week === null || a.week === b.week);

/** The times in a row around the best one, in order: of 三点或者四点 the first is meant. */
export function alternatives(all: readonly Phrase[], best: Phrase, text: string): Phrase[] {
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
    if (hasClock(a.start) && hasClock(b.start)) return true;
    return plainDay(a) && Boolean(b.start.day) && a.start.day?.is === b.start.day?.is && !b.repeat && b.offset === null;
  };
  const at = all.indexOf(best);
  for (let i = at + 1; i < all.length && fits(row[row.length - 1]!, all[i]!); i += 1) row.push(all[i]!);
  for (let i = at - 1; i >= 0 && fits(all[i]!, row[0]!); i -= 1) row.unshift(all[i]!);
  return row;
}

/** Takes in the 或者 before it and the 都行 behind it. */
export function gapped(p: Phrase, text: string): Phrase {
  const before = LEADING_OR.exec(text.slice(Math.max(0, p.from - 8), p.from));
  const behind = BOTH.exec(text.slice(p.to, p.to + 14));
  return { ...p, from: p.from - (before?.[0].length ?? 0), to: p.to + (behind?.[0].length ?? 0) };
}

/** What the first of two times leaves to the second: 3pm or 4pm tomorrow, 周二、周四下午3点. */
export function borrow(to: Phrase, p: Phrase): void {
  const s = to.start;
  if (!hasClock(s) && !s.part && s.day) {
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

/** What the first of two times leaves to the second where that is offered as well: 明天下午3点或者4点. */
export function follow(p: Phrase, first: Phrase): Phrase {
  const to: Phrase = { ...p, start: { ...p.start }, end: p.end ? { ...p.end } : null };
  const own = to.start;
  const sameHalf = own.clock && !own.clock.half && !own.clock.firm && own.clock.h >= (first.start.clock?.h ?? 0);
  if (!own.part && !own.day && sameHalf) own.part = first.start.part;
  borrow(to, first);
  return to;
}
