/** Chinese numerals, and the pieces of patterns that are made of them. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.number',
    words: { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 廿: 20, 卅: 30 },
    examples: [
      { text: '廿五号下午三点半宗祠理事会', means: { want: 'book', start: '11-25 15:30', topic: '宗祠理事会' } },
      { text: '十二月卅号下午两点股东见面会', means: { want: 'book', start: '12-30 14:00', topic: '股东见面会' } },
      { text: '二〇二六年十二月三号上午十点年终述职', means: { want: 'book', start: '12-03 10:00', topic: '年终述职' } },
      { text: '后天三点零五约个试吃会', means: { want: 'book', start: '11-22 15:05', topic: '试吃会' } },
      { text: '今晚七点约个线上会议', means: { want: 'book', start: '11-20 19:00' } },
    ],
  },
  {
    role: 'time.number-pair',
    words: { 俩: 2, 仨: 3 },
    examples: [
      { text: '周日早上九点 仨小时 急救培训', means: { want: 'book', start: '11-22 09:00', length: 180 } },
      { text: '明早9点培训，时长俩小时', means: { want: 'book', start: '11-21 09:00', length: 120, topic: '培训' } },
    ],
  },
  {
    role: 'time.number-half',
    words: { 半: 0.5 },
    examples: [{ text: '半年后上午十点复诊会', means: { want: 'book', start: '05-20 10:00', topic: '复诊会' } }],
  },
  {
    role: 'time.decimal-point',
    words: ['点'],
    examples: [{ text: '明天下午两点复盘会，一点五小时', means: { want: 'book', start: '11-21 14:00', length: 90, topic: '复盘会' } }],
  },
  { role: 'time.multiplier-ten', words: { 十: 10 }, examples: [] },
  {
    role: 'time.multiplier-hundred',
    words: { 百: 100, 千: 1000 },
    examples: [
      { text: '明早9点内训会，一百二十分钟', means: { want: 'book', start: '11-21 09:00', length: 120 } },
      { text: '一千分钟后有会吗', means: { want: 'list', start: '11-21 02:55' } },
    ],
  },
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
