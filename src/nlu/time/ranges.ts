/** A start and an end on the clock, each filling in what the other left open. */

import { isOpen, type Placed, placeClock } from './clocks.ts';
import type { Side } from './phrase.ts';

export interface Range {
  start: Placed;
  /** Minute counted from the start's day; null: none was said. */
  end: number | null;
  bad: boolean;
}

/** A guessed end further away than this is a slip, not a meeting. */
const FAR = 10.5 * 60;
const EVENING = 18 * 60;

/** `apart`: days between the start's day and the end's, where the end names its own. */
export function placeRange(start: Side, end: Side | null, apart: number | null): Range | null {
  if (!start.clock) return null;
  const from = placeClock(start.clock, start.part);
  if (!end?.clock) return { start: from, end: null, bad: false };
  const close: Ended = { ...end, clock: end.clock };
  if (apart !== null && apart > 0) return onAnotherDay(from, close, apart);
  return isOpen(end.clock, end.part) ? openEnded(from, close.clock) : saidEnd(start, from, close, apart);
}

type Ended = Side & { clock: NonNullable<Side['clock']> };

/** The other half of the day. */
const otherHalf = (minute: number): number => (minute >= 720 ? minute - 720 : minute + 720);

const firstHalf = ({ h, mi }: Ended['clock']): number => (h % 12) * 60 + mi;

function onAnotherDay(from: Placed, end: Ended, apart: number): Range {
  // 22:00到次日2:00: the small hours; 周一3点到周二5点: by day
  const small = isOpen(end.clock, end.part) && apart === 1 && from.minute >= EVENING;
  const to = apart * 1440 + (small ? firstHalf(end.clock) : placeClock(end.clock, end.part).minute);
  // 十一点半到明天早上八点: from the evening on
  const early = apart === 1 && (end.part === 'dawn' || end.part === 'morning') && to < 1440 + 720;
  const evening = early && from.open && from.minute < 720 && to - from.minute > 720;
  const start = evening ? { minute: from.minute + 720, open: false } : from;
  return { start, end: to, bad: to <= start.minute };
}

/** Whether the end is before noon was not said: the first one behind the start. */
function openEnded(from: Placed, clock: Ended['clock']): Range {
  const firstBehind = (minute: number): number => {
    let to = firstHalf(clock);
    while (to <= minute) to += 720;
    return to;
  };
  const to = firstBehind(from.minute);
  // a day that was said holds both: 3点到2点 on one day is a slip
  const crosses = to > 1440 && from.minute < EVENING;
  if (!crosses && to - from.minute <= FAR) return { start: from, end: to, bad: false };
  const minute = otherHalf(from.minute);
  const other = firstBehind(minute);
  if (from.open && other - minute <= FAR && other <= 1440) return { start: { minute, open: true }, end: other, bad: false };
  return { start: from, end: null, bad: true };
}

function saidEnd(start: Side, placed: Placed, end: Ended, apart: number | null): Range {
  const clock = placeClock(end.clock, end.part).minute;
  const to = clock === 0 && apart === null ? 1440 : clock;
  const from = closestBefore(to, placed);
  if (to > from.minute) return { start: from, end: to, bad: false };
  const night = end.part === null || end.part === 'dawn' || end.part === 'morning';
  const overMidnight = (clock <= 720 && night) || to + 1440 - from.minute <= 720;
  if (apart === null && from.minute >= EVENING && overMidnight) return { start: from, end: to + 1440, bad: false };
  // tonight 3-4pm: the half that was said wins over the part
  if (start.clock && end.clock.half && !start.clock.half && !start.clock.firm)
    return placeRange({ ...start, part: null, clock: { ...start.clock, half: end.clock.half } }, end, apart)!;
  return { start: from, end: null, bad: true };
}

/** 3-4pm, 11-1pm: the half that lies closest before the end. */
function closestBefore(to: number, from: Placed): Placed {
  const halves = from.open ? [from.minute, otherHalf(from.minute)].filter((minute) => minute < to) : [];
  return halves.length > 0 ? { minute: Math.max(...halves), open: false } : from;
}
