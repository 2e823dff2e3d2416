import type { Incoming } from '../../domain/event.ts';
import type { Attendee, SessionFact } from '../../domain/live.ts';
import type { Millis } from '../../domain/time.ts';
import { type Fields, fields, matching, millis, str } from '../narrow.ts';

const PREFIX = 'vc.meeting.';

/** What of `vc.meeting.*` tells of a meeting's state. */
const READERS = {
  meeting_started_v1: (base, _, meeting) => ({ fact: 'started', ...base, ...startOf(meeting) }),
  meeting_ended_v1: (base, _, meeting) => ({
    fact: 'ended',
    ...base,
    startAt: millis(meeting.start_time),
    endAt: millis(meeting.end_time),
  }),
  join_meeting_v1: (base, body, meeting) => ({ fact: 'joined', ...base, ...startOf(meeting), who: attendeeOf(body.operator, meeting) }),
  // `operator` is whoever acted: with a kick-out that is somebody else.
  leave_meeting_v1: (base, body, meeting) => ({ fact: 'left', ...base, ...startOf(meeting), who: attendeeOf(body.leave_user, meeting) }),
  recording_started_v1: (base) => ({ fact: 'recording', ...base, on: true }),
  recording_ended_v1: (base) => ({ fact: 'recording', ...base, on: false }),
  recording_ready_v1: (base, body) => {
    const url = str(body.url, 2000);
    return url === null ? null : { fact: 'recorded', ...base, url, length: lengthOf(body.duration) };
  },
} satisfies Record<string, (base: { at: Millis; sessionId: string }, body: Fields, meeting: Fields) => SessionFact | null>;

type Known = keyof typeof READERS;

export const MEETING_EVENTS = (Object.keys(READERS) as Known[]).map((name) => `${PREFIX}${name}`);

/** Source: vc-v1 "Meeting events". Times in seconds, as strings; `meeting.id` is no reserve's id. */
export function readMeetingEvent(header: Fields, body: Fields, at: Millis): Extract<Incoming, { kind: 'meeting_event' }> | null {
  const type = str(header.event_type) ?? '';
  const name = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  if (!Object.hasOwn(READERS, name)) return null;
  const id = matching(header.event_id, /^[\x21-\x7e]{1,128}$/);
  const meeting = fields(body.meeting);
  const sessionId = matching(meeting?.id, /^\d{1,25}$/);
  const meetingNo = matching(meeting?.meeting_no, /^\d{5,12}$/);
  if (meeting === null || id === null || sessionId === null || meetingNo === null) return null;
  const event = READERS[name as Known]({ at, sessionId }, body, meeting);
  return event === null ? null : { kind: 'meeting_event', id, at, meetingNo, ownerId: openIdOf(meeting.owner), event };
}

function startOf(meeting: Fields): { startAt: Millis | null; hostId: string | null } {
  return { startAt: millis(meeting.start_time), hostId: openIdOf(meeting.host_user) };
}

const openIdOf = (user: unknown): string | null => matching(fields(fields(user)?.id)?.open_id, /^ou_[A-Za-z0-9_-]{1,128}$/);

const FEISHU_USER = 1;
const ROLES: Record<number, Attendee['role']> = { 2: 'host', 3: 'cohost' };

/** Rooms and phones may come without an open_id; any id tells them apart. */
function attendeeOf(user: unknown, meeting: Fields): Attendee | null {
  const given = fields(user);
  const ids = fields(given?.id);
  const id = [ids?.open_id, ids?.user_id, ids?.union_id].map((one) => matching(one, /^[\x21-\x7e]{1,128}$/)).find((one) => one !== null);
  if (!given || !id) return null;
  const type = given.user_type;
  const role = id === openIdOf(meeting.host_user) ? 'host' : ROLES[Number(given.user_role)];
  return { id, userType: Number.isInteger(type) ? Number(type) : FEISHU_USER, ...(role ? { role } : {}) };
}

/** Milliseconds, as a string. */
function lengthOf(duration: unknown): Millis | null {
  const length = typeof duration === 'string' || typeof duration === 'number' ? Number(duration) : Number.NaN;
  return Number.isSafeInteger(length) && length >= 0 ? length : null;
}
