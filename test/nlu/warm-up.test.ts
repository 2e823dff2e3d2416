import { expect, it } from 'vitest';
import { samples as en } from '../../src/nlu/locales/en/samples.ts';
import { samples as zh } from '../../src/nlu/locales/zh/samples.ts';
import { understand } from '../../src/nlu/understand.ts';
import { warmUps } from '../../src/nlu/warm-up.ts';

const ctx = { now: Date.parse('2026-11-20T10:15:00+08:00'), zone: 'Asia/Shanghai' };

it('what is read before anybody waits is what people say: it books and moves, and leaves nothing behind', () => {
  const wants = [...zh, ...en].map((text) => {
    const { act, intent } = understand({ text, mentions: [], botOpenId: null }, ctx);
    return `${act} ${intent.want}`;
  });
  expect(wants).toEqual(['do book', 'do move', 'do book', 'do move']);
  for (const read of warmUps) expect(read(ctx)).toBeUndefined();
});
