/** Last step: a phrase becomes a reading, through wall-clock arithmetic and one conversion to an instant. */

import { isoDay } from '../../calendar/dates.ts';
import { localOf } from '../../calendar/wall-clock.ts';
import type { DayPart, Millis, TimeReading } from '../../domain/time.ts';
import { PART_HOURS, placeClock } from './clocks.ts';
import type { DayRead } from './day-read.ts';
import { firstDay, rrule, times } from './occurrence.ts';
import type { Phrase } from './phrase.ts';
import { placeRange, type Range } from './ranges.ts';
import { type Context, Reckoner } from './reckoner.ts';

function partAt(minute: number): DayPart {
  const h = (((minute % 1440) + 1440) % 1440) / 60;
  return h < 6 ? 'dawn' : h < 11 ? 'morning' : h < 13.5 ? 'noon' : h < 18 ? 'afternoon' : 'evening';
}

class Resolver extends Reckoner {
  read(): TimeReading {
    const { phrase, reading } = this;
    if (phrase.length !== null) reading.minutes = Math.round(phrase.length * 100) / 100;
    if (phrase.bad) this.broken();
    else if (phrase.offset !== null) this.fromNow(phrase.offset);
    else if (phrase.repeat) this.recurring();
    else if (phrase.anyDay && !phrase.start.day) this.problem('vague');
    else if (phrase.start.clock) this.clock();
    else this.coarse();
    if (phrase.vague && !reading.start && !reading.end) this.problem('vague');
    this.finish();
    return reading;
  }

  private broken(): void {
    this.problem(this.phrase.bad!);
    if (this.phrase.bad === 'no_such_time' && this.phrase.start.day) {
      const day = this.day(this.phrase.start.day);
      if (day) this.reading.start = { grain: 'day', day: isoDay(day.from) };
    }
  }

  private fromNow(seconds: number): void {
    const start = this.context.now + seconds * 1000;
    this.reading.start = { grain: 'minute', at: start };
    const end = this.phrase.end?.clock;
    if (end) {
      const local = localOf(start, this.zone);
      let minute = placeClock(end, this.phrase.end!.part).minute;
      if (!end.firm && !end.half && !this.phrase.end!.part) {
        minute = (end.h % 12) * 60 + end.mi;
        while (minute <= local.minute) minute += 720;
      }
      this.setEnd(this.at(local.day, minute));
    } else this.lengthEnd(start);
  }

  private clock(): void {
    const { phrase } = this;
    const { start } = phrase;
    if (phrase.marks.has('ends') && !phrase.end && !phrase.marks.has('target')) {
      this.endOnly();
      return;
    }
    const named = start.day ? this.day(start.day) : null;
    if (start.day && !named) return;
    if (named && (named.to - named.from > 1 || (named.to > named.from && start.day!.is === 'window'))) {
      // 下周3点: which day is not said
      this.problem('vague');
      this.coarse();
      return;
    }
    const range = placeRange(start, phrase.end, named ? this.apart(named.from) : this.apart(this.today));
    if (!range) return;
    if (range.bad) this.problem('end_before_start');
    if (phrase.marks.has('before') && !phrase.end) {
      this.deadline(named, range);
      return;
    }
    if (named) this.onDay(named, range);
    else this.nextTime(range);
  }

  /** 5点前: some time before; the day and the part of it are known. */
  private deadline(named: DayRead | null, range: Range): void {
    let day = named?.from ?? this.here.day;
    const minute = range.start.minute;
    if (!named && this.at(day, minute) < this.floor) day += 1;
    this.reading.start = { grain: 'part', day: isoDay(day), part: this.phrase.start.part ?? partAt(minute - 90) };
  }

  /** until 5: an end without a start. */
  private endOnly(): void {
    const { start } = this.phrase;
    const named = start.day ? this.day(start.day) : null;
    if (start.day && !named) return;
    const placed = placeClock(start.clock!, start.part);
    const day = named?.from ?? this.here.day;
    const options = placed.open ? [placed.minute, twelve(placed.minute)].sort((a, b) => a - b) : [placed.minute];
    const minute = options.find((option) => this.at(day, option) > this.floor) ?? placed.minute;
    const at = this.at(day, minute);
    this.reading.end = { grain: 'minute', at: at <= this.floor && !named ? this.at(day + 1, placed.minute) : at };
  }

