import { render } from '../card/render.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { View } from '../domain/view.ts';
import { expiryAt } from '../meeting/reminders.ts';
import { isOpen, MINUTE } from '../meeting/rules.ts';
import { insideOf, runningOf } from '../meeting/session.ts';
import type { Deps } from './deps.ts';
import { expiringJob, type JobPayloads } from './job-kinds.ts';
import { sendLine } from './send-under-card.ts';
import { unlessRefused } from './unless-refused.ts';

/** What is offered before the number is given back. */
const OFFERED = [15, 30, 60] as const;

/** While people are inside, more time is offered: once the number is given back, there is no way to it any more. */
export async function expiring({ meetingId }: JobPayloads['expiring'], deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  const now = deps.now();
  if (!meeting || !isOpen(meeting) || meeting.kind === 'call' || meeting.endAt <= now) return;
  const at = expiryAt(meeting);
  if (at > now) return deps.enqueue([expiringJob(meetingId, at)]);
  const inside = await insideNow(meeting, deps);
  if (inside === 0) return;
  const { topic, endAt, zone, chatId } = meeting;
  const view: View = {
    show: 'line',
    say: { key: 'expiring', args: { topic: topic ?? '', at: { at: endAt, zone }, count: inside } },
    // With the end that it brings: whoever presses second wants no more than that.
    acts: OFFERED.map((minutes) => ({
      label: { key: 'extend', args: { minutes } },
      act: { act: 'extend', id: meetingId, minutes, until: endAt + minutes * MINUTE, onto: 'shared' },
    })),
  };
  await unlessRefused(
    () => sendLine(meeting, { chatId }, render(view, { langs: 'both' }), `expiring-${meetingId}-${endAt}`, deps),
    deps,
    ({ code }) => deps.log.info({ meeting: meetingId, code }, 'more time could not be offered'),
  );
}

/** How many the platform says are in; where it does not let us ask, what its events told. */
async function insideNow({ id, reserveId }: Meeting, deps: Deps): Promise<number> {
  const asked = await unlessRefused(async () => ({ active: await deps.reserves.active(reserveId) }), deps);
  if (asked)
    return asked.active?.status === 'in_progress' ? asked.active.participants.filter(({ status }) => status === 'in_meeting').length : 0;
  const live = await deps.lives.get(id);
  const running = live && runningOf(live);
  return running ? insideOf(running).length : 0;
}
