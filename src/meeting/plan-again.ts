import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis } from '../domain/time.ts';
import type { Plan } from './plan.ts';
import { windowProblem } from './rules.ts';

/** A meeting that was cancelled, to be booked as it was. */
export function planAgain(meeting: Meeting, now: Millis): Plan | { problem: Say } {
  const { kind, topic, startAt, endAt, zone, hostIds, record, connect, join, canHost, canInvite, rrule, callee, remind, guestIds } =
    meeting;
  const problem = windowProblem({ startAt, endAt, zone }, now, Number.POSITIVE_INFINITY);
  if (problem) return { problem };
  return {
    kind,
    topic,
    startAt,
    endAt,
    zone,
    ...(meeting.zoneSaid ? { zoneSaid: true as const } : {}),
    password: meeting.password === null ? { set: 'none' } : { set: 'digits', digits: meeting.password },
    hostIds,
    record,
    connect: connect || null,
    join,
    canHost,
    canInvite,
    assumed: [],
    other: null,
    rrule,
    callee,
    ...(remind === undefined ? {} : { remind }),
    ...(guestIds ? { guestIds } : {}),
  };
}
