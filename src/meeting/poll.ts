/** How often the platform is asked what runs on a reserve: events get lost, and a card must not be wrong for longer than a minute. */
import type { Live } from '../domain/live.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import { isOpen, MINUTE } from './rules.ts';
import { insideOf, runningOf } from './session.ts';

/** Under the minute that is promised, with time left for the call and the card. */
const POLL_EVERY: Millis = 45_000;
/** Around its start and its end people come and go. */
const POLL_OFTEN: Millis = 20_000;
/** People are early. */
const BEFORE_START: Millis = MINUTE;
const AROUND: Millis = 3 * MINUTE;
/** After a poll that failed. */
export const POLL_AGAIN: Millis = 15_000;
/**
 * So many a second in all: of the 1,000 a minute that the platform takes, 800 are for what nobody waits for, and a minute is
 * counted as 63 s. Handed out any faster they would wait for their turn in the places of those who have something to tell.
 */
export const POLLS_PER_SECOND = 12;

/** Null: there is nothing to ask. Meetings that lie ahead cost no call. */
export function nextPoll(meeting: Meeting, live: Live | null, now: Millis): Millis | null {
  if (!isOpen(meeting) || now >= meeting.endAt) return null;
  const running = live && runningOf(live);
  const ahead = !running && meeting.status !== 'live';
  const { startAt, endAt } = meeting;
  if (ahead && now < startAt - BEFORE_START) return startAt - BEFORE_START;
  if (ahead && now < startAt) return startAt;
  // Everybody has gone, and nobody has said that it is over.
  const deserted = running && insideOf(running).length === 0;
  const close = deserted || Math.abs(now - startAt) < AROUND || endAt - now < AROUND;
  return Math.min(now + (close ? POLL_OFTEN : POLL_EVERY), endAt);
}
