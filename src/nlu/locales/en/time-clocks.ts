/** Clocks and parts of the day in English. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Guard, Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.part',
    words: {
      morning: 'morning',
      afternoon: 'afternoon',
      arvo: 'afternoon',
      evening: 'evening',
      night: 'night',
      lunchtime: 'noon',
      dawn: 'dawn',
    },
    examples: [
      { text: 'Monday morning pipeline review', means: { start: '11-23 morning' } },
      { text: 'Monday afternoon pipeline review', means: { start: '11-23 afternoon' } },
      { text: 'Monday arvo pipeline review', means: { start: '11-23 afternoon' } },
      { text: 'Monday evening pipeline review', means: { start: '11-23 evening' } },
      { text: 'Monday lunchtime run club', means: { start: '11-23 noon' } },
      { text: 'Monday dawn patrol', means: { start: '11-23 dawn' } },
      { text: 'Monday night release watch', means: { start: '11-23 night' } },
    ],
  },
  {
    role: 'time.part-letter',
    words: { a: 'morning', p: 'afternoon' },
    examples: [
      { text: 'garden tour tomorrow am', means: { want: 'help', act: 'none', start: '11-21 morning' } },
      { text: 'garden tour Friday pm', means: { want: 'help', act: 'none', start: '11-20 afternoon' } },
    ],
  },
  {
    role: 'time.named-part',
    words: { 'after lunch': 'afternoon', 'before lunch': 'morning', 'after work': 'evening' },
    examples: [
      { text: 'Monday after lunch, pipeline review', means: { start: '11-23 afternoon' } },
      { text: 'Monday before lunch, pipeline review', means: { start: '11-23 morning' } },
      { text: 'Monday after work, badminton', means: { start: '11-23 evening' } },
    ],
  },
  {
    role: 'time.lunch',
    words: { lunch: 'noon', lunchtime: 'noon', 'lunch time': 'noon', 'lunch break': 'noon' },
    examples: [
      { text: 'Monday at lunch, tax Q&A', means: { start: '11-23 noon' } },
      { text: 'team chat over lunchtime tomorrow', means: { topic: 'team chat', start: '11-21 noon' } },
      { text: 'team chat during lunch break tomorrow', means: { topic: 'team chat', start: '11-21 noon' } },
    ],
  },
  {
    role: 'time.first-thing',
    words: { 'first thing': 'morning' },
    examples: [{ text: 'first thing Monday, pager handover', means: { start: '11-23 morning' } }],
  },
  { role: 'time.meridiem', words: { a: 'am', p: 'pm' }, examples: [] },
  {
    role: 'time.noon-hour',
    words: { noon: 12, midnight: 24 },
    examples: [{ text: 'quick sync 15 minutes before noon on Monday', means: { want: 'book', start: '11-23 11:45' } }],
  },
  {
    role: 'time.past-part',
    words: { half: 30, 'a quarter': 15, quarter: 15 },
    examples: [
      { text: 'half past three on Monday pm, tax Q&A', means: { start: '11-23 15:30' } },
      { text: 'quarter to three pm on Monday, tax Q&A', means: { start: '11-23 14:45' } },
      { text: 'press call at a quarter past three tomorrow', means: { want: 'book', start: '11-21 15:15', topic: 'press call' } },
    ],
  },
];

/** am, p.m. */
const HALF = '\\s?{half=meridiem}(?:\\s?\\.)?\\s?m\\b(?:\\s?\\.)?';
const HOUR = '(?:{h=hour}|(?<firm>{h=noon-hour}))';
const TAIL = `(?![:\\d%])(?: ?o'?clock)?(?:${HALF})?\\b`;
const MINUTES = '(?: (?:minutes|mins|min))';

export const pieces: Record<string, Piece> = {
  partLead: { is: '(?:in|during|on) the |at |late |early |mid[ -]' },
  lateHour: { is: 'twenty[ -](?:one|two|three)' },
  /** One hour, two people: no clock. */
  hourCounts: {
    is: '\\s(?:point|time|place|stage|go|least|most|moment|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|people|of|more|by|another|items?|percent|am|third|quarters?|and a)\\b',
  },
};

const COUNTS: Guard = { before: '{hourCounts}' };

