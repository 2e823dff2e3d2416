/** What a few words name: a time, a zone, digits, people, or what a meeting is called. */
import type { PersonRef, Slots } from '../../domain/intent.ts';
import { silent } from '../../domain/silent-time.ts';
import type { TimeReading } from '../../domain/time.ts';
import { readZone } from '../time/zone.ts';
import { before, isTimeAlone, type Said } from './said.ts';

export interface Values {
  time?: TimeReading;
  /** Minutes to move by: the day after. */
  shift?: number;
  /** 4点或者5点: of which one is to be chosen. */
  options?: TimeReading[];
  slots: Slots;
}

const DIGITS = /^\d{4,9}$/;
const PEOPLE = /^(?:@_user_\d{1,3}[\s,，、&和]*)+$/;
const QUOTES = /^[\s「『"“'‘《]+|[\s」』"”'’》]+$/g;
/** A name is a few words. */
const LONGEST_NAME = 40;

/** What the whole of `text` names; null: something else, or nothing. */
export function valuesIn(said: Said, text: string): Values | null {
  const rest = plain(said, text);
  const day = said.part(rest).hits.find((hit) => hit.role === 'dialogue.next-day');
  if (day && day.from === 0 && day.to === rest.length) return { shift: Number(day.worth), slots: {} };
  const time = timeIn(said, text);
  if (time) return withOptions(said, rest, time);
  if (DIGITS.test(rest)) return { slots: { password: rest } };
  const people = peopleIn(said, rest);
  if (people) return { slots: { hosts: people } };
  const topic = nameIn(said, rest);
  return topic === null ? null : { slots: { topic } };
}

/** With all that may be chosen, where several are named. */
export function withOptions(said: Said, text: string, time: TimeReading): Values {
  const { intent } = said.understand(text);
  const options = intent.want === 'book' ? intent.options : undefined;
  return options ? { time, options, slots: {} } : { time, slots: {} };
}

const plain = (said: Said, text: string): string => before(said.part(text), 'dialogue.tail', 'dialogue.mean').trim();

/** A time and no more, or a zone. */
export function timeIn(said: Said, text: string): TimeReading | null {
  const rest = withoutSame(said, plain(said, text));
  if (rest === '') return null;
  for (const one of new Set([rest, withoutSame(said, text), withoutStress(said, rest)])) {
    const meant = said.understand(one);
    if (isTimeAlone(meant)) return meant.time;
  }
  const zone = /\d/.test(rest) ? null : readZone(rest);
  return zone === null ? null : { ...silent(), zone };
}

/** 大后天同一时间 of what is corrected: its own clock stays, whatever is said of it. */
function withoutSame(said: Said, text: string): string {
  const same = said.part(text).hits.find((hit) => hit.role === 'dialogue.same');
  return same ? `${text.slice(0, same.from)}${text.slice(same.to)}`.trim() : text;
}

/** a full hour */
function withoutStress(said: Said, text: string): string {
  const stress = said.part(text).hits.find((hit) => hit.role === 'dialogue.stress');
  return stress ? `${text.slice(0, stress.from)}${text.slice(stress.to).trimStart()}` : text;
}

function peopleIn({ message }: Said, text: string): PersonRef[] | null {
  if (!PEOPLE.test(text)) return null;
  return message.mentions.filter(({ key }) => text.includes(key)).map(({ name, openId }) => ({ name, openId }));
}

/** Beside a time, it would be understood as a meeting's name, the whole of it. */
export function nameIn(said: Said, text: string): string | null {
  const name = unquoted(plain(said, text));
  if (name === '' || name.length > LONGEST_NAME) return null;
  const { start, end, minutes } = said.understand(name).time;
  if (start || end || minutes !== null) return null;
  const meant = said.understand(`15:00 ${name}`);
  const named = meant.act === 'do' && meant.intent.want === 'book' && Object.keys(meant.intent.slots).length === 1;
  return named && meant.intent.want === 'book' && meant.intent.slots.topic === name ? name : null;
}

export const unquoted = (text: string): string => text.replace(QUOTES, '');
