import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { moveCommand } from '../../src/cli/move.ts';
import { noLife } from '../../src/meeting/live.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';
import { thorough } from '../helpers/thorough.ts';
import { HandClock } from '../queue/hand-clock.ts';
import { tempDir } from './drivers.ts';
import { meetingAt } from './meetings.ts';

const clock = new HandClock();
const MEETINGS = thorough ? 10_000 : 1200;

const open = async (url: string): Promise<Store> => {
  const store = await openStore(url, clock, { keepClock: true });
  onTestFinished(() => store.close());
  return store;
};

/** Everything of every table, in an order of its own. */
async function content(store: Store): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of (await store.db.tables()).sort()) {
    if (['schema_steps', 'pulse', 'leases', 'buckets', 'shared'].includes(table)) continue;
    const rows = await store.db.read
      .selectFrom(table as 'jobs')
      .selectAll()
      .execute();
    all[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return all;
}

async function fill(store: Store): Promise<void> {
  for (let n = 0; n < MEETINGS; n += 1) {
    const meeting = meetingAt(clock.now() + n * 60_000, {
      id: `m${n}`,
      topic: n % 3 ? `周会 ${n} “quoted” \\ %_` : null,
      hostIds: [`ou_${n}`],
    });
    await store.meetings.add(meeting, `a${n}`, []);
    if (n % 4 > 0) continue;
    await store.meetings.addCard({ messageId: `om_card${n}`, meetingId: meeting.id, chatId: `oc_${n % 50}`, sentAt: n });
    await store.lives.save({ ...noLife(meeting.id), seenAt: n }, { meeting: null, pollAt: n % 8 ? null : n }, []);
  }
  await store.settings.patch('ou_1', { minutes: 45, zone: 'Asia/Tokyo' });
  await store.marks.once('welcomed:oc_1', 5);
  const job = (id: string, due: number) => ({
    id,
    lane: 'oc_a',
    kind: 'incoming',
    due,
    payload: { text: '明天\u0000 3点 😀' },
    repeat: 'ignore' as const,
  });
  await store.jobs.add([job('om_1', clock.now()), job('om_2', clock.now() + 60_000), job('om_3', clock.now())]);
}

const quiet = (said: string[]) => ({ stdout: { write: (text: string) => said.push(text) }, now: () => clock.now() });

describe('moving a store', () => {
  it.each([
    ['nothing', [], 'Usage'],
    ['one store', ['file:./a.db', 'file:./a.db'], 'the same store'],
    ['a file that is not there', ['file:./nowhere.db', 'file:./b.db'], 'does not exist'],
  ])('refuses %s', async (_, args, says) => {
    const said: string[] = [];
    expect(await moveCommand(args, { BOT_LANGUAGE: 'en_us' }, quiet(said))).toBe(1);
    expect(said.join('')).toContain(says);
  });

  it('refuses a target that holds something, and changes nothing there', async () => {
    const dir = tempDir();
    const urls = ['a', 'b'].map((name) => `file:${join(dir, `${name}.db`)}`);
    for (const url of urls) {
      const store = await openStore(url, clock);
      await store.marks.once(url, 1);
      await store.close();
    }
    const said: string[] = [];
    expect(await moveCommand(urls, { BOT_LANGUAGE: 'en_us' }, quiet(said))).toBe(1);
    expect(said.join('')).toContain('holds 1 rows in marks already');
    expect((await content(await open(urls[1] ?? '')))['marks']).toHaveLength(1);
  });
});

describe.skipIf(missingPostgres !== null)(missingPostgres ?? 'between SQLite and PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  it('carries everything there and back again, and work goes on in its order', { timeout: 600_000 }, async () => {
    const dir = tempDir();
    const [first, shared, last] = [`file:${join(dir, 'a.db')}`, await server.freshUrl(), `file:${join(dir, 'b.db')}`];
    const source = await openStore(first, clock);
    await fill(source);
    const before = await content(source);
    await source.close();
    for (const urls of [
      [first, shared],
      [shared, last],
    ]) {
      const said: string[] = [];
      const started = performance.now();
      expect([await moveCommand(urls, {}, quiet(said)), said.at(-1)]).toEqual([0, expect.stringContaining('数量一致')]);
      expect(said).toContain(`meetings  ${MEETINGS}\n`);
      if (thorough) console.log({ MEETINGS, seconds: Math.round((performance.now() - started) / 100) / 10 });
    }
    const there = await open(shared);
    expect(await content(there)).toEqual(before);
    expect(await content(await open(last))).toEqual(before);
    // Its numbers go on behind those that came along.
    await there.jobs.add([{ id: 'om_4', lane: 'oc_a', kind: 'incoming', due: clock.now(), payload: null, repeat: 'ignore' }]);
    const seen: string[] = [];
    for (let [job] = await there.jobs.claim(1, 'me'); job; [job] = await there.jobs.claim(1, 'me')) {
      seen.push(job.id);
      await there.jobs.finish([{ id: job.id, attempt: job.attempt, as: 'done' }]);
    }
    expect(seen).toEqual(['om_1', 'om_3', 'om_4']);
  });
});
