import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Change } from '../meeting/change.ts';
import { changedFields } from '../meeting/changed-fields.ts';
import type { ChangeDone } from '../meeting/ports/meetings.ts';
import type { Reserve } from '../meeting/ports/platform.ts';
import { expiryAt } from '../meeting/reminders.ts';
import { isOpen, MINUTE } from '../meeting/rules.ts';
import { type Answer, line, refusal, tell } from './answer.ts';
import { entryOf } from './audit-entry.ts';
import { clashOf, freeOthers } from './clash.ts';
import type { Deps } from './deps.ts';
import { reserveOf, sameBounds } from './follow-reserve.ts';
import { isForLater } from './is-for-later.ts';
import { expireJob, expiringJob, withdrawSeriesJob } from './job-kinds.ts';
import { inTime, isLate } from './late.ts';
import { reminderJobs } from './remind.ts';
import { releaseMeeting, saveMeeting } from './save-meeting.ts';

/** What a job does to a meeting, and for whom, as it is kept until the job is forgotten. */
type Kept = { news: Say; who: string; chatId?: string } & (
  | { did: 'changed'; change: Change; before: Partial<Meeting> }
  | { did: 'cancelled' }
);

/**
 * A job that runs again finds what it did, whoever else changed the meeting since: done, it only answers again;
 * begun, the very same is asked of the platform once more, for nobody knows whether it has it.
 */
export async function repeated(ask: Ask, deps: Deps): Promise<Answer | null> {
  const kept = await deps.changes.get(ask.id);
  const meeting = kept && (await deps.store.get(kept.meetingId));
  if (!kept || !meeting) return null;
  const what = kept.what as Kept;
  if (kept.done) return done(meeting, what, ask);
  return deps.alone(meeting.id, async () => {
    // Somebody else may have found out meanwhile: it is done, or to be planned anew.
    const still = await deps.changes.get(ask.id);
    if (!still) return null;
    const now = (await deps.store.get(meeting.id)) ?? meeting;
    if (still.done) return done(now, what, ask);
    return what.did === 'cancelled' ? cancelMeeting(now, what.news, ask, deps) : applyChange(now, what.change, ask, deps);
  });
}

/** One meeting, one writer: as it is when its turn comes, and no doubt about it. */
export const whileAlone = <T>(meeting: Meeting, ask: Ask, deps: Deps, change: (now: Meeting) => Promise<T>): Promise<T> =>
  deps.alone(meeting.id, async () => {
    await settleDoubts(meeting, ask, deps);
    return change((await deps.store.get(meeting.id)) ?? meeting);
  });

/**
 * What others began, and nobody heard of again, is found out first: what the platform has, our copy has from now on; what it has
 * not, their own run plans anew on what has become of the meeting by then.
 */
async function settleDoubts({ id }: Meeting, ask: Ask, deps: Deps): Promise<void> {
  for (const { job, what } of await deps.changes.inDoubt(id, ask.id)) {
    const kept = what as Kept;
    const now = await deps.store.get(id);
    if (!now || !isOpen(now)) return;
    try {
      await settleDoubt(now, { job, kept }, deps);
    } catch (error) {
      // Where the platform does not let us look, its own run asks for the very same once more.
      if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
    }
  }
}

async function settleDoubt(meeting: Meeting, by: By, deps: Deps): Promise<void> {
  const { job, kept } = by;
  const so = await (kept.did === 'cancelled' ? cancelled(meeting, deps) : changed(meeting, kept.change, deps));
  if (!so) return deps.changes.drop(job);
  await (kept.did === 'cancelled' ? keepCancelled(meeting, by, deps) : keepChange(meeting, kept.change, so.got, by, deps));
}

/** The platform first, then our copy; `problem`: why there is nothing to do. */
export async function applyChange(meeting: Meeting, change: Change | { problem: Say }, ask: Ask, deps: Deps): Promise<Answer> {
  if ('problem' in change) return refusal('change', change.problem);
  const { endAt, settings, news } = change;
  const before = Object.fromEntries(Object.keys(change.meeting).map((key) => [key, meeting[key as keyof Meeting] ?? null]));
  const kept: Kept = { did: 'changed', news, who: ask.from, chatId: ask.place.chatId, change, before: before as Partial<Meeting> };
  let reserve: Reserve | null = null;
  if (endAt !== undefined || settings !== undefined) {
    const sent = { ...(endAt === undefined ? {} : { endAt }), ...(settings ? { settings } : {}) };
    const update = { call: () => deps.reserves.update(meeting.reserveId, sent), isSo: () => changed(meeting, change, deps) };
    const answer = await once(update, meeting, kept, ask, deps);
    if ('refused' in answer) return refusal('change', answer.refused);
    reserve = answer.got;
    if (endAt !== undefined && isLastMinute(meeting, endAt, deps) && !(await isConfirmed(meeting, change, ask, deps)))
      return tell({ key: 'extend_too_late' });
  } else inTime(ask, deps);
  const saved = await keepChange(meeting, change, reserve, { job: ask.id, kept }, deps);
  if (!saved) return tell({ key: 'already_cancelled' });
  return done(saved, kept, ask);
}

/** So near its end the platform may have given the number back while it was asked for more: it is asked once more what it has. */
const LAST_MINUTES = 5 * MINUTE;

const isLastMinute = (meeting: Meeting, endAt: number, deps: Deps): boolean =>
  endAt > meeting.endAt && meeting.endAt - deps.now() < LAST_MINUTES;

