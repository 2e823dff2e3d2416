/** What the bot relies on, whatever the database. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewJob } from '../../src/domain/job.ts';
import type { Trace } from '../../src/domain/trace.ts';
import { noLife } from '../../src/meeting/live.ts';
import type { Attempt } from '../../src/meeting/ports/meetings.ts';
import type { AuditEntry } from '../../src/meeting/ports/records.ts';
import { writeAudit } from '../../src/store/audit.ts';
import type { Job, Jobs } from '../../src/store/db.ts';
import { LEASE } from '../../src/store/jobs/claim.ts';
import type { Store } from '../../src/store/open.ts';
import { HandClock } from '../queue/hand-clock.ts';
import type { Driver } from './drivers.ts';
import { meetingAt } from './meetings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function storeContract(driver: Driver): void {
  let clock: HandClock;
  let store: Store;
  let jobs: Jobs;
  let reopen: () => Promise<Store>;

  beforeEach(async () => {
    clock = new HandClock();
    ({ store, reopen } = await driver.open(clock));
    jobs = store.jobs;
  });

  const job = (id: string, change: Partial<NewJob> = {}): NewJob => ({
    id,
    lane: 'oc_a',
    kind: 'incoming',
    due: clock.now(),
    payload: { text: id },
    repeat: 'ignore',
    ...change,
  });
  const done = ({ id, attempt }: Job) => ({ id, attempt, as: 'done' as const });
  const claimIds = async (limit = 100, holder = 'me') => (await jobs.claim(limit, holder)).map(({ id }) => id);
  /** Works off everything that is due, one after the other. */
  const drain = async (): Promise<string[]> => {
    const seen: string[] = [];
    for (let batch = await jobs.claim(100, 'me'); batch.length > 0; batch = await jobs.claim(100, 'me')) {
      seen.push(...batch.map(({ id }) => id));
      await jobs.finish(batch.map(done));
    }
    return seen;
  };

  describe(`${driver.name}: what became of messages`, () => {
    const trace = (id: string, more: Partial<Trace> = {}): Trace => ({
      id,
      kind: 'message',
      at: clock.now(),
      personId: 'ou_a',
      chatId: 'oc_a',
      messageId: id,
      receivedAt: clock.now(),
      startedAt: clock.now(),
      attempt: 1,
      endedAt: clock.now(),
      understood: [{ want: 'book', given: ['start'] }],
      act: 'do',
      did: ['booked'],
      calls: [{ api: 'vc.reserve.apply', outcome: 'ok', ms: 120 }],
      answered: [{ show: 'meeting', at: clock.now(), messageId: `${id}_answer` }],
      outcome: 'answered',
      ...more,
    });
    /** As the worker does: the next outcome takes along what was kept. */
    const finished = async (...traces: Trace[]): Promise<void> => {
      for (const one of traces) {
        await jobs.add([job(one.id, { lane: one.id })]);
        store.traces.keep(one);
      }
      await jobs.finish((await jobs.claim(100, 'me')).map(done));
    };
    const idsOf = (traces: Trace[]): string[] => traces.map(({ id }) => id);

    it('is written with the outcome of its job, and found by the message and by its answer', async () => {
      await jobs.add([job('om_1')]);
      store.traces.keep(trace('om_1'));
      expect(await store.traces.of('om_1', 5)).toEqual([]);
      await jobs.finish((await jobs.claim(1, 'me')).map(done));
      expect(await store.traces.of('om_1', 5)).toEqual([trace('om_1')]);
      expect(await store.traces.of('om_1_answer', 5)).toEqual([trace('om_1')]);
      expect(await store.traces.of('om_2', 5)).toEqual([]);
    });

    it('is the newest run of one event, and presses stand beside the message that made their card', async () => {
      await finished(trace('om_1', { outcome: 'failed', error: 'x' }), trace('om_1', { attempt: 2 }));
      clock.advance(1000);
      await finished(trace('ev_1', { kind: 'press', messageId: 'om_1_answer', answered: [], personId: 'ou_b', outcome: 'refused' }));
      expect((await store.traces.of('om_1_answer', 5)).map(({ id, attempt }) => [id, attempt])).toEqual([
        ['ev_1', 1],
        ['om_1', 2],
      ]);
      expect(idsOf(await store.traces.since(0, { most: 5 }))).toEqual(['ev_1', 'om_1']);
      expect(idsOf(await store.traces.since(0, { refused: true, most: 5 }))).toEqual(['ev_1']);
      expect(idsOf(await store.traces.ofPerson('ou_b', { chatId: 'oc_a', refused: true, most: 5 }))).toEqual(['ev_1']);
      expect(await store.traces.ofPerson('ou_b', { chatId: 'oc_z', most: 5 })).toEqual([]);
    });

    it('is forgotten after seven days', async () => {
      await finished(trace('om_old'));
      clock.advance(7 * DAY + 1);
      await finished(trace('om_new'));
      while (await jobs.purge());
      expect(await store.traces.of('om_old', 5)).toEqual([]);
      expect(await store.traces.of('om_old_answer', 5)).toEqual([]);
      expect(idsOf(await store.traces.of('om_new_answer', 5))).toEqual(['om_new']);
    });
  });

  describe(`${driver.name}: the audit trail`, () => {
    const entry = (key: string, at: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
      key,
      at,
      personId: 'ou_a',
      chatId: 'oc_a',
      did: 'booked',
      meetingId: 'm1',
      meetingNo: '112000358',
      ownerId: 'ou_a',
      fields: [],
      ...more,
    });
    const auditAdd = (entries: AuditEntry[]): Promise<void> => store.db.tx((sql) => writeAudit(sql, entries));
    const keysSince = async (at: number): Promise<string[]> => {
      const keys: string[] = [];
      for await (const { key } of store.audit.since(at)) keys.push(key);
      return keys;
    };

    it('has each deed once, in order, by person and by meeting', async () => {
      await auditAdd([entry('b', 20), entry('a', 10, { personId: 'ou_b', did: 'changed', fields: ['startAt', 'hosts'] })]);
      await auditAdd([entry('b', 99), entry('c', 20, { meetingNo: '112000359', did: 'cancelled' })]);
      expect(await keysSince(0)).toEqual(['a', 'b', 'c']);
      expect(await keysSince(20)).toEqual(['b', 'c']);
      expect(await store.audit.ofPerson('ou_b', 10)).toMatchObject([{ key: 'a', fields: ['startAt', 'hosts'] }]);
      expect((await store.audit.ofMeeting({ meetingNo: '112000358' }, 1)).map(({ key }) => key)).toEqual(['b']);
      expect((await store.audit.ofMeeting({ ids: ['m1'] }, 9)).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
      const picked: string[] = [];
      for await (const { key } of store.audit.since(0, { personId: 'ou_a', meetingNo: '112000358' })) picked.push(key);
      expect(picked).toEqual(['b']);
      expect(await store.audit.count(20)).toEqual({ booked: 1, cancelled: 1 });
      expect(await store.audit.people(0, 10)).toEqual(['ou_a', 'ou_b']);
    });

    it('is walked page by page', async () => {
      const many = Array.from({ length: 1100 }, (_, n) => entry(String(n).padStart(4, '0'), 5));
      await auditAdd(many.slice(0, 600));
      await auditAdd(many.slice(600));
      expect(await keysSince(5)).toEqual(many.map(({ key }) => key));
      expect(await keysSince(6)).toEqual([]);
    });

    it('is forgotten after 180 days', async () => {
      await auditAdd([entry('old', clock.now()), entry('young', clock.now() + DAY)]);
      await clock.advance(180 * DAY + HOUR);
      await jobs.purge();
      expect(await keysSince(0)).toEqual(['young']);
    });
  });

  describe(`${driver.name}: what all share`, () => {
    const RATES = [
      { calls: 50, per: 1000 },
      { calls: 1000, per: 60_000 },
    ];

    it('counts calls for all who ask, in every second and every minute', async () => {
      const sent: number[] = [];
      for (let n = 0; sent.length < 1100 && n < 2000; n++) {
        const { granted, wait } = await store.buckets.draw('vc.reserve.apply', RATES, 1 + (n % 10));
        for (let one = 0; one < granted; one++) sent.push(clock.now());
        await clock.advance(granted === 0 ? wait : 3);
      }
      const busiest = (per: number) => Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + per).length));
      expect(sent.length).toBeGreaterThanOrEqual(1100);
      expect(busiest(1000)).toBeLessThanOrEqual(50);
      expect(busiest(60_000)).toBeLessThanOrEqual(1000);
      expect(sent.at(-1)! - sent[0]!).toBeLessThan(75_000);
    });

    it('never grants more than there is, however many ask at once', async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, () => store.buckets.draw('im.message.reply', RATES, 3)));
      expect(answers.reduce((sum, { granted }) => sum + granted, 0)).toBe(50);
    });

    it('leaves an API alone for all of them', async () => {
      await store.buckets.block('vc.reserve.get', 5000);
      expect(await store.buckets.draw('vc.reserve.get', RATES, 1)).toEqual({ granted: 0, wait: 5000 });
      await clock.advance(5000);
      expect(await store.buckets.draw('vc.reserve.get', RATES, 1)).toMatchObject({ granted: 1 });
    });

    it('lets one at a time do what has a name, in the order of asking', async () => {
      const done: string[] = [];
      const turn = () => new Promise((resolve) => setImmediate(resolve));
      const one = (name: string) =>
        store.locks.alone('meeting:m1', async () => {
          done.push(`${name} in`);
          for (let n = 0; n < 5; n++) await turn();
          done.push(`${name} out`);
        });
      await Promise.all([one('a'), one('b'), one('c')]);
      expect(done).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
      await expect(store.locks.alone('meeting:m1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      await expect(store.locks.alone('meeting:m1', async () => 'free')).resolves.toBe('free');
    });

    it('knows what a job did to a meeting, and what it began', async () => {
      const change = { news: { key: 'x' } };
      await store.changes.begin('om_1', 'm1', change);
      await store.changes.begin('om_1', 'm1', { other: true });
      expect(await store.changes.get('om_1')).toEqual({ done: false, meetingId: 'm1', what: change });
      const meeting = meetingAt(clock.now());
      await store.meetings.add(meeting, 'none', []);
      expect(await store.meetings.save({ ...meeting }, [], { job: 'om_1', what: change })).toBe(true);
      expect(await store.changes.get('om_1')).toMatchObject({ done: true });
      await store.changes.drop('om_1');
      expect(await store.changes.get('om_1')).toMatchObject({ done: true });
      await store.changes.begin('om_2', 'm1', change);
      await store.changes.begin('om_3', 'm2', change);
      expect(await store.changes.inDoubt('m1', 'om_9')).toEqual([{ job: 'om_2', what: change }]);
      expect(await store.changes.inDoubt('m1', 'om_2')).toEqual([]);
      await store.changes.drop('om_2');
      expect(await store.changes.get('om_2')).toBeNull();
      expect(await store.changes.inDoubt('m1', 'om_9')).toEqual([]);
      await clock.advance(9 * DAY);
      while (await jobs.purge());
      expect(await store.changes.get('om_1')).toBeNull();
    });
  });

  describe(`${driver.name}: jobs`, () => {
    it('keeps one of 20 copies that arrive at once', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => jobs.add([job('om_1')])));
      expect(results.filter(({ inserted }) => inserted[0])).toHaveLength(1);
      expect(await drain()).toEqual(['om_1']);
    });

    it('keeps one of two copies within one call', async () => {
      expect(await jobs.add([job('om_1'), job('om_1'), job('om_2')])).toEqual({ inserted: [true, false, true] });
    });

    it.each([
      ['done', 7 * HOUR],
      ['done', 24 * HOUR],
    ])('knows a message that is %s %i ms later, after a restart', async (_, later) => {
      await jobs.add([job('om_1')]);
      await drain();
      await clock.advance(later);
      store = await reopen();
      while (await store.jobs.purge());
      expect(await store.jobs.add([job('om_1')])).toEqual({ inserted: [false] });
      expect(await store.jobs.claim(10, 'me')).toEqual([]);
    });

    it('hands out what arrived, with its content', async () => {
      await jobs.add([job('om_1', { payload: { text: '明天 3点', at: 1, nested: [null, true, '\u0000'] } })]);
      expect(await jobs.claim(1, 'me')).toEqual([
        {
          id: 'om_1',
          lane: 'oc_a',
          kind: 'incoming',
          payload: { text: '明天 3点', at: 1, nested: [null, true, '\u0000'] },
          attempt: 1,
          failures: 0,
          unfinished: 1,
          background: false,
          createdAt: clock.now(),
        },
      ]);
    });

    it('buries a row that cannot be read, and runs what stands behind it', async () => {
      await jobs.add([job('om_1'), job('om_2'), job('om_3', { lane: 'oc_b' })]);
      await store.db.tx((db) => db.updateTable('jobs').set({ payload: '{"text":' }).where('id', '=', 'om_1').execute());
      expect((await drain()).sort()).toEqual(['om_2', 'om_3']);
      expect(await jobs.dead(5)).toMatchObject([{ id: 'om_1', error: 'its row holds no JSON' }]);
    });

    it('runs one job of a lane at a time, in order of arrival', async () => {
      for (const id of ['om_1', 'om_2', 'om_3']) await jobs.add([job(id)]);
      const [first] = await jobs.claim(10, 'me');
      expect(first?.id).toBe('om_1');
      await jobs.add([job('om_4')]);
      expect(await claimIds()).toEqual([]);
      await jobs.finish([done(first!)]);
      expect(await drain()).toEqual(['om_2', 'om_3', 'om_4']);
    });

    it('takes the order of arrival even when an older event arrives later', async () => {
      await jobs.add([job('om_new', { due: clock.now() - 1 })]);
      await jobs.add([job('om_old', { due: clock.now() - 60_000 })]);
      expect(await drain()).toEqual(['om_new', 'om_old']);
    });

    it('hands out what somebody waits for first, and no more of the rest than asked for', async () => {
      const quiet = (n: number) => job(`redraw:${n}`, { lane: `card:${n}`, background: true, kind: 'redraw' });
      await jobs.add([0, 1, 2, 3].map(quiet));
      await clock.advance(1000);
      await jobs.add([job('om_1'), job('om_2', { lane: 'oc_b' })]);
      const first = await jobs.claim(5, 'me', 1);
      expect(first.map(({ id, background }) => [id, background])).toEqual([
        ['om_1', false],
        ['om_2', false],
        [expect.stringMatching(/^redraw/), true],
      ]);
      expect(await jobs.claim(5, 'me', 0)).toEqual([]);
      expect(await jobs.nextAt(false)).toBeGreaterThan(clock.now());
      expect(await jobs.nextAt()).toBeLessThanOrEqual(clock.now());
      expect(await jobs.claim(5, 'me')).toHaveLength(3);
    });

    it('takes a job out of the background when somebody waits for it', async () => {
      const redraw = (change: Partial<NewJob>) => job('redraw:1', { lane: 'card:1', kind: 'redraw', repeat: 'rearm', ...change });
      await jobs.add([redraw({ background: true, due: clock.now() + 60_000 })]);
      await jobs.add([redraw({ background: false })]);
      expect(await jobs.claim(5, 'me', 0)).toMatchObject([{ id: 'redraw:1', background: false }]);
    });

    it('claims other lanes meanwhile, as many as asked for', async () => {
      await jobs.add(Array.from({ length: 10 }, (_, n) => job(`om_${n}`, { lane: `oc_${n}` })));
      expect(await claimIds(4)).toHaveLength(4);
      expect(await claimIds(4)).toHaveLength(4);
      expect(await claimIds(4)).toHaveLength(2);
      expect(await claimIds(4)).toEqual([]);
    });

    it('reaches a chat whose message stands behind a flood in another', async () => {
      await jobs.add(Array.from({ length: 1000 }, (_, n) => job(`om_${n}`, { lane: 'oc_flood' })));
      await jobs.add([job('om_other', { lane: 'oc_b' })]);
      expect(await claimIds(1)).toEqual(['om_0']);
      for (let n = 0; n < 100; n++) {
        const [id] = await claimIds(1);
        if (id) return expect(id).toBe('om_other');
        // Whoever waits until then looks again at once.
        expect(await jobs.nextAt()).toBeLessThanOrEqual(clock.now());
      }
      throw new Error('never reached');
    });

    it('keeps what is due later until then, without holding up its lane', async () => {
      await jobs.add([job('later', { kind: 'expire', due: clock.now() + HOUR }), job('om_1')]);
      expect(await drain()).toEqual(['om_1']);
      expect(await jobs.nextAt()).toBe(clock.now() + HOUR);
      await clock.advance(HOUR - 1);
      expect(await claimIds()).toEqual([]);
      await clock.advance(1);
      expect(await drain()).toEqual(['later']);
      expect(await jobs.nextAt()).toBeNull();
    });

    it('lets a lane go on while a job waits in another, and keeps order there', async () => {
      await jobs.add([job('om_1'), job('om_2'), job('om_3')]);
      const aside = { from: 'oc_a', to: 'oc_a|ou_1' };
      const [first] = await jobs.claim(1, 'me');
      expect(await jobs.hasLane(aside.to)).toBe(false);
      await jobs.finish([{ ...done(first!), as: 'retry', runAt: clock.now() + 40_000, error: '10014', aside }]);
      expect(await jobs.hasLane(aside.to)).toBe(true);
      // The same person's next one takes its turn behind it; the others go on.
      const [second] = await jobs.claim(5, 'me');
      expect(second?.id).toBe('om_2');
      await jobs.finish([{ id: 'om_2', attempt: 1, as: 'moved', aside }]);
      expect(await drain()).toEqual(['om_3']);
      await clock.advance(40_000);
      expect(await drain()).toEqual(['om_1', 'om_2']);
      expect(await jobs.hasLane(aside.to)).toBe(false);
      expect(await jobs.count()).toMatchObject({ waiting: 0, running: 0, later: 0, dead: 0 });
    });

    it('lets a lane wait for its first job that will be tried again', async () => {
      await jobs.add([job('om_1'), job('om_2'), job('om_other', { lane: 'oc_b' })]);
      const claimed = await jobs.claim(10, 'me');
      await jobs.finish(
        claimed.map(({ id, attempt, lane }) =>
          lane === 'oc_a'
            ? { id, attempt, as: 'retry', runAt: clock.now() + 40_000, error: 'PlatformError 99991400' }
            : { id, attempt, as: 'done' },
        ),
      );
      await jobs.add([job('om_3')]);
      await clock.advance(39_999);
      expect(await claimIds()).toEqual([]);
      await clock.advance(1);
      const [again] = await jobs.claim(10, 'me');
      expect(again).toMatchObject({ id: 'om_1', attempt: 2, failures: 1, unfinished: 1 });
      await jobs.finish([done(again!)]);
      expect(await drain()).toEqual(['om_2', 'om_3']);
    });

    it('keeps a lane for its holder while the lease is renewed, then gives it to another', async () => {
      await jobs.add([job('om_1')]);
      await jobs.claim(1, 'one');
      await clock.advance(LEASE - 1);
      await jobs.renew(['oc_a'], 'one');
      await jobs.renew(['oc_a'], 'another');
      await clock.advance(LEASE - 1);
      expect(await claimIds(1, 'two')).toEqual([]);
      await clock.advance(1);
      expect(await jobs.claim(1, 'two')).toMatchObject([{ id: 'om_1', attempt: 2, unfinished: 2 }]);
    });

    it.each(['done', 'retry', 'dead', 'given_back'] as const)('lets a late finisher (%s) change nothing', async (as) => {
      await jobs.add([job('om_1'), job('om_2')]);
      const [late] = await jobs.claim(1, 'one');
      await clock.advance(LEASE);
      const [now] = await jobs.claim(1, 'two');
      await jobs.finish([{ id: late!.id, attempt: late!.attempt, as, runAt: clock.now(), error: '' }]);
      await jobs.renew(['oc_a'], 'one');
      expect(await claimIds()).toEqual([]);
      await jobs.finish([done(now!)]);
      expect(await drain()).toEqual(['om_2']);
      await jobs.finish([{ id: late!.id, attempt: late!.attempt, as, runAt: clock.now(), error: '' }]);
      expect(await jobs.dead(10)).toEqual([]);
      expect(await claimIds()).toEqual([]);
    });

    it('hands out at once what was given back', async () => {
      await jobs.add([job('om_1'), job('om_2')]);
      const [taken] = await jobs.claim(1, 'one');
      await jobs.finish([{ id: 'om_1', attempt: taken!.attempt, as: 'given_back' }]);
      expect(await jobs.claim(1, 'two')).toMatchObject([{ id: 'om_1', failures: 0, unfinished: 1 }]);
    });

    it('forgets what people wrote when it is done, and keeps it while it may be replayed', async () => {
      await jobs.add([job('om_1'), job('om_2', { lane: 'oc_b' })]);
      const [one, two] = await jobs.claim(2, 'me');
      await jobs.finish([done(one!), { id: two!.id, attempt: two!.attempt, as: 'dead', error: 'TypeError' }]);
      const rows = await store.db.read.selectFrom('jobs').select(['id', 'payload']).orderBy('id').execute();
      expect(rows).toEqual([
        { id: 'om_1', payload: null },
        { id: 'om_2', payload: '{"text":"om_2"}' },
      ]);
    });

    it('lists dead jobs and runs them once more on request', async () => {
      await jobs.add([job('om_1'), job('om_2')]);
      const [first] = await jobs.claim(1, 'me');
      await jobs.finish([{ id: 'om_1', attempt: first!.attempt, as: 'dead', error: 'TypeError at book.ts:1:1' }]);
      expect(await drain()).toEqual(['om_2']);
      expect(await jobs.dead(10)).toEqual([
        {
          id: 'om_1',
          lane: 'oc_a',
          kind: 'incoming',
          attempt: 1,
          error: 'TypeError at book.ts:1:1',
          createdAt: clock.now(),
          diedAt: clock.now(),
        },
      ]);
      expect(await jobs.add([job('om_1')])).toEqual({ inserted: [false] });

      let told = 0;
      jobs.onAdded(() => told++);
      expect(await jobs.replay('om_1')).toBe(true);
      expect(told).toBe(1);
      expect(await jobs.claim(1, 'me')).toMatchObject([{ id: 'om_1', payload: { text: 'om_1' }, failures: 0, attempt: 2 }]);
      expect(await jobs.replay('om_1')).toBe(false);
      expect(await jobs.replay('om_2')).toBe(false);
      expect(await jobs.replay('om_unknown')).toBe(false);
      expect(await jobs.dead(10)).toEqual([]);
    });

    it('counts what waits, runs, comes later and died', async () => {
      await jobs.add([job('a'), job('b'), job('c', { lane: 'oc_b' }), job('d', { lane: 'oc_b', due: clock.now() + 5 })]);
      await jobs.claim(1, 'me');
      expect(await jobs.count()).toMatchObject({ waiting: 2, running: 1, later: 1, dead: 0 });
    });

    it('forgets done jobs after a day and dead ones after a week, in small batches', async () => {
      await jobs.add(Array.from({ length: 1200 }, (_, n) => job(`om_${n}`, { lane: `oc_${n}` })));
      const claimed = await jobs.claim(1200, 'me');
      await jobs.finish(claimed.map((one, n) => (n === 0 ? { id: one.id, attempt: 1, as: 'dead', error: 'x' } : done(one))));
      const left = async () => (await store.db.read.selectFrom('jobs').select('id').execute()).length;

      await clock.advance(24 * HOUR);
      expect(await jobs.purge()).toBe(false);
      expect(await left()).toBe(1200);
      await clock.advance(2 * HOUR);
      expect(await jobs.purge()).toBe(true);
      expect(await left()).toBe(700);
      while (await jobs.purge());
      expect(await left()).toBe(1);
      await clock.advance(7 * DAY);
      await jobs.purge();
      expect(await left()).toBe(0);
    });

    it.each([
      { id: '', lane: 'oc_a', due: 1 },
      { id: 'om_1', lane: '', due: 1 },
      { id: 'om_1', lane: 'oc_a', due: Number.NaN },
    ])('refuses a job that could never run: %o', async (change) => {
      const good = jobs.add([job('om_good')]);
      await expect(jobs.add([job('x', change)])).rejects.toThrow(TypeError);
      await good;
      expect(await drain()).toEqual(['om_good']);
    });
  });

  describe(`${driver.name}: jobs armed again`, () => {
    const redraw = (due: number, payload: unknown = {}): NewJob => ({
      id: 'redraw:m1',
      lane: 'm1',
      kind: 'redraw',
      due,
      payload,
      repeat: 'rearm',
    });

    it('takes the earlier of two times', async () => {
      await jobs.add([redraw(clock.now() + 2 * HOUR)]);
      await jobs.add([redraw(clock.now() + HOUR)]);
      await jobs.add([redraw(clock.now() + 3 * HOUR)]);
      expect(await jobs.nextAt()).toBe(clock.now() + HOUR);
      await clock.advance(HOUR);
      expect(await drain()).toEqual(['redraw:m1']);
      await clock.advance(DAY / 2);
      expect(await drain()).toEqual([]);
    });

    it('passes others of its lane that are due later', async () => {
      await jobs.add([{ ...redraw(clock.now() + HOUR), id: 'other' }, redraw(clock.now() + 2 * HOUR)]);
      await jobs.add([redraw(clock.now())]);
      expect(await claimIds()).toEqual(['redraw:m1']);
    });

    it('runs again after it was done, with the newest content', async () => {
      await jobs.add([redraw(clock.now(), 'first')]);
      await drain();
      await jobs.add([redraw(clock.now(), 'second')]);
      expect(await jobs.claim(1, 'me')).toMatchObject([{ payload: 'second', attempt: 2, failures: 0, unfinished: 1 }]);
    });

    it.each(['done', 'dead'] as const)('runs once more when it was wanted while it ran (%s)', async (as) => {
      await jobs.add([redraw(clock.now(), 'first')]);
      const [run] = await jobs.claim(1, 'me');
      await jobs.add([redraw(clock.now() + 5000, 'second')]);
      await jobs.add([redraw(clock.now() + 1000, 'third')]);
      expect(await claimIds()).toEqual([]);
      await jobs.finish([{ id: run!.id, attempt: run!.attempt, as, error: '' }]);
      expect(await jobs.nextAt()).toBe(clock.now() + 1000);
      await clock.advance(1000);
      expect(await jobs.claim(1, 'me')).toMatchObject([{ payload: 'third', failures: 0 }]);
    });

    it('keeps its back-off after a failure', async () => {
      await jobs.add([redraw(clock.now())]);
      const [run] = await jobs.claim(1, 'me');
      await jobs.finish([{ id: run!.id, attempt: 1, as: 'retry', runAt: clock.now() + 60_000, error: '' }]);
      await jobs.add([redraw(clock.now())]);
      expect(await jobs.nextAt()).toBe(clock.now() + 60_000);
    });

    it('revives a dead one', async () => {
      await jobs.add([redraw(clock.now())]);
      await jobs.claim(1, 'me');
      await jobs.finish([{ id: 'redraw:m1', attempt: 1, as: 'dead', error: '' }]);
      await jobs.add([redraw(clock.now())]);
      expect(await jobs.dead(1)).toEqual([]);
      expect(await drain()).toEqual(['redraw:m1']);
    });

    it('never arms a message again', async () => {
      await jobs.add([job('om_1')]);
      const [run] = await jobs.claim(1, 'me');
      await jobs.add([job('om_1')]);
      await jobs.finish([done(run!)]);
      await jobs.add([job('om_1')]);
      expect(await drain()).toEqual([]);
    });
  });

  describe(`${driver.name}: transactions`, () => {
    it('rolls back alone what fails, and runs one after the other where there is one writer', async () => {
      const trace: string[] = [];
      const unit = (name: string, fail = false) =>
        store.db.tx(async (db) => {
          trace.push(`${name} begins`);
          await db.insertInto('marks').values({ key: name, at: 1 }).execute();
          await db.selectFrom('marks').selectAll().execute();
          trace.push(`${name} ends`);
          if (fail) throw new Error('no');
        });
      const results = await Promise.allSettled([unit('a'), unit('b', true), unit('c'), jobs.add([job('om_1')])]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      // Where one failed, the others may have run twice; never inside of each other.
      const pairs = trace.filter((_, n) => n % 2 === 0).map((begins, n) => [begins, trace[2 * n + 1]]);
      if (!driver.shared) expect(pairs).toEqual(pairs.map(([begins]) => [begins, begins!.replace('begins', 'ends')]));
      expect(new Set(trace).size).toBe(6);
      expect(await store.db.read.selectFrom('marks').select('key').orderBy('key').execute()).toEqual([{ key: 'a' }, { key: 'c' }]);
    });

    it('shows readers only what is committed', async () => {
      let seen: unknown;
      await store.db.tx(async (db) => {
        await db.insertInto('marks').values({ key: 'a', at: 1 }).execute();
        seen = await store.db.read.selectFrom('marks').select('key').execute();
      });
      expect(seen).toEqual([]);
      expect(await store.db.read.selectFrom('marks').select('key').execute()).toEqual([{ key: 'a' }]);
    });

    it('survives a wrong statement', async () => {
      await expect(store.db.tx((db) => sql`insert into nowhere values (1)`.execute(db))).rejects.toThrow(/nowhere/);
      await store.db.ping();
    });
  });

  describe(`${driver.name}: meetings`, () => {
    const meeting = (change = {}) => meetingAt(clock.now(), change);
    const attempt = (change: Partial<Attempt> = {}): Attempt => ({
      id: 'om_1',
      ownerId: 'ou_owner',
      chatId: 'oc_team',
      state: 'calling',
      request: { topic: '周会' },
      meetingId: null,
      createdAt: clock.now(),
      ...change,
    });

    it('gives back what was added, with its jobs and its attempt', async () => {
      let told = 0;
      jobs.onAdded(() => told++);
      expect(await store.meetings.beginAttempt(attempt())).toBe(true);
      expect(await store.meetings.beginAttempt(attempt())).toBe(false);
      await store.meetings.add(meeting(), 'om_1', [job('redraw:m1', { kind: 'redraw' })]);
      expect(told).toBe(1);
      store = await reopen();
      expect(await store.meetings.get('m1')).toEqual(meeting());
      expect(await store.meetings.attempt('om_1')).toEqual(attempt({ state: 'done', meetingId: 'm1' }));
      expect(await store.jobs.claim(1, 'me')).toMatchObject([{ id: 'redraw:m1' }]);
      expect(await store.meetings.get('m2')).toBeNull();
    });

    it('adds a meeting and its jobs together or not at all', async () => {
      await store.meetings.add(meeting(), 'om_1', []);
      await store.meetings.beginAttempt(attempt({ id: 'om_2' }));
      await expect(store.meetings.add(meeting(), 'om_2', [job('redraw:m1', { kind: 'redraw' })])).rejects.toThrow();
      expect(await claimIds()).toEqual([]);
      expect(await store.meetings.attempt('om_2')).toMatchObject({ state: 'calling' });
    });

    it('refuses a stale writer and its jobs', async () => {
      await store.meetings.add(meeting(), 'om_1', []);
      const read = (await store.meetings.get('m1'))!;
      const both = await Promise.all([
        store.meetings.save({ ...read, topic: 'A' }, [job('a')]),
        store.meetings.save({ ...read, topic: 'B' }, [job('b', { lane: 'oc_b' })]),
      ]);
      // Whichever came first.
      const won = both[0] ? 'a' : 'b';
      expect([...both].sort()).toEqual([false, true]);
      expect(await store.meetings.get('m1')).toMatchObject({ topic: won.toUpperCase(), version: 2 });
      expect(await claimIds()).toEqual([won]);
      expect(await store.meetings.save({ ...read, version: 2, topic: 'C' }, [])).toBe(true);
      expect(await store.meetings.get('m1')).toMatchObject({ topic: 'C', version: 3 });
    });

    it('lists attempts whose answer was lost, oldest first', async () => {
      for (const [n, id] of ['om_1', 'om_2', 'om_3'].entries()) await store.meetings.beginAttempt(attempt({ id, createdAt: 10 - n }));
      await store.meetings.endAttempt('om_1', 'lost');
      await store.meetings.endAttempt('om_2', 'lost');
      await store.meetings.endAttempt('om_3', 'refused');
      await store.meetings.endAttempt('om_3', 'lost');
      expect((await store.meetings.attempts('lost')).map(({ id }) => id)).toEqual(['om_2', 'om_1']);
      expect((await store.meetings.attempts('refused')).map(({ id }) => id)).toEqual(['om_3']);
      expect(await store.meetings.attempt('om_9')).toBeNull();
    });

    it('forgets attempts, lost ones last', async () => {
      await store.meetings.beginAttempt(attempt());
      await store.meetings.beginAttempt(attempt({ id: 'om_2' }));
      await store.meetings.endAttempt('om_1', 'refused');
      await store.meetings.endAttempt('om_2', 'lost');
      await clock.advance(3 * DAY);
      await jobs.purge();
      expect(await store.meetings.attempt('om_1')).toBeNull();
      expect(await store.meetings.attempt('om_2')).not.toBeNull();
      await clock.advance(30 * DAY);
      await jobs.purge();
      expect(await store.meetings.attempt('om_2')).toBeNull();
    });

    it.each([
      ['booked', 1, 'm1'],
      ['live', 1, 'm1'],
      ['cancelled', 1, null],
      ['released', 1, null],
      ['booked', 0, null],
    ] as const)('finds a %s meeting that ends in %i ms by its number: %s', async (status, left, found) => {
      await store.meetings.add(meeting({ status, endAt: clock.now() + left }), 'om_1', []);
      expect((await store.meetings.byMeetingNo('112000358'))?.id ?? null).toBe(found);
    });

    it('takes the newest when the platform gave a number out again', async () => {
      await store.meetings.add(meeting({ id: 'old', createdAt: 1 }), 'om_1', []);
      await store.meetings.add(meeting({ id: 'new', createdAt: 2 }), 'om_2', []);
      expect((await store.meetings.byMeetingNo('112000358'))?.id).toBe('new');
      expect(await store.meetings.byMeetingNo('999999999')).toBeNull();
    });

    it('knows which meeting a card shows', async () => {
      await store.meetings.add(meeting(), 'om_1', []);
      await store.meetings.addCard({ messageId: 'om_c2', meetingId: 'm1', chatId: 'oc_b', sentAt: 2 });
      await store.meetings.addCard({ messageId: 'om_c1', meetingId: 'm1', chatId: 'oc_a', sentAt: 1 });
      await store.meetings.addCard({ messageId: 'om_c1', meetingId: 'm1', chatId: 'oc_a', sentAt: 1 });
      expect((await store.meetings.byCard('om_c2'))?.id).toBe('m1');
      expect(await store.meetings.cards('m1')).toEqual([
        { messageId: 'om_c1', meetingId: 'm1', chatId: 'oc_a', sentAt: 1 },
        { messageId: 'om_c2', meetingId: 'm1', chatId: 'oc_b', sentAt: 2 },
      ]);
      await store.meetings.addLine('om_line', 'm1');
      expect((await store.meetings.byMessage('om_line'))?.id).toBe('m1');
      expect((await store.meetings.byMessage('om_c2'))?.id).toBe('m1');
      expect(await store.meetings.byCard('om_line')).toBeNull();
      await store.meetings.removeCard('om_c1');
      expect(await store.meetings.byCard('om_c1')).toBeNull();
      expect(await store.meetings.cards('m1')).toHaveLength(1);
    });

    it('lets one of many book for a chat, until it is done with it', async () => {
      const claim = (n: number, until = clock.now() + HOUR) =>
        store.lives.claim({ chatId: 'oc_a', attemptId: `om_${n}`, personId: `ou_${n}`, until });
      const all = await Promise.all(Array.from({ length: 20 }, (_, n) => claim(n)));
      const first = all.indexOf(null);
      expect(all.filter((held) => held === null)).toHaveLength(1);
      expect(all.filter((held) => held?.attemptId === `om_${first}` && held.personId === `ou_${first}`)).toHaveLength(19);
      // A run that is repeated finds it its own.
      expect(await claim(first)).toBeNull();
      await store.lives.markClaim(`om_${first}`, 'unknown');
      expect(await claim(99)).toMatchObject({ state: 'unknown' });
      await store.lives.release(`om_${first}`);
      expect(await claim(50)).toBeNull();
      await clock.advance(2 * HOUR);
      expect(await claim(51)).toBeNull();
    });

    it('keeps what goes on in a meeting with its meeting, or not at all', async () => {
      await store.meetings.add(meeting(), 'om_1', []);
      const live = { ...noLife('m1'), seenAt: 5 };
      const change = { meeting: null, pollAt: 77 };
      const both = await Promise.all([store.lives.save(live, change, []), store.lives.save(live, change, [])]);
      expect(both.sort()).toEqual([false, true]);
      expect(await store.lives.get('m1')).toEqual({ ...live, version: 1 });
      expect((await store.meetings.get('m1'))?.pollAt).toBe(77);
      const read = (await store.meetings.get('m1'))!;
      await store.meetings.save({ ...read, topic: '月会' }, []);
      const stale = { meeting: { ...read, status: 'live' as const }, pollAt: 78 };
      expect(await store.lives.save({ ...live, seenAt: 9, version: 1 }, stale, [job('om_9')])).toBe(false);
      expect(await store.lives.get('m1')).toEqual({ ...live, version: 1 });
      expect(await claimIds()).toEqual([]);
    });

    it('hands out the meetings that are due for a look, those that run before those that lie ahead', async () => {
      const now = clock.now();
      const rows = [
        ['ahead', now - 9, now + HOUR],
        ['second', now - 3, now - HOUR],
        ['first', now - 5, now - HOUR],
        ['later', now + 5, now - HOUR],
      ] as const;
      for (const [id, pollAt, startAt] of rows)
        await store.meetings.add(meetingAt(now, { id, meetingNo: id, pollAt, startAt, endAt: now + 2 * HOUR }), 'om_1', []);
      const taken = async () => (await store.lives.takeDue(2)).map(({ id }) => id);
      expect(await taken()).toEqual(['first', 'second']);
      expect(await taken()).toEqual(['ahead']);
      expect(await store.lives.nextPoll()).toBe(now + 5);
    });

    describe('finding', () => {
      beforeEach(async () => {
        const now = clock.now();
        const rows = [
          {
            id: 'weekly',
            topic: '周会',
            chatId: 'oc_a',
            ownerId: 'ou_1',
            hostIds: ['ou_2', 'ou_2'],
            startAt: now + 3 * HOUR,
            endAt: now + 4 * HOUR,
          },
          { id: 'product', topic: '产品周会', chatId: 'oc_a', ownerId: 'ou_2', startAt: now + HOUR, endAt: now + 2 * HOUR },
          { id: 'review', topic: 'Design Review 100%', chatId: 'oc_b', ownerId: 'ou_1', startAt: now + 2 * HOUR, endAt: now + 3 * HOUR },
          { id: 'gone', topic: '周会', chatId: 'oc_a', ownerId: 'ou_1', status: 'cancelled' as const, startAt: now, endAt: now + HOUR },
          { id: 'unnamed', topic: null, chatId: 'oc_b', ownerId: 'ou_3', startAt: now + 5 * HOUR, endAt: now + 6 * HOUR },
        ];
        for (const [n, row] of rows.entries()) await store.meetings.add(meeting({ ...row, createdAt: now + n }), row.id, []);
      });

      const all = { order: 'start' as const, limit: 10, offset: 0 };
      it.each([
        ['all, by start', {}, ['gone', 'product', 'review', 'weekly', 'unnamed']],
        ['all, newest first', { order: 'newest' as const }, ['unnamed', 'gone', 'review', 'product', 'weekly']],
        ['of a chat', { chatId: 'oc_b' }, ['review', 'unnamed']],
        ['of an owner or host', { personId: 'ou_2' }, ['product', 'weekly']],
        ['of a chat and a person', { chatId: 'oc_a', personId: 'ou_1' }, ['gone', 'weekly']],
        ['by status', { statuses: ['cancelled' as const] }, ['gone']],
        ['by no status', { statuses: [] }, []],
        ['by topic, the exact one first', { topic: '周会', statuses: ['booked' as const] }, ['weekly', 'product']],
        ['by topic, whatever case and width', { topic: ' ｄｅｓｉｇｎ　ＲＥＶＩＥＷ ' }, ['review']],
        ['by topic, a percent sign is one', { topic: '0%' }, ['review']],
        ['by topic, no wildcard', { topic: 'd_sign' }, []],
        ['by topic, nothing alike', { topic: 'x'.repeat(200_000) }, []],
      ])('%s', async (_, query, ids) => {
        const found = await store.meetings.find({ ...all, ...query });
        expect(found.meetings.map(({ id }) => id)).toEqual(ids);
        expect(found.total).toBe(ids.length);
      });

      it('overlapping a window, ends excluded', async () => {
        const from = clock.now() + 2 * HOUR;
        const { meetings } = await store.meetings.find({ ...all, from, until: from + HOUR });
        expect(meetings.map(({ id }) => id)).toEqual(['review']);
      });

      it('page by page, with the total', async () => {
        const page = await store.meetings.find({ ...all, limit: 2, offset: 2 });
        expect(page.meetings.map(({ id }) => id)).toEqual(['review', 'weekly']);
        expect(page.total).toBe(5);
      });

      it('after a change of topic, hosts and time', async () => {
        const weekly = (await store.meetings.get('weekly'))!;
        await store.meetings.save({ ...weekly, topic: '月会', hostIds: ['ou_9'], startAt: clock.now() + 1, status: 'live' }, []);
        expect((await store.meetings.find({ ...all, topic: '月会', personId: 'ou_9', statuses: ['live'] })).total).toBe(1);
        expect((await store.meetings.find({ ...all, personId: 'ou_2' })).total).toBe(1);
      });
    });
  });

  describe(`${driver.name}: settings and marks`, () => {
    it('merges what a person or chat sets', async () => {
      expect(await store.settings.get('ou_1')).toEqual({});
      await Promise.all([
        store.settings.patch('ou_1', { minutes: 30, lang: 'en_us' }),
        store.settings.patch('ou_1', { zone: 'Asia/Tokyo' }),
        store.settings.patch('oc_1', { record: true }),
      ]);
      await store.settings.patch('ou_1', { minutes: 45 });
      store = await reopen();
      expect(await store.settings.get('ou_1')).toEqual({ minutes: 45, lang: 'en_us', zone: 'Asia/Tokyo' });
      expect(await store.settings.get('oc_1')).toEqual({ record: true });
    });

    it('remembers a mark once', async () => {
      const seen = await Promise.all(Array.from({ length: 5 }, () => store.marks.once('welcomed:oc_1', 1)));
      expect(seen.filter(Boolean)).toHaveLength(1);
      store = await reopen();
      expect(await store.marks.once('welcomed:oc_1', 2)).toBe(false);
      expect(await store.marks.once('welcomed:oc_2', 2)).toBe(true);
    });
  });

  describe(`${driver.name}: closing`, () => {
    it('finishes what waits, then refuses in words', async () => {
      const waiting = jobs.add([job('om_1')]);
      const closed = store.close();
      await expect(jobs.add([job('om_2')])).rejects.toMatchObject({ name: 'StoreError', fault: 'closed' });
      await waiting;
      await closed;
      await store.close();
      await expect(store.db.ping()).rejects.toMatchObject({ fault: 'closed' });
      await expect(store.meetings.get('m1')).rejects.toMatchObject({ fault: 'closed' });
      store = await reopen();
      expect((await store.jobs.claim(10, 'me')).map(({ id }) => id)).toEqual(['om_1']);
    });

    it('starts again with what ran when it ended, in its lane’s order', async () => {
      await jobs.add([job('om_1'), job('om_2')]);
      await jobs.claim(1, 'one');
      store = await reopen();
      // Where others may be at work, nobody knows that its holder is gone before its lease ends.
      if (driver.shared) await clock.advance(LEASE);
      expect(await store.jobs.claim(5, 'two')).toMatchObject([{ id: 'om_1', attempt: 2, unfinished: 2 }]);
    });
  });
}
