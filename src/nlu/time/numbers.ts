/** Numbers as words: Chinese numerals up to 9999 and English number words up to 59. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Characters that a Chinese numeral under 100 is made of. */
export const HAN_DIGITS = '零〇一二两三四五六七八九十廿卅';

/** 两三, 三五: about so many; the greater of the two. */
export function zhAbout(text: string): number {
  const pair = /^([一二两三四五六七八])([二三四五六七八九])(?=十?$)/.exec(text.trim());
  return pair && DIGITS[pair[1]!]! < DIGITS[pair[2]!]! ? zhNumber(text.trim().slice(1)) : zhNumber(text);
}

/** `二十五`, `廿五`, `一百二`, `25`, `二〇二六`, `两`; NaN for what is no number. */
export function zhNumber(text: string): number {
  const t = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(t)) return Number(t);
  if (t.length >= 2 && /^[零〇一二三四五六七八九]+$/.test(t)) return Number([...t].map((c) => DIGITS[c]).join(''));
  let total = 0;
  let current = 0;
  let unit = 1;
  for (const c of t) {
    const digit = DIGITS[c];
    if (digit !== undefined) {
      current = digit;
      if (digit === 0) unit = 10;
    } else if (c === '廿' || c === '卅') {
      total += c === '廿' ? 20 : 30;
    } else {
      const size = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : Number.NaN;
      total += (current || 1) * size;
      current = 0;
      unit = size;
    }
  }
  return total + (current && unit >= 100 ? (current * unit) / 10 : current);
}

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];

const english = new Map<string, number>([
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['fourty', 40],
]);
WORDS.forEach((word, n) => {
  english.set(word, n);
});
ORDINALS.forEach((word, n) => {
  english.set(word, n + 1);
});
TENS.forEach((word, n) => {
  english.set(word, (n + 2) * 10);
  english.set(`${word.slice(0, -1)}ieth`, (n + 2) * 10);
});

/** `12`, `twelve`, `twenty five`, `twenty-fifth`, `an`; NaN for what is no number. */
export function enNumber(text: string): number {
  const t = text.toLowerCase().trim();
  if (/^\d+(?:\.\d+)?$/.test(t)) return Number(t);
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(t);
  if (ordinal) return Number(ordinal[1]);
  let total = 0;
  for (const word of t.split(/[\s-]+/)) {
    const n = english.get(word);
    if (n === undefined) return Number.NaN;
    total += n;
  }
  return total;
}
