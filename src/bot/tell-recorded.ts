import { render } from '../card/render.ts';
import type { Deps } from './deps.ts';
import { sendUnderCard } from './send-under-card.ts';

/** One quiet line under the meeting's card, in its own chat. */
export async function tellRecorded(meetingId: string, sessionId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  const recorded = (await deps.lives.get(meetingId))?.sessions.find((one) => one.id === sessionId)?.recorded;
  if (!meeting || !recorded) return;
  const card = render({ show: 'recorded', meeting, ...recorded }, { langs: 'both' });
  // Nobody asked for it: where it can't be said, the card has the link.
  await sendUnderCard(meeting, card, `recorded-${sessionId}`, deps);
}