  private onDay(named: DayRead, range: Range): void {
    let day = named.from;
    let { minute } = range.start;
    const isToday = day === this.here.day;
    const passed = (d: number, m: number): boolean => this.at(d, m) < this.floor;
    if (this.phrase.start.clock!.midnight && !this.phrase.start.part && !passed(day, 0)) minute = 0;
    if (passed(day, minute)) {
      // 今天10:00到11:30, said at 10:15: it is on
      const on = range.end !== null && !passed(day, range.end);
      if (range.start.open && isToday && !named.next && !on && !passed(day, twelve(minute))) {
        range = shifted(range, twelve(minute) - minute);
        minute = twelve(minute);
      } else if (named.next) {
        day = this.rolled(named, day);
      } else if (isToday && minute === 0) {
        // midnight today: the coming one
        minute = 1440;
      }
    }
    this.guessed(range, minute);
    this.setRange(day, minute, range);
    if (range.start.open) {
      const other = twelve(minute);
      const at = this.at(day, other);
      if (at >= this.floor && minute !== 720) this.setOther(at, range);
    }
  }

  /** A clock without a day: the next time that it comes round, by day if it can. */
  private nextTime(range: Range): void {
    const { minute, open } = range.start;
    const options: { day: number; minute: number; at: Millis }[] = [];
    // 晚上2点, said after midnight: the night that is still on
    const yesterday = minute >= 1440 ? [this.here.day - 1] : [];
    for (const day of [...yesterday, this.here.day, this.here.day + 1]) {
      for (const m of open ? [minute, twelve(minute)] : [minute]) options.push({ day, minute: m, at: this.at(day, m) });
    }
    options.sort((a, b) => a.at - b.at);
    const ahead = options.filter((option) => option.at >= this.floor);
    const awake = ahead.filter((option) => !open || (option.minute >= 420 && option.minute < 1380));
    const best = awake[0] ?? ahead[0] ?? options[0]!;
    this.assume(best.day === this.here.day || best.minute >= 1440 ? 'date' : 'next_day');
    const moved = shifted(range, best.minute - minute);
    this.guessed(moved, best.minute);
    this.setRange(best.day, best.minute, moved);
    if (open) {
      const other = ahead.find((option) => option.minute !== best.minute);
      if (other) {
        this.reading.other = { start: other.at, end: this.otherEnd(other.at, moved) };
      }
    }
  }

  /** Nothing on the clock: a part of a day, a day, a stretch of days, or no start at all. */
  private coarse(): void {
    const { start, end } = this.phrase;
    const named = start.day ? this.day(start.day) : null;
    if (start.day && !named) return;
    if (start.either) {
      this.either(named);
      return;
    }
    if (start.part && !(named && named.to - named.from > 1)) {
      let day = named?.from ?? this.here.day;
      if (!named) {
        const over = this.here.minute >= PART_HOURS[start.part][1] * 60;
        if (over) {
          day += 1;
          this.assume('next_day');
        } else this.assume('date');
      } else if (named.next && day === this.here.day && this.here.minute >= PART_HOURS[start.part][1] * 60) day = this.rolled(named, day);
      this.reading.start = { grain: 'part', day: isoDay(day), part: start.part };
      return;
    }
    if (!named) return;
    if (this.phrase.marks.has('ends') && !end && !this.phrase.marks.has('target')) {
      // 截至周五: a last day without a first
      this.reading.end = { grain: 'day', day: isoDay(named.to) };
      return;
    }
    this.reading.start = { grain: 'day', day: isoDay(named.from) };
    const apart = end?.day ? this.apart(named.from) : null;
    if (apart !== null && apart < 0) this.problem('end_before_start');
    else if (apart !== null) {
      this.reading.end = { grain: 'day', day: isoDay(named.from + apart) };
      if (apart > 0) this.problem('too_long');
    } else if (named.to > named.from) this.reading.end = { grain: 'day', day: isoDay(named.to) };
  }

