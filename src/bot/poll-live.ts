import type { Millis } from '../domain/time.ts';
import { nextPoll, POLL_AGAIN, POLLS_PER_SECOND } from '../meeting/poll.ts';
import { isOpen } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { followLive } from './follow-live.ts';
import { pollJob, sweepJob } from './job-kinds.ts';

const SECOND: Millis = 1000;
/** Should a poll be lost with its process, it is due again then. */
const LEASE: Millis = 60_000;

/** Hands out the polls that are due, so many a second, those first that wait longest: above the ceiling the delay grows evenly. */
export async function sweep(deps: Deps): Promise<void> {
  const now = deps.now();
  const due = await deps.lives.takeDue(POLLS_PER_SECOND, now + LEASE);
  deps.lookedAfter(Math.max(0, ...due.map((one) => now - one.dueAt)));
  const next = await deps.lives.nextPoll();
  const jobs = due.map(({ id, meetingNo }) => pollJob({ id, meetingNo }, now));
  await deps.enqueue(next === null ? jobs : [...jobs, sweepJob(Math.max(next, now + SECOND))]);
}

/** What runs on a reserve now. A poll that fails is no reason to give up, nor one to ask faster. */
export async function poll(meetingId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting)) return deps.lives.setPoll(meetingId, null);
  const at = deps.now();
  try {
    const active = await deps.reserves.active(meeting.reserveId);
    await followLive(meetingId, { fact: 'seen', at, active }, deps);
  } catch (error) {
    if (!deps.isFailure(error)) throw error;
    const now = deps.now();
    const again = Math.max(now + POLL_AGAIN, now + (error.retryAfter ?? 0));
    await deps.lives.setPoll(meetingId, nextPoll(meeting, await deps.lives.get(meetingId), now) === null ? null : again);
  }
  const next = await deps.lives.nextPoll();
  if (next !== null) await deps.enqueue([sweepJob(Math.max(next, deps.now()))]);
}
