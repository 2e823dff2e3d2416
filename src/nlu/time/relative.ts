/** First refiners: lengths and days that only the words beside them make a day or a point in time. */
import { type Atom, type AtomOf, blank, type DaySpec, is, roleOf } from './atoms.ts';
import { company, numerals } from './languages.ts';

const OF = new RegExp(`^ ?(?:${company.of})?$`);
const NEIGHBOUR = new RegExp(`^ ?(?:${company.neighbour})`);
const NEXT_TO = new RegExp(`(?:${company.nextTo})$`, 'i');
const FOLLOWED = new RegExp(`^ ?(?:${company.followed}) ?$`);
const FOLLOWS = new RegExp(`^(?:${company.follows})$`, 'i');
const WEEK_OF = new RegExp(`(?:${company.weekOf})$`, 'i');

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
      (roleOf(prev) === 'in' || (roleOf(prev) === 'after' && /^\s*(?:$|[,.;!?])/.test(text.slice(atom.to)))) &&
      blank(text, prev!.to, atom.from);
    const then = next && OF.test(text.slice(atom.to, next.from)) ? roleOf(next) : null;
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

/** 圣诞节前一天, the day after Christmas, the week of Dec 7: a day named by another one. */
export function around(atoms: readonly Atom[], text: string, steps: string[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const named = is(atom, 'day') ? namedBy(atom, out, text) : null;
    if (!named) {
      out.push(atom);
      continue;
    }
    const { day, from, to } = named;
    const by = `refine.around(${atom.by})`;
    while (out.length > 0 && out[out.length - 1]!.to > from && out[out.length - 1]!.to > out[out.length - 1]!.from) out.pop();
    out.push({ kind: 'day', day, weak: false, from, to, by });
    steps.push(`${by}: ${text.slice(from, to)}`);
  }
  return out;
}

interface Named {
  day: DaySpec;
  from: number;
  to: number;
}

/** `before`: the atoms that stand before it. */
function namedBy(atom: AtomOf<'day'>, before: readonly Atom[], text: string): Named | null {
  return besideIt(atom, text) ?? followingIt(atom, before, text) ?? weekOfIt(atom, text) ?? countedFrom(atom, before, text);
}

/** 圣诞节前一天, the day after Christmas. */
function besideIt({ day, from, to }: AtomOf<'day'>, text: string): Named | null {
  const beside = NEIGHBOUR.exec(text.slice(to, to + 10));
  if (beside?.groups) {
    const { n, week, after } = beside.groups;
    const days = n ? numerals.read(n) : 1;
    return {
      day: week ? { is: 'weekof', base: day } : { is: 'after', base: day, days: after ? days : -days },
      from,
      to: to + beside[0].length,
    };
  }
  const near = NEXT_TO.exec(leadOf(from, text));
  return near && { day: { is: 'after', base: day, days: near.groups?.before ? -1 : 1 }, from: from - near[0].length, to };
}

/** Before a day, what may name another one by it. */
const leadOf = (from: number, text: string): string => text.slice(Math.max(0, from - 32), from);

/** 国庆后的第一个周一, the Friday after next Monday. */
function followingIt(atom: AtomOf<'day'>, before: readonly Atom[], text: string): Named | null {
  const since = before.slice(-3).findLast((one) => is(one, 'day') && one.to > one.from && one.to > atom.from - 16);
  if (!is(since, 'day')) return null;
  const between = text.slice(since.to, atom.from);
  const { from } = since;
  const wd = weekdayOf(atom.day);
  if (wd !== null && FOLLOWED.test(between)) return { day: { is: 'following', base: since.day, wd }, from, to: atom.to };
  const anyWeek = since.day.is === 'weekday' && since.day.week === null ? since.day.wd : null;
  return anyWeek !== null && FOLLOWS.test(between) ? { day: { is: 'following', base: atom.day, wd: anyWeek }, from, to: atom.to } : null;
}

function weekdayOf(day: DaySpec): number | null {
  if (day.is === 'weekday') return day.wd;
  return day.is === 'nth' && day.n === 1 && day.months === null ? day.wd : null;
}

/** The week of Dec 7. */
function weekOfIt({ day, from, to }: AtomOf<'day'>, text: string): Named | null {
  const week = day.is === 'date' || day.is === 'weekday' ? WEEK_OF.exec(leadOf(from, text)) : null;
  return week && { day: { is: 'weekof', base: day }, from: from - week[0].length, to };
}

/** 3 days after Christmas. */
function countedFrom(atom: AtomOf<'day'>, before: readonly Atom[], text: string): Named | null {
  const [length, link] = before.slice(-2);
  const role = roleOf(link);
  if (!link || !is(length, 'length') || !(length.days || length.months) || !Number.isInteger(length.months)) return null;
  if (role !== 'after' && role !== 'before' && role !== 'from') return null;
  if (!blank(text, length.to, link.from) || !blank(text, link.to, atom.from)) return null;
  const sign = role === 'before' ? -1 : 1;
  const day: DaySpec = { is: 'after', base: atom.day, days: sign * Math.round(length.days), months: sign * length.months };
  return { day, from: length.from, to: atom.to };
}
