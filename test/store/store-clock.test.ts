import { afterEach, expect, it, vi } from 'vitest';
import type { Db } from '../../src/store/db.ts';
import { storeClock } from '../../src/store/store-clock.ts';

afterEach(() => vi.restoreAllMocks());

/** Two instances whose clocks differ put what one chat says in another order than it came in. */
it.each([
  [
    'the first answer waits for its connection',
    [
      [400, 10],
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'one answer was held up on its way back',
    [
      [1, 1],
      [1, 90],
      [2, 1],
    ],
  ],
  [
    'only the last answer came at once',
    [
      [30, 5],
      [5, 40],
      [70, 3],
      [8, 60],
      [1, 1],
    ],
  ],
])('reads the database’s clock to the millisecond when %s', async (_, ways) => {
  const behind = 5_000_000;
  let here = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => here);
  let asked = 0;
  const db = {
    shared: true,
    clock: async () => {
      const [there, back] = ways[Math.min(asked++, ways.length - 1)] as [number, number];
      here += there;
      const read = here + behind;
      here += back;
      return read;
    },
  } as unknown as Db;
  const { clock, stop } = await storeClock(db, { now: () => 0 });
  stop();
  expect(Math.abs(clock.now() - (here + behind))).toBeLessThanOrEqual(1);
});
