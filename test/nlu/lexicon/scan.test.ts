import { describe, expect, it } from 'vitest';
import type { Lexeme } from '../../../src/nlu/lexicon/lexeme.ts';
import { createScan } from '../../../src/nlu/lexicon/scan.ts';

const LEXICON: Lexeme[] = [
  { role: 'cancel.verb', words: ['取消', '取消掉', 'cancel', 'call off'], notAfter: ['别'], notBefore: ['率'], examples: [] },
  { role: 'day.offset', words: { 明天: 1, 后天: 2, tomorrow: 1 }, examples: [] },
];

const scan = createScan(LEXICON);
const found = (text: string) => scan(text).map(({ role, word, worth, from, to }) => [role, word, worth, text.slice(from, to)]);

describe('one scan over the text', () => {
  it.each([
    [
      '取消明天的会',
      [
        ['cancel.verb', '取消', null, '取消'],
        ['day.offset', '明天', 1, '明天'],
      ],
    ],
    ['取消掉它', [['cancel.verb', '取消掉', null, '取消掉']]],
    ['Cancel it', [['cancel.verb', 'cancel', null, 'Cancel']]],
    ['call  off the sync', [['cancel.verb', 'call off', null, 'call  off']]],
    ['call\noff the sync', [['cancel.verb', 'call off', null, 'call\noff']]],
    ['cancelled, precancel, cancel2', []],
    [
      '取消cancel一下',
      [
        ['cancel.verb', '取消', null, '取消'],
        ['cancel.verb', 'cancel', null, 'cancel'],
      ],
    ],
    ['别取消', []],
    ['取消率 50%', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
