/** Recurrences in English. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.other',
    words: { other: 2, second: 2, '2nd': 2, alternate: 2, third: 3, '3rd': 3 },
    examples: [
      { text: 'every other Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'every second Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'every 2nd Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'every alternate Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'every third Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO' } },
      { text: 'every 3rd Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO' } },
    ],
  },
  {
    role: 'time.every-unit',
    words: {
      day: 'day',
      days: 'day',
      month: 'month',
      months: 'month',
      quarter: '3 month',
      quarters: '3 month',
      year: 'year',
      years: 'year',
    },
    examples: [
      { text: 'every 2 days 9:20am check', means: { repeats: 'FREQ=DAILY;INTERVAL=2' } },
      { text: 'every 2 months on the 5th 2pm payroll', means: { repeats: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5' } },
      { text: 'every quarter 2pm board call', means: { repeats: 'FREQ=MONTHLY;INTERVAL=3' } },
      { text: 'every 2 quarters 2pm board call', means: { repeats: 'FREQ=MONTHLY;INTERVAL=6' } },
      { text: 'once a month on the 5th 2pm payroll', means: { repeats: 'FREQ=MONTHLY;BYMONTHDAY=5' } },
      { text: 'every year on Dec 5 2pm anniversary', means: { repeats: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5' } },
      { text: 'every 2 years on Dec 5 2pm anniversary', means: { repeats: 'FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=5' } },
      { text: 'gym call every other day at 8am', means: { want: 'book', repeats: 'FREQ=DAILY;INTERVAL=2' } },
    ],
  },
  {
    role: 'time.every-week',
    words: { week: 'week', weeks: 'week', wk: 'week', wks: 'week' },
    examples: [
      { text: 'every other week on Tuesday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' } },
      { text: 'every 2 weeks on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'every wk on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;BYDAY=MO' } },
      { text: 'every 2 wks on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
    ],
  },
  {
    role: 'time.fortnight',
    words: { fortnight: '2 week' },
    examples: [{ text: 'every fortnight on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } }],
  },
  {
    role: 'time.edge-day',
    words: { 'last day': 'last', 'first day': 'first' },
    examples: [
      { text: 'last day of every month 2pm books close', means: { repeats: 'FREQ=MONTHLY;BYMONTHDAY=-1' } },
      { text: 'first day of every month 2pm books open', means: { repeats: 'FREQ=MONTHLY;BYMONTHDAY=1' } },
    ],
  },
  {
    role: 'time.adverb-week',
    words: { weekly: 'week', biweekly: '2 week', 'bi-weekly': '2 week', fortnightly: '2 week' },
    examples: [
      { text: 'weekly on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;BYDAY=MO' } },
      { text: 'biweekly on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'bi-weekly on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
      { text: 'fortnightly on Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } },
    ],
  },
  {
    role: 'time.adverb',
    words: {
      daily: 'day',
      monthly: 'month',
      bimonthly: '2 month',
      'bi-monthly': '2 month',
      quarterly: '3 month',
      yearly: 'year',
      annually: 'year',
    },
    examples: [
      { text: 'daily 9:20am stand-up', means: { repeats: 'FREQ=DAILY' } },
      { text: 'bimonthly on the 5th 2pm payroll', means: { repeats: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5' } },
      { text: 'bi-monthly on the 5th 2pm payroll', means: { repeats: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5' } },
      { text: 'quarterly 2pm board call', means: { repeats: 'FREQ=MONTHLY;INTERVAL=3' } },
      { text: "yearly on Dec 5 2pm founders' day", means: { repeats: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5' } },
      { text: "annually on Dec 5 2pm founders' day", means: { repeats: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5' } },
      { text: 'review monthly 2pm', means: { repeats: 'FREQ=MONTHLY' } },
    ],
  },
  {
    role: 'time.count-unit-one',
    words: { week: 'weeks', month: 'months', year: 'years' },
    examples: [
      { text: 'stand-up daily at 9:20 for a week', means: { topic: 'stand-up', start: '11-21 09:20', repeats: 'FREQ=DAILY;COUNT=7' } },
      { text: 'stand-up daily at 9:20 for a month', means: { topic: 'stand-up', start: '11-21 09:20', repeats: 'FREQ=DAILY;COUNT=30' } },
      { text: 'book coaching every Monday 2pm for one year', means: { repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=52' } },
    ],
  },
  {
    role: 'time.workdays',
    words: { workday: 'workdays', 'working day': 'workdays', 'business day': 'workdays', 'work day': 'workdays' },
    examples: [
      { text: 'payroll check on the last workday of every month at 5pm', means: { want: 'book', start: '11-30 17:00' } },
      {
        text: 'payroll check on the last working day of every month at 4pm',
        means: { want: 'book', repeats: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', topic: 'payroll check' },
      },
      {
        text: 'vat check on the first business day of every month at 9am',
        means: { want: 'book', repeats: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', topic: 'vat check' },
      },
      {
        text: 'stock check on the last work day of every month at 3pm',
        means: { want: 'book', repeats: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', topic: 'stock check' },
      },
    ],
  },
  {
    role: 'time.count-unit',
    words: { days: 'days', weeks: 'weeks', months: 'months', years: 'years' },
    examples: [
      { text: 'daily for 5 days 9:20am stand-up', means: { repeats: 'FREQ=DAILY;COUNT=5' } },
      { text: 'weekly for 4 weeks Monday 2pm coaching', means: { repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4' } },
      { text: 'monthly on the 5th for 3 months 2pm payroll', means: { repeats: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3' } },
      { text: 'yearly on Dec 5 for 3 years 2pm anniversary', means: { repeats: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5;COUNT=3' } },
    ],
  },
];

const EVERY = '(?:every|each|once an?|once every) ?';
const MONTHLY = '(?:(?:every|each) (?:{every=other} )?month|monthly),? (?:on )?(?:the )?';

export const pieces: Record<string, Piece> = {
  dayList: { is: '{weekday}s?(?:(?:,? (?:and|&) |, ?|\\/| ?& ?){weekday}s?\\b){0,6}', worth: 'weekday' },
  pluralList: { is: '{weekday-plural}(?:(?:,? (?:and|&) |, ?|\\/){weekday-plural}){0,6}', worth: 'weekday-plural' },
  through: { is: '_(?:-|to|through|thru)_' },
  /** Behind a bare "weekly": what makes it an adjective of a topic. */
  adjective: {
    is: '\\s(?!on\\b|at\\b|every\\b|from\\b|starting\\b|until\\b|till\\b|for\\b|between\\b|mon|tue|wed|thu|fri|sat|sun|@|in\\b|noon|midnight|morning|afternoon|evening|starts|beginning)[a-z]',
  },
};

