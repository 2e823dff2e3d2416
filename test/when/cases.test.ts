/** Every table of cases, row by row: what is written, and what it means. */
import { describe, expect, it } from 'vitest';
import { enCases } from './cases.en.ts';
import { mixedCases } from './cases.mixed.ts';
import { noneCases } from './cases.none.ts';
import { problemCases } from './cases.problems.ts';
import { repeatCases } from './cases.repeat.ts';
import { zhCases } from './cases.zh.ts';
import { zoneCases } from './cases.zones.ts';
import { type Case, tell } from './tell.ts';

const tables: Record<string, Record<string, readonly Case[]>> = {
  Chinese: zhCases,
  English: enCases,
  'both languages': mixedCases,
  recurrences: repeatCases,
  zones: zoneCases,
  problems: problemCases,
  'no time': noneCases,
};

describe.each(Object.keys(tables))('%s', (name) => {
  describe.each(Object.keys(tables[name]!))('%s', (group) => {
    it.each(tables[name]![group]!)('%s → %s', (text, means) => {
      expect(tell(text)).toBe(means);
    });
  });
});

it('holds no message twice', () => {
  const texts = Object.values(tables).flatMap((groups) => Object.values(groups).flatMap((rows) => rows.map(([text]) => text)));
  expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
});
