/** `--explain "sentence"`: what was understood, which words it was read from, who read them, and what else it could have meant. */

import { offsetAt } from '../calendar/zones.ts';
import type { Act, Audience, PersonRef, Slots, Which } from '../domain/intent.ts';
import type { Millis, Moment, TimeReading, Zone } from '../domain/time.ts';
import { understand } from '../nlu/understand.ts';
import type { Understanding } from '../nlu/understanding.ts';

const ACTS: Record<Act, string> = { do: 'done at once', ask: 'offered, one tap away', none: 'nothing is done' };

type Row = [name: string, value: string];

/** A few short tables for the terminal, ending in a line break. */
export function explain(text: string, now: Millis, zone: Zone): string {
  const found = understand({ text, mentions: [], botOpenId: null }, { now, zone });
  const understood: Row[] = [
    ['message', text.replace(/\n/g, ' ⏎ ')],
    ['asked at', `${iso(now, zone)} ${weekday(now, zone)}, ${zone}`],
    ...intentRows(found, zone),
    ...timeRows(found.time, zone),
    ['act', ACTS[found.act]],
    ['language', found.lang ?? 'could be either'],
  ];
  const steps = found.steps.map((step): Row => {
    const at = step.indexOf(': ');
    return at < 0 ? [step, ''] : [step.slice(0, at), step.slice(at + 2)];
  });
  return [
    table(understood),
    'words',
    table(wordRows(found), '  '),
    'steps (reader, what it read)',
    table(steps.length > 0 ? steps : [['-', 'no reader found anything']], '  '),
    'could mean',
    table(found.candidates.map(candidateRow), '  '),
  ].join('\n');
}

/** The winner first, then the runner-up and the rest, each with why it lost. */
const candidateRow = ({ kind, strength, because, lost }: Understanding['candidates'][number], place: number): Row => [
  kind,
  `${strength}: ${because}; ${place === 0 ? 'chosen' : `${place === 1 ? 'runner-up, ' : ''}lost: ${lost}`}`,
];

