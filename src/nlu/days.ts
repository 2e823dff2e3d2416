/** Days as lists and moves compare them. */

import { dayIn, instantOf, localOf } from '../calendar/wall-clock.ts';
import type { ListSpan } from '../domain/intent.ts';
import type { Assumed, TimeReading } from '../domain/time.ts';
import type { TimeContext } from './time/read.ts';

/** The day that a list is about. */
export function spanOf(time: TimeReading, ctx: TimeContext, otherwise: ListSpan = 'all'): ListSpan {
  const { start } = time;
  if (!start) return otherwise;
  const day = start.grain === 'minute' ? dayIn(start.at, ctx.zone) : start.day;
  const days = Math.round((Date.parse(day) - Date.parse(dayIn(ctx.now, ctx.zone))) / 86_400_000);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const today = (new Date(Date.parse(dayIn(ctx.now, ctx.zone))).getUTCDay() + 6) % 7;
  if (days > 1 && days < 7 - today) return 'this_week';
  if (days >= 7 - today && days < 14 - today) return 'next_week';
  return 'all';
}

/** A reading of the whole message may lend day and clock from the old time to the new one; it must still be the new one. */
export function agrees(whole: TimeReading, target: TimeReading, ctx: TimeContext): boolean {
  if (!whole.start || !target.start) return false;
  if (target.start.grain !== 'minute') {
    const day = whole.start.grain === 'minute' ? dayIn(whole.start.at, whole.zone ?? ctx.zone) : whole.start.day;
    // 把周四的会改到周五: the Friday of that week
    return Math.abs(Date.parse(day) - Date.parse(target.start.day)) % (7 * 86_400_000) === 0;
  }
  return (
    whole.start.grain === 'minute' &&
    (whole.start.at - target.start.at) % (12 * 3_600_000) === 0 &&
    (whole.end === null) === (target.end === null)
  );
}

/** 明天3点的评审延后1小时，4点开始: a new clock alone is on the old day. */
export function onDayOf(target: TimeReading, old: TimeReading, ctx: TimeContext): TimeReading {
  const { start } = target;
  if (start?.grain === 'part' && old.start && target.assumed.some(guessed)) {
    const day = old.start.grain === 'minute' ? dayIn(old.start.at, target.zone ?? ctx.zone) : old.start.day;
    return { ...target, start: { ...start, day }, assumed: target.assumed.filter((what) => !guessed(what)) };
  }
  if (start?.grain !== 'minute' || target.end || !old.start || !target.assumed.some(guessed)) return target;
  const zone = target.zone ?? ctx.zone;
  const day = old.start.grain === 'minute' ? dayIn(old.start.at, zone) : old.start.day;
  const days = Math.round((Date.parse(day) - Date.parse(dayIn(start.at, zone))) / 86_400_000);
  const here = localOf(start.at, zone);
  const at = instantOf(here.day + days, here.minute, zone);
  if (at < ctx.now) return target;
  return { ...target, start: { grain: 'minute', at }, assumed: target.assumed.filter((what) => !guessed(what)), other: null };
}

const guessed = (what: Assumed): boolean => what === 'date' || what === 'next_day';
