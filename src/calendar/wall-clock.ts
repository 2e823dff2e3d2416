/** What a clock on the wall shows, and the instant that is. */
import type { Millis, Zone } from '../domain/time.ts';
import { civil, dayNumber, isoDay } from './dates.ts';
import { offsetAt } from './zones.ts';

export interface Wall {
  y: number;
  mo: number;
  d: number;
  h: number;
  mi: number;
}

const MINUTE = 60_000;

/** The instant of a minute (may be negative or beyond 1439) of a day. A wall time that a spring change skips moves on by
 * the gap; one that an autumn change repeats means the first (dayjs takes the second). */
export function instantOf(day: number, minute: number, zone: Zone): Millis {
  const local = (day * 1440 + minute) * MINUTE;
  const before = offsetAt(local - 1440 * MINUTE, zone);
  const after = offsetAt(local + 1440 * MINUTE, zone);
  const early = local - before * MINUTE;
  if (before === after) return early;
  if (offsetAt(early, zone) === before) return early;
  const late = local - after * MINUTE;
  return offsetAt(late, zone) === after ? late : early;
}

/** See `instantOf` for walls that do not exist or exist twice. */
export const toInstant = (wall: Wall, zone: Zone): Millis => instantOf(dayNumber(wall.y, wall.mo, wall.d), wall.h * 60 + wall.mi, zone);

/** Day number and minute of the day that the wall shows. */
export function localOf(at: Millis, zone: Zone): { day: number; minute: number } {
  const minutes = Math.floor(at / MINUTE) + offsetAt(at, zone);
  const day = Math.floor(minutes / 1440);
  return { day, minute: minutes - day * 1440 };
}

export function wallOf(at: Millis, zone: Zone): Wall {
  const { day, minute } = localOf(at, zone);
  return { ...civil(day), h: Math.floor(minute / 60), mi: minute % 60 };
}

/** `YYYY-MM-DD` in that zone. */
export const dayIn = (at: Millis, zone: Zone): string => isoDay(localOf(at, zone).day);
