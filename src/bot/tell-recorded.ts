import { render } from '../card/render.ts';
import type { Deps } from './deps.ts';

/** One quiet line under the meeting's card, in its own chat. */
export async function tellRecorded(meetingId: string, sessionId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  const recorded = (await deps.lives.get(meetingId))?.sessions.find((one) => one.id === sessionId)?.recorded;
  if (!meeting || !recorded) return;
  const card = render({ show: 'recorded', meeting, ...recorded }, { langs: 'both' });
  const key = `recorded-${sessionId}`;
  const under = (await deps.store.cards(meetingId)).findLast((one) => one.chatId === meeting.chatId)?.messageId;
  try {
    if (under) await deps.messages.reply({ messageId: under, place: { chatId: meeting.chatId, kind: meeting.chatKind } }, card, key);
    else await deps.messages.send({ chatId: meeting.chatId }, card, key);
  } catch (error) {
    // Nobody asked for it: where it can't be said, the card has the link.
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
  }
}
