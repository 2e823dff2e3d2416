import type { Meeting } from '../domain/meeting.ts';
import { each } from '../text/languages.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { escapeMarkdown } from './escape.ts';
import { frame } from './frame.ts';
import { aside, fact, grey, markdown, people } from './parts.ts';
import { plainSpan, timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { weave, words } from './words.ts';

const IN_SUMMARY = 40;

/** Grey, without number, password or link: all of them are void. */
function closed(
  meeting: Meeting,
  title: Words,
  tag: Words | null,
  summary: 'summary_cancelled' | 'summary_ended',
  elements: Element[],
): CardTree {
  const topic = titleOf(meeting, IN_SUMMARY);
  return frame({
    title,
    template: 'grey',
    ...(tag ? { tag: { text: tag, color: 'neutral' } } : {}),
    icon: meeting.kind === 'call' ? 'phone_outlined' : 'video_outlined',
    summary: each((lang) => words(summary, { topic: topic[lang], time: plainSpan(meeting, lang) })[lang]),
    elements,
  });
}

export function cancelledCard(meeting: Meeting): CardTree {
  const topic = titleOf(meeting);
  const who = meeting.cancelledBy ? people([meeting.cancelledBy]) : null;
  return closed(meeting, words(meeting.kind === 'call' ? 'head_call_cancelled' : 'head_cancelled'), null, 'summary_cancelled', [
    markdown(weave`~~${each((lang) => escapeMarkdown(topic[lang]))}~~\n${grey(timeLine(meeting))}`),
    ...(who ? [fact(words('label_cancelled_by'), who)] : []),
    aside(words(meeting.kind === 'call' ? 'call_cancelled_note' : 'cancelled_note')),
  ]);
}
