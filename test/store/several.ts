/** What two and three stores at one server rely on: whatever one of them has, no other has too. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewJob } from '../../src/domain/job.ts';
import type { Series } from '../../src/domain/series.ts';
import { noLife } from '../../src/meeting/live.ts';
import { admit } from '../../src/store/jobs/admit.ts';
import { LEASE } from '../../src/store/jobs/claim.ts';
import type { Store } from '../../src/store/open.ts';
import { thorough } from '../helpers/thorough.ts';
import { HandClock } from '../queue/hand-clock.ts';
import { meetingAt } from './meetings.ts';

const HOUR = 3_600_000;
const RATES = [
  { calls: 50, per: 1000 },
  { calls: 1000, per: 60_000 },
];

/** @param open so many stores at one empty database, on this clock */
export function severalContract(open: (count: number, clock: HandClock) => Promise<Store[]>): void {
  describe.each(thorough ? [2, 3] : [3])('%i stores at one server', (count) => {
    let clock: HandClock;
    let stores: Store[];
    let one: Store;
    let other: Store;

    beforeEach(async () => {
      clock = new HandClock();
      stores = await open(count, clock);
      [one, other] = stores as [Store, Store];
    });

    const job = (id: string, change: Partial<NewJob> = {}): NewJob => ({
      ...{ id, lane: 'oc_a', kind: 'incoming', due: clock.now(), payload: { text: id }, repeat: 'ignore' },
      ...change,
    });
    /** The same at each of them, so often and all at once. */
    const everywhere = <T>(times: number, ask: (store: Store, n: number) => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: times }, (_, n) => ask(stores[n % count]!, n)));
    const meeting = (change = {}) => meetingAt(clock.now(), change);

    it('keep one of twenty copies of an event', async () => {
      const answers = await everywhere(20, (store) => store.jobs.add([job('om_1')]));
      expect(answers.filter(({ inserted }) => inserted[0])).toHaveLength(1);
      expect((await Promise.all(stores.map((store) => store.jobs.claim(10, 'x')))).flat()).toHaveLength(1);
    });

    it('work off lanes together: each job once, each lane in order, one of a lane at a time', async () => {
      const lanes = ['oc_a', 'oc_b', 'oc_c', 'oc_d'];
      for (let n = 0; n < 80; n++) await stores[n % count]!.jobs.add([job(`om_${n}`, { lane: lanes[n % 4]! })]);
      const done: Record<string, number[]> = {};
      const running = new Set<string>();
      const work = async (store: Store, n: number): Promise<void> => {
        for (let idle = 0; idle < 5; ) {
          const claimed = await store.jobs.claim(2, `worker ${n}`);
          idle = claimed.length === 0 ? idle + 1 : 0;
          for (const { lane } of claimed) expect(running.has(lane)).toBe(false);
          for (const { lane } of claimed) running.add(lane);
          await new Promise((resolve) => setImmediate(resolve));
          for (const { id, lane } of claimed) {
            done[lane] = [...(done[lane] ?? []), Number(id.slice(3))];
            running.delete(lane);
          }
          await store.jobs.finish(claimed.map(({ id, attempt }) => ({ id, attempt, as: 'done' })));
        }
      };
      await everywhere(count * 2, work);
      for (const [n, lane] of lanes.entries()) expect(done[lane]).toEqual(Array.from({ length: 20 }, (_, k) => k * 4 + n));
    });

    it('never let a later message of a chat by while another has the earlier ones in its hands', async () => {
      for (let n = 0; n < 70; n++) await one.jobs.add([job(`om_${n}`, { lane: n === 0 || n === 69 ? 'oc_same' : `oc_${n}` })]);
      let commit = (): void => {};
      const held = new Promise<void>((resolve) => {
        commit = resolve;
      });
      let begun = (): void => {};
      const admitting = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const first = one.db.tx(async (sql) => {
        expect(await one.db.turn(sql)).toBe(true);
        await admit(sql, { limit: 64, free: 0, holder: 'one', until: 0 });
        begun();
        await held;
      });
      await admitting;
      expect(await other.jobs.claim(100, 'other')).toEqual([]);
      commit();
      await first;
      const rest = (await other.jobs.claim(100, 'other')).map(({ id }) => id);
      expect(rest).toContain('om_0');
      expect(rest).toContain('om_68');
      expect(rest).not.toContain('om_69');
    });

    it('take over the lane of one that is gone, and let it change nothing when it comes back', async () => {
      await one.jobs.add([job('om_1'), job('om_2')]);
      const [mine] = await one.jobs.claim(1, 'one');
      expect(await other.jobs.claim(1, 'other')).toEqual([]);
      await clock.advance(LEASE);
      const [taken] = await other.jobs.claim(1, 'other');
      expect(taken).toMatchObject({ id: 'om_1', attempt: 2, unfinished: 2 });
      await one.jobs.finish([{ id: mine!.id, attempt: mine!.attempt, as: 'done' }]);
      await one.jobs.renew(['oc_a'], 'one');
      expect(await one.jobs.claim(5, 'one')).toEqual([]);
      await other.jobs.finish([{ id: 'om_1', attempt: 2, as: 'done' }]);
      expect(await one.jobs.claim(5, 'one')).toMatchObject([{ id: 'om_2' }]);
    });

    it('hear of each other’s jobs', async () => {
      const heard = stores.map((store) => new Promise<void>((resolve) => store.jobs.onAdded(() => resolve())));
      await one.jobs.add([job('om_1')]);
      await Promise.all(heard);
    });

    it('grant no more calls together than there are, and leave alone what one of them was told to', async () => {
      const answers = await everywhere(60, (store) => store.buckets.draw('vc.reserve.apply', RATES, 3));
      expect(answers.reduce((sum, { granted }) => sum + granted, 0)).toBe(50);
      await one.buckets.block('im.message.reply', 5000);
      for (const store of stores) expect(await store.buckets.draw('im.message.reply', RATES, 1)).toEqual({ granted: 0, wait: 5000 });
      await clock.advance(5000);
      expect(await other.buckets.draw('im.message.reply', RATES, 1)).toMatchObject({ granted: 1 });
    });

    it('let one book for a chat, one at a time change a meeting, and one begin what is asked for', async () => {
      const held = await everywhere(20, (store, n) =>
        store.lives.claim({ chatId: 'oc_a', attemptId: `om_${n}`, personId: `ou_${n}`, until: clock.now() + HOUR }),
      );
      expect(held.filter((claim) => claim === null)).toHaveLength(1);
      const attempt = {
        ...{ id: 'om_1', ownerId: 'ou_a', chatId: 'oc_a', state: 'calling' as const },
        ...{ request: {}, meetingId: null },
      };
      const begun = await everywhere(12, (store) => store.meetings.beginAttempt({ ...attempt, createdAt: clock.now() }));
      expect(begun.filter(Boolean)).toHaveLength(1);
      const sent = await everywhere(12, (store) => store.sends.begin('reply-om_1'));
      expect(sent.filter((at) => at === null)).toHaveLength(1);
      const marked = await everywhere(12, (store) => store.marks.once('welcomed:oc_a', 1));
      expect(marked.filter(Boolean)).toHaveLength(1);
      let inside = 0;
      await everywhere(count * 2, (store) =>
        store.locks.alone('meeting:m1', async () => {
          inside += 1;
          expect(inside).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, 5));
          inside -= 1;
        }),
      );
    });

    it('write a meeting, what goes on in it and its card over the version that was read', async () => {
      await one.meetings.add(meeting(), 'none', []);
      const read = (await other.meetings.get('m1'))!;
      const saved = await everywhere(12, (store, n) => store.meetings.save({ ...read, topic: `t${n}` }, [job(`om_${n}`)]));
      expect(saved.filter(Boolean)).toHaveLength(1);
      const jobs = await one.jobs.claim(50, 'x');
      expect(jobs.map(({ id }) => id)).toEqual([`om_${saved.indexOf(true)}`]);
      const told = await everywhere(12, (store) => store.lives.save({ ...noLife('m1'), seenAt: 5 }, { meeting: null, pollAt: null }, []));
      expect(told.filter(Boolean)).toHaveLength(1);
      await one.meetings.addCard({ messageId: 'om_c', meetingId: 'm1', chatId: 'oc_a', sentAt: clock.now() });
      expect(await other.lives.beginDraw('om_c', 7)).toBe(true);
      expect(await one.lives.beginDraw('om_c', 6)).toBe(false);
    });

    it('sweep together: each meeting is looked after by one of them', async () => {
      const now = clock.now();
      for (let n = 0; n < 30; n++)
        await one.meetings.add(meeting({ id: `m${n}`, meetingNo: `n${n}`, pollAt: now - n, endAt: now + HOUR }), 'none', []);
      const taken = (await everywhere(count * 3, (store) => store.lives.takeDue(7))).flat().map(({ id }) => id);
      while (taken.length < 30) {
        const more = await one.lives.takeDue(30);
        if (more.length === 0) break;
        taken.push(...more.map(({ id }) => id));
      }
      expect(taken).toHaveLength(30);
      expect(new Set(taken).size).toBe(30);
    });

    it('plan a series once and change it one after the other', async () => {
      const series = { id: 's1', ownerId: 'ou_a', chatId: 'oc_a', status: 'on', plan: { topic: '周会' }, createdAt: 1, version: 1 };
      await everywhere(6, (store) => store.series.add(series as unknown as Series, [job('series:s1')]));
      expect((await Promise.all(stores.map((store) => store.jobs.claim(5, 'x')))).flat()).toHaveLength(1);
      const read = (await other.series.get('s1'))!;
      const saved = await everywhere(9, (store, n) => store.series.save({ ...read, doneTo: `2026-01-0${n + 1}` }, []));
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await one.series.get('s1')).toMatchObject({ version: 2, doneTo: `2026-01-0${saved.indexOf(true) + 1}` });
    });

    it('remember the same conversation, settings and changes', async () => {
      await one.conversations.put('oc_a', 'ou_a', { offered: 1 }, clock.now());
      expect(await other.conversations.get('oc_a', 'ou_a')).toEqual({ offered: 1 });
      await everywhere(12, (store, n) => store.conversations.put('oc_a', `ou_${n % 4}`, { n }, clock.now()));
      for (let n = 0; n < 4; n++)
        expect((await one.conversations.get('oc_a', `ou_${n}`)) as { n: number }).toMatchObject({ n: expect.any(Number) });
      await Promise.all([
        one.settings.patch('ou_a', { minutes: 30 }),
        other.settings.patch('ou_a', { zone: 'Asia/Tokyo' }),
        one.settings.patch('ou_a', { lang: 'en_us' }),
      ]);
      expect(await other.settings.get('ou_a')).toEqual({ minutes: 30, zone: 'Asia/Tokyo', lang: 'en_us' });
      await one.changes.begin('om_1', 'm1', { by: 15 });
      expect(await other.changes.get('om_1')).toMatchObject({ done: false, what: { by: 15 } });
    });

    it('forget together what is old, at the same time', async () => {
      for (let n = 0; n < 40; n++) await one.meetings.add(meeting({ id: `m${n}` }), 'none', [job(`om_${n}`, { lane: `oc_${n}` })]);
      await one.jobs.finish((await one.jobs.claim(100, 'x')).map(({ id, attempt }) => ({ id, attempt, as: 'done' })));
      await clock.advance(200 * 24 * HOUR);
      await everywhere(count * 2, async (store) => {
        while (await store.jobs.purge());
      });
      for (const table of ['jobs', 'meetings'] as const) expect(await one.db.read.selectFrom(table).selectAll().execute()).toEqual([]);
    });
  });
}
