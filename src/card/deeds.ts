import type { View } from '../domain/view.ts';
import type { CardTree, Words } from './elements.ts';
import { escapeMarkdown } from './escape.ts';
import { frame } from './frame.ts';
import { code, grey, grouped, label, markdown } from './parts.ts';
import { join, marked, same, weave, words } from './words.ts';

const FIELDS = ['day', 'time', 'topic', 'password', 'hosts', 'record', 'access', 'reminder'] as const;

/** What a change touched, by its names. One that a later version wrote stays as it is. */
export function changedNames(fields: readonly string[]): Words {
  if (fields.length === 0) return same('');
  const names = fields.map((field) => {
    const known = FIELDS.find((one) => one === field);
    return known ? words(`admin_field_${known}`) : same(escapeMarkdown(field));
  });
  return weave` ${grey(join(names, words('list_comma')))}`;
}

/** Which meeting, or that it was all of a series. */
export const meetingNamed = (meetingNo: string): Words => (meetingNo === '' ? words('deeds_series') : code(grouped(meetingNo)));

/** Who booked, changed and cancelled one meeting, newest first. */
export function deedsCard({ meetingNo, entries, zone }: Extract<View, { show: 'deeds' }>): CardTree {
  const title = words('deeds_title');
  const lines = entries.map(
    ({ at, personId, did, fields, ...of }): Words =>
      weave`${marked(`deeds_${did}`, { at: { at, zone }, who: { user: personId } })}${of.meetingNo === meetingNo ? same('') : weave` ${meetingNamed(of.meetingNo)}`}${changedNames(fields)}`,
  );
  return frame({
    title,
    template: 'blue',
    icon: 'info_outlined',
    summary: title,
    elements: [
      markdown(meetingNo === '' ? words('deeds_series') : weave`${words('label_number')} ${code(grouped(meetingNo))}`),
      lines.length > 0 ? markdown(join(lines, '\n')) : label(words('deeds_none')),
    ],
  });
}
