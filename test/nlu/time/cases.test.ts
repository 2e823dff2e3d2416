/** Every table of cases, row by row: what is written, and what it means. */
import { describe, expect, it } from 'vitest';
import { enCases } from './cases.en.ts';
import { mixedCases } from './cases.mixed.ts';
import { moreEn } from './cases.more-en.ts';
import { moreNone } from './cases.more-none.ts';
import { moreRepeat } from './cases.more-repeat.ts';
import { moreZh } from './cases.more-zh.ts';
import { moreZones } from './cases.more-zones.ts';
import { noneCases } from './cases.none.ts';
import { problemCases } from './cases.problems.ts';
import { repeatCases } from './cases.repeat.ts';
import { zhCases } from './cases.zh.ts';
import { zoneCases } from './cases.zones.ts';
import { type Case, tell } from './tell.ts';

const tables: Record<string, Record<string, readonly Case[]>> = {
  Chinese: zhCases,
  'more Chinese': moreZh,
  English: enCases,
  'more English': moreEn,
  'both languages': mixedCases,
  recurrences: repeatCases,
  'more recurrences': moreRepeat,
  zones: zoneCases,
  'more zones': moreZones,
  problems: problemCases,
  'no time': noneCases,
  'more without time': moreNone,
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
