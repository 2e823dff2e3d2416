import type { Clock, Millis } from '../../domain/time.ts';
import type { Added, Db, Jobs, Sql } from '../db.ts';
import { begins } from './begins.ts';
import { type Claiming, claimArrived, claimDue, hasLane, inTurn, LEASE, nextAt, readable, takeBack } from './claim.ts';
import { countJobs, deadJobs, perMinute, replay, trouble } from './count.ts';
import { toRow } from './insert.ts';
import { purge } from './purge.ts';
import { setBack } from './set-back.ts';
import { lockLanes, moveOn, settle } from './settle.ts';

/** Clocks are also corrected by a little: that is no step. */
const STEP: Millis = 500;

type Heads = Awaited<ReturnType<typeof claimDue>>;

/** What is written down along with the outcomes of jobs, in their commit. */
export interface Along {
  /** What waits to be written; `failed`: it is not on disk, and waits again. */
  take(): { write(sql: Sql): Promise<void>; failed(): void } | null;
}

export function createJobs(db: Db, clock: Clock, along: Along): Jobs & { added: Added } {
  const listeners = new Set<Parameters<Jobs['onAdded']>[0]>();
  let latest = 0;
  /** The time that the clock showed before it was set back, until what was due then is due again. */
  let before: Millis | null = null;
  const now = (): Millis => {
    const read = clock.now();
    if (read < latest - STEP) before = Math.max(before ?? 0, latest);
    latest = read < latest - STEP ? read : Math.max(latest, read);
    return read;
  };
  const repair = async (): Promise<void> => {
    if (before === null || db.shared) return;
    const from = before;
    await db.tx((sql) => setBack(sql, from, clock.now()));
    before = null;
  };
  const tell = (what: 'due' | 'perhaps') => {
    for (const listener of listeners) listener(what);
  };
  const added: Added = (jobs) => {
    const at = clock.now();
    tell(jobs.some(({ due }) => due <= at) ? 'due' : 'perhaps');
    db.announce();
  };
  db.onAnnounced(() => tell('perhaps'));

  return {
    added,
    shared: db.shared,

    async add(jobs) {
      const at = now();
      const rows = jobs.map((job) => toRow(job, at));
      const result = await db.insertJobs(rows);
      if (result.inserted.includes(true)) added(rows);
      return result;
    },

    onAdded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async claim(limit, holder, background = limit) {
      // Read before the wait for the transaction: a process that slept in it would find its own leases expired.
      const asked = { limit, holder, background, now: now() };
      await repair();
      return inTurn(await (db.shared ? inTwoParts(db, asked) : db.tx((sql) => inOnePart(db, sql, asked))));
    },

    async renew(lanes, holder) {
      if (lanes.length === 0) return;
      await db.write((sql) =>
        sql
          .updateTable('lanes')
          .set({ wake_at: clock.now() + LEASE })
          .where('holder', '=', holder)
          .where('lane', 'in', lockLanes(sql, lanes))
          .execute(),
      );
    },

    async finish(results, goOn) {
      if (results.length === 0) return [];
      const now = clock.now();
      const goingOn = goOn && goOn.most > 0 ? { ...goOn, now } : undefined;
      const more = along.take();
      try {
        const next = await db.tx(async (sql) => {
          const lanes = await settle(sql, results, now);
          const heads = lanes.length > 0 ? await moveOn(sql, lanes, goingOn) : [];
          await more?.write(sql);
          return readable(sql, heads, now);
        });
        return inTurn(next);
      } catch (error) {
        more?.failed();
        throw error;
      }
    },

    begins: (job, most) => db.tx((sql) => begins(sql, job, most, clock.now())),

    hasLane: (lane) => hasLane(db.read, lane),

    nextAt: (background) => nextAt(db.read, background),

    takeBack: () => db.tx(takeBack),

    dead: (limit) => deadJobs(db.read, limit),

    async replay(id) {
      const at = clock.now();
      const found = await db.tx((sql) => replay(sql, id, at));
      if (found) added([{ due: at }]);
      return found;
    },

    perMinute: (kind, from, until) => perMinute(db.read, kind, from, until),

    count: () => countJobs(db.read, clock.now()),

    trouble: (tries, since) => trouble(db.read, tries, since),

    purge: () => db.tx((sql) => purge(sql, clock.now())),
  };
}

async function inOnePart(db: Db, sql: Sql, asked: Claiming): Promise<Heads> {
  const first = await claimArrived(sql, asked, db.turn);
  return [...first.heads, ...(await claimDue(sql, asked, first))];
}

/** What is locked for the sake of what arrived would hold others up until the rest was found. */
async function inTwoParts(db: Db, asked: Claiming): Promise<Heads> {
  const first = await db.tx((sql) => claimArrived(sql, asked, db.turn));
  if (!first.waited && !first.quiet) return first.heads;
  try {
    return [...first.heads, ...(await db.tx((sql) => claimDue(sql, asked, first)))];
  } catch (error) {
    // What is leased has to be run.
    if (first.heads.length === 0) throw error;
    return first.heads;
  }
}
