import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Runs beside the bot: a look at every page takes its time. */
const LOOK = `
const { parentPort, workerData } = require('node:worker_threads');
let found = null;
try {
  const Database = require(workerData.driver);
  const db = new Database(workerData.path, { readonly: true });
  const rows = db.prepare('PRAGMA quick_check(1)').all();
  db.close();
  const first = rows[0] && Object.values(rows[0])[0];
  if (first !== 'ok') found = 'quick_check';
} catch (error) {
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(String(error && error.code))) found = String(error.code);
}
parentPort.postMessage(found);
`;

/** @returns what is wrong with the file, by the database's name for it; null: nothing, or it could not be looked at */
export function findDamage(path: string): Promise<string | null> {
  const driver = createRequire(import.meta.url).resolve('libsql');
  return new Promise((resolve) => {
    const worker = new Worker(LOOK, { eval: true, workerData: { path, driver } });
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  });
}
