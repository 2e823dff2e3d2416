/** One at a time, for what has a name: here in order of asking, and beyond this process by a lease in the store. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Millis } from '../domain/time.ts';
import type { Db } from './db.ts';

/** How long a process that died keeps others away. */
const LEASE: Millis = 30_000;
const RENEW: Millis = 10_000;
/** Whoever has it is heard of within so long. */
const LOOK_AGAIN: Millis = 60;
const PATIENCE: Millis = 60_000;

export interface Locks {
  /**
   * Runs `work` while nobody else does so under this key. Must not be asked for the same key from inside.
   * @throws what the queue takes for “again later” when another process has it for too long
   */
  alone<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export function createLocks(db: Db, clock: Clock): Locks {
  const here = queues();
  if (!db.shared) return { alone: here };
  return { alone: (key, work) => here(key, () => leased(db, clock, key, work)) };
}

/** First come, first served, within this process. */
function queues(): Locks['alone'] {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = tails.get(key);
    const mine = before ? before.then(work) : work();
    const tail = mine.catch(() => {});
    tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}

async function leased<T>(db: Db, clock: Clock, key: string, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const give = performance.now() + PATIENCE;
  while (!(await take(db, clock, key, holder))) {
    if (performance.now() > give) throw Object.assign(new Error('somebody else has it for too long'), { verdict: 'retry', code: null });
    await pause(LOOK_AGAIN * (0.5 + Math.random()));
  }
  const renewing = setInterval(() => void take(db, clock, key, holder).catch(() => {}), RENEW);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    // What cannot be given back ends by itself.
    await db.write((sql) => sql.deleteFrom('leases').where('key', '=', key).where('holder', '=', holder).execute()).catch(() => {});
  }
}

/** Takes it, or keeps it for longer. */
async function take(db: Db, clock: Clock, key: string, holder: string): Promise<boolean> {
  const now = clock.now();
  const { numInsertedOrUpdatedRows } = await db.write((sql) =>
    sql
      .insertInto('leases')
      .values({ key, holder, until: now + LEASE })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ holder, until: now + LEASE })
          .where((eb) => eb.or([eb('leases.until', '<=', now), eb('leases.holder', '=', holder)])),
      )
      .executeTakeFirstOrThrow(),
  );
  return Number(numInsertedOrUpdatedRows) > 0;
}
