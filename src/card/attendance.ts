import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import type { CardTree, Element } from './elements.ts';
import { escapeMarkdown } from './escape.ts';
import { frame } from './frame.ts';
import { attendeeName } from './inside.ts';
import { aside, grey, markdown, people } from './parts.ts';
import { titleOf } from './title.ts';
import { join, marked, words } from './words.ts';

/** More rows would make the card too big. */
const MOST_ROWS = 25;

type Attended = Extract<View, { show: 'attendance' }>;

/** Who was in, and how long. */
export function attendanceCard({ meeting, people: all, total }: Attended): CardTree {
  const head = words('attendance_head', { count: Math.max(total, all.length) });
  const rest = Math.max(total, all.length) - Math.min(all.length, MOST_ROWS);
  return frame({
    title: words('attendance_title'),
    subtitle: titleOf(meeting),
    template: 'blue',
    icon: 'group_outlined',
    summary: join([titleOf(meeting), head], ' · '),
    elements: [
      markdown(head, { text_size: 'heading' }),
      ...all.slice(0, MOST_ROWS).map((one) => rowOf(one, meeting)),
      ...(rest > 0 ? [aside(words('attendance_more', { count: rest }))] : []),
    ],
  });
}

function rowOf(one: Attended['people'][number], meeting: Attended['meeting']): Element {
  const { name } = one;
  const says = marked('attendance_row', { from: { at: one.from, zone: meeting.zone }, seconds: Math.round(one.length / 1000) });
  const known = one.userType === 1 && !one.external ? people([one.id]) : null;
  const who = known ?? (name ? markdown(each((lang) => escapeMarkdown(name[lang]))) : attendeeName(one, meeting));
  return {
    tag: 'column_set',
    horizontal_spacing: '8px',
    columns: [
      { tag: 'column', width: 'auto', vertical_align: 'center', elements: [who] },
      {
        tag: 'column',
        width: 'weighted',
        weight: 1,
        vertical_align: 'center',
        elements: [markdown(grey(one.external ? join([words('who_external'), says], ' · ') : says), { text_align: 'right' })],
      },
    ],
  };
}
