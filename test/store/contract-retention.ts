/** How long a store keeps what, whatever the database. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Series } from '../../src/domain/series.ts';
import { fold, noLife } from '../../src/meeting/live.ts';
import type { Store } from '../../src/store/open.ts';
import { HandClock } from '../queue/hand-clock.ts';
import type { Driver } from './drivers.ts';
import { meetingAt } from './meetings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function retentionContract(driver: Driver): void {
  let clock: HandClock;
  let store: Store;

  beforeEach(async () => {
    clock = new HandClock();
    ({ store } = await driver.open(clock));
  });

  describe(`${driver.name}: what is long over`, () => {
    const counts = async () => {
      const tables = ['meetings', 'hosts', 'cards', 'live', 'sessions', 'marks', 'claims', 'series', 'series_cards'] as const;
      const rows = await Promise.all(
        tables.map((table) =>
          store.db.read
            .selectFrom(table)
            .select((eb) => eb.fn.countAll<number>().as('rows'))
            .executeTakeFirstOrThrow(),
        ),
      );
      return Object.fromEntries(rows.map((row, n) => [tables[n], Number(row.rows)]));
    };
    const series = (id: string, status: Series['status'], doneTo: string | null) =>
      ({
        id,
        status,
        doneTo,
        ownerId: 'ou_a',
        chatId: 'oc_a',
        plan: { topic: '周会' },
        version: 1,
        createdAt: clock.now() - 300 * DAY,
      }) as Series;
    const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

    beforeEach(async () => {
      await store.meetings.add(meetingAt(clock.now(), { id: 'old', hostIds: ['ou_h'] }), 'om_1', []);
      await store.meetings.addCard({ messageId: 'om_card', meetingId: 'old', chatId: 'oc_a', sentAt: clock.now() });
      const begun = { fact: 'started', at: clock.now(), sessionId: 's1', startAt: clock.now(), hostId: null } as const;
      await store.lives.save(fold(noLife('old'), begun), { meeting: null, pollAt: null }, []);
      await store.meetings.add(meetingAt(clock.now(), { id: 'ahead', endAt: clock.now() + 30 * DAY, hostIds: ['ou_h'] }), 'om_2', []);
      await store.meetings.addCard({ messageId: 'om_card2', meetingId: 'ahead', chatId: 'oc_a', sentAt: clock.now() });
      await store.marks.once('welcomed:oc_a', clock.now());
      await store.lives.claim({ chatId: 'oc_a', attemptId: 'om_1', personId: 'ou_a', until: clock.now() + HOUR });
      for (const one of [series('on', 'on', null), series('over', 'over', dayAt(clock.now())), series('stopped', 'stopped', null)]) {
        await store.series.add(one, []);
        await store.series.addCard({ messageId: `om_${one.id}`, seriesId: one.id, chatId: 'oc_a', sentAt: clock.now() });
      }
    });

    it('is kept for half a year', async () => {
      await clock.advance(150 * DAY);
      while (await store.jobs.purge());
      expect(await counts()).toEqual({
        meetings: 2,
        hosts: 2,
        cards: 2,
        live: 1,
        sessions: 1,
        marks: 1,
        claims: 0,
        series: 2,
        series_cards: 2,
      });
      expect(await store.meetings.byCard('om_card')).toMatchObject({ id: 'old' });
    });

    it('is forgotten after that with all that belongs to it, and what is not over stays', async () => {
      await clock.advance(181 * DAY);
      while (await store.jobs.purge());
      expect(await counts()).toEqual({
        meetings: 1,
        hosts: 1,
        cards: 1,
        live: 0,
        sessions: 0,
        marks: 1,
        claims: 0,
        series: 1,
        series_cards: 1,
      });
      expect(await store.meetings.get('old')).toBeNull();
      expect(await store.meetings.byCard('om_card')).toBeNull();
      expect(await store.meetings.get('ahead')).toMatchObject({ id: 'ahead' });
      await clock.advance(366 * DAY);
      while (await store.jobs.purge());
      expect(await counts()).toEqual({
        meetings: 0,
        hosts: 0,
        cards: 0,
        live: 0,
        sessions: 0,
        marks: 0,
        claims: 0,
        series: 1,
        series_cards: 1,
      });
    });

    it('is forgotten by its last day, however many older ones went on for longer', async () => {
      for (let n = 0; n < 210; n += 1)
        await store.series.add(
          { ...series(`long-${n}`, 'over', dayAt(clock.now() + 100 * DAY)), createdAt: clock.now() - (400 + n) * DAY },
          [],
        );
      await store.db.tx((tx) => tx.updateTable('series').set({ last_day: null }).where('id', '=', 'long-209').execute());
      await clock.advance(181 * DAY);
      while (await store.jobs.purge());
      expect(await counts()).toMatchObject({ series: 211 });
      expect(await store.series.get('over')).toBeNull();
      expect(await store.series.get('stopped')).toBeNull();
      await clock.advance(101 * DAY);
      while (await store.jobs.purge());
      expect(await counts()).toMatchObject({ series: 1 });
    });
  });
}
