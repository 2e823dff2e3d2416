/** Who is to come to a meeting, beside its owner. Pure. */
import type { Meeting } from '../domain/meeting.ts';

/** Everybody whose coming was asked for by name. */
export const guestsOf = ({ ownerId, hostIds, guestIds = [] }: Meeting): string[] =>
  [...new Set([...hostIds, ...guestIds])].filter((id) => id !== ownerId);

/** Those who have not been written to yet, nor could not be. */
export const invitableIds = (meeting: Meeting): string[] =>
  guestsOf(meeting).filter((id) => !meeting.invitedIds?.includes(id) && !meeting.unreachedIds?.includes(id));
