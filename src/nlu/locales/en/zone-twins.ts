import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Names that mean another zone in another part of the world. What a word is worth: the zones that may be meant besides the one that is read. */
export const zoneTwins: readonly Lexeme[] = [
  {
    role: 'zone.twin',
    words: { cst: 'America/Chicago', ist: 'Asia/Jerusalem Europe/Dublin', bst: 'Asia/Dhaka' },
    examples: [
      { text: 'book a sync tomorrow 3pm CST', means: { want: 'book', act: 'ask' } },
      { text: 'book a sync tomorrow 3pm IST', means: { want: 'book', act: 'ask' } },
      { text: 'book a sync tomorrow 3pm BST', means: { want: 'book', act: 'ask' } },
    ],
  },
  // Known the world over for one zone; only there for another.
  { role: 'zone.twin-there', words: { pst: 'Asia/Manila', est: 'Australia/Sydney', mst: 'Asia/Kuala_Lumpur' }, examples: [] },
  // Where nobody needs to be asked.
  { role: 'zone.home', words: { ist: 'Asia/Kolkata', bst: 'Europe/London' }, examples: [] },
];
