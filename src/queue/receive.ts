import type { NewJob } from '../domain/job.ts';
import type { Jobs } from '../store/db.ts';

/**
 * What the doors call: resolves when the jobs are on disk. Known ids are fine and change nothing.
 * @throws StoreError when the store cannot take them (disk full, closed): do not acknowledge the event.
 */
export function createReceive(jobs: Pick<Jobs, 'add'>, wake: () => void): (arrived: NewJob[]) => Promise<void> {
  return async (arrived) => {
    const { inserted } = await jobs.add(arrived);
    if (inserted.includes(true)) wake();
  };
}
