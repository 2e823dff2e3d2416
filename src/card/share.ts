import type { View } from '../domain/view.ts';
import type { CardTree } from './elements.ts';
import { clip } from './escape.ts';
import { field, fieldRow, form, select } from './fields.ts';
import { frame } from './frame.ts';
import { label, markdown, option } from './parts.ts';
import { titleOf } from './title.ts';
import { same, words } from './words.ts';

/** What fits into a card; the chats come in the order in which they matter. */
const MOST = 30;

/** Sends the meeting's card to another chat of the asker. */
export function shareCard({ meeting, chats, more }: Extract<View, { show: 'share' }>): CardTree {
  const options = chats.slice(0, MOST).map(({ chatId, name }) => option(chatId, same(clip(name, 24) || chatId.slice(-6))));
  return frame({
    title: words('share_title'),
    subtitle: titleOf(meeting),
    template: 'blue',
    icon: 'share_outlined',
    summary: words('share_title'),
    elements:
      options.length === 0
        ? [markdown(words('share_none'))]
        : [
            label(words('share_note')),
            ...(more ? [label(words('share_more'))] : []),
            form('share', [fieldRow(field(words('share_chat'), select('chat', options, '', words('share_hint'))))], {
              text: words('share_submit'),
              act: { act: 'submit_share', id: meeting.id },
            }),
          ],
  });
}
