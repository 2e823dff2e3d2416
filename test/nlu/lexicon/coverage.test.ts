import { describe, expect, it } from 'vitest';
import { coverageOf, differences } from '../../../src/nlu/lexicon/coverage.ts';
import type { Example, Lexeme } from '../../../src/nlu/lexicon/lexeme.ts';
import { lexicon, locales } from '../../../src/nlu/lexicon/lexicon.ts';
import { coverageOfTime } from '../../../src/nlu/lexicon/time-coverage.ts';
import { timeWords } from '../../../src/nlu/time/languages.ts';
import { understand } from '../../../src/nlu/understand.ts';

/** Of a hundred sampled words so many are missed by an example; `npm run lexicon` tries all of them. */
const FLOORS: Readonly<Record<string, { words: number; time: number }>> = {
  zh: { words: 82, time: 90 },
  en: { words: 70, time: 88 },
};

describe('the examples of the lexicon', () => {
  const byRole = new Map<string, Example[]>();
  for (const { role, examples } of [...lexicon, ...timeWords.flat()]) byRole.set(role, [...(byRole.get(role) ?? []), ...examples]);

  it.each([...byRole].filter(([, examples]) => examples.length > 0))('%s', (_role, examples) => {
    const wrong = examples.flatMap((example) => differences(example, understand).map((one) => `${example.text} · ${one}`));
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(locales))(
    'miss words of %s that are taken away',
    (name, words) => {
      const plain = coverageOf(lexicon, 37, words);
      const time = coverageOfTime(Object.keys(locales).indexOf(name), 19);
      const share = ({ tried, idle }: { tried: number; idle: readonly unknown[] }): number => (100 * (tried - idle.length)) / tried;
      console.info(`lexicon ${name}: ${share(plain).toFixed(0)} % of words, ${share(time).toFixed(0)} % of words about time in a sample`);
      expect(plain.wrong).toEqual([]);
      expect({ words: share(plain) >= FLOORS[name]!.words, time: share(time) >= FLOORS[name]!.time, idle: plain.idle }).toMatchObject({
        words: true,
        time: true,
      });
      expect(
        plain.idle.filter(({ role }) =>
          /^(?:slot|record|connect|password|access|attend|host|label|settings|entity|person|quote)/.test(role),
        ),
      ).toEqual([]);
    },
    300_000,
  );

  it('would tell a word that does nothing, and a meaning that is wrong', () => {
    const idler: Lexeme = { role: 'nothing.at-all', words: ['周会'], examples: [{ text: '明天3点 周会', means: { want: 'cancel' } }] };
    const { wrong, tried, idle } = coverageOf([idler]);
    expect(wrong).toMatchObject([{ text: '明天3点 周会', differences: ['want: "book" instead of "cancel"'] }]);
    expect({ tried, idle }).toEqual({ tried: 1, idle: [{ role: 'nothing.at-all', word: '周会' }] });
  });
});
