import { render } from '../card/render.ts';
import type { Answer, Ask } from '../meeting/ask.ts';
import type { Deps } from './deps.ts';

/** The group can't be written to: bot outside, only its owner may post, muted, dissolved. The asker can. */
const UNHEARD = new Set([230002, 230018, 230035, 232009, 232011]);

/**
 * Sends an answer: under the question, in the chat, or to the asker alone.
 * `ask.id` is the key of the message: after a crash the platform drops the repeat.
 */
export async function send(answer: Answer, ask: Ask, deps: Pick<Deps, 'messages' | 'store' | 'now' | 'isFailure'>): Promise<void> {
  const { chatId, kind } = ask.place;
  if (answer.alsoTo) await sendElsewhere(answer.alsoTo, ask, deps);
  if (answer.to === 'asker' && kind === 'group') {
    // An ephemeral card knows one language only (message-card, "visible to specified person").
    await deps.messages.whisper({ chatId, openId: ask.from, place: kind }, render(answer.view, { langs: answer.lang ?? ask.lang }), ask.id);
    return;
  }
  const card = render(answer.view, { langs: 'both' });
  let sent: { messageId: string; to: string };
  try {
    const under = ask.under ?? (answer.thread ? await cardIn(chatId, answer.thread, deps) : null);
    const { messageId } = under
      ? await deps.messages.reply({ messageId: under, place: ask.place }, card, ask.id)
      : await deps.messages.send({ chatId }, card, ask.id);
    sent = { messageId, to: chatId };
  } catch (error) {
    if (kind !== 'group' || !deps.isFailure(error) || !UNHEARD.has(error.code ?? 0)) throw error;
    const { messageId } = await deps.messages.send({ openId: ask.from }, card, `${ask.id}-own`);
    sent = { messageId, to: ask.from };
  }
  if (answer.cardOf) await deps.store.addCard({ messageId: sent.messageId, meetingId: answer.cardOf, chatId: sent.to, sentAt: deps.now() });
}

/** The meeting's newest card in that chat: its thread is where one looks for what happened to it. */
async function cardIn(chatId: string, meetingId: string, deps: Pick<Deps, 'store'>): Promise<string | null> {
  const cards = await deps.store.cards(meetingId);
  return cards.findLast((card) => card.chatId === chatId)?.messageId ?? null;
}

async function sendElsewhere(
  also: NonNullable<Answer['alsoTo']>,
  ask: Ask,
  deps: Pick<Deps, 'messages' | 'store' | 'now' | 'isFailure'>,
): Promise<void> {
  const { chatId, view } = also;
  const card = render(view, { langs: 'both' });
  const key = `${ask.id}-also`;
  if ('cardOf' in also) {
    const { messageId } = await deps.messages.send({ chatId }, card, key);
    await deps.store.addCard({ messageId, meetingId: also.cardOf, chatId, sentAt: deps.now() });
    return;
  }
  try {
    const under = await cardIn(chatId, also.thread, deps);
    if (under) await deps.messages.reply({ messageId: under, place: { chatId, kind: 'group' } }, card, key);
    else await deps.messages.send({ chatId }, card, key);
  } catch (error) {
    // The bot may have left that chat meanwhile; who asked is answered all the same.
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
  }
}
