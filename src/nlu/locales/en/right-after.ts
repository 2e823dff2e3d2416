import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Another one follows as soon as that one is over. */
export const rightAfter: readonly Lexeme[] = [
  {
    role: 'dialogue.right-after',
    words: [
      'right after it',
      'right after that',
      'right after this',
      'right after',
      'straight after',
      'straight after it',
      'straight after that',
      'directly after',
      'immediately after',
      'immediately after that',
      'back to back',
      'right afterwards',
      'when it ends',
    ],
    examples: [
      { text: 'one more right after it', means: { want: 'book', like: { by: 'last' }, after: true } },
      { text: 'and another one right after that', means: { want: 'book', after: true } },
      { text: 'same thing right after this please', means: { want: 'book', after: true } },
      { text: 'book another one right after', means: { want: 'book', like: { by: 'last' }, after: true } },
      { text: 'another straight after', means: { want: 'book', after: true } },
      { text: 'one more straight after it', means: { want: 'book', after: true } },
      { text: 'same again straight after that', means: { want: 'book', after: true } },
      { text: 'and another directly after', means: { want: 'book', after: true } },
      { text: 'repeat it immediately after', means: { want: 'book', after: true } },
      { text: 'same meeting immediately after that', means: { want: 'book', after: true } },
      { text: 'another one back to back', means: { want: 'book', after: true } },
      { text: 'one more right afterwards', means: { want: 'book', after: true } },
      { text: 'another one when it ends', means: { want: 'book', after: true } },
    ],
  },
];
