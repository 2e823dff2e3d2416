import { toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { Intent, Slots } from '../domain/intent.ts';
import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis, TimeReading } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { type Access, type AccessProblem, actionPermissions } from './access.ts';
import { type Answer, type Ask, tell } from './ask.ts';
import { expireJob, redrawJob } from './book.ts';
import { cutTopic, hostIdsOf, joinOf, slotsProblem, timeProblem } from './plan.ts';
import type { Directory, MeetingSettings, MeetingStore, PlatformFailure, Reserve, Reserves } from './ports.ts';
import { isOpen, MAX_LENGTH, MINUTE, mayChange, windowProblem } from './rules.ts';

export interface ChangeDeps {
  reserves: Pick<Reserves, 'update' | 'delete'>;
  directory: Pick<Directory, 'members'>;
  store: MeetingStore;
  now(): Millis;
  /** Six random digits. */
  digits(): string;
  isFailure(error: unknown): error is PlatformFailure;
  failureSay(failure: PlatformFailure): Say;
}

/** One change to a meeting: what the platform is told, what we keep, and how the thread hears of it. */
interface Change {
  endAt?: Millis;
  settings?: MeetingSettings;
  meeting: Partial<Meeting>;
  /** One sentence a thing that changed. */
  news: Say[];
}

/** A job that runs again after a crash finds its own change made: it only answers again. */
export const repeated = (meeting: Meeting, ask: Ask): Answer | null =>
  meeting.lastChange?.job === ask.id ? told(meeting, meeting.lastChange.news, ask) : null;

/** Why this person can't change this meeting, or null. */
export function refusal(meeting: Meeting, ask: Ask): Answer | null {
  if (!mayChange(meeting, ask.from)) return tell({ key: 'not_yours' });
  if (meeting.status === 'cancelled') return tell({ key: 'already_cancelled' });
  if (meeting.status === 'released') return tell({ key: 'released' });
  return null;
}

export async function extend(meeting: Meeting, minutes: number, ask: Ask, deps: ChangeDeps, slots?: Slots): Promise<Answer> {
  const endAt = meeting.endAt + minutes * MINUTE;
  if (minutes === 0) return tell({ key: 'nothing_to_change' });
  const late = windowProblem(meeting.startAt, endAt, deps.now(), Number.POSITIVE_INFINITY);
  if (late) return tell(late.key === 'too_far' ? { key: 'extend_limit' } : late);
  if (slots) return change(meeting, slots, ask, deps, { startAt: meeting.startAt, endAt, zone: meeting.zone });
  return apply(
    meeting,
    {
      endAt,
      meeting: { endAt },
      news: [
        {
          key: minutes > 0 ? 'changed_extended' : 'changed_shortened',
          args: { who: { user: ask.from }, minutes: Math.abs(minutes), at: { at: endAt, zone: meeting.zone } },
        },
      ],
    },
    ask,
    deps,
  );
}

export async function move(meeting: Meeting, intent: Extract<Intent, { want: 'move' }>, ask: Ask, deps: ChangeDeps): Promise<Answer> {
  const problem = timeProblem(intent.time);
  if (problem) return tell(problem);
  const window = intent.shift !== null ? shifted(meeting, intent.shift) : movedTo(meeting, intent.time);
  if (!window) return tell({ key: 'move_where' });
  const elsewhere = intent.time.zone !== null && intent.time.zone !== ask.zone ? { zoneSaid: true as const } : {};
  const keep = intent.shift === null ? { ...assumedIn(intent.time, meeting, window), ...elsewhere } : {};
  return intent.slots ? change(meeting, intent.slots, ask, deps, window, keep) : moveTo(meeting, window, ask, deps, keep);
}

