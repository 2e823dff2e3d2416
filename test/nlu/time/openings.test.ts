import { describe, expect, it } from 'vitest';
import { recognisersOfAll } from '../../../src/nlu/time/languages.ts';
import { mayOpen, openingsOf, pairAt } from '../../../src/nlu/time/openings.ts';
import { prepare } from '../../../src/nlu/time/prepare.ts';
import { tables } from './tables.ts';

/** Pattern, text, whether it may begin there. */
const ROWS: [pattern: RegExp, text: string, may: boolean][] = [
  [/to(?![a-z])/i, 'to', true],
  [/to(?![a-z])/i, 'TOMORROW', true],
  [/to(?![a-z])/i, 'the', false],
  [/\d{1,2} ?点/, '13点', true],
  [/\d{1,2} ?点/, '3 点', true],
  [/\d{1,2} ?点/, '2026年', false],
  [/\d{1,2}点/, '3 点', false],
  [/\d{4}-\d\d/, '2026-11', true],
  [/\d{4}-\d\d/, '2026/11', false],
  [/(?:a|an|one)?\s?half/i, 'half', true],
  [/(?:a|an|one)?\s?half/i, 'a half', true],
  [/(?:a|an|one)?\s?half/i, 'apple', false],
  [/(?:下|上){1,3}周/, '下下周', true],
  [/(?:下|上){1,3}周/, '下周', true],
  [/(?:下|上){1,3}周/, '下午', false],
  [/x{0,2}y/, 'y!', true],
  [/x{2}y/, 'xx', true],
  [/[a-c-]z/, '-z', true],
  [/[a-c-]z/, 'bz', true],
  [/[a-c-]z/, 'by', false],
  [/a[^b]/, 'ab', true],
  [/a\bz/, 'az', true],
  [/(?=q)a\p{L}/u, 'a-', true],
  [/明/, '明天', true],
  [/to/, 't', true],
];

describe('what a pattern may begin with', () => {
  it.each(ROWS)('%s at %s: %s', (pattern, text, may) => {
    expect(mayOpen(openingsOf(pattern.source), pairAt(text, 0))).toBe(may);
  });

  it('is there wherever a recogniser of time matches', () => {
    const all = [...new Set([...recognisersOfAll.by.values()].flat())];
    const texts = Object.values(tables)
      .flatMap((table) => Object.values(table).flat())
      .filter((_, i) => i % 5 === 0)
      .map(([text]) => prepare(text).text);
    const wrong: string[] = [];
    for (const { name, pattern, opens } of all) {
      const anywhere = new RegExp(pattern().source, 'gi');
      for (const text of texts)
        for (const { 0: found, index } of text.matchAll(anywhere))
          if (found !== '' && !mayOpen(opens(), pairAt(text, index))) wrong.push(`${name}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });
});
