/** Other conferencing systems that dial in. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotConnect: readonly Lexeme[] = [
  {
    role: 'connect.noun',
    words: ['interop', 'interoperability', 'meeting connect'],
    examples: [
      { text: 'sync tomorrow 3pm with interop', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm with interoperability', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm with meeting connect', means: { topic: 'sync', connect: true } },
    ],
  },
  {
    role: 'connect.other',
    words: ['other', 'third-party', 'third party', 'external'],
    examples: [
      { text: 'sync tomorrow 3pm, allow other systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow third-party systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow third party systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, no external systems', means: { topic: 'sync', connect: false } },
    ],
  },
  {
    role: 'connect.video',
    words: ['video', 'meeting', 'conferencing', 'conference'],
    examples: [
      { text: 'sync tomorrow 3pm, allow other video systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other meeting systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other conferencing systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other conference systems', means: { topic: 'sync', connect: true } },
    ],
  },
  {
    role: 'connect.system',
    words: ['system', 'systems', 'platform', 'platforms'],
    examples: [
      { text: 'sync tomorrow 3pm, allow any other system', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other systems', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, no external platform', means: { topic: 'sync', connect: false } },
      { text: 'sync tomorrow 3pm, allow other platforms', means: { topic: 'sync', connect: true } },
    ],
  },
  {
    role: 'connect.dial',
    words: ['dial in', 'join', 'connect', 'to dial in', 'to call in', 'to join', 'to connect'],
    examples: [
      { text: 'sync tomorrow 3pm, let other systems dial in', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, let other systems join', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, let other systems connect', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other systems to dial in', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other systems to call in', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other systems to join', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, allow other systems to connect', means: { topic: 'sync', connect: true } },
    ],
  },
];
