/** All languages together: the words that the product reads with, and the recognisers that are made of them. */

import { type Lexeme, type Worth, wordsOf } from '../lexicon/lexeme.ts';
import { time as en } from '../locales/en/time.ts';
import { time as zh } from '../locales/zh/time.ts';
import { joined } from './company.ts';
import { compileShape, Vocabulary, type Worked, workOut } from './compile.ts';
import * as digits from './digits.ts';
import type { Cue, Shape } from './locale.ts';
import { createNumerals } from './numerals.ts';
import type { Says } from './readers/readers.ts';
import { type Table, table } from './scan.ts';
import { workedOut } from './worked-out.ts';

const locales = [zh, en];

/** Every word about time, language by language. */
export const timeWords: readonly (readonly Lexeme[])[] = locales.map(({ words }) => words);

export const company = joined(locales.map((one) => one.company));
export const cues = joined(locales.map((one) => one.cues));

/** The numbers of all languages. */
export const numerals = createNumerals(wordTable('time.number'), wordTable('time.multiplier'), wordTable('time.decimal'));

/** What the words of a role, or of those that begin like it, are worth in all languages. */
export function wordTable(role: string): Map<string, Worth> {
  return new Map(timeWords.flatMap((words) => words.filter((one) => one.role.startsWith(role)).flatMap(wordsOf)));
}

type WorkedOut = Readonly<Record<string, Worked>>;

/** Recognisers out of words: the product's own, or those with a word taken away. Order breaks ties between matches of one length. */
export function recognisers(words: readonly (readonly Lexeme[])[] = timeWords, known: WorkedOut = {}): Table {
  const all = shapesOf(words).map(({ shape, vocabulary }) => compileShape(shape, vocabulary, known[shape.name]));
  return table(all.sort((a, b) => rank(a.says) - rank(b.says)));
}

/** For the build: by the name of each shape. */
export function workOutAll(): WorkedOut {
  const all = shapesOf(timeWords).map(({ shape, vocabulary }) => [shape.name, workOut(shape, vocabulary)] as const);
  const byName = Object.fromEntries(all);
  // Two of one name are told apart by nothing.
  for (const [name] of all) if (all.filter(([other]) => other === name).length > 1) delete byName[name];
  return byName;
}

function shapesOf(words: readonly (readonly Lexeme[])[]): { shape: Shape; vocabulary: Vocabulary }[] {
  const plain = locales.map((locale, i) => new Vocabulary(words[i]!, locale));
  let known: Record<Cue, string> | undefined;
  const expandedCues = () => {
    known ??= joined(locales.map(({ cues }, i) => expanded(cues, plain[i]!)));
    return known;
  };
  const own = locales.map((locale, i) => new Vocabulary(words[i]!, locale, expandedCues));
  const shared = new Vocabulary(digits.words, { pieces: digits.pieces, spaced: false }, expandedCues);
  const [first = [], ...others] = locales.map((locale, i) => locale.shapes.map((shape) => ({ shape, vocabulary: own[i]! })));
  return [...first, ...digits.shapes.map((shape) => ({ shape, vocabulary: shared })), ...others.flat()];
}

const LATER: Partial<Record<Says, number>> = { hourAlone: 2, length: 2, zone: 2, zoneOffset: 2, now: 3, vague: 3, link: 4 };

/** A recurrence before a day, a clock before a length, a small word last. */
const rank = (says: Says): number => (says === 'repeat' || says === 'count' ? 0 : (LATER[says] ?? 1));

function expanded<K extends string>(cues: Readonly<Record<K, string | null>>, vocabulary: Vocabulary): Record<K, string | null> {
  return Object.fromEntries(
    Object.entries<string | null>(cues).map(([key, source]) => [key, source === null ? null : vocabulary.expand(source)]),
  ) as Record<K, string | null>;
}

export const recognisersOfAll = recognisers(timeWords, workedOut);
