/** Events that arrive at the same time share one statement, and so one commit. */
import type { JobRow } from '../db.ts';

/** PostgreSQL takes 65,535 values a statement; a row has 8. */
const MOST = 1_000;
/** A second batch need not wait for the first one's commit. */
export const AT_ONCE = 2;

interface Waiting {
  rows: JobRow[];
  resolve(result: { inserted: boolean[] }): void;
  reject(error: unknown): void;
}

/** @param insert writes the rows and answers the ids that were new */
export function createBatches(insert: (rows: JobRow[]) => Promise<Set<string>>): (rows: JobRow[]) => Promise<{ inserted: boolean[] }> {
  let waiting: Waiting[] = [];
  let running = 0;

  async function run(batch: Waiting[]): Promise<void> {
    running += 1;
    try {
      const fresh = await insert(batch.flatMap((one) => one.rows));
      for (const one of batch) one.resolve({ inserted: one.rows.map(({ id }) => fresh.delete(id)) });
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
    running -= 1;
    next();
  }

  function next(): void {
    if (waiting.length === 0 || running >= AT_ONCE) return;
    let rows = 0;
    const fits = waiting.findIndex((one) => {
      rows += one.rows.length;
      return rows > MOST;
    });
    const batch = fits <= 0 ? waiting.slice(0, fits === 0 ? 1 : undefined) : waiting.slice(0, fits);
    waiting = waiting.slice(batch.length);
    void run(batch);
  }

  return (rows) =>
    new Promise((resolve, reject) => {
      waiting.push({ rows, resolve, reject });
      // What arrives in the same turn of the loop goes together.
      if (waiting.length === 1) setImmediate(next);
    });
}
