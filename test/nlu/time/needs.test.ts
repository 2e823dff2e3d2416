/** A pattern that could match is never left out: what a text must hold is read from the pattern itself. */
import { describe, expect, it } from 'vitest';
import { recognisersOfAll } from '../../../src/nlu/time/languages.ts';
import { marksOf, mayFind } from '../../../src/nlu/time/needs.ts';
import { prepare } from '../../../src/nlu/time/prepare.ts';
import { tables } from './tables.ts';

const ROWS: [pattern: RegExp, text: string, may: boolean][] = [
  [/周会|例会/, '周会', true],
  [/周会|例会/, '月底', false],
  [/\d{1,2}点(?:半)?/, '3点', true],
  [/\d{1,2}点(?:半)?/, '3:00', false],
  [/(?:明天)?\d+/, '3', true],
  [/a(?=\s*late)/i, 'A LATE one', true],
  [/\d(?!点)/, '3', true],
  [/(?<!第)\d次/, '2次', true],
  [/(?<=第)\d/, '第2', true],
  [/(?<=第)\d/, '2', false],
  [/(?<day>周[一二三])|下月/, '周二', true],
  [/(?<day>周[一二三])|下月/, '明天', false],
  [/[^,]{2,8}/, 'ab', true],
  [/x{0,2}y?/, 'z', true],
  [/[—-]x/, '—x', true],
  [/\u5468\s/, '周 ', true],
  [/\p{L}!/u, 'ä!', true],
  [/\p{L}!/u, 'ä', false],
  [/a||b/, 'z', true],
];

/** Every seventh sentence of the tables. */
const TEXTS = Object.values(tables)
  .flatMap((table) => Object.values(table).flat())
  .filter((_, i) => i % 7 === 0)
  .map(([text]) => prepare(text).text);

describe('what a pattern needs', () => {
  it.each(ROWS)('%s in %s: %s', (pattern, text, may) => {
    expect(mayFind(pattern, marksOf(text))).toBe(may);
    if (pattern.test(text)) expect(mayFind(pattern, marksOf(text))).toBe(true);
  });

  it('is there wherever a recogniser of time matches', () => {
    const all = new Set([...recognisersOfAll.by.values()].flat());
    const wrong: string[] = [];
    for (const text of TEXTS) {
      const marks = marksOf(text);
      for (const { name, pattern } of all)
        if (!mayFind(pattern(), marks) && new RegExp(pattern().source, 'i').test(text)) wrong.push(`${name}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });
});
