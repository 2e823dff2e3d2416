import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import { actionPermissions } from '../meeting/access.ts';
import type { Ask } from '../meeting/ask.ts';
import { invitableIds } from '../meeting/guests.ts';
import type { Plan } from '../meeting/plan.ts';
import { nextPoll } from '../meeting/poll.ts';
import type { Attempt } from '../meeting/ports/meetings.ts';
import type { Departure, MeetingSettings, Reserve } from '../meeting/ports/platform.ts';
import { expiryAt } from '../meeting/reminders.ts';
import { meetingOf, settingsOf } from '../meeting/reserve.ts';
import { nextLook } from '../meeting/rules.ts';
import { type Answer, refusal, tell } from './answer.ts';
import { entryOf } from './audit-entry.ts';
import { breathe } from './breathe.ts';
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

/** Its turn has come, and it is not to leave: what is answered instead. */
class Stays extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('it is not sent');
    this.answer = answer;
  }
}

/**
 * The intent is written right before the call leaves: after a crash or a lost answer the same request is never sent again by itself,
 * because apply has no idempotency key; while it waits for its turn nothing was done, and it is done after the crash.
 * What was booked already is only answered again.
 * @param attemptId a form's, which can be submitted again but books once; else the job's
 */
export async function bookPlan(plan: Plan, ask: Ask, attemptId: string, deps: Deps): Promise<Answer> {
  const before = await deps.store.attempt(attemptId);
  const known = await outcomeOf(before, ask, deps);
  if (known) return known;
  if (before?.state === 'calling') await deps.store.endAttempt(attemptId, 'lost');
  if (before?.state === 'calling' || before?.state === 'lost') return lost(attemptId);

  const problem = await whyNot(plan, ask, deps);
  if (problem) return refusal('book', problem);
  const settings = await reserveSettings(plan, ask, deps);
  if ('problem' in settings) return refusal('book', settings.problem);

  await breathe();
  let reserve: Reserve;
  try {
    reserve = await deps.reserves.apply({ ownerId: ask.from, endAt: plan.endAt, settings }, departure(plan, ask, attemptId, deps));
  } catch (error) {
    return error instanceof Stays ? error.answer : notBooked(error, attemptId, deps);
  }
  // At once: a process that ends before it is written down leaves it in doubt.
  const made = meetingOf(plan, reserve, ask, {
    id: deps.newId(),
    now: deps.now(),
    clash: await clashOf({ ...plan, ownerId: ask.from, chatId: ask.place.chatId }, null, deps),
    clocks: await clocksOf(plan, ask, deps),
  });
  const meeting = { ...made, pollAt: nextPoll(made, null, deps.now()) };
  const jobs = [
    ...(meeting.pollAt === null ? [] : [sweepJob(meeting.pollAt, deps.now())]),
    redrawJob(meeting.id, nextLook(meeting, deps.now()) ?? meeting.undoUntil),
    expireJob(meeting.id, meeting.endAt),
    expiringJob(meeting.id, expiryAt(meeting)),
    ...(ask.settings.invite && invitableIds(meeting).length > 0 ? [inviteJob(meeting.id, deps.now())] : []),
    ...(await reminderJobs(meeting, deps)),
  ];
  const by = { key: ask.id, personId: ask.from, chatId: ask.place.chatId, at: deps.now() };
  await deps.store.add(meeting, attemptId, jobs, entryOf(meeting, { ...by, did: 'booked' }));
  return booked(meeting, deps.now());
}

/** What another run, or another job, made of that attempt; null: nothing that is known. */
async function outcomeOf(attempt: Attempt | null, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (takenBy(attempt, ask)) return tell({ key: 'retry_gone' });
  if (attempt?.state !== 'done' || !attempt.meetingId) return null;
  return booked(await deps.store.get(attempt.meetingId), deps.now());
}

/** @throws TooLate */
function whyNot(plan: Plan, ask: Ask, deps: Deps): Promise<Say | null> {
  inTime(ask, deps, plan.startAt);
  return quotaProblem(ask, deps);
}

/** It may have waited for long: whether it is still to be done is looked at once more. */
function departure(plan: Plan, ask: Ask, attemptId: string, deps: Deps): Departure {
  const attempt = {
    id: attemptId,
    ownerId: ask.from,
    chatId: ask.place.chatId,
    state: 'calling',
    request: { ...plan, job: ask.id },
    meetingId: null,
  } as const;
  return {
    async leaves() {
      const problem = await whyNot(plan, ask, deps);
      if (problem) throw new Stays(refusal('book', problem));
      if (await deps.store.beginAttempt({ ...attempt, createdAt: deps.now() })) return;
      throw new Stays((await outcomeOf(await deps.store.attempt(attemptId), ask, deps)) ?? lost(attemptId));
    },
    failed: () => deps.store.endAttempt(attemptId, 'refused'),
  };
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
