/** Now, later and soon in English. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.now',
    words: ['right now', 'now', 'immediately', 'asap', 'right away', 'straight away', 'at once', 'instantly', 'as soon as possible'],
    examples: [
      { text: 'start the incident bridge now', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge immediately', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge asap', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge right away', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge straight away', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge at once', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge instantly', means: { start: '11-20 10:15' } },
      { text: 'start the incident bridge as soon as possible', means: { start: '11-20 10:15' } },
      { text: 'start the incident call right now', means: { topic: 'incident call', start: '11-20 10:15' } },
    ],
  },
  {
    role: 'time.later',
    words: [
      'soon',
      'in a bit',
      'in a while',
      'in a moment',
      'in a sec',
      'in a minute or two',
      'in a little while',
      'in a jiffy',
      'sometime',
      'some time',
      'shortly',
      'in a few',
    ],
    examples: [
      { text: 'in a sec', means: { want: 'help', start: null } },
      { text: 'in a minute or two', means: { want: 'help', start: null } },
      { text: 'got some time tomorrow at 3pm to go over the budget', means: { topic: 'go over the budget' } },
      { text: 'vendor call shortly', means: { topic: 'vendor call' } },
      { text: 'incident review in a few', means: { topic: 'incident review' } },
      { text: 'vendor call in a jiffy', means: { topic: 'vendor call' } },
      { text: 'chat with Priya in a bit', means: { topic: 'chat with Priya' } },
      { text: 'design chat tomorrow in a moment', means: { topic: 'design chat' } },
      { text: 'budget call in a little while', means: { topic: 'budget call' } },
      { text: 'start a call soon', means: { want: 'book', problem: 'vague' } },
      { text: 'start a call in a while', means: { want: 'book', problem: 'vague' } },
    ],
  },
];

export const shapes: readonly Shape[] = [
  {
    name: 'en.now',
    says: 'now',
    is: '{now}\\b',
    unless: [
      { after: 'from ', notBefore: ' (?:until|till?|to|through)\\b' },
      { words: '^now$', before: ' (?:that|and then)' },
      { after: '\\bfor ' },
    ],
  },
  {
    name: 'en.vague',
    says: 'vague',
    is: '(?:later(?! than)|{later}(?: (?:minutes|mins|hours|days|weeks))?)\\b',
    unless: [
      { notWords: '^in a few', words: ' (?:minutes|mins|hours|days|weeks)$' },
      { after: 'as |no |\\d (?:\\w+ )?' },
      { words: '^later', after: '(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|you|or|talk|speak) ' },
      { before: ' than' },
    ],
  },
];
