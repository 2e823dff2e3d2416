/** What a text says about one time, before it is placed on a calendar. */
import type { DayPart, Zone } from '../../domain/time.ts';
import type { Clock, DaySpec, RepeatSpec } from './atoms.ts';

export interface Side {
  day: DaySpec | null;
  part: DayPart | null;
  clock: Clock | null;
  /** 三四点. */
  either: { low: number; high: number } | null;
}

export interface Phrase {
  from: number;
  to: number;
  start: Side;
  /** Null: no end was said. */
  end: Side | null;
  length: number | null;
  /** The day that is moved away from: a bare weekday then lies in its week. */
  near: DaySpec | null;
  /** Seconds from now. */
  offset: number | null;
  zone: Zone | null;
  repeat: RepeatSpec | null;
  /** Last day of a recurrence. */
  until: DaySpec | null;
  count: { n: number; unit: 'times' | 'days' | 'weeks' | 'months' | 'years'; run: boolean } | null;
  vague: boolean;
  /** 过几天下午: nor is the day known. */
  anyDay: boolean;
  bad: 'no_such_date' | 'no_such_time' | null;
  /** Everything in it was only half sure: 11.25, "sun", 下周 in front of a noun. */
  weak: boolean;
  marks: Set<Mark>;
}

export type Mark =
  /** Where to: what 改到 points at. */
  | 'target'
  /** Said to be out. */
  | 'not'
  /** Part of a topic. */
  | 'about'
  /** Labelled: 时间：. */
  | 'label'
  /** Owner of what follows: 周五的发布. */
  | 'of'
  | 'before'
  | 'after'
  | 'between'
  /** 4点结束, until 5. */
  | 'ends'
  /** 到5点, apart from a start. */
  | 'to'
  /** From then on: 下周起每天. */
  | 'begins'
  /** Something else is due then. */
  | 'due'
  /** An end of a recurrence. */
  | 'until';

export const emptySide = (): Side => ({ day: null, part: null, clock: null, either: null });

export function open(from: number): Phrase {
  return {
    from,
    to: from,
    start: emptySide(),
    end: null,
    length: null,
    near: null,
    offset: null,
    zone: null,
    repeat: null,
    until: null,
    count: null,
    vague: false,
    anyDay: false,
    bad: null,
    weak: true,
    marks: new Set(),
  };
}

export const hasClock = (side: Side): boolean => Boolean(side.clock || side.either);

/** monthly review, second Thursday: the day makes a recurrence of what may have been a name. */
export const monthlyNth = (repeat: RepeatSpec, start: Side): boolean =>
  repeat.freq === 'MONTHLY' && repeat.interval === 1 && start.day?.is === 'nth' && start.day.mo === null && start.day.months === null;
