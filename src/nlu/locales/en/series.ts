/** Meetings that repeat: all of them, one of them, how often. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const series: readonly Lexeme[] = [
  {
    role: 'which.week',
    words: { "this week's": 0, "next week's": 1 },
    examples: [
      { text: "skip this week's standup", means: { want: 'cancel', act: 'do', topic: 'standup', dated: true } },
      { text: "cancel next week's standup", means: { want: 'cancel', act: 'do', topic: 'standup', dated: true } },
    ],
  },
  {
    role: 'series.all',
    words: [
      'all future',
      'the whole series',
      'the entire series',
      'from now on',
      'going forward',
      'all occurrences of',
      'for good',
      'series',
      'the whole',
      'the entire',
    ],
    examples: [
      { text: 'cancel all future standups', means: { want: 'cancel', all: true } },
      { text: 'cancel the whole series', means: { want: 'cancel', all: true } },
      { text: 'cancel the entire series', means: { want: 'cancel', all: true } },
      { text: 'move standup to 11am from now on', means: { want: 'move', topic: 'standup', all: true } },
      { text: 'move standup to 11am going forward', means: { want: 'move', topic: 'standup', all: true } },
      { text: 'cancel all occurrences of standup', means: { want: 'cancel', topic: 'standup', all: true } },
      { text: 'cancel standup for good', means: { want: 'cancel', topic: 'standup', all: true } },
      { text: 'cancel the whole standup series', means: { want: 'cancel', topic: 'standup', all: true } },
      { text: 'cancel the entire standup series', means: { want: 'cancel', topic: 'standup', all: true } },
    ],
  },
  {
    role: 'series.often',
    words: ['frequency', 'recurrence'],
    examples: [
      {
        text: 'change the frequency of standup to every other week',
        means: { want: 'change', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' },
      },
      {
        text: 'change the recurrence of standup to every other week',
        means: { want: 'change', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' },
      },
    ],
  },
  {
    role: 'series.make',
    words: ['make', 'change', 'switch', 'turn'],
    examples: [
      { text: 'make standup every other week', means: { want: 'change', act: 'do', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: 'change standup to every other week', means: { want: 'change', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: 'switch standup to every other week', means: { want: 'change', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: 'turn standup into every other week', means: { want: 'change', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
    ],
  },
  {
    role: 'series.to',
    words: ['into'],
    examples: [
      { text: 'turn standup into every other week', means: { want: 'change', topic: 'standup', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
    ],
  },
];