/** Three o'clock is as unclear when a meeting is moved there as when one is booked. */
function assumedIn(time: TimeReading, meeting: Meeting, window: Window): Partial<Meeting> {
  if (time.start?.grain !== 'minute') return {};
  const assumed = time.assumed.filter((one) => one === 'afternoon' || one === 'morning' || one === 'next_year');
  if (!time.other || time.other.start === time.start.at) return { assumed };
  // The day may have come from the meeting, not from the reading.
  const start = time.other.start + window.startAt - time.start.at;
  const other = { start, end: start + window.endAt - window.startAt };
  return { assumed, other: other.start === meeting.startAt && other.end === meeting.endAt ? null : other };
}

/** The other reading of an ambiguous time: an update, not a second booking. A second tap goes back. */
export async function takeOther(meeting: Meeting, ask: Ask, deps: ChangeDeps): Promise<Answer> {
  if (!meeting.other) return tell({ key: 'stale_button' });
  return moveTo(meeting, { startAt: meeting.other.start, endAt: meeting.other.end, zone: meeting.zone }, ask, deps, {
    other: { start: meeting.startAt, end: meeting.endAt },
  });
}

interface Window {
  startAt: Millis;
  endAt: Millis;
  zone: string;
}

const shifted = (meeting: Meeting, minutes: number): Window => ({
  startAt: meeting.startAt + minutes * MINUTE,
  endAt: meeting.endAt + minutes * MINUTE,
  zone: meeting.zone,
});

/** Said day without a clock keeps the clock; said clock without a day keeps the day; a length keeps the start. */
export function movedTo(meeting: Meeting, time: TimeReading): Window | null {
  const zone = time.zone ?? meeting.zone;
  const length = time.minutes === null ? meeting.endAt - meeting.startAt : time.minutes * MINUTE;
  const was = wallOf(meeting.startAt, zone);
  if (!time.start) return time.minutes === null ? null : { startAt: meeting.startAt, endAt: meeting.startAt + length, zone };
  if (time.start.grain !== 'minute') {
    if (time.start.grain === 'part') return null;
    const [y, mo, d] = time.start.day.split('-').map(Number) as [number, number, number];
    const startAt = toInstant({ ...was, y, mo, d }, zone);
    return { startAt, endAt: startAt + length, zone };
  }
  const read = time.start.at;
  const end = time.end?.grain === 'minute' ? time.end.at : null;
  const span = end === null ? length : end - read;
  const dayAssumed = time.assumed.includes('date') || time.assumed.includes('next_day');
  const clock = wallOf(read, zone);
  const startAt = dayAssumed ? toInstant({ ...clock, y: was.y, mo: was.mo, d: was.d }, zone) : read;
  return { startAt, endAt: startAt + span, zone };
}

const moved = (window: Window, ask: Ask): Say => ({
  key: 'changed_moved',
  args: { who: { user: ask.from }, start: { at: window.startAt, zone: window.zone }, end: { at: window.endAt, zone: window.zone } },
});

/** A meeting that was extended past a day may move as long as it is. */
const longest = (meeting: Meeting): Millis => Math.max(MAX_LENGTH, meeting.endAt - meeting.startAt);

async function moveTo(meeting: Meeting, window: Window, ask: Ask, deps: ChangeDeps, keep: Partial<Meeting> = {}): Promise<Answer> {
  const late = windowProblem(window.startAt, window.endAt, deps.now(), longest(meeting));
  if (late) return tell(late);
  if (window.startAt === meeting.startAt && window.endAt === meeting.endAt) return tell({ key: 'nothing_to_change' });
  const change: Change = {
    meeting: { startAt: window.startAt, endAt: window.endAt, zone: window.zone, assumed: [], other: null, ...keep },
    news: [moved(window, ask)],
  };
  if (window.endAt !== meeting.endAt) change.endAt = window.endAt;
  return apply(meeting, change, ask, deps);
}

