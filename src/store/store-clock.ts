import type { Clock } from '../domain/time.ts';
import type { Db } from './db.ts';

const EVERY_MS = 60_000;
/** Asked so often, and the quickest answer counts: the first one waits for its connection, and half of that wait would be taken for a difference. */
const ASKED = 5;

/** Machines disagree about the time; leases and due times need one clock, and that is the database's. */
export async function storeClock(db: Db, clock: Clock): Promise<{ clock: Clock; stop(): void }> {
  let ahead = 0;
  // Between two looks this machine's clock may be set, which concerns nobody else.
  const here = db.shared ? () => performance.now() : () => clock.now();
  const measure = async (): Promise<void> => {
    let quickest = Number.POSITIVE_INFINITY;
    for (let asked = 0; asked < ASKED; asked += 1) {
      const before = here();
      const there = await db.clock();
      if (there === null) return;
      const after = here();
      if (after - before >= quickest) continue;
      quickest = after - before;
      ahead = Math.round(there - (before + after) / 2);
    }
  };
  await measure();
  const timer = db.shared ? setInterval(() => void measure().catch(() => {}), EVERY_MS).unref() : undefined;
  return { clock: { now: () => Math.round(here() + ahead) }, stop: () => clearInterval(timer) };
}
