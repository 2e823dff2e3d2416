/** The store as a start would open it. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../store/error.ts';
import { isPostgres, openStore, type Store } from '../store/open.ts';
import { nameOf } from '../store/postgres/explain.ts';
import { makeDirectory } from '../store/sqlite/directory.ts';
import { explainer } from '../store/sqlite/explain.ts';
import { type Finding, found } from './finding.ts';

/** Seconds between the database's clock and this machine's. */
const CLOCK_OFF_S = 30;

/** Where the embedded store is; null: a server has it. */
export function storePath(url: string): string | null {
  if (isPostgres(url)) return null;
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

/** `running`: another process of the bot has it, which is as it should be. */
export async function checkStore(url: string, now: () => number): Promise<{ findings: Finding[]; running: boolean }> {
  const path = storePath(url);
  if (path === null) return { findings: await checkShared(url, now), running: false };
  try {
    if (!existsSync(path)) {
      await tryNew(path, now);
      return { findings: [found('ok', 'store', 'store_new', { path })], running: false };
    }
    const { waiting, dead } = await tryStore(url, now);
    return { findings: [found('ok', 'store', 'store_ok', { path, waiting, dead })], running: false };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'in_use') return { findings: [found('ok', 'store', 'store_in_use', { path })], running: true };
    return { findings: [found('problem', 'store', 'store_fault', { path, fault })], running: false };
  }
}

/** The store that this process has open. */
export async function checkOpenStore(store: Pick<Store, 'db' | 'jobs'>, url: string): Promise<Finding[]> {
  const path = storePath(url) ?? nameOf(url);
  try {
    await store.db.ping();
    const damage = await store.db.damage();
    if (damage !== null) return [found('problem', 'store', 'store_fault', { path, fault: 'damaged' })];
    const { waiting, dead } = await store.jobs.count();
    return [found('ok', 'store', 'store_ok', { path, waiting, dead })];
  } catch (error) {
    return [found('problem', 'store', 'store_fault', { path, fault: faultOf(error) })];
  }
}

const faultOf = (error: unknown): StoreError['fault'] => (error instanceof StoreError ? error.fault : 'other');

async function checkShared(url: string, now: () => number): Promise<Finding[]> {
  const path = nameOf(url);
  try {
    const { waiting, dead, ahead } = await tryStore(url, now);
    const ok = found('ok', 'store', 'store_ok', { path, waiting, dead });
    return Math.abs(ahead) > CLOCK_OFF_S ? [ok, found('warning', 'clock', 'clock_off_store', { path, seconds: ahead })] : [ok];
  } catch (error) {
    return [found('problem', 'store', 'store_fault', { path, fault: faultOf(error) })];
  }
}

/** `ahead`: seconds by which the database's clock, which all instances go by, is ahead of this machine's. */
async function tryStore(url: string, now: () => number): Promise<{ waiting: number; dead: number; ahead: number }> {
  const store = await openStore(url, { now });
  try {
    await store.db.ping();
    const clock = await store.db.clock();
    return { ...(await store.jobs.count()), ahead: clock === null ? 0 : Math.round((clock - now()) / 1000) };
  } finally {
    await store.close();
  }
}

/** Leaves nothing behind: a file made by whoever asks the doctor may be one that the bot's own user cannot write. */
async function tryNew(path: string, now: () => number): Promise<void> {
  const folder = dirname(resolve(path));
  const probe = join(folder, `.doctor-${process.pid}.db`);
  try {
    const made = makeDirectory(folder);
    try {
      await tryStore(`file:${probe}`, now);
    } finally {
      for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${probe}${end}`, { force: true });
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    }
  } catch (error) {
    throw explainer(path)(error);
  }
}
