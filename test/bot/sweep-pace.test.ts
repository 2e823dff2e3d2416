import { expect, it } from 'vitest';
import { sweepJob } from '../../src/bot/job-kinds.ts';

/** Meetings that wait for their poll are handed out twelve at a time: more than once a second, they would fill the queue. */
it.each([
  ['at once', 5_000, 5_400, 6_000],
  ['at once, on a full second', 5_000, 5_000, 6_000],
  ['although it was due long ago', 100, 5_999, 6_000],
  ['later in this second', 5_900, 5_100, 6_000],
  ['later', 20_300, 5_100, 21_000],
  ['later, on a full second', 20_000, 5_100, 20_000],
])('a sweep asked for %s comes on the next full second', (_, due, now, at) => {
  expect(sweepJob(due, now).due).toBe(at);
});
