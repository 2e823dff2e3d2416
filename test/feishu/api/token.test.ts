import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/feishu/api/errors.ts';
import { createTokens } from '../../../src/feishu/api/token.ts';
import { createHand } from './hand.ts';

const MINUTE = 60_000;

function setUp(answer: (n: number) => { token: string; expire: number } | Error) {
  const hand = createHand();
  let fetched = 0;
  const tokens = createTokens({
    clock: hand.clock,
    async fetch() {
      const given = answer(++fetched);
      await hand.sleep(100);
      if (given instanceof Error) throw given;
      return given;
    },
  });
  return { hand, tokens, fetched: () => fetched };
}

const numbered = (n: number) => ({ token: `t-${n}`, expire: 7200 });

describe('tenant access token', () => {
  it('is asked for once by any number of calls that wait for it', async () => {
    const { hand, tokens, fetched } = setUp(numbered);
    const all = Promise.all(Array.from({ length: 100 }, () => tokens.get()));
    await hand.run();
    expect(new Set(await all)).toEqual(new Set(['t-1']));
    expect(fetched()).toBe(1);
  });

  it('is renewed three minutes before it expires, while calls go on with the old one', async () => {
    const { hand, tokens, fetched } = setUp(numbered);
    const first = tokens.get();
    await hand.run();
    expect(await first).toBe('t-1');
    hand.set(hand.clock.now() + 116 * MINUTE);
    expect(await tokens.get()).toBe('t-1');
    expect(fetched()).toBe(1);
    hand.set(hand.clock.now() + 2 * MINUTE);
    const during = await Promise.all(Array.from({ length: 50 }, () => tokens.get()));
    expect(new Set(during)).toEqual(new Set(['t-1']));
    await hand.run();
    expect(fetched()).toBe(2);
    expect(await tokens.get()).toBe('t-2');
  });

  it('serves out its time when the next one cannot be had, without hammering', async () => {
    const { hand, tokens, fetched } = setUp((n) => (n === 1 ? numbered(1) : new Error('down')));
    void tokens.get();
    await hand.run();
    hand.set(hand.clock.now() + 118 * MINUTE);
    for (let i = 0; i < 600; i++) {
      expect(await tokens.get()).toBe('t-1');
      await hand.run(hand.clock.now() + 100);
    }
    expect(fetched() - 1).toBeLessThanOrEqual(13);
    hand.set(hand.clock.now() + 2 * MINUTE);
    const late = tokens.get();
    late.catch(() => undefined);
    await hand.run();
    await expect(late).rejects.toThrow('down');
  });

  it.each([
    ['a minute', 60, 3],
    ['one second', 1, 100],
    ['nothing', 0, 100],
    ['no number', Number.NaN, 100],
    ['less than nothing', -5, 100],
  ])('is not asked for again and again when it lives for %s', async (_, expire, most) => {
    const { hand, tokens, fetched } = setUp((n) => ({ token: `t-${n}`, expire }));
    const end = hand.clock.now() + MINUTE;
    while (hand.clock.now() < end) {
      void tokens.get();
      await hand.run(hand.clock.now() + 200);
    }
    expect(fetched()).toBeLessThanOrEqual(most);
  });

  it('is renewed once however many calls say that it was refused', async () => {
    const { hand, tokens, fetched } = setUp(numbered);
    const first = tokens.get();
    await hand.run();
    const refused = await first;
    const all = Array.from({ length: 100 }, async () => {
      tokens.drop(refused);
      return tokens.get();
    });
    await hand.run();
    expect(new Set(await Promise.all(all))).toEqual(new Set(['t-2']));
    // A late refusal of the old one does not cost the new one.
    tokens.drop(refused);
    expect(tokens.peek()).toBe('t-2');
    expect(fetched()).toBe(2);
  });

  it('does not hammer an endpoint that insists on the refused token', async () => {
    const { hand, tokens, fetched } = setUp(() => ({ token: 't-same', expire: 7200 }));
    for (let i = 0; i < 100; i++) {
      const one = tokens.get();
      await hand.run(hand.clock.now() + 100);
      tokens.drop(await one);
    }
    expect(fetched()).toBeLessThanOrEqual(7);
  });

  it('asks about refused credentials less and less often, twice a minute at least', async () => {
    const denied = new PlatformError({ api: 'x', code: 10014, logId: null, verdict: 'retry', retryAfter: null, scope: null }, 'code 10014');
    const { hand, tokens, fetched } = setUp(() => denied);
    for (let i = 0; i < 1200; i++) {
      const one = tokens.get();
      one.catch(() => undefined);
      await hand.run(hand.clock.now() + 100);
      await expect(one).rejects.toBe(denied);
    }
    // 2, 4, 8, 16, 30, 30 s apart within two minutes.
    expect(fetched()).toBeLessThanOrEqual(8);
    expect(fetched()).toBeGreaterThanOrEqual(6);
  });
});
