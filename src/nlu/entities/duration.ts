/** A length of time at a given place, for words that move, extend or set a default. */

export interface Length {
  minutes: number;
  to: number;
}

const DIGITS: Record<string, number> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const ZH =
  /\s*(?:(半)个?(小时|钟头|天)|(\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十百]{1,5})\s*(?:个(半)?|(半))?\s*(小时|钟头|分钟|分|刻钟|刻|天|日|周|星期|礼拜)(?!期|报|会|[一二三四五六日天]会)(半)?(?:\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(分钟|分|刻钟|刻))?)/y;
const EN_WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
};
const EN =
  /\s*(?:(half(?: an?)?|a half)[\s-]*(hour|day)|(\d{1,4}(?:\.\d{1,2})?|forty-five|fifteen|twenty|thirty|forty|sixty|ninety|three|four|five|one|two|six|ten|an?)\s*(?:more\s+)?-?\s*(hours?|hrs?|h|minutes?|mins?|m|days?|d|weeks?|w)(?![a-z])(\s+and\s+a\s+half)?(?:\s*(?:and\s+)?(\d{1,3})\s*(?:minutes?|mins?|m)(?![a-z]))?)/iy;

/** The length that begins at `at` (spaces allowed before it), or null. */
export function lengthAt(text: string, at: number): Length | null {
  ZH.lastIndex = at;
  const zh = ZH.exec(text);
  if (zh) {
    const to = at + zh[0].length;
    if (zh[1]) return { minutes: unit(zh[2] ?? '') / 2, to };
    const one = unit(zh[6] ?? '');
    const half = zh[4] || zh[5] || zh[7] ? one / 2 : 0;
    const rest = zh[8] ? chinese(zh[8]) * unit(zh[9] ?? '') : 0;
    return { minutes: Math.round(chinese(zh[3] ?? '') * one + half + rest), to };
  }
  EN.lastIndex = at;
  const en = EN.exec(text);
  if (!en) return null;
  const to = at + en[0].length;
  if (en[1]) return { minutes: unit(en[2] ?? '') / 2, to };
  const one = unit(en[4] ?? '');
  const count = EN_WORDS[(en[3] ?? '').toLowerCase()] ?? Number(en[3]);
  return { minutes: Math.round(count * one + (en[5] ? one / 2 : 0) + (en[6] ? Number(en[6]) : 0)), to };
}

/** Minutes in one unit. */
function unit(word: string): number {
  if (/^(?:小时|钟头|h)/i.test(word)) return 60;
  if (/^刻/.test(word)) return 15;
  if (/^(?:天|日|d)/i.test(word)) return 1440;
  if (/^(?:周|星期|礼拜|w)/i.test(word)) return 10080;
  return 1;
}

function chinese(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else if (char === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else digit = DIGITS[char] ?? 0;
  }
  return total + digit;
}
