import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Line } from '../helpers/line.ts';
import { unsure } from '../nlu/talk/ask.ts';
import { noneEn } from '../nlu/talk/none-en.ts';
import { noneZh } from '../nlu/talk/none-zh.ts';

const MINUTE = 60_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

/** The first few of every kind. */
const some = (groups: Record<string, string[]>, each: number): string[] => Object.values(groups).flatMap((lines) => lines.slice(0, each));

describe('what is no instruction', () => {
  it('books, changes and cancels nothing, beside a meeting that it could be about', async () => {
    const [owner, other] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, other);
    await line.ask(owner, chat, '12月1日下午3点到4点半 周会');
    const before = await line.reserves();
    const { asked } = await line.asked(async () => {
      // Not every one is answered. Half an hour apart: each stands alone, and is no answer to what was offered before it.
      for (const text of [...some(noneZh, 2), ...some(noneEn, 2), ...some(unsure, 3)]) {
        await line.say(owner, chat, `@${line.world.app.name} ${text}`);
        await line.settle();
        await line.advance(31 * MINUTE);
      }
    });
    expect(asked).toEqual([]);
    expect(await line.reserves()).toEqual(before);
  }, 120_000);
});
