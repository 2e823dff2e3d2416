import type { Audience, Intent, Slots } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { Remind, Settings } from '../domain/settings.ts';
import type { Assumed, Millis, TimeReading, Zone } from '../domain/time.ts';
import type { Draft } from '../domain/view.ts';
import type { Ask } from './ask.ts';
import { draftOf } from './draft.ts';
import { lastEnd, MINUTE, windowProblem } from './rules.ts';
import { botsIn, cutTopic, hostIdsOf, joinOf, slotsProblem } from './slots.ts';

/** A booking that is ready to be asked for: everything said, defaulted and checked. */
export interface Plan {
  kind: 'meeting' | 'call';
  topic: string | null;
  startAt: Millis;
  endAt: Millis;
  zone: Zone;
  zoneSaid?: true;
  /** `owner`: left out, the owner's Feishu setting decides; `none`: sent empty; else the digits. */
  password: { set: 'owner' } | { set: 'none' } | { set: 'digits'; digits: string } | { set: 'random' };
  hostIds: string[];
  /** Named as hosts, and bots. */
  botIds?: string[];
  record: boolean;
  connect: boolean | null;
  join: Audience;
  canHost: Audience | null;
  canInvite: Audience | null;
  assumed: Assumed[];
  other: { start: Millis; end: Millis } | null;
  rrule: string | null;
  series?: { id: string; day: string };
  callee: { phone: string; name: string | null } | null;
  /** Absent in bookings that were asked for before there were reminders. */
  remind?: Remind;
  guestIds?: string[];
}

export type Planned = { plan: Plan } | { problem: Say } | { open: Draft };

/** People mean minutes; now is at some second of one. */
const toMinute = (at: Millis): Millis => Math.floor(at / MINUTE) * MINUTE;

/** `no_such_date`, `vague`, … as sentences; the reader names what it would not bend. */
export function timeProblem({ problems: [problem] }: TimeReading, now: Millis, zone: Zone): Say | null {
  if (!problem) return null;
  return problem === 'too_far' ? { key: problem, args: lastEnd(now, zone) } : { key: problem };
}

/** The first of a series may be further ahead than the platform takes a single meeting. */
const repeats = ({ rrule, problems }: TimeReading): boolean => rrule !== null && problems.every((problem) => problem === 'too_far');

/** Pure: what was understood + settings + the time now → a booking, a problem, or a form to fill in the rest. */
export function planBooking(intent: Extract<Intent, { want: 'book' }>, ask: Ask, now: Millis): Planned {
  const { slots, time } = intent;
  const problem = (repeats(time) ? null : timeProblem(time, now, ask.zone)) ?? slotsProblem(slots, ask.place.kind);
  if (problem) return { problem };
  const zone = time.zone ?? ask.zone;
  const from = saidStart(intent, ask);
  if (from === null) return { open: draftOf(intent, ask, now) };
  const startAt = toMinute(from);
  const said = saidEnd(time, startAt);
  const endAt = said ?? startAt + ask.settings.minutes * MINUTE;
  const late = windowProblem({ startAt, endAt, zone }, now);
  if (late && !(late.key === 'too_far' && time.rrule)) return { problem: late };
  return {
    plan: {
      kind: 'meeting',
      topic: cutTopic(slots.topic),
      startAt,
      endAt,
      zone,
      ...(time.zone && time.zone !== ask.zone ? { zoneSaid: true as const } : {}),
      password: passwordOf(slots, ask.settings),
      hostIds: hostIdsOf(slots.hosts),
      ...(botsIn(slots.hosts).length > 0 ? { botIds: botsIn(slots.hosts) } : {}),
      record: slots.record ?? ask.settings.record,
      connect: slots.connect ?? null,
      join: joinOf(slots, ask.settings, ask.place.kind),
      canHost: slots.canHost ?? null,
      canInvite: slots.canInvite ?? null,
      assumed: said === null ? [...new Set<Assumed>([...time.assumed, 'length'])] : time.assumed,
      other: otherTime(time, endAt - startAt, zone, now),
      rrule: time.rrule,
      callee: null,
      remind: slots.remind ?? ask.settings.remind,
      guestIds: hostIdsOf(slots.attendees),
    },
  };
}

/** To the minute; null: only a day, a part of one, or nothing was said. */
function saidStart({ now, time }: Extract<Intent, { want: 'book' }>, ask: Ask): Millis | null {
  if (now && !time.start) return ask.at;
  return time.start?.grain === 'minute' ? time.start.at : null;
}

function saidEnd({ end, minutes }: TimeReading, startAt: Millis): Millis | null {
  if (end?.grain === 'minute') return toMinute(end.at);
  return minutes === null ? null : startAt + minutes * MINUTE;
}

/** The other reading of what was said, where it could be booked as well. */
function otherTime({ other }: TimeReading, length: Millis, zone: Zone, now: Millis): Plan['other'] {
  if (!other || other.start <= now) return null;
  const end = other.end ?? other.start + length;
  return windowProblem({ startAt: other.start, endAt: end, zone }, now) ? null : { start: other.start, end };
}

function passwordOf({ password, anyPassword }: Slots, settings: Settings): Plan['password'] {
  if (password === null) return { set: 'none' };
  if (password !== undefined) return { set: 'digits', digits: password };
  return { set: anyPassword ? 'random' : settings.password };
}
