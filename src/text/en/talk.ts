import { at, type In, range } from '../language.ts';
import type { talk as zh } from '../zh/talk.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

const called = (topic: string): string => (topic ? `"${topic}"` : 'the meeting');

export const talk: In<typeof zh> = {
  offer_book: (a) => `Book ${a.topic ? `"${a.topic}"` : 'a meeting'} for ${range(writing, a.start, a.end)}?`,
  offer_book_open: (a) => `Book ${a.topic ? `"${a.topic}"` : 'a meeting'}? It has no time yet.`,
  offer_call: (a) => `Call ${a.phone}?`,
  offer_cancel: (a) => `Cancel ${called(a.topic)}, ${at(writing, a.at)}?`,
  offer_cancel_live: (a) => `${a.topic ? `"${a.topic}"` : 'The meeting'} is in progress with people in it. Really cancel it?`,
  offer_move: (a) => `Move ${called(a.topic)} to ${range(writing, a.start, a.end)}?`,
  offer_no_password: (a) => `Remove the password of ${called(a.topic)}?`,
  offer_change: (a) => `Change ${called(a.topic)} like this?`,
  offer_choice: (a) => `When should ${called(a.topic)} be?`,
  offer_which: 'Which one? The rest follows once you have picked it.',
  offer_move_choice: (a) => `Move ${called(a.topic)} to when?`,
  offer_cancel_other: (a) => `${a.topic ? `"${a.topic}"` : 'This meeting'} was booked by ${a.who}. Cancel it?`,
  offer_double: (a) => `You already have ${a.topic ? `"${a.topic}"` : 'a meeting'} on ${at(writing, a.at)}. Book another one?`,
  late_not_done: (a) => `Feishu couldn't be reached, so what you asked for ${minutes(a.minutes)} ago was not done.`,
  late_past: (a) => `Feishu couldn't be reached for ${minutes(a.minutes)}. The time has passed meanwhile, and nothing was booked.`,
  offer_remind: 'Which meeting is that for?',
  offer_waiting: 'One tap on the card above does it.',
  offer_declined: 'All right, nothing was changed.',
  offer_gone: 'This card is for the person who asked, for half an hour. You can just say it again.',
  draft_when: 'What time should it start? For example: 3pm',
  draft_which_day: 'Which day and what time? For example: tomorrow 3pm',
  zone_which: 'Which time zone are you in? If it is not here, say the city, for example: timezone Berlin',
  undo_no_change: 'There is no change to take back. For another time, just say when.',
  undo_nothing: (a) => `There is nothing of yours to take back here from the last ${minutes(a.minutes)}.`,
  thanks: "You're welcome.",
  stays: "All right, it stays as it is. I haven't touched it.",
  if_then: 'All right, nothing changes for now. Just tell me when it comes to that.',
  cannot_remind: 'I only remind people of meetings, nothing else. Nothing was booked.',
  cannot_free: "I can't see calendars, so I don't know who is free. Nothing was booked.",
  cannot_room: "I only book video meetings and can't book rooms. Nothing was booked.",
  cannot_deadline: "I can't keep track of deadlines, I only book meetings. Nothing was booked.",
};
