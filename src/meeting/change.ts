import { DAY_PARTS } from '../calendar/day-parts.ts';
import { toInstant, type Wall, wallOf } from '../calendar/wall-clock.ts';
import type { Slots } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Remind } from '../domain/settings.ts';
import type { Millis, TimeReading, Zone } from '../domain/time.ts';
import { type Access, type AccessProblem, actionPermissions } from './access.ts';
import type { Ask } from './ask.ts';
import type { Directory, MeetingSettings } from './ports/platform.ts';
import { MAX_LENGTH, MINUTE, mayChange, type When, windowProblem } from './rules.ts';
import { botsIn, cutTopic, hostIdsOf, joinOf, slotsProblem } from './slots.ts';

/** One change to a meeting: what the platform is told, what we keep, and how the thread hears of it. */
export interface Change {
  endAt?: Millis;
  settings?: MeetingSettings;
  meeting: Partial<Meeting>;
  news: Say;
}

/** What is changed, and how that is told: with its new value, or by name. */
interface Described extends Omit<Change, 'news'> {
  news: Say[];
  others: Say[];
}

/** Why this person can't change this meeting, or null. */
export function changeProblem(meeting: Meeting, openId: string): Say | null {
  if (!mayChange(meeting, openId)) return { key: 'not_yours' };
  if (meeting.status === 'cancelled') return { key: 'already_cancelled' };
  if (meeting.status === 'released') return { key: 'released' };
  return null;
}

/** Three o'clock is as unclear when a meeting is moved there as when one is booked. */
export function assumedIn(time: TimeReading, meeting: Meeting, to: When): Partial<Meeting> {
  if (time.start?.grain !== 'minute') return {};
  const assumed = time.assumed.filter((one) => one === 'afternoon' || one === 'morning' || one === 'next_year');
  if (!time.other || time.other.start === time.start.at) return { assumed };
  // Where the day came from the meeting, the other half of that day is meant.
  const dayless = time.assumed.includes('date') || time.assumed.includes('next_day');
  const late = wallOf(to.startAt, to.zone).h >= 12;
  const start = dayless ? to.startAt + (late ? -HALF_DAY : HALF_DAY) : time.other.start + to.startAt - time.start.at;
  const other = { start, end: start + to.endAt - to.startAt };
  return { assumed, other: other.start === meeting.startAt && other.end === meeting.endAt ? null : other };
}

export const shifted = (meeting: Meeting, minutes: number): When => ({
  startAt: meeting.startAt + minutes * MINUTE,
  endAt: meeting.endAt + minutes * MINUTE,
  zone: meeting.zone,
});

/** A bare 9 for a meeting at eight in the evening is nine in the evening, and for one in the day it is the morning's, whatever hour it is now. */
function sameHalf<C extends { h: number }>(clock: C, { assumed }: TimeReading, was: number): C {
  if (!assumed.includes('morning') && !assumed.includes('afternoon')) return clock;
  const bare = clock.h % 12;
  const late = was >= EVENING || bare < EARLIEST_MORNING;
  return { ...clock, h: late ? bare + 12 : bare };
}

const HALF_DAY = 720 * MINUTE;
const EVENING = 17;
/** Bare hours up to six are the afternoon's. */
const EARLIEST_MORNING = 7;

type Timed = Pick<Meeting, 'startAt' | 'endAt' | 'zone'>;

/** Said day without a clock keeps the clock; said clock without a day keeps the day; a length keeps the start. */
export function movedTo(meeting: Timed, time: TimeReading): When | null {
  const zone = time.zone ?? meeting.zone;
  const length = time.minutes === null ? meeting.endAt - meeting.startAt : time.minutes * MINUTE;
  const was = wallOf(meeting.startAt, zone);
  if (!time.start) return withoutStart(meeting, time, length);
  if (time.start.grain !== 'minute') {
    if (time.start.grain === 'part') return otherHalf(was, time, length, zone);
    const [y, mo, d] = time.start.day.split('-').map(Number) as [number, number, number];
    const startAt = toInstant({ ...was, y, mo, d }, zone);
    return { startAt, endAt: startAt + length, zone };
  }
  const read = time.start.at;
  const end = time.end?.grain === 'minute' ? time.end.at : null;
  const span = end === null ? length : end - read;
  const dayAssumed = time.assumed.includes('date') || time.assumed.includes('next_day');
  const clock = dayAssumed ? sameHalf(wallOf(read, zone), time, was.h) : wallOf(read, zone);
  const startAt = dayAssumed ? toInstant({ ...clock, y: was.y, mo: was.mo, d: was.d }, zone) : read;
  return { startAt, endAt: startAt + span, zone };
}

