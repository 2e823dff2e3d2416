/** English number words, and the pieces of patterns that are made of them. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.number-small',
    words: { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
    examples: [],
  },
  {
    role: 'time.number-teen',
    words: { thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
    examples: [],
  },
  {
    role: 'time.number-tens',
    words: { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
    examples: [],
  },
  { role: 'time.number-article', words: { a: 1, an: 1 }, examples: [] },
  { role: 'time.number-couple', words: { couple: 2, 'couple of': 2, 'a couple': 2, 'a couple of': 2 }, examples: [] },
  /** Nine oh five. */
  { role: 'time.number-oh', words: { oh: 0, o: 0, "o'": 0 }, examples: [] },
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
    examples: [],
  },
  {
    role: 'time.nth',
    words: { '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, '5th': 5, first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 },
    examples: [],
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
    is: '\\d{1,4}(?:\\.\\d{1,2})?|\\.5|{number-small} {decimal-point} {number-small}|{number-couple}|{number-article}|{number-tens}(?:[ -]{number-small})?|{number-teen}|{number-small}',
  },
  times: { is: '\\d{1,3}|(?!one){number-small}' },
  hour: { is: '1[0-2]|[1-9]|{number-small}' },
  minuteWord: {
    is: '{number-oh}[ -]{number-small}|{number-tens}(?:[ -]{number-small})?|{number-teen}|five|ten|eleven|twelve',
  },
};
