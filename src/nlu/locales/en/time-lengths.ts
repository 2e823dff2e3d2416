/** How long, in English. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Guard, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.fraction',
    words: { half: 0.5, 'a half': 0.5, 'an half': 0.5, 'a quarter': 0.25, 'three quarters': 0.75 },
    examples: [
      { text: 'press call tomorrow 3pm, one and a half hours', means: { want: 'book', start: '11-21 15:00', length: 90 } },
      { text: 'press call tomorrow 2pm for two and an half hours', means: { want: 'book', start: '11-21 14:00', length: 150 } },
      { text: 'choir call tomorrow 4pm, two and a quarter hours', means: { topic: 'choir call', start: '11-21 16:00' } },
      { text: 'choir call tomorrow 4pm for one and three quarters hours', means: { topic: 'choir call', start: '11-21 16:00' } },
    ],
  },
  {
    role: 'time.slash-fraction',
    words: { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 },
    examples: [
      { text: '2pm for 1/2 hour, tax Q&A', means: { length: 30 } },
      { text: 'in 1/4h standup', means: { want: 'book', start: '11-20 10:30' } },
      { text: 'in 3/4h triage', means: { want: 'book', start: '11-20 11:00' } },
    ],
  },
  {
    role: 'time.part-of-hour',
    words: { half: 30, quarter: 15 },
    examples: [
      { text: '2pm for an hour and a half, tax Q&A', means: { length: 90 } },
      { text: '2pm for an hour and a quarter, tax Q&A', means: { length: 75 } },
    ],
  },
  { role: 'time.length-days-short', words: { d: 'day', w: 'week' }, examples: [] },
  {
    role: 'time.length-days',
    words: {
      day: 'day',
      days: 'day',
      week: 'week',
      weeks: 'week',
      wk: 'week',
      wks: 'week',
      month: 'month',
      months: 'month',
      year: 'year',
      years: 'year',
      fortnight: 'fortnight',
      fortnights: 'fortnight',
    },
    examples: [
      { text: 'in a day, tax Q&A', means: { start: '11-21' } },
      { text: 'in 1 week, tax Q&A', means: { start: '11-27' } },
      { text: 'in 2 weeks, tax Q&A', means: { start: '12-04' } },
      { text: 'in 1 wk, tax Q&A', means: { start: '11-27' } },
      { text: 'in 2 wks, tax Q&A', means: { start: '12-04' } },
      { text: 'in 1 month, tax Q&A', means: { start: '12-20' } },
      { text: 'in 2 months, tax Q&A', means: { start: '01-20' } },
      { text: 'in 1 year, tax Q&A', means: { start: '11-20' } },
      { text: 'in 2 years, tax Q&A', means: { start: '11-20' } },
      { text: 'in a fortnight, tax Q&A', means: { start: '12-04' } },
      { text: 'in two fortnights, tax Q&A', means: { start: '12-18' } },
    ],
  },
];

const SPENT: Guard = { after: '{spent}' };
const LASTING = '(?:for|lasting|lasts|takes) ';

export const shapes: readonly Shape[] = [
  { name: 'en.hour.slash', says: 'length', is: '(?:an? )?{fraction=slash-fraction} ?(?:of an hour|an hour|hour|hr|h)s?\\b' },
  {
    name: 'en.hours',
    says: 'length',
    is: '{n=amount}(?:[ -]| and {fraction=fraction}[ -]| (?<half>1\\/2) )?(?:hours?|hrs?|h(?=\\d|[^a-z\\d]|$))(?:(?: and)? (?:a |an )?{more=part-of-hour}(?! past|[ -]an)| ?(?:,|and|&)? ?(?:(?<more>\\d{1,2})|{more=minuteWord})(?: |-)?(?:m|mins?|minutes?)\\b|(?:and )?(?<more>[0-5]\\d)(?![\\d:])|(?: and)? {more=minuteWord}(?=\\s*(?:$|[,.;!?]|(?:on|at|tomorrow|tmrw?|today|tonight|from|for|with|next|this|{weekday})\\b)))?(?![a-z])',
    unless: [
      SPENT,
      // 1500 hours: a clock
      { words: '^(?:[01]\\d|2[0-3])[0-5]\\d ?h' },
      // open 24 hours, 24-hour support
      { words: '^24-', makes: 'stop' },
      { words: '^24 ?h', after: '\\bopen ', makes: 'stop' },
      { words: '^an? ', after: '(?:half|quarters?(?: of)?) ' },
      { before: '\\s(?:a (?:day|week|month)|per)\\b' },
      // 25 ⏎ Hours: 2pm-4pm
      { words: '\\n', before: ' ?:' },
    ],
  },
  { name: 'en.half.hour', says: 'length', is: '(?:a )?half[ -](?:an |a )?(?:hours?|hrs?)\\b', as: { fraction: 0.5 } },
  { name: 'en.hour.and', says: 'length', is: '(?:an? )?hour and (?:a )?{more=part-of-hour}s?\\b', as: { n: 1 } },
  { name: 'en.quarter.hour', says: 'length', is: '(?:a |one )?quarter(?: of an)? hours?\\b', as: { fraction: 0.25 } },
  { name: 'en.three.quarters', says: 'length', is: '(?:three|3)[ -]quarters? of an hours?\\b', as: { fraction: 0.75 } },
  {
    name: 'en.minutes',
    says: 'length',
    is: '{n=amount}(?: |-)?(?:minutes?|mins?|mintues|minuets?|minuts|minites)(?![a-z])',
    as: { unit: 1 },
    unless: [
      SPENT,
      { before: '\\s(?:read|walk|drive|break)\\b' },
      // remind us 10 minutes before: no length
      {
        before: '\\s(?:early|in advance|beforehand|ahead|prior|notice|before(?=\\s*(?:$|[,.;!?]|the|it|that|start|we)))',
        makes: 'stop',
      },
    ],
  },
  {
    name: 'en.minutes.short',
    says: 'length',
    is: "(?<n>[5-9]|[1-9]\\d|[12]\\d\\d|300)m(?=[^a-z\\d']|$)",
    as: { unit: 1 },
    unless: [
      SPENT,
      { after: '[$¥€£]' },
      { before: '\\s(?:users|rows|dollars|budget|revenue|usd|rmb|people|race|run|read|walk|drive|break)' },
    ],
  },
  { name: 'en.seconds', says: 'length', is: '{n=amount}[ -]?(?:seconds?|secs?)\\b', as: { unit: 1 / 60, weak: true } },
  {
    // extend by 30 more minutes
    name: 'en.minutes.more',
    says: 'length',
    is: '{n=amount} (?:more|extra|additional) (?:minutes?|mins?|m)\\b',
    as: { unit: 1 },
  },
  { name: 'en.hours.more', says: 'length', is: '{n=amount} (?:more|extra|additional) (?:hours?|hrs?|h)\\b' },
  // extend by 2d: only where a length is asked for
  { name: 'en.days.short', says: 'length', is: '{n=amount} ?{unit=length-days-short}(?![a-z])', unless: [{ words: '.' }] },
  {
    // extend by 5m: so short only where a length is asked for
    name: 'en.minutes.asked',
    says: 'length',
    is: '{n=amount} ?m(?![a-z])',
    as: { unit: 1 },
    unless: [{ words: '.' }],
  },
  {
    name: 'en.days',
    says: 'length',
    is: '{n=amount}[ -]?{unit=length-days}\\b(?: and a (?<half>half))?',
    unless: [
      { notAfter: LASTING, before: '\\s*\\S', makes: 'weak' },
      { notAfter: LASTING, after: '\\S\\s*', makes: 'weak' },
    ],
  },
  { name: 'en.few.later', says: 'vague', is: '(?:a few|several|some) (?:minutes?|mins?|hours?|days?|weeks?) (?:later|from )' },
  { name: 'en.few', says: 'stop', is: '(?:a few|several|some) (?:minutes?|mins?|hours?|days?|weeks?)\\b' },
];
