/** Which words of the lexicon do something: an example is a sentence with its meaning, and without the word it must mean something else. */
import { prepare } from '../time/prepare.ts';
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
  /** Examples that do not hold, of those that were looked at, with what came out instead. */
  wrong: { role: string; text: string; differences: string[] }[];
  /** Words that were taken out. */
  tried: number;
  /** Words that no example misses. */
  idle: { role: string; word: string }[];
}

const OTHERS_SAMPLED = 40;

interface Tried {
  role: string;
  own: Lexeme;
  example: Example;
  /** As it is scanned, in small letters. */
  text: string;
}

/**
 * Takes words out, one at a time. `every`: only one in so many is tried, drawn by the word itself, so that another word draws none, on its own examples and the first of the others.
 * `of`: whose words are tried, where not all of them.
 */
export function coverageOf(lexicon: readonly Lexeme[], every = 1, of: readonly Lexeme[] = lexicon): Coverage {
  const examples = lexicon.flatMap((own) =>
    own.examples.map((example): Tried => ({ role: own.role, own, example, text: prepare(example.text).text.toLowerCase() })),
  );
  const { holds, wrong, met } = readings(lexicon);
  if (every === 1) for (const one of examples) if (of.includes(one.own)) holds(one);
  const leftOut: LeftOut = { lexeme: null, words: new Set() };
  const withoutOne = createUnderstand(lexicon, (all) => createScan(all, leftOut));
  const idle: Coverage['idle'] = [];
  let tried = 0;
  for (const lexeme of of) {
    for (const { piece, words } of piecesOf(lexeme)) {
      if (hashOf(keyOf(lexeme.role, piece)) % every !== 0) continue;
      tried += 1;
      Object.assign(leftOut, { lexeme, words });
      const spelling = isSpelling(lexeme);
      const without = spelling ? createUnderstand(lexicon.with(lexicon.indexOf(lexeme), withoutWords(lexeme, words))) : withoutOne;
      const misses = (one: Tried): boolean => holds(one) && differences(one.example, without).length > 0;
      const near = spelling ? [] : examples.filter(({ text }) => [...words].some((word) => text.includes(word.toLowerCase())));
      // a word may come up only where other words between its letters are understood
      const far = (): Tried[] =>
        examples.filter(
          (one) =>
            !near.includes(one) && [...words].some((word) => [lexeme.role, ...(lexeme.also ?? [])].some((role) => met(one, role, word))),
        );
      const isOwn = ({ own }: Tried): boolean => own === lexeme;
      const others = (): Tried[] => near.filter((one) => !isOwn(one)).slice(0, every === 1 ? near.length : OTHERS_SAMPLED);
      const proven = spelling
        ? examples.some((one) => isOwn(one) && misses(one))
        : near.some((one) => isOwn(one) && misses(one)) || others().some(misses) || (every === 1 && far().some(misses));
      if (!proven) idle.push({ role: lexeme.role, word: piece });
    }
  }
  return { wrong, tried, idle };
}

/** Each example is read once, when it is first asked about. */
function readings(lexicon: readonly Lexeme[]) {
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
  const known = new Map<Tried, { holds: boolean; words: ReadonlySet<string> }>();
  const reading = (one: Tried): { holds: boolean; words: ReadonlySet<string> } => {
    const before = known.get(one);
    if (before) return before;
    words = new Set();
    const found = differences(one.example, recording);
    if (found.length > 0) wrong.push({ role: one.role, text: one.example.text, differences: found });
    const read = { holds: found.length === 0, words };
    known.set(one, read);
    return read;
  };
  return {
    wrong,
    holds: (one: Tried): boolean => reading(one).holds,
    /** The word was found when it was read. */
    met: (one: Tried, role: string, word: string): boolean => reading(one).words.has(keyOf(role, word)),
  };
}

/** FNV-1a. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5);

const keyOf = (role: string, word: string): string => `${role} ${word}`;

/** Not scanned for: a text that is meant to be such a word is spelled otherwise. */
const isSpelling = ({ role }: Lexeme): boolean => role.startsWith('typo.');

const withoutWords = (lexeme: Lexeme, words: ReadonlySet<string>): Lexeme => ({
  ...lexeme,
  words: Object.fromEntries(wordsOf(lexeme).filter(([one]) => !words.has(one))),
  forms: [],
});
