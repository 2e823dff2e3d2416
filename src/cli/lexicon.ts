/** `npm run lexicon -- [--lang zh] [--role dialogue.]`: takes every word of the lexicon out in turn; an example must then fail. */
import { parseArgs } from 'node:util';
import { type Coverage, coverageOf } from '../nlu/lexicon/coverage.ts';
import { lexicon, locales } from '../nlu/lexicon/lexicon.ts';
import { coverageOfTime } from '../nlu/lexicon/time-coverage.ts';

/**
 * Lists wrong examples and words that no example misses, then one line of figures a language. Returns the exit code: 1 if there are any.
 * `--lang`: words of that language alone; `--role`: of the roles that begin like this.
 */
export function lexiconCommand(argv: string[], io: { stdout: { write(text: string): unknown } }): number {
  const text = { type: 'string' } as const;
  const { lang, role: beginning = '' } = parseArgs({ args: argv, options: { lang: text, role: text } }).values;
  const isAsked = (role: string): boolean => role.startsWith(beginning);
  const figures: string[] = [];
  let left = 0;
  Object.entries(locales).forEach(([name, words], language) => {
    if (lang !== undefined && name !== lang) return;
    const { wrong, ...plain } = coverageOf(
      lexicon,
      1,
      words.filter(({ role }) => isAsked(role)),
    );
    for (const { role, text, differences } of wrong) io.stdout.write(`wrong   ${role}  ${text}\n        ${differences.join('; ')}\n`);
    const time = coverageOfTime(language, 1, isAsked);
    for (const { role, word } of [...plain.idle, ...time.idle]) io.stdout.write(`unused  ${name}  ${role}  ${word}\n`);
    figures.push(
      `${name}: ${share(plain)} of words, ${share(time)} of words about time are missed by an example; ${wrong.length} examples do not hold`,
    );
    left += wrong.length + plain.idle.length + time.idle.length;
  });
  io.stdout.write(`${figures.join('\n')}\n`);
  return left > 0 ? 1 : 0;
}

const share = ({ tried, idle }: Pick<Coverage, 'tried' | 'idle'>): string =>
  `${tried - idle.length} of ${tried} (${tried === 0 ? '-' : ((100 * (tried - idle.length)) / tried).toFixed(1)} %)`;
