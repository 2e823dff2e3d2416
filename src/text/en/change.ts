import { at, type In, range } from '../language.ts';
import type { change as zh } from '../zh/change.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

export const change: In<typeof zh> = {
  changed_moved: (a) => `${a.who} moved the meeting to ${range(writing, a.start, a.end)}`,
  changed_shortened: (a) => `${a.who} shortened the meeting by ${minutes(a.minutes)}, until ${at(writing, a.at)}`,
  changed_extended: (a) => `${a.who} extended the meeting by ${minutes(a.minutes)}, until ${at(writing, a.at)}`,
  changed_topic: (a) => (a.topic ? `${a.who} renamed the meeting to "${a.topic}"` : `${a.who} removed the meeting's topic`),
  changed_password: (a) => `${a.who} changed the meeting's password; the new one is on its card`,
  changed_password_none: (a) => `${a.who} removed the meeting's password`,
  changed_hosts: (a) => `${a.who} changed the hosts; see the meeting's card`,
  changed_record_on: (a) => `${a.who} turned on automatic recording`,
  changed_record_off: (a) => `${a.who} turned off automatic recording`,
  changed_access: (a) => `${a.who} changed who may do what; see the meeting's card`,
  changed_cancelled: (a) => (a.topic ? `${a.who} cancelled "${a.topic}"` : `${a.who} cancelled the meeting`),
  changed_undone: (a) => `${a.who} took the booking back`,
  changed_back: (a) => `${a.who} took the last change back`,
  booked_again: 'Booked again; the meeting number is new.',
};
