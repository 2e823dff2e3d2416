/** Hours as said become minutes of a day: parts of the day, halves, and what must be guessed. */
import type { DayPart } from '../../domain/time.ts';
import type { Clock } from './atoms.ts';

export interface Placed {
  /** Minute of the day; 1440 and more is the day after. */
  minute: number;
  /** The hour could also have been meant twelve hours away. */
  open: boolean;
}

/** The earliest and latest minute that a part of the day means. */
export const PART_HOURS: Record<DayPart, [number, number]> = {
  dawn: [0, 6],
  morning: [6, 12],
  noon: [11, 13.5],
  afternoon: [12, 18.5],
  evening: [17.5, 23],
  night: [20, 24],
  eod: [16.5, 24],
};

/** The hour of a clock that stands with a part of the day: 下午3点 → 15, 晚上12点 → 24, 中午1点 → 13. */
function inPart(h: number, part: DayPart): number {
  if (h > 12 || h === 0) {
    // 今晚零点: the midnight that ends the evening
    if (h === 0 || h === 24) return part === 'evening' || part === 'night' ? 24 : part === 'dawn' || part === 'morning' ? 0 : h;
    return h;
  }
  switch (part) {
    case 'dawn':
      return h === 12 ? 0 : h;
    case 'morning':
      return h;
    case 'noon':
      return h <= 4 ? h + 12 : h;
    case 'afternoon':
    case 'eod':
      return h === 12 ? 12 : h + 12;
    case 'evening':
      return h === 12 ? 24 : h <= 4 ? h + 24 : h + 12;
    case 'night':
      return h === 12 ? 24 : h <= 5 ? h + 24 : h + 12;
  }
}

export function isOpen(clock: Clock, part: DayPart | null): boolean {
  return !clock.half && !part && !clock.firm && clock.h <= 12 && clock.h > 0;
}

/** Minute of the day, by default rules where nothing was said: 1–7 afternoon, 8–12 as they are. */
export function placeClock(clock: Clock, part: DayPart | null): Placed {
  const { mi } = clock;
  if (clock.half) {
    const h = clock.half === 'am' ? clock.h % 12 : (clock.h % 12) + 12;
    return { minute: h * 60 + mi, open: false };
  }
  if (part && !(clock.firm && clock.h >= 13)) return { minute: inPart(clock.h, part) * 60 + mi, open: false };
  if (!isOpen(clock, part)) return { minute: clock.h * 60 + mi, open: false };
  return { minute: (clock.h < 8 ? clock.h + 12 : clock.h) * 60 + mi, open: clock.h !== 12 };
}
