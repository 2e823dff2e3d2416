/** What became of one message or press: its shape, never what people wrote. Types only. */
import type { Say } from './say.ts';
import type { Millis } from './time.ts';

/** One try of a call to the platform. */
export interface TracedCall {
  api: string;
  /** `ok`, a code of Feishu's, `unsent`, `no_answer` or `http_<status>`. */
  outcome: string;
  ms: Millis;
  /** How long it waited for its turn under the platform's limits. */
  waited?: Millis;
}

/** `refused`: it was answered why not; `failed`: given up; `silent`: it asked for nothing. */
export type TraceOutcome = 'answered' | 'refused' | 'failed' | 'silent';

export interface Trace {
  /** Of the event: `om_…` of a message, the event's id of a press. The log's lines carry it as `event`. */
  id: string;
  kind: 'message' | 'press';
  /** When it was said or pressed, on the platform's clock. */
  at: Millis;
  personId: string;
  chatId: string;
  /** The message that was said, or whose card was pressed. */
  messageId: string;
  /** When it was on disk. */
  receivedAt: Millis;
  /** When the work on it began, the last time; `attempt`: for the how-manieth time. */
  startedAt: Millis;
  attempt: number;
  endedAt: Millis;
  /** Each wish by its name and the names of what was given with it; `act`: done, offered or left. */
  understood: { want: string; given: string[] }[];
  act: string | null;
  did: string[];
  calls: TracedCall[];
  /** More calls than are kept. */
  moreCalls?: number;
  /** What went back, in order: the kind of card, and of a sentence which one. */
  answered: { show: string; say?: Say; at: Millis; messageId?: string }[];
  outcome: TraceOutcome;
  /** Why it was refused, without people's words. */
  reason?: Say;
  /** Why it was given up, or tried again: names and codes. */
  error?: string;
}
