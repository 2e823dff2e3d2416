import { at, type In, range } from '../language.ts';
import type { change as zh } from '../zh/change.ts';
import { and, minutes } from './grammar.ts';
import { writing } from './writing.ts';

const named = (topic: string): string => (topic ? `"${topic}"` : 'the meeting');

export const change: In<typeof zh> = {
  changed: (a) => {
    const others = a.others.length > 0 ? [`${and(a.others)} changed`] : [];
    return `${a.who} updated ${named(a.topic)}: ${[...a.news, ...others].join('; ')}`;
  },
  changed_by_several: (a) => {
    const others = a.others.length > 0 ? [`${and(a.others)} changed`] : [];
    return `${a.topic ? `"${a.topic}"` : 'The meeting'} was updated: ${[...a.news, ...others].join('; ')}`;
  },
  changed_cancelled: (a) => `${a.who} cancelled ${named(a.topic)}`,
  changed_cancelled_call: (a) => `${a.who} cancelled the call`,
  changed_undone: (a) => `${a.who} undid the booking of ${named(a.topic)}`,
  changed_back: (a) => `${a.who} undid the last change to ${named(a.topic)}${a.news.length > 0 ? `: ${a.news.join('; ')}` : ''}`,
  booked_again: 'Booked again, with a new meeting ID.',
  now_time: (a) => `now ${range(writing, a.start, a.end)}`,
  now_longer: (a) => `${minutes(a.minutes)} longer, until ${at(writing, a.at)}`,
  now_shorter: (a) => `${minutes(a.minutes)} shorter, until ${at(writing, a.at)}`,
  now_topic: (a) => (a.topic ? `renamed to "${a.topic}"` : 'topic removed'),
  now_no_password: 'password removed',
  now_record_on: 'automatic recording on',
  now_record_off: 'automatic recording off',
  name_password: 'password',
  name_hosts: 'hosts',
  name_access: 'meeting permissions',
};
