import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import { MINUTE } from './rules.ts';

/** Events of a reserve come while it is valid; what the platform holds back for a while comes later. */
const AFTER_END: Millis = 15 * MINUTE;

/** Whose event it is, among the meetings that ever had that number: the owner agrees, and it lies in the time of the reserve. */
export function meetingFor(among: Meeting[], event: { at: Millis; ownerId: string | null; startAt: Millis | null }): Meeting | null {
  const at = event.startAt ?? event.at;
  return (
    among.find(
      ({ ownerId, createdAt, endAt, status }) =>
        status !== 'cancelled' &&
        (event.ownerId === null || event.ownerId === ownerId) &&
        at >= createdAt - MINUTE &&
        at <= endAt + (status === 'released' ? 0 : AFTER_END),
    ) ?? null
  );
}
