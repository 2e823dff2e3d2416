import type { Meeting } from '../domain/meeting.ts';
import type { Card } from '../domain/view.ts';
import type { Deps } from './deps.ts';

/** A message of its own under the meeting's card, in its own chat. Where it can't be said, nothing hangs on it. */
export async function sendUnderCard({ id, chatId, chatKind }: Meeting, card: Card, key: string, deps: Deps): Promise<void> {
  const under = (await deps.store.cards(id)).findLast((one) => one.chatId === chatId)?.messageId;
  try {
    if (under) await deps.messages.reply({ messageId: under, place: { chatId, kind: chatKind } }, card, key);
    else await deps.messages.send({ chatId }, card, key);
  } catch (error) {
    // The bot may have left that chat meanwhile.
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
  }
}
