/** What goes on inside a meeting, as far as it is known. Types only. */
import type { ActiveMeeting } from './meeting.ts';
import type { Millis } from './time.ts';

/** Somebody, or something, in a meeting. */
export interface Attendee {
  /** open_id of a person; rooms, phones and devices have ids of other kinds. */
  id: string;
  /** 1 Feishu user, 2 room, 3 doc, 4/5 neo, 6 PSTN, 7 SIP, … Source: vc-v1/meeting/events. */
  userType: number;
  role?: 'host' | 'cohost';
  /** Of another company; absent where nobody said. */
  external?: true;
}

/**
 * One thing that is known, and when it was so (`at`): an event of the platform's, or its answer to `get_active_meeting` (`seen`).
 * `sessionId` is `meeting.id`, which exists only once a meeting has started; a reserve can hold several, one after the other.
 */
export type LiveFact =
  | { fact: 'started'; at: Millis; sessionId: string; startAt: Millis | null; hostId: string | null }
  | { fact: 'joined'; at: Millis; sessionId: string; startAt: Millis | null; hostId: string | null; who: Attendee | null }
  | { fact: 'left'; at: Millis; sessionId: string; startAt: Millis | null; hostId: string | null; who: Attendee | null }
  | { fact: 'ended'; at: Millis; sessionId: string; startAt: Millis | null; endAt: Millis | null }
  | { fact: 'recording'; at: Millis; sessionId: string; on: boolean }
  | { fact: 'recorded'; at: Millis; sessionId: string; url: string; length: Millis | null }
  | { fact: 'seen'; at: Millis; active: ActiveMeeting | null };

export type SessionFact = Exclude<LiveFact, { fact: 'seen' }>;

/** When somebody came (`in`) or went. */
export interface Mark {
  at: Millis;
  in: boolean;
}

export interface Attendance extends Attendee {
  /** In order of time. */
  marks: Mark[];
  /** Time inside that older marks stood for. */
  before?: Millis;
}

/** One meeting on a reserve's number, from the first who came to the last who went. */
export interface Session {
  /** `meeting.id`. */
  id: string;
  startAt: Millis;
  /** The last moment at which it is known to have run. */
  aliveAt: Millis;
  /** The last moment at which it is known not to. */
  overAt: Millis | null;
  /** When it ended, as exactly as anybody said. */
  endAt: Millis | null;
  /** Until then it does not count as over: people come back from a lost line. */
  graceUntil: Millis;
  hostId: string | null;
  people: Attendance[];
  /** Distinct people ever inside, as the platform counts them; 0 = it did not say. */
  accumulated: number;
  /** When the platform was last looked at, and who was inside then. */
  seen: { at: Millis; ids: string[] } | null;
  recording: { at: Millis; on: boolean } | null;
  recorded: { url: string; length: Millis | null } | null;
}

/** All sessions of one reserve, oldest first. */
export interface Live {
  meetingId: string;
  sessions: Session[];
  /** When the platform was last asked what runs. */
  seenAt: Millis | null;
  /** Counts changes; a stale writer is refused. 0 = nothing was written yet. */
  version: number;
}

/** What a card shows of it. */
export interface Picture {
  running: {
    startAt: Millis;
    recording: boolean;
    /** Host first, then whoever came first. */
    inside: (Attendee & { host: boolean; since: Millis })[];
    /** The last who left first. */
    gone: Attendee[];
  } | null;
  /** What is over, oldest first. */
  held: { startAt: Millis; endAt: Millis; count: number; recorded: Session['recorded'] }[];
  /** The platform was asked since its start: that nobody came is known. */
  asked: boolean;
}
