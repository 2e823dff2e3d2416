import type { Attendee, Picture } from '../domain/live.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Element, Words } from './elements.ts';
import { escapeMarkdown } from './escape.ts';
import { aside, grey, iconLine, label, markdown, people, row } from './parts.ts';
import { calleeOf } from './title.ts';
import { join, marked, same, weave, words } from './words.ts';

/** Who is in, a line each; the rest is counted. */
const MOST_INSIDE = 6;
const MOST_GONE = 5;

type Running = NonNullable<Picture['running']>;

/** By `user_type`. Source: vc-v1/meeting/events. */
const KINDS: Record<number, 'who_room' | 'live_doc' | 'who_phone' | 'who_device'> = {
  2: 'who_room',
  3: 'live_doc',
  6: 'who_phone',
  7: 'who_device',
  8: 'who_device',
};

/** Rooms, phones and devices are no people that the client could draw: they are named as what they are. */
export function attendeeName(one: Pick<Attendee, 'id' | 'userType'>, { kind, callee }: Meeting): Element {
  const who = one.userType === 1 ? people([one.id]) : null;
  if (who) return who;
  if (kind === 'call' && callee) return markdown(same(escapeMarkdown(calleeOf(callee))));
  return markdown(words(KINDS[one.userType] ?? 'who_guest'));
}

/** Who is in now, since when, and who has left. */
export function insideRows({ inside, gone, recording }: Running, meeting: Meeting): Element[] {
  const head = headOf(inside.length, meeting);
  const rest = inside.length - MOST_INSIDE;
  return [
    iconLine('group_outlined', weave`**${recording ? join([head, words('live_recording')], ' · ') : head}**`),
    ...inside.slice(0, MOST_INSIDE).map((one) => personRow(one, meeting)),
    ...(rest > 0 ? [aside(words('live_more', { count: rest }))] : []),
    ...goneRow(gone),
  ];
}

function headOf(count: number, { kind }: Meeting): Words {
  if (kind === 'call') return words(count === 0 ? 'who_nobody_call' : 'who_now_call');
  return count === 0 ? words('live_nobody') : words('live_now', { count });
}

function personRow(one: Running['inside'][number], meeting: Meeting): Element {
  const says: Words[] = [];
  if (meeting.kind === 'meeting' && one.host) says.push(words('who_host'));
  else if (meeting.kind === 'meeting' && one.role === 'cohost') says.push(words('who_cohost'));
  if (one.external) says.push(words('who_external'));
  says.push(marked('live_since', { at: { at: one.since, zone: meeting.zone } }));
  return row([attendeeName(one, meeting), markdown(grey(join(says, ' · ')))]);
}

function goneRow(gone: Attendee[]): Element[] {
  if (gone.length === 0) return [];
  const shown = people(
    gone
      .filter((one) => one.userType === 1)
      .slice(0, MOST_GONE)
      .map((one) => one.id),
  );
  const rest = gone.length - (shown?.persons.length ?? 0);
  return [
    row([
      label(words('live_gone')),
      ...(shown ? [shown] : []),
      ...(rest > 0 ? [label(words(shown ? 'live_more' : 'live_others', { count: rest }))] : []),
    ]),
  ];
}
