/** What is written down of deeds and messages, for whoever asks later. */
import type { Millis } from '../../domain/time.ts';
import type { Trace } from '../../domain/trace.ts';

/** What somebody did to a meeting; `fields`: the names of what a change touched. */
export interface AuditEntry {
  /** Of the request that did it: the same one twice is one entry. */
  key: string;
  at: Millis;
  personId: string;
  chatId: string;
  did: 'booked' | 'changed' | 'cancelled';
  /** Or a series'. */
  meetingId: string;
  /** Empty: all of a series. */
  meetingNo: string;
  ownerId: string;
  fields: string[];
}

/** Written in the commit of what was done. Kept for 180 days. Newest first, but for `since`. */
export interface Audit {
  ofPerson(personId: string, most: number): Promise<AuditEntry[]>;
  /** By ids where they are known: a number may be given out again. */
  ofMeeting(which: { ids: readonly string[] } | { meetingNo: string }, most: number): Promise<AuditEntry[]>;
  /** Who did something since then, whoever did last first. */
  people(since: Millis, most: number): Promise<string[]>;
  /** How often each was done to a meeting since then. */
  count(since: Millis): Promise<Partial<Record<AuditEntry['did'], number>>>;
  /** Oldest first; of one person or one meeting number, where they are given. */
  since(at: Millis, of?: { personId?: string | undefined; meetingNo?: string | undefined }): AsyncIterable<AuditEntry>;
}

/** What became of messages and presses, for seven days. */
export interface Traces {
  /** On disk with the outcome of the job that is running: it costs no commit of its own. The newest of one event stands. */
  keep(trace: Trace): void;
  /** Of this message, of what is answered by it, of presses on it: newest first. */
  of(messageId: string, most: number): Promise<Trace[]>;
  /** Newest first; `refused`: only those that were not done. */
  ofPerson(personId: string, o: { chatId?: string; refused?: boolean; most: number }): Promise<Trace[]>;
  /** Since then, newest first; `refused`: only those that were not done. */
  since(at: Millis, o: { refused?: boolean; most: number }): Promise<Trace[]>;
}
