import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Deps } from '../../src/bot/deps.ts';
import type { JobPayloads } from '../../src/bot/job-kinds.ts';
import { remind, reminderJobs } from '../../src/bot/remind.ts';
import { openStore } from '../../src/store/open.ts';
import { meeting } from '../card/views.ts';
import { tempDir } from '../helpers/temp-dir.ts';
import { thorough } from '../helpers/thorough.ts';

const MINUTE = 60_000;
const NINE = Date.parse('2026-11-23T09:00:00+08:00');
/** As many as the platform takes from 8:50 on, or a few more than leave in one minute. */
const MANY = thorough ? 10_000 : 960;
/** Source: rate-limit strategy, tier 4. */
const A_MINUTE = 1000;

const dir = tempDir('remind');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it(`${MANY} reminders for nine sharp are out by nine, each once, under the platform's limit, whatever is killed`, async () => {
  let now = NINE - 3 * 60 * MINUTE;
  const store = await openStore(`file:${join(dir, 'bot.db')}`, { now: () => now }, { keepClock: true });
  const sent: { at: number; key: string; says: string }[] = [];
  const seen = new Set<string>();
  const deps = {
    store: store.meetings,
    now: () => now,
    leaving: (from: number, until: number) => store.jobs.perMinute('remind', from, until),
    enqueue: async (jobs: Parameters<Deps['enqueue']>[0]) => void (await store.jobs.add(jobs)),
    isFailure: () => false,
    remindedAfter: () => {},
    log: { info: () => {} },
    messages: {
      // The platform keeps a key for an hour.
      send: async (_: unknown, card: unknown, key: string) => {
        if (!seen.has(key)) sent.push({ at: now, key, says: JSON.stringify(card) });
        seen.add(key);
        return { messageId: key };
      },
    },
  } as unknown as Deps;
  for (let n = 0; n < MANY; n += 1) {
    const one = meeting({ id: `m${n}`, chatId: `oc_${n}`, startAt: NINE, endAt: NINE + 60 * MINUTE, remind: 0, hostIds: [] });
    await store.meetings.add(one, 'none', await reminderJobs(one, deps));
  }
  let killed = 0;
  for (now = NINE - 12 * MINUTE; now <= NINE + MINUTE; now += 1000) {
    for (let jobs = await store.jobs.claim(200, 'one'); jobs.length > 0; jobs = await store.jobs.claim(200, 'one')) {
      const done: Parameters<typeof store.jobs.finish>[0] = [];
      for (const [n, { id, attempt, payload, kind }] of jobs.entries()) {
        if (kind !== 'remind') continue;
        // Killed before it was sent, or after: nobody knows of it, and it is run again when its lease has ended.
        const kill = attempt === 1 && (n + now / 1000) % 50 === 0;
        if (kill) killed += 1;
        if (kill && n % 2 === 0) continue;
        await remind(payload as JobPayloads['remind'], deps);
        if (!kill) done.push({ id, attempt, as: 'done' });
      }
      await store.jobs.finish(done);
    }
  }
  await store.close();
  expect(killed).toBeGreaterThan(10);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(MANY);
  expect(sent).toHaveLength(MANY);
  const perMinute = new Map<number, number>();
  for (const { at } of sent) perMinute.set(Math.floor(at / MINUTE), (perMinute.get(Math.floor(at / MINUTE)) ?? 0) + 1);
  expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(A_MINUTE);
  expect(Math.min(...sent.map(({ at }) => at))).toBeGreaterThanOrEqual(NINE - 10 * MINUTE);
  expect(Math.max(...sent.map(({ at }) => at))).toBeLessThan(NINE + MINUTE);
  // What leaves early says when it starts, never in how many minutes.
  for (const { says } of sent.filter(({ at }) => at < NINE).slice(0, 50)) {
    expect(says).toContain('09:00 开始');
    expect(says).not.toContain('分钟后');
  }
}, 900_000);
