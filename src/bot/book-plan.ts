import type { Meeting } from '../domain/meeting.ts';
import { actionPermissions } from '../meeting/access.ts';
import type { Ask } from '../meeting/ask.ts';
import { invitableIds } from '../meeting/guests.ts';
import type { Plan } from '../meeting/plan.ts';
import { nextPoll } from '../meeting/poll.ts';
import type { Attempt, MeetingSettings, Reserve } from '../meeting/ports.ts';
import { expiryAt } from '../meeting/reminders.ts';
import { meetingOf, settingsOf } from '../meeting/reserve.ts';
import { nextLook } from '../meeting/rules.ts';
import { type Answer, refusal, tell } from './answer.ts';
import { clashOf } from './clash.ts';
import { clocksOf } from './clocks.ts';
import type { Deps } from './deps.ts';
import { isForLater } from './is-for-later.ts';
import { expireJob, expiringJob, inviteJob, redrawJob, sweepJob } from './job-kinds.ts';
import { inTime } from './late.ts';
import { quotaProblem } from './quota.ts';
import { reminderJobs } from './remind.ts';

/** Somebody else's run has that attempt: a second press on the same form or button. */
export const takenBy = (attempt: Attempt | null, ask: Ask): boolean =>
  attempt !== null && attempt.state !== 'refused' && (attempt.request as { job?: string } | null)?.job !== ask.id;

/**
 * The intent is written before the call: after a crash or a lost answer the same request is never sent again by itself,
 * because apply has no idempotency key. What was booked already is only answered again.
 * @param attemptId a form's, which can be submitted again but books once; else the job's
 */
export async function bookPlan(plan: Plan, ask: Ask, attemptId: string, deps: Deps): Promise<Answer> {
  const before = await deps.store.attempt(attemptId);
  if (takenBy(before, ask)) return tell({ key: 'retry_gone' });
  if (before?.state === 'done' && before.meetingId) return booked(await deps.store.get(before.meetingId), deps.now());
  if (before?.state === 'calling') await deps.store.endAttempt(attemptId, 'lost');
  if (before?.state === 'calling' || before?.state === 'lost') return lost(attemptId);

  inTime(ask, deps, plan.startAt);
  const full = await quotaProblem(ask, deps);
  if (full) return refusal('book', full);
  const settings = await reserveSettings(plan, ask, deps);
  if ('problem' in settings) return refusal('book', settings.problem);
  const attempt: Attempt = {
    id: attemptId,
    ownerId: ask.from,
    chatId: ask.place.chatId,
    state: 'calling',
    request: { ...plan, job: ask.id },
    meetingId: null,
    createdAt: deps.now(),
  };
  if (!(await deps.store.beginAttempt(attempt))) return lost(attemptId);

  let reserve: Reserve;
  try {
    reserve = await deps.reserves.apply({ ownerId: ask.from, endAt: plan.endAt, settings });
  } catch (error) {
    return notBooked(error, attemptId, deps);
  }
  const made = meetingOf(plan, reserve, ask, {
    id: deps.newId(),
    now: deps.now(),
    clash: await clashOf({ ...plan, ownerId: ask.from, chatId: ask.place.chatId }, null, deps),
    clocks: await clocksOf(plan, ask, deps),
  });
  const meeting = { ...made, pollAt: nextPoll(made, null, deps.now()) };
  await deps.store.add(meeting, attemptId, [
    ...(meeting.pollAt === null ? [] : [sweepJob(meeting.pollAt)]),
    redrawJob(meeting.id, nextLook(meeting, deps.now()) ?? meeting.undoUntil),
    expireJob(meeting.id, meeting.endAt),
    expiringJob(meeting.id, expiryAt(meeting)),
    ...(ask.settings.invite && invitableIds(meeting).length > 0 ? [inviteJob(meeting.id, deps.now())] : []),
    ...(await reminderJobs(meeting, deps)),
  ]);
  return booked(meeting, deps.now());
}

async function reserveSettings(plan: Plan, ask: Ask, deps: Deps) {
  const always = [ask.from, ...plan.hostIds];
  const permissions = await actionPermissions(plan, { tenantKey: ask.tenantKey, chatId: ask.place.chatId }, always, deps.directory);
  if (!Array.isArray(permissions)) return permissions;
  const settings: MeetingSettings = settingsOf(plan, deps.digits);
  return permissions.length > 0 ? { ...settings, action_permissions: permissions } : settings;
}

async function notBooked(error: unknown, attemptId: string, deps: Deps): Promise<Answer> {
  if (!deps.isFailure(error)) throw error;
  if (error.verdict === 'lost') {
    await deps.store.endAttempt(attemptId, 'lost');
    return lost(attemptId);
  }
  await deps.store.endAttempt(attemptId, 'refused');
  if (isForLater(error)) throw error;
  return { ...refusal('book', deps.failureSay(error)), to: 'everyone' };
}

function booked(meeting: Meeting | null, now: number): Answer {
  if (!meeting) return tell({ key: 'not_found' });
  return {
    view: { show: 'meeting', meeting, now },
    to: 'everyone',
    cardOf: meeting.id,
    effects: [{ did: 'booked', meetingId: meeting.id }],
  };
}

/** The answer to a booking got lost on the way: it may exist. Only the asker decides whether to ask again. */
function lost(attemptId: string): Answer {
  return {
    view: {
      show: 'notice',
      say: { key: 'answer_lost' },
      acts: [{ label: { key: 'book_again' }, act: { act: 'retry', id: attemptId } }],
    },
    to: 'everyone',
  };
}
