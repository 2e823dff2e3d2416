import { beforeEach, describe, expect, it } from 'vitest';
import type { NewJob } from '../../src/domain/job.ts';
import { createReceive } from '../../src/queue/receive.ts';
import { Worker, type WorkerOptions } from '../../src/queue/worker.ts';
import type { Job } from '../../src/store/db.ts';
import type { Store } from '../../src/store/open.ts';
import { drivers } from '../store/drivers.ts';
import { HandClock } from './hand-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a failed call looks like. */
class Failure extends Error {
  readonly verdict: string | undefined;
  readonly retryAfter: number | null;
  constructor(verdict?: string, retryAfter: number | null = null) {
    super('what somebody wrote: 密码 971024');
    this.verdict = verdict;
    this.retryAfter = retryAfter;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
async function until(reached: () => boolean): Promise<void> {
  for (let n = 0; !reached(); n++) {
    if (n > 5000) throw new Error('It did not come to that');
    await turn();
  }
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

for (const driver of drivers)
  describe(`${driver.name}: worker`, () => {
    let clock: HandClock;
    let store: Store;
    let reopen: () => Promise<Store>;
    let receive: (jobs: NewJob[]) => Promise<void>;
    let worker: Worker;
    let lines: { fields: object; message: string }[];

    beforeEach(async () => {
      clock = new HandClock();
      lines = [];
      ({ store, reopen } = await driver.open(clock));
    });

    function work(run: (job: Job) => Promise<void>, o: Partial<WorkerOptions> = {}): Worker {
      const line = (fields: object, message: string) => void lines.push({ fields, message });
      worker = new Worker({
        jobs: store.jobs,
        clock,
        run,
        onDead: () => {},
        log: { info: line, warn: line, error: line },
        timers: clock,
        random: () => 1,
        ...o,
      });
      receive = createReceive(store.jobs, worker.wake);
      worker.start();
      return worker;
    }

    const job = (id: string, change: Partial<NewJob> = {}): NewJob => ({
      id,
      lane: 'oc_a',
      kind: 'incoming',
      due: clock.now(),
      repeat: 'ignore',
      payload: { text: id },
      ...change,
    });
    const pass = (ms: number) => clock.advance(ms, () => worker.idle());

    it('runs what arrives, once, however often it is pushed', async () => {
      const ran: string[] = [];
      work(async ({ id }) => void ran.push(id));
      await Promise.all(Array.from({ length: 20 }, () => receive([job('om_1')])));
      await worker.idle();
      await receive([job('om_1')]);
      await worker.idle();
      expect(ran).toEqual(['om_1']);
    });

    it('runs 200 at a time', async () => {
      const gate = deferred();
      work(() => gate.promise);
      await Promise.all(Array.from({ length: 300 }, (_, n) => receive([job(`om_${n}`, { lane: `oc_${n}` })])));
      await until(() => worker.state().running === 200);
      for (let n = 0; n < 20; n++) await turn();
      expect(worker.state().running).toBe(200);
      gate.resolve();
      await worker.idle();
      expect(worker.state().running).toBe(0);
    });

    it('keeps half of its slots for what people wait for, and takes that first', async () => {
      const gate = deferred();
      const ran: string[] = [];
      work(
        ({ id }) => {
          ran.push(id);
          return gate.promise;
        },
        { concurrency: 10 },
      );
      const quiet = Array.from({ length: 50 }, (_, n) => job(`redraw:${n}`, { lane: `card:${n}`, background: true }));
      await receive(quiet);
      await until(() => worker.state().running === 5);
      await receive(Array.from({ length: 8 }, (_, n) => job(`om_${n}`, { lane: `oc_${n}` })));
      await until(() => worker.state().running === 10);
      expect(ran.filter((id) => id.startsWith('om_'))).toHaveLength(5);
      gate.resolve();
      await worker.idle();
      expect(ran).toHaveLength(58);
      expect(ran.slice(10, 13).every((id) => id.startsWith('om_'))).toBe(true);
    });

    it('lets others by when all its runs hang', async () => {
      const gate = deferred();
      const ran: string[] = [];
      work(
        async ({ id }) => {
          ran.push(id);
          if (id.startsWith('om_hangs')) await gate.promise;
        },
        { concurrency: 10 },
      );
      await receive(Array.from({ length: 20 }, (_, n) => job(`om_hangs${n}`, { lane: `oc_${n}` })));
      await until(() => worker.state().running === 10);
      await receive([job('om_list', { lane: 'oc_list' })]);
      await clock.advance(9000, async () => {
        for (let n = 0; n < 50; n++) await turn();
      });
      await until(() => ran.includes('om_list'));
      gate.resolve();
      await worker.idle();
    });

    it('runs one of a lane at a time, in order, with 200 in flight and whatever each takes', async () => {
      const ran = new Map<string, number[]>();
      const busy = new Set<string>();
      let overlaps = 0;
      let seed = 1;
      const random = (n: number) => {
        seed = (seed * 48271) % 2147483647;
        return seed % n;
      };
      work(async ({ lane, payload }) => {
        if (busy.has(lane)) overlaps++;
        busy.add(lane);
        for (let turns = random(8); turns > 0; turns--) await turn();
        ran.set(lane, [...(ran.get(lane) ?? []), payload as number]);
        busy.delete(lane);
      });
      const arrivals = Array.from({ length: 3000 }, (_, n) => job(`om_${n}`, { lane: `oc_${random(250)}`, payload: n }));
      await Promise.all(arrivals.map((arrival) => receive([arrival])));
      await worker.idle();
      const expected = new Map<string, number[]>();
      for (const { lane, payload } of arrivals) expected.set(lane, [...(expected.get(lane) ?? []), payload as number]);
      expect(Object.fromEntries(ran)).toEqual(Object.fromEntries(expected));
      expect(overlaps).toBe(0);
    });

    it('runs a lane while another is stuck', async () => {
      const stuck = deferred();
      const ran: string[] = [];
      work(async ({ id }) => {
        if (id === 'om_slow') await stuck.promise;
        ran.push(id);
      });
      await receive([job('om_slow'), job('om_next'), job('om_other', { lane: 'oc_b' })]);
      await until(() => ran.length === 1);
      expect(ran).toEqual(['om_other']);
      stuck.resolve();
      await worker.idle();
      expect(ran).toEqual(['om_other', 'om_slow', 'om_next']);
    });

    it('runs at its time what is due later', async () => {
      const ran: number[] = [];
      work(async () => void ran.push(clock.now()));
      const due = clock.now() + 90_500;
      await receive([job('expire:m1', { kind: 'expire', due })]);
      await worker.idle();
      await pass(5 * MINUTE);
      expect(ran).toEqual([due]);
    });

    it('runs jobs that others committed with their own changes', async () => {
      const ran: string[] = [];
      work(async ({ id }) => void ran.push(id));
      await store.jobs.add([job('redraw:m1', { kind: 'redraw', repeat: 'rearm' })]);
      await until(() => ran.length === 1);
    });

    describe('after a failure', () => {
      const failing = async (error: unknown, times = Number.POSITIVE_INFINITY) => {
        const at: number[] = [];
        const dead: { id: string; error: unknown }[] = [];
        const began = clock.now();
        work(
          async () => {
            at.push((clock.now() - began) / 1000);
            if (at.length <= times) throw error;
          },
          { onDead: ({ id }, reason) => void dead.push({ id, error: reason }) },
        );
        await receive([job('om_1')]);
        await worker.idle();
        await pass(5 * MINUTE);
        return { at, dead };
      };

      it.each([
        ['doubles the wait, 8 runs in all', new Failure('retry'), [0, 1, 3, 7, 15, 31, 63, 127]],
        ['waits as long as asked', new Failure('retry', 20_000), [0, 21, 43, 67, 95, 131, 172, 213]],
        ['takes an asked wait for a hope', Object.assign(new Error(), { retryAfter: 5000 }), [0, 6, 13, 22, 33, 44, 55, 66]],
        ['runs 4 times in all when nobody foresaw it', new TypeError('x of undefined'), [0, 1, 3, 7]],
        ['runs 4 times in all when an answer got lost', new Failure('lost'), [0, 1, 3, 7]],
        ['is dead at once when it was refused for good', new Failure('tell'), [0]],
        ['is dead at once when nobody can be told', new Failure('stop'), [0]],
        ['does not wait for what is final, whatever was asked', new Failure('stop', 20_000), [0]],
        ['does not mind what is thrown', undefined, [0, 1, 3, 7]],
      ])('%s', async (_, error, at) => {
        expect(await failing(error)).toEqual({ at, dead: [{ id: 'om_1', error }] });
        expect(await store.jobs.dead(5)).toMatchObject([{ id: 'om_1' }]);
      });

      it('is done when a later run succeeds', async () => {
        expect(await failing(new Failure('retry'), 2)).toEqual({ at: [0, 1, 3], dead: [] });
        expect(await store.jobs.dead(5)).toEqual([]);
      });

      it('does not mind what throws at once', async () => {
        let runs = 0;
        work(() => {
          runs++;
          throw new Failure('retry');
        });
        await receive([job('om_1')]);
        await worker.idle();
        await pass(5 * MINUTE);
        expect(runs).toBe(8);
      });

      it('spreads the waits', async () => {
        const at: number[] = [];
        const waits = [0.5, 0.25];
        work(
          async () => {
            at.push(clock.now());
            if (at.length < 3) throw new Failure('retry');
          },
          { random: () => waits.shift()! },
        );
        const began = clock.now();
        await receive([job('om_1')]);
        await worker.idle();
        await pass(MINUTE);
        expect(at).toEqual([began, began + 500, began + 1000]);
      });

      it.each([
        ['a platform that is out of reach', { verdict: 'retry', code: null }],
        ['a store of ours that is slow, full or away', { name: 'StoreError', fault: 'busy' }],
      ])('asks %s for hours, every five minutes at most', async (_, told) => {
        const error = Object.assign(new Error(), told);
        const at: number[] = [];
        work(
          async () => {
            at.push(clock.now() - started);
            throw error;
          },
          { random: () => 1 },
        );
        const started = clock.now();
        await receive([job('om_1')]);
        await worker.idle();
        for (let minutes = 0; minutes < 2 * 60; minutes += 5) await pass(5 * MINUTE);
        expect(await store.jobs.dead(5)).toEqual([]);
        const waits = at.slice(1).map((one, n) => one - at[n]!);
        expect(Math.max(...waits)).toBeLessThanOrEqual(5 * MINUTE + 2000);
        expect(at.length).toBeGreaterThan(25);
      });

      it('keeps the order of the lane, and lets the next run once it is dead', async () => {
        const ran: string[] = [];
        work(async ({ id }) => {
          ran.push(id);
          if (id === 'om_bad') throw new Error();
        });
        await receive([job('om_bad'), job('om_2')]);
        await receive([job('om_3')]);
        await worker.idle();
        await pass(5 * MINUTE);
        expect(ran).toEqual(['om_bad', 'om_bad', 'om_bad', 'om_bad', 'om_2', 'om_3']);
      });

      it('writes no word of the message anywhere', async () => {
        await failing(new Failure('retry'));
        expect(lines.length).toBeGreaterThan(7);
        expect(JSON.stringify([lines, await store.jobs.dead(1)])).not.toMatch(/971024|密码/);
      });

      it('runs again when it is replayed', async () => {
        const { at } = await failing(new Error(), 4);
        expect(await store.jobs.replay('om_1')).toBe(true);
        await worker.idle();
        expect(at).toHaveLength(5);
        expect(await store.jobs.dead(1)).toEqual([]);
      });

      it('dies all the same when nobody can be told', async () => {
        work(() => Promise.reject(new Error()), { onDead: () => Promise.reject(new Error()) });
        await receive([job('om_1')]);
        await worker.idle();
        await pass(MINUTE);
        expect(await store.jobs.dead(5)).toHaveLength(1);
      });
    });

    it('keeps its lanes while a run takes minutes, and gives up on one that never ends', async () => {
      const never = deferred();
      const attempts: number[] = [];
      work(async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) await never.promise;
      });
      await receive([job('om_1'), job('om_2')]);
      await until(() => attempts.length === 1);
      const settle = async () => {
        for (let n = 0; n < 20; n++) await turn();
      };
      await clock.advance(10 * MINUTE, settle);
      expect(await store.jobs.claim(10, 'another')).toEqual([]);
      expect(attempts).toEqual([1]);
      await clock.advance(MINUTE, settle);
      expect(attempts).toEqual([1, 2, 1]);
      never.resolve();
      await worker.idle();
      expect(attempts).toEqual([1, 2, 1]);
    });

    it('does not run a job twice after the process was asleep', async () => {
      const stuck = deferred();
      let runs = 0;
      work(async () => {
        runs++;
        await stuck.promise;
      });
      await receive([job('om_1')]);
      await until(() => runs === 1);
      clock.leap(HOUR);
      worker.wake();
      for (let n = 0; n < 50; n++) await turn();
      stuck.resolve();
      await worker.idle();
      expect(runs).toBe(1);
      expect(await store.jobs.count()).toEqual({ waiting: 0, running: 0, later: 0, dead: 0, oldest: 0 });
    });

    it('gives up on a job that ends the process every time', async () => {
      const told: string[] = [];
      await store.jobs.add([job('om_1')]);
      for (let n = 0; n < 28; n++) {
        const [claimed] = await store.jobs.claim(1, 'crashed');
        if (n >= 25) expect(await store.jobs.begins(claimed!, 3)).toBe(true);
        store = await reopen();
      }
      let runs = 0;
      work(async () => void runs++, { onDead: ({ id }) => void told.push(id) });
      await worker.idle();
      expect({ runs, told }).toEqual({ runs: 0, told: ['om_1'] });
    });

    it('gives nothing up that only waited its turn whenever the process ended', async () => {
      const told: string[] = [];
      await store.jobs.add([job('om_1')]);
      for (let n = 0; n < 40; n++) {
        await store.jobs.claim(1, 'crashed');
        store = await reopen();
      }
      let runs = 0;
      work(async () => void runs++, { onDead: ({ id }) => void told.push(id) });
      await worker.idle();
      expect({ runs, told }).toEqual({ runs: 1, told: [] });
    });

    describe('stopping', () => {
      it('finishes what runs and takes no more', async () => {
        const gate = deferred();
        const ran: string[] = [];
        work(async ({ id }) => {
          await gate.promise;
          ran.push(id);
        });
        await receive([job('om_1'), job('om_2')]);
        await until(() => worker.state().running === 1);
        const stopped = worker.stop(10_000);
        gate.resolve();
        await stopped;
        expect(ran).toEqual(['om_1']);
        expect(worker.state()).toMatchObject({ running: 0, alive: false });
        expect(await store.jobs.claim(5, 'next')).toMatchObject([{ id: 'om_2', attempt: 1 }]);
      });

      it('gives back what does not end in time, and lets its late end change nothing', async () => {
        const gate = deferred();
        work(() => gate.promise);
        await receive([job('om_1')]);
        await until(() => worker.state().running === 1);
        const stopped = worker.stop(10_000);
        await clock.advance(9_999);
        await until(() => worker.state().running === 1);
        await clock.advance(1);
        await stopped;
        expect(await store.jobs.claim(5, 'next')).toMatchObject([{ id: 'om_1', attempt: 2, unfinished: 1 }]);
        gate.resolve();
        for (let n = 0; n < 10; n++) await turn();
        expect(await store.jobs.count()).toMatchObject({ running: 1 });
      });

      it('is quick when nothing runs, or when it never started', async () => {
        work(async () => {});
        await worker.idle();
        await worker.stop(10_000);
        await worker.stop(10_000);
        await worker.idle();
      });
    });

    it.each([-3 * HOUR, 3 * HOUR])('neither stalls, reorders nor loses anything when the clock is set by %i ms', async (by) => {
      const ran: string[] = [];
      const steady = { now: () => performance.now() };
      const gate = deferred();
      let failing = true;
      work(
        async ({ id }) => {
          if (id === 'om_0') await gate.promise;
          if (id === 'om_again' && failing) throw new Failure('retry');
          ran.push(id);
        },
        { steady },
      );
      const said = (n: number) => receive([job(`om_${n}`)]);
      await receive([job('om_again', { lane: 'oc_again' })]);
      for (const n of [0, 1, 2]) await said(n);
      await until(() => worker.state().running > 0);
      clock.leap(by);
      failing = false;
      for (const n of [3, 4]) await said(n);
      gate.resolve();
      await worker.idle();
      await pass(10_000);
      expect(ran.filter((id) => id !== 'om_again')).toEqual([0, 1, 2, 3, 4].map((n) => `om_${n}`));
      expect(ran.filter((id) => id === 'om_again')).toHaveLength(1);
    });

    it('says what it is doing', async () => {
      const gate = deferred();
      work(() => gate.promise, { concurrency: 2 });
      expect(worker.state()).toEqual({ running: 0, alive: true });
      await receive(Array.from({ length: 5 }, (_, n) => job(`om_${n}`, { lane: `oc_${n}` })));
      await until(() => worker.state().running === 2);
      gate.resolve();
      await worker.idle();
      expect(worker.state()).toEqual({ running: 0, alive: true });
    });

    it('keeps results while the store refuses them, and says it is not well', async () => {
      const gate = deferred();
      let refuse = true;
      const { jobs } = store;
      const finished: string[] = [];
      work(() => gate.promise, {
        jobs: {
          ...jobs,
          finish: (results) => {
            if (refuse && results.length > 0) return Promise.reject(new Error('disk full'));
            finished.push(...results.map(({ id }) => id));
            return jobs.finish(results);
          },
        },
      });
      await receive([job('om_1')]);
      await until(() => worker.state().running === 1);
      gate.resolve();
      await until(() => !worker.state().alive);
      await clock.advance(5000, async () => {
        for (let n = 0; n < 10; n++) await turn();
      });
      expect(lines).toHaveLength(1);
      refuse = false;
      await clock.advance(1000);
      await worker.idle();
      expect(worker.state().alive).toBe(true);
      expect(finished).toEqual(['om_1']);
    });

    it('forgets old jobs on its own', async () => {
      work(async () => {});
      await receive(Array.from({ length: 1200 }, (_, n) => job(`om_${n}`, { lane: `oc_${n}` })));
      await worker.idle();
      clock.leap(24 * HOUR);
      await clock.advance(5 * MINUTE, turn);
      const left = async () => (await store.db.read.selectFrom('jobs').select('id').execute()).length;
      expect(await left()).toBe(1200);
      clock.leap(2 * HOUR);
      await clock.advance(2 * MINUTE, turn);
      expect(await left()).toBe(0);
    });
  });
