import { createHash } from 'node:crypto';
import { render } from '../card/render.ts';
import type { Live } from '../domain/live.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import type { Card, View } from '../domain/view.ts';
import { isInvited } from '../meeting/guests.ts';
import { pictureOf } from '../meeting/picture.ts';
import type { CardRow } from '../meeting/ports/meetings.ts';
import type { PlatformFailure } from '../meeting/ports/platform.ts';
import { isOpen, nextLook, PATCHABLE } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { refreshed } from './follow-reserve.ts';
import { expireJob, redrawJob } from './job-kinds.ts';
import { releaseMeeting } from './save-meeting.ts';

/** Who shared its card to that chat, as the view has it. */
const sharedTo = (meeting: Meeting, chatId: string): { sharedBy?: string } => {
  const by = meeting.sharedBy?.[chatId];
  return by ? { sharedBy: by } : {};
};

/** A meeting's card as that chat sees it. */
const viewOf = (meeting: Meeting, live: Live | null, chatId: string, now: Millis): Extract<View, { show: 'meeting' }> => ({
  show: 'meeting',
  meeting,
  now,
  ...(live ? { live: pictureOf(live, meeting) } : {}),
  hidePassword: meeting.hiddenIn?.includes(chatId) ?? false,
  ...sharedTo(meeting, chatId),
});

/** What somebody has who is to come and is not in the meeting's chat. */
export const invitedView = (meeting: Meeting, openId: string): Extract<View, { show: 'invited' }> => ({
  show: 'invited',
  meeting,
  absent: meeting.absentIds?.includes(openId) ?? false,
});

/** It stands somewhere for more than those who were invited. */
export const hasCard = async (meeting: Meeting, { store }: Pick<Deps, 'store'>): Promise<boolean> =>
  (await store.cards(meeting.id)).some(({ chatId }) => !isInvited(meeting, chatId));

export const cardView = async (meeting: Meeting, chatId: string, deps: Deps): Promise<Extract<View, { show: 'meeting' }>> =>
  viewOf(meeting, await deps.lives.get(meeting.id), chatId, deps.now());

/** The question whether cancelling is meant stands on the card where it was begun. */
const asking = ({ asksCancel }: Meeting, messageId: string, now: Millis): { asksCancel?: Millis } =>
  asksCancel?.on === messageId && now < asksCancel.until ? { asksCancel: asksCancel.until } : {};

/** One card is drawn once a second at most: what comes faster is drawn together. */
const PACE: Millis = 1000;

/** Rebuilds every card of a meeting from its state. The only place that patches one: never an older state over a newer one. */
export async function redraw(meetingId: string, deps: Deps): Promise<void> {
  const [meeting, live] = await Promise.all([deps.store.get(meetingId), deps.lives.get(meetingId)]);
  if (!meeting) return;
  const now = deps.now();
  const resting: Millis[] = [];
  const next = nextLook(meeting, now);
  let failed: PlatformFailure | null = null;
  for (const card of await deps.store.cards(meetingId)) {
    const rested = (card.drawnAt ?? 0) + PACE;
    if (rested > now) {
      resting.push(rested);
      continue;
    }
    try {
      const view = isInvited(meeting, card.chatId)
        ? invitedView(meeting, card.chatId)
        : { ...viewOf(meeting, live, card.chatId, now), ...asking(meeting, card.messageId, now) };
      await draw(card, render(view, { langs: 'both' }), meeting.version + (live?.version ?? 0), deps);
    } catch (error) {
      if (!deps.isFailure(error)) throw error;
      // One card that can't be drawn now must not keep the others from being right.
      if (error.gone) await deps.store.removeCard(card.messageId);
      else if (failed?.verdict !== 'retry') failed = error;
    }
  }
  // Whoever waits for it waits on.
  if (resting.length > 0) await deps.enqueue([redrawJob(meetingId, Math.min(...resting), !deps.quiet)]);
  else if (next !== null) await deps.enqueue([redrawJob(meetingId, next)]);
  if (failed !== null) throw failed;
}

/** @param version of the state that it was built from */
async function draw(row: CardRow, card: Card, version: number, deps: Deps): Promise<void> {
  const { messageId } = row;
  const drawn = digestOf(card);
  if (drawn === row.drawn) return;
  if (deps.now() - row.sentAt > PATCHABLE) return replace(row, card, deps);
  if (!(await deps.lives.beginDraw(messageId, version))) return;
  await deps.messages.patch(messageId, card, row.chatId);
  await deps.lives.endDraw(messageId, drawn);
}

/** Too old to be changed: a fresh one takes its place. */
async function replace({ messageId, meetingId, chatId }: CardRow, card: Card, deps: Deps): Promise<void> {
  const to = chatId.startsWith('ou_') ? { openId: chatId } : { chatId };
  const sent = await deps.messages.send(to, card, `fresh-${messageId}`);
  await deps.store.addCard({ messageId: sent.messageId, meetingId, chatId, sentAt: deps.now() });
  await deps.store.removeCard(messageId);
  await deps.lives.endDraw(sent.messageId, digestOf(card));
}

export const digestOf = (card: Card): string => createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);

/** The reserve's end has come: the number is given back, unless somebody extended it meanwhile. */
export async function expire(meetingId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting)) return;
  if (meeting.endAt > deps.now()) return deps.enqueue([expireJob(meetingId, meeting.endAt)]);
  const now = await refreshed(meeting, deps);
  if (!isOpen(now)) return;
  if (now.endAt > deps.now()) return deps.enqueue([expireJob(meetingId, now.endAt)]);
  await releaseMeeting(meetingId, deps);
}
