import type { Attendee, Live, Picture } from '../domain/live.ts';
import type { Meeting } from '../domain/meeting.ts';
import { goneOf, insideOf, isRunning, runningOf, sinceOf, totalOf } from './session.ts';

/** What a card shows of what is known. The same picture = nothing to draw anew. */
export function pictureOf(live: Live, { startAt }: Pick<Meeting, 'startAt'>): Picture {
  const running = runningOf(live);
  return {
    running: running && {
      startAt: running.startAt,
      recording: running.recording?.on ?? false,
      inside: insideOf(running).map((one) => ({
        ...attendee(one),
        host: one.id === running.hostId,
        since: sinceOf(one) ?? running.startAt,
      })),
      gone: goneOf(running).map(attendee),
    },
    held: live.sessions
      .filter((one) => !isRunning(one))
      .map((one) => ({ startAt: one.startAt, endAt: one.endAt ?? one.startAt, count: totalOf(one), recorded: one.recorded })),
    asked: live.seenAt !== null && live.seenAt >= startAt,
  };
}

const attendee = ({ id, userType, role, external }: Attendee): Attendee => ({
  id,
  userType,
  ...(role ? { role } : {}),
  ...(external ? { external } : {}),
});
