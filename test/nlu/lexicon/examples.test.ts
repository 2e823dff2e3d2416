import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../src/nlu/lexicon/lexicon.ts';
import { EXAMPLE_NOW, EXAMPLE_ZONE, meaningOf, meets } from '../../../src/nlu/lexicon/meaning.ts';
import { understand } from '../../../src/nlu/understand.ts';

describe('the examples of the lexicon', () => {
  it('mean what they say', () => {
    const wrong: unknown[] = [];
    for (const { role, examples } of lexicon) {
      for (const { text, means } of examples) {
        const meaning = meaningOf(understand({ text, mentions: [], botOpenId: null }, { now: EXAMPLE_NOW, zone: EXAMPLE_ZONE }));
        if (!meets(meaning, means)) wrong.push({ role, text, means, meaning });
      }
    }
    expect(wrong).toEqual([]);
  });
});
