/** The small words around times in English: from, to, before, after, moved to, not then. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.move-verb',
    words: ['move', 'reschedule', 'push', 'shift', 'postpone', 'delay', 'bring', 'switch', 'rebook', 'bump', 'make it', 'make that'],
    examples: [],
  },
  {
    role: 'time.moved-verb',
    words: [
      'moved',
      'moves',
      'moving',
      'rescheduled',
      'rescheduling',
      'shifted',
      'shifts',
      'changed',
      'changes',
      'switched',
      'pushed',
      'postponed',
      'bumped',
      'delayed',
      'brought',
    ],
    examples: [],
  },
  {
    role: 'time.no-way',
    words: [
      "doesn't work",
      'does not work',
      "don't work",
      "won't work",
      "isn't good",
      'not good',
      'is no good',
      'no good',
      'is out',
      "can't make it",
      'cannot',
      "can't",
      'conflict',
      'conflicts',
      'not available',
      'unavailable',
      'is busy',
      'am busy',
      "i'm busy",
      'not possible',
      'not gonna work',
      'is taken',
      'is bad',
    ],
    examples: [],
  },
  {
    role: 'time.about-word',
    words: ['regarding', 'discuss', 'discussing', 'topic', 'subject', 'titled', 'called', 'named', 'agenda'],
    examples: [],
  },
];

const link = (name: string, role: string, is: string): Shape => ({ name: `en.link.${name}`, says: 'link', is, as: { role } });

export const shapes: readonly Shape[] = [
  link('at', 'at', 'at\\b|@'),
  link('around', 'at', '(?:around|approx(?:imately)?\\.?|roughly|circa)(?![a-z])'),
  link('on', 'on', '(?<![a-z]-)on(?: the)?\\b'),
  link('from', 'from', 'from\\b'),
  link('between', 'between', 'between\\b'),
  link('to', 'to', 'to\\b|through\\b|thru\\b'),
  link('until', 'until', 'unti?ll?\\b|till?\\b|up to\\b'),
  link('and', 'and', 'and\\b|&'),
  link('before', 'before', '(?:before|by|prior to|no later than)\\b'),
  link('after', 'after', 'after\\b'),
  link('in', 'in', '(?<![a-z]-)(?:in|within)(?: (?:about|around|approximately|roughly|exactly|another))?\\b'),
  link('later', 'later', '(?:from (?:now|today)(?! (?:until|till?|to|through|on)\\b)|later|hence|from this moment)\\b'),
  link('ago', 'ago', 'ago\\b'),
  link('for', 'for', 'for(?: about| around)?\\b|lasting\\b|takes?\\b'),
  link(
    'glue',
    'glue',
    "(?:the|in the|of|is|ish|sharp|or so|exactly|first thing|early|late|local|which is|say|please|with|time|that|let's (?:do|say))\\b",
  ),
  link('starts', 'starts', '(?:start(?:s|ing)?|begin(?:s|ning)?|kick(?:s|ing) off|kick off(?= (?:at|from|\\d)))(?: (?:at|on|from))?\\b'),
  link('ends', 'ends', '(?:end(?:s|ing)?|finish(?:es|ing)?)(?: (?:at|on|by))?\\b'),
  // a form's second line: the time above runs up to this one
  link('end.label', 'to', '(?<=[\\n,;|]\\s{0,2})(?:end(?:s|ing)?|finish(?:es)?|to|until)(?: (?:time|date|at|on))? ?[:=]'),
  link('label', 'label', '(?:(?:start|begin|end)?s?_(?:time|date)s?|when|starts?|from|hours|date ?(?:and|&|\\/) ?time) ?[:=]'),
  link('roughly', 'roughly', 'about\\b'),
  link('about', 'about', '(?:re:|{about-word})\\b'),
  link(
    'move',
    'move',
    '(?:{move-verb}|change(?! (?:management|request|control|log|order|advisory|board|process|plan|review|impact))|{moved-verb}(?: (?:back|forward|up|out))?(?= (?:from|to)\\b))\\b',
  ),
  link('not', 'not', '{no-way}\\b'),
  link('nor', 'nor', '(?:not(?: at| on)?|instead of|rather than)\\b'),
  link(
    'right',
    'target',
    "(?:how about|what about|let's (?:do|say|make it)|no,? wait,?|no,|sorry,?|actually,?|i mean,?|make (?:that|it)|scratch that,?|oops,?|rather,|correction:?)(?=\\s|$)",
  ),
];
