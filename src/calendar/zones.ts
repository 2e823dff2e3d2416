/** Time zones: IANA names and fixed offsets. The process's own zone is never asked. */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Millis, Zone } from '../domain/time.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const FIXED = /^UTC(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/;
const NAME = /^[A-Za-z][A-Za-z0-9_+-]{0,30}(?:\/[A-Za-z0-9_+-]{1,30}){0,2}$/;

const names = new Map<string, Zone | null>();
const offsets = new Map<string, number>();

/** The IANA name as it is spelled officially, or null where this runtime knows none. */
export function canonicalZone(name: string): Zone | null {
  let found = names.get(name);
  if (found === undefined) {
    try {
      found = NAME.test(name) ? new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone : null;
    } catch {
      found = null;
    }
    if (names.size > 600) names.clear();
    names.set(name, found);
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
export const isZone = (name: string): boolean => fixedOffset(name) !== null || canonicalZone(name) !== null;

/** dayjs takes about 100 µs to look into a zone, three times what reading a whole message takes: what it said is kept. */
function known(at: Millis, zone: Zone): number {
  const key = `${zone}|${at}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = dayjs(at).tz(zone).utcOffset();
    if (offsets.size > 4_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** Minutes east of UTC at that instant. Throws a RangeError on an unknown zone. */
export function offsetAt(at: Millis, zone: Zone): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  if (canonicalZone(zone) === null) throw new RangeError(`unknown time zone: ${zone}`);
  // no zone changes its clock twice within a week
  const week = Math.floor(at / WEEK) * WEEK;
  const offset = known(week, zone);
  return offset === known(week + WEEK, zone) ? offset : known(Math.floor(at / MINUTE) * MINUTE, zone);
}
