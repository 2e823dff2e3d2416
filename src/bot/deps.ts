import type { NewJob } from '../domain/job.ts';
import type { Say } from '../domain/say.ts';
import type { Settings } from '../domain/settings.ts';
import type { Checked } from '../domain/view.ts';
import type { LiveStore } from '../meeting/ports/lives.ts';
import type { Changes, MeetingStore } from '../meeting/ports/meetings.ts';
import type { Conversations, Marks, SettingsStore } from '../meeting/ports/memory.ts';
import type { Directory, Messages, PlatformFailure, Reserves } from '../meeting/ports/platform.ts';
import type { Audit, Traces } from '../meeting/ports/records.ts';
import type { SeriesStore } from '../meeting/ports/series.ts';
import type { ChatKinds } from './chat-kinds.ts';
import type { Note } from './note.ts';
import type { Together } from './together.ts';

/** Jobs as administrators see them. */
interface Queued {
  count(): Promise<{ waiting: number; running: number; dead: number }>;
  dead(most: number): Promise<{ id: string; kind: string; error: string | null; diedAt: number }[]>;
  replay(id: string): Promise<boolean>;
}

/** All that answering needs from the outside; `app/create-deps.ts` fills it in. */
export interface Deps {
  /** Nobody waits for what is being done. */
  quiet: boolean;
  reserves: Reserves;
  messages: Messages;
  directory: Directory;
  chatKinds: ChatKinds;
  together: Together;
  store: MeetingStore;
  lives: LiveStore;
  settings: SettingsStore;
  marks: Marks;
  conversations: Conversations;
  series: SeriesStore;
  changes: Changes;
  audit: Audit;
  traces: Traces;
  /** What is written down of the event that is worked on. */
  note: Note;
  /** Runs `work` while nobody else changes this meeting, here or elsewhere. Not from inside of itself. */
  alone<T>(meetingId: string, work: () => Promise<T>): Promise<T>;
  /** What waits and what was given up. */
  jobs: Queued;
  /** What `npm run doctor` would say. */
  diagnose(): Promise<Checked[]>;
  /** What the platform refuses at the moment. */
  platformTrouble(): { api: string; code: number | null; seconds: number | null }[];
  defaults: Settings;
  /** open_ids. */
  admins: ReadonlySet<string>;
  /** Who may use the bot, and in which groups; empty: everybody, everywhere. */
  allow: { users: ReadonlySet<string>; departments: ReadonlySet<string>; chats: ReadonlySet<string> };
  /** Bookings an hour; 0 = as many as they like. */
  quota: { person: number; chat: number };
  /** A new card travels in a press's answer, or the pressed one is patched right after it. */
  cardAnswer: 'card' | 'patch';
  now(): number;
  newId(): string;
  /** Six random digits. */
  digits(): string;
  isFailure(error: unknown): error is PlatformFailure;
  failureSay(failure: PlatformFailure): Say;
  /** Null until the platform has told us who we are. */
  bot(): { openId: string; name: string } | null;
  enqueue(jobs: NewJob[]): Promise<void>;
  /** Reminders that leave in each minute of `[from, until)`, by the minute's start. */
  leaving(from: number, until: number): Promise<Map<number, number>>;
  log: { info(fields: object, message: string): void };
  /** An event told of a meeting; or what one should have told was only seen by asking, while others come. */
  meetingEvent(how: 'heard' | 'missed'): void;
  /** How long after its time a reminder left. */
  remindedAfter(ms: number): void;
  /** How long the poll that waited longest was overdue. */
  lookedAfter(ms: number): void;
}