/** 应该是下午 of one at four in the morning: the same hour of the other half, where that lies in the part that was said. */
function otherHalf(was: Wall, { start, assumed }: TimeReading, length: Millis, zone: Zone): When | null {
  if (start?.grain !== 'part' || !assumed.includes('date')) return null;
  const [from, until] = DAY_PARTS[start.part];
  const h = (was.h + 12) % 24;
  const inPart = (hour: number): boolean => hour >= from && hour < until;
  if (!inPart(h) || inPart(was.h)) return null;
  const startAt = toInstant({ ...was, h }, zone);
  return { startAt, endAt: startAt + length, zone };
}

/** A length or an end keeps the start; a zone alone keeps the clock. */
function withoutStart(meeting: Timed, time: TimeReading, length: Millis): When | null {
  const { startAt, endAt, zone } = meeting;
  if (time.minutes !== null) return { startAt, endAt: startAt + length, zone: time.zone ?? zone };
  if (time.end?.grain === 'minute') {
    const { h, mi } = wallOf(time.end.at, time.zone ?? zone);
    return { startAt, endAt: toInstant({ ...wallOf(startAt, time.zone ?? zone), h, mi }, time.zone ?? zone), zone };
  }
  if (time.zone === null || time.zone === zone) return null;
  const there = (at: Millis): Millis => toInstant(wallOf(at, zone), time.zone!);
  return { startAt: there(startAt), endAt: there(endAt), zone: time.zone };
}

/** A meeting that was extended past a day may move as long as it is. */
const longest = (meeting: Meeting): Millis => Math.max(MAX_LENGTH, meeting.endAt - meeting.startAt);

interface Sources {
  directory: Pick<Directory, 'members'>;
  now(): Millis;
  digits(): string;
}

/** What somebody wants changed. `keep`: what else we note with a new time. */
export interface Wish {
  slots?: Slots;
  to?: When | null;
  keep?: Partial<Meeting>;
}

/** Topic, password, hosts, record, who may join, when. Only what was said is sent: an absent field stays, an empty one is cleared. */
export async function planChange(
  meeting: Meeting,
  { slots = {}, to, keep }: Wish,
  ask: Ask,
  from: Sources,
): Promise<Change | { problem: Say }> {
  if (slots.connect !== undefined) return { problem: { key: 'connect_fixed' } };
  if (meeting.kind === 'call' && (slots.record || slots.hosts)) return { problem: { key: 'call_no_record' } };
  const problem = slotsProblem(slots, meeting.chatKind);
  if (problem) return { problem };
  const change = await describe(meeting, slots, ask, from);
  if ('problem' in change) return change;
  if (to && (to.startAt !== meeting.startAt || to.endAt !== meeting.endAt)) {
    const late = windowProblem(to, from.now(), longest(meeting));
    if (late) return { problem: late };
    change.news.unshift({ key: 'now_time', args: { start: { at: to.startAt, zone: to.zone }, end: { at: to.endAt, zone: to.zone } } });
    Object.assign(change.meeting, { ...to, assumed: [], other: null, clash: null, ...keep });
    if (to.endAt !== meeting.endAt) change.endAt = to.endAt;
  }
  const { news, others, ...rest } = change;
  if (news.length + others.length === 0) return { problem: { key: 'nothing_to_change' } };
  return { ...rest, news: changedSay(meeting, news, others, ask) };
}

/** 张伟 更新了「周会」：… */
export const changedSay = (meeting: Meeting, news: Say[], others: Say[], ask: Ask): Say => ({
  key: 'changed',
  args: { who: { user: ask.from }, topic: meeting.topic ?? '', news, others },
});

/** 张伟 取消了「周会」, or took it back; a call has no topic. */
export function endedSay({ kind, topic }: Meeting, key: 'changed_cancelled' | 'changed_undone', ask: Ask): Say {
  const who = { user: ask.from };
  return kind === 'call' ? { key: 'changed_cancelled_call', args: { who } } : { key, args: { who, topic: topic ?? '' } };
}

