/** Which words of the lexicon do something: an example is a sentence with its meaning, and without the word it must mean something else. */
import { createUnderstand } from '../understand.ts';
import type { Understand } from '../understanding.ts';
import { type Example, type Lexeme, piecesOf, wordsOf } from './lexeme.ts';
import { EXAMPLE_NOW, EXAMPLE_ZONE, meaningOf, meets } from './meaning.ts';
import { createScan, type LeftOut } from './scan.ts';

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
  const examples = lexicon.flatMap(({ role, examples }) => examples.map((example) => ({ role, example, words: new Set<string>() })));
  let words = new Set<string>();
  const recording = createUnderstand(lexicon, (all) => {
    const scan = createScan(all);
    return (text) => {
      const hits = scan(text);
      for (const { role, word } of hits) words.add(keyOf(role, word));
      return hits;
    };
  });
  const wrong: Coverage['wrong'] = [];
  const holding = examples.filter((one) => {
    words = one.words;
    const found = differences(one.example, recording);
    if (found.length > 0) wrong.push({ role: one.role, text: one.example.text, differences: found });
    return found.length === 0;
  });
  const leftOut: LeftOut = { lexeme: null, words: new Set() };
  const withoutOne = createUnderstand(lexicon, (all) => createScan(all, leftOut));
  const idle: Coverage['idle'] = [];
  let tried = 0;
  let at = 0;
  lexicon.forEach((lexeme, i) => {
    for (const { piece, words } of piecesOf(lexeme)) {
      at += 1;
      if (at % every !== 0) continue;
      tried += 1;
      Object.assign(leftOut, { lexeme, words });
      const spelling = isSpelling(lexeme);
      const without = spelling ? createUnderstand(lexicon.with(i, withoutWords(lexeme, words))) : withoutOne;
      const isOwn = ({ example }: (typeof examples)[number]): boolean => lexeme.examples.includes(example);
      const concerned = holding.filter((one) =>
        spelling ? isOwn(one) : [...words].some((word) => one.words.has(keyOf(lexeme.role, word))),
      );
      const sorted = [...concerned.filter(isOwn), ...concerned.filter((one) => !isOwn(one))];
      if (!sorted.some(({ example }) => differences(example, without).length > 0)) idle.push({ role: lexeme.role, word: piece });
    }
  });
  return { wrong, tried, idle };
}

const keyOf = (role: string, word: string): string => `${role} ${word}`;

/** Not scanned for: a text that is meant to be such a word is spelled otherwise. */
const isSpelling = ({ role }: Lexeme): boolean => role.startsWith('typo.');

const withoutWords = (lexeme: Lexeme, words: ReadonlySet<string>): Lexeme => ({
  ...lexeme,
  words: Object.fromEntries(wordsOf(lexeme).filter(([one]) => !words.has(one))),
  forms: [],
});
