/** Meetings as they are kept: what was asked of the platform, what was done to them, and their cards. */
import type { NewJob } from '../../domain/job.ts';
import type { Meeting, MeetingStatus } from '../../domain/meeting.ts';
import type { Millis } from '../../domain/time.ts';
import type { AuditEntry } from './records.ts';

/** Written right before apply leaves, so that a lost answer is never repeated silently. */
export interface Attempt {
  /** The job's id. */
  id: string;
  ownerId: string;
  chatId: string;
  state: 'calling' | 'done' | 'refused' | 'lost';
  /** What was asked for, to offer it again. */
  request: unknown;
  /** Once done: our meeting's id. */
  meetingId: string | null;
  createdAt: Millis;
}

export interface FindMeetings {
  chatId?: string;
  /** Owner or named host. */
  personId?: string;
  topic?: string;
  /** Overlapping this window of time. */
  from?: Millis;
  until?: Millis;
  statuses?: MeetingStatus[];
  order: 'start' | 'newest';
  limit: number;
  offset: number;
}

/** A card on somebody's screen. `meeting` cards are redrawn on every change; `view` = the latest of that kind only. */
export interface CardRow {
  messageId: string;
  meetingId: string;
  chatId: string;
  sentAt: Millis;
  /** A digest of what was drawn on it last, and when; absent = only what it was sent with. */
  drawn?: string;
  drawnAt?: Millis;
}

/** Each call is one transaction; jobs given along are committed with it or not at all. */
export interface MeetingStore {
  get(id: string): Promise<Meeting | null>;
  /** Among meetings whose number is not released. */
  byMeetingNo(meetingNo: string): Promise<Meeting | null>;
  byCard(messageId: string): Promise<Meeting | null>;
  /** Which meeting a message speaks of: its card, a reminder, a line of news. */
  byMessage(messageId: string): Promise<Meeting | null>;
  find(query: FindMeetings): Promise<{ meetings: Meeting[]; total: number }>;
  attempt(id: string): Promise<Attempt | null>;
  /** False when that attempt exists already, unless it was refused: nothing was done then, and it begins again. */
  beginAttempt(attempt: Attempt): Promise<boolean>;
  endAttempt(id: string, state: 'refused' | 'lost'): Promise<void>;
  /** Oldest first; of one chat, where it is named. */
  attempts(state: Attempt['state'], chatId?: string): Promise<Attempt[]>;
  /** Bookings since then that were not refused, and when the first of them was. */
  booked(by: { ownerId: string } | { chatId: string }, since: Millis): Promise<{ count: number; first: Millis | null }>;
  /** The meeting, its jobs, its attempt set to done, and who booked it: together. */
  add(meeting: Meeting, attemptId: string, jobs: NewJob[], entry?: AuditEntry): Promise<void>;
  /**
   * Writes `meeting` with version + 1; false when somebody else wrote since it was read.
   * @param change the job whose change this is: done from now on
   */
  save(meeting: Meeting, jobs: NewJob[], change?: ChangeDone): Promise<boolean>;
  /** A message that speaks of it, or of a series, and is not its card. */
  addLine(messageId: string, id: string): Promise<void>;
  addCard(card: CardRow): Promise<void>;
  cards(meetingId: string): Promise<CardRow[]>;
  removeCard(messageId: string): Promise<void>;
}

/** What a job has done to a meeting or a series; `entry`: what the audit trail says of it, in the same commit. */
export interface ChangeDone {
  job: string;
  what: unknown;
  entry?: AuditEntry;
}

/** What each job does to a meeting, remembered for as long as it may run again. */
export interface Changes {
  /** `done`: the meeting has it; else a run ended in the middle, and the platform may have it. */
  get(job: string): Promise<{ done: boolean; meetingId: string; what: unknown } | null>;
  /** Written before the platform is asked. */
  begin(job: string, meetingId: string, what: unknown): Promise<void>;
  /** Nothing came of it. */
  drop(job: string): Promise<void>;
  /** What others began with this meeting, and nobody knows yet whether the platform has it. */
  inDoubt(meetingId: string, except: string): Promise<{ job: string; what: unknown }[]>;
}