function remindNews(remind: Remind): Say {
  if (remind === 'off') return { key: 'now_remind_off' };
  return remind === 0 ? { key: 'now_remind_start' } : { key: 'now_remind', args: { minutes: remind } };
}

/** What changes at the platform and here, and what is told of it. */
interface Draft {
  settings: MeetingSettings;
  after: Partial<Meeting>;
  /** Each with its value. */
  news: Say[];
  /** Only by name. */
  others: Say[];
}

async function describe(meeting: Meeting, slots: Slots, ask: Ask, deps: Sources): Promise<Described | AccessProblem> {
  const draft: Draft = { settings: {}, after: {}, news: [], others: [] };
  changeTopic(draft, meeting, slots);
  changePassword(draft, meeting, slots, deps);
  const problem = changeHosts(draft, meeting, slots) ?? (await changeAccess(draft, meeting, slots, ask, deps));
  if (problem) return problem;
  changeRecord(draft, meeting, slots);
  changeRemind(draft, meeting, slots);
  const { settings, after, news, others } = draft;
  return { ...(Object.keys(settings).length > 0 ? { settings } : {}), meeting: after, news, others };
}

function changeTopic({ settings, after, news }: Draft, meeting: Meeting, slots: Slots): void {
  const topic = slots.topic === undefined ? undefined : cutTopic(slots.topic);
  if (topic === undefined || topic === meeting.topic) return;
  settings.topic = topic ?? '';
  after.topic = topic;
  news.push({ key: 'now_topic', args: { topic: topic ?? '' } });
}

function changePassword({ settings, after, news, others }: Draft, meeting: Meeting, slots: Slots, deps: Sources): void {
  const password = slots.anyPassword ? deps.digits() : slots.password;
  if (password === undefined || password === meeting.password) return;
  settings.password = password ?? '';
  after.password = password;
  if (password === null) news.push({ key: 'now_no_password' });
  else others.push({ key: 'name_password' });
}

function changeHosts({ settings, after, others }: Draft, meeting: Meeting, slots: Slots): AccessProblem | null {
  const hostIds = slots.hosts && hostIdsOf(slots.hosts);
  const bots = botsIn(slots.hosts);
  if (hostIds?.length === 0 && bots.length > 0) return { problem: { key: 'host_is_bot' } };
  if (bots.length > 0) after.refusedHostIds = bots;
  if (!hostIds || hostIds.join() === meeting.hostIds.join()) return null;
  settings.assign_host_list = hostIds.map((id) => ({ user_type: 1, id }));
  after.hostIds = hostIds;
  others.push({ key: 'name_hosts' });
  return null;
}

function changeRecord({ settings, after, news }: Draft, meeting: Meeting, { record }: Slots): void {
  if (record === undefined || record === meeting.record) return;
  settings.auto_record = record;
  after.record = record;
  news.push({ key: record ? 'now_record_on' : 'now_record_off' });
}

function changeRemind({ after, news }: Draft, meeting: Meeting, { remind }: Slots): void {
  if (remind === undefined || remind === meeting.remind) return;
  after.remind = remind;
  news.push(remindNews(remind));
}

/** After the hosts: whoever hosts may always do what is allowed to some only. */
async function changeAccess(
  { settings, after, others }: Draft,
  meeting: Meeting,
  slots: Slots,
  ask: Ask,
  deps: Sources,
): Promise<AccessProblem | null> {
  if (!slots.join && !slots.canHost && !slots.canInvite) return null;
  const before: Access = { join: meeting.join, canHost: meeting.canHost, canInvite: meeting.canInvite };
  const access: Access = {
    join: slots.join ? joinOf(slots, ask.settings, meeting.chatKind) : before.join,
    canHost: slots.canHost ?? before.canHost,
    canInvite: slots.canInvite ?? before.canInvite,
  };
  if (JSON.stringify(access) === JSON.stringify(before)) return null;
  const always = [meeting.ownerId, ...(after.hostIds ?? meeting.hostIds)];
  const permissions = await actionPermissions(access, { tenantKey: meeting.tenantKey, chatId: meeting.chatId }, always, deps.directory);
  if (!Array.isArray(permissions)) return permissions;
  settings.action_permissions = permissions;
  Object.assign(after, access);
  others.push({ key: 'name_access' });
  return null;
}
