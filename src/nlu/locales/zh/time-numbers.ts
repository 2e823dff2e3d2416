/** Chinese numerals, and the pieces of patterns that are made of them. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.number',
    words: { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 廿: 20, 卅: 30 },
    examples: [],
  },
  { role: 'time.number-pair', words: { 俩: 2, 仨: 3 }, examples: [] },
  { role: 'time.number-half', words: { 半: 0.5 }, examples: [] },
  { role: 'time.decimal-point', words: ['点'], examples: [] },
  { role: 'time.multiplier-ten', words: { 十: 10 }, examples: [] },
  { role: 'time.multiplier-hundred', words: { 百: 100, 千: 1000 }, examples: [] },
];

export const pieces: Record<string, Piece> = {
  /** One character of a numeral below a hundred. */
  han: { is: '{number|multiplier-ten}' },
  /** Hours, days and months: below a hundred. */
  n: { is: '\\d{1,2}|{number|multiplier-ten}{1,3}' },
  /** How many days, weeks or months. */
  count: { is: '\\d{1,3}|{number|number-pair|multiplier-ten|multiplier-hundred}{1,5}|半' },
  /** How many hours or minutes. */
  amount: {
    is: '\\d{1,4}(?:\\.\\d{1,2})?|{number|multiplier-ten}{1,2}{decimal-point}{number}{1,2}(?=_个?_(?:小时|钟头))|{number|number-pair|multiplier-ten|multiplier-hundred}{1,5}',
  },
  times: { is: '\\d{1,3}|{number|multiplier-ten|multiplier-hundred}{1,4}' },
  year: { is: '[12]\\d{3}|二{number}(?= ?年)|{number}{4}|\\d{2}' },
};