export const shapes: readonly Shape[] = [
  {
    // the part of the day stands for itself
    name: 'en.every.day',
    says: 'repeat',
    is: '(?:every|each) ?(?:single )?(?:day\\b|(?=(?:morning|afternoon|evening|night)\\b))|everyday\\b',
    as: { unit: 'day' },
  },
  {
    name: 'en.every.weekday',
    says: 'repeat',
    is: '(?:every|each) weekdays?\\b|(?:on )?weekdays\\b',
    as: { set: 'weekdays' },
  },
  {
    name: 'en.every.workday',
    says: 'repeat',
    is: '(?:every|each) (?:workday|working day|business day|work day)s?\\b',
    as: { set: 'workdays' },
  },
  { name: 'en.every.weekend', says: 'repeat', is: '(?:every|each) weekends?\\b', as: { set: 'weekend' } },
  {
    name: 'en.every.name',
    says: 'repeat',
    is: '(?:every|each) (?:{every=other} )?(?:{fromDay=weekday}s?{through}{toDay=weekday}s?|{days=dayList})(?![a-z])',
  },
  {
    // Mon-Fri 9am: on each of them
    name: 'en.workdays',
    says: 'repeat',
    is: 'mon(?:day)?{through}fri(?:day)?(?=,? (?:at \\d|\\d{1,2}:\\d\\d|\\d{1,2} ?[ap]\\.?m))',
    as: { set: 'weekdays' },
    unless: [{ after: 'from ' }],
  },
  {
    // every first Monday
    name: 'en.every.nth.weekday',
    says: 'repeat',
    is: 'every (?=first|1st|last){nth=nth} {wd=weekday}s?(?: (?:of|in) (?:the|each|every) month)?\\b',
    as: { unit: 'month' },
  },
  {
    name: 'en.names',
    says: 'repeat',
    is: '(?:on )?{days=pluralList}\\b',
    unless: [{ after: '\\b(?:bi-?weekly|fortnightly)\\b[^.;\\n]{0,40}[ ,]' }],
  },
  {
    // fortnightly 1:1 with Sam on Thursdays
    name: 'en.names.fortnightly',
    says: 'repeat',
    is: '(?:(?<=\\b(?:bi-?weekly|fortnightly)\\b[^.;\\n]{0,40}[ ,])on |(?<=\\b(?:bi-?weekly|fortnightly)\\b[^.;\\n]{0,40}[ ,]))(?:{days=pluralList}|{days=dayList}(?![a-z]))',
    as: { unit: '2 week' },
  },
  {
    // monthly review on the 1st
    name: 'en.date.monthly',
    says: 'repeat',
    is: '(?<=\\bmonthly\\b[^.;\\n]{0,40} )(?:on )?the (?:(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)|{edge=edge-day})(?![a-z])(?! of\\b)',
    as: { unit: 'month' },
  },
  {
    name: 'en.every.week',
    says: 'repeat',
    is: `${EVERY}(?:(?:{every=other}|{every=times}) )?{unit=every-week}\\b(?: on (?:the )?)?(?:{days=dayList}(?![a-z]))?`,
  },
  {
    name: 'en.every.fortnight',
    says: 'repeat',
    is: `${EVERY}{unit=fortnight}\\b(?: on (?:the )?)?(?:{days=dayList}(?![a-z]))?`,
  },
  { name: 'en.every.unit', says: 'repeat', is: `${EVERY}(?:(?:{every=other}|{every=times}) )?{unit=every-unit}\\b(?: on (?:the )?)?` },
  {
    name: 'en.every.month.day',
    says: 'repeat',
    is: `${MONTHLY}(?:(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d:]| ?[ap]m)|{edge=edge-day}|{nth=nth} {wd=weekday}s?)(?![a-z])`,
    as: { unit: 'month' },
  },
  {
    name: 'en.day.every.month',
    says: 'repeat',
    is: '(?:on )?(?:the )?(?:(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)|{nth=nth} {wd=weekday}s?|{edge=edge-day}) (?:of |in )?(?:every|each) (?:{every=other} )?month\\b',
    as: { unit: 'month' },
  },
  {
    // last workday of every month
    name: 'en.every.month.workday',
    says: 'repeat',
    is: '(?:on )?(?:the )?{nth=nth} {set=workdays} (?:of|in) (?:every|each|the) month\\b|(?:every month|monthly),? (?:on )?(?:the )?{nth=nth} {set=workdays}\\b|every {nth=nth} {set=workdays}(?: of the month)?\\b',
    as: { unit: 'month' },
  },
  {
    name: 'en.every.date',
    says: 'repeat',
    is: 'every (?<dates>\\d{1,2}(?:st|nd|rd|th)(?:,? (?:and|&) (?:the )?\\d{1,2}(?:st|nd|rd|th))?)\\b',
    as: { unit: 'month' },
  },
  { name: 'en.every.nth', says: 'repeat', is: 'every {nth=nth} {wd=weekday}s? of the month\\b', as: { unit: 'month' } },
  {
    name: 'en.every.year.date',
    says: 'repeat',
    is: 'every {mo=month}\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?\\b',
    as: { unit: 'year' },
  },
  { name: 'en.adverb.days', says: 'repeat', is: '{unit=adverb-week}\\b (?:on )?{days=dayList}(?![a-z])' },
  { name: 'en.adverb.loose', says: 'repeat', is: '(?:{unit=adverb-week}|{unit=adverb})\\b(?={adjective})', as: { loose: true } },
  { name: 'en.adverb', says: 'repeat', is: '(?:{unit=adverb-week}|{unit=adverb})\\b' },
  {
    name: 'en.count.times',
    says: 'count',
    is: '(?:for )?(?:the next )?(?:x ?)?{n=times} ?(?:times|occurrences|sessions|meetings|x\\b)|x ?(?<n>\\d{1,2})\\b',
    as: { unit: 'times' },
  },
  {
    name: 'en.count.for',
    says: 'count',
    is: 'for (?:the next )?(?:(?<n>1|one|an?) {unit=count-unit-one}\\b|{n=times} (?:(?<run>consecutive|straight) )?{unit=count-unit}\\b(?<run> in a row\\b| running\\b| straight\\b)?)(?! of\\b)',
    as: { single: true },
  },
  {
    name: 'en.count.row',
    says: 'count',
    is: '{n=times} (?:(?<run>consecutive|straight) (?!years){unit=count-unit}\\b|(?!years){unit=count-unit} (?<run>in a row|running|straight|consecutively)\\b)',
    as: { single: true },
  },
];
