/** English number words, and the pieces of patterns that are made of them. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.number-small',
    words: { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
    examples: [
      { text: 'eight thirty pm deploy', means: { start: '11-20 20:30' } },
      { text: 'at nine oh five am tomorrow, fire drill', means: { start: '11-21 09:05' } },
      { text: '3pm for one point five hours, strategy offsite', means: { length: 90 } },
      { text: 'sprint demo in two hours', means: { start: '11-20 12:15' } },
      { text: 'sprint demo in three hours', means: { start: '11-20 13:15' } },
      { text: 'sprint demo in four hours', means: { start: '11-20 14:15' } },
      { text: 'regression check in six hours', means: { start: '11-20 16:15' } },
      { text: 'regression check in seven hours', means: { start: '11-20 17:15' } },
      { text: 'launch dry run in ten days at 2pm', means: { start: '11-30 14:00' } },
      { text: 'launch dry run in eleven days at 2pm', means: { start: '12-01 14:00' } },
      { text: 'launch dry run in twelve days at 2pm', means: { start: '12-02 14:00' } },
    ],
  },
  {
    role: 'time.number-teen',
    words: { thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
    examples: [
      { text: 'in thirteen days 10am, go-live check', means: { start: '12-03 10:00' } },
      { text: 'in fourteen days 10am, go-live check', means: { start: '12-04 10:00' } },
      { text: 'in sixteen days 10am, go-live check', means: { start: '12-06 10:00' } },
      { text: 'in seventeen days 10am, go-live check', means: { start: '12-07 10:00' } },
      { text: 'in eighteen days 10am, go-live check', means: { start: '12-08 10:00' } },
      { text: 'in nineteen days 10am, go-live check', means: { start: '12-09 10:00' } },
      { text: 'catch up in fifteen minutes', means: { start: '11-20 10:30' } },
    ],
  },
  {
    role: 'time.number-tens',
    words: { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
    examples: [
      { text: '3pm for fourty minutes, code review', means: { length: 40 } },
      { text: '3pm for fifty minutes, code review', means: { length: 50 } },
      { text: '3pm for sixty minutes, code review', means: { length: 60 } },
      { text: '3pm for seventy minutes, code review', means: { length: 70 } },
      { text: '3pm for eighty minutes, code review', means: { length: 80 } },
      { text: '3pm for ninety minutes, code review', means: { length: 90 } },
      { text: 'catch up in twenty minutes', means: { start: '11-20 10:35' } },
      { text: '2pm for forty minutes, hiring debrief', means: { length: 40 } },
    ],
  },
  {
    role: 'time.number-article',
    words: { a: 1, an: 1 },
    examples: [
      { text: 'a week from next Monday 3pm, partner day', means: { start: '11-30 15:00' } },
      { text: 'hiring debrief in an hour', means: { start: '11-20 11:15' } },
    ],
  },
  {
    role: 'time.number-couple',
    words: { couple: 2, 'couple of': 2, 'a couple': 2, 'a couple of': 2 },
    examples: [
      { text: 'in a couple of hours, code walkthrough', means: { start: '11-20 12:15' } },
      { text: 'hiring debrief in a couple hours', means: { start: '11-20 12:15' } },
      { text: 'hiring debrief in couple hours', means: { start: '11-20 12:15' } },
      { text: 'post-mortem in couple of days at 3pm', means: { start: '11-22 15:00' } },
    ],
  },
  /** Nine oh five. */
  {
    role: 'time.number-oh',
    words: { oh: 0, o: 0, "o'": 0 },
    examples: [
      { text: 'at nine o five am tomorrow, fire drill', means: { start: '11-21 09:05' } },
      { text: "blood drive briefing tomorrow at nine o' five", means: { topic: 'blood drive briefing', start: '11-21 09:05' } },
    ],
  },
  {
    role: 'time.number-ordinal',
    words: {
      first: 1,
      second: 2,
      third: 3,
      fourth: 4,
      fifth: 5,
      sixth: 6,
      seventh: 7,
      eighth: 8,
      ninth: 9,
      tenth: 10,
      eleventh: 11,
      twelfth: 12,
      thirteenth: 13,
      fourteenth: 14,
      fifteenth: 15,
      sixteenth: 16,
      seventeenth: 17,
      eighteenth: 18,
      nineteenth: 19,
      twentieth: 20,
      thirtieth: 30,
    },
    examples: [
      { text: 'December second 10am town hall', means: { start: '12-02 10:00' } },
      { text: 'December sixth 10am town hall', means: { start: '12-06 10:00' } },
      { text: 'December eighth 10am town hall', means: { start: '12-08 10:00' } },
      { text: 'December ninth 10am town hall', means: { start: '12-09 10:00' } },
      { text: 'December tenth 10am town hall', means: { start: '12-10 10:00' } },
      { text: 'December eleventh 10am town hall', means: { start: '12-11 10:00' } },
      { text: 'December twelfth 10am town hall', means: { start: '12-12 10:00' } },
      { text: 'December thirteenth 10am town hall', means: { start: '12-13 10:00' } },
      { text: 'December fourteenth 10am town hall', means: { start: '12-14 10:00' } },
      { text: 'December fifteenth 10am town hall', means: { start: '12-15 10:00' } },
      { text: 'December sixteenth 10am town hall', means: { start: '12-16 10:00' } },
      { text: 'December seventeenth 10am town hall', means: { start: '12-17 10:00' } },
      { text: 'December eighteenth 10am town hall', means: { start: '12-18 10:00' } },
      { text: 'December nineteenth 10am town hall', means: { start: '12-19 10:00' } },
      { text: 'December twentieth 10am town hall', means: { start: '12-20 10:00' } },
      { text: 'December thirtieth 10am town hall', means: { start: '12-30 10:00' } },
      { text: 'December first 11am roadmap freeze', means: { start: '12-01 11:00' } },
      { text: 'December third 11am roadmap freeze', means: { start: '12-03 11:00' } },
      { text: 'December fourth 11am roadmap freeze', means: { start: '12-04 11:00' } },
      { text: 'December fifth 11am roadmap freeze', means: { start: '12-05 11:00' } },
      { text: 'December seventh 11am roadmap freeze', means: { start: '12-07 11:00' } },
    ],
  },
  {
    role: 'time.nth',
    words: { '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, '5th': 5, first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 },
    examples: [
      { text: 'first Tuesday of the following month at 10am, ops review', means: { start: '12-01 10:00' } },
      { text: '1st Tuesday of December 10am payroll close', means: { start: '12-01 10:00' } },
      { text: '2nd Tuesday of December 10am payroll close', means: { start: '12-08 10:00' } },
      { text: '4th Tuesday of December 10am payroll close', means: { start: '12-22 10:00' } },
      { text: '5th Tuesday of December 10am payroll close', means: { start: '12-29 10:00' } },
      { text: 'fourth Tuesday of December 10am payroll close', means: { start: '12-22 10:00' } },
      { text: 'fifth Tuesday of December 10am payroll close', means: { start: '12-29 10:00' } },
      { text: '3rd Tuesday of December 2pm, book club', means: { start: '12-15 14:00' } },
      { text: 'second Tuesday of December 2pm, book club', means: { start: '12-08 14:00' } },
      { text: 'third Tuesday of December 2pm, book club', means: { start: '12-15 14:00' } },
      { text: 'last Tuesday of December 2pm, book club', means: { start: '12-29 14:00' } },
    ],
  },
  { role: 'time.decimal-point', words: ['point'], examples: [] },
  { role: 'time.multiplier-hundred', words: { hundred: 100 }, examples: [] },
];

export const pieces: Record<string, Piece> = {
  cardinalDay: { is: '(?:twenty|thirty)[ -]{number-small}|twenty|thirty|{number-teen}|{number-small}' },
  ordinalWord: { is: '(?:twenty|thirty)[ -]{number-ordinal}|{number-ordinal}' },
  /** A day of the month. */
  ord: { is: '\\d{1,2}(?:st|nd|rd|th)?|{ordinalWord}' },
  /** How many days, weeks or months. */
  count: { is: '\\d{1,3}|{number-couple}|{number-article}|{number-small}' },
  /** How many hours or minutes. */
  amount: {
    is: '\\d{1,4}(?:\\.\\d{1,2})?|\\.(?:25|5|75)|{number-small} {decimal-point} {number-small}|{number-couple}|{number-article}|{number-tens}(?:[ -]{number-small})?|{number-teen}|{number-small}',
  },
  times: { is: '\\d{1,3}|(?!one){number-small}' },
  hour: { is: '1[0-2]|[1-9]|{number-small}' },
  minuteWord: {
    is: '{number-oh}[ -]{number-small}|{number-tens}(?:[ -]{number-small})?|{number-teen}|five|ten|eleven|twelve',
  },
};
