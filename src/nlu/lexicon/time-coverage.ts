/** Which words about time do something: without the word, what its example says of the time must come out otherwise. */
import type { TimeReading } from '../../domain/time.ts';
import { recognisers, timeWords } from '../time/languages.ts';
import { prepare } from '../time/prepare.ts';
import { createReadTime, type ReadTime } from '../time/read.ts';
import type { Coverage } from './coverage.ts';
import { type Lexeme, wordsOf } from './lexeme.ts';
import { EXAMPLE_NOW, EXAMPLE_ZONE, meets, timeOf } from './meaning.ts';

const FIELDS: ReadonlySet<string> = new Set(['start', 'end', 'length', 'repeats', 'zone']);

/** Takes words about time out of one language, one at a time. `every`: only each so-manieth word is tried. */
export function coverageOfTime(language: number, every = 1): Omit<Coverage, 'wrong'> {
  const words = timeWords[language] ?? [];
  const idle: Coverage['idle'] = [];
  const examples = words.flatMap((lexeme) => lexeme.examples);
  let tried = 0;
  let at = 0;
  words.forEach((lexeme, i) => {
    for (const [word] of wordsOf(lexeme)) {
      at += 1;
      if (at % every !== 0) continue;
      tried += 1;
      const read = createReadTime(recognisers(timeWords.with(language, words.with(i, withoutWord(lexeme, word)))));
      const having = examples.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
      if (!having.some(({ text, means }) => !meets(timeIn(text, read), aboutTime(means)))) idle.push({ role: lexeme.role, word });
    }
  });
  return { tried, idle };
}

function timeIn(text: string, read: ReadTime): ReturnType<typeof timeOf> {
  const reading: TimeReading = read(prepare(text), { now: EXAMPLE_NOW, zone: EXAMPLE_ZONE }).reading;
  return timeOf(reading);
}

const aboutTime = (means: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(means).filter(([key]) => FIELDS.has(key)));

const withoutWord = (lexeme: Lexeme, word: string): Lexeme => ({
  ...lexeme,
  words: Object.fromEntries(wordsOf(lexeme).filter(([one]) => one !== word)),
});
