import type { DayPart } from '../domain/time.ts';

/** From which hour until before which a part of the day goes, for what is looked for; they overlap. */
export const DAY_PARTS: Readonly<Record<DayPart, readonly [from: number, until: number]>> = {
  dawn: [0, 6],
  morning: [5, 12],
  noon: [11, 14],
  afternoon: [12, 19],
  evening: [17, 24],
  night: [18, 24],
  eod: [16, 24],
};
