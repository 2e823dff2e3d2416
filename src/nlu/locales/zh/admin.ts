import type { Lexeme } from '../../lexicon/lexeme.ts';

/** What only administrators ask for. */
export const admin: readonly Lexeme[] = [
  {
    role: 'admin.panel',
    words: ['管理', '管理面板', '管理后台', '后台管理'],
    examples: [
      { text: '管理', means: { want: 'admin' } },
      { text: '管理面板', means: { want: 'admin' } },
      { text: '管理后台', means: { want: 'admin' } },
      { text: '后台管理', means: { want: 'admin' } },
    ],
  },
  {
    role: 'admin.check',
    words: ['诊断', '自检', '体检'],
    examples: [
      { text: '诊断', means: { want: 'admin', check: true } },
      { text: '自检一下', means: { want: 'admin', check: true } },
      { text: '体检', means: { want: 'admin', check: true } },
    ],
  },
];
