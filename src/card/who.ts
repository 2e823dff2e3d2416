import type { ActiveMeeting, ActiveParticipant, Meeting } from '../domain/meeting.ts';
import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { attendeeName } from './inside.ts';
import { joinLink } from './link.ts';
import { actButton, aside, grey, linkButton, markdown, row } from './parts.ts';
import { titleOf } from './title.ts';
import { join, marked, weave, words } from './words.ts';

/** More rows would make the card too long to read, and too big. */
const MOST_ROWS = 12;

/** A call says "call" wherever a meeting says "meeting". */
const of = <K extends 'who_title' | 'who_not_started' | 'who_ended' | 'who_nobody' | 'who_status_left'>(key: K, { kind }: Meeting): Words =>
  words(kind === 'call' ? `${key}_call` : key);

export function whoCard({ meeting, active, own }: Extract<View, { show: 'who' }>): CardTree {
  const link = joinLink(meeting, meeting.joinPreset);
  const topic = titleOf(meeting);
  const state = active ? stateOf(active, meeting) : of('who_not_started', meeting);
  const over = active?.status === 'ended' || !isOpen(meeting);
  return frame({
    title: of('who_title', meeting),
    subtitle: topic,
    template: active && !over ? 'green' : 'blue',
    icon: meeting.kind === 'call' ? 'phone_outlined' : 'group_outlined',
    ...(active?.status === 'in_progress' ? { tag: { text: words('tag_live'), color: 'green' as const } } : {}),
    summary: weave`${topic} · ${state}`,
    elements: [
      markdown(weave`**${state}**`, { text_size: 'heading' }),
      ...(active && !over ? inside(active, meeting) : []),
      row([
        ...(link && !over ? [linkButton(words(meeting.kind === 'call' ? 'start_call' : 'join'), link, { type: 'primary_filled' })] : []),
        actButton(words('refresh'), { act: 'who', id: meeting.id, onto: own ? 'own' : 'shared' }),
      ]),
    ],
  });
}

const isOpen = ({ status }: Meeting): boolean => status !== 'cancelled' && status !== 'released';

/** Who is in, not the peak that the platform counts. */
const present = (active: ActiveMeeting): ActiveParticipant[] => active.participants.filter((one) => one.status === 'in_meeting');

function stateOf(active: ActiveMeeting, meeting: Meeting): Words {
  if (active.status === 'ended') return of('who_ended', meeting);
  const count = present(active).length;
  if (active.status === 'calling' && count === 0) return words('who_calling');
  if (count === 0) return of('who_nobody', meeting);
  return meeting.kind === 'call' ? words('who_now_call') : words('who_now', { count });
}

function inside(active: ActiveMeeting, meeting: Meeting): Element[] {
  const notes: Words[] = [];
  if (active.startAt !== null) notes.push(marked('who_since', { at: { at: active.startAt, zone: meeting.zone } }));
  if (active.accumulated > 0 && meeting.kind === 'meeting') notes.push(words('who_total', { count: active.accumulated }));
  const order = ['in_meeting', 'ringing', 'calling', 'left'];
  const sorted = [...active.participants].sort(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || Number(b.host) - Number(a.host) || Number(b.cohost) - Number(a.cohost),
  );
  const rest = sorted.length - MOST_ROWS;
  const abilities = active.abilities.map((ability) => words(`ability_${ability}`));
  return [
    ...(notes.length > 0 ? [aside(join(notes, ' · '))] : []),
    ...sorted.slice(0, MOST_ROWS).map((one) => personRow(one, active.hostId, meeting)),
    ...(rest > 0 ? [aside(words('who_more', { count: rest }))] : []),
    ...(abilities.length > 0
      ? [
          aside(
            each(
              (lang) => words('who_abilities', { list: abilities.map((ability) => ability[lang]).join(words('list_comma')[lang]) })[lang],
            ),
          ),
        ]
      : []),
  ];
}

function personRow(one: ActiveParticipant, hostId: string | null, meeting: Meeting): Element {
  const call = meeting.kind === 'call';
  const says: Words[] = [];
  if (!call && (one.host || one.id === hostId)) says.push(words('who_host'));
  else if (!call && one.cohost) says.push(words('who_cohost'));
  if (one.external) says.push(words('who_external'));
  if (one.status === 'in_meeting') says.push(words(call ? 'who_inside_call' : 'who_inside', { seconds: one.seconds }));
  else says.push(one.status === 'left' ? of('who_status_left', meeting) : words(`who_status_${one.status}`));
  return {
    tag: 'column_set',
    horizontal_spacing: '8px',
    columns: [
      { tag: 'column', width: 'auto', vertical_align: 'center', elements: [attendeeName(one, meeting)] },
      {
        tag: 'column',
        width: 'weighted',
        weight: 1,
        vertical_align: 'center',
        elements: [markdown(grey(join(says, ' · ')), { text_align: 'right' })],
      },
    ],
  };
}
