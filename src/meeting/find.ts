import type { Meeting, View, Which } from '../model.ts';
import { type Answer, type Ask, tell } from './ask.ts';
import type { Directory, MeetingStore } from './ports.ts';
import { isOpen, MAX_MEMBERS, mayChange, MINUTE } from './rules.ts';

/** "The one we just talked about": a booking this fresh is meant when nothing else is said. */
const JUST_NOW = 30 * MINUTE;

interface Sources {
  store: MeetingStore;
  directory: Pick<Directory, 'members'>;
  now(): number;
}

/** May this person know of the meeting at all: booked or shared here, theirs, or booked in a chat they are in. */
export async function mayLook(meeting: Meeting, ask: Ask, from: Pick<Sources, 'store' | 'directory'>): Promise<boolean> {
  if (meeting.chatId === ask.place.chatId || mayChange(meeting, ask.from)) return true;
  const shared = await from.store.cards(meeting.id);
  if (shared.some((card) => card.chatId === ask.place.chatId)) return true;
  if (meeting.chatKind === 'direct') return false;
  const members = await from.directory.members(meeting.chatId, MAX_MEMBERS).catch(() => null);
  return members?.ids.includes(ask.from) ?? false;
}

/** A password is shown in the meeting's own chat, and to its owner and hosts in private. */
export const maySeePassword = (meeting: Meeting, ask: Ask): boolean =>
  meeting.chatId === ask.place.chatId || (ask.place.kind === 'direct' && mayChange(meeting, ask.from));

export const withoutPassword = (meeting: Meeting, ask: Ask): Meeting => (maySeePassword(meeting, ask) ? meeting : { ...meeting, password: null });

/** `touch`: the meeting will be changed, so between several nothing is guessed. */
export async function findMeeting(which: Which, ask: Ask, touch: boolean, from: Sources): Promise<{ meeting: Meeting } | Answer> {
  switch (which.by) {
    case 'id':
      return known(await from.store.get(which.id), ask, from, 'not_found');
    case 'meeting_no':
      return known(await from.store.byMeetingNo(which.meetingNo), ask, from, 'not_found_no', { no: which.meetingNo });
    case 'topic':
      return byTopic(which.topic, ask, from);
    case 'context':
      return byContext(ask, touch, from);
  }
}

async function known(meeting: Meeting | null, ask: Ask, from: Sources, key: string, args?: Record<string, string>): Promise<{ meeting: Meeting } | Answer> {
  if (!meeting || !(await mayLook(meeting, ask, from))) return tell('warning', key, args);
  return { meeting };
}

const OPEN = { statuses: ['booked', 'live'] as const, order: 'start' as const, limit: 6, offset: 0 };

async function byTopic(topic: string, ask: Ask, from: Sources): Promise<{ meeting: Meeting } | Answer> {
  const query = { ...OPEN, statuses: [...OPEN.statuses], topic };
  const here = await from.store.find({ ...query, chatId: ask.place.chatId });
  const found = here.total > 0 ? here : await from.store.find({ ...query, personId: ask.from });
  if (found.total === 0) return tell('warning', 'not_found_topic', { topic });
  const exact = found.meetings.filter((meeting) => meeting.topic?.trim().toLowerCase() === topic.trim().toLowerCase());
  const [only] = exact.length > 0 ? exact : found.meetings;
  if ((exact.length === 1 || found.total === 1) && only) return { meeting: only };
  return pick(found, ask, from.now());
}

async function byContext(ask: Ask, touch: boolean, from: Sources): Promise<{ meeting: Meeting } | Answer> {
  if (ask.about) {
    const meeting = await from.store.byCard(ask.about);
    if (meeting) return { meeting };
  }
  const mine = await from.store.find({ ...OPEN, statuses: [...OPEN.statuses], chatId: ask.place.chatId, personId: ask.from, order: 'newest' });
  const here = mine.total > 0 ? mine : await from.store.find({ ...OPEN, statuses: [...OPEN.statuses], chatId: ask.place.chatId, order: 'newest' });
  const found = here.total > 0 ? here : await from.store.find({ ...OPEN, statuses: [...OPEN.statuses], personId: ask.from, order: 'newest' });
  const [newest] = found.meetings;
  if (!newest) return tell('info', 'none_here');
  if (found.total === 1 || !touch || ask.at - newest.createdAt < JUST_NOW) return { meeting: newest };
  return pick(found, ask, from.now());
}

function pick(found: { meetings: Meeting[]; total: number }, ask: Ask, now: number): Answer {
  const meetings = found.meetings.filter(isOpen).map((meeting) => withoutPassword(meeting, ask));
  const view: View = {
    show: 'list',
    scope: 'mine',
    span: 'all',
    meetings: meetings.slice(0, 5),
    page: 0,
    pages: 1,
    total: meetings.length,
    now,
    hidePasswords: ask.place.kind === 'group',
  };
  return { view, to: 'asker' };
}
