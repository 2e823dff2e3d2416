/** Dates, months and longer stretches of days in English. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Guard, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.month',
    words: {
      january: 1,
      jan: 1,
      february: 2,
      febuary: 2,
      feb: 2,
      march: 3,
      mar: 3,
      april: 4,
      apr: 4,
      may: 5,
      june: 6,
      jun: 6,
      july: 7,
      jul: 7,
      august: 8,
      aug: 8,
      september: 9,
      sept: 9,
      sep: 9,
      october: 10,
      oct: 10,
      november: 11,
      nov: 11,
      december: 12,
      dec: 12,
    },
    examples: [
      { text: '5 febuary 10am kickoff', means: { start: '02-05 10:00' } },
      { text: 'April 6 10am tax review', means: { start: '04-06 10:00' } },
      { text: '6 jun 2027 10am audit', means: { start: '06-06 10:00' } },
      { text: '6 jul 2027 10am audit', means: { start: '07-06 10:00' } },
      { text: 'August 9 10am audit', means: { start: '08-09 10:00' } },
      { text: 'September 9 10am audit', means: { start: '09-09 10:00' } },
      { text: '9 sept 10am audit', means: { start: '09-09 10:00' } },
      { text: '9 oct 10am audit', means: { start: '10-09 10:00' } },
      { text: 'January 11 2pm budget defence', means: { start: '01-11 14:00' } },
      { text: '11 jan 2pm budget defence', means: { start: '01-11 14:00' } },
      { text: 'February 11 2pm budget defence', means: { start: '02-11 14:00' } },
      { text: '11 feb 2pm budget defence', means: { start: '02-11 14:00' } },
      { text: 'March 11 2pm budget defence', means: { start: '03-11 14:00' } },
      { text: '11 mar 2pm budget defence', means: { start: '03-11 14:00' } },
      { text: '11 apr 2pm budget defence', means: { start: '04-11 14:00' } },
      { text: '11 May 2pm budget defence', means: { start: '05-11 14:00' } },
      { text: 'June 11 2pm budget defence', means: { start: '06-11 14:00' } },
      { text: 'July 11 2pm budget defence', means: { start: '07-11 14:00' } },
      { text: '11 aug 2pm budget defence', means: { start: '08-11 14:00' } },
      { text: '11 sep 2pm budget defence', means: { start: '09-11 14:00' } },
      { text: 'October 11 2pm budget defence', means: { start: '10-11 14:00' } },
      { text: 'November 26 2pm budget defence', means: { start: '11-26 14:00' } },
      { text: '26 nov 2pm budget defence', means: { start: '11-26 14:00' } },
      { text: '11 dec 2pm budget defence', means: { start: '12-11 14:00' } },
    ],
  },
  {
    role: 'time.month-turn',
    words: { this: 0, the: 0, next: 1, 'the following': 1 },
    examples: [
      { text: '25th of this month 2pm rent review', means: { start: '11-25 14:00' } },
      { text: '25th of the month 2pm rent review', means: { start: '11-25 14:00' } },
      { text: '5th of next month 2pm rent review', means: { start: '12-05 14:00' } },
      { text: '5th of the following month 2pm rent review', means: { start: '12-05 14:00' } },
    ],
  },
  {
    role: 'time.nth-turn',
    words: { the: null, this: 0, next: 1, 'the following': 1 },
    examples: [
      { text: 'last Friday of the month 2pm drinks', means: { start: '11-27 14:00' } },
      { text: 'last Friday of this month 2pm drinks', means: { start: '11-27 14:00' } },
      { text: 'second Friday of next month 2pm drinks', means: { start: '12-11 14:00' } },
    ],
  },
  {
    role: 'time.edge-turn',
    words: { the: 0, this: 0, next: 1, 'the next': 1, 'the following': 1 },
    examples: [
      { text: 'end of the month, invoices', means: { start: '11-30' } },
      { text: 'end of this month, invoices', means: { start: '11-30' } },
      { text: 'end of next month, invoices', means: { start: '12-31' } },
      { text: 'end of the next month, invoices', means: { start: '12-31' } },
      { text: 'end of the following month, invoices', means: { start: '12-31' } },
    ],
  },
  {
    role: 'time.edge',
    words: { end: 'last', beginning: 'first', start: 'first', middle: 'middle', 'last day': 'last', 'first day': 'first' },
    examples: [
      { text: 'last day of next month, invoices', means: { start: '12-31' } },
      { text: 'kickoff call at the beginning of next month', means: { want: 'book', start: '12-01', end: null } },
      { text: 'budget call at the start of next week', means: { want: 'book', start: '11-23', end: null } },
      { text: 'offsite planning call in the middle of next month', means: { want: 'book', start: '12-15' } },
      { text: 'stock count first day of December 9am', means: { topic: 'stock count' } },
    ],
  },
  {
    role: 'time.edge-short',
    words: {
      eow: 'week',
      eom: 'month',
      'month end': 'month',
      'month-end': 'month',
      'end of month': 'month',
      eoy: 'year',
    },
    examples: [
      { text: 'timesheets eow', means: { start: '11-20' } },
      { text: 'timesheets eom', means: { start: '11-30' } },
      { text: 'timesheets month end', means: { start: '11-30' } },
      { text: 'timesheets eoy', means: { start: '12-31' } },
    ],
  },
  {
    role: 'time.period-unit',
    words: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
    examples: [
      { text: 'Friday of next week 2pm lease talk', means: { start: '11-27 14:00' } },
      { text: 'audit prep next quarter', means: { start: '01-01' } },
      { text: 'audit prep next year', means: { start: '01-01' } },
    ],
  },
  {
    role: 'time.period-turn',
    words: { this: 0, next: 1, 'the next': 1, last: -1, coming: 1, 'the coming': 1, 'the following': 1 },
    examples: [
      { text: 'Friday of the following week 2pm lease talk', means: { start: '11-27 14:00' } },
      { text: 'Friday of last week 2pm lease talk', means: { start: '11-13 14:00' } },
      { text: 'audit prep this week', means: { start: '11-16' } },
      { text: 'audit prep coming week', means: { start: '11-23' } },
    ],
  },
  {
    role: 'time.weekend-turn',
    words: { the: 0, this: 0, next: 1, 'the next': 1, last: -1, coming: 0, 'the coming': 0, 'the following': 1 },
    examples: [
      { text: 'hackathon next weekend', means: { start: '11-28' } },
      { text: 'hackathon last weekend', means: { start: '11-14' } },
      { text: 'hackathon coming weekend', means: { start: '11-21' } },
      { text: 'hackathon the following weekend', means: { start: '11-28' } },
      { text: 'family call this weekend at 10am', means: { want: 'book', start: '11-21 10:00', topic: 'family call' } },
    ],
  },
  {
    role: 'time.month-third',
    words: { early: '1-10', mid: '11-20', late: '21-31' },
    examples: [
      { text: 'supplier call early January 10am', means: { topic: 'supplier call', start: '01-01' } },
      { text: 'supplier call mid January 10am', means: { topic: 'supplier call', start: '01-11' } },
      { text: 'late December', means: { start: '12-21' } },
    ],
  },
  {
    role: 'time.week-third',
    words: { early: '1-2', mid: '2-4', late: '4-5' },
    examples: [
      { text: 'planning late next week', means: { start: '11-26' } },
      { text: 'roadmap talk early next week', means: { want: 'book', start: '11-23', end: '11-24' } },
      { text: 'mid next week', means: { start: '11-24' } },
    ],
  },
  {
    role: 'time.season',
    words: { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 },
    examples: [
      { text: 'this winter', means: { start: '12-01' } },
      { text: 'next summer', means: { start: '06-01' } },
      { text: 'last autumn', means: { start: '09-01' } },
      { text: 'last fall', means: { start: '09-01' } },
      { text: 'next spring', means: { start: '03-01' } },
    ],
  },
  { role: 'time.season-turn', words: { this: 0, next: null, last: -1 }, examples: [] },
  {
    role: 'time.window-way',
    words: { next: 1, following: 1, coming: 1, last: -1, past: -1, previous: -1 },
    examples: [
      { text: 'what meetings do I have in the next 2 hours', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'coming 3 days', means: { start: '11-21' } },
      { text: 'following 2 weeks', means: { start: '11-23' } },
      { text: 'last 4 weeks', means: { start: '10-19' } },
      { text: 'past 2 months', means: { start: '09-01' } },
      { text: 'previous 3 days', means: { start: '11-17' } },
    ],
  },
  {
    role: 'time.window-unit',
    words: {
      day: 'day',
      days: 'day',
      week: 'week',
      weeks: 'week',
      month: 'month',
      months: 'month',
      year: 'year',
      years: 'year',
      hour: 60,
      hours: 60,
      hr: 60,
      hrs: 60,
      minute: 1,
      minutes: 1,
      min: 1,
      mins: 1,
      second: 1 / 60,
      seconds: 1 / 60,
    },
    examples: [
      { text: 'what meetings do I have in the next 1 hour', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'any meetings in the next 3 hrs', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'any meetings in the next 1 hr', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'do I have meetings in the next 90 minutes', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'do I have a meeting in the next 1 minute', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'any meetings in the next 30 min', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'any calls in the next 45 mins', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'any meetings in the next 30 seconds', means: { want: 'list', start: '11-20 10:15' } },
      { text: 'next 3 days', means: { start: '11-21' } },
      { text: 'next 2 weeks', means: { start: '11-23' } },
      { text: 'next 1 day', means: { start: '11-21' } },
      { text: 'next 1 week', means: { start: '11-23' } },
      { text: 'next 1 month', means: { start: '12-01' } },
      { text: 'next 2 years', means: { start: '01-01' } },
      { text: 'next 1 year', means: { start: '01-01' } },
      { text: 'next 1 second', means: { start: '11-20 10:15' } },
    ],
  },
];

const LED = '(?:\\bon|\\bby|\\btill|\\buntil|\\bto|\\bfrom|-) (?:the )?';
const A_MONTH: Guard[] = [
  // a month alone only where nothing else could be meant
  { words: '^[a-z]+$', letters: 'lower' },
  { words: '^[a-z]{3}$' },
  { words: '^[a-z]+$', notBefore: '\\s*(?:$|[,.;!?])' },
  { words: '(?:^| )(?:may|mar|march)\\b', letters: 'lower' },
];

export const shapes: readonly Shape[] = [
  {
    name: 'en.month.day',
    says: 'date',
    is: "{mo=month}\\.?_(?:the )?_{d=ord}(?![\\d:]|\\.\\d|\\s?[ap]\\.?m\\b|%)(?:,?_(?<y>(?:19|20)\\d{2})(?![\\d:]|-\\d{4})|,? '(?<y>\\d{2})\\b)?\\b",
    unless: [
      { words: '^may (?:the )?\\D', letters: 'lower' },
      { before: " ?(?:people|persons?|items?|o'?clock|days|hours?|hrs?|minutes?|mins?)\\b" },
    ],
  },
  {
    // May twenty nine
    name: 'en.month.cardinal',
    says: 'date',
    is: '{mo=month} {d=cardinalDay}\\b',
    unless: [
      { before: '{hourCounts}|\\s(?:persons?|other|different|new)\\b' },
      { notWords: 'twenty|thirty|teen', before: '\\s[a-z]', notBefore: '\\s(?:at|from|on|in the|between|to|until|till|through)\\b' },
      { words: '^(?:may|mar|march) ', notWords: 'twenty|thirty|teen', letters: 'lower' },
    ],
  },
  {
    name: 'en.day.month',
    says: 'date',
    is: '(?:the )?{d=ord}[\\s-]{0,2}(?:of )?{mo=month}\\b\\.?(?:,?[\\s-](?<y>(?:19|20)\\d{2})(?![\\d:]|-\\d{4}))?',
    // at 10 Nov 25: the number before is the clock
    unless: [{ after: '(?:at|@|-|to) ', before: '\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d:]|\\s?[ap]m)' }],
  },
  {
    name: 'en.day.of.month',
    says: 'date',
    is: '(?:the )?(?:(?<d>\\d{1,2})(?:st|nd|rd|th|(?<=\\bon \\d{1,2}))|{d=ordinalWord})\\b(?: day)? of {months=month-turn} month\\b',
  },
  {
    name: 'en.day.number',
    says: 'date',
    is: '(?:the )?(?:(?<d>\\d{1,2})(?:st|nd|rd|th)|{d=ordinalWord})\\b(?: day)?',
    unless: [
      { notWords: '^the |\\d', notAfter: '\\bthe ' },
      { notWords: '\\d', notAfter: LED, notBefore: '\\s(?:at|@) ?(?:\\d|noon|midnight|{number-small})|\\s(?:from|in the) ' },
      {
        notWords: '^the ',
        notAfter: `\\bthe |${LED}`,
        before: '\\s[a-z]',
        notBefore: '\\s(?:at|from|between|in the|noon|morning|afternoon|evening|to|through|thru|till?|until|and)\\b',
      },
      {
        before:
          '\\s(?:floor|anniversary|time|quarter(?! to| past)|round|place|version|birthday|grade|street|avenue|century|draft|attempt|sprint|step|item|point|iteration|gen)',
      },
      { words: '^(?:3[2-9]|[4-9]\\d)', notAfter: '\\bthe ' },
    ],
  },
  {
    // on the 26 from 2 to 4pm
    name: 'en.day.bare',
    says: 'date',
    is: '(?<=\\bon the )(?<d>3[01]|[12]?\\d)(?=,? (?:from|at|@|between)\\b)',
  },
  {
    // friday 27 at 4
    name: 'en.weekday.date',
    says: 'date',
    is: '{weekday},? (?<d>1[3-9]|2\\d|3[01])(?=,? (?:at|from|@|between)\\b|,? \\d{1,2}(?::\\d\\d)?\\s?[ap]\\.?m)',
  },
  {
    // next month on the 5th, next month 5th
    name: 'en.month.number',
    says: 'date',
    is: '(?!the){months=month-turn} month,? (?:on )?(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)\\b',
  },
  {
    name: 'en.nth.weekday',
    says: 'nth',
    is: '(?:the )?{nth=nth} {wd=weekday}(?: (?:of|in) (?:{months=nth-turn} month|{mo=month}(?:,? (?<y>\\d{4}))?))?\\b(?! (?:of|in) (?:every|each))',
    // last Friday: the one that is over
    unless: [{ words: '^(?:the )?last ', notWords: ' (?:of|in) ' }],
  },
  { name: 'en.edge', says: 'period', is: '(?:the )?{edge=edge} of (?:{turn=edge-turn} )?{unit=period-unit}\\b', as: { turn: 0 } },
  { name: 'en.edge.month', says: 'period', is: '(?:the )?{edge=edge} of (?:{edge-turn} )?{n=month}\\b', as: { unit: 'month' } },
  { name: 'en.edge.short', says: 'period', is: '{unit=edge-short}\\b', as: { turn: 0, edge: 'last' } },
  {
    name: 'en.weekend',
    says: 'period',
    is: "(?:{turn=weekend-turn} )?weekend(?!ly|s\\b|-end|day)\\b(?!'s\\b)",
    as: { unit: 'weekend', turn: 0 },
    unless: [{ words: '^weekend', notAfter: '(?:on|the|over|this|,) ' }],
  },
  {
    name: 'en.period',
    says: 'period',
    is: "{turn=period-turn} {unit=period-unit}(?!ly|s\\b|-end|day)\\b(?!'s\\b)",
    unless: [
      {
        before:
          '\\s(?:plan|goal|report|review|roadmap|target|budget|summary|priorit|release|schedule|forecast|result|number|okr|strategy|agenda|sprint|launch|topic|kickoff|planning)',
      },
      {
        notBefore:
          '\\s*(?:$|[,.;:!?)]|at\\b|on\\b|for\\b|from\\b|with\\b|to\\b|please|pls|some|and\\b|or\\b|\\d|mon|tue|wed|thu|fri|sat|sun|[\\u4e00-\\u9fff])',
        makes: 'weak',
      },
    ],
  },
  {
    // first week of December
    name: 'en.month.week',
    says: 'nthWeek',
    is: '(?:the )?{nth=nth} week (?:of|in) (?:(?!the f){months=month-turn} month|{mo=month})\\b',
  },
  {
    // mid December, late next month
    name: 'en.month.part',
    says: 'period',
    is: '{edge=month-third}(?: |-)(?:in )?(?:(?!the f){turn=month-turn} month|{n=month})\\b',
    as: { unit: 'month', weak: true },
  },
  { name: 'en.week.part', says: 'period', is: '{edge=week-third}(?: |-)(?:in )?(?!the f){turn=month-turn} week\\b', as: { unit: 'week' } },
  { name: 'en.week.later', says: 'period', is: 'later(?: |-)(?:in )?(?!the f){turn=month-turn} week\\b', as: { unit: 'week', weak: true } },
  { name: 'en.week.after', says: 'period', is: '(?:the )?week after next\\b', as: { unit: 'week', turn: 2, weak: true } },
  {
    name: 'en.month',
    says: 'period',
    is: '(?:(?:in|this|next|last) )?{n=month}(?:,? (?:of )?(?<y>\\d{4}))?(?![a-z\\d])(?! ?\\d)',
    as: { unit: 'month', weak: true },
    unless: A_MONTH,
  },
  { name: 'en.year', says: 'period', is: 'in (?<y>20\\d\\d)(?![\\d.:,]| ?[a-z])', as: { unit: 'year', weak: true } },
  { name: 'en.quarter', says: 'months', is: 'q(?<quarter>[1-4])(?:(?: of)? (?<y>20\\d\\d))?(?![a-z\\d])' },
  { name: 'en.season', says: 'months', is: '{years=season-turn} {season=season}\\b' },
  {
    name: 'en.window',
    says: 'window',
    is: '(?:(?:in|for|over|during) )?(?:the )?{way=window-way} {n=count} {unit=window-unit}\\b',
    as: { weak: true },
    unless: [{ notWords: 'hour|hr|min|sec', before: "'| of\\b" }],
  },
];
