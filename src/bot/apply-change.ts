import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Change } from '../meeting/change.ts';
import type { Reserve } from '../meeting/ports.ts';
import { expiryAt } from '../meeting/reminders.ts';
import { isOpen } from '../meeting/rules.ts';
import { type Answer, line, refusal, tell } from './answer.ts';
import { clashOf } from './clash.ts';
import type { Deps } from './deps.ts';
import { isForLater } from './is-for-later.ts';
import { expireJob, expiringJob } from './job-kinds.ts';
import { inTime, isLate } from './late.ts';
import { reminderJobs } from './remind.ts';
import { saveMeeting } from './save-meeting.ts';

/** What a job does to a meeting, as it is kept until the job is forgotten. */
type Kept = { news: Say } & ({ did: 'changed'; change: Change } | { did: 'cancelled' });

/**
 * A job that runs again finds what it did, whoever else changed the meeting since: done, it only answers again;
 * begun, the very same is asked of the platform once more, for nobody knows whether it has it.
 */
export async function repeated(ask: Ask, deps: Deps): Promise<Answer | null> {
  const kept = await deps.changes.get(ask.id);
  const meeting = kept && (await deps.store.get(kept.meetingId));
  if (!kept || !meeting) return null;
  const what = kept.what as Kept;
  if (kept.done) return told(meeting, what.news, ask);
  return deps.alone(meeting.id, async () => {
    const now = (await deps.store.get(meeting.id)) ?? meeting;
    return what.did === 'cancelled' ? cancelMeeting(now, what.news, ask, deps) : applyChange(now, what.change, ask, deps);
  });
}

/** The platform first, then our copy; `problem`: why there is nothing to do. */
export async function applyChange(meeting: Meeting, change: Change | { problem: Say }, ask: Ask, deps: Deps): Promise<Answer> {
  if ('problem' in change) return refusal('change', change.problem);
  const { endAt, settings, news } = change;
  const kept: Kept = { did: 'changed', news, change };
  let reserve: Reserve | null = null;
  if (endAt !== undefined || settings !== undefined) {
    const sent = { ...(endAt === undefined ? {} : { endAt }), ...(settings ? { settings } : {}) };
    const update = { call: () => deps.reserves.update(meeting.reserveId, sent), isSo: () => changed(meeting, change, deps) };
    const answer = await once(update, meeting, kept, ask, deps);
    if ('refused' in answer) return refusal('change', answer.refused);
    reserve = answer.got;
  } else inTime(ask, deps);
  const after: Partial<Meeting> = {
    ...change.meeting,
    ...answered(change.meeting, reserve),
    lastChange: { job: ask.id, who: ask.from, news },
  };
  if (after.startAt !== undefined || after.endAt !== undefined || after.hostIds)
    after.clash = (await clashOf({ ...meeting, ...after }, meeting.id, deps)) ?? null;
  const reminds = after.startAt !== undefined || after.remind !== undefined;
  const jobs = [
    ...(endAt === undefined ? [] : [expireJob(meeting.id, after.endAt ?? endAt)]),
    ...(after.startAt !== undefined || after.endAt !== undefined ? [expiringJob(meeting.id, expiryAt({ ...meeting, ...after }))] : []),
    ...(reminds ? await reminderJobs({ ...meeting, ...after }, deps) : []),
  ];
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), jobs, deps, { job: ask.id, what: kept });
  if (!saved) return tell({ key: 'already_cancelled' });
  const before = Object.fromEntries(Object.keys(change.meeting).map((key) => [key, meeting[key as keyof Meeting] ?? null]));
  return { ...told(saved, news, ask), effects: [{ did: 'changed', meetingId: meeting.id, before }] };
}

/** What the platform made of it. */
function answered(wanted: Partial<Meeting>, reserve: Reserve | null): Partial<Meeting> {
  const refused = reserve?.invalidHostIds ?? [];
  const { hostIds, refusedHostIds: bots = [] } = wanted;
  return {
    ...(hostIds
      ? {
          refusedHostIds: [...bots, ...hostIds.filter((id) => refused.includes(id))],
          hostIds: hostIds.filter((id) => !refused.includes(id)),
        }
      : {}),
    ...(reserve?.meetingNo ? { meetingNo: reserve.meetingNo } : {}),
    ...(reserve?.url ? { url: reserve.url } : {}),
    // Whatever was sent: what the platform says now is what people need.
    ...(reserve && reserve.password !== null ? { password: reserve.password || null } : {}),
    ...(reserve?.endAt ? { endAt: reserve.endAt } : {}),
    ...(reserve?.settings?.topic ? { topic: reserve.settings.topic } : {}),
  };
}

