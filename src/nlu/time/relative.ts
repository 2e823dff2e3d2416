/** First refiners: lengths and days that only the words beside them make a day or a point in time. */
import { type Atom, blank, type DaySpec, is, roleOf } from './atoms.ts';
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
    const beside = NEIGHBOUR.exec(text.slice(atom.to, atom.to + 10));
    const said = beside?.groups;
    if (beside && said) {
      const to = atom.to + beside[0].length;
      const n = said.n ? numerals.read(said.n) : 1;
      if (said.week) make({ is: 'weekof', base: atom.day }, atom.from, to);
      else make({ is: 'after', base: atom.day, days: said.after ? n : -n }, atom.from, to);
      continue;
    }
    const near = NEXT_TO.exec(before);
    if (near) {
      make({ is: 'after', base: atom.day, days: near.groups?.before ? -1 : 1 }, atom.from - near[0].length, atom.to);
      continue;
    }
    const since = out.slice(-3).findLast((one) => is(one, 'day') && one.to > one.from && one.to > atom.from - 16);
    const wd =
      atom.day.is === 'weekday' ? atom.day.wd : atom.day.is === 'nth' && atom.day.n === 1 && atom.day.months === null ? atom.day.wd : 0;
    if (since && is(since, 'day') && wd > 0 && FOLLOWED.test(text.slice(since.to, atom.from))) {
      make({ is: 'following', base: since.day, wd }, since.from, atom.to);
      continue;
    }
    if (
      since &&
      is(since, 'day') &&
      since.day.is === 'weekday' &&
      since.day.week === null &&
      FOLLOWS.test(text.slice(since.to, atom.from))
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
    if (
      last &&
      is(length, 'length') &&
      (length.days || length.months) &&
      (roleOf(last) === 'after' || roleOf(last) === 'before' || roleOf(last) === 'from')
    ) {
      if (blank(text, length.to, last.from) && blank(text, last.to, atom.from) && Number.isInteger(length.months)) {
        const sign = roleOf(last) === 'before' ? -1 : 1;
        make({ is: 'after', base: atom.day, days: sign * Math.round(length.days), months: sign * length.months }, length.from, atom.to);
        continue;
      }
    }
    out.push(atom);
  }
  return out;
}