/** The platform knows whole seconds; what it does not say is no reason for doubt. */
const isAt = ({ endAt }: Reserve, wanted: number | undefined): boolean =>
  endAt === null || wanted === undefined || Math.abs(endAt - wanted) < 1000;

async function isConfirmed(meeting: Meeting, change: Change, ask: Ask, deps: Deps): Promise<boolean> {
  const there = await reserveOf(meeting, deps);
  if (there && !there.expired && isAt(there, change.endAt)) return true;
  await deps.changes.drop(ask.id);
  if (!there || there.expired) await releaseMeeting(meeting.id, deps);
  return false;
}

/** Which job did it. */
interface By {
  job: string;
  kept: Kept;
}

/** Where it was asked for; it was not always written down. */
const askedIn = ({ chatId }: Kept, meeting: Meeting): string => chatId ?? meeting.chatId;

/** Done from now on, with its line in the audit trail: whichever run it is that finds out. */
const doneBy = (meeting: Meeting, { job, kept }: By, deps: Pick<Deps, 'now'>): ChangeDone => ({
  job,
  what: kept,
  entry: entryOf(meeting, {
    key: job,
    personId: kept.who,
    chatId: askedIn(kept, meeting),
    did: kept.did,
    at: deps.now(),
    fields: kept.did === 'changed' ? changedFields(kept.before) : [],
  }),
});

/** Our copy follows, with its reminders and its end. */
async function keepChange(
  meeting: Meeting,
  change: Change,
  reserve: Reserve | null,
  { job, kept }: By,
  deps: Deps,
): Promise<Meeting | null> {
  const { endAt, news } = change;
  const after: Partial<Meeting> = {
    ...change.meeting,
    ...answered(change.meeting, reserve),
    lastChange: { job, who: kept.who, news },
  };
  if (after.startAt !== undefined || after.endAt !== undefined || after.hostIds)
    after.clash = (await clashOf({ ...meeting, ...after }, meeting.id, deps)) ?? null;
  const reminds = after.startAt !== undefined || after.remind !== undefined;
  const jobs = [
    ...(endAt === undefined ? [] : [expireJob(meeting.id, after.endAt ?? endAt)]),
    ...(after.startAt !== undefined || after.endAt !== undefined ? [expiringJob(meeting.id, expiryAt({ ...meeting, ...after }))] : []),
    ...(reminds ? await reminderJobs({ ...meeting, ...after }, deps) : []),
  ];
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), jobs, deps, doneBy(meeting, { job, kept }, deps));
  if (saved && (saved.startAt !== meeting.startAt || saved.endAt !== meeting.endAt)) await freeOthers(meeting, deps);
  return saved;
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
  const kept: Kept = { did: 'cancelled', news, who: ask.from, chatId: ask.place.chatId };
  const remove = { call: () => deps.reserves.delete(meeting.reserveId).then(() => null), isSo: () => cancelled(meeting, deps) };
  const answer = await once(remove, meeting, kept, ask, deps);
  if ('refused' in answer) return tell(answer.refused);
  const saved = await keepCancelled(meeting, { job: ask.id, kept }, deps);
  if (!saved) return tell({ key: 'already_cancelled' });
  return done(saved, kept, ask);
}

async function keepCancelled(meeting: Meeting, { job, kept }: By, deps: Deps): Promise<Meeting | null> {
  const { who, news } = kept;
  const after: Partial<Meeting> = { status: 'cancelled', cancelledBy: who, other: null, assumed: [], lastChange: { job, who, news } };
  const by = { job, who, chatId: askedIn(kept, meeting) };
  const jobs = meeting.series && isTakenBack(kept) ? [withdrawSeriesJob(meeting.series, by, deps.now())] : [];
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), jobs, deps, doneBy(meeting, { job, kept }, deps));
  if (saved) await freeOthers(meeting, deps);
  return saved;
}

/** The booking is undone, and not the meeting called off. */
const isTakenBack = ({ news }: Kept): boolean => news.key === 'changed_undone';

/** What is said of it, and what is remembered: whichever run it is that gets to say it. */
function done(meeting: Meeting, kept: Kept, ask: Ask): Answer {
  const { id: meetingId } = meeting;
  const answer = told(meeting, kept.news, ask);
  if (kept.did === 'changed') {
    const { startAt, endAt } = kept.before ?? {};
    const by =
      startAt === undefined ? (endAt === undefined ? null : { longer: meeting.endAt > endAt }) : { later: meeting.startAt > startAt };
    return { ...answer, effects: [{ did: 'changed', meetingId, before: kept.before ?? {}, ...(by ? { by } : {}) }] };
  }
  return { ...answer, effects: [isTakenBack(kept) ? { did: 'undone' } : { did: 'cancelled', meetingId }] };
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
  const reserve = await reserveOf(meeting, deps);
  if (!reserve) return null;
  const { password, action_permissions, ...wanted } = settings ?? {};
  const there = reserve.settings ?? {};
  const same =
    isAt(reserve, endAt) &&
    (password === undefined || password === (reserve.password ?? '')) &&
    (action_permissions === undefined || sameBounds(action_permissions, there.action_permissions ?? null)) &&
    Object.entries(wanted).every(([key, value]) => JSON.stringify(there[key as keyof typeof there]) === JSON.stringify(value));
  return same ? { got: reserve } : null;
}

const cancelled = async (meeting: Meeting, deps: Deps): Promise<{ got: null } | null> =>
  (await reserveOf(meeting, deps)) ? null : { got: null };
