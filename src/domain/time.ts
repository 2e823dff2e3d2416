/** Points in time, and what the time words of a message say. Types only. */

/** IANA zone name, e.g. `Asia/Shanghai`, or a fixed offset as `UTC+05:30`. */
export type Zone = string;

/** Unix time in milliseconds. */
export type Millis = number;

/** Hands out the time; tests turn it by hand. */
export interface Clock {
  now(): Millis;
}

/** `said` by the person, or `assumed` by us: the card shows what was assumed. */
export type Assumed =
  | 'afternoon' // 3点 → 15:00
  | 'morning' // 9点 → 09:00
  | 'date' // a clock without a day: the next time it comes round
  | 'next_day' // that clock has passed today: tomorrow
  | 'next_year'
  | 'length';

export type TimeProblem =
  | 'no_such_date' // 2月30日
  | 'no_such_time' // 25点
  | 'end_before_start'
  | 'too_long' // longer than 24 h
  | 'too_far' // ends more than 30 days ahead
  | 'past'
  | 'vague'; // 过一会儿

export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'eod';

/** A point in time as exact as it was said. `day` is YYYY-MM-DD in the reading's zone. */
export type Moment = { grain: 'minute'; at: Millis } | { grain: 'day'; day: string } | { grain: 'part'; day: string; part: DayPart };

/** What the time words of one message say. Nothing in it is a default length: that is applied elsewhere. */
export interface TimeReading {
  start: Moment | null;
  end: Moment | null;
  /** A length that was said, in minutes. */
  minutes: number | null;
  /** A zone that was said; it wins over the asker's. */
  zone: Zone | null;
  /** Recurrence without `RRULE:`; `start` is then the first occurrence. */
  rrule: string | null;
  /** The rule's weekdays were said as working days: holidays are none, Saturdays that make up for them are. */
  workdays?: true;
  /** The weekday that was said is another day's than the date: 11月23日周二, which is a Monday. */
  otherWeekday?: true;
  assumed: Assumed[];
  /** The reading that a single tap switches to (03:00 for 3点), if there is one. */
  other: { start: Millis; end: Millis | null } | null;
  problems: TimeProblem[];
}

/** From `from` up to, not including, `until`. */
export interface Window {
  from: Millis;
  until: Millis;
}