/** Topic, password, hosts, record, who may join. Only what was said is sent: an absent field stays, an empty one is cleared. */
export async function change(
  meeting: Meeting,
  slots: Slots,
  ask: Ask,
  deps: ChangeDeps,
  window: Window | null = null,
  keep: Partial<Meeting> = {},
): Promise<Answer> {
  if (slots.connect !== undefined) return tell({ key: 'connect_fixed' });
  if (meeting.kind === 'call' && (slots.record || slots.hosts)) return tell({ key: 'call_no_record' });
  const problem = slotsProblem(slots, meeting.chatKind);
  if (problem) return tell(problem);
  const described = await describe(meeting, slots, ask, deps);
  if ('problem' in described) return tell(described.problem);
  if (window && (window.startAt !== meeting.startAt || window.endAt !== meeting.endAt)) {
    const late = windowProblem(window.startAt, window.endAt, deps.now(), longest(meeting));
    if (late) return tell(late);
    described.news.unshift(moved(window, ask));
    Object.assign(described.meeting, {
      startAt: window.startAt,
      endAt: window.endAt,
      zone: window.zone,
      assumed: [],
      other: null,
      ...keep,
    });
    if (window.endAt !== meeting.endAt) described.endAt = window.endAt;
  }
  if (described.news.length === 0) return tell({ key: 'nothing_to_change' });
  return apply(meeting, described, ask, deps);
}

async function describe(meeting: Meeting, slots: Slots, ask: Ask, deps: ChangeDeps): Promise<Change | AccessProblem> {
  const settings: MeetingSettings = {};
  const after: Partial<Meeting> = {};
  const news: Say[] = [];
  const who = { user: ask.from };
  const topic = slots.topic === undefined ? undefined : cutTopic(slots.topic);
  if (topic !== undefined && topic !== meeting.topic) {
    settings.topic = topic ?? '';
    after.topic = topic;
    news.push({ key: 'changed_topic', args: { who, topic: topic ?? '' } });
  }
  const password = slots.anyPassword ? deps.digits() : slots.password;
  if (password !== undefined && password !== meeting.password) {
    settings.password = password ?? '';
    after.password = password;
    news.push({ key: password === null ? 'changed_password_none' : 'changed_password', args: { who } });
  }
  const hostIds = slots.hosts && hostIdsOf(slots.hosts);
  if (hostIds && hostIds.join() !== meeting.hostIds.join()) {
    settings.assign_host_list = hostIds.map((id) => ({ user_type: 1, id }));
    after.hostIds = hostIds;
    news.push({ key: 'changed_hosts', args: { who } });
  }
  if (slots.record !== undefined && slots.record !== meeting.record) {
    settings.auto_record = slots.record;
    after.record = slots.record;
    news.push({ key: slots.record ? 'changed_record_on' : 'changed_record_off', args: { who } });
  }
  if (slots.join || slots.canHost || slots.canInvite) {
    const access: Access = {
      join: slots.join ? joinOf(slots, ask.settings, meeting.chatKind) : meeting.join,
      canHost: slots.canHost ?? meeting.canHost,
      canInvite: slots.canInvite ?? meeting.canInvite,
    };
    if (JSON.stringify(access) !== JSON.stringify({ join: meeting.join, canHost: meeting.canHost, canInvite: meeting.canInvite })) {
      const always = [meeting.ownerId, ...(hostIds ?? meeting.hostIds)];
      const permissions = await actionPermissions(access, { tenantKey: meeting.tenantKey, chatId: meeting.chatId }, always, deps.directory);
      if (!Array.isArray(permissions)) return permissions;
      settings.action_permissions = permissions;
      Object.assign(after, access);
      news.push({ key: 'changed_access', args: { who } });
    }
  }
  return { ...(Object.keys(settings).length > 0 ? { settings } : {}), meeting: after, news };
}

export const cancel = (meeting: Meeting, ask: Ask, deps: ChangeDeps): Promise<Answer> =>
  remove(meeting, { key: 'changed_cancelled', args: { who: { user: ask.from }, topic: meeting.topic ?? '' } }, ask, deps);

async function remove(meeting: Meeting, because: Say, ask: Ask, deps: ChangeDeps): Promise<Answer> {
  const failed = await attempt(() => deps.reserves.delete(meeting.reserveId), deps, { goneIsFine: true });
  if (failed && 'view' in failed) return failed;
  const news = [because];
  const after: Partial<Meeting> = {
    status: 'cancelled',
    cancelledBy: ask.from,
    other: null,
    assumed: [],
    lastChange: { job: ask.id, who: ask.from, news },
  };
  const saved = await save(meeting.id, (now) => (isOpen(now) ? after : null), [], deps);
  return saved ? told(saved, news, ask) : tell({ key: 'already_cancelled' });
}

