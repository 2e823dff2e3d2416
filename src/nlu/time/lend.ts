/** What the other times of a message give to the one that is meant. */
import { company } from './languages.ts';
import { hasClock, monthlyNth, type Phrase } from './phrase.ts';

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

/** A clock whose half of the day was not said. */
const isOpen = ({ start }: Phrase): boolean =>
  start.clock !== null && start.part === null && start.clock.half === null && !start.clock.firm;

/** A phrase that lends, and the one that takes. */
interface Loan {
  to: Phrase;
  p: Phrase;
  /** It stands before the time that something is moved to: what is moved away from. */
  source: boolean;
  /** It has a time of its own. */
  clocked: boolean;
}

export function lend(to: Phrase, p: Phrase, target: boolean): string[] {
  const loan: Loan = { to, p, source: target && p.from < to.from, clocked: hasClock(p.start) || p.offset !== null };
  if (p.marks.has('about') && !loan.source) return [];
  nearSource(loan);
  const lenders = p.marks.has('not') ? OUT_LENDERS : LENDERS;
  return lenders.flatMap(([what, lends]) => (lends(loan) ? [what] : []));
}

/** 把周四的会改到周五: the Friday of that week. */
function nearSource({ to, p, source }: Loan): void {
  const day = to.start.day;
  if (source && p.start.day?.is === 'weekday' && day?.is === 'weekday' && day.week === null && !day.past && !to.near) to.near = p.start.day;
}

type Lender = readonly [what: string, lends: (loan: Loan) => boolean];

/** What is out still says something. */
const OUT_LENDERS: readonly Lender[] = [
  // 明天上午不行，下午3点: the part is out, the day is not
  [
    'day',
    ({ to, p, source, clocked }) => {
      const s = to.start;
      if (p.from >= to.from || !p.start.day || !(clocked || p.start.part) || s.day || to.offset !== null) return false;
      s.day = p.start.day;
      if (source && p.start.part && s.clock && !s.part && !s.clock.half) s.part = p.start.part;
      return true;
    },
  ],
  // 下午3点没空，换4点吧
  [
    'part',
    ({ to, p, source }) => {
      if (!source || !p.start.part || !isOpen(to) || to.start.day) return false;
      to.start.part = p.start.part;
      return true;
    },
  ],
];

const LENDERS: readonly Lender[] = [
  ['day', lendDay],
  [
    'part',
    ({ to, p, clocked }) => {
      if (!p.start.part || p.start.day || !isOpen(to) || clocked || p.marks.has('of') || p.weak) return false;
      to.start.part = p.start.part;
      return true;
    },
  ],
  [
    'part',
    ({ to, p, source }) => {
      if (!source || !hasClock(p.start) || !isOpen(to) || !p.start.part || p.start.day) return false;
      to.start.part = p.start.part;
      return true;
    },
  ],
  ['clock', lendClock],
  // 3点开始 … 4点结束
  [
    'end',
    ({ to, p, source }) => {
      const ends = p.marks.has('ends') || p.marks.has('to');
      if (to.end || !hasClock(p.start) || !ends || p.start.day || source || !(hasClock(to.start) || to.offset !== null)) return false;
      to.end = { ...p.start };
      return true;
    },
  ],
  [
    'length',
    ({ to, p }) => {
      if (to.length !== null || p.length === null || (to.end && !to.marks.has('between')) || p.start.clock || p.marks.has('of'))
        return false;
      to.length = p.length;
      return true;
    },
  ],
  [
    'zone',
    ({ to, p, clocked }) => {
      if (to.zone !== null || p.zone === null || clocked) return false;
      to.zone = p.zone;
      return true;
    },
  ],
  [
    'repeat',
    ({ to, p }) => {
      if (to.repeat || !p.repeat || p.marks.has('of')) return false;
      if (p.repeat.loose && to.start.day && !monthlyNth(p.repeat, to.start)) return false;
      to.repeat = p.repeat;
      return true;
    },
  ],
  [
    'count',
    ({ to, p }) => {
      if (to.count || !p.count) return false;
      to.count = p.count;
      return true;
    },
  ],
  [
    'until',
    ({ to, p }) => {
      if (!bounds(p) || !p.start.day || !to.repeat || to.until) return false;
      to.until = p.start.day;
      return true;
    },
  ],
];

function lendDay({ to, p, source, clocked }: Loan): boolean {
  const s = to.start;
  if (!p.start.day || (clocked && !source) || p.marks.has('due') || (to.repeat && bounds(p))) return false;
  if (s.day || to.offset !== null || (p.marks.has('of') && !source) || p.repeat) return false;
  s.day = p.start.day;
  if (p.start.part && !s.part && !s.clock?.half && (s.clock || s.either || source)) s.part = p.start.part;
  return true;
}

/** 把周三3点的会改到周五. */
function lendClock({ to, p, source }: Loan): boolean {
  const s = to.start;
  if (!source || !s.day || hasClock(s) || to.offset !== null || to.repeat || !(p.start.clock || p.start.either) || s.part) return false;
  s.clock = p.start.clock;
  s.either = p.start.either;
  s.part = p.start.part;
  if (p.end && !p.end.day) to.end = { ...p.end };
  return true;
}
