import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import { nextPoll } from '../meeting/poll.ts';
import type { Deps } from './deps.ts';
import { redrawJob, sweepJob } from './job-kinds.ts';

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
    const now = deps.now();
    const moved = { ...meeting, ...changed, updatedAt: now };
    const next = { ...moved, pollAt: pollAfter(meeting, moved, now) };
    const polls = next.pollAt === null || next.pollAt === meeting.pollAt ? [] : [sweepJob(next.pollAt)];
    if (await deps.store.save(next, [redrawJob(id, now, !deps.quiet), ...polls, ...jobs], change)) return next;
  }
}

/** Another time or state, another moment to ask what runs. */
function pollAfter(before: Meeting, after: Meeting, now: number): number | null {
  const same = before.startAt === after.startAt && before.endAt === after.endAt && before.status === after.status;
  return same ? (before.pollAt ?? null) : nextPoll(after, null, now);
}
