import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import Driver from 'libsql';

/** So many pages are looked at in a few milliseconds; a thread costs fifty before it has begun. */
const FEW = 200;

/** Stands alone: a thread is given its text. Gives undefined where there are more pages than `most`. */
function look(Database: typeof Driver, path: string, most: number): string | null | undefined {
  let db: Driver.Database | undefined;
  try {
    db = new Database(path, { readonly: true });
    const { page_count } = db.prepare('PRAGMA page_count').get() as { page_count: number };
    if (page_count > most) return undefined;
    const [first] = db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
    return first?.quick_check === 'ok' ? null : 'quick_check';
  } catch (error) {
    const { code } = error as { code?: unknown };
    return /^SQLITE_(CORRUPT|NOTADB)/.test(String(code)) ? String(code) : null;
  } finally {
    db?.close();
  }
}

/** Where there are many pages, a look at each takes its time: beside the bot. */
const LOOK = `
const { parentPort, workerData } = require('node:worker_threads');
const found = (${look})(require(workerData.driver), workerData.path, Infinity);
parentPort.postMessage(found);
`;

/** @returns what is wrong with the file, by the database's name for it; null: nothing, or it could not be looked at */
export async function findDamage(path: string): Promise<string | null> {
  const found = look(Driver, path, FEW);
  if (found !== undefined) return found;
  const driver = createRequire(import.meta.url).resolve('libsql');
  return new Promise((resolve) => {
    const worker = new Worker(LOOK, { eval: true, workerData: { path, driver } });
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
}
