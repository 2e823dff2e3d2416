/** Wall clock and instant, in IANA zones and fixed offsets; the process's own zone is never asked. */
import type { Millis, Zone } from '../../domain/time.ts';
import { civil, dayNumber, isoDay } from './calendar.ts';

/** What a clock on the wall shows. */
export interface Wall {
  y: number;
  mo: number;
  d: number;
  h: number;
  mi: number;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const FIXED = /^UTC(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/;
const NAME = /^[A-Za-z][A-Za-z0-9_+-]{0,30}(?:\/[A-Za-z0-9_+-]{1,30}){0,2}$/;
const SHOWN = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();

function formatter(zone: string): Intl.DateTimeFormat | null {
  let found = formatters.get(zone);
  if (found === undefined) {
    found = null;
    if (NAME.test(zone)) {
      try {
        found = new Intl.DateTimeFormat('en-US', {
          timeZone: zone,
          hourCycle: 'h23',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        });
      } catch {
        found = null;
      }
    }
    if (formatters.size > 600) formatters.clear();
    formatters.set(zone, found);
  }
  return found;
}

function fixedOffset(zone: string): number | null {
  const m = FIXED.exec(zone);
  if (!m) return null;
  const hours = Number(m[2] ?? 0);
  const minutes = Number(m[3] ?? 0);
  if (hours > 14 || minutes > 59) return null;
  return (m[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** An IANA name that this runtime knows, or `UTC±hh:mm`. */
export function isZone(name: string): boolean {
  return fixedOffset(name) !== null || formatter(name) !== null;
}

/** The IANA name as it is spelled officially, or null. */
export function canonicalZone(name: string): Zone | null {
  return formatter(name)?.resolvedOptions().timeZone ?? null;
}

/** Minutes east of UTC at that instant. Throws a RangeError on an unknown zone. */
export function offsetAt(at: Millis, zone: Zone): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const quarter = Math.floor(at / QUARTER);
  const key = `${zone}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format = formatter(zone);
  if (!format) throw new RangeError(`unknown time zone: ${zone}`);
  const whole = quarter * QUARTER;
  const m = SHOWN.exec(format.format(whole))!;
  const shown = Date.UTC(Number(m[3]), Number(m[1]) - 1, Number(m[2]), Number(m[4]), Number(m[5]), Number(m[6]));
  const offset = Math.round((shown - whole) / MINUTE);
  if (offsets.size > 4_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** The instant of a minute (may be negative or beyond 1439) of a day. A wall time that a spring change skips moves on by
 * the gap; one that an autumn change repeats means the first. */
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
export function toInstant(wall: Wall, zone: Zone): Millis {
  return instantOf(dayNumber(wall.y, wall.mo, wall.d), wall.h * 60 + wall.mi, zone);
}

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
export function dayIn(at: Millis, zone: Zone): string {
  return isoDay(localOf(at, zone).day);
}
