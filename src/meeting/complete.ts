/** Bookings that are not said in one go: filled in bit by bit, like another one, or chosen among several. Pure. */
import { completedTime, dayOf, startOf } from '../calendar/complete-time.ts';
import { DAY_PARTS } from '../calendar/day-parts.ts';
import { toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { Intent, Slots } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis, TimeReading, Zone } from '../domain/time.ts';
import { MINUTE } from './rules.ts';

type Booking = Extract<Intent, { want: 'book' }>;

/** A booking that is half said, and what was said since. */
export function completed(draft: Booking, more: { time: TimeReading | null; slots: Slots }, asked: Zone): Booking {
  const { fragment, ...kept } = draft;
  const zone = more.time?.zone ?? draft.time.zone ?? asked;
  return { ...kept, time: more.time ? completedTime(draft.time, more.time, zone) : draft.time, slots: { ...draft.slots, ...more.slots } };
}

/** Another one like that: what is not said is as there. */
export function likeMeeting(intent: Booking, meeting: Meeting, now: Millis): Booking {
  const { like, later, after, own, ...booking } = intent;
  const { time, slots } = booking;
  const zone = time.zone ?? meeting.zone;
  const length = Math.round((meeting.endAt - meeting.startAt) / MINUTE);
  const was: TimeReading = {
    ...time,
    start: { grain: 'minute', at: meeting.startAt },
    end: null,
    minutes: own ? null : length,
    assumed: [],
    other: null,
  };
  const then = after ? meeting.endAt : later === undefined ? null : daysLater(meeting.startAt, later, zone);
  const start = then === null ? startOf(was.start, time, zone) : { grain: 'minute' as const, at: then };
  const merged: TimeReading = { ...completedTime(was, time, zone), start };
  // A clock that has passed on that day means the next time it comes round, as it was read.
  const passed = start?.grain === 'minute' && start.at <= now && time.start?.grain === 'minute';
  return {
    ...booking,
    time: passed ? { ...time, minutes: time.minutes ?? (own || time.end ? null : length) } : merged,
    slots: own ? slots : { ...sameAs(meeting), ...slots },
  };
}

function daysLater(at: Millis, days: number, zone: Zone): Millis {
  const wall = wallOf(at, zone);
  return toInstant({ ...wall, d: wall.d + days }, zone);
}

/** What a meeting was asked for with, as far as it can be asked for again. */
function sameAs(meeting: Meeting): Slots {
  return {
    ...(meeting.topic ? { topic: meeting.topic } : {}),
    ...(meeting.hostIds.length > 0 ? { hosts: meeting.hostIds.map((openId) => ({ name: openId, openId })) } : {}),
    record: meeting.record,
    ...(meeting.remind === undefined ? {} : { remind: meeting.remind }),
    ...(meeting.guestIds?.length ? { attendees: meeting.guestIds.map((openId) => ({ name: openId, openId })) } : {}),
    join: meeting.join,
    ...(meeting.canHost ? { canHost: meeting.canHost } : {}),
    ...(meeting.canInvite ? { canInvite: meeting.canInvite } : {}),
  };
}

/** Each of several readings as a wish of its own. */
export const choices = <T extends { time: TimeReading; options?: TimeReading[] }>(intent: T): Omit<T, 'options'>[] => {
  const { options, ...one } = intent;
  return (options ?? [intent.time]).map((time) => ({ ...one, time }));
};

/** Those that fit what was said of the choice: its day, its clock, or both. */
export function fitting<T extends { time: TimeReading }>(among: T[], said: TimeReading, zone: Zone): T[] {
  const { start } = said;
  if (!start) return [];
  const dayAssumed = said.assumed.includes('date') || said.assumed.includes('next_day');
  return among.filter(({ time }) => {
    if (!time.start) return false;
    if (start.grain === 'part' && time.start.grain === 'minute') {
      const [from, until] = DAY_PARTS[start.part];
      const { h } = wallOf(time.start.at, zone);
      return h >= from && h < until && (dayAssumed || dayOf(time.start, zone) === start.day);
    }
    if (start.grain !== 'minute') return dayOf(time.start, zone) === start.day;
    if (time.start.grain !== 'minute') return !dayAssumed && dayOf(time.start, zone) === dayOf(start, zone);
    return dayAssumed ? sameClock(time.start.at, start.at, zone) : time.start.at === start.at;
  });
}

/** A bare 4 fits 16:00. */
function sameClock(one: Millis, other: Millis, zone: Zone): boolean {
  const [a, b] = [wallOf(one, zone), wallOf(other, zone)];
  return a.mi === b.mi && a.h % 12 === b.h % 12;
}
