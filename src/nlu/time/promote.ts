/** First refiners: what only its neighbours make a time. */
import type { Atom, AtomOf, DaySpec, Kind, LinkRole } from './atoms.ts';

/** Behind a number, these make it a count. */
const COUNTED =
  /^ ?(?:个|人|位|名|楼|层|号|万|亿|元|块|%|％|页|期|版|条|项|次|倍|米|折|岁|家|台|件|份|组|度|张|轮|款|天|周|年|月|k\b|people|persons?|guests?|attendees|rooms?|items?|floors?|percent|options?|users?|points?|questions?|topics?|things?|teams?|of (?:us|them)|days?|weeks?|months?|years?|pages?|tickets?|million|dollars|usd|rmb|candidates?|customers?|members?|stars?|st\b|street|ave|least|most)/i;

export const blank = (text: string, from: number, to: number): boolean => /^[\s,，]{0,3}$/.test(text.slice(from, to));

function is<K extends Kind>(atom: Atom | undefined, kind: K): atom is AtomOf<K> {
  return atom?.kind === kind;
}
const role = (atom: Atom | undefined): LinkRole | null => (atom?.kind === 'link' ? atom.role : null);

/** 半小时后, in 20 minutes, 过一个小时: a length and its mark become a point. */
export function offsets(atoms: Atom[], text: string, steps: string[]): Atom[] {
  const out: Atom[] = [];
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i]!;
    if (!is(atom, 'length')) {
      out.push(atom);
      continue;
    }
    const prev = out[out.length - 1];
    const next = atoms[i + 1];
    const led =
      (role(prev) === 'in' || (role(prev) === 'after' && /^\s*(?:$|[,.;!?])/.test(text.slice(atom.to)))) &&
      blank(text, prev!.to, atom.from);
    const then = next && /^ ?(?:的)?$/.test(text.slice(atom.to, next.from)) ? role(next) : null;
    if (!led && then !== 'later' && then !== 'ago') {
      out.push(atom);
      continue;
    }
    const sign = then === 'ago' ? -1 : 1;
    // 提前10分钟前…, 会前10分钟: about a reminder, not about the start
    const from = led ? prev!.from : atom.from;
    if (led) out.pop();
    const to = then === 'later' || then === 'ago' ? next!.to : atom.to;
    if (to !== atom.to) i += 1;
    const by = `refine.offset(${atom.by})`;
    steps.push(`${by}: ${text.slice(from, to)}`);
    if (atom.days || atom.months) {
      const whole = Math.trunc(atom.months);
      const days = sign * Math.round(atom.days + (atom.months - whole) * 30);
      out.push({ kind: 'day', day: { is: 'shift', days, months: sign * whole }, weak: false, from, to, by });
    } else {
      out.push({ kind: 'offset', seconds: sign * Math.round(atom.minutes * 60), from, to, by });
    }
  }
  return out;
}

const COUNTS: Record<string, number> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };
const WEEK_OF = /(?:^|\b(?:for|in|during)? ?)(?:the )?week (?:of|starting|beginning|commencing) (?:the )?$/i;

