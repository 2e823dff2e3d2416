import type { Intent } from '../domain/intent.ts';
import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import { actionPermissions } from './access.ts';
import { type Answer, type Ask, formPlace, notice, tell } from './ask.ts';
import { mainlandNumber } from './phone.ts';
import { type Plan, planBooking } from './plan.ts';
import type { Attempt, Directory, MeetingSettings, MeetingStore, PlatformFailure, Reserve, Reserves } from './ports.ts';
import { MINUTE, nextLook, UNDO_WINDOW } from './rules.ts';

export interface BookDeps {
  reserves: Pick<Reserves, 'apply'>;
  directory: Pick<Directory, 'members'>;
  store: MeetingStore;
  now(): number;
  newId(): string;
  /** Six random digits. */
  digits(): string;
  isFailure(error: unknown): error is PlatformFailure;
  failureSay(failure: PlatformFailure): Say;
}

/** Brings a meeting's cards up to date; one writer per meeting. */
export const redrawJob = (meetingId: string, due: number): NewJob => ({
  id: `redraw:${meetingId}`,
  lane: `card:${meetingId}`,
  kind: 'redraw',
  due,
  payload: { meetingId },
  repeat: 'rearm',
});

/** Looks again when the number should be given back. */
export const expireJob = (meetingId: string, due: number): NewJob => ({
  id: `expire:${meetingId}`,
  lane: `card:${meetingId}`,
  kind: 'expire',
  due,
  payload: { meetingId },
  repeat: 'rearm',
});

/** @param attemptId a form's, which can be submitted again but books once; else the job's */
export async function book(
  intent: Extract<Intent, { want: 'book' }>,
  ask: Ask,
  deps: BookDeps,
  attemptId: string = ask.id,
): Promise<Answer> {
  const planned = planBooking(intent, ask, deps.now());
  if ('problem' in planned) return tell(planned.problem);
  if ('open' in planned)
    return {
      view: {
        show: 'form',
        mode: 'book',
        meetingId: null,
        draft: intent.slots.anyPassword ? { ...planned.open, password: deps.digits() } : planned.open,
        errors: {},
        zone: ask.zone,
        ...formPlace(ask.place),
      },
      to: 'asker',
    };
  return bookPlan(planned.plan, ask, attemptId, deps);
}

export const formAttempt = (messageId: string): string => `form-${messageId}`;

/** Somebody else's run has that attempt: a second press on the same form or button. */
export const takenBy = (attempt: Attempt | null, ask: Ask): boolean =>
  attempt !== null && attempt.state !== 'refused' && (attempt.request as { job?: string } | null)?.job !== ask.id;

/** A 1:1 call to a phone: `meeting_initial_type` 2, no recording (123002), no group to share it with. */
export async function call(intent: Extract<Intent, { want: 'call' }>, ask: Ask, deps: BookDeps): Promise<Answer> {
  if (ask.place.kind === 'group') return tell({ key: 'call_not_in_group' });
  if (intent.record) return tell({ key: 'call_no_record' });
  const phone = mainlandNumber(intent.phone);
  if (!phone) return tell({ key: 'phone_bad', args: { phone: intent.phone } });
  const now = deps.now();
  const plan: Plan = {
    kind: 'call',
    topic: null,
    startAt: now,
    endAt: now + ask.settings.minutes * MINUTE,
    zone: ask.zone,
    password: { set: 'owner' },
    hostIds: [],
    record: false,
    connect: null,
    join: { who: 'anyone' },
    canHost: null,
    canInvite: null,
    assumed: [],
    other: null,
    rrule: null,
    callee: { phone, name: intent.name },
  };
  return bookPlan(plan, ask, ask.id, deps);
}

/** A press on "book again" after a lost answer: the asker decides, never we. */
export async function retry(attemptId: string, ask: Ask, deps: BookDeps): Promise<Answer | null> {
  const attempt = await deps.store.attempt(attemptId);
  if (attempt?.state !== 'lost' || attempt.ownerId !== ask.from) return null;
  const plan = attempt.request as Plan;
  if (plan.endAt <= deps.now()) return tell({ key: 'past' });
  return bookPlan(plan, ask, `${attemptId}-a`, deps);
}

/**
 * The intent is written before the call: after a crash or a lost answer the same request is never sent again by itself,
 * because apply has no idempotency key. What was booked already is only answered again.
 */
