/** Every table of cases, row by row: what is written, and what it means. */
import { describe, expect, it } from 'vitest';
import { tables } from './tables.ts';
import { tell } from './tell.ts';

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
