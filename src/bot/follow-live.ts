import type { NewJob } from '../domain/job.ts';
import type { Live, LiveFact } from '../domain/live.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import { fold, graceEnd, noLife, statusOf } from '../meeting/live.ts';
import { pictureOf } from '../meeting/picture.ts';
import { nextPoll } from '../meeting/poll.ts';
import { isOpen } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { graceJob, recordedJob, redrawJob, sweepJob } from './job-kinds.ts';

/**
 * Adds what became known to a meeting's state, and brings about what follows from it: its cards, its next poll.
 * @param fact null: nothing new, but time has passed
 */
export async function followLive(meetingId: string, fact: LiveFact | null, deps: Deps): Promise<void> {
  for (;;) {
    const [meeting, known] = await Promise.all([deps.store.get(meetingId), deps.lives.get(meetingId)]);
    if (!meeting) return;
    const before = known ?? noLife(meetingId);
    const after = fact ? fold(before, fact) : before;
    const now = deps.now();
    const status = isOpen(meeting) ? statusOf(after, meeting, now) : meeting.status;
    const pollAt = pollAfter(meeting, before, after, fact, now);
    const changed = status !== meeting.status;
    const next = changed ? { ...meeting, status, updatedAt: now } : null;
    if (!next && after === before) {
      if (pollAt === (meeting.pollAt ?? null)) return;
      await deps.lives.setPoll(meetingId, pollAt);
      return pollAt === null ? undefined : deps.enqueue([sweepJob(pollAt, now)]);
    }
    const jobs = followUps({ ...meeting, status }, before, after, pollAt, changed, now);
    if (await deps.lives.save(after, { meeting: next, pollAt }, jobs)) return;
  }
}

/** What a look contradicts was late, or our clocks disagree: the platform is asked again at once. So it is when everybody has gone. */
function pollAfter(meeting: Meeting, before: Live, after: Live, fact: LiveFact | null, now: number): number | null {
  const next = nextPoll(meeting, after, now);
  if (next === null || fact === null) return next === null ? null : Math.min(next, meeting.pollAt ?? next);
  if (fact.fact === 'seen') return next;
  if (before.seenAt !== null && fact.at <= before.seenAt && after !== before) return Math.min(next, now);
  return Math.min(next, meeting.pollAt ?? next);
}

/** A meeting starts and its first people come within moments: that is one picture. */
const BURST: Millis = 300;

function followUps(meeting: Meeting, before: Live, after: Live, pollAt: number | null, changed: boolean, now: number): NewJob[] {
  const grace = graceEnd(after, now);
  const jobs = [
    ...(pollAt === null ? [] : [sweepJob(pollAt, now)]),
    ...(grace === null ? [] : [graceJob(meeting, grace)]),
    ...after.sessions
      .filter((one) => one.recorded && !before.sessions.find((other) => other.id === one.id)?.recorded)
      .map((one) => recordedJob(meeting.id, one.id, now)),
  ];
  const seenAs = (live: Live): string => JSON.stringify(pictureOf(live, meeting));
  return changed || seenAs(before) !== seenAs(after) ? [redrawJob(meeting.id, now + BURST), ...jobs] : jobs;
}
