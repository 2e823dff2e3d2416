import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Names that mean another zone in another part of the world. */
export const zoneTwins: readonly Lexeme[] = [
  {
    role: 'zone.twin',
    words: { cst: 'America/Chicago' },
    examples: [{ text: 'book a sync tomorrow 3pm CST', means: { want: 'book', act: 'ask' } }],
  },
];
