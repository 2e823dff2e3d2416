import { render } from './card/render.ts';
import type { Deps } from './deps.ts';
import type { Answer, Ask } from './meeting/ask.ts';

/**
 * Sends an answer: under the question, in the chat, or to the asker alone.
 * `ask.id` is the key of the message: after a crash the platform drops the repeat.
 */
export async function send(answer: Answer, ask: Ask, deps: Pick<Deps, 'messages' | 'store' | 'now'>): Promise<void> {
  const { chatId, kind } = ask.place;
  if (answer.alsoTo) {
    const { messageId } = await deps.messages.send(
      { chatId: answer.alsoTo.chatId },
      render(answer.alsoTo.view, { langs: 'both' }),
      `${ask.id}-share`,
    );
    await deps.store.addCard({ messageId, meetingId: answer.alsoTo.cardOf, chatId: answer.alsoTo.chatId, sentAt: deps.now() });
  }
  if (answer.to === 'asker' && kind === 'group') {
    // An ephemeral card knows one language only (message-card, "visible to specified person").
    await deps.messages.whisper({ chatId, openId: ask.from, place: kind }, render(answer.view, { langs: ask.lang }), ask.id);
    return;
  }
  const card = render(answer.view, { langs: 'both' });
  const { messageId } = ask.under
    ? await deps.messages.reply({ messageId: ask.under, place: ask.place }, card, ask.id)
    : await deps.messages.send({ chatId }, card, ask.id);
  if (answer.cardOf) await deps.store.addCard({ messageId, meetingId: answer.cardOf, chatId, sentAt: deps.now() });
}
