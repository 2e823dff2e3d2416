import { describe, expect, it } from 'vitest';
import { createLimits, PER_TARGET, TIER_6 } from '../../../src/feishu/api/rate-limit.ts';
import { createHand } from './hand.ts';

/** The most calls in any window of `per` milliseconds. */
function busiest(times: number[], per: number): number {
  let most = 0;
  let from = 0;
  const sorted = [...times].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length; at++) {
    while (sorted[at]! - sorted[from]! >= per) from++;
    most = Math.max(most, at - from + 1);
  }
  return most;
}

const to = (chat: string) => ({ key: `to:${chat}`, rate: PER_TARGET });

describe('limits', () => {
  it('stays under 50 a second and 1,000 a minute per API, and drops nothing', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const times: number[] = [];
    for (let i = 0; i < 2500; i++) void limits.enter('im.message.create').then(() => times.push(hand.clock.now()));
    await hand.run();
    expect(times).toHaveLength(2500);
    expect(busiest(times, 1000)).toBe(50);
    expect(busiest(times, 60_000)).toBe(1000);
    // Not needlessly slow either: 2,500 calls need two full minutes and a bit.
    expect(times.at(-1)! - times[0]!).toBeLessThan(3 * 60_000);
  });

  it('keeps the rate of a burst however the calls trickle in', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const times: number[] = [];
    for (let i = 0; i < 300; i++) {
      void limits.enter('vc.reserve.apply').then(() => times.push(hand.clock.now()));
      await hand.run(hand.clock.now() + (i % 7) * 5);
    }
    await hand.run();
    expect(times).toHaveLength(300);
    expect(busiest(times, 1000)).toBeLessThanOrEqual(50);
  });

  it('counts every API by itself', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const start = hand.clock.now();
    let done = 0;
    for (let i = 0; i < 50; i++) for (const api of ['a', 'b', 'c']) void limits.enter(api).then(() => done++);
    await hand.run(start);
    expect(done).toBe(150);
  });

  it('sends 5 a second to one chat, across APIs, in the order asked', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const sent: { at: number; n: number }[] = [];
    for (let n = 0; n < 40; n++) {
      void limits
        .enter(n % 2 ? 'im.message.create' : 'im.message.reply', undefined, to('oc_busy'))
        .then(() => sent.push({ at: hand.clock.now(), n }));
    }
    await hand.run();
    expect(sent.map((one) => one.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(
      busiest(
        sent.map((one) => one.at),
        1000,
      ),
    ).toBe(5);
  });

  it('does not let one busy chat hold up the others', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const start = hand.clock.now();
    const waited = new Map<string, number>();
    for (let i = 0; i < 200; i++) void limits.enter('im.message.reply', undefined, to('oc_busy'));
    for (let i = 0; i < 40; i++) {
      void limits.enter('im.message.reply', undefined, to(`oc_${i}`)).then(() => waited.set(`oc_${i}`, hand.clock.now() - start));
    }
    await hand.run(start + 200);
    expect([...waited.values()].filter((ms) => ms === 0)).toHaveLength(40);
    await hand.run();
  });

  it('keeps 5 a second for a chat when its calls had to wait for the API', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const busy: number[] = [];
    limits.block('im.message.reply', 10_000);
    const start = hand.clock.now();
    for (let i = 0; i < 20; i++) void limits.enter('im.message.reply', undefined, to('oc_busy')).then(() => busy.push(hand.clock.now()));
    await hand.run();
    expect(busy[0]! - start).toBe(10_000);
    expect(busiest(busy, 1000)).toBe(5);
  });

  it('lets nothing through while the platform wants to be left alone, then goes on in order', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const start = hand.clock.now();
    const passed: string[] = [];
    limits.block('vc.reserve.apply', 52_000);
    void limits.enter('vc.reserve.apply').then(() => passed.push(`1st ${hand.clock.now() - start}`));
    void limits.enter('vc.reserve.apply').then(() => passed.push(`2nd ${hand.clock.now() - start}`));
    void limits.enter('vc.reserve.get').then(() => passed.push(`other ${hand.clock.now() - start}`));
    await hand.run();
    expect(passed).toEqual(['other 0', '1st 52000', '2nd 52000']);
  });

  it('hands a block of more than a minute back to the caller', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    limits.block('vc.reserve.apply', 600_000);
    await expect(limits.enter('vc.reserve.apply')).rejects.toMatchObject({ verdict: 'retry', retryAfter: 600_000 });
  });

  it('keeps 5 a second for names', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const times: number[] = [];
    for (let i = 0; i < 30; i++) void limits.enter('contact.user.basic_batch', TIER_6).then(() => times.push(hand.clock.now()));
    await hand.run();
    expect(busiest(times, 1000)).toBe(5);
  });

  it('serves people first, and keeps 200 calls a minute of each API for them', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    const start = hand.clock.now();
    const quiet: number[] = [];
    const people: number[] = [];
    const asked: number[] = [];
    for (let i = 0; i < 1500; i++)
      void limits.enter('im.message.patch', undefined, undefined, 'background').then(() => quiet.push(hand.clock.now()));
    for (let i = 0; i < 200; i++) {
      await hand.run(start + i * 250);
      asked.push(hand.clock.now());
      void limits.enter('im.message.patch').then(() => people.push(hand.clock.now()));
    }
    await hand.run();
    expect(people.length + quiet.length).toBe(1700);
    expect(Math.max(...people.map((at, n) => at - asked[n]!))).toBeLessThan(1500);
    expect(busiest(quiet, 60_000)).toBeLessThanOrEqual(800);
    expect(busiest([...people, ...quiet], 60_000)).toBeLessThanOrEqual(1000);
    expect(busiest([...people, ...quiet], 1000)).toBeLessThanOrEqual(50);
  });

  it('says which APIs want to be left alone', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    limits.block('vc.reserve.apply', 90_000);
    expect(limits.blocked()).toEqual([{ api: 'vc.reserve.apply', wait: 90_000 }]);
    hand.set(hand.clock.now() + 90_001);
    expect(limits.blocked()).toEqual([]);
  });

  it('is not held up when the machine’s clock is set back', async () => {
    const hand = createHand();
    const limits = createLimits(hand);
    for (let i = 0; i < 50; i++) await limits.enter('a');
    hand.set(hand.clock.now() - 3_600_000);
    const start = hand.clock.now();
    let passed = -1;
    void limits.enter('a').then(() => {
      passed = hand.clock.now() - start;
    });
    await hand.run();
    expect(passed).toBeGreaterThanOrEqual(1000);
    expect(passed).toBeLessThan(1200);
  });

  it('wakes who waits when it closes: nothing was sent', async () => {
    const limits = createLimits({ clock: { now: Date.now } });
    limits.block('a', 50_000);
    const waiting = [limits.enter('a'), limits.enter('a', undefined, to('oc_1')), limits.enter('a', undefined, to('oc_1'))];
    limits.close();
    for (const one of waiting) await expect(one).rejects.toMatchObject({ verdict: 'retry' });
    await expect(limits.enter('b')).rejects.toMatchObject({ verdict: 'retry' });
  });

  it('costs the same with many chats as with few', async () => {
    const cost = async (chats: number): Promise<number> => {
      let now = 0;
      const limits = createLimits({ clock: { now: () => now } });
      const started = process.cpuUsage();
      for (let i = 0; i < 20_000; i++) {
        now += 70;
        await limits.enter('im.message.reply', undefined, to(`oc_${i % chats}`));
      }
      const used = process.cpuUsage(started);
      return used.user + used.system;
    };
    await cost(10);
    expect(await cost(15_000)).toBeLessThan(10 * (await cost(10)));
  });
});