  /** 三四点: no minute was said, but the part of the day follows. */
  private either(named: DayRead | null): void {
    const { start } = this.phrase;
    const { low } = start.either!;
    const placed = placeClock({ h: low, mi: 0, s: 0, half: null, firm: false }, start.part);
    let day = named?.from ?? this.here.day;
    let { minute } = placed;
    if (!named && this.at(day, minute + 60) < this.floor) {
      if (placed.open && this.at(day, twelve(minute)) >= this.floor) minute = twelve(minute);
      else day += 1;
    }
    if (placed.open) this.assume(minute >= 720 ? 'afternoon' : 'morning');
    this.reading.start = { grain: 'part', day: isoDay(day + Math.floor(minute / 1440)), part: partAt(minute) };
  }

  private recurring(): void {
    const { phrase, reading } = this;
    const repeat = { ...phrase.repeat! };
    const { start } = phrase;
    let from = this.here.day;
    let last: number | null = null;
    if (start.day) {
      const named = this.day(start.day);
      if (!named) return;
      if (repeat.open && repeat.byday.length === 0 && start.day.is === 'weekday' && start.day.week === null) {
        repeat.byday = [{ wd: start.day.wd, nth: 0 }];
      } else if (repeat.open && repeat.freq === 'MONTHLY' && start.day.is === 'date' && start.day.mo === null) {
        repeat.bymonthday = [start.day.d];
      } else if (repeat.open && repeat.freq === 'MONTHLY' && start.day.is === 'nth') {
        repeat.byday = [{ wd: start.day.wd, nth: start.day.n }];
      } else if (repeat.open && repeat.freq === 'YEARLY' && start.day.is === 'date' && start.day.mo !== null) {
        repeat.bymonth = start.day.mo;
        repeat.bymonthday = [start.day.d];
      } else {
        from = Math.max(from, named.from);
        // 下周每天9点: no longer than the week
        if (named.to > named.from && !phrase.marks.has('begins') && !phrase.count) last = named.to;
      }
    }
    let until = last;
    if (phrase.until) {
      const { until: spec } = phrase;
      const open = spec.is === 'weekday' ? spec.week === null : spec.is === 'date' && spec.months === null && spec.years === null;
      const day = this.day(spec, open ? Math.max(from, this.today) : this.today);
      if (day) until = day.to;
    }
    const count = phrase.count ? times(repeat, phrase.count.n, phrase.count.unit) : null;
    reading.rrule = rrule(repeat, { count, until }, this.zone);
    if (repeat.workdays) reading.workdays = true;
    if (!start.clock) {
      const over = start.part ? PART_HOURS[start.part][1] * 60 : 1440;
      const day = firstDay(repeat, from, (d) => d > this.here.day || this.here.minute < over);
      if (day === null) {
        this.problem('no_such_date');
        return;
      }
      reading.start = start.part ? { grain: 'part', day: isoDay(day), part: start.part } : { grain: 'day', day: isoDay(day) };
      return;
    }
    const range = placeRange(start, phrase.end, null)!;
    if (range.bad) this.problem('end_before_start');
    const { minute } = range.start;
    const day = firstDay(repeat, from, (d) => this.at(d, minute) >= this.floor);
    if (day === null) {
      this.problem('no_such_date');
      return;
    }
    this.guessed(range, minute);
    this.setRange(day, minute, range);
    if (range.start.open) this.setOther(this.at(day, twelve(minute)), range);
  }
}

const twelve = (minute: number): number => (minute >= 720 ? minute - 720 : minute + 720);
const shifted = (range: Range, by: number): Range => ({
  ...range,
  start: { ...range.start, minute: range.start.minute + by },
  end: range.end === null ? null : range.end + by,
});

export function resolve(phrase: Phrase, context: Context): TimeReading {
  return new Resolver(phrase, context).read();
}
