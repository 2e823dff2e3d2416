/** The tables as kysely sees them. Times are integer Unix milliseconds, truth values 0 or 1, `data` is JSON. */
import type { Generated } from 'kysely';

export interface Tables {
  schema_steps: { step: number; done_at: number };
  pulse: { id: number; at: number };
  jobs: JobsTable;
  lanes: LanesTable;
  meetings: MeetingsTable;
  hosts: { meeting_id: string; person_id: string };
  cards: CardsTable;
  /** What was said of a meeting, or of a series, besides its cards. */
  lines: { message_id: string; meeting_id: string; at: number };
  live: { meeting_id: string; version: number; data: string };
  sessions: { id: string; meeting_id: string };
  claims: ClaimsTable;
  attempts: AttemptsTable;
  settings: { owner_id: string; data: string };
  marks: { key: string; at: number };
  /** Who did what to which meeting. `fields`: the names of what was changed, with blanks between. */
  audit: {
    key: string;
    at: number;
    person_id: string;
    chat_id: string;
    did: string;
    meeting_id: string;
    meeting_no: string;
    owner_id: string;
    fields: string;
  };
  /** What became of a message or press. `reason`: the key of why it was refused, or why it failed, or empty. */
  traces: { id: string; at: number; person_id: string; chat_id: string; outcome: string; reason: string; data: string };
  /** The message itself, or the pressed card, and every answer. */
  trace_messages: { message_id: string; trace_id: string; at: number };
  series: SeriesTable;
  series_cards: { message_id: string; series_id: string; chat_id: string; sent_at: number };
  conversations: { chat_id: string; person_id: string; at: number; data: string };
  /** One row for each job that changes a meeting. `calling`: the platform may know of it, and the meeting does not yet. */
  changes: { job: string; meeting_id: string; state: 'calling' | 'done'; data: string; at: number };
  /** What left for the platform under this key, and was not refused. */
  sends: { key: string; at: number };
  /** Who may do what only one may do at a time, and until when. */
  leases: { key: string; holder: string; until: number };
  /** What went out to an API or a chat of late. */
  buckets: { key: string; data: string; at: number };
  /** What all processes at this store use together. */
  shared: { key: string; data: string; at: number };
}

export interface JobsTable {
  /** Order of arrival. */
  seq: Generated<number>;
  id: string;
  lane: string;
  kind: string;
  /** A lane is worked off by (due, seq). Never before `created_at`. */
  due: number;
  /** When it may run: `due`, or later while it waits for a retry. */
  run_at: number;
  /** `new`: on disk, in no lane yet. */
  state: Generated<'new' | 'ready' | 'running' | 'done' | 'dead'>;
  /** Set while it runs: somebody asked for it once more, due then. */
  again: number | null;
  /** Counts claims; the fence that keeps a late finisher out. */
  attempt: Generated<number>;
  /** Counts runs that threw. */
  failures: Generated<number>;
  /** Counts claims since the last outcome of any sort: above 1 the process ended while it ran. */
  unfinished: Generated<number>;
  payload: string | null;
  error: string | null;
  created_at: number;
  /** When it became done or dead. */
  ended_at: number | null;
  /** 1: nobody waits for it. */
  background: Generated<number>;
}

/** One row for each lane that has a job to do; it stands for the lane's first job. */
export interface LanesTable {
  lane: string;
  /** The first job's `due`. Null only between two statements. */
  head_due: number | null;
  /** When to look at it next: the first job's `run_at`, or the end of the lease while it runs. */
  wake_at: number | null;
  /** Whose worker runs it now. */
  holder: string | null;
  /** 1: nobody waits for what is in it. */
  background: Generated<number>;
}

export interface SeriesTable {
  id: string;
  owner_id: string;
  chat_id: string;
  status: string;
  /** The topic as it is searched for: NFKC, lower case. */
  topic_key: string;
  version: number;
  created_at: number;
  /** The last day that is dealt with (`YYYY-MM-DD`), or empty; null: written by a version that did not say. */
  last_day: string | null;
  data: string;
}

export interface MeetingsTable {
  id: string;
  reserve_id: string;
  meeting_no: string;
  owner_id: string;
  chat_id: string;
  start_at: number;
  end_at: number;
  status: string;
  /** The topic as it is searched for: NFKC, lower case. */
  topic_key: string;
  version: number;
  created_at: number;
  /** When the platform is to be asked next what runs. */
  poll_at: number | null;
  data: string;
}

export interface CardsTable {
  message_id: string;
  meeting_id: string;
  chat_id: string;
  sent_at: number;
  /** Of the state that it was drawn from last; whoever has an older one leaves it alone. */
  version: number | null;
  /** A digest of what it shows, and since when. */
  drawn: string | null;
  drawn_at: number | null;
}

/** Who is about to book for a chat, now: at most one at a time. */
export interface ClaimsTable {
  chat_id: string;
  attempt_id: string;
  person_id: string;
  /** `unknown`: the answer got lost, there may be a meeting. */
  state: 'booking' | 'unknown';
  until: number;
}

export interface AttemptsTable {
  id: string;
  owner_id: string;
  chat_id: string;
  state: 'calling' | 'done' | 'refused' | 'lost';
  request: string | null;
  meeting_id: string | null;
  created_at: number;
}
