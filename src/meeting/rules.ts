import type { Meeting, MeetingStatus } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis, Zone } from '../domain/time.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The platform keeps a reserve for 30 days at most (vc-v1/reserve/apply). */
export const MAX_AHEAD = 30 * DAY;
/** Our own bound: nobody means a meeting of more than a day. */
export const MAX_LENGTH = DAY;
/** A card can be patched for so long after it was sent (230031). */
export const PATCHABLE = 14 * DAY;
/** assign_host_list ≤ 10 (123003). */
export const MAX_HOSTS = 10;
/** check_list has no documented bound; past this we would rather say so than send a list nobody can check. */
export const MAX_MEMBERS = 500;
/** So long what somebody did can be taken back, by button and by sentence. */
export const UNDO_WINDOW = 5 * MINUTE;
/** As long a card asks whether cancelling is meant. */
export const ASK_WINDOW = MINUTE;

/** Owner and named hosts change and cancel; everybody in the chat looks and joins. */
export const mayChange = (meeting: Meeting, openId: string): boolean => meeting.ownerId === openId || meeting.hostIds.includes(openId);

/** Its number is valid: people can join, and come back. */
export const OPEN: MeetingStatus[] = ['booked', 'live', 'ended'];
/** It is still to come, or goes on. */
export const AHEAD: MeetingStatus[] = ['booked', 'live'];

export const isOpen = (meeting: Meeting): boolean => OPEN.includes(meeting.status);

/** When a meeting is to be, and on whose clock that was said. */
export interface When {
  startAt: Millis;
  endAt: Millis;
  zone: Zone;
}

/** As late as a meeting may end, on the clock of that zone. */
export const lastEnd = (now: Millis, zone: Zone): { last: { at: Millis; zone: Zone } } => ({ last: { at: now + MAX_AHEAD, zone } });

/**
 * Why the platform or common sense would refuse this window, or null.
 * @param longest a meeting that was extended past a day may stay as long as it is
 */
export function windowProblem({ startAt, endAt, zone }: When, now: Millis, longest: Millis = MAX_LENGTH): Say | null {
  if (endAt <= startAt) return { key: 'end_before_start' };
  if (endAt - startAt > longest) return { key: 'too_long' };
  if (endAt <= now) return { key: 'past' };
  if (endAt - now > MAX_AHEAD) return { key: 'too_far', args: lastEnd(now, zone) };
  return null;
}

/** The platform is asked at the start, and the card drawn with what it says: by the clock alone only where it says nothing for so long. */
const UNASKED = 30_000;

/** When the card next looks different although nothing changes: undo ends, the other reading passes, a question is over, the meeting is due. */
export function nextLook(meeting: Meeting, now: Millis): Millis | null {
  const asked = meeting.asksCancel ? [meeting.asksCancel.until] : [];
  if (meeting.status !== 'booked') return asked.find((at) => at > now) ?? null;
  const ahead = [meeting.undoUntil, meeting.startAt + UNASKED, ...(meeting.other ? [meeting.other.start] : []), ...asked].filter(
    (at) => at > now,
  );
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** Minutes that a meeting may have when none are said. */
export const isDefaultLength = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 1 && minutes * MINUTE <= MAX_LENGTH;

/** 4–9 digits (123006). */
export const isPassword = (password: string): boolean => /^\d{4,9}$/.test(password);
