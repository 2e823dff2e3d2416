/** Reminders of a meeting. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotRemind: readonly Lexeme[] = [
  {
    role: 'remind.verb',
    words: ['remind', 'ping', 'notify', 'alert'],
    examples: [
      { text: 'remind us 5 min before', means: { want: 'change', act: 'do', remind: 5 } },
      { text: 'ping us 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'notify everyone 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'alert us 5 min before', means: { want: 'change', remind: 5 } },
    ],
  },
  {
    role: 'remind.noun',
    words: ['reminder', 'reminders'],
    examples: [
      { text: 'tomorrow 3pm design review, 15 min reminder', means: { topic: 'design review', remind: 15 } },
      { text: 'tomorrow 3pm design review, no reminders', means: { topic: 'design review', remind: 'off' } },
    ],
  },
  {
    role: 'remind.whom',
    words: ['me', 'us', 'everyone', 'everybody', 'people', 'them', 'all', 'the team', 'the group', 'all of us'],
    examples: [
      { text: 'remind me 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind us 10 minutes ahead', means: { want: 'change', remind: 10 } },
      { text: 'remind everyone 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind everybody 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind people 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind them 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind all 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind the team 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind the group 5 min before', means: { want: 'change', remind: 5 } },
      { text: 'remind all of us 5 min before', means: { want: 'change', remind: 5 } },
    ],
  },
  {
    role: 'remind.before',
    words: [
      'before',
      'ahead',
      'in advance',
      'beforehand',
      'early',
      'prior',
      'before it starts',
      'before the start',
      'before start',
      'before we start',
      'ahead of time',
    ],
    examples: [
      { text: 'tomorrow 3pm design review, remind us 5 minutes before', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes ahead', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes in advance', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes beforehand', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes early', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes prior', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes before it starts', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes before the start', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes before start', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes before we start', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, remind us 5 minutes ahead of time', means: { topic: 'design review', remind: 5 } },
    ],
  },
  {
    role: 'remind.send',
    words: ['send', 'add', 'give'],
    examples: [
      { text: 'tomorrow 3pm design review, send a reminder 5 min before', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, add a 5 minute reminder', means: { topic: 'design review', remind: 5 } },
      { text: 'tomorrow 3pm design review, give us a reminder 5 min before', means: { topic: 'design review', remind: 5 } },
    ],
  },
  {
    role: 'remind.at-start',
    words: ['at the start', 'when it starts', 'when it begins', 'at start', 'only at the start', 'when we start'],
    examples: [
      { text: 'remind us at the start', means: { want: 'change', remind: 0 } },
      { text: 'remind us when it starts', means: { want: 'change', remind: 0 } },
      { text: 'remind us when it begins', means: { want: 'change', remind: 0 } },
      { text: 'remind us at start', means: { want: 'change', remind: 0 } },
      { text: 'remind us only at the start', means: { want: 'change', remind: 0 } },
      { text: 'remind us when we start', means: { want: 'change', remind: 0 } },
    ],
  },
];
