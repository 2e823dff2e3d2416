import type { Lexeme } from '../../lexicon/lexeme.ts';

/** What only administrators ask for. */
export const admin: readonly Lexeme[] = [
  {
    role: 'admin.panel',
    words: ['admin', 'admin panel'],
    examples: [
      { text: 'admin', means: { want: 'admin' } },
      { text: 'admin panel', means: { want: 'admin' } },
    ],
  },
  {
    role: 'admin.check',
    words: ['diagnose', 'diagnosis', 'diagnostics', 'run diagnostics', 'run the doctor', 'self check'],
    examples: [
      { text: 'diagnose', means: { want: 'admin', check: true } },
      { text: 'diagnosis please', means: { want: 'admin', check: true } },
      { text: 'diagnostics', means: { want: 'admin', check: true } },
      { text: 'run diagnostics', means: { want: 'admin', check: true } },
      { text: 'run the doctor', means: { want: 'admin', check: true } },
      { text: 'self check', means: { want: 'admin', check: true } },
    ],
  },
];
