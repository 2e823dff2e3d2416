import type { Lexeme } from '../../lexicon/lexeme.ts';

/** What only administrators ask for. */
export const admin: readonly Lexeme[] = [
  {
    role: 'admin.panel',
    words: ['admin', 'admin panel', 'diagnose', 'diagnostics'],
    examples: [
      { text: 'admin', means: { want: 'admin' } },
      { text: 'admin panel', means: { want: 'admin' } },
      { text: 'diagnose', means: { want: 'admin' } },
      { text: 'diagnostics', means: { want: 'admin' } },
    ],
  },
];
