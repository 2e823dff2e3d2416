/** What recognisers say: the smallest pieces of time in a text, not yet put together. */
import type { DayPart, Zone } from '../../domain/time.ts';

/** A day or a stretch of days, as named; it becomes a date only once "today" is known. */
export type DaySpec =
  /** 明天, in 3 days, 三个月后. `onward`: counted from the start, where this is the end (次日). `wd`: the weekday that was said as well. */
  | { is: 'shift'; days: number; months?: number; onward?: boolean; wd?: number }
  /** `week` null: the next such day. `coming`: this one unless it is over (English "this Monday");
   * `later`: not today ("the coming Friday"); `past`: the last one before today. */
  | { is: 'weekday'; wd: number; week: number | null; coming?: boolean; later?: boolean; past?: boolean }
  /** Parts that were not said are null; shifts are relative to today's year and month. `d` −1 is the month's last day.
   * `passing`: this month's, or the next one's once it is over (月初). */
  | {
      is: 'date';
      y: number | null;
      years: number | null;
      mo: number | null;
      months: number | null;
      d: number;
      passing?: boolean;
      wd?: number;
    }
  | {
      is: 'period';
      unit: 'week' | 'weekend' | 'month' | 'quarter' | 'year';
      /** Relative to today's; null when `y` or `n` names one. */
      shift: number | null;
      y: number | null;
      /** Number of the month or quarter. */
      n: number | null;
      edge: 'all' | 'first' | 'middle' | 'last';
      /** The first or last so many days (上旬). */
      days?: [number, number];
    }
  /** Of the month that `mo` or `months` names, or else of this one or, once that is over, the next. */
  | { is: 'nth'; n: number; wd: number; y: number | null; mo: number | null; months: number | null }
  | { is: 'feast'; name: string; y: number | null; years: number | null }
  | { is: 'lunar'; mo: number; d: number; y: number | null; years: number | null }
  /** A week from Monday. */
  | { is: 'after'; base: DaySpec; days: number; months?: number }
  /** The first such weekday after a day: the Monday after Thanksgiving. */
  | { is: 'following'; base: DaySpec; wd: number }
  /** The nth Monday to Friday from tomorrow on. */
  | { is: 'workday'; n: number }
  /** The week that a day lies in. */
  | { is: 'weekof'; base: DaySpec }
  /** 未来三天, 过去两个月: whole units from today's, 0 being the one it is in. */
  | { is: 'window'; unit: 'day' | 'week' | 'month' | 'year'; from: number; to: number }
  /** Months `first` to `last` of a year: 上半年, 夏天 (`last` may be beyond 12). */
  | { is: 'months'; first: number; last: number; y: number | null; years: number | null };

export interface RepeatSpec {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** Weekdays 1–7; `nth` counts inside a month, −1 from its end. */
  byday: { wd: number; nth: number }[];
  /** Which of a month's `byday` days: the first (1) or last (−1) workday. */
  setpos?: number;
  /** Days of the month, −1 the last. */
  bymonthday: number[];
  bymonth: number | null;
  /** Working days were said, not weekdays: the country's holidays are none. */
  workdays?: true;
  /** `weekly sync`: a word that may as well belong to the topic. */
  loose: boolean;
  /** 每周例会: so does this, but a bare weekday goes with it. */
  named?: boolean;
  /** No weekday was said, but one may follow: 每两周 + 周三. */
  open: boolean;
}

export type LinkRole =
  | 'at'
  | 'on'
  | 'from'
  | 'between'
  | 'to'
  | 'and'
  | 'before'
  | 'after'
  /** 改到: what follows is where to. */
  | 'target'
  /** 不行: what stands before is out. */
  | 'not'
  /** 不是: what follows is out. */
  | 'nor'
  /** in, 过: a length from now follows. */
  | 'in'
  /** 后, from now: the length before counts from now. */
  | 'later'
  /** 前, ago. */
  | 'ago'
  /** 讨论, regarding: what follows is a topic. */
  | 'about'
  /** about: what follows is a topic, or a clock that is not meant to the minute. */
  | 'roughly'
  /** 时间：, when: */
  | 'label'
  /** 开始, starting. */
  | 'starts'
  /** 结束, ends. */
  | 'ends'
  /** 为期, for: a length follows. */
  | 'for'
  /** 直到年底, until the end of a recurrence. */
  | 'until'
  /** A verb that moves a meeting: "to" is then where to. */
  | 'move'
  /** 改: so does this, and what follows it at once is where to. */
  | 'moveTo'
  /** 一下: belongs to the verb before it. */
  | 'verb'
  /** Means nothing, separates nothing. */
  | 'glue';

export interface Clock {
  /** As said: 0–24. */
  h: number;
  mi: number;
  s: number;
  half: 'am' | 'pm' | null;
  /** 15:00, 09:30, 0点, 3pm: there is no other reading of the hour. */
  firm: boolean;
  /** 这个时候: what the clock shows now; `h` and `mi` are filled in later. */
  same?: boolean;
  /** 整点: the next full hour. */
  next?: boolean;
  /** The word midnight: either end of a day that is named. */
  midnight?: boolean;
}

export type Said =
  | { kind: 'day'; day: DaySpec; weak: boolean }
  | { kind: 'part'; part: DayPart; weak: boolean }
  | { kind: 'clock'; clock: Clock; weak: boolean }
  /** 三四点: between two hours. */
  | { kind: 'either'; low: number; high: number }
  | { kind: 'number'; n: number; mi: number | null; digits: number }
  /** `days` and `months` for lengths in calendar units; then `minutes` is what they come to. */
  | { kind: 'length'; minutes: number; days: number; months: number; weak: boolean }
  /** 半小时后: seconds from now. */
  | { kind: 'offset'; seconds: number }
  | { kind: 'zone'; zone: Zone; weak: boolean }
  | { kind: 'repeat'; repeat: RepeatSpec }
  /** `run`: in a row, so that there is a recurrence even where none was named (连续三天). */
  | { kind: 'count'; n: number; unit: 'times' | 'days' | 'weeks' | 'months' | 'years'; run?: boolean }
  /** `day`: not even the day is known (过几天下午). */
  | { kind: 'vague'; day?: boolean }
  | { kind: 'bad'; problem: 'no_such_date' | 'no_such_time' }
  | { kind: 'link'; role: LinkRole }
  /** Read and found not to be time: 3点建议. */
  | { kind: 'stop' };

export type Atom = Said & {
  from: number;
  to: number;
  /** The recogniser that said it. */
  by: string;
};

export type Kind = Atom['kind'];
export type AtomOf<K extends Kind> = Extract<Atom, { kind: K }>;

export function is<K extends Kind>(atom: Atom | undefined, kind: K): atom is AtomOf<K> {
  return atom?.kind === kind;
}

export const roleOf = (atom: Atom | undefined): LinkRole | null => (atom?.kind === 'link' ? atom.role : null);

/** Nothing but a space or a comma stands there. */
export const blank = (text: string, from: number, to: number): boolean => /^[\s,，]{0,3}$/.test(text.slice(from, to));

export interface Place {
  text: string;
  /** Where the match begins and ends. */
  from: number;
  to: number;
}

/** `also`: what the same words say besides (tonight: today, and the evening). */
export type Finding = Said & { also?: Said };
