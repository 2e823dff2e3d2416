/** Which words of the lexicon do something: an example is a sentence with its meaning, and without the word it must mean something else. */
import { createUnderstand } from '../understand.ts';
import type { Understand } from '../understanding.ts';
import { type Example, type Lexeme, wordsOf } from './lexeme.ts';
import { EXAMPLE_NOW, EXAMPLE_ZONE, meaningOf, meets } from './meaning.ts';

/** The fields of an example that came out otherwise; empty when it holds. */
export function differences({ text, means }: Example, understand: Understand): string[] {
  const got = meaningOf(understand({ text, mentions: [], botOpenId: null }, { now: EXAMPLE_NOW, zone: EXAMPLE_ZONE }));
  return Object.entries(means)
    .filter(([key, value]) => !meets(got, { [key]: value }))
    .map(([key, value]) => `${key}: ${JSON.stringify(got[key] ?? null)} instead of ${JSON.stringify(value)}`);
}

export interface Coverage {
  /** Examples that do not hold, with what came out instead. */
  wrong: { role: string; text: string; differences: string[] }[];
  /** Words that were taken out. */
  tried: number;
  /** Words that no example misses. */
  idle: { role: string; word: string }[];
}

/** Takes words out, one at a time. `every`: only each so-manieth word is tried. */
export function coverageOf(lexicon: readonly Lexeme[], every = 1): Coverage {
  const understand = createUnderstand(lexicon);
  const examples = lexicon.flatMap(({ role, examples }) => examples.map((example) => ({ role, example })));
  const wrong = examples
    .map(({ role, example }) => ({ role, text: example.text, differences: differences(example, understand) }))
    .filter((one) => one.differences.length > 0);
  const holding = examples.map((one) => one.example).filter((one) => !wrong.some(({ text }) => text === one.text));
  const folded = holding.map((example) => ({ example, text: fold(example.text) }));
  const idle: Coverage['idle'] = [];
  let tried = 0;
  let at = 0;
  lexicon.forEach((lexeme, i) => {
    for (const [word] of wordsOf(lexeme)) {
      at += 1;
      if (at % every !== 0) continue;
      tried += 1;
      const without = createUnderstand(lexicon.with(i, withoutWord(lexeme, word)));
      const own = lexeme.examples.filter((one) => holding.includes(one));
      const others = folded.filter(({ text, example }) => text.includes(fold(word)) && !own.includes(example)).map((one) => one.example);
      if (![...own, ...others].some((one) => differences(one, without).length > 0)) idle.push({ role: lexeme.role, word });
    }
  });
  return { wrong, tried, idle };
}

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

const withoutWord = (lexeme: Lexeme, word: string): Lexeme => ({
  ...lexeme,
  words: Object.fromEntries(wordsOf(lexeme).filter(([one]) => one !== word)),
});
