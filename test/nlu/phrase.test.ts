import { describe, expect, it } from 'vitest';
import type { Lexeme } from '../../src/nlu/lexicon/lexeme.ts';
import { createScan } from '../../src/nlu/lexicon/scan.ts';
import { phrase } from '../../src/nlu/phrase.ts';
import { prepare } from '../../src/nlu/time/prepare.ts';
import { Utterance } from '../../src/nlu/utterance.ts';

const LEXICON: Lexeme[] = [
  { role: 'cancel.verb', words: ['取消', 'cancel'], examples: [] },
  { role: 'move.later', words: ['推迟', 'push'], examples: [] },
  { role: 'complement', words: ['掉', '了', '一下'], examples: [] },
  { role: 'by', words: ['by'], examples: [] },
];
const scan = createScan(LEXICON);
const said = (text: string): Utterance => Utterance.of(prepare(text), scan);

describe('a phrase of roles', () => {
  it.each([
    ['cancel.verb complement* END', '把周会取消掉了，谢谢', '取消掉了'],
    ['cancel.verb complement* END', '取消掉周会', null],
    ['move.later complement? ( by )? length=LENGTH', '周会推迟一下 半小时', '推迟一下 半小时'],
    ['move.later complement? by? length=LENGTH', 'push by 30 minutes', 'push by 30 minutes'],
    ['move.later ANY by length=LENGTH', 'push the sync by 30 minutes', 'push the sync by 30 minutes'],
    ['( cancel.verb | move.later ) !complement', '取消了会推迟吧', '推迟'],
    ['cancel.verb _complement', '取消 了', null],
  ])('%s in "%s"', (pattern, text, expected) => {
    const found = phrase(pattern).find(said(text));
    expect(found ? text.slice(found.from, found.to) : null).toBe(expected);
  });

  it('remembers what was named', () => {
    const found = phrase('verb=move.later ANY by length=LENGTH').find(said('push it by 30 minutes'));
    expect(found?.parts['verb']).toMatchObject({ from: 0, to: 4, hit: { word: 'push' } });
    expect(found?.parts['length']).toMatchObject({ from: 11, to: 21 });
  });

  it('finds the longest that ends where it must', () => {
    const found = phrase('complement+').ending(said('取消掉了一下'), 6, 0);
    expect(found).toMatchObject({ from: 2, to: 6 });
  });

  it('does not look at what is understood already', () => {
    const whole = said('取消 取消');
    const rest = whole.with([{ from: 0, to: 2, kind: 'quote' }]);
    expect(phrase('cancel.verb').find(rest)?.from).toBe(3);
    expect(whole.claims).toEqual([]);
  });
});
