/** Which words about time do something: without the word, what its example says of the time, or of the topic beside it, must come out otherwise. */
import { recognisers, timeWords } from '../time/languages.ts';
import { type Prepared, prepare } from '../time/prepare.ts';
import { createReadTime, type ReadTime, readTime } from '../time/read.ts';
import type { Coverage } from './coverage.ts';
import { type Example, type Lexeme, piecesOf, wordsOf } from './lexeme.ts';
import { EXAMPLE_NOW, EXAMPLE_ZONE, meets, timeOf } from './meaning.ts';

const FIELDS: ReadonlySet<string> = new Set(['start', 'end', 'year', 'length', 'repeats', 'zone', 'problem']);

/** Takes words about time out of one language, one at a time. `every`: only each so-manieth word is tried; `of`: only of these roles. */
export function coverageOfTime(language: number, every = 1, of: (role: string) => boolean = () => true): Omit<Coverage, 'wrong'> {
  const words = timeWords[language] ?? [];
  const idle: Coverage['idle'] = [];
  const examples = timeWords.flat().flatMap((lexeme) => lexeme.examples.map((example) => ({ lexeme, ...proofOf(example) })));
  let tried = 0;
  let at = 0;
  words.forEach((lexeme, i) => {
    if (!of(lexeme.role)) return;
    for (const { piece, words: gone } of piecesOf(lexeme)) {
      at += 1;
      if (at % every !== 0) continue;
      tried += 1;
      const having = examples.filter(({ text }) => [...gone].some((word) => text.text.toLowerCase().includes(word.toLowerCase())));
      const sorted = [...having.filter((one) => one.lexeme === lexeme), ...having.filter((one) => one.lexeme !== lexeme)];
      const read = createReadTime(recognisers(timeWords.with(language, words.with(i, withoutWords(lexeme, gone)))));
      if (!sorted.some((one) => isMissed(one, read))) idle.push({ role: lexeme.role, word: piece });
    }
  });
  return { tried, idle };
}

interface Proof {
  text: Prepared;
  about: Readonly<Record<string, unknown>>;
  /** What is left to the topic; null: the example names none. */
  left: string | null;
}

function proofOf({ text, means }: Example): Proof {
  const prepared = prepare(text);
  const about = Object.fromEntries(Object.entries(means).filter(([key]) => FIELDS.has(key)));
  return { text: prepared, about, left: 'topic' in means ? read(prepared, readTime).left : null };
}

function isMissed({ text, about, left }: Proof, without: ReadTime): boolean {
  const found = read(text, without);
  return !meets(found.time, about) || (left !== null && found.left !== left);
}

/** What is said of the time, and the words that say nothing of it. */
function read(text: Prepared, by: ReadTime): { time: Readonly<Record<string, unknown>>; left: string } {
  const { reading, spans } = by(text, { now: EXAMPLE_NOW, zone: EXAMPLE_ZONE });
  const left = spans.toReversed().reduce((rest, { from, to }) => `${rest.slice(0, from)}|${rest.slice(to)}`, text.text);
  return { time: timeOf(reading), left };
}

const withoutWords = (lexeme: Lexeme, words: ReadonlySet<string>): Lexeme => ({
  ...lexeme,
  words: Object.fromEntries(wordsOf(lexeme).filter(([one]) => !words.has(one))),
  forms: [],
});
