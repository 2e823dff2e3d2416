import type { Meeting } from '../domain/meeting.ts';
import type { Card } from '../domain/view.ts';
import type { Deps } from './deps.ts';
import { keep } from './recall.ts';
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

/** A message that speaks of a meeting, and is none of its cards: whoever replies to it, or answers it directly, means that meeting. @returns its id */
export async function sendLine(
  { id }: Pick<Meeting, 'id'>,
  to: { chatId: string } | { openId: string },
  card: Card,
  key: string,
  deps: Deps,
): Promise<string> {
  const { messageId, chatId } = await deps.messages.send(to, card, key);
  await deps.store.addLine(messageId, id);
  if (!('openId' in to) || chatId === undefined) return messageId;
  const whose = { id: key, from: to.openId, place: { chatId, kind: 'direct' as const }, at: deps.now() };
  await keep([{ did: 'shown', meetingId: id }], whose, deps);
  return messageId;
}
