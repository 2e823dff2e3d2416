import type { Lexeme } from '../../lexicon/lexeme.ts';

const ONES = ['one', 'meeting', 'call', 'item'];

/** the first one, first one, the 1st one … */
const pointed = (...leads: string[]): Record<string, string> =>
  Object.fromEntries(leads.flatMap((lead) => ONES.flatMap((one) => [`the ${lead} ${one}`, `${lead} ${one}`])).map((word) => [word, 'it']));

/** Meetings that are pointed at. What a word is worth stands for it alone. */
export const references: readonly Lexeme[] = [
  {
    role: 'refer.first',
    words: { ...pointed('first', '1st'), 'the first': 'it', '#1': 'it', 'number one': 'it', 'number 1': 'it' },
    examples: [{ text: 'cancel the first one', means: { want: 'cancel', by: 'nth', nth: 1 } }],
  },
  {
    role: 'refer.second',
    words: { ...pointed('second', '2nd'), 'the second': 'it', '#2': 'it', 'number two': 'it', 'number 2': 'it' },
    examples: [{ text: 'push the second one by half an hour', means: { want: 'move', by: 'nth', nth: 2, shift: 30 } }],
  },
  {
    role: 'refer.third',
    words: { ...pointed('third', '3rd'), 'the third': 'it', '#3': 'it', 'number three': 'it', 'number 3': 'it' },
    examples: [{ text: 'cancel the third one', means: { want: 'cancel', by: 'nth', nth: 3 } }],
  },
  {
    role: 'refer.fourth',
    words: { ...pointed('fourth', '4th'), '#4': 'it' },
    examples: [{ text: 'cancel the fourth one', means: { want: 'cancel', by: 'nth', nth: 4 } }],
  },
  {
    role: 'refer.fifth',
    words: { ...pointed('fifth', '5th'), '#5': 'it' },
    examples: [{ text: 'cancel the fifth one', means: { want: 'cancel', by: 'nth', nth: 5 } }],
  },
  {
    role: 'refer.final',
    words: pointed('last', 'latest', 'most recent', 'final'),
    examples: [{ text: 'rename the last one to retrospective', means: { want: 'change', by: 'nth', nth: -1, topic: 'retrospective' } }],
  },
  {
    role: 'refer.last',
    words: {
      ...pointed('previous'),
      'the one i just booked': 'it',
      'the one i just made': 'it',
      'the one i just set up': 'it',
      'the one i just scheduled': 'it',
      'the one i booked just now': 'it',
      'the one you just booked': 'it',
      'the one we just booked': 'it',
      'the one from just now': 'it',
    },
    examples: [{ text: 'move the one I just booked to 4pm', means: { want: 'move', by: 'last' } }],
  },
  {
    role: 'refer.mine',
    words: { mine: 'it', 'my one': 'it' },
    examples: [{ text: 'make mine an hour and a half', means: { want: 'move', by: 'context', owner: 'me' } }],
  },
  {
    role: 'refer.the-one',
    words: {
      'the one': 'it',
      'the one that': 'it',
      'the meeting': 'it',
      'the meeting that': 'it',
      'the call': 'it',
      'the call that': 'it',
    },
    examples: [{ text: 'cancel the one Li Na booked', means: { want: 'cancel', by: 'context', owner: { name: 'Li Na' } } }],
  },
  {
    role: 'refer.done',
    words: ['booked', 'scheduled', 'set up', 'made', 'created', 'organised', 'organized', 'arranged'],
    examples: [{ text: 'cancel the one Li Na booked', means: { want: 'cancel', by: 'context' } }],
  },
  { role: 'refer.me', words: ['i'], examples: [{ text: 'cancel the one I booked', means: { want: 'cancel', owner: 'me' } }] },
];
