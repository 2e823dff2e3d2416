import { wallOf } from '../calendar/wall-clock.ts';
import type { Intent } from '../domain/intent.ts';
import type { Millis, TimeReading, Zone } from '../domain/time.ts';
import type { Draft } from '../domain/view.ts';
import type { Ask } from './ask.ts';
import { MINUTE } from './rules.ts';
import { cutTopic, hostIdsOf, joinOf } from './slots.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD HH:mm` on the clock of that zone, as pickers show it. */
export function pickerTime(at: Millis, zone: Zone): string {
  const wall = wallOf(at, zone);
  return `${wall.y}-${two(wall.mo)}-${two(wall.d)} ${two(wall.h)}:${two(wall.mi)}`;
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
  return {
    topic: cutTopic(slots.topic) ?? '',
    start: startOf(time.start, soon, zone),
    minutes: String(said ?? ask.settings.minutes),
    hosts: hostIdsOf(slots.hosts),
    password: slots.password ?? '',
    record: slots.record ?? ask.settings.record,
    ...(join.who === 'people' ? { people: join.people.map((person) => person.openId).filter((id) => id !== undefined) } : {}),
    access: join.who,
  };
}

/** As the picker has it; of a day alone the next quarter of an hour, or ten in the morning. */
function startOf(start: TimeReading['start'], soon: string, zone: Zone): string {
  switch (start?.grain) {
    case 'minute':
      return pickerTime(start.at, zone);
    case 'part':
      return `${start.day} ${PART_START[start.part]}`;
    case 'day':
      return `${start.day} ${start.day === soon.slice(0, 10) ? soon.slice(11) : '10:00'}`;
    case undefined:
      return soon;
  }
}
