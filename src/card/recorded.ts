import type { View } from '../domain/view.ts';
import type { CardTree } from './elements.ts';
import { bare } from './frame.ts';
import { grey, linkButton, markdown, row } from './parts.ts';
import { join, marked, words } from './words.ts';

const WEB = /^https:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/;

/** One quiet line: the recording is there. */
export function recordedCard({ meeting, url, length }: Extract<View, { show: 'recorded' }>): CardTree {
  const says = marked('recorded', { topic: meeting.topic ?? '' });
  const more = length === null ? says : join([says, words('recorded_length', { seconds: Math.round(length / 1000) })], ' · ');
  const text = markdown(grey(more));
  return bare(words('recorded', { topic: meeting.topic ?? '' }), [
    WEB.test(url) ? row([text, linkButton(words('recording_open'), url, { type: 'text', size: 'tiny' })]) : text,
  ]);
}
