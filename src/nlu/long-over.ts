import type { Millis, TimeReading } from '../domain/time.ts';

/** Three days: who mistakes a date, or speaks on Monday of last Friday, is told that it is past; a day before that is no day to meet on. */
const LONG_MS = 3 * 86_400_000;

/** 我记得，是2015年7月21日; 嗯，2013年9月4日: no meeting is moved there. */
export function isLongOver({ start }: TimeReading, now: Millis): boolean {
  if (start?.grain === 'minute') return start.at < now - LONG_MS;
  return start?.grain === 'day' && Date.parse(start.day) < now - LONG_MS;
}
