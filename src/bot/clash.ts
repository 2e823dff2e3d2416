import type { Meeting } from '../domain/meeting.ts';
import { AHEAD, isOpen } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { saveMeeting } from './save-meeting.ts';

type Booked = Pick<Meeting, 'startAt' | 'endAt' | 'ownerId' | 'hostIds' | 'chatId'>;

/** Others at that time: as many as anybody needs to know of. */
const MOST = 20;

/**
 * A meeting of its owner's or of a named host's that overlaps: no reason not to book, but worth knowing.
 * What is on in another chat is called nothing here.
 * @param except the meeting itself
 */
export async function clashOf(booked: Booked, except: string | null, deps: Pick<Deps, 'store'>): Promise<Meeting['clash']> {
  const { startAt, endAt, ownerId, hostIds, chatId } = booked;
  for (const personId of [ownerId, ...hostIds]) {
    const { meetings } = await deps.store.find({
      from: startAt,
      until: endAt,
      personId,
      statuses: AHEAD,
      order: 'start',
      limit: MOST,
      offset: 0,
    });
    const other = meetings.find(({ id }) => id !== except);
    if (!other) continue;
    const { topic, startAt: from, endAt: until } = other;
    return {
      topic: other.chatId === chatId ? topic : null,
      startAt: from,
      endAt: until,
      ...(personId === ownerId ? {} : { hostId: personId }),
    };
  }
  return null;
}

/** It is no longer at that time: what overlapped it there, and said so on its card, is looked at once more. */
export async function freeOthers(was: Meeting, deps: Pick<Deps, 'store' | 'now' | 'quiet'>): Promise<void> {
  const { startAt, endAt, ownerId, hostIds } = was;
  for (const personId of [ownerId, ...hostIds]) {
    const window = { from: startAt, until: endAt, statuses: AHEAD };
    const { meetings } = await deps.store.find({ ...window, personId, order: 'start', limit: MOST, offset: 0 });
    for (const other of meetings) {
      if (other.id === was.id || other.clash?.startAt !== startAt || other.clash.endAt !== endAt) continue;
      const clash = await clashOf(other, other.id, deps);
      await saveMeeting(other.id, (now) => (isOpen(now) ? { clash: clash ?? null } : null), [], deps);
    }
  }
}
