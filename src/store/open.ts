import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../domain/time.ts';
import type { Marks, MeetingStore, SettingsStore } from '../meeting/ports.ts';
import type { Db, Jobs } from './db.ts';
import { StoreError } from './error.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { createMarks } from './marks.ts';
import { createMeetings } from './meetings.ts';
import { migrate } from './migrations/migrate.ts';
import { createSettings } from './settings.ts';
import { makeDirectory } from './sqlite/directory.ts';
import { explainer } from './sqlite/explain.ts';
import { lockStore } from './sqlite/lock.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

export interface Store {
  db: Db;
  meetings: MeetingStore;
  settings: SettingsStore;
  marks: Marks;
  jobs: Jobs;
  /** Finishes the writes that wait, then frees the file for another process. */
  close(): Promise<void>;
}

/**
 * Opens the store, creates it when there is none, and brings it to this version's schema.
 * @param url `file:PATH`, relative to the working directory
 * @throws StoreError a sentence: what is wrong with which file, and what to do
 */
export async function openStore(url: string, clock: Clock): Promise<Store> {
  const path = pathOf(url);
  const lock = locked(path);
  let db: Db | null = null;
  try {
    db = openSqlite(path);
    await migrate(db, path, clock.now());
    const jobs = createJobs(db, clock);
    // Nobody else can hold a lease while we hold the file.
    await jobs.takeBack();
    return storeOf(db, jobs, clock, () => lock.release());
  } catch (error) {
    await db?.close().catch(() => {});
    lock.release();
    throw explainer(path)(error);
  }
}

function storeOf(db: Db, jobs: ReturnType<typeof createJobs>, clock: Clock, release: () => void): Store {
  let closing: Promise<void> | null = null;
  return {
    db,
    meetings: createMeetings(db, clock, jobs.added),
    settings: createSettings(db),
    marks: createMarks(db),
    jobs,
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
      `DATABASE_URL must be file:PATH, for example file:./data/bot.db; this version knows no other store`,
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
