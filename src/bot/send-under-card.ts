import type { Meeting } from '../domain/meeting.ts';
import type { Card } from '../domain/view.ts';
import type { Deps } from './deps.ts';
import { unlessRefused } from './unless-refused.ts';

/** A message of its own under the meeting's card, in its own chat. Where it can't be said, nothing hangs on it. */
export async function sendUnderCard({ id, chatId, chatKind }: Meeting, card: Card, key: string, deps: Deps): Promise<void> {
  const under = (await deps.store.cards(id)).findLast((one) => one.chatId === chatId)?.messageId;
  // The bot may have left that chat meanwhile.
  await unlessRefused(async () => {
    const { messageId } = under
      ? await deps.messages.reply({ messageId: under, place: { chatId, kind: chatKind } }, card, key)
      : await deps.messages.send({ chatId }, card, key);
    await deps.store.addLine(messageId, id);
  }, deps);
}

/** A message that speaks of a meeting, and is none of its cards: whoever replies to it means that meeting. */
export async function sendLine(
  { id }: Pick<Meeting, 'id'>,
  to: { chatId: string } | { openId: string },
  card: Card,
  key: string,
  { messages, store }: Pick<Deps, 'messages' | 'store'>,
): Promise<void> {
  const { messageId } = await messages.send(to, card, key);
  await store.addLine(messageId, id);
}
