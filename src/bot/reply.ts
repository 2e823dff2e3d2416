import { plainly } from '../card/plainly.ts';
import { render } from '../card/render.ts';
import type { Effect } from '../conversation/memory.ts';
import type { Card, View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import type { PlatformFailure } from '../meeting/ports/platform.ts';
import { type Answer, tell } from './answer.ts';
import { breathe } from './breathe.ts';
import { inThread } from './context.ts';
import type { Deps } from './deps.ts';
import { isForLater } from './is-for-later.ts';
import { redrawJob } from './job-kinds.ts';
import { keep } from './recall.ts';
import { tellLater, toldAlready } from './tell-others.ts';
import { unlessRefused } from './unless-refused.ts';

type Senders = Pick<Deps, 'messages' | 'store' | 'series' | 'marks' | 'now' | 'isFailure' | 'note'>;

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
  if (!answer.silent) await send(await withoutNews(answer, ask, deps), ask, deps);
  for (const [n, one] of (answer.more ?? []).entries()) await send(one, { ...ask, id: `${ask.id}-more${n}` }, deps);
  deps.note.did(answer.effects ?? []);
  await breathe();
  await keep([...(answer.effects ?? []), ...askedBy(answer)], ask, deps);
}

/** Its buttons, which may be answered in words as well. */
const askedBy = ({ view, silent }: Answer): Effect[] =>
  !silent && (view.show === 'notice' || view.show === 'line') && view.acts && view.acts.length > 0
    ? [{ did: 'asked', acts: view.acts }]
    : [];

/** Asked for from elsewhere: the meeting's own chat is told a little later. */
async function withoutNews(answer: Answer, ask: Ask, deps: Deps): Promise<Answer> {
  if (!hasDone(answer)) return answer;
  if (!answer.alsoTo || 'cardOf' in answer.alsoTo) {
    await toldAlready(answer, deps);
    return answer;
  }
  await tellLater(answer, ask, deps);
  const { alsoTo, ...rest } = answer;
  return rest;
}

/** What the platform will not carry as it is would be refused again: the asker hears why instead, or, where something was done, that. */
export async function send(answer: Answer, ask: Ask, deps: Deps): Promise<void> {
  try {
    await sendOnce(answer, ask, deps);
  } catch (error) {
    if (!deps.isFailure(error)) throw error;
    // Not a second time in other words: the card that stands is brought up to date, else an administrator finds it.
    if (error.leftBefore && (await stands(answer, ask, deps))) return;
    if (error.leftBefore) throw error;
    const final = error.verdict === 'tell' || error.verdict === 'stop';
    if (hasDone(answer))
      return final ? sayPlainly({ answer, ask, failure: error }, deps) : Promise.reject(new Undelivered({ answer, ask, failure: error }));
    if (error.verdict !== 'tell') throw error;
    await sendOnce(tell(deps.failureSay(error)), { ...ask, id: `${ask.id}-why` }, deps);
  }
}

/** An earlier run sent it and wrote down which message it is. */
async function stands({ cardOf }: Answer, { place, from }: Ask, deps: Deps): Promise<boolean> {
  const cards = cardOf ? await deps.store.cards(cardOf) : [];
  if (!cardOf || !cards.some(({ chatId }) => chatId === place.chatId || chatId === from)) return false;
  await deps.enqueue([redrawJob(cardOf, deps.now(), true)]);
  return true;
}

const DEEDS: ReadonlySet<string> = new Set(['booked', 'changed', 'cancelled', 'undone']);

/** Something stands that was not so before: whatever becomes of the answer, "it did not work" would be false. */
export const hasDone = ({ effects = [] }: Answer): boolean => effects.some(({ did }) => DEEDS.has(did));

/** It was done, and who asked does not know yet. To the queue it looks like the failure that stood in the way. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  /** Behind an accessor, so that no log writes out what was answered. */
  readonly #told: Told;
  readonly api: unknown;
  readonly code: number | null;
  readonly logId: string | null;
  readonly verdict: PlatformFailure['verdict'];
  readonly retryAfter: number | null;
  readonly appRefused: boolean;

  constructor(told: Told) {
    super('what was done could not be told');
    const { failure } = told;
    this.#told = told;
    this.api = (failure as { api?: unknown }).api;
    this.code = failure.code;
    this.logId = failure.logId;
    this.verdict = failure.verdict;
    this.retryAfter = failure.retryAfter;
    this.appRefused = failure.appRefused;
  }

  get told(): Told {
    return this.#told;
  }
}

interface Told {
  answer: Answer;
  ask: Ask;
  failure: PlatformFailure;
}

