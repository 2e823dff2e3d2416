import { render } from '../card/render.ts';
import { nextPoll, POLL_AGAIN, POLLS_PER_SECOND } from '../meeting/poll.ts';
import { isOpen } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { followLive } from './follow-live.ts';
import { pollJob, sweepJob } from './job-kinds.ts';
import { HEARD } from './on-meeting-event.ts';

/** Hands out the polls that are due, so many a second, those first that wait longest: above the ceiling the delay grows evenly. */
export async function sweep(deps: Deps): Promise<void> {
  const now = deps.now();
  const due = await deps.lives.takeDue(POLLS_PER_SECOND);
  deps.lookedAfter(Math.max(0, ...due.map((one) => now - one.dueAt)));
  const next = await deps.lives.nextPoll();
  const jobs = due.map(({ id, meetingNo }) => pollJob({ id, meetingNo }, now));
  await deps.enqueue(next === null ? jobs : [...jobs, sweepJob(next, now)]);
}

/** What runs on a reserve now. A poll that fails is no reason to give up, nor one to ask faster. */
export async function poll(meetingId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting)) return deps.lives.setPoll(meetingId, null);
  const at = deps.now();
  try {
    const active = await deps.reserves.active(meeting.reserveId);
    await followLive(meetingId, { fact: 'seen', at, active }, deps);
    const after = await deps.store.get(meetingId);
    if (after && after.status !== meeting.status) await tellUnheard(deps);
  } catch (error) {
    const now = deps.now();
    const again = now + Math.max(POLL_AGAIN, (deps.isFailure(error) && error.retryAfter) || 0);
    if (nextPoll(meeting, await deps.lives.get(meetingId), now) !== null) {
      await deps.lives.setPoll(meetingId, again);
      await deps.enqueue([sweepJob(again, now)]);
    }
    // What nobody foresaw is for the worker to tell; the meeting is asked about all the same.
    if (!deps.isFailure(error)) throw error;
  }
}

/** So many times a poll found what an event should have told first; one may get lost. */
const UNHEARD = 3;

/** Where no event of a meeting ever came, the app does not subscribe to them or lacks their scope: its administrators hear it, once. */
async function tellUnheard(deps: Deps): Promise<void> {
  if (await deps.marks.has(HEARD)) return deps.meetingEvent('missed');
  for (let n = 1; n <= UNHEARD; n++) {
    if (!(await deps.marks.once(`unheard:vc.meeting:${n}`, deps.now()))) continue;
    if (n < UNHEARD) return;
    const card = render({ show: 'notice', say: { key: 'events_unheard' }, acts: [] }, { langs: 'both' });
    for (const openId of deps.admins)
      await deps.messages.send({ openId }, card, `unheard-${openId.slice(-32)}`).catch((error: unknown) => {
        // Cards stay right by polling: it is no reason to fail.
        if (!deps.isFailure(error)) throw error;
      });
  }
}
