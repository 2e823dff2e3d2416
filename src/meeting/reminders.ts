/** When people are reminded of a meeting, and whether it is still of use. Pure. */
import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import { isOpen, MINUTE } from './rules.ts';

/** `before`: some minutes ahead; `start`: at the start. */
export type ReminderWord = 'before' | 'start';

/** A reminder that is to come. `at`: its minute. */
export interface Reminder {
  word: ReminderWord;
  at: Millis;
}

/** Minutes before a start, where neither people nor the administrator say anything else. */
export const USUAL_REMIND = 10;
/** A day ahead; beyond it nobody would call it a reminder. */
const MOST_REMIND = 1440;
/** So long after its start a meeting is still pointed at: the machine may have been down. */
const LATEST_START = 10 * MINUTE;
/** "Remind me later" is so much later. */
export const SNOOZE = 5 * MINUTE;

/** Minutes that a reminder may be ahead. */
export const isRemind = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_REMIND;

/** So long before its end people inside are offered more time. */
const EXPIRY = 15 * MINUTE;
/** A short meeting is not at its end as soon as it has begun. */
const SHORT_EXPIRY = 5 * MINUTE;

/** When those inside are told that the number is about to be given back. */
export const expiryAt = ({ startAt, endAt }: Pick<Meeting, 'startAt' | 'endAt'>): Millis =>
  endAt - (endAt - startAt > 2 * EXPIRY ? EXPIRY : Math.min(SHORT_EXPIRY, (endAt - startAt) / 2));

/** All that is still to come at `now`. What would be due already is left out: whoever books that late knows. */
export function remindersOf(meeting: Meeting, now: Millis): Reminder[] {
  if (meeting.kind === 'call') return [];
  const { startAt, remind = USUAL_REMIND } = meeting;
  if (remind === 'off') return [];
  const all: Reminder[] = [{ word: 'start', at: startAt }];
  if (remind > 0) all.unshift({ word: 'before', at: startAt - remind * MINUTE });
  return all.filter(({ at }) => at > now);
}

/** Is it still worth saying, when it comes to be said at `now`. */
export function isUseful(word: ReminderWord, meeting: Meeting, now: Millis): boolean {
  const { startAt, endAt, remind = USUAL_REMIND } = meeting;
  if (!isOpen(meeting) || now >= endAt || remind === 'off') return false;
  return word === 'before' ? remind > 0 && now < startAt : now < startAt + LATEST_START;
}

/** Everybody who is to come, its owner first. */
export const remindedIds = ({ ownerId, hostIds, guestIds = [], absentIds = [] }: Meeting): string[] =>
  [...new Set([ownerId, ...hostIds, ...guestIds])].filter((id) => !absentIds.includes(id));

/**
 * Reminders that may leave in one minute: the platform takes 1,000 messages, and the ways between us make 63 s of its minute.
 * Source: rate-limit strategy, tier 4.
 */
const A_MINUTE = 940;
/** In the first seconds of their minute, leaving room for whoever is answered meanwhile. */
const A_SECOND = 40;
/** So early at most, where too many are due at once. */
export const MOST_EARLY = 10 * MINUTE;

/**
 * When a reminder leaves that is due in the minute of `at`: then, or as little earlier as there is room.
 * @param leaving how many leave already in each minute from `at − MOST_EARLY` on, by the minute's start
 */
export function leavesAt(at: Millis, now: Millis, leaving: ReadonlyMap<Millis, number>): Millis {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  for (let early = 0; early <= MOST_EARLY; early += MINUTE) {
    const from = minute - early;
    if (from + MINUTE <= now) break;
    const taken = leaving.get(from) ?? 0;
    if (taken < A_MINUTE) return (early === 0 && taken < A_SECOND ? at : from) + Math.floor(taken / A_SECOND) * 1000;
  }
  return at;
}
