import { render } from '../card/render.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import { GATHER, newsOf, withUnsaid } from '../meeting/unsaid.ts';
import type { Answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { newsJob } from './job-kinds.ts';
import { saveMeeting } from './save-meeting.ts';
import { sendUnderCard } from './send-under-card.ts';

/** What an answer says was changed, or null. */
function changeIn({ effects = [], thread }: Answer): { meetingId: string; before: Partial<Meeting> } | null {
  for (const effect of effects) {
    if (effect.did === 'changed') return { meetingId: effect.meetingId, before: effect.before as Partial<Meeting> };
    if (effect.did === 'cancelled') return { meetingId: effect.meetingId, before: { status: 'booked' } };
    // A booking that was taken back is cancelled, too, but nothing to take back once more.
    if (effect.did === 'undone' && thread) return { meetingId: thread, before: { status: 'booked' } };
  }
  return null;
}

/** The line for the meeting's chat waits a while, and takes in what follows. */
export async function tellLater(answer: Answer, ask: Ask, deps: Deps): Promise<void> {
  const change = changeIn(answer);
  const meeting = change && (await deps.store.get(change.meetingId));
  // Whoever is alone with the bot has seen it.
  if (!change || !meeting || (meeting.chatKind === 'direct' && meeting.ownerId === ask.from)) return;
  // The run before may have come so far.
  const mark = `news:${ask.id}`;
  if (await deps.marks.has(mark)) return;
  const now = deps.now();
  const since = meeting.unsaid?.since ?? now;
  await saveMeeting(
    meeting.id,
    (latest) => ({ unsaid: withUnsaid(latest, change.before, ask.from, now) }),
    [newsJob(meeting.id, since, since + GATHER)],
    deps,
  );
  await deps.marks.put(mark, now);
}

/** Its chat has just been told of this change by the answer itself: the line that waits leaves it out. */
export async function toldAlready(answer: Answer, deps: Deps): Promise<void> {
  const change = changeIn(answer);
  const meeting = change && (await deps.store.get(change.meetingId));
  if (!change || !meeting?.unsaid) return;
  const keys = Object.keys(change.before) as (keyof Meeting)[];
  const without = (latest: Meeting): Partial<Meeting> | null => {
    if (!latest.unsaid) return null;
    if (latest.status === 'cancelled') return { unsaid: null };
    const now = Object.fromEntries(keys.filter((key) => key in latest.unsaid!.before).map((key) => [key, latest[key] ?? null]));
    return { unsaid: { ...latest.unsaid, before: { ...latest.unsaid.before, ...now } } };
  };
  await saveMeeting(meeting.id, without, [], deps);
}

/** Said once, under the meeting's card in its own chat. What came back to what it was needs no word. */
export async function tellOthers({ meetingId, since }: { meetingId: string; since: number }, deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (meeting?.unsaid?.since !== since) return;
  const say = newsOf(meeting);
  if (say) {
    const card = render({ show: 'line', say, ...moreOf(meeting) }, { langs: 'both' });
    await sendUnderCard(meeting, card, `news-${meetingId}-${since}`, deps);
  }
  await saveMeeting(meetingId, (latest) => (latest.unsaid?.since === since ? { unsaid: null } : null), [], deps);
}

const moreOf = ({ id, status }: Meeting): Pick<Extract<View, { show: 'line' }>, 'acts'> =>
  status === 'cancelled' ? {} : { acts: [{ label: { key: 'show' }, act: { act: 'show', id } }] };
