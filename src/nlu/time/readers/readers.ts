/** What each kind of shape makes of the words that it found. */

import type { Finding, Place } from '../atoms.ts';
import type { Said } from '../said.ts';
import { clock, clockStretch, either, hourAlone, nextHour, part, sameTime } from './clocks.ts';
import { ahead, date, feast, fromDay, lunar, nth, nthWeek, numericDate, shift, weekday, weekdaysAhead, workday } from './days.ts';
import { count, length } from './lengths.ts';
import { months, period, window } from './periods.ts';
import { repeat } from './repeats.ts';
import { link, now, stop, vague, zone, zoneOffset } from './small-words.ts';

export type Read = (said: Said, place: Place) => Finding | null;

export const readers = {
  /** 明天: `shift` days on; `big`: as many more as it is long; `onward`: from the start; `part`: tonight. */
  shift,
  /** 三天后, 下周的今天: `n`, `half` more, of `unit`; `back`: before. */
  ahead,
  /** `wd`, `turn`. */
  weekday,
  /** `y` or `years`, `mo` or `months`, `d`; `edge`: 底, 上旬; `passing`: once it is over, the next one's. */
  date,
  /** 2026-11-20, 11/20, 20.11.2026: `y`, `a`, `b`, or `mo` and `d`. */
  numericDate,
  /** `nth`, `wd`, of a month as in `date`. */
  nth,
  /** The `nth` week of a month, or its `wd`. */
  nthWeek,
  /** `name`, `y` or `years`. */
  feast,
  lunar,
  /** A week from Monday: `n`, `unit`, `back`, and a base: `shift`, or `wd` and `turn`. */
  fromDay,
  /** Two Fridays from now: `n`, `wd`. */
  weekdaysAhead,
  /** `n`, or the next one. */
  workday,
  /** `unit`, `turn` or `years`, `y`, `n`, `edge`. */
  period,
  /** 未来三天: `way`, `n`, `half`, `unit`. */
  window,
  /** 上半年, Q3, 夏天: `half`, `quarter` or `season`. */
  months,
  /** `h`, `mi` or `minute`, `less`, `s`, `half` (am, pm), `midnight`. */
  clock,
  /** 三四点: `low`, `high`, `ten` added to both. */
  either,
  /** A number that may be an hour: `n`. */
  hourAlone,
  /** 这个时候. */
  sameTime,
  /** 整点: the next full hour. */
  nextHour,
  /** `part`. */
  part,
  /** 三四点到…: see `hourAlone`. */
  clockStretch,
  /** `n` of `unit`, `half` a unit more, `more` of `moreUnit`, `quarters`. */
  length,
  /** `n`, `unit`, `run`: in a row. */
  count,
  /** `unit` or `every` of it, `skip`; on `days`, `set`, `nth` `wd`, `dates`, `edge`, `mo` `d`. */
  repeat,
  /** `role`. */
  link,
  now,
  stop,
  /** `day`: not even the day is known. */
  vague,
  /** `zone`. */
  zone,
  /** UTC+8, 东八区: `sign`, `h`, `mi`. */
  zoneOffset,
} satisfies Record<string, Read>;

export type Says = keyof typeof readers;
