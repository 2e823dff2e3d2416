/** A start and an end on the clock, each filling in what the other left open. */

import { isOpen, type Placed, placeClock } from './clocks.ts';
import type { Side } from './phrases.ts';

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
  let from = placeClock(start.clock, start.part);
  if (!end?.clock) return { start: from, end: null, bad: false };
  const open = isOpen(end.clock, end.part);
  if (apart !== null && apart > 0) {
    // 22:00到次日2:00: the small hours; 周一3点到周二5点: by day
    const small = open && apart === 1 && from.minute >= EVENING;
    const to = apart * 1440 + (small ? (end.clock.h % 12) * 60 + end.clock.mi : placeClock(end.clock, end.part).minute);
    // 十一点半到明天早上八点: from the evening on
    const early = apart === 1 && (end.part === 'dawn' || end.part === 'morning') && to < 1440 + 720;
    if (early && from.open && from.minute < 720 && to - from.minute > 720) from = { minute: from.minute + 720, open: false };
    return { start: from, end: to, bad: to <= from.minute };
  }
  if (open) {
    const first = (end.clock.h % 12) * 60 + end.clock.mi;
    let to = first;
    while (to <= from.minute) to += 720;
    // a day that was said holds both: 3点到2点 on one day is a slip
    const crosses = to > 1440 && from.minute < EVENING;
    const far = to - from.minute > FAR;
    if (crosses || far) {
      if (from.open) {
        const swapped = from.minute >= 720 ? from.minute - 720 : from.minute + 720;
        let other = first;
        while (other <= swapped) other += 720;
        if (other - swapped <= FAR && other <= 1440) return { start: { minute: swapped, open: true }, end: other, bad: false };
      }
      return { start: from, end: null, bad: true };
    }
    return { start: from, end: to, bad: false };
  }
  const placed = placeClock(end.clock, end.part).minute;
  let to = placed === 0 && apart === null ? 1440 : placed;
  if (from.open) {
    // 3-4pm, 11-1pm: the half that lies closest before the end
    const other = from.minute >= 720 ? from.minute - 720 : from.minute + 720;
    const options = [from.minute, other].filter((minute) => minute < to);
    if (options.length > 0) {
      const minute = Math.max(...options);
      from = { minute, open: false };
    }
  }
  if (to <= from.minute) {
    const night = end.part === null || end.part === 'dawn' || end.part === 'morning';
    if (apart === null && from.minute >= EVENING && placed <= 720 && night) to += 1440;
    else if (apart === null && from.minute >= EVENING && to + 1440 - from.minute <= 720) to += 1440;
    else if (end.clock.half && !start.clock.half && !start.clock.firm) {
      // tonight 3-4pm: the half that was said wins over the part
      return placeRange({ ...start, part: null, clock: { ...start.clock, half: end.clock.half } }, end, apart);
    } else return { start: from, end: null, bad: true };
  }
  return { start: from, end: to, bad: false };
}
