import { render } from '../card/render.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import type { PlatformFailure } from '../meeting/ports.ts';
import { DAY, isOpen, nextLook } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { refreshed } from './follow-reserve.ts';
import { expireJob, redrawJob } from './job-kinds.ts';
import { saveMeeting } from './save-meeting.ts';

/** Who shared its card to that chat, as the view has it. */
export const sharedTo = (meeting: Meeting, chatId: string): { sharedBy?: string } => {
  const by = meeting.sharedBy?.[chatId];
  return by ? { sharedBy: by } : {};
};

/** A meeting's card as that chat sees it. */
export const cardView = (meeting: Meeting, chatId: string, now: Millis): Extract<View, { show: 'meeting' }> => ({
  show: 'meeting',
  meeting,
  now,
  hidePassword: meeting.hiddenIn?.includes(chatId) ?? false,
  ...sharedTo(meeting, chatId),
});

/** The question whether cancelling is meant stands on the card where it was begun. */
const asking = ({ asksCancel }: Meeting, messageId: string, now: Millis): { asksCancel?: Millis } =>
  asksCancel?.on === messageId && now < asksCancel.until ? { asksCancel: asksCancel.until } : {};

/** A card can be patched for 14 days after it was sent (230031). */
const PATCHABLE = 14 * DAY;

/** Rebuilds every card of a meeting from its state. The only place that patches one. */
export async function redraw(meetingId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting) return;
  const now = deps.now();
  const next = nextLook(meeting, now);
  if (next !== null) await deps.enqueue([redrawJob(meetingId, next)]);
  let failed: PlatformFailure | null = null;
  for (const { messageId, sentAt, chatId } of await deps.store.cards(meetingId)) {
    if (now - sentAt > PATCHABLE) continue;
    try {
      const view = { ...cardView(meeting, chatId, now), ...asking(meeting, messageId, now) };
      await deps.messages.patch(messageId, render(view, { langs: 'both' }));
    } catch (error) {
      if (!deps.isFailure(error)) throw error;
      // One card that can't be drawn now must not keep the others from being right.
      if (error.gone) await deps.store.removeCard(messageId);
      else if (failed?.verdict !== 'retry') failed = error;
    }
  }
  if (failed !== null) throw failed;
}

/** The reserve's end has come: the number is given back, unless somebody extended it meanwhile. */
export async function expire(meetingId: string, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting)) return;
  if (meeting.endAt > deps.now()) return deps.enqueue([expireJob(meetingId, meeting.endAt)]);
  const now = await refreshed(meeting, deps);
  if (!isOpen(now)) return;
  if (now.endAt > deps.now()) return deps.enqueue([expireJob(meetingId, now.endAt)]);
  await saveMeeting(meetingId, (latest) => (isOpen(latest) ? { status: 'released', assumed: [], other: null } : null), [], deps);
}