/** Gives the number back. `news`: what the thread hears of it. */
export async function cancelMeeting(meeting: Meeting, news: Say, ask: Ask, deps: Deps): Promise<Answer> {
  const kept: Kept = { did: 'cancelled', news };
  const remove = { call: () => deps.reserves.delete(meeting.reserveId).then(() => null), isSo: () => cancelled(meeting, deps) };
  const answer = await once(remove, meeting, kept, ask, deps);
  if ('refused' in answer) return tell(answer.refused);
  const after: Partial<Meeting> = {
    status: 'cancelled',
    cancelledBy: ask.from,
    other: null,
    assumed: [],
    lastChange: { job: ask.id, who: ask.from, news },
  };
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), [], deps, { job: ask.id, what: kept });
  if (!saved) return tell({ key: 'already_cancelled' });
  return { ...told(saved, news, ask), effects: [{ did: 'cancelled', meetingId: meeting.id }] };
}

/** Who changed what: said where it was asked, and in the meeting's own chat. What another chat's meeting is called concerns the asker alone. */
function told(meeting: Meeting, news: Say, ask: Ask): Answer {
  const view = line(news);
  if (meeting.chatId === ask.place.chatId) return { view, to: 'everyone', thread: meeting.id };
  return { view, to: 'asker', thread: meeting.id, alsoTo: { chatId: meeting.chatId, view, thread: meeting.id } };
}

interface Once<T> {
  call(): Promise<T>;
  /** Is it so already; asked only when an earlier run may have done it, too long ago to do it now. */
  isSo(): Promise<{ got: T | null } | null>;
}

/**
 * What is to be done is written before the call, so that a run that ends in the middle is not taken for one that did nothing.
 * A clear refusal is an answer to the asker; what may be asked again is thrown on to the queue.
 */
async function once<T>(o: Once<T>, meeting: Meeting, kept: Kept, ask: Ask, deps: Deps): Promise<{ got: T | null } | { refused: Say }> {
  const begun = (await deps.changes.get(ask.id)) !== null;
  if (begun && isLate(ask, deps)) {
    const so = await o.isSo();
    if (so) return so;
    await deps.changes.drop(ask.id);
  }
  inTime(ask, deps);
  if (!begun) await deps.changes.begin(ask.id, meeting.id, kept);
  try {
    return { got: await o.call() };
  } catch (error) {
    if (!deps.isFailure(error)) throw error;
    if (kept.did === 'cancelled' && error.gone) return { got: null };
    // What may have been done is kept: the next run asks for the very same, which does no harm.
    if (!error.mayBeDone && !begun) await deps.changes.drop(ask.id);
    if (isForLater(error)) throw error;
    if (error.verdict === 'lost')
      throw Object.assign(new Error('the answer to a repeatable call was lost', { cause: error }), { verdict: 'retry' });
    await deps.changes.drop(ask.id);
    return { refused: deps.failureSay(error) };
  }
}

/** The platform has what this change is about. */
async function changed(meeting: Meeting, { endAt, settings }: Change, deps: Deps): Promise<{ got: Reserve } | null> {
  const reserve = await deps.reserves.get(meeting.reserveId);
  const wanted = Object.entries(settings ?? {}).filter(([key]) => key !== 'password' && key !== 'action_permissions');
  const there = reserve.settings ?? {};
  const same = wanted.every(([key, value]) => JSON.stringify(there[key as keyof typeof there]) === JSON.stringify(value));
  return same && (endAt === undefined || reserve.endAt === endAt) ? { got: reserve } : null;
}

async function cancelled(meeting: Meeting, deps: Deps): Promise<{ got: null } | null> {
  try {
    await deps.reserves.get(meeting.reserveId);
    return null;
  } catch (error) {
    if (deps.isFailure(error) && error.gone) return { got: null };
    throw error;
  }
}
