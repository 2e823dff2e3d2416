import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Change } from '../meeting/change.ts';
import type { Reserve } from '../meeting/ports.ts';
import { isOpen } from '../meeting/rules.ts';
import { type Answer, line, tell } from './answer.ts';
import type { Deps } from './deps.ts';
import { isForLater } from './is-for-later.ts';
import { expireJob } from './job-kinds.ts';
import { saveMeeting } from './save-meeting.ts';

/** A job that runs again after a crash finds its own change made: it only answers again. */
export const repeated = (meeting: Meeting, ask: Ask): Answer | null =>
  meeting.lastChange?.job === ask.id ? told(meeting, meeting.lastChange.news, ask) : null;

/** The platform first, then our copy; `problem`: why there is nothing to do. */
export async function applyChange(meeting: Meeting, change: Change | { problem: Say }, ask: Ask, deps: Deps): Promise<Answer> {
  if ('problem' in change) return tell(change.problem);
  const { endAt, settings, news } = change;
  let reserve: Reserve | null = null;
  if (endAt !== undefined || settings !== undefined) {
    const sent = { ...(endAt === undefined ? {} : { endAt }), ...(settings ? { settings } : {}) };
    const answer = await repeatable(() => deps.reserves.update(meeting.reserveId, sent), deps);
    if ('refused' in answer) return tell(answer.refused);
    reserve = answer.got;
  }
  const after: Partial<Meeting> = {
    ...change.meeting,
    ...answered(change.meeting, reserve),
    lastChange: { job: ask.id, who: ask.from, news },
  };
  const jobs = endAt === undefined ? [] : [expireJob(meeting.id, endAt)];
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), jobs, deps);
  if (!saved) return tell({ key: 'already_cancelled' });
  const before = Object.fromEntries(Object.keys(change.meeting).map((key) => [key, meeting[key as keyof Meeting] ?? null]));
  return { ...told(saved, news, ask), effects: [{ did: 'changed', meetingId: meeting.id, before }] };
}

/** What the platform made of it. */
function answered(wanted: Partial<Meeting>, reserve: Reserve | null): Partial<Meeting> {
  const refused = reserve?.invalidHostIds ?? [];
  const { hostIds } = wanted;
  return {
    ...(hostIds
      ? { refusedHostIds: hostIds.filter((id) => refused.includes(id)), hostIds: hostIds.filter((id) => !refused.includes(id)) }
      : {}),
    ...(reserve?.meetingNo ? { meetingNo: reserve.meetingNo } : {}),
    ...(reserve?.url ? { url: reserve.url } : {}),
    ...(wanted.password !== undefined && reserve?.password ? { password: reserve.password } : {}),
  };
}

/** Gives the number back. `news`: what the thread hears of it. */
export async function cancelMeeting(meeting: Meeting, news: Say, ask: Ask, deps: Deps): Promise<Answer> {
  const answer = await repeatable(() => deps.reserves.delete(meeting.reserveId), deps, { goneIsFine: true });
  if ('refused' in answer) return tell(answer.refused);
  const after: Partial<Meeting> = {
    status: 'cancelled',
    cancelledBy: ask.from,
    other: null,
    assumed: [],
    lastChange: { job: ask.id, who: ask.from, news },
  };
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), [], deps);
  if (!saved) return tell({ key: 'already_cancelled' });
  return { ...told(saved, news, ask), effects: [{ did: 'cancelled', meetingId: meeting.id }] };
}

/** Who changed what: said where it was asked, and in the meeting's own chat. What another chat's meeting is called concerns the asker alone. */
function told(meeting: Meeting, news: Say, ask: Ask): Answer {
  const view = line(news);
  if (meeting.chatId === ask.place.chatId) return { view, to: 'everyone', thread: meeting.id };
  return { view, to: 'asker', thread: meeting.id, alsoTo: { chatId: meeting.chatId, view, thread: meeting.id } };
}

/** A call whose clear refusal is an answer to the asker; what may be asked again is thrown on to the queue. */
async function repeatable<T>(
  call: () => Promise<T>,
  deps: Deps,
  options: { goneIsFine?: boolean } = {},
): Promise<{ got: T | null } | { refused: Say }> {
  try {
    return { got: await call() };
  } catch (error) {
    if (!deps.isFailure(error) || isForLater(error)) throw error;
    if (options.goneIsFine && error.gone) return { got: null };
    if (error.verdict === 'lost')
      throw Object.assign(new Error('the answer to a repeatable call was lost', { cause: error }), { verdict: 'retry' });
    return { refused: deps.failureSay(error) };
  }
}
