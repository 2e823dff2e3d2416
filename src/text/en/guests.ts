import { at, type In } from '../language.ts';
import type { guests as zh } from '../zh/guests.ts';
import { many } from './grammar.ts';
import { writing } from './writing.ts';

const called = (topic: string): string => (topic ? `"${topic}"` : 'the meeting');

export const guests: In<typeof zh> = {
  label_guests: 'Attendees',
  guests_more: (a) => `and ${a.count} more`,
  label_absent: "Can't come",
  invited_tag: 'Invitation',
  invited_absent: "Can't come",
  invited_by: 'invites you',
  invited_absent_note: 'The organizer knows.',
  summary_invited: (a) => `Invitation: ${a.topic} · ${a.time}`,
  absent: "Can't make it",
  absent_undo: 'I can make it after all',
  absent_noted: 'OK, the organizer knows',
  absent_back: 'OK, the organizer knows that you are coming',
  absent_not_asked: 'That button is for the people who were invited.',
  absent_told: (a) => `${a.who} can't come to ${called(a.topic)} on ${at(writing, a.at)}`,
  absent_back_told: (a) => `${a.who} can come to ${called(a.topic)} on ${at(writing, a.at)} after all`,
  invite_unavailable: (a) =>
    `The invitation to ${called(a.topic)} could not be delivered to ${a.who}${a.count > 1 ? ` and ${many(a.count - 1, 'other')}` : ''}: I am not available to them. Please tell them yourself, or ask your administrator to make this app available to them.`,
  invite_unreached: (a) =>
    `The invitation to ${called(a.topic)} could not be delivered to ${a.who}${a.count > 1 ? ` and ${many(a.count - 1, 'other')}` : ''}. Please tell them yourself.`,
  set_invite_on: 'attendees outside the group are invited directly',
  set_invite_off: 'attendees are not invited directly',
  field_invite: 'Invite attendees outside the group directly',
  clash_host: (a) =>
    `Host ${a.who} also has ${a.topic ? `"${a.topic}"` : 'another meeting'} on ${writing.at(a.start.day, writing.clocks(a.start.clock, a.end.clock))}`,
  expiring: (a) =>
    `${a.topic ? called(a.topic) : 'The meeting'} expires at ${a.at.clock}; its meeting ID and link stop working then. ${many(a.count, 'person is', 'people are')} still in. Extend it?`,
  extend_too_late: 'Too late: the meeting ID has been released, so nothing was extended. Need more time? Book another one.',
};
