/** What a message means, flat and short, so that examples and tables can name the fields that matter to them. */

import { wallOf } from '../../calendar/wall-clock.ts';
import type { Audience, PersonRef, Slots, Understood } from '../../domain/intent.ts';
import type { Millis, Moment, TimeReading, Zone } from '../../domain/time.ts';

/** Examples are read as if sent then (a Friday) and there. */
export const EXAMPLE_NOW: Millis = Date.parse('2026-11-20T10:15:00+08:00');
export const EXAMPLE_ZONE: Zone = 'Asia/Shanghai';

/**
 * `want`, `act`, `lang`, `topic` (of the new meeting, or of the one that is named), `number`, `by` (how a meeting is named), `nth`, `owner`, `dated`;
 * `start`, `end` (`11-21 15:00`, `11-21`, `11-21 morning`), `year` (of the start, where it is not this year), `length`, `repeats`, `zone`, `problem` (why it cannot be); `to`, `shift`, `minutes`;
 * every slot by its name, people joined by `+`; every other field of the intent as it is; `then`: what else is wanted in the same message. Absent: not said.
 */
export type Meaning = Readonly<Record<string, unknown>>;

export function meaningOf({ intent, intents = [], act, lang, time }: Understood & { time: TimeReading }): Meaning {
  const { want, ...rest } = intent;
  const out: Record<string, unknown> = { want, act, lang, ...timeOf(time) };
  const then = intents.slice(1).map((one) => one.want);
  if (then.length > 0) out['then'] = then.join('+');
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'slots') Object.assign(out, slotsOf(value as Slots));
    else if (key === 'time') {
      if (want === 'move') out['to'] = timeOf(value as TimeReading)['start'] ?? timeOf(value as TimeReading)['end'];
    } else if (key === 'which') {
      const which = value as { by: string; topic?: string; meetingNo?: string; during?: unknown; nth?: number; owner?: unknown };
      out['by'] = which.by;
      if (which.topic !== undefined) out['topic'] = which.topic;
      if (which.meetingNo !== undefined) out['number'] = which.meetingNo;
      if (which.during) out['dated'] = true;
      if (which.nth !== undefined) out['nth'] = which.nth;
      if (which.owner !== undefined) out['owner'] = which.owner;
    } else out[key] = value;
  }
  return out;
}

/** Does a message mean all that is said of it. */
export function meets(meaning: Meaning, means: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(means).every(([key, value]) => JSON.stringify(meaning[key] ?? null) === JSON.stringify(value));
}

const names = (people: readonly PersonRef[]): string => people.map((one) => one.name).join('+');
const audience = (one: Audience): string => (one.who === 'people' ? names(one.people) : one.who);

function slotsOf(slots: Slots): Record<string, unknown> {
  const { hosts, attendees, join, canHost, canInvite, ...plain } = slots;
  return {
    ...plain,
    ...(plain.password === null ? { password: 'none' } : {}),
    ...(hosts ? { hosts: names(hosts) } : {}),
    ...(attendees ? { attendees: names(attendees) } : {}),
    ...(join ? { join: audience(join) } : {}),
    ...(canHost ? { canHost: audience(canHost) } : {}),
    ...(canInvite ? { canInvite: audience(canInvite) } : {}),
  };
}

export function timeOf(time: TimeReading): Record<string, unknown> {
  return {
    ...(time.start ? { start: moment(time.start) } : {}),
    ...(yearOf(time.start) ?? {}),
    ...(time.end ? { end: moment(time.end) } : {}),
    ...(time.minutes === null ? {} : { length: time.minutes }),
    ...(time.rrule ? { repeats: time.rrule } : {}),
    ...(time.zone ? { zone: time.zone } : {}),
    ...(time.problems.length > 0 ? { problem: time.problems.join('+') } : {}),
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

const THIS_YEAR = '2026';

function yearOf(one: Moment | null): { year: number } | null {
  if (one === null) return null;
  const year = 'day' in one ? one.day.slice(0, 4) : String(wallOf(one.at, EXAMPLE_ZONE).y);
  return year === THIS_YEAR ? null : { year: Number(year) };
}

function moment(one: Moment): string {
  if (one.grain === 'day') return one.day.slice(5);
  if (one.grain === 'part') return `${one.day.slice(5)} ${one.part}`;
  const { mo, d, h, mi } = wallOf(one.at, EXAMPLE_ZONE);
  return `${two(mo)}-${two(d)} ${two(h)}:${two(mi)}`;
}
