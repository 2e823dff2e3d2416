/** Who comes. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotAttendees: readonly Lexeme[] = [
  {
    role: 'attend.noun',
    words: ['attendee', 'attendees', 'participant', 'participants', 'invitee', 'invitees', 'invite', 'guest', 'guests', 'cc'],
    examples: [
      { text: 'sync tomorrow 3pm, attendee: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, attendees: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, participant: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, participants: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, invitee: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, invitees: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, invite: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, guest: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, guests: Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm, cc: Bob', means: { topic: 'sync', attendees: 'Bob' } },
    ],
  },
  {
    role: 'attend.are',
    words: ['are'],
    examples: [{ text: 'sync tomorrow 3pm, attendees are bob', means: { topic: 'sync', attendees: 'bob' } }],
  },
  {
    role: 'attend.with',
    words: ['with', 'including', 'include', 'plus', 'w/'],
    examples: [
      { text: 'sync with @Bob tomorrow 3pm', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm including @Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm include @Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm plus @Bob', means: { topic: 'sync', attendees: 'Bob' } },
      { text: 'sync tomorrow 3pm w/ @Bob', means: { topic: 'sync', attendees: 'Bob' } },
    ],
  },
];
