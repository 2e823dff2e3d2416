/** A length of time at a given place, for words that move, extend or set a default: there it needs no company. */
import { afterGap } from '../after-gap.ts';
import { recognisersOfAll } from '../time/languages.ts';
import { pairAt } from '../time/openings.ts';
import { openingWith } from '../time/scan.ts';
import type { Utterance } from '../utterance.ts';

export interface Length {
  minutes: number;
  to: number;
}

/** 0分钟 is a length that can be refused. */
const NOTHING = /^0+(?![\d.])/;

/** The length that begins at `at` (spaces allowed before it), or null. */
export function lengthAt(text: string, at: number): Length | null {
  let from = at;
  while (/\s/.test(text.charAt(from))) from += 1;
  if (from >= text.length) return null;
  let best: Length | null = null;
  for (const recogniser of openingWith(recognisersOfAll, pairAt(text, from))) {
    if (recogniser.says !== 'length') continue;
    const pattern = recogniser.pattern();
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) continue;
    const found = recogniser.read(match, { text, from, to: from + match[0].length }, false);
    const to = from + match[0].trimEnd().length;
    if (best && to <= best.to) continue;
    if (found?.kind === 'length') best = { minutes: Math.round(found.minutes), to };
    else if (NOTHING.test(match[0])) best = { minutes: 0, to };
  }
  return best;
}

const MINUTES = /^\s*(\d{1,3})(?!\d|[:.]\d)/;
const NEXT = ['tail', 'thanks', 'slot.please', 'dialogue.and', 'dialogue.then', 'extend.onto'];

/** The length that begins at `at`, or a number that can only be minutes, as nothing follows: push it by 15. */
export function amountAt(said: Utterance, at: number): Length | null {
  const length = lengthAt(said.text, at);
  if (length) return length;
  const number = MINUTES.exec(said.text.slice(at));
  if (!number) return null;
  const to = at + number[0].length;
  const ends = /^\s*(?:$|[,;.!])/.test(said.text.slice(to)) || NEXT.some((role) => said.hitAt(role, afterGap(said.text, to)) !== undefined);
  return ends ? { minutes: Number(number[1]), to } : null;
}
