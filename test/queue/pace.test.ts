import { describe, expect, it } from 'vitest';
import { createPace, type Pace } from '../../src/queue/pace.ts';
import { HandClock } from './hand-clock.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** @param busy which part of the time is spent on doing something */
function paced(busy: number): { pace: Pace; clock: HandClock; begun: () => number; queue(runs: number): void; events(n: number): void } {
  const clock = new HandClock();
  const pace = createPace({ timers: clock, now: () => clock.now(), busy: () => busy });
  let begun = 0;
  return {
    pace,
    clock,
    begun: () => begun,
    queue(runs) {
      for (let n = 0; n < runs; n++) void pace.turn().then(() => (begun += 1));
    },
    events(n) {
      for (let at = 0; at < n; at++) void pace.during(Promise.resolve());
    },
  };
}

async function settle(): Promise<void> {
  for (let n = 0; n < 20; n++) await turn();
}

describe('pace', () => {
  it('begins everything that waits while few are at the door, and each in a turn of its own', async () => {
    const { queue, events, begun, pace } = paced(1);
    events(9);
    queue(12);
    await turn();
    expect(begun()).toBeLessThan(12);
    await settle();
    expect(begun()).toBe(12);
    expect(pace.room()).toBe(Number.POSITIVE_INFINITY);
  });

  it('begins little while many are at the door and there is no time left, but never stands still', async () => {
    const { queue, events, begun, clock, pace } = paced(1);
    events(80);
    await clock.advance(250);
    expect(pace.room()).toBe(4);
    queue(4);
    expect(pace.room()).toBe(0);
    for (let n = 0; n < 200; n++) {
      events(2);
      await clock.advance(5);
      await turn();
    }
    expect(begun()).toBeGreaterThanOrEqual(3);
  });

  it('begins what waits as soon as the door is quiet, where there is time left', async () => {
    const { queue, events, begun, clock, pace } = paced(0.3);
    events(80);
    let done = () => {};
    void pace.during(
      new Promise<void>((resolve) => {
        done = resolve;
      }),
    );
    await clock.advance(250);
    await settle();
    queue(3);
    await settle();
    const first = begun();
    expect(first).toBe(1);
    done();
    await settle();
    await clock.advance(5);
    await settle();
    expect(begun()).toBe(3);
  });
});
