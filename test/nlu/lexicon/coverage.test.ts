import { describe, expect, it } from 'vitest';
import { coverageOf, differences } from '../../../src/nlu/lexicon/coverage.ts';
import type { Lexeme } from '../../../src/nlu/lexicon/lexeme.ts';
import { lexicon } from '../../../src/nlu/lexicon/lexicon.ts';
import { coverageOfTime } from '../../../src/nlu/lexicon/time-coverage.ts';
import { timeWords } from '../../../src/nlu/time/languages.ts';
import { understand } from '../../../src/nlu/understand.ts';

describe('the examples of the lexicon', () => {
  const examples = [...lexicon, ...timeWords.flat()].flatMap((lexeme) =>
    lexeme.examples.map((example) => ({ role: lexeme.role, ...example })),
  );

  it.each(examples)('$role: $text', (example) => {
    expect(differences(example, understand)).toEqual([]);
  });

  it('miss each word that is taken away', () => {
    const { tried, idle } = coverageOf(lexicon, 25);
    console.info(`lexicon: ${tried - idle.length} of ${tried} sampled words are missed by an example`);
    expect(
      idle.filter(({ role }) => /^(?:slot|record|connect|password|access|attend|host|label|settings|entity|person|quote)/.test(role)),
    ).toEqual([]);
  });

  it('miss words about English places, feasts and misspelt days that are taken away', () => {
    const english = timeWords.findIndex((words) => words.some((one) => one.examples.length > 0));
    const { tried, idle } = coverageOfTime(english, 15);
    console.info(`lexicon: ${tried - idle.length} of ${tried} sampled words about time are missed by an example`);
    expect(idle.filter(({ role }) => /^time\.(?:place|feast|tomorrow|weekday|month|number-(?:teen|tens|ordinal))$/.test(role))).toEqual([]);
  });

  it('would tell a word that does nothing, and a meaning that is wrong', () => {
    const idler: Lexeme = { role: 'nothing.at-all', words: ['周会'], examples: [{ text: '明天3点 周会', means: { want: 'cancel' } }] };
    const { wrong, tried, idle } = coverageOf([idler]);
    expect(wrong).toMatchObject([{ text: '明天3点 周会', differences: ['want: "book" instead of "cancel"'] }]);
    expect({ tried, idle }).toEqual({ tried: 1, idle: [{ role: 'nothing.at-all', word: '周会' }] });
  });
});
