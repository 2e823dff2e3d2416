import type { ActiveMeeting, ActiveParticipant, Meeting } from '../domain/meeting.ts';
import type { View } from '../domain/view.ts';
import { isOpenId } from '../text/ink.ts';
import { each } from '../text/languages.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, grey, linkButton, markdown, people, row } from './parts.ts';
import { titleOf } from './title.ts';
import { join, marked, weave, words } from './words.ts';

/** More rows would make the card too long to read, and too big. */
const MOST_ROWS = 12;

export function whoCard({ meeting, active }: Extract<View, { show: 'who' }>): CardTree {
  const link = joinLink(meeting, meeting.joinPreset);
  const topic = titleOf(meeting);
  const state = active ? stateOf(active) : words('who_not_started');
  return frame({
    title: words('who_title'),
    subtitle: topic,
    template: active && active.status !== 'ended' ? 'green' : 'blue',
    icon: 'group_outlined',
    ...(active?.status === 'in_progress' ? { tag: { text: words('tag_live'), color: 'green' as const } } : {}),
    summary: weave`${topic} · ${state}`,
    elements: [
      markdown(weave`**${state}**`, { text_size: 'heading' }),
      ...(active && active.status !== 'ended' ? inside(active, meeting) : []),
      row([
        ...(link && active?.status !== 'ended' ? [linkButton(words('join'), link, { type: 'primary_filled' })] : []),
        actButton(words('refresh'), { act: 'who', id: meeting.id }),
      ]),
    ],
  });
}

/** Who is in, not the peak that the platform counts. */
const present = (active: ActiveMeeting): ActiveParticipant[] => active.participants.filter((one) => one.status === 'in_meeting');

function stateOf(active: ActiveMeeting): Words {
  if (active.status === 'ended') return words('who_ended');
  const count = present(active).length;
  if (active.status === 'calling' && count === 0) return words('who_calling');
  return count > 0 ? words('who_now', { count }) : words('who_nobody');
}

function inside(active: ActiveMeeting, meeting: Meeting): Element[] {
  const notes: Words[] = [];
  if (active.startAt !== null) notes.push(marked('who_since', { at: { at: active.startAt, zone: meeting.zone } }));
  if (active.accumulated > 0) notes.push(words('who_total', { count: active.accumulated }));
  const order = ['in_meeting', 'ringing', 'calling', 'left'];
  const sorted = [...active.participants].sort(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || Number(b.host) - Number(a.host) || Number(b.cohost) - Number(a.cohost),
  );
  const rest = sorted.length - MOST_ROWS;
  const abilities = active.abilities.map((ability) => words(`ability_${ability}`));
  return [
    ...(notes.length > 0 ? [aside(join(notes, ' · '))] : []),
    ...sorted.slice(0, MOST_ROWS).map((one) => personRow(one, active.hostId)),
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

/** Rooms, phones and devices are no people that the client could draw. */
function nameOf(one: ActiveParticipant): Element {
  const who = one.userType === 1 && isOpenId(one.id) ? people([one.id]) : null;
  if (who) return who;
  const kind = one.userType === 2 ? 'who_room' : one.userType === 6 ? 'who_phone' : one.userType === 7 ? 'who_device' : 'who_guest';
  return markdown(words(kind));
}

function personRow(one: ActiveParticipant, hostId: string | null): Element {
  const says: Words[] = [];
  if (one.host || one.id === hostId) says.push(words('who_host'));
  else if (one.cohost) says.push(words('who_cohost'));
  if (one.external) says.push(words('who_external'));
  says.push(one.status === 'in_meeting' ? words('who_inside', { seconds: one.seconds }) : words(`who_status_${one.status}`));
  return {
    tag: 'column_set',
    horizontal_spacing: '8px',
    columns: [
      { tag: 'column', width: 'auto', vertical_align: 'center', elements: [nameOf(one)] },
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
