import { wallOf } from '../calendar/wall-clock.ts';
import type { Place } from '../domain/event.ts';
import type { Audience, Intent, PersonRef, Slots } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { Remind, Settings } from '../domain/settings.ts';
import type { Assumed, Millis, TimeReading, Zone } from '../domain/time.ts';
import type { Draft } from '../domain/view.ts';
import type { Ask } from './ask.ts';
import { isPassword, lastEnd, MAX_HOSTS, MINUTE, windowProblem } from './rules.ts';

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

/** Long enough for any topic; longer ones would push the meeting off its own card. */
const MAX_TOPIC = 200;

/** Controls and direction marks would hide or reorder what stands beside them; joiners stay, emoji need them. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, ' ').replace(/(?!\u200C|\u200D)\p{Cf}/gu, '');

export const cutTopic = (topic: string | undefined): string | null => {
  const points = [...visible(topic ?? '').trim()];
  return points.length === 0 ? null : points.slice(0, MAX_TOPIC).join('');
};

/** People mean minutes; now is at some second of one. */
const toMinute = (at: Millis): Millis => Math.floor(at / MINUTE) * MINUTE;

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD HH:mm` on the clock of that zone, as pickers show it. */
export function pickerTime(at: Millis, zone: Zone): string {
  const wall = wallOf(at, zone);
  return `${wall.y}-${two(wall.mo)}-${two(wall.d)} ${two(wall.h)}:${two(wall.mi)}`;
}

/** People named as hosts or guests must be @-mentioned: a name alone is nobody. */
function peopleProblem(people: PersonRef[]): Say | null {
  const unknown = people.filter((person) => !person.openId).map((person) => person.name);
  return unknown.length > 0 ? { key: 'people_unknown', args: { names: unknown.join('、') } } : null;
}

const idsOf = (people: PersonRef[]): string[] => [...new Set(people.map((one) => one.openId).filter((id) => id !== undefined))];

export const hostIdsOf = (hosts: PersonRef[] | undefined): string[] => idsOf((hosts ?? []).filter((host) => !host.bot));

/** Other bots that were named as hosts: nobody could be one less. */
export const botsIn = (hosts: PersonRef[] | undefined): string[] => idsOf((hosts ?? []).filter((host) => host.bot));

/** Only the invited: the people named, or else everybody mentioned in the message. A direct chat is no group to keep it to. */
export function joinOf(slots: Slots, settings: Settings, kind: Place['kind']): Audience {
  const usual = kind === 'direct' && settings.access === 'chat' ? 'company' : settings.access;
  const join = slots.join ?? { who: usual };
  return join.who === 'people' && join.people.length === 0 ? { who: 'people', people: slots.attendees ?? [] } : join;
}

/** @param kind of the meeting's own chat */
export function slotsProblem(slots: Slots, kind: Place['kind']): Say | null {
  if (kind === 'direct' && [slots.join, slots.canHost, slots.canInvite].some((open) => open?.who === 'chat'))
    return { key: 'access_no_group' };
  if (typeof slots.password === 'string' && !isPassword(slots.password)) return { key: 'password_bad' };
  if ((slots.hosts?.length ?? 0) > MAX_HOSTS) return { key: 'too_many_hosts', args: { max: MAX_HOSTS } };
  return peopleProblem([...(slots.hosts ?? []), ...(slots.join?.who === 'people' ? slots.join.people : [])]);
}

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
  const from = intent.now && !time.start ? ask.at : time.start?.grain === 'minute' ? time.start.at : null;
  if (from === null) return { open: draftOf(intent, ask, now) };
  const startAt = toMinute(from);

  const assumed = [...time.assumed];
  const said = time.end?.grain === 'minute' ? toMinute(time.end.at) : time.minutes === null ? null : startAt + time.minutes * MINUTE;
  if (said === null && !assumed.includes('length')) assumed.push('length');
  const endAt = said ?? startAt + ask.settings.minutes * MINUTE;
  const late = windowProblem({ startAt, endAt, zone }, now);
  if (late && !(late.key === 'too_far' && time.rrule)) return { problem: late };
  const other = time.other ? { start: time.other.start, end: time.other.end ?? time.other.start + (endAt - startAt) } : null;
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
      assumed,
      other: other && !windowProblem({ startAt: other.start, endAt: other.end, zone }, now) && other.start > now ? other : null,
      rrule: time.rrule,
      callee: null,
      remind: slots.remind ?? ask.settings.remind,
      guestIds: hostIdsOf(slots.attendees),
    },
  };
}

function passwordOf({ password, anyPassword }: Slots, settings: Settings): Plan['password'] {
  if (password === null) return { set: 'none' };
  if (password !== undefined) return { set: 'digits', digits: password };
  return { set: anyPassword ? 'random' : settings.password };
}

/** The hour that a part of the day most likely starts at, for the form to offer. */
const PART_START: Record<string, string> = {
  dawn: '06:00',
  morning: '10:00',
  noon: '12:00',
  afternoon: '14:00',
  evening: '19:00',
  night: '20:00',
  eod: '17:00',
};

/** What was understood so far, as the form shows it. */
export function draftOf(intent: Extract<Intent, { want: 'book' }>, ask: Ask, now: Millis): Draft {
  const { slots, time } = intent;
  const { zone } = ask;
  const join = joinOf(slots, ask.settings, ask.place.kind);
  const soon = pickerTime(Math.ceil(now / (15 * MINUTE)) * 15 * MINUTE, zone);
  const said =
    time.start?.grain === 'minute' && time.end?.grain === 'minute' ? Math.round((time.end.at - time.start.at) / MINUTE) : time.minutes;
  const start =
    time.start?.grain === 'minute'
      ? pickerTime(time.start.at, zone)
      : time.start?.grain === 'part'
        ? `${time.start.day} ${PART_START[time.start.part]}`
        : time.start?.grain === 'day'
          ? `${time.start.day} ${time.start.day === soon.slice(0, 10) ? soon.slice(11) : '10:00'}`
          : soon;
  return {
    topic: cutTopic(slots.topic) ?? '',
    start,
    minutes: String(said ?? ask.settings.minutes),
    hosts: hostIdsOf(slots.hosts),
    password: slots.password ?? '',
    record: slots.record ?? ask.settings.record,
    ...(join.who === 'people' ? { people: join.people.map((person) => person.openId).filter((id) => id !== undefined) } : {}),
    access: join.who,
  };
}
