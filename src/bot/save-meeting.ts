import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Deps } from './deps.ts';
import { redrawJob } from './job-kinds.ts';

/** Reads, changes and writes until nobody wrote in between; its cards follow. Null: there is nothing left to change. */
export async function saveMeeting(
  id: string,
  after: (now: Meeting) => Partial<Meeting> | null,
  jobs: NewJob[],
  deps: Pick<Deps, 'store' | 'now' | 'quiet'>,
  change?: { job: string; what: unknown },
): Promise<Meeting | null> {
  for (;;) {
    const meeting = await deps.store.get(id);
    const changed = meeting && after(meeting);
    if (!meeting || !changed) return null;
    const next = { ...meeting, ...changed, updatedAt: deps.now() };
    if (await deps.store.save(next, [redrawJob(id, deps.now(), !deps.quiet), ...jobs], change)) return next;
  }
}
