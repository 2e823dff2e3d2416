/** A lane stays in the hands it is in while its next job has waited longest: spared is the way over its end. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewJob } from '../../src/domain/job.ts';
import type { Job, JobResult, Jobs } from '../../src/store/db.ts';
import { LEASE } from '../../src/store/jobs/claim.ts';
import type { Store } from '../../src/store/open.ts';
import { HandClock } from '../queue/hand-clock.ts';
import type { Driver } from './drivers.ts';

export function goingOnContract(driver: Driver): void {
  describe(`${driver.name}: a lane that goes on`, () => {
    let clock: HandClock;
    let store: Store;
    let jobs: Jobs;

    beforeEach(async () => {
      clock = new HandClock();
      ({ store } = await driver.open(clock));
      jobs = store.jobs;
    });

    /** One after the other, a millisecond apart. */
    async function arrive(...arriving: ({ id: string; lane: string } & Partial<NewJob>)[]): Promise<void> {
      for (const one of arriving) {
        await jobs.add([{ kind: 'incoming', due: clock.now(), payload: null, repeat: 'ignore', ...one }]);
        await clock.advance(1);
      }
    }
    const claim = async (limit: number, holder = 'me'): Promise<Job[]> => jobs.claim(limit, holder);
    /** What they go on with. */
    async function end(
      ending: readonly Job[],
      { most = ending.length, holder = 'me', as = 'done' as 'done' | 'dead' } = {},
    ): Promise<Job[]> {
      const results = ending.map(({ id, attempt }): JobResult => (as === 'done' ? { id, attempt, as } : { id, attempt, as, error: 'x' }));
      return jobs.finish(results, { most, holder });
    }
    const ids = (of: readonly Job[]): string[] => of.map(({ id }) => id);

    it.each(['done', 'dead'] as const)('hands out its next job with the end of the last (%s), until there is none', async (as) => {
      await arrive({ id: 'a1', lane: 'a' }, { id: 'a2', lane: 'a' }, { id: 'a3', lane: 'a' });
      const second = await end(await claim(1), { as });
      expect(second).toMatchObject([{ id: 'a2', lane: 'a', attempt: 1, unfinished: 1 }]);
      expect(await claim(10, 'other')).toEqual([]);
      expect(await jobs.count()).toMatchObject({ running: 1, waiting: 1 });
      const third = await end(second);
      expect(ids(third)).toEqual(['a3']);
      expect(await end(third)).toEqual([]);
      expect(await jobs.count()).toMatchObject({ running: 0, waiting: 0 });
      await arrive({ id: 'a4', lane: 'a' });
      expect(ids(await claim(10, 'other'))).toEqual(['a4']);
    });

    it('goes on in so many lanes, those that wait longest; the others wait for a claim', async () => {
      await arrive(
        ...['b', 'a', 'c'].map((lane) => ({ id: `${lane}1`, lane })),
        ...['c', 'a', 'b'].map((lane) => ({ id: `${lane}2`, lane })),
      );
      const first = await claim(3);
      expect(ids(await end(first, { most: 2 }))).toEqual(['c2', 'a2']);
      expect(ids(await claim(3, 'other'))).toEqual(['b2']);
      expect(await claim(3, 'other')).toEqual([]);
    });

    it('takes its turn behind a lane that waits longer, and before one that waits less long', async () => {
      await arrive({ id: 'a1', lane: 'a' }, { id: 'a2', lane: 'a' }, { id: 'b1', lane: 'b' }, { id: 'a3', lane: 'a' });
      const second = await end(await claim(1));
      expect(ids(second)).toEqual(['a2']);
      expect(await end(second)).toEqual([]);
      expect(ids(await claim(2))).toEqual(['b1', 'a3']);
    });

    it('leaves what is for later and what nobody waits for', async () => {
      await arrive({ id: 'a1', lane: 'a' }, { id: 'b1', lane: 'b' });
      await arrive({ id: 'a2', lane: 'a', due: clock.now() + 60_000 }, { id: 'b2', lane: 'b', background: true });
      expect(await end(await claim(2))).toEqual([]);
      expect(ids(await claim(2))).toEqual(['b2']);
      await clock.advance(60_000);
      expect(ids(await claim(1))).toContain('a2');
    });

    it('ends for whom its lease ran out or went to another', async () => {
      await arrive({ id: 'a1', lane: 'a' }, { id: 'a2', lane: 'a' }, { id: 'a3', lane: 'a' });
      const [first] = await claim(1);
      await clock.advance(LEASE);
      expect(await end([first!])).toEqual([]);
      const [second] = await claim(1, 'other');
      expect(second).toMatchObject({ id: 'a2', attempt: 1 });
      await clock.advance(LEASE);
      const [again] = await claim(1, 'third');
      expect(again).toMatchObject({ id: 'a2', attempt: 2 });
      expect(await end([second!], { holder: 'other' })).toEqual([]);
      expect(ids(await end([again!], { holder: 'third' }))).toEqual(['a3']);
    });

    it('lets a row by that cannot be read', async () => {
      await arrive({ id: 'a1', lane: 'a' }, { id: 'a2', lane: 'a' }, { id: 'a3', lane: 'a' });
      const first = await claim(1);
      await store.db.tx((sql) => sql.updateTable('jobs').set({ payload: '{' }).where('id', '=', 'a2').execute());
      expect(await end(first)).toEqual([]);
      expect(await jobs.dead(5)).toMatchObject([{ id: 'a2' }]);
      expect(ids(await claim(1, 'other'))).toEqual(['a3']);
    });
  });
}
