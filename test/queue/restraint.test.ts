import { describe, expect, it } from 'vitest';
import { Restraint } from '../../src/queue/restraint.ts';
import { HandClock } from './hand-clock.ts';

describe('restraint', () => {
  const clock = new HandClock();
  const fresh = () => new Restraint(clock, () => 1);

  it.each([
    { what: 'ended nothing and gets one', ended: 0, got: 1, rests: false },
    { what: 'gets the next of each lane that it freed', ended: 10, got: 10, rests: false },
    { what: 'gets half of what it freed', ended: 10, got: 5, rests: false },
    { what: 'gets less than half of what it freed', ended: 10, got: 4, rests: true },
    { what: 'gets nothing though something is due', ended: 0, got: 0, rests: true },
  ])('an instance that $what: rests $rests', ({ ended, got, rests }) => {
    const restraint = fresh();
    restraint.ended(ended);
    restraint.claimed(got, 1);
    expect(restraint.rest() > 0).toBe(rests);
  });

  it('rests longer each time, for 40 ms at most, and not at all once that is over, nor longer than at first after a good claim', () => {
    const restraint = fresh();
    const rests = Array.from({ length: 6 }, () => {
      restraint.claimed(0, 1);
      const rest = restraint.rest();
      clock.leap(rest - 1);
      expect(restraint.rest()).toBe(1);
      clock.leap(1);
      expect(restraint.rest()).toBe(0);
      return rest;
    });
    expect(rests).toEqual([4, 8, 16, 32, 40, 40]);
    restraint.claimed(1, 1);
    restraint.claimed(0, 1);
    expect(restraint.rest()).toBe(4);
  });
});
