/** Bookings that are not said in one go: filled in bit by bit, like another one, or chosen among several. Pure. */
import { toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { Intent, Slots } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { DayPart, Millis, Moment, TimeReading, Zone } from '../domain/time.ts';
import { DAY, MINUTE } from './rules.ts';

type Booking = Extract<Intent, { want: 'book' }>;

/** Parts of the day whose hours a bare 8 belongs to. */
const LATE: ReadonlySet<DayPart> = new Set(['afternoon', 'evening', 'night']);
const HALF_DAY = DAY / 2;

/** A booking that is half said, and what was said since. */
export function completed(draft: Booking, more: { time: TimeReading | null; slots: Slots }, asked: Zone): Booking {
  const { fragment, ...kept } = draft;
  const zone = more.time?.zone ?? draft.time.zone ?? asked;
  return { ...kept, time: more.time ? filled(draft.time, more.time, zone) : draft.time, slots: { ...draft.slots, ...more.slots } };
}

/** What was said last counts; a day without a clock keeps the clock, a clock without a day the day. */
function filled(was: TimeReading, said: TimeReading, zone: Zone): TimeReading {
  const start = startOf(was.start, said, zone);
  const minutes = said.minutes ?? (said.end ? null : (was.minutes ?? lengthOf(was)));
  const by = start?.grain === 'minute' && said.start?.grain === 'minute' ? start.at - said.start.at : 0;
  const end: Moment | null = said.end?.grain === 'minute' ? { grain: 'minute', at: said.end.at + by } : null;
  return {
    ...said,
    start,
    end,
    minutes,
    zone: said.zone ?? was.zone,
    rrule: said.rrule ?? was.rrule,
    assumed: said.start ? said.assumed.filter((one) => one !== 'date' && one !== 'next_day') : was.assumed,
    other: by === 0 ? said.other : null,
  };
}

const lengthOf = ({ start, end }: TimeReading): number | null =>
  start?.grain === 'minute' && end?.grain === 'minute' ? Math.round((end.at - start.at) / MINUTE) : null;

function startOf(was: Moment | null, said: TimeReading, zone: Zone): Moment | null {
  const { start } = said;
  if (!start || !was) return start ?? was;
  const dayAssumed = said.assumed.includes('date') || said.assumed.includes('next_day');
  if (start.grain === 'minute') {
    if (!dayAssumed) return start;
    const at = onDay(dayOf(was, zone), start.at, zone);
    // 8 in an evening that was said before is 20:00, whatever it was alone.
    const late = was.grain === 'part' && LATE.has(was.part) && wallOf(at, zone).h < 12 && said.assumed.includes('morning');
    return { grain: 'minute', at: late ? at + HALF_DAY : at };
  }
  if (start.grain === 'part') return dayAssumed ? { ...start, day: dayOf(was, zone) } : start;
  return was.grain === 'minute' ? { grain: 'minute', at: onDay(start.day, was.at, zone) } : start;
}

function dayOf(moment: Moment, zone: Zone): string {
  if (moment.grain !== 'minute') return moment.day;
  const { y, mo, d } = wallOf(moment.at, zone);
  return `${y}-${String(mo).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** That instant's clock on another day. */
function onDay(day: string, at: Millis, zone: Zone): Millis {
  const [y, mo, d] = day.split('-').map(Number) as [number, number, number];
  return toInstant({ ...wallOf(at, zone), y, mo, d }, zone);
}

/** Another one like that: what is not said is as there. */
export function likeMeeting(intent: Booking, meeting: Meeting, now: Millis): Booking {
  const { like, later, ...booking } = intent;
  const { time, slots } = booking;
  const zone = time.zone ?? meeting.zone;
  const length = Math.round((meeting.endAt - meeting.startAt) / MINUTE);
  const was: TimeReading = {
    ...time,
    start: { grain: 'minute', at: meeting.startAt },
    end: null,
    minutes: length,
    assumed: [],
    other: null,
  };
  const start =
    later === undefined ? startOf(was.start, time, zone) : { grain: 'minute' as const, at: daysLater(meeting.startAt, later, zone) };
  const merged: TimeReading = { ...filled(was, time, zone), start };
  // A clock that has passed on that day means the next time it comes round, as it was read.
  const passed = start?.grain === 'minute' && start.at <= now && time.start?.grain === 'minute';
  return {
    ...booking,
    time: passed ? { ...time, minutes: time.minutes ?? (time.end ? null : length) } : merged,
    slots: { ...sameAs(meeting), ...slots },
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

/** Each of several readings as a booking of its own. */
export const choices = (intent: Booking): Booking[] => {
  const { options, ...booking } = intent;
  return (options ?? [booking.time]).map((time) => ({ ...booking, time }));
};

/** Those that fit what was said of the choice: its day, its clock, or both. */
export function fitting(among: Booking[], said: TimeReading, zone: Zone): Booking[] {
  const { start } = said;
  if (!start) return [];
  const dayAssumed = said.assumed.includes('date') || said.assumed.includes('next_day');
  return among.filter(({ time }) => {
    if (!time.start) return false;
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
