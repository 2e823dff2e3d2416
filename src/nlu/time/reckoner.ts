/** What a time is reckoned with, whatever is said of it. */
import { civil, dayNumber, dayOf, monday, weekday } from '../../calendar/dates.ts';
import { instantOf, localOf } from '../../calendar/wall-clock.ts';
import { silent } from '../../domain/silent-time.ts';
import type { Assumed, Millis, Moment, TimeProblem, Zone } from '../../domain/time.ts';
import type { DaySpec } from './atoms.ts';
import type { DayRead } from './day-read.ts';
import { resolveDay, sameDayOf } from './days.ts';
import type { Phrase } from './phrase.ts';
import type { Range } from './ranges.ts';

const MINUTE = 60_000;
const AHEAD = 30 * 86_400_000;

export interface Context {
  now: Millis;
  zone: Zone;
}

const dayBefore = (day: string, today: number): boolean => dayOf(day) < today;

/** The reading so far, and what each of its parts follows from: today, and what the clock shows. */
export class Reckoner {
  readonly reading = silent();
  protected readonly zone: Zone;
  /** Today and the minute it is, where the clock is read. */
  protected readonly here: { day: number; minute: number };
  /** Today for the asker: 明天 is theirs, whatever zone the clock is in. */
  protected readonly today: number;
  protected readonly floor: Millis;

  protected readonly phrase: Phrase;
  protected readonly context: Context;

  constructor(phrase: Phrase, context: Context) {
    this.phrase = phrase;
    this.context = context;
    this.zone = phrase.zone ?? context.zone;
    this.reading.zone = phrase.zone;
    this.here = localOf(context.now, this.zone);
    this.today = phrase.zone ? localOf(context.now, context.zone).day : this.here.day;
    this.floor = Math.floor(context.now / MINUTE) * MINUTE;
    const { clock, day } = phrase.start;
    if (clock?.next) {
      // the next full hour, today
      phrase.start.clock = { ...clock, h: Math.floor(this.here.minute / 60) + 1, next: false };
      phrase.start.day ??= { is: 'shift', days: 0 };
    }
    if (!clock?.same) return;
    phrase.start.clock = { ...clock, h: Math.floor(this.here.minute / 60), mi: this.here.minute % 60, same: false };
    // this time next week: seven days on
    if (day) phrase.start.day = sameDayOf(day);
  }

  protected at(day: number, minute: number): Millis {
    const seconds = this.phrase.start.clock?.s ?? 0;
    return instantOf(day, minute, this.zone) + seconds * 1000;
  }

  protected assume(what: Assumed): void {
    if (!this.reading.assumed.includes(what)) this.reading.assumed.push(what);
  }

  protected problem(what: TimeProblem): void {
    if (!this.reading.problems.includes(what)) this.reading.problems.push(what);
  }

  protected day(spec: DaySpec, from = this.today): DayRead | null {
    const found = resolveDay(spec, from, this.context.zone);
    if (found === 'no_such_date') {
      this.problem('no_such_date');
      return null;
    }
    if (found.nextYear) this.assume('next_year');
    if ('wd' in spec && (spec.is === 'date' || spec.is === 'shift') && spec.wd !== undefined && weekday(found.from) !== spec.wd)
      this.reading.otherWeekday = true;
    const { near } = this.phrase;
    if (near && spec === this.phrase.start.day && spec.is === 'weekday') {
      const away = resolveDay(near, from, this.context.zone);
      const same = away === 'no_such_date' ? 0 : monday(away.from) + spec.wd - 1;
      if (same >= from) return { from: same, to: same, next: null, nextYear: false };
    }
    return found;
  }

  protected setEnd(end: Millis): void {
    const { start } = this.reading;
    if (start?.grain === 'minute' && end <= start.at) this.problem('end_before_start');
    else this.reading.end = { grain: 'minute', at: end };
  }

  protected lengthEnd(start: Millis): void {
    const { length } = this.phrase;
    if (length !== null && !this.reading.end && !this.reading.problems.includes('end_before_start')) {
      this.reading.end = { grain: 'minute', at: start + Math.round(length * MINUTE) };
    }
  }

  /** Days between the start's day and the day that the end names. */
  protected apart(start: number): number | null {
    const spec = this.phrase.end?.day;
    if (!spec) return null;
    if (spec.is === 'shift' && spec.onward) return spec.days;
    const open = spec.is === 'weekday' ? spec.week === null : spec.is === 'date' && spec.months === null && spec.years === null;
    const day = resolveDay(spec, open ? start : this.today, this.context.zone);
    if (day === 'no_such_date') {
      this.problem('no_such_date');
      return null;
    }
    // 11月25日到11月20日 is a slip, 12月30日到1月2日 is not
    if (day.nextYear && day.to - start > 180) return -1;
    return day.to - start;
  }

  /** What passed today and named no week, month or year means the next one. */
  protected rolled(named: DayRead, day: number): number {
    if (named.next === 'week') return day + 7;
    if (named.next === 'year') {
      this.assume('next_year');
      const { y, mo, d } = civil(day);
      return dayNumber(y + 1, mo, d);
    }
    const { y, mo, d } = civil(day);
    for (let k = 1; k < 4; k += 1) {
      const next = dayNumber(y, mo + k, d);
      if (civil(next).d === d) return next;
    }
    return day;
  }

  protected guessed(range: Range, minute: number): void {
    if (range.start.open) this.assume(minute >= 720 ? 'afternoon' : 'morning');
  }

  protected setRange(day: number, minute: number, range: Range): void {
    const start = this.at(day, minute);
    this.reading.start = { grain: 'minute', at: start };
    const { length } = this.phrase;
    // between 3 and 5, one hour: the first hour that fits
    const within = length !== null && this.phrase.marks.has('between') && range.end !== null && length < range.end - range.start.minute;
    if (range.end !== null && !within) {
      const end = instantOf(day, range.end, this.zone) + (this.phrase.end?.clock?.s ?? 0) * 1000;
      this.setEnd(end);
    }
    this.lengthEnd(start);
  }

  protected otherEnd(start: Millis, range: Range): Millis | null {
    if (range.end !== null) return start + (range.end - range.start.minute) * MINUTE;
    return this.phrase.length === null ? null : start + this.phrase.length * MINUTE;
  }

  protected setOther(start: Millis, range: Range): void {
    this.reading.other = { start, end: this.otherEnd(start, range) };
  }

  protected finish(): void {
    const { reading } = this;
    const { start, end } = reading;
    const far = this.context.now + AHEAD;
    if (start) {
      if (start.grain === 'minute' ? start.at < this.floor : dayBefore(end?.grain === 'day' ? end.day : start.day, this.today))
        this.problem('past');
    }
    const last: Moment | null = end?.grain === 'minute' ? end : start;
    if (last && (last.grain === 'minute' ? last.at > far : instantOf(dayOf(last.day), 0, this.zone) > far)) this.problem('too_far');
    if (start?.grain === 'minute' && end?.grain === 'minute' ? end.at - start.at > 86_400_000 : (reading.minutes ?? 0) > 1440) {
      this.problem('too_long');
    }
    if (reading.other && reading.other.start < this.floor) reading.other = null;
  }
}