export async function undo(meeting: Meeting, ask: Ask, deps: ChangeDeps): Promise<Answer> {
  if (meeting.ownerId !== ask.from) return tell({ key: 'not_yours' });
  if (ask.at >= meeting.undoUntil) return tell({ key: 'undo_late' });
  return remove(meeting, { key: 'changed_undone', args: { who: { user: ask.from } } }, ask, deps);
}

async function apply(meeting: Meeting, change: Change, ask: Ask, deps: ChangeDeps): Promise<Answer> {
  const asks = change.endAt !== undefined || change.settings !== undefined;
  let reserve: Reserve | null = null;
  if (asks) {
    const answer = await attempt(
      () =>
        deps.reserves.update(meeting.reserveId, {
          ...(change.endAt === undefined ? {} : { endAt: change.endAt }),
          ...(change.settings ? { settings: change.settings } : {}),
        }),
      deps,
    );
    if (answer && 'view' in answer) return answer;
    reserve = answer;
  }
  const refused = reserve?.invalidHostIds ?? [];
  const after: Partial<Meeting> = { ...change.meeting, lastChange: { job: ask.id, who: ask.from, news: change.news } };
  if (after.hostIds) {
    after.refusedHostIds = after.hostIds.filter((id) => refused.includes(id));
    after.hostIds = after.hostIds.filter((id) => !refused.includes(id));
  }
  if (reserve?.meetingNo) after.meetingNo = reserve.meetingNo;
  if (reserve?.url) after.url = reserve.url;
  if (after.password !== undefined && reserve?.password) after.password = reserve.password;
  const jobs = change.endAt === undefined ? [] : [expireJob(meeting.id, change.endAt)];
  const saved = await save(meeting.id, (now) => (isOpen(now) ? after : null), jobs, deps);
  return saved ? told(saved, change.news, ask) : tell({ key: 'already_cancelled' });
}

/** Who changed what: said where it was asked, and in the meeting's own chat. What another chat's meeting is called concerns the asker alone. */
function told(meeting: Meeting, news: Say[], ask: Ask): Answer {
  const [first, ...more] = news;
  const view: View = {
    show: 'notice',
    say: first ?? { key: 'nothing_to_change' },
    ...(more.length > 0 ? { also: more } : {}),
    acts: [],
  };
  if (meeting.chatId === ask.place.chatId) return { view, to: 'everyone', thread: meeting.id };
  return { view, to: 'asker', thread: meeting.id, alsoTo: { chatId: meeting.chatId, view, thread: meeting.id } };
}

/** Reads, changes and writes until nobody wrote in between. Null: there is nothing left to change. */
export async function save(
  id: string,
  after: (now: Meeting) => Partial<Meeting> | null,
  jobs: NewJob[],
  deps: Pick<ChangeDeps, 'store' | 'now'>,
): Promise<Meeting | null> {
  for (;;) {
    const meeting = await deps.store.get(id);
    const changed = meeting && after(meeting);
    if (!meeting || !changed) return null;
    const next = { ...meeting, ...changed, updatedAt: deps.now() };
    if (await deps.store.save(next, [redrawJob(id, deps.now()), ...jobs])) return next;
  }
}

/** A call whose clear refusal is an answer to the asker; what may be asked again is thrown on to the queue. */
async function attempt<T>(call: () => Promise<T>, deps: ChangeDeps, options: { goneIsFine?: boolean } = {}): Promise<T | Answer | null> {
  try {
    return await call();
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
    if (options.goneIsFine && error.code === 121004) return null;
    if (error.verdict === 'lost')
      throw Object.assign(new Error('the answer to a repeatable call was lost', { cause: error }), { verdict: 'retry' });
    const say = deps.failureSay(error);
    return tell(say);
  }
}
