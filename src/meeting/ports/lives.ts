/** What goes on inside meetings, as it is kept, and who is about to book. */
import type { NewJob } from '../../domain/job.ts';
import type { Live } from '../../domain/live.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Millis } from '../../domain/time.ts';

/** Who is about to book for a chat; `unknown`: the answer got lost, and nobody knows whether there is a meeting. */
export interface Claim {
  attemptId: string;
  personId: string;
  state: 'booking' | 'unknown';
}

/** What goes on inside meetings, and what follows from it. */
export interface LiveStore {
  get(meetingId: string): Promise<Live | null>;
  /** Whose session that is, open or not. */
  bySession(sessionId: string): Promise<Meeting | null>;
  /** All that ever had that number, the newest first. */
  withNumber(meetingNo: string): Promise<Meeting[]>;
  /** Both, or neither: false when somebody else wrote one of them since. `meeting`: null leaves it as it is but for `pollAt`. */
  save(live: Live, change: { meeting: Meeting | null; pollAt: Millis | null }, jobs: NewJob[]): Promise<boolean>;
  setPoll(meetingId: string, at: Millis | null): Promise<void>;
  /** Meetings to ask about, those that wait longest first; from now on whoever takes them says when they are due again. */
  takeDue(limit: number): Promise<{ id: string; meetingNo: string; dueAt: Millis }[]>;
  nextPoll(): Promise<Millis | null>;
  /** Every open meeting is due now: the bot does not know what it missed. */
  pollOpen(): Promise<void>;
  /** False when the card was drawn from a newer state already. */
  beginDraw(messageId: string, version: number): Promise<boolean>;
  endDraw(messageId: string, drawn: string): Promise<void>;
  /** Somebody else changed what the card shows. */
  forgetDrawn(messageId: string): Promise<void>;
  /** Null: it is this attempt's until it is released or `until` has come; else whose it is. */
  claim(wanted: { chatId: string; attemptId: string; personId: string; until: Millis }): Promise<Claim | null>;
  markClaim(attemptId: string, state: Claim['state']): Promise<void>;
  release(attemptId: string): Promise<void>;
}
