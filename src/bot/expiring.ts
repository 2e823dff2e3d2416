import { render } from '../card/render.ts';
import type { View } from '../domain/view.ts';
import { expiryAt } from '../meeting/reminders.ts';
import { isOpen } from '../meeting/rules.ts';
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
  const active = await deps.reserves.active(meeting.reserveId);
  const inside = active?.status === 'in_progress' ? active.participants.filter(({ status }) => status === 'in_meeting').length : 0;
  if (inside === 0) return;
  const { topic, endAt, zone, chatId } = meeting;
  const view: View = {
    show: 'line',
    say: { key: 'expiring', args: { topic: topic ?? '', at: { at: endAt, zone }, count: inside } },
    acts: OFFERED.map((minutes) => ({
      label: { key: 'extend', args: { minutes } },
      act: { act: 'extend', id: meetingId, minutes, onto: 'shared' },
    })),
  };
  await unlessRefused(
    () => sendLine(meeting, { chatId }, render(view, { langs: 'both' }), `expiring-${meetingId}-${endAt}`, deps),
    deps,
    ({ code }) => deps.log.info({ meeting: meetingId, code }, 'more time could not be offered'),
  );
}
