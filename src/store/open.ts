import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../domain/time.ts';
import type { LiveStore } from '../meeting/ports/lives.ts';
import type { Changes, MeetingStore } from '../meeting/ports/meetings.ts';
import type { Conversations, Marks, SettingsStore } from '../meeting/ports/memory.ts';
import type { Audit, Traces } from '../meeting/ports/records.ts';
import type { SeriesStore } from '../meeting/ports/series.ts';
import { createAudit } from './audit.ts';
import { type Buckets, createBuckets } from './buckets.ts';
import { createChanges } from './changes.ts';
import { createConversations } from './conversations.ts';
import type { Db, Jobs } from './db.ts';
import { StoreError } from './error.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { createLives } from './lives.ts';
import { createLocks, type Locks } from './locks.ts';
import { createMarks } from './marks.ts';
import { createMeetings } from './meetings.ts';
import { checkSteps, migrate } from './migrations/migrate.ts';
import { createSends, type Sends } from './sends.ts';
import { createSeries } from './series.ts';
import { createSettings } from './settings.ts';
import { createShared, type Shared } from './shared.ts';
import { makeDirectory } from './sqlite/directory.ts';
import { explainer } from './sqlite/explain.ts';
import { lockStore } from './sqlite/lock.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { countStates } from './states.ts';
import { storeClock } from './store-clock.ts';
import { createTraces } from './traces.ts';

export interface Store {
  db: Db;
  /** What all processes at this store agree on; the given one where there is only this process. */
  clock: Clock;
  meetings: MeetingStore;
  lives: LiveStore;
  settings: SettingsStore;
  marks: Marks;
  conversations: Conversations;
  series: SeriesStore;
  changes: Changes;
  audit: Audit;
  traces: Traces;
  locks: Locks;
  buckets: Buckets;
  shared: Shared;
  sends: Sends;
  jobs: Jobs;
  /** How many meetings whose number is valid, and series, by state. */
  states(): Promise<{ meetings: Record<string, number>; series: Record<string, number> }>;
  /** Finishes the writes that wait, then frees the store for another process. */
  close(): Promise<void>;
}

/**
 * Opens the store, creates it when there is none, and brings it to this version's schema.
 * @param url `postgres://USER:PASSWORD@HOST/DATABASE` for any number of processes, or `file:PATH`, relative to the working directory, for one
 * @throws StoreError a sentence: what is wrong with which store, and what to do
 */
export function openStore(url: string, clock: Clock, o: OpenOptions = {}): Promise<Store> {
  if (isPostgres(url)) return openShared(url, clock, o);
  return o.beside ? openBeside(url, clock) : openFile(url, clock);
}

export interface OpenOptions {
  /** Take the clock as it is, also where the database has one: for a clock that is turned by hand. */
  keepClock?: boolean;
  /**
   * Look at a store that the bot may have open: nothing is locked, migrated or taken back, and it must exist.
   * What is written is found by the bot within seconds.
   */
  beside?: boolean;
}

export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url);

async function openShared(url: string, clock: Clock, o: OpenOptions): Promise<Store> {
  // Only who needs it pays for loading the driver.
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  const { explainer, nameOf } = await import('./postgres/explain.ts');
  const db = openPostgres(url);
  try {
    const shared = o.keepClock ? { clock, stop() {} } : await storeClock(db, clock);
    if (o.beside) await checkSteps(db, nameOf(url));
    else await migrate(db, nameOf(url), shared.clock.now());
    return storeOf(db, shared.clock, shared.stop);
  } catch (error) {
    await db.close().catch(() => {});
    throw explainer(url)(error);
  }
}

async function openBeside(url: string, clock: Clock): Promise<Store> {
  const path = pathOf(url);
  if (!existsSync(path)) throw new StoreError('missing', `${path} does not exist yet; the bot makes it when it starts`);
  const db = openSqlite(path);
  try {
    await checkSteps(db, path);
    return storeOf(db, clock, () => {});
  } catch (error) {
    await db.close().catch(() => {});
    throw explainer(path)(error);
  }
}

async function openFile(url: string, clock: Clock): Promise<Store> {
  const path = pathOf(url);
  const lock = locked(path);
  let db: Db | null = null;
  try {
    db = openSqlite(path);
    await migrate(db, path, clock.now());
    const store = storeOf(db, clock, () => lock.release());
    // Nobody else can hold a lease while we hold the file.
    await store.jobs.takeBack();
    return store;
  } catch (error) {
    await db?.close().catch(() => {});
    lock.release();
    throw explainer(path)(error);
  }
}

function storeOf(db: Db, clock: Clock, release: () => void): Store {
  const traces = createTraces(db);
  const jobs = createJobs(db, clock, traces.along);
  let closing: Promise<void> | null = null;
  return {
    db,
    clock,
    meetings: createMeetings(db, clock, jobs.added),
    lives: createLives(db, clock, jobs.added),
    settings: createSettings(db),
    marks: createMarks(db),
    conversations: createConversations(db),
    series: createSeries(db, clock, jobs.added),
    changes: createChanges(db, clock),
    audit: createAudit(db),
    traces,
    locks: createLocks(db, clock),
    buckets: createBuckets(db, clock),
    shared: createShared(db, clock),
    sends: createSends(db, clock),
    jobs,
    states: () => countStates(db),
    close: () => {
      closing ??= db.close().finally(release);
      return closing;
    },
  };
}

/** Where the file really is: one file has one lock, whatever way leads to it. */
function pathOf(url: string): string {
  const rest = /^file:(.+)$/.exec(url)?.[1];
  if (rest === undefined || rest.includes(':memory:'))
    throw new StoreError(
      'unsupported',
      `DATABASE_URL must be file:PATH, for example file:./data/bot.db, or postgres://USER:PASSWORD@HOST/DATABASE`,
    );
  return rest.startsWith('//') ? fileURLToPath(url) : resolve(rest);
}

function locked(path: string): { release(): void } {
  try {
    makeDirectory(dirname(path));
    return lockStore(real(path));
  } catch (error) {
    throw explainer(path)(error);
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
}