/** What was done as bare text, by whichever way is open: under the question, in the chat, to the asker. Throws `Undelivered` where none is. */
export async function sayPlainly(
  { answer, ask, failure }: Told,
  { messages, isFailure, note, now }: Pick<Deps, 'messages' | 'isFailure' | 'note' | 'now'>,
): Promise<void> {
  const { place, under, from } = ask;
  const text = plainly(answer.view, answer.lang ?? ask.lang);
  const key = `${ask.id}-plain`;
  const alone = answer.to === 'asker' && place.kind === 'group';
  const ways =
    text === null
      ? []
      : [
          ...(under && !alone ? [() => messages.replyText({ messageId: under, place }, text, key)] : []),
          ...(alone ? [] : [() => messages.sendText({ chatId: place.chatId }, text, `${key}-chat`)]),
          () => messages.sendText({ openId: from }, text, `${key}-own`),
        ];
  let last = failure;
  for (const way of ways) {
    try {
      await noted('text', way, { note, now });
      return;
    } catch (error) {
      if (!isFailure(error)) throw error;
      last = error;
      if (error.verdict === 'retry') break;
    }
  }
  throw new Undelivered({ answer, ask, failure: last });
}

/**
 * Sends an answer: under the question, in the chat, or to the asker alone.
 * `ask.id` is the key of the message: after a crash the platform drops the repeat.
 */
export async function sendOnce(answer: Answer, ask: Ask, deps: Senders): Promise<void> {
  if (answer.alsoTo) await sendElsewhere(answer.alsoTo, ask, deps);
  if (answer.to === 'asker' && ask.place.kind === 'group') return toAskerAlone(answer, ask, deps);
  await breathe();
  const card = render(answer.view, { langs: 'both' });
  const sent = await noted(answer.view, () => sentOrOwn(answer, card, ask, deps), deps);
  if (ask.place.threadId !== undefined && sent.to === ask.place.chatId) await deps.marks.once(inThread(sent.messageId), deps.now());
  const about = aboutOf(answer);
  if (about !== null) await deps.store.addLine(sent.messageId, about);
  if (answer.cardOf) await deps.store.addCard({ messageId: sent.messageId, meetingId: answer.cardOf, chatId: sent.to, sentAt: deps.now() });
  if (answer.cardOfSeries)
    await deps.series.addCard({ messageId: sent.messageId, seriesId: answer.cardOfSeries, chatId: sent.to, sentAt: deps.now() });
}

/** Sends it, and writes down that it has left. */
export async function noted<T extends { messageId: string | null }>(
  view: View | 'text',
  sending: () => Promise<T>,
  { note, now }: Pick<Deps, 'note' | 'now'>,
): Promise<T> {
  const sent = await sending();
  note.answered(view, now(), sent.messageId);
  return sent;
}

/** A group that can't be written to: the asker can. */
async function sentOrOwn(answer: Answer, card: Card, ask: Ask, deps: Senders): Promise<{ messageId: string; to: string }> {
  const { chatId, kind } = ask.place;
  try {
    return { messageId: (await drawnOnto(answer, card, deps)) ?? (await sentTo(answer, card, ask, deps)), to: chatId };
  } catch (error) {
    if (kind !== 'group' || !deps.isFailure(error) || !error.chatClosed) throw error;
    const { messageId } = await deps.messages.send({ openId: ask.from }, card, `${ask.id}-own`);
    return { messageId, to: ask.from };
  }
}

/** The one meeting that an answer without a card of its own speaks of. */
function aboutOf({ cardOf, thread, effects = [] }: Answer): string | null {
  if (cardOf) return null;
  const of = new Set(effects.flatMap((one) => ('meetingId' in one ? [one.meetingId] : [])));
  return thread ?? (of.size === 1 ? [...of][0]! : null);
}

/** Where only they see it: in the group, or, as such a card would leave its thread, in the direct chat. */
async function toAskerAlone({ view, lang }: Answer, { id, from, place, lang: theirs }: Ask, deps: Senders): Promise<void> {
  // An ephemeral card knows one language only (message-card, "visible to specified person").
  const alone = () =>
    deps.messages.whisper({ chatId: place.chatId, openId: from, place: place.kind }, render(view, { langs: lang ?? theirs }), id);
  const directly = () => deps.messages.send({ openId: from }, render(view, { langs: 'both' }), id);
  await noted<{ messageId: string | null }>(view, place.threadId === undefined ? alone : directly, deps);
}

/** In place of the card that was pressed; null: there is none, or it is no longer there. */
async function drawnOnto({ onto }: Answer, card: Card, deps: Senders): Promise<string | null> {
  if (!onto) return null;
  return unlessRefused(() => deps.messages.patch(onto, card).then(() => onto), deps);
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
  // The bot may have left that chat meanwhile; who asked is answered all the same.
  await unlessRefused(async () => {
    const under = await cardIn(chatId, also.thread, deps);
    const { messageId } = under
      ? await deps.messages.reply({ messageId: under, place: { chatId, kind: 'group' } }, card, key)
      : await deps.messages.send({ chatId }, card, key);
    await deps.store.addLine(messageId, also.thread);
  }, deps);
}
