/** 默认45分钟, default length 45: how long a meeting is when nobody says. */
import { lengthAt } from '../entities/duration.ts';
import { phrase } from '../phrase.ts';
import { SHAPES as PLACES, type Shapes } from '../phrase-shapes.ts';
import type { Utterance } from '../utterance.ts';

const SHAPES: Shapes = {
  NUMBER: (said, at) => {
    const digits = /^\d{1,4}(?![\d.:])/.exec(said.text.slice(at));
    return digits ? at + digits[0].length : null;
  },
};
const DAY = 24 * 60;
const LENGTH = PLACES['LENGTH']!;
const IS = '( slot.is | slot.into | slot.be | COLON )*';
const BARE = phrase(`( settings.length | settings.default settings.meeting? ) ${IS} value=NUMBER CLOSE`);

export function readMinutes(said: Utterance, from: number): number | null {
  const number = BARE.find(said, from, SHAPES)?.parts['value'];
  if (number) return Number(said.text.slice(number.from, number.to));
  for (let at = from; at < said.text.length; at += 1) {
    const length = LENGTH(said, at) === null ? null : lengthAt(said.text, at);
    // 今后五天 is when, not how long
    if (length && (length.minutes === 0 || length.minutes % DAY !== 0)) return length.minutes;
  }
  return null;
}
