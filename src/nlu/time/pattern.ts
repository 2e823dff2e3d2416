/** How recognisers write their patterns: `_` stands for a space or none. Sticky, so that a match begins where it is asked to. */

function source(strings: TemplateStringsArray, parts: readonly string[]): string {
  let all = strings.raw[0]!;
  for (let i = 0; i < parts.length; i += 1) all += parts[i]! + strings.raw[i + 1]!;
  return all.replace(/_/g, ' ?');
}

/** Chinese. */
export function zh(strings: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(source(strings, parts), 'y');
}

/** English: case does not matter, a written space stands for one to three. */
export function en(strings: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(source(strings, parts).replace(/ (?!\?)/g, '\\s{1,3}'), 'yi');
}

/** The characters before and after a match. */
export const before = (text: string, from: number, size = 1): string => text.slice(Math.max(0, from - size), from);
export const after = (text: string, to: number, size = 1): string => text.slice(to, to + size);

/** A run of characters from `to` on, spaces skipped, starts with one of these words. */
export function follows(text: string, to: number, words: RegExp): boolean {
  words.lastIndex = to;
  return words.test(text);
}

/** What may stand behind a bare period (下周, 2026年, 国庆) when it is a time and not the first half of a topic. */
const LOOSE =
  /\s|$|[,，。.;；:：!！?？、~)）\]】"”」』-]|[开约找安排订定预召见聊谈碰再就我你咱大有都可能方能行吧前后内里之以到至的那当差早晚上下凌中傍和跟与或起每全]|[a-z0-9]/iy;

export const loose = (text: string, to: number): boolean => follows(text, to, LOOSE);

const SPENT =
  /(?:(?:了|[开聊谈等用花做讨论]过) ?|迟到|耗时|用时|耗费|工时|晚到|(?:took|spent|waited|worked|slept|wasted|been|last|past|previous|late by|every|each) )$/i;

/** 花了2小时, it took 2 hours: time that is gone, not a meeting's length. */
export const spent = (text: string, from: number): boolean => SPENT.test(before(text, from, 9));
