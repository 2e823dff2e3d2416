/** Puts what was recognised into a phrase, where its place is free. */
import type { Atom, DaySpec } from './atoms.ts';
import { emptySide, type Phrase, type Side } from './phrase.ts';

/** Two namings of one day: 12月3日周四, 后天（周日）, 下周的周三. Null where they are two days. */
function sameDay(a: DaySpec, b: DaySpec): DaySpec | null {
  if (a.is === 'period' && a.unit === 'week' && b.is === 'weekday' && b.week === null) return { ...b, week: a.shift };
  if (b.is === 'period' && b.unit === 'week' && a.is === 'weekday' && a.week === null) return { ...a, week: b.shift };
  if (a.is === 'period' && a.unit === 'month' && a.edge === 'all' && b.is === 'date' && b.mo === null) {
    return a.n !== null ? { ...b, y: a.y, years: a.shift, mo: a.n } : { ...b, months: a.shift };
  }
  if (b.is === 'period' && b.unit === 'month' && b.edge === 'all' && a.is === 'date' && a.mo === null) return sameDay(b, a);
  if (a.is === 'period' && a.unit === 'year' && b.is === 'date' && b.y === null) return { ...b, y: a.y, years: a.shift };
  if (b.is === 'period' && b.unit === 'year' && b.edge === 'all' && a.is === 'date' && a.y === null && a.years === null)
    return sameDay(b, a);
  if (a.is === 'period' && a.unit === 'year' && b.is === 'feast' && b.y === null) return { ...b, y: a.y, years: a.shift };
  if (a.is === 'period' && a.unit === 'week' && b.is === 'period' && b.unit === 'weekend') return { ...b, shift: a.shift };
  if (a.is === 'shift' && b.is === 'weekday' && b.week === null && a.days >= 7 && a.days % 7 === 0) return { ...b, week: a.days / 7 };
  if (b.is === 'shift' && a.is === 'weekday' && a.week === null && b.days >= 7 && b.days % 7 === 0) return { ...a, week: b.days / 7 };
  if (a.is === 'weekday' && (b.is === 'date' || (b.is === 'shift' && a.week === null))) return { ...b, wd: a.wd };
  if (b.is === 'weekday' && (a.is === 'date' || a.is === 'shift')) return { ...a, wd: b.wd };
  if (b.is === 'weekday' && (a.is === 'feast' || a.is === 'lunar')) return a;
  if (a.is === 'shift' && b.is === 'date') return b;
  return JSON.stringify(a) === JSON.stringify(b) ? a : null;
}

/** 后天... 周六: who thought again means the second. */
const thoughtAgain = (a: DaySpec, b: DaySpec, between: string): boolean =>
  a.is === 'shift' && b.is === 'weekday' && b.week === null && /\.{2,}|…/.test(between);

/** Puts an atom into a phrase; false where its place is taken. `between`: what stands between the two. */
export function place(phrase: Phrase, atom: Atom, ending: boolean, between = ''): boolean {
  if (ending) phrase.end ??= emptySide();
  const side = (ending && phrase.end) || phrase.start;
  switch (atom.kind) {
    case 'day':
      if (!placeDay(phrase, side, atom.day, ending, between)) return false;
      break;
    case 'part':
      if (side.part && side.part !== atom.part) {
        // 今晚深夜, 明早上午: the closer one
        if (side.clock) return false;
      }
      side.part = atom.part;
      break;
    case 'clock':
      if (side.clock || side.either) return false;
      side.clock = atom.clock;
      break;
    case 'either':
      if (side.clock || side.either) return false;
      side.either = { low: atom.low, high: atom.high };
      break;
    case 'length':
      if (phrase.length !== null || atom.weak) return false;
      phrase.length = atom.minutes;
      break;
    case 'offset':
      if ((phrase.offset !== null && phrase.offset !== atom.seconds) || phrase.start.clock || ending) return false;
      phrase.offset = atom.seconds;
      break;
    case 'zone':
      if (phrase.zone !== null && phrase.zone !== atom.zone) return false;
      phrase.zone = atom.zone;
      break;
    case 'repeat':
      if (phrase.repeat) {
        if (!phrase.repeat.open && atom.repeat.byday.length === 0) break;
        phrase.repeat = { ...atom.repeat, interval: Math.max(atom.repeat.interval, phrase.repeat.interval) };
      } else phrase.repeat = atom.repeat;
      break;
    case 'count':
      phrase.count = { n: atom.n, unit: atom.unit, run: atom.run ?? false };
      break;
    case 'vague':
      phrase.vague = true;
      if (atom.day) phrase.anyDay = true;
      break;
    case 'bad':
      if (phrase.bad) return false;
      phrase.bad = atom.problem;
      break;
    default:
      return false;
  }
  if (!('weak' in atom && atom.weak)) phrase.weak = false;
  phrase.to = Math.max(phrase.to, atom.to);
  return true;
}

/** False where its place is taken. */
function placeDay(phrase: Phrase, side: Side, day: DaySpec, ending: boolean, between: string): boolean {
  if (ending && (side.clock || side.either) && !side.day) {
    // 3-4pm tomorrow: a day behind both is the start's
    const both = phrase.start.day ? sameDay(phrase.start.day, day) : day;
    if (both) phrase.start.day = both;
    return both !== null;
  }
  if (!side.day) {
    side.day = day;
    return true;
  }
  const same = thoughtAgain(side.day, day, between) ? day : sameDay(side.day, day);
  if (same) side.day = same;
  return same !== null;
}