/** `2026-11-21T15:00:00+08:00` as the zone's clocks show it. */
export function iso(at: Millis, zone: Zone): string {
  const offset = offsetAt(at, zone);
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekday = (at: Millis, zone: Zone): string => DAYS[new Date(at + offsetAt(at, zone) * 60_000).getUTCDay()] ?? '';

function moment(at: Moment, zone: Zone): string {
  if (at.grain === 'minute') return `${iso(at.at, zone)} ${weekday(at.at, zone)}`;
  const day = `${at.day} ${DAYS[new Date(`${at.day}T00:00:00Z`).getUTCDay()] ?? ''}`;
  return at.grain === 'part' ? `${day}, ${at.part}` : `${day}, no clock`;
}

function timeRows(time: TimeReading, zone: Zone): Row[] {
  const rows: Row[] = [];
  if (time.start) rows.push(['start', moment(time.start, zone)]);
  if (time.end) rows.push(['end', moment(time.end, zone)]);
  if (time.minutes !== null) rows.push(['length', `${time.minutes} min`]);
  if (time.zone) rows.push(['zone said', time.zone]);
  if (time.rrule) rows.push(['repeats', time.rrule]);
  if (time.assumed.length > 0) rows.push(['assumed', time.assumed.join(', ')]);
  if (time.other) rows.push(['or else', `${iso(time.other.start, zone)} ${weekday(time.other.start, zone)}`]);
  if (time.problems.length > 0) rows.push(['problems', time.problems.join(', ')]);
  return rows.length > 0 ? rows : [['time', 'none said']];
}

function intentRows({ intent }: Understanding, zone: Zone): Row[] {
  const rows: Row[] = [['wants', intent.want === 'book' && intent.now ? 'book, now' : intent.want]];
  if ('which' in intent) rows.push(['which', whichTold(intent.which, zone)]);
  if ('slots' in intent && intent.slots) rows.push(...slotRows(intent.slots));
  switch (intent.want) {
    case 'list':
      rows.push(['of', intent.scope === 'mine' ? 'the asker' : 'this group'], ['days', intent.span]);
      break;
    case 'extend':
      rows.push(['by', `${intent.minutes} min`]);
      break;
    case 'move':
      if (intent.shift !== null) rows.push(['by', `${intent.shift} min`]);
      break;
    case 'call':
      rows.push(['phone', intent.phone], ['name', intent.name ?? '-']);
      break;
    case 'settings':
      rows.push(['for', intent.scope === 'person' ? 'the asker' : 'this group']);
      for (const [name, value] of Object.entries(intent.patch))
        rows.push([name, typeof value === 'object' ? JSON.stringify(value) : `${value}`]);
      if (intent.unknown) rows.push(['unknown', `no such ${intent.unknown}`]);
      break;
    case 'help':
      rows.push(['because', intent.because]);
      if (intent.suggestion) rows.push(['suggests', intent.suggestion]);
      break;
    default:
  }
  return rows;
}

function whichTold(which: Which, zone: Zone): string {
  const during = 'during' in which && which.during ? which.during : null;
  const when = during ? `, starting ${iso(during.from, zone)} … ${iso(during.until, zone)}` : '';
  switch (which.by) {
    case 'topic':
      return `the one called “${which.topic}”${when}`;
    case 'meeting_no':
      return `number ${which.meetingNo}`;
    case 'id':
      return which.id;
    case 'context':
      return `the one the chat is about${when}`;
    case 'last':
      return 'what this person did last here';
    case 'other':
      return 'of two that were spoken of here, not the last';
    case 'nth':
      return which.nth < 0 ? 'the last one of the list' : `number ${which.nth} of the list`;
  }
}

const names = (people: PersonRef[]): string => people.map((one) => one.name).join(', ') || 'nobody';
const audience = (who: Audience): string => (who.who === 'people' ? names(who.people) : who.who);

function slotRows(slots: Slots): Row[] {
  const rows: Row[] = [];
  if (slots.topic !== undefined) rows.push(['topic', slots.topic]);
  if (slots.password !== undefined) rows.push(['password', slots.password ?? 'none wanted']);
  if (slots.hosts) rows.push(['hosts', names(slots.hosts)]);
  if (slots.attendees) rows.push(['with', names(slots.attendees)]);
  if (slots.record !== undefined) rows.push(['record', slots.record ? 'yes' : 'no']);
  if (slots.connect !== undefined) rows.push(['other systems', slots.connect ? 'may dial in' : 'kept out']);
  if (slots.join) rows.push(['may join', audience(slots.join)]);
  if (slots.canHost) rows.push(['may host', audience(slots.canHost)]);
  if (slots.canInvite) rows.push(['may invite', audience(slots.canInvite)]);
  return rows;
}

const KINDS: Record<string, string> = {
  bot: 'the bot itself',
  mention: 'a person',
  attendees: 'who comes',
  slot: 'about the meeting',
  label: 'a label',
  quote: 'a quoted name',
  topic: 'the topic',
  number: 'a meeting number',
  phone: 'a call',
  link: 'part of a name',
  filler: 'says nothing',
};

/** The message from left to right, each stretch with what it was taken for. */
function wordRows({ marked, intent }: Understanding): Row[] {
  const { text } = marked;
  const topic = [
    'slots' in intent ? (intent.slots?.topic ?? '') : '',
    'which' in intent && intent.which.by === 'topic' ? intent.which.topic : '',
  ].map((one) => one.normalize('NFKC'));
  const whole = intent.want === 'list' || intent.want === 'help' ? 'read as a whole' : 'says nothing';
  const rows: Row[] = [];
  const put = (from: number, to: number, kind: string): void => {
    const words = text.slice(from, to).trim();
    if (words !== '') rows.push([words.replace(/\n/g, ' ⏎ '), kind]);
  };
  const free = (from: number, to: number): void => {
    const words = text.slice(from, to).trim();
    put(from, to, topic.some((one) => one !== '' && (words.includes(one) || one.includes(words))) ? 'the topic is in it' : whole);
  };
  let at = 0;
  for (const part of marked.parts) {
    if (part.from > at) free(at, part.from);
    if (part.to > at) put(Math.max(at, part.from), part.to, KINDS[part.kind] ?? part.kind);
    at = Math.max(at, part.to);
  }
  if (at < text.length) free(at, text.length);
  return rows.length > 0 ? rows : [['-', 'nothing was said']];
}

/** Han characters and their like take two columns of a terminal. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\p{Script=Han}\u3000-\u30ff\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(char) ? 2 : 1), 0);

function table(rows: Row[], indent = ''): string {
  const widest = Math.min(40, Math.max(...rows.map(([name]) => width(name))));
  return `${rows.map(([name, value]) => `${indent}${name}${' '.repeat(Math.max(0, widest - width(name)))}  ${value}`.trimEnd()).join('\n')}\n`;
}
