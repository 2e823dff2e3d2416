/** Dates, clocks and bare numbers in digits: the shapes that all languages share. */
import type { Lexeme } from '../lexicon/lexeme.ts';
import type { Piece, Shape } from './locale.ts';

export const words: readonly Lexeme[] = [
  { role: 'time.number', words: { 0: 0 }, examples: [] },
  { role: 'time.meridiem', words: { a: 'am', p: 'pm' }, examples: [] },
];

export const pieces: Record<string, Piece> = {};

const HALF = '{half=meridiem}\\.?\\s?m\\b\\.?';

export const shapes: readonly Shape[] = [
  {
    name: 'address',
    says: 'stop',
    is: '(?:https?:\\/\\/|www\\.)[^\\s\\u4e00-\\u9fff]+|[a-z][\\w.+-]{0,63}@[\\w-]{1,64}\\.[\\w.]{2,30}',
  },
  {
    name: 'iso.date',
    says: 'numericDate',
    is: '(?<y>\\d{4})-(?<a>\\d{1,2})-(?<b>\\d{1,2})(?:T(?=\\d\\d)|(?![\\d.]\\d|\\d))|(?<y>\\d{4})\\/(?<a>\\d{1,2})\\/(?<b>\\d{1,2})(?:T(?=\\d\\d)|(?![\\d.]\\d|\\d))|(?<y>\\d{4})\\.(?<a>\\d{1,2})\\.(?<b>\\d{1,2})(?:T(?=\\d\\d)|(?![\\d.]\\d|\\d))',
    as: { monthFirst: true },
  },
  {
    name: 'date.compact',
    says: 'numericDate',
    is: '(?<y>20\\d{2})(?<a>0[1-9]|1[0-2])(?<b>0[1-9]|[12]\\d|3[01])(?!\\d)(?:T(?=\\d{4}))?',
    as: { weak: true, monthFirst: true },
  },
  {
    name: 'date.dmy',
    says: 'numericDate',
    unless: [{ after: '\\d[-/.]', makes: 'no_such_date' }],
    is: '(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})(?:(?<=\\/\\d{1,2})\\/|(?<=\\.\\d{1,2})\\.|(?<=-\\d{1,2})-)(?<y>\\d{4})(?![\\d.])',
  },
  { name: 'date.mdyy', says: 'numericDate', is: '(?<a>\\d{1,2})\\/(?<b>\\d{1,2})\\/(?<y>2\\d)(?![\\d/])' },
  {
    // 20261127T150000Z
    name: 'clock.compact',
    says: 'clock',
    is: '(?<=\\d{8}T)(?<h>[01]\\d|2[0-3])(?<mi>[0-5]\\d)(?:[0-5]\\d)?(?!\\d)',
    as: { firm: true },
  },
  { name: 'always', says: 'stop', is: '24 ?[/x*×] ?7|7 ?[/x*×] ?24(?!\\d)(?: ?小时)?' },
  {
    // 11/32 3pm
    name: 'date.impossible',
    says: 'stop',
    is: '(?:1[0-2]|0?[1-9])\\/(?:3[2-9]|[4-9]\\d)(?![\\d/%.])(?= ?(?:\\d{1,2}(?::\\d\\d| ?[ap]m)|{dashDate}))',
    unless: [{ words: '/', makes: 'no_such_date' }],
  },
  {
    // alone, such a date is weak: refiners and the choice among phrases ask for company
    name: 'date.slash',
    says: 'numericDate',
    is: '(?<a>\\d{1,2})\\/(?<b>\\d{1,2})(?![\\d/%]|\\.\\d)(?:{dayMark})?',
    unless: [
      { before: '{notDate}', makes: 'stop' },
      { notAfter: '{dateLed}', makes: 'weak' },
    ],
  },
  {
    name: 'date.dot',
    says: 'numericDate',
    is: '(?<a>\\d{1,2})\\.(?<b>\\d{1,2})(?![\\d]|\\.\\d|[a-z%])(?:(?:{dayMark})(?!{dayMarkNot}))?',
    as: { weak: true, monthFirst: true, strict: true },
    unless: [{ before: '{notDate}' }, { before: ' ?(?:{notDateUnit})' }],
  },
  {
    // 9.12. at 15:00
    name: 'date.ordinal',
    says: 'numericDate',
    is: '(?<=^|[\\s(])(?<a>\\d{1,2})(?<mark>\\.)(?<b>1[0-2]|0?[1-9])\\.(?=[,;]? \\S)',
    as: { weak: true, strict: true },
  },
  {
    name: 'date.dash',
    says: 'numericDate',
    is: '(?<a>\\d{1,2})-(?<b>\\d{1,2})(?![\\d:]|-\\d|\\.\\d|[a-z%])(?:(?=[ ,，]{0,2}(?:\\d{1,2}(?::\\d\\d| ?[ap]m)|{dashDate}|\\(|（))|(?<=-(?:1[3-9]|2\\d|3[01]))(?= ?(?:{rangeWord}|~) ?\\d{1,2}-)|(?<=\\d-\\d{1,2} ?(?:{rangeWord}|~) ?\\d{1,2}-(?:1[3-9]|2\\d|3[01]))|(?<=(?:{dateLabel}) ?[:：] ?\\d{1,2}-\\d{1,2}))',
    as: { weak: true, monthFirst: true, strict: true },
  },
  {
    name: 'clock.colon',
    says: 'clock',
    is: '(?<h>\\d{1,2})(?::| : )(?<mi>[0-5]\\d)(?::(?<s>[0-5]\\d)(?:\\.\\d{1,6})?)?(?:\\s?{half=meridiem}\\.?\\s?m\\b\\.?|{half=meridiem}\\b|\\s?h(?:rs?|ours?)?\\b|(?![\\d:]))(?:{clockEnd})?',
    as: { beyond: 'stop' },
    unless: [
      { after: '{ratio}', makes: 'stop' },
      { before: '{ratioNext}', makes: 'stop' },
    ],
  },
  {
    // 3;30
    name: 'clock.semicolon',
    says: 'clock',
    is: '(?<h>1?\\d|2[0-3]);(?<mi>[0-5][05])(?!\\d)(?:\\s?{half=meridiem}\\.?\\s?m\\b\\.?)?(?= ?(?:$|[,，。.!?！？\\-~]|[\\u4e00-\\u9fff]|[a-z]))',
    as: { beyond: 'nothing' },
    unless: [{ after: '[\\d;)）]' }],
  },
  {
    // 14:75, behind a day
    name: 'clock.impossible',
    says: 'clock',
    is: '(?<h>1?\\d|2[0-4]):(?<mi>[6-9]\\d)(?![\\d:%])(?<end>\\s?[ap]\\.?m\\b)?',
    unless: [{ notWords: 'm$', notAfter: '(?:{dayEnd}) ?' }, { after: '{ratio}' }],
  },
  {
    name: 'clock.half',
    says: 'clock',
    is: `(?<h>\\d{1,2})(?:[.:](?<mi>[0-5]\\d)(?:[.:](?<s>[0-5]\\d))?)?\\s?${HALF}`,
    as: { beyond: 'nothing' },
  },
  {
    // at 3p, 9a-10a, 3:30p
    name: 'clock.half.letter',
    says: 'clock',
    is: '(?<h>\\d{1,2})(?:[.:](?<mi>[0-5]\\d)(?:[.:](?<s>[0-5]\\d))?)?\\s?{half=meridiem}(?=[^a-z\\d]|$)',
    as: { beyond: 'nothing' },
    unless: [{ notWords: '[.:]', notAfter: '(?:@|-|{halfLed}) ?', notBefore: ' ?-\\d{1,2}[ap]\\b' }],
  },
  {
    // 930am, 1130 pm
    name: 'clock.half.tight',
    says: 'clock',
    is: '(?<h>1[0-2]|0?[1-9])(?<mi>[0-5]\\d)\\s?{half=meridiem}\\.?m\\b\\.?',
  },
  {
    // at 930
    name: 'clock.three',
    says: 'clock',
    is: '(?<h>[1-9])(?<mi>[0-5][05])(?![\\d.:%℃°,])',
    unless: [{ notAfter: '(?:{threeLed}|@) ?', notBefore: ' (?:{partAhead})' }, { notBefore: '\\s*(?:$|[,.;!?]|{threeNext})' }],
  },
  {
    name: 'clock.half.before',
    says: 'clock',
    is: '{half=meridiem}\\.?m\\.? ?(?<h>1[0-2]|0?[1-9])(?!\\d)(?:[:.](?<mi>[0-5]\\d)|{hourWord})?(?![\\d%])',
  },
  {
    name: 'clock.half.before.half',
    says: 'clock',
    is: '{half=meridiem}\\.?m\\.? ?(?<h>1[0-2]|0?[1-9])(?:{hourWord})(?:{halfWord})',
    as: { mi: 30 },
  },
  { name: 'clock.h', says: 'clock', is: '(?<h>1[3-9]|2[0-3]) ?h(?<mi>[0-5]\\d)?(?![a-z\\d])', as: { firm: true, weak: true } },
  {
    name: 'number',
    says: 'hourAlone',
    is: '(?<n>\\d{1,2})(?:\\.(?<mi>[0-5]\\d))?(?![\\d.]\\d|\\d|[%℃°])',
    unless: [{ before: '[a-z]', notBefore: '(?:ish|th|st|nd|rd)\\b' }],
  },
  {
    name: 'number.four',
    says: 'hourAlone',
    is: '(?<n>\\d{2})(?<mi>[0-5]\\d)(?!\\d|\\.\\d|[%℃°])(?: ?(?:h|hrs|hours)\\b)?',
    as: { digits: 4 },
    unless: [{ words: '^(?:2[5-9]|[3-9])' }],
  },
  {
    // 20:00Z, 15:00+08:00
    name: 'iso.zone',
    says: 'zoneOffset',
    is: '(?<sign>[+-])(?<h>\\d{2}):?(?<mi>\\d{2})(?!\\d)|z\\b',
    unless: [
      { words: '^-', notAfter: 'T\\d\\d:?\\d\\d(?::?\\d\\d(?:\\.\\d{1,6})?)?' },
      { notAfter: 'T\\d\\d:?\\d\\d(?::?\\d\\d(?:\\.\\d{1,6})?)?|\\d:\\d\\d ?' },
    ],
  },
  {
    name: 'zone.offset',
    says: 'zoneOffset',
    is: '(?:utc|gmt)(?: ?(?<sign>[+-]) ?(?<h>\\d{1,2})(?::?(?<mi>[0-5]\\d))?)?(?![a-z\\d])(?: ?(?:{timeWord}))?',
  },
  {
    name: 'zone.iana',
    says: 'zone',
    is: '(?<iana>(?:Asia|Europe|America|Australia|Pacific|Africa|Atlantic|Indian)\\/\\w{2,20}(?:\\/\\w{2,20})?)',
    unless: [{ letters: 'lower' }],
  },
];