/** 圣诞节前一天, the day after Christmas, the week of Dec 7: a day named by another one. */
export function around(atoms: readonly Atom[], text: string, steps: string[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const last = out[out.length - 1];
    if (!is(atom, 'day')) {
      out.push(atom);
      continue;
    }
    const make = (day: DaySpec, from: number, to: number): void => {
      while (out.length > 0 && out[out.length - 1]!.to > from && out[out.length - 1]!.to > out[out.length - 1]!.from) out.pop();
      out.push({ kind: 'day', day, weak: false, from, to, by: `refine.around(${atom.by})` });
      steps.push(`refine.around(${atom.by}): ${text.slice(from, to)}`);
    };
    const before = text.slice(Math.max(0, atom.from - 32), atom.from);
    const after =
      /^ ?的?(?:(前|后)第?([一两二三四五1-5])[天日]|(前)[夕夜]|(?:所在的?)?[那这]一?(周|星期|礼拜)(?![一二三四五六日天末]))/.exec(
        text.slice(atom.to, atom.to + 10),
      );
    if (after?.[3]) {
      make({ is: 'after', base: atom.day, days: -1 }, atom.from, atom.to + after[0].length);
      continue;
    }
    if (after?.[1]) {
      const n = COUNTS[after[2]!] ?? Number(after[2]);
      make({ is: 'after', base: atom.day, days: after[1] === '前' ? -n : n }, atom.from, atom.to + after[0].length);
      continue;
    }
    if (after?.[4]) {
      make({ is: 'weekof', base: atom.day }, atom.from, atom.to + after[0].length);
      continue;
    }
    const near = /(?:the |\b)day (before|after) $/i.exec(before);
    if (near) {
      make({ is: 'after', base: atom.day, days: /before/i.test(near[1]!) ? -1 : 1 }, atom.from - near[0].length, atom.to);
      continue;
    }
    const since = out.slice(-3).findLast((one) => is(one, 'day') && one.to > one.from && one.to > atom.from - 16);
    const wd =
      atom.day.is === 'weekday' ? atom.day.wd : atom.day.is === 'nth' && atom.day.n === 1 && atom.day.months === null ? atom.day.wd : 0;
    if (
      since &&
      is(since, 'day') &&
      wd > 0 &&
      /^ ?(?:之后|以后|过后|后)的?(?:那个|第一个|首个|下个?)? ?$/.test(text.slice(since.to, atom.from))
    ) {
      make({ is: 'following', base: since.day, wd }, since.from, atom.to);
      continue;
    }
    if (
      since &&
      is(since, 'day') &&
      since.day.is === 'weekday' &&
      since.day.week === null &&
      /^ after $/i.test(text.slice(since.to, atom.from))
    ) {
      make({ is: 'following', base: atom.day, wd: since.day.wd }, since.from, atom.to);
      continue;
    }
    const week = WEEK_OF.exec(before);
    if (week && (atom.day.is === 'date' || atom.day.is === 'weekday')) {
      make({ is: 'weekof', base: atom.day }, atom.from - week[0].length, atom.to);
      continue;
    }
    // 3 days after Christmas
    const length = out[out.length - 2];
    if (last && is(length, 'length') && (length.days || length.months) && (role(last) === 'after' || role(last) === 'before')) {
      if (blank(text, length.to, last.from) && blank(text, last.to, atom.from) && Number.isInteger(length.months)) {
        const sign = role(last) === 'before' ? -1 : 1;
        make({ is: 'after', base: atom.day, days: sign * Math.round(length.days), months: sign * length.months }, length.from, atom.to);
        continue;
      }
    }
    out.push(atom);
  }
  return out;
}

const dated = (atom: Atom | undefined): boolean => atom?.kind === 'day' && atom.day.is === 'date' && atom.day.d > 0;

