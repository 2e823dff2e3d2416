import { wallOf } from '../calendar/wall-clock.ts';
import type { PersonRef, Traits, Which } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis, Zone } from '../domain/time.ts';
import type { Ask } from './ask.ts';
import { guestsOf } from './guests.ts';
import type { FindMeetings, MeetingStore } from './ports/meetings.ts';
import type { Directory } from './ports/platform.ts';
import { AHEAD, MAX_MEMBERS, mayChange, OPEN } from './rules.ts';
import { isSameTopic, justCalled } from './same-topic.ts';

interface Sources {
  store: MeetingStore;
  directory: Pick<Directory, 'members' | 'names'>;
}

/** May this person know of the meeting at all: booked or shared here, theirs, one they are asked to, or booked in a chat they are in. */
export async function mayLook(meeting: Meeting, ask: Ask, from: Sources): Promise<boolean> {
  if (meeting.chatId === ask.place.chatId || mayChange(meeting, ask.from) || guestsOf(meeting).includes(ask.from)) return true;
  const shared = await from.store.cards(meeting.id);
  if (shared.some((card) => card.chatId === ask.place.chatId)) return true;
  if (meeting.chatKind === 'direct') return false;
  const members = await from.directory.members(meeting.chatId, MAX_MEMBERS).catch(() => null);
  return members?.ids.includes(ask.from) ?? false;
}

/** A password is shown in the meeting's own chat, and to its owner and hosts in private. */
export const maySeePassword = (meeting: Meeting, ask: Ask): boolean =>
  meeting.chatId === ask.place.chatId || (ask.place.kind === 'direct' && mayChange(meeting, ask.from));

export const withoutPassword = (meeting: Meeting, ask: Ask): Meeting =>
  maySeePassword(meeting, ask) ? meeting : { ...meeting, password: null };

/** One meeting, why there is none, or all that may be meant. */
export type Found = { meeting: Meeting } | { problem: Say } | { several: Meeting[] };

/** `touch`: the meeting will be changed, so between several nothing is guessed. */
export async function findMeeting(which: Which, ask: Ask, touch: boolean, from: Sources): Promise<Found> {
  switch (which.by) {
    case 'id':
      return known(await from.store.get(which.id), ask, from, { key: 'not_found' });
    case 'meeting_no':
      return known(await from.store.byMeetingNo(which.meetingNo), ask, from, { key: 'not_found_no', args: { no: which.meetingNo } });
    case 'topic':
      return byTopic(which, ask, from);
    case 'context':
      return byContext(which, ask, touch, from);
    // Nobody can point at it any more.
    case 'last':
    case 'other':
      return byContext({ by: 'context' }, ask, touch, from);
    case 'nth':
      return { problem: { key: 'not_found' } };
  }
}

async function known(meeting: Meeting | null, ask: Ask, from: Sources, unknown: Say): Promise<Found> {
  return meeting && (await mayLook(meeting, ask, from)) ? { meeting } : { problem: unknown };
}

/** Candidates are few: more than these would not fit a card anyway. */
const MOST = 20;

async function candidates(query: Partial<FindMeetings>, traits: Traits, ask: Ask, sources: Sources): Promise<Meeting[]> {
  const { during, clocks, hours, owner } = traits;
  const { meetings } = await sources.store.find({ statuses: OPEN, order: 'start', limit: MOST, offset: 0, ...query });
  const within = ({ startAt }: Meeting): boolean => !during || (startAt >= during.from && startAt < during.until);
  const theirs = owner ? await ownedBy(owner, meetings, ask, sources) : meetings;
  if (!clocks && !hours) return aheadFirst(theirs.filter(within));
  const [from, until] = hours ?? [0, 24];
  const then = theirs.filter(({ startAt, zone }) => {
    const minute = minuteOfDay(startAt, zone);
    return clocks ? clocks.includes(minute) : minute >= from * 60 && minute < until * 60;
  });
  // The 3pm one is the next one at three, if there is one, before any other day's.
  const next = during ? then.filter(within) : [];
  return aheadFirst(next.length > 0 ? next : then);
}

function aheadFirst(fitting: Meeting[]): Meeting[] {
  const ahead = fitting.filter(({ status }) => AHEAD.includes(status));
  return ahead.length > 0 ? ahead : fitting;
}

/** By id where one is known, else by the name that the platform tells. */
async function ownedBy(owner: PersonRef | 'me', meetings: Meeting[], ask: Ask, from: Sources): Promise<Meeting[]> {
  const id = owner === 'me' ? ask.from : owner.openId;
  if (id !== undefined || owner === 'me') return meetings.filter(({ ownerId }) => ownerId === id);
  const names = await from.directory.names([...new Set(meetings.map(({ ownerId }) => ownerId))]).catch(() => new Map());
  const said = owner.name.trim().toLowerCase();
  const isCalled = (openId: string): boolean => Object.values(names.get(openId) ?? {}).some((name) => String(name).toLowerCase() === said);
  return meetings.filter(({ ownerId }) => isCalled(ownerId));
}

const minuteOfDay = (at: Millis, zone: Zone): number => {
  const { h, mi } = wallOf(at, zone);
  return h * 60 + mi;
};

async function byTopic(which: Extract<Which, { by: 'topic' }>, ask: Ask, from: Sources): Promise<Found> {
  const { topic } = which;
  const here = await candidates({ topic, chatId: ask.place.chatId }, which, ask, from);
  const found = here.length > 0 ? here : await candidates({ topic, personId: ask.from }, which, ask, from);
  return (
    one(justCalled(found, topic, (meeting) => meeting.topic)) ?? {
      problem: { key: (await isUnknown(topic, ask, from)) ? 'booked_unknown' : 'not_found_topic', args: { topic } },
    }
  );
}

/** The attempt that the asker made of a lost one. */
export const againId = (attemptId: string): string => `${attemptId}-a`;

/** It was asked for here, and nobody knows whether it was booked: the platform's answer got lost. */
async function isUnknown(topic: string, ask: Ask, from: Sources): Promise<boolean> {
  for (const { id, request } of await from.store.attempts('lost', ask.place.chatId))
    if (isSameTopic(topicOf(request), topic) && (await from.store.attempt(againId(id)))?.state !== 'done') return true;
  return false;
}

function topicOf(request: unknown): string | null {
  const { topic } = (request ?? {}) as { topic?: unknown };
  return typeof topic === 'string' ? topic : null;
}

async function byContext(which: Extract<Which, { by: 'context' }>, ask: Ask, touch: boolean, from: Sources): Promise<Found> {
  const pointed = ask.about ? await from.store.byMessage(ask.about) : null;
  if (pointed) return { meeting: pointed };
  const newest = { order: 'newest' } as const;
  // Whose it is was said: then not the asker's own first.
  const mine = which.owner ? [] : await candidates({ ...newest, chatId: ask.place.chatId, personId: ask.from }, which, ask, from);
  const here = mine.length > 0 ? mine : await candidates({ ...newest, chatId: ask.place.chatId }, which, ask, from);
  const found = here.length > 0 ? here : await candidates({ ...newest, personId: ask.from }, which, ask, from);
  const [first] = found;
  if (!first) return { problem: { key: 'none_here' } };
  return touch ? (one(found) ?? { problem: { key: 'none_here' } }) : { meeting: first };
}

function one([first, ...others]: Meeting[]): Found | null {
  if (!first) return null;
  return others.length === 0 ? { meeting: first } : { several: [first, ...others] };
}
