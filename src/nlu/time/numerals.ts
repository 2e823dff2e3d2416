/** Numbers as words, in every language that the lexemes `time.number…` and `time.multiplier` know. */
import type { Worth } from '../lexicon/lexeme.ts';

export interface Numerals {
  /** `二十五`, `廿五`, `一百二`, `二〇二六`, `twenty-five`, `25th`, `a couple of`; NaN for what is no number. */
  read(text: string): number;
  /** 两三, 三五: about so many; the greater of the two. */
  readAbout(text: string): number;
}

type Table = ReadonlyMap<string, Worth>;

const NUMBER = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const ORDINAL = /^(\d+)[a-z]{2}$/;

/** `points`: 一点五, one point five. */
export function createNumerals(numbers: Table, multipliers: Table, points: Table): Numerals {
  /** Han characters one by one, Latin words apart. */
  const parts = (text: string): string[] => (/^[\x20-\x7f]*$/.test(text) ? text.split(/[\s-]+/) : [...text]);
  const value = (part: string): number => Number(numbers.get(part) ?? Number.NaN);

  function read(said: string): number {
    const text = said.toLowerCase().trim().replace(/\s+/g, ' ');
    if (NUMBER.test(text)) return Number(text);
    const whole = numbers.get(text);
    if (typeof whole === 'number') return whole;
    const ordinal = ORDINAL.exec(text);
    if (ordinal) return Number(ordinal[1]);
    const all = parts(text);
    const point = all.findIndex((part) => points.has(part));
    return point > 0
      ? Number(
          `${total(all.slice(0, point))}.${all
            .slice(point + 1)
            .map(value)
            .join('')}`,
        )
      : total(all);
  }

  function total(all: readonly string[]): number {
    const digits = all.map(value);
    // 二〇二六: one digit after another
    if (all.length >= 2 && digits.every((n) => n < 10 && Number.isInteger(n))) return Number(digits.join(''));
    let sum = 0;
    let current = 0;
    let unit = 1;
    for (const part of all) {
      const size = multipliers.get(part);
      if (typeof size === 'number') {
        sum += (current || 1) * size;
        current = 0;
        unit = size;
      } else {
        const n = value(part);
        current = current >= 20 && n < 10 ? current + n : n;
        if (n === 0) unit = 10;
      }
    }
    // 一百二 is 120
    return sum + (current && unit >= 100 ? (current * unit) / 10 : current);
  }

  function readAbout(said: string): number {
    const text = said.trim();
    const [a, b, ...more] = parts(text);
    if (a === undefined || b === undefined || more.length > 1 || (more[0] !== undefined && multipliers.get(more[0]) !== 10))
      return read(text);
    const low = value(a);
    const high = value(b);
    return low > 0 && low < high && high < 10 && Number.isInteger(low) && Number.isInteger(high) ? read(text.slice(a.length)) : read(text);
  }
  return { read, readAbout };
}
