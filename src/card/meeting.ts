import type { Meeting } from '../domain/meeting.ts';
import type { Assumed, Millis } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import { cancelledCard } from './closed.ts';
import { facts } from './details.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { foot, moreRows } from './foot.ts';
import { frame } from './frame.ts';
import { heldCard } from './held.ts';
import { insideRows } from './inside.ts';
import { actButton, aside, callout, code, grey, grouped, iconLine, label, named, pair, panel, people, row } from './parts.ts';
import { clockBeside, lengthWords, plainSpan, timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { join, told, weave, words } from './words.ts';
import { zoneLine } from './zone-line.ts';

const IN_SUMMARY = 40;
/** The others are counted, or stand in the details. */
const MOST_HOSTS = 3;
const MOST_GUESTS = 5;

type MeetingView = Extract<View, { show: 'meeting' }>;

export function meetingCard(view: MeetingView): CardTree {
  const { meeting, now } = view;
  if (meeting.status === 'cancelled') return cancelledCard(meeting);
  if (meeting.status === 'released' || meeting.status === 'ended') return heldCard(meeting, view.live, view.hidePassword ?? false);
  const call = meeting.kind === 'call';
  return frame({
    title: titleOf(meeting),
    template: meeting.status === 'live' ? 'green' : 'blue',
    icon: call ? 'phone_outlined' : 'video_outlined',
    tag: tagOf(meeting, now),
    summary: summary(meeting),
    elements: [
      ...(view.news ?? []).map((one) => aside(told(one, 'markdown'))),
      timeRow(meeting),
      ...zoneLine(meeting),
      ...(view.live?.running ? insideRows(view.live.running, meeting) : []),
      call ? label(words('call_note')) : access(meeting, view.hidePassword ?? false),
      ...chips(meeting, view.sharedBy !== undefined),
      ...guestLines(meeting),
      ...sharedLine(view.sharedBy),
      ...assumedLine(meeting, now),
      ...clashLine(meeting),
      ...refusedLine(meeting),
      ...foot(meeting, now, view.asksCancel),
      panel(words('more'), [...facts(meeting), ...moreRows(meeting, now)]),
    ],
  });
}

function tagOf(meeting: Meeting, now: Millis): { text: Words; color: 'green' | 'orange' | 'blue' } {
  if (meeting.status === 'live') return { text: words('tag_live'), color: 'green' };
  if (now < meeting.startAt) return { text: words('tag_booked'), color: 'blue' };
  return { text: words(meeting.kind === 'call' ? 'tag_ready' : 'tag_due'), color: 'orange' };
}

function summary(meeting: Meeting): Words {
  const brief = titleOf(meeting, IN_SUMMARY);
  const number = grouped(meeting.meetingNo);
  return each((lang) => {
    const topic = brief[lang];
    const time = plainSpan(meeting, lang);
    if (meeting.status === 'live') return words('summary_live', { topic })[lang];
    if (meeting.kind === 'call') return words('summary_call', { topic, time })[lang];
    return words('summary_booked', { topic, time, number })[lang];
  });
}

const timeRow = (meeting: Meeting): Element =>
  row([iconLine('time_outlined', weave`**${timeLine(meeting)}**`, { text_size: 'heading' }), label(lengthWords(meeting))]);

/** Number and password, side by side where there is room. */
const access = (meeting: Meeting, hidden: boolean): Element =>
  row(
    [
      iconLine('video_outlined', named(grey(words('label_number')), code(grouped(meeting.meetingNo)))),
      iconLine('lock_outlined', password(meeting, hidden)),
    ],
    '12px',
  );

function password(meeting: Meeting, hidden: boolean): Words {
  if (hidden) return grey(words('password_hidden'));
  if (meeting.password === null) return grey(words('no_password'));
  return named(grey(words('label_password')), code(meeting.password));
}

/** What was asked for beyond the usual, and in front of others who asked: `自动录制 · 仅本群  主持人 李娜  发起人 张伟`. */
function chips(meeting: Meeting, elsewhere: boolean): Element[] {
  if (meeting.kind === 'call') return [];
  const asked: Words[] = [];
  if (meeting.record) asked.push(words('record_on'));
  const only = onlyFor(meeting);
  if (only) asked.push(only);
  if (meeting.connect) asked.push(words('other_systems'));
  const hosts = people(meeting.hostIds.slice(0, MOST_HOSTS));
  const owner = meeting.chatKind === 'group' || elsewhere ? people([meeting.ownerId]) : null;
  const all: Element[] = [
    ...(asked.length > 0 ? [label(join(asked, ' · '))] : []),
    ...(hosts ? [pair(label(words('label_hosts')), hosts)] : []),
    ...(owner ? [pair(label(words('label_owner')), owner)] : []),
  ];
  return all.length > 0 ? [row(all)] : [];
}

/** Who was asked to come, and who of them cannot. */
function guestLines({ guestIds = [], absentIds = [] }: Meeting): Element[] {
  const coming = guestIds.filter((id) => !absentIds.includes(id));
  const line = (name: 'label_guests' | 'label_absent', ids: string[]): Element[] => {
    const who = people(ids.slice(0, MOST_GUESTS));
    if (!who) return [];
    const more = ids.length - MOST_GUESTS;
    return [row([label(words(name)), who, ...(more > 0 ? [label(words('guests_more', { count: more }))] : [])])];
  };
  return [...line('label_guests', coming), ...line('label_absent', absentIds)];
}

/** Who alone is let in, or null where everybody is. */
function onlyFor({ join: open }: Meeting): Words | null {
  if (open.who === 'anyone') return null;
  if (open.who !== 'people') return words(`only_${open.who}`);
  return open.people.length === 0 ? words('only_hosts') : words('only_people', { count: open.people.length });
}

function sharedLine(by: string | undefined): Element[] {
  const who = by === undefined ? null : people([by]);
  return who ? [row([who, label(words('shared_by'))])] : [];
}

/** What nobody said, or not so plainly, in one line, with the other reading a tap away. */
function assumedLine(meeting: Meeting, now: Millis): Element[] {
  const { startAt, zone, other } = meeting;
  const at = { at: startAt, zone };
  const minutes = Math.round((meeting.endAt - startAt) / 60_000);
  const clause: Record<Assumed, () => Words> = {
    afternoon: () => words('assumed_clock', { clock: at }),
    morning: () => words('assumed_clock', { clock: at }),
    date: () => words('assumed_date', { day: at }),
    next_day: () => words('assumed_next_day', { day: at }),
    next_year: () => words('assumed_next_year', { day: at }),
    length: () => words('assumed_length', { minutes }),
  };
  const clauses = [
    ...meeting.assumed.map((assumed) => clause[assumed]()),
    ...(meeting.rrule && !meeting.series ? [words('only_first')] : []),
  ];
  const elements = clauses.length > 0 ? [aside(join(clauses, words('assumed_join')))] : [];
  if (!other || other.start <= now || meeting.status !== 'booked') return elements.length > 0 ? [callout('grey-50', elements)] : [];
  const text = each((lang) => words('other_time', { time: clockBeside(other.start, startAt, zone)[lang] })[lang]);
  const change = actButton(text, { act: 'other_time', id: meeting.id, start: other.start }, { size: 'small' });
  return [elements.length > 0 ? callout('grey-50', elements, change) : change];
}

function clashLine(meeting: Meeting): Element[] {
  const { clash, zone, status, id } = meeting;
  if (!clash || status !== 'booked') return [];
  const { topic, startAt, endAt } = clash;
  const args = { topic: topic ?? '', start: { at: startAt, zone }, end: { at: endAt, zone } };
  const says = told(
    clash.hostId === undefined ? { key: 'clash', args } : { key: 'clash_host', args: { ...args, who: { user: clash.hostId } } },
    'markdown',
  );
  return [callout('orange-50', [aside(says)], actButton(words('clash_change'), { act: 'change', id }, { size: 'small' }))];
}

function refusedLine(meeting: Meeting): Element[] {
  if (meeting.refusedHostIds.length === 0) return [];
  const who = people(meeting.refusedHostIds.slice(0, MOST_HOSTS));
  return [callout('orange-50', [aside(words('hosts_refused', { count: meeting.refusedHostIds.length })), ...(who ? [who] : [])])];
}
