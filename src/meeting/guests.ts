/** Who is to come to a meeting, beside its owner. Pure. */
import type { Meeting } from '../domain/meeting.ts';

/** Everybody whose coming was asked for by name. */
export const guestsOf = ({ ownerId, hostIds, guestIds = [] }: Meeting): string[] =>
  [...new Set([...hostIds, ...guestIds])].filter((id) => id !== ownerId);

/** Whose card in that chat is an invitation: it was sent to somebody who is to come. `chatId`: of a direct chat the person's. */
export const isInvited = (meeting: Meeting, chatId: string): boolean =>
  guestsOf(meeting).includes(chatId) || (meeting.invitedIds?.includes(chatId) ?? false);

/** Those who have not been written to yet, nor could not be. */
export const invitableIds = (meeting: Meeting): string[] =>
  guestsOf(meeting).filter((id) => !meeting.invitedIds?.includes(id) && !meeting.unreachedIds?.includes(id));
