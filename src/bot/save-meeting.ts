import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import { nextPoll } from '../meeting/poll.ts';
import type { ChangeDone } from '../meeting/ports/meetings.ts';
import { isOpen } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { redrawJob, sweepJob } from './job-kinds.ts';
import { untilSaved } from './until-saved.ts';

/** Changes a meeting as it is now; its cards follow. Null: there is nothing left to change. */
export function saveMeeting(
  id: string,
  after: (now: Meeting) => Partial<Meeting> | null,
  jobs: NewJob[],
  deps: Pick<Deps, 'store' | 'now' | 'quiet'>,
  change?: ChangeDone,
): Promise<Meeting | null> {
  return untilSaved<Meeting>({
    read: () => deps.store.get(id),
    become(meeting) {
      const changed = after(meeting);
      const now = deps.now();
      const moved = changed && { ...meeting, ...changed, updatedAt: now };
      return moved && { ...moved, pollAt: pollAfter(meeting, moved, now) };
    },
    write(next, { pollAt }) {
      const { pollAt: due = null } = next;
      const polls = due === null || due === pollAt ? [] : [sweepJob(due, deps.now())];
      return deps.store.save(next, [redrawJob(id, deps.now(), !deps.quiet), ...polls, ...jobs], change);
    },
  });
}

/** Its number is void. */
export const releaseMeeting = (id: string, deps: Pick<Deps, 'store' | 'now' | 'quiet'>): Promise<Meeting | null> =>
  saveMeeting(id, (now) => (isOpen(now) ? { status: 'released', assumed: [], other: null } : null), [], deps);

/** Another time or state, another moment to ask what runs. */
function pollAfter(before: Meeting, after: Meeting, now: number): number | null {
  const same = before.startAt === after.startAt && before.endAt === after.endAt && before.status === after.status;
  return same ? (before.pollAt ?? null) : nextPoll(after, null, now);
}
