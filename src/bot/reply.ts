import { render } from '../card/render.ts';
import type { Card } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import { type Answer, tell } from './answer.ts';
import type { Deps } from './deps.ts';
import { isForLater } from './is-for-later.ts';
import { keep } from './recall.ts';

type Senders = Pick<Deps, 'messages' | 'store' | 'now' | 'isFailure'>;

/** What the platform refuses for good is an answer too; what may be asked again goes back to the queue. */
export async function orRefusal<T extends Answer | null>(work: () => Promise<T>, deps: Deps): Promise<T | Answer> {
  try {
    return await work();
  } catch (error) {
    if (!deps.isFailure(error) || isForLater(error)) throw error;
    return tell(deps.failureSay(error));
  }
}

/** An answer with all that comes along, and what it did is remembered for the next message. */
export async function sendAll(answer: Answer, ask: Ask, deps: Deps): Promise<void> {
  if (!answer.silent) await send(answer, ask, deps);
  for (const [n, one] of (answer.more ?? []).entries()) await send(one, { ...ask, id: `${ask.id}-more${n}` }, deps);
  await keep(answer.effects, ask, deps);
}

/** What the platform will not carry as it is would be refused again: the asker hears why instead. */
export async function send(answer: Answer, ask: Ask, deps: Deps): Promise<void> {
  try {
    await sendOnce(answer, ask, deps);
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict !== 'tell') throw error;
    await sendOnce(tell(deps.failureSay(error)), { ...ask, id: `${ask.id}-why` }, deps);
  }
}

/**
 * Sends an answer: under the question, in the chat, or to the asker alone.
 * `ask.id` is the key of the message: after a crash the platform drops the repeat.
 */
export async function sendOnce(answer: Answer, ask: Ask, deps: Senders): Promise<void> {
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
    sent = { messageId: (await drawnOnto(answer, card, deps)) ?? (await sentTo(answer, card, ask, deps)), to: chatId };
  } catch (error) {
    // The group can't be written to; the asker can.
    if (kind !== 'group' || !deps.isFailure(error) || !error.chatClosed) throw error;
    const { messageId } = await deps.messages.send({ openId: ask.from }, card, `${ask.id}-own`);
    sent = { messageId, to: ask.from };
  }
  if (answer.cardOf) await deps.store.addCard({ messageId: sent.messageId, meetingId: answer.cardOf, chatId: sent.to, sentAt: deps.now() });
}

/** In place of the card that was pressed; null: there is none, or it is no longer there. */
async function drawnOnto({ onto }: Answer, card: Card, deps: Senders): Promise<string | null> {
  if (!onto) return null;
  try {
    await deps.messages.patch(onto, card);
    return onto;
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
    return null;
  }
}

async function sentTo(answer: Answer, card: Card, ask: Ask, deps: Senders): Promise<string> {
  const { chatId } = ask.place;
  const under = ask.under ?? (answer.thread ? await cardIn(chatId, answer.thread, deps) : null);
  const { messageId } = under
    ? await deps.messages.reply({ messageId: under, place: ask.place }, card, ask.id)
    : await deps.messages.send({ chatId }, card, ask.id);
  return messageId;
}

/** The meeting's newest card in that chat: its thread is where one looks for what happened to it. */
async function cardIn(chatId: string, meetingId: string, deps: Pick<Deps, 'store'>): Promise<string | null> {
  const cards = await deps.store.cards(meetingId);
  return cards.findLast((card) => card.chatId === chatId)?.messageId ?? null;
}

async function sendElsewhere(also: NonNullable<Answer['alsoTo']>, ask: Ask, deps: Senders): Promise<void> {
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
