import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import { cancelledCard } from './closed.ts';
import type { CardTree } from './elements.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, code, grey, grouped, iconLine, label, linkButton, named, people, row } from './parts.ts';
import { lengthWords, plainSpan, timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { weave, words } from './words.ts';

const IN_SUMMARY = 40;

/** What somebody gets who is to come and is not in the chat of the meeting; it follows the meeting until its number is void. */
export function invitedCard({ meeting, absent }: Extract<View, { show: 'invited' }>): CardTree {
  if (meeting.status === 'cancelled') return cancelledCard(meeting);
  const over = meeting.status === 'released';
  const link = joinLink(meeting, meeting.joinPreset);
  const owner = people([meeting.ownerId]);
  const password =
    meeting.password === null ? [] : [iconLine('lock_outlined', named(grey(words('label_password')), code(meeting.password)))];
  return frame({
    title: titleOf(meeting),
    template: absent || over ? 'grey' : 'blue',
    icon: 'video_outlined',
    tag: over
      ? { text: words('tag_ended'), color: 'neutral' }
      : { text: words(absent ? 'invited_absent' : 'invited_tag'), color: absent ? 'neutral' : 'blue' },
    summary: each((lang) => words('summary_invited', { topic: titleOf(meeting, IN_SUMMARY)[lang], time: plainSpan(meeting, lang) })[lang]),
    elements: [
      row([iconLine('time_outlined', weave`**${timeLine(meeting)}**`, { text_size: 'heading' }), label(lengthWords(meeting))]),
      ...(over
        ? []
        : [row([iconLine('video_outlined', named(grey(words('label_number')), code(grouped(meeting.meetingNo)))), ...password], '12px')]),
      ...(owner ? [row([owner, label(words('invited_by'))])] : []),
      ...(over
        ? [aside(words('ended_note'))]
        : [
            row([
              ...(link ? [linkButton(words('join'), link, { type: 'primary_filled' })] : []),
              actButton(words(absent ? 'absent_undo' : 'absent'), {
                act: 'absent',
                id: meeting.id,
                ...(absent ? { back: true as const } : {}),
              }),
            ]),
            ...(absent ? [aside(words('invited_absent_note'))] : []),
          ]),
    ],
  });
}
