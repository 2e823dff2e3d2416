import { expect, it } from 'vitest';
import { understand } from '../../src/nlu/understand.ts';
import { tell } from './tell.ts';
import { wishes } from './wishes-zh.ts';

/** A Wednesday. */
const ctx = { now: Date.parse('2026-05-13T14:20:00+08:00'), zone: 'Asia/Shanghai' };

it.each(wishes)('%s → %s', (text, expected) => {
  const { act, intent, intents } = understand({ text, mentions: [], botOpenId: null }, ctx);
  const told = (intents ?? [intent]).map(tell).join(' + ');
  expect(act === 'none' ? 'none' : act === 'do' ? told : `${act}: ${told}`).toBe(expected);
});
