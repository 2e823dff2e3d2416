import type { Clock } from '../domain/time.ts';
import type { Db } from './db.ts';

const EVERY_MS = 60_000;

/** Machines disagree about the time; leases and due times need one clock, and that is the database's. */
export async function storeClock(db: Db, clock: Clock): Promise<{ clock: Clock; stop(): void }> {
  let ahead = 0;
  // Between two looks this machine's clock may be set, which concerns nobody else.
  const here = db.shared ? () => performance.now() : () => clock.now();
  const measure = async (): Promise<void> => {
    const before = here();
    const there = await db.clock();
    if (there !== null) ahead = Math.round(there - (before + here()) / 2);
  };
  await measure();
  const timer = db.shared ? setInterval(() => void measure().catch(() => {}), EVERY_MS).unref() : undefined;
  return { clock: { now: () => Math.round(here() + ahead) }, stop: () => clearInterval(timer) };
}