export async function bookPlan(plan: Plan, ask: Ask, attemptId: string, deps: BookDeps): Promise<Answer> {
  const before = await deps.store.attempt(attemptId);
  if (takenBy(before, ask)) return tell({ key: 'retry_gone' });
  if (before?.state === 'done' && before.meetingId) return booked(await deps.store.get(before.meetingId), deps.now());
  if (before?.state === 'calling') await deps.store.endAttempt(attemptId, 'lost');
  if (before?.state === 'calling' || before?.state === 'lost') return lost(attemptId);

  const permissions = await actionPermissions(
    plan,
    { tenantKey: ask.tenantKey, chatId: ask.place.chatId },
    [ask.from, ...plan.hostIds],
    deps.directory,
  );
  if (!Array.isArray(permissions)) return tell(permissions.problem);
  const settings: MeetingSettings = {
    ...settingsOf(plan, deps.digits),
    ...(permissions.length > 0 ? { action_permissions: permissions } : {}),
  };
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
    if (!deps.isFailure(error)) throw error;
    if (error.verdict === 'lost') {
      await deps.store.endAttempt(attemptId, 'lost');
      return lost(attemptId);
    }
    await deps.store.endAttempt(attemptId, 'refused');
    if (error.verdict === 'retry') throw error;
    const say = deps.failureSay(error);
    return { view: notice(say), to: 'everyone' };
  }
  const meeting = meetingOf(plan, reserve, ask, deps);
  await deps.store.add(meeting, attemptId, [
    redrawJob(meeting.id, nextLook(meeting, deps.now()) ?? meeting.undoUntil),
    expireJob(meeting.id, meeting.endAt),
  ]);
  return booked(meeting, deps.now());
}

function settingsOf(plan: Plan, digits: () => string): MeetingSettings {
  const settings: MeetingSettings = {};
  if (plan.topic) settings.topic = plan.topic;
  if (plan.kind === 'call' && plan.callee) {
    settings.meeting_initial_type = 2;
    settings.call_setting = {
      callee: {
        user_type: 6,
        pstn_sip_info: { ...(plan.callee.name ? { nickname: plan.callee.name } : {}), main_address: plan.callee.phone },
      },
    };
    return settings;
  }
  settings.meeting_initial_type = 1;
  settings.auto_record = plan.record;
  if (plan.connect !== null) settings.meeting_connect = plan.connect;
  if (plan.hostIds.length > 0) settings.assign_host_list = plan.hostIds.map((id) => ({ user_type: 1, id }));
  if (plan.password.set === 'none') settings.password = '';
  else if (plan.password.set === 'digits') settings.password = plan.password.digits;
  else if (plan.password.set === 'random') settings.password = digits();
  return settings;
}

function meetingOf(plan: Plan, reserve: Reserve, ask: Ask, deps: BookDeps): Meeting {
  const now = deps.now();
  const refused = plan.hostIds.filter((id) => reserve.invalidHostIds.includes(id));
  return {
    id: deps.newId(),
    reserveId: reserve.id,
    meetingNo: reserve.meetingNo,
    password: reserve.password || null,
    url: reserve.url,
    appLink: reserve.appLink ?? '',
    liveLink: reserve.liveLink,
    kind: plan.kind,
    topic: plan.topic,
    ownerId: ask.from,
    tenantKey: ask.tenantKey,
    hostIds: plan.hostIds.filter((id) => !refused.includes(id)),
    startAt: plan.startAt,
    endAt: reserve.endAt ?? plan.endAt,
    zone: plan.zone,
    ...(plan.zoneSaid ? { zoneSaid: true as const } : {}),
    lang: ask.lang,
    record: plan.record,
    connect: plan.connect ?? false,
    join: plan.join,
    canHost: plan.canHost,
    canInvite: plan.canInvite,
    joinPreset: ask.settings.join,
    callee: plan.callee,
    rrule: plan.rrule,
    chatId: ask.place.chatId,
    chatKind: ask.place.kind,
    askedIn: ask.under ?? '',
    assumed: plan.assumed,
    other: plan.other,
    refusedHostIds: refused,
    undoUntil: now + UNDO_WINDOW,
    status: 'booked',
    cancelledBy: null,
    createdAt: now,
    updatedAt: now,
    lastChange: null,
    version: 1,
  };
}

function booked(meeting: Meeting | null, now: number): Answer {
  if (!meeting) return tell({ key: 'not_found' });
  return { view: { show: 'meeting', meeting, now }, to: 'everyone', cardOf: meeting.id };
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
