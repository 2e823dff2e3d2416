/** What the other times of a message give to the one that is meant. */
import { company } from './languages.ts';
import { hasClock, monthlyNth, type Phrase } from './phrases.ts';

/** Between a day that owns a meeting and the meeting's clock: 周五下午的评审，3点开始; Friday's demo starts at 3. */
const OWNS = new RegExp(`^(?:${company.owner})([^,，。.;；:：!！?？\\n]{1,24}?)(?:[,，:]\\s*|\\s+)?(?:${company.ownerLead})?\\s*$`, 'i');
const MEETING_END = new RegExp(`(?:${company.meetingEnd})$`);
const APART = new RegExp(`[,，:\\s]|${company.apart}`, 'i');
/** 3点对一下: about the meeting, not the meeting. */
const ASIDE = new RegExp(`^ ?(?:${company.aside})`, 'i');

/** What a phrase takes in that stands before its clock. */
const LEADS = new RegExp(`^(?:${company.leads})`, 'i');

/** Null where it is nothing of the kind. */
export function owns(p: Phrase, to: Phrase, best: Phrase, text: string): string[] | null {
  if (!p.marks.has('of') || p.marks.has('about') || p.marks.has('not') || !p.start.day || hasClock(p.start) || p.repeat) return null;
  if (to.start.day || to.offset !== null || to.repeat || !hasClock(to.start) || p.to > best.from) return null;
  const gap = text.slice(p.to, best.from);
  const m = OWNS.exec(gap);
  if (!m) return null;
  const apart = APART.test(gap.slice(1)) || LEADS.test(text.slice(best.from));
  if (!apart && !MEETING_END.test(m[1]!)) return null;
  if (ASIDE.test(text.slice(best.to))) return null;
  to.start.day = p.start.day;
  if (!to.start.part && p.start.part && !to.start.clock?.half) to.start.part = p.start.part;
  if (gap.startsWith("'s")) p.to += 2;
  return ['day'];
}

/** 到12月31日为止: the end of a recurrence, where there is one. */
const bounds = (p: Phrase): boolean => p.marks.has('until') || p.marks.has('to') || p.marks.has('ends');

export function lend(to: Phrase, p: Phrase, target: boolean): string[] {
  const lent: string[] = [];
  const source = target && p.from < to.from;
  if (p.marks.has('about') && !source) return lent;
  const s = to.start;
  // 把周四的会改到周五: the Friday of that week
  if (source && p.start.day?.is === 'weekday' && s.day?.is === 'weekday' && s.day.week === null && !s.day.past && !to.near)
    to.near = p.start.day;
  const clocked = hasClock(p.start) || p.offset !== null;
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
  if (p.start.day && (!clocked || source) && !p.marks.has('due') && !(to.repeat && bounds(p))) {
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
  if (source && hasClock(p.start) && s.clock && !s.part && !s.clock.half && !s.clock.firm && p.start.part && !p.start.day) {
    s.part = p.start.part;
    lent.push('part');
  }
  // 把周三3点的会改到周五
  if (source && s.day && !hasClock(s) && to.offset === null && !to.repeat && (p.start.clock || p.start.either) && !s.part) {
    s.clock = p.start.clock;
    s.either = p.start.either;
    s.part = p.start.part;
    if (p.end && !p.end.day) to.end = { ...p.end };
    lent.push('clock');
  }
  // 3点开始 … 4点结束
  if (
    !to.end &&
    hasClock(p.start) &&
    (p.marks.has('ends') || p.marks.has('to')) &&
    !p.start.day &&
    (hasClock(s) || to.offset !== null) &&
    !source
  ) {
    to.end = { ...p.start };
    lent.push('end');
  }
  if (to.length === null && p.length !== null && (!to.end || to.marks.has('between')) && !p.start.clock && !p.marks.has('of')) {
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
