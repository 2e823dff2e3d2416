/** `npm run lexicon`: takes every word of the lexicon out in turn; an example must then fail. */
import { coverageOf } from '../nlu/lexicon/coverage.ts';
import { lexicon } from '../nlu/lexicon/lexicon.ts';
import { coverageOfTime } from '../nlu/lexicon/time-coverage.ts';
import { timeWords } from '../nlu/time/languages.ts';

/** Lists wrong examples and words that no example misses. Returns the exit code: 1 if there are any. */
export function lexiconCommand(io: { stdout: { write(text: string): unknown } }): number {
  const { wrong, tried, idle } = coverageOf(lexicon);
  for (const { role, text, differences } of wrong) io.stdout.write(`wrong   ${role}  ${text}\n        ${differences.join('; ')}\n`);
  for (const { role, word } of idle) io.stdout.write(`unused  ${role}  ${word}\n`);
  io.stdout.write(`${tried - idle.length} of ${tried} words are missed by an example; ${wrong.length} examples do not hold\n`);
  const time = timeWords.map((_words, language) => coverageOfTime(language));
  for (const { role, word } of time.flatMap((one) => one.idle)) io.stdout.write(`unused  ${role}  ${word}\n`);
  const [all, left] = [time.reduce((sum, one) => sum + one.tried, 0), time.reduce((sum, one) => sum + one.idle.length, 0)];
  io.stdout.write(`${all - left} of ${all} words about time are missed by an example\n`);
  return wrong.length > 0 || idle.length > 0 || left > 0 ? 1 : 0;
}