const TONIGHT = /^(?:ton(?:ight|ite)|tomorrow|tmrw?|today)$/i;
/** Behind "after 3" and "by 5" where a clock is meant. */
const CLOSED = /^\s*(?:$|[,.;!?]|(?:tomorrow|tmrw?|today|tonight|on|this|next|please|pls|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b)/i;
const MOVING =
  /\b(?:(?:move|push|reschedule|shift|postpone|delay|bring|bump)\b(?![^,.;!?]*(?:password|pwd|code|host|owner|topic|name))[^,.;!?]{0,24}|(?:change|switch) (?:it|that|(?:the )?(?:meeting|call|sync|time|start|start time)) )to $|\b(?:change|switch) to $|\bmake (?:it|that) $/i;
/** What a bare hour may follow: nothing, a break, or a verb of meeting. */
const FREE = /(?:^|[,.;:!?]|\b(?:meet|call|chat|sync|talk|book|schedule|do|say|maybe|free|around|about|by)) ?$/i;

const LEADS = new Set<LinkRole>(['at', 'from', 'between', 'until', 'target', 'ends', 'starts']);

/** Bare numbers that stand where only a clock can stand become clocks; all others are dropped. */
export function promote(atoms: Atom[], text: string, steps: string[]): Atom[] {
  const out = [...atoms];
  const clockish = (atom: Atom | undefined): boolean => atom?.kind === 'clock';
  const near = (a: Atom | undefined, b: Atom | undefined): boolean => Boolean(a && b && blank(text, a.to, b.from));
  const counted = (atom: Atom): boolean => COUNTED.test(text.slice(atom.to, atom.to + 12));
  const make = (i: number, why: string) => {
    const atom = out[i]! as AtomOf<'number'>;
    const firm = atom.digits === 4 || atom.n >= 13 || atom.n === 0 || (atom.digits === 2 && atom.n < 10);
    out[i] = {
      kind: 'clock',
      clock: { h: atom.n, mi: atom.mi ?? 0, s: 0, half: null, firm },
      weak: true,
      from: atom.from,
      to: atom.to,
      by: `refine.number(${why})`,
    };
    steps.push(`refine.number(${why}): ${text.slice(atom.from, atom.to)}`);
  };
  const plain = (atom: Atom | undefined): atom is AtomOf<'number'> => is(atom, 'number') && !counted(atom);

  for (let i = 0; i < out.length; i += 1) {
    const atom = out[i];
    if (atom?.by === 'date.dot') dotted(out, i, text, steps);
    if (!plain(atom)) continue;
    const prev = out[i - 1];
    const next = out[i + 1];
    const further = out[i + 2];
    const prevRole = near(prev, atom) ? role(prev) : null;
    const nextRole = near(atom, next) ? role(next) : null;
    const ranged = (nextRole === 'to' || nextRole === 'until' || (nextRole === 'and' && prevRole === 'between')) && near(next, further);
    const placed =
      near(prev, atom) &&
      (prev!.kind === 'day' || prev!.kind === 'part') &&
      !(prev!.kind === 'day' && /\d$/.test(text.slice(prev!.from, prev!.to)));
    const inPart = next && next.kind === 'part' && /^(?:in the|at|on the) /i.test(text.slice(next.from, next.to)) && near(atom, next);
    // Nov 25-27, 25-27号
    const afterDate = (prevRole === 'to' || prevRole === 'until') && near(out[i - 2], prev) && dated(out[i - 2]) && !clockish(next);
    if (afterDate || (nextRole === 'to' && dated(further) && near(next, further) && atom.digits < 4 && atom.mi === null)) {
      const { day } = (afterDate ? out[i - 2] : further) as AtomOf<'day'>;
      if (day.is === 'date' && atom.n >= 1 && atom.n !== day.d) {
        out[i] = {
          kind: 'day',
          day: { ...day, d: atom.n },
          weak: false,
          from: atom.from,
          to: atom.to + (/^[日号]/.test(text.slice(atom.to)) ? 1 : 0),
          by: 'refine.number(day)',
        };
        steps.push(`refine.number(day): ${text.slice(atom.from, atom.to)}`);
        continue;
      }
    }
    if (atom.n > 24) continue;
    // 1500 hrs; 0930 tomorrow
    if (atom.digits === 4 && atom.n < 24) {
      const military = /[hs]$/i.test(text.slice(atom.from, atom.to)) && !/^ of\b/i.test(text.slice(atom.to));
      const leading = text[atom.from] === '0' && next?.kind === 'day' && near(atom, next) && atom.mi! % 5 === 0;
      if (military || leading) {
        make(i, 'military');
        continue;
      }
    }
    // 2-3点, 10 to 11am
    if (ranged && clockish(further)) make(i, 'range');
    // 下午 3-4, tomorrow 10-11:30
    else if (
      ranged &&
      plain(further) &&
      (placed ||
        prevRole === 'label' ||
        listed(out, i, further, text) ||
        /\d\s?(?:h|hrs|hours)$/i.test(text.slice(further.from, further.to)) ||
        (prevRole && LEADS.has(prevRole)) ||
        partAhead(out, i + 3, text, further))
    ) {
      const low = atom.n;
      const high = further.n;
      if (low !== high && low <= 24 && high <= 24 && !(low === 0 && high === 0)) {
        make(i, 'range');
        make(i + 2, 'range');
      }
    } else if (
      (prevRole === 'to' || prevRole === 'until' || prevRole === 'and') &&
      (clockish(out[i - 2]) || out[i - 2]?.kind === 'offset') &&
      near(out[i - 2], prev)
    ) {
      if (prevRole !== 'and' || role(out[i - 3]) === 'between') make(i, 'range end');
    } else if (prevRole && LEADS.has(prevRole) && (atom.digits < 4 || atom.n < 24) && leads(text, prev!, atom))
      make(i, `after ${prevRole}`);
    else if (
      (prevRole === 'after' || prevRole === 'before') &&
      near(prev, atom) &&
      /^[a-z]/i.test(text.slice(prev!.from)) &&
      atom.n > 0 &&
      CLOSED.test(text.slice(atom.to))
    )
      make(i, `after ${prevRole}`);
    else if (
      atom.digits < 3 &&
      MOVING.test(text.slice(Math.max(0, atom.from - 40), atom.from)) &&
      atom.n > 0 &&
      CLOSED.test(text.slice(atom.to))
    )
      make(i, 'moved to');
    else if (placed && /^ sharp\b/i.test(text.slice(atom.to))) make(i, 'sharp');
    else if (inPart) make(i, 'in part');
    // 8 tonight
    else if (
      next?.kind === 'day' &&
      near(atom, next) &&
      TONIGHT.test(text.slice(next.from, next.to)) &&
      FREE.test(text.slice(Math.max(0, atom.from - 12), atom.from))
    )
      make(i, 'tonight');
    // 下午3, tonight 8
    else if (near(prev, atom) && prev!.kind === 'part' && endsHere(text, atom.to)) make(i, 'after part');
    // tomorrow 1430, 明天15.30
    else if (placed && atom.digits === 4 && atom.mi! % 5 === 0) make(i, 'after day');
    else if (near(prev, atom) && prev!.kind === 'day' && atom.mi !== null) make(i, 'after day');
    else if (near(atom, next) && next!.kind === 'zone' && prev && near(prev, atom) && prev.kind === 'day') make(i, 'before zone');
  }
  return out.filter((atom) => atom.kind !== 'number');
}

/** Time: 0930 - 1030; Wednesday's review, 2 to 3: hours, where nothing else is a clock. */
function listed(atoms: readonly Atom[], i: number, last: Atom, text: string): boolean {
  const before = text.slice(Math.max(0, atoms[i]!.from - 12), atoms[i]!.from);
  if (/(?:\btime|\bwhen|时间) ?[:：] ?$/i.test(before)) return true;
  if (!/[a-z], $/i.test(before) || !/^\s*(?:$|[.!?])/.test(text.slice(last.to, last.to + 8)) || atoms.length > 40) return false;
  return atoms.slice(0, i).some((atom) => atom.kind === 'day') && !atoms.some((atom) => atom.kind === 'clock');
}

/** 明天3.30: behind a day or a part of one, a clock with a dot. */
function dotted(atoms: Atom[], i: number, text: string, steps: string[]): void {
  const atom = atoms[i]!;
  const prev = atoms[i - 1];
  if (!prev || !blank(text, prev.to, atom.from)) return;
  const ranged = prev.kind === 'link' && prev.role === 'to' && atoms[i - 2]?.kind === 'clock';
  if (!ranged && prev.kind !== 'day' && prev.kind !== 'part') return;
  const m = /^(\d{1,2})\.([0-5]\d)$/.exec(text.slice(atom.from, atom.to));
  if (!m) return;
  const h = Number(m[1]);
  atoms[i] = {
    kind: 'clock',
    clock: { h, mi: Number(m[2]), s: 0, half: null, firm: h >= 13 || m[1]!.startsWith('0') },
    weak: true,
    from: atom.from,
    to: atom.to,
    by: 'refine.dot',
  };
  steps.push(`refine.dot: ${m[0]}`);
}

/** 3-5 in the afternoon, 10-11 tomorrow. */
function partAhead(atoms: Atom[], i: number, text: string, last: Atom): boolean {
  const next = atoms[i];
  return Boolean(next && (next.kind === 'part' || next.kind === 'zone' || next.kind === 'day') && blank(text, last.to, next.from));
}

/** "at 5" ends there or goes on with words that are no unit; "from 5" alone says too little. */
function leads(text: string, lead: Atom, atom: AtomOf<'number'>): boolean {
  const rest = text.slice(atom.to);
  if (role(lead) === 'from' || role(lead) === 'between') return false;
  if (role(lead) === 'target' || role(lead) === 'starts')
    return /^\s*(?:$|[,，.。!！?？、)）]|吧|可以|行|tomorrow|today|tonight|on\b|instead|please|pls)/i.test(rest);
  if (atom.digits === 1 && atom.n === 0) return false;
  return !/^ ?(?:[A-Z][a-z]+ (?:St|Street|Road|Ave)|[/:]|-\d|°|[\u4e00-\u9fff](?<![开会的和跟与见碰聊吧前后]))/.test(rest);
}

const endsHere = (text: string, to: number): boolean =>
  /^\s*(?:$|[,，.。!！?？、)）:：;；]|[开会见碰聊到至吧]|\s[\u4e00-\u9fffa-z])/i.test(text.slice(to, to + 8));