export const shapes: readonly Shape[] = [
  {
    name: 'en.part',
    says: 'part',
    is: '(?:{partLead})?{part=part}(?!s\\b|ing)\\b',
    unless: [
      { after: 'good ', makes: 'stop' },
      { words: '^night', before: '\\s(?:shift|owl|mode)' },
      { words: '^[a-z]+$', makes: 'weak' },
    ],
  },
  {
    name: 'en.midday',
    says: 'clock',
    is: '(?:{partLead})?(?:noon|mid[ -]?day)\\b',
    as: { h: 12, half: 'pm' },
    unless: [{ after: 'good ', makes: 'stop' }],
  },
  {
    // tomorrow am, Friday pm
    name: 'en.part.half',
    says: 'part',
    is: '{part=part-letter}\\.?m\\b\\.?',
    unless: [
      {
        notAfter: '(?:{halfTail}) ?|(?:day|tomorrow|tmrw?|\\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)|\\d(?:st|nd|rd|th)) ',
      },
      { letters: 'capital', notBefore: '\\s*(?:$|[,.;!?])' },
    ],
  },
  {
    // after lunch, first thing tomorrow
    name: 'en.part.named',
    says: 'part',
    is: '{part=named-part}\\b|(?:at|over|during) {part=lunch}\\b|{part=first-thing}(?: in the morning)?\\b(?! (?:we|to|i|you|is|on|about)\\b)',
    as: { weak: true },
  },
  { name: 'en.greeting', says: 'stop', is: 'good (?:morning|afternoon|evening|night|day)\\b' },
  {
    name: 'en.eod',
    says: 'part',
    is: '(?:the )?(?:eod|cob|eob|end of (?:the |this |my )?(?:business )?day|close of business|end of business)\\b',
    as: { part: 'eod' },
  },
  { name: 'en.midnight', says: 'clock', is: 'midnight\\b', as: { h: 24, firm: true, midnight: true } },
  {
    name: 'en.same',
    says: 'sameTime',
    is: '(?:(?:at )?(?:this|about this) time|(?:at )?(?:the )?same time(?: as now)?)\\b(?! ?zone| as\\b)',
    as: { weak: true },
  },
  { name: 'en.next.hour', says: 'nextHour', is: '(?:at )?(?:the )?top of the (?:next )?hour\\b' },
  { name: 'en.noon', says: 'clock', is: '(?:12 ?)noon\\b|noonish\\b', as: { h: 12, half: 'pm' } },
  { name: 'en.oclock', says: 'clock', is: `(?:{h=hour}|(?<h>1[3-9]|2[0-4])) ?o[' ]?clock\\b(?:${HALF})?` },
  { name: 'en.ish', says: 'clock', is: '(?<h>\\d{1,2})(?::(?<mi>[0-5]\\d))?_?-?ish\\b', as: { beyond: 'nothing' } },
  {
    // quarter past three
    name: 'en.past',
    says: 'clock',
    is: `(?:{minute=past-part}|(?:{mi=minuteWord}|(?<mi>\\d{1,2}))${MINUTES}?)[ -]past[ -]${HOUR}${TAIL}`,
    as: { beyond: 'nothing' },
  },
  {
    // ten after three, 10 minutes after 3
    name: 'en.past.after',
    says: 'clock',
    is: `(?:{minute=past-part}|{mi=minuteWord}${MINUTES}?|(?<mi>\\d{1,2})${MINUTES})[ -]after[ -]${HOUR}${TAIL}`,
    as: { beyond: 'nothing' },
  },
  {
    // quarter to three; "10 to 5" may be a range of hours
    name: 'en.to',
    says: 'clock',
    is: `(?:(?:{less=past-part}|{less=minuteWord}${MINUTES}?|(?<less>\\d{1,2})${MINUTES})[ -](?:to|before|till?|until)|{less=past-part}[ -]of|(?<less>15|[2-5][05])[ -](?:to|til))[ -]${HOUR}${TAIL}`,
    as: { beyond: 'nothing' },
    unless: [
      { words: '^half[ -]of' },
      { words: '^\\d+[ -]to', after: '(?:from|between|-|:|\\.) ?' },
      { words: '^15[ -]to?', before: '\\s?[ap]\\.?m' },
      { words: '^15[ -]to?.*m\\.?$' },
    ],
  },
  {
    // half three is British
    name: 'en.half',
    says: 'clock',
    is: `half {h=hour}${TAIL}`,
    as: { minute: 30 },
    unless: [{ before: '\\s?(?:hour|hr|day|price|the|of|people|million|an?)' }],
  },
  { name: 'en.clock.words', says: 'clock', is: `{h=number-small}(?:[ -]{mi=minuteWord})?${HALF}(?![a-z])` },
  {
    // at three thirty
    name: 'en.clock.minutes',
    says: 'clock',
    is: '{h=number-small}[ -]{mi=minuteWord}(?![a-z])',
    as: { beyond: 'nothing' },
    unless: [
      COUNTS,
      { words: '^(?:one|two) (?:twenty|thirty)$', before: ' people' },
      {
        notAfter: '(?:at|from|until|till|to|around|about|@|by|-|day|tomorrow|tmrw?|today|tonight) ?',
        notBefore: '\\s(?:tomorrow|today|tonight|on|in the)\\b',
      },
    ],
  },
  {
    // tomorrow at fifteen thirty
    name: 'en.clock.military.words',
    says: 'clock',
    is: '(?:{h=number-teen}|{h=lateHour})[ -](?:{mi=minuteWord}|hundred)(?: hours)?\\b',
    as: { beyond: 'nothing' },
    unless: [{ notAfter: '(?:at|from|until|till|to|@) ' }],
  },
  {
    // at 3 15
    name: 'en.clock.spaced',
    says: 'clock',
    is: '(?<=(?:\\bat|@|\\bfrom|\\buntil|\\btill?) )(?<h>1[0-2]|[1-9]) (?<mi>[0-5]\\d)(?![\\d:.%]|\\s?-)',
    unless: [COUNTS, { before: '\\s(?:{month}|rooms?|guests|attendees|street|st|road|avenue)\\b' }],
  },
  { name: 'en.hour.word', says: 'hourAlone', is: '{n=number-small}(?![a-z])', as: { digits: 0 }, unless: [COUNTS] },
];
