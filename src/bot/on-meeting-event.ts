import type { Incoming } from '../domain/event.ts';
import type { Millis } from '../domain/time.ts';
import { MINUTE } from '../meeting/rules.ts';
import { meetingFor } from '../meeting/whose-event.ts';
import type { Deps } from './deps.ts';
import { followLive } from './follow-live.ts';
import { meetingEventJob } from './job-kinds.ts';

type MeetingEvent = Extract<Incoming, { kind: 'meeting_event' }>;

/** Noted once: this installation gets events of meetings. */
export const HEARD = 'heard:vc.meeting';

/** An event may overtake the answer to the booking that it belongs to. */
const WAITS: Millis = 5 * MINUTE;
const FIRST_WAIT: Millis = 1000;
const LONGEST_WAIT: Millis = 15_000;

/** Whose event it is: pinned by its session once that is known, by its number until then. */
export async function onMeetingEvent(incoming: MeetingEvent, waited: Millis, deps: Deps): Promise<void> {
  const { event, meetingNo } = incoming;
  if (!(await deps.marks.has(HEARD))) await deps.marks.put(HEARD, deps.now());
  if (waited === 0) deps.meetingEvent('heard');
  const pinned = await deps.lives.bySession(event.sessionId);
  const startAt = 'startAt' in event ? event.startAt : null;
  const meeting = pinned ?? meetingFor(await deps.lives.withNumber(meetingNo), { ...incoming, startAt });
  if (meeting) return followLive(meeting.id, event, deps);
  if (waited >= WAITS) return;
  const wait = Math.min(LONGEST_WAIT, Math.max(FIRST_WAIT, waited));
  await deps.enqueue([meetingEventJob(incoming, { waited: waited + wait, due: deps.now() + wait })]);
}
