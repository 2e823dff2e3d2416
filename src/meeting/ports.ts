/** What `meeting/` needs from the outside: platform, store and clock arrive as arguments of these shapes. */
import type { Place } from '../domain/event.ts';
import type { NewJob } from '../domain/job.ts';
import type { Live } from '../domain/live.ts';
import type { ActiveMeeting, Meeting, MeetingStatus } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import type { Settings } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';
import type { Trace } from '../domain/trace.ts';
import type { Card } from '../domain/view.ts';

// ---------------------------------------------------------------- the platform

/**
 * A failed call, in one shape whatever way it failed.
 * `retry`: safe to ask again, nothing was done (limits, not connected, a read).
 * `tell`: final; say it to the asker. `stop`: final and nobody to tell (bot removed, user resigned).
 * `lost`: sent, but no answer came: it may have been done. Never repeat a booking after that.
 */
export interface PlatformFailure {
  code: number | null;
  logId: string | null;
  verdict: 'retry' | 'tell' | 'stop' | 'lost';
  /** What the call was about is no longer there: a reserve, or a card to redraw. */
  gone: boolean;
  /** The chat takes no message from the bot: it is outside, only its owner may post, muted, dissolved. */
  chatClosed: boolean;
  /** The app's availability range leaves this person out: an administrator may widen it. */
  unavailable: boolean;
  /** The app itself is refused until somebody heals it (secret rotated, bot switched off). With `retry`: nobody can be told meanwhile. */
  appRefused: boolean;
  /** The request left and nobody said no: it may have been carried out. */
  mayBeDone: boolean;
  /** An earlier run may have sent it, too long ago for the platform to drop the second one: it was not sent again. */
  leftBefore: boolean;
  /** Milliseconds that the platform asked to wait, where it did. */
  retryAfter: Millis | null;
  /** The scope that is missing and the console link that grants it (99991672). */
  scope: { names: string[]; link: string | null } | null;
}

export interface PermissionChecker {
  /** 1 user id, 2 user type, 3 tenant_key. */
  check_field: 1 | 2 | 3;
  /** 1 allow list, 2 deny list. */
  check_mode: 1 | 2;
  check_list: string[];
}

/** 1 may become host, 2 may invite, 3 may join. */
export interface ActionPermission {
  permission: 1 | 2 | 3;
  permission_checkers: PermissionChecker[];
}

/** `meeting_settings` of apply and update, in Feishu's own words. Left out = unchanged, empty = cleared. */
export interface MeetingSettings {
  topic?: string;
  action_permissions?: ActionPermission[];
  meeting_initial_type?: 1 | 2;
  meeting_connect?: boolean;
  call_setting?: { callee: { user_type: 6; pstn_sip_info: { nickname?: string; main_address: string } } };
  auto_record?: boolean;
  assign_host_list?: { user_type: 1; id: string }[];
  password?: string;
}

export interface ApplyRequest {
  ownerId: string;
  /** Unix seconds go over the wire; milliseconds here. */
  endAt: Millis;
  settings: MeetingSettings;
}

/** What apply, get and update answer. `null` = the platform did not say. */
export interface Reserve {
  id: string;
  meetingNo: string;
  password: string | null;
  url: string;
  appLink: string | null;
  liveLink: string | null;
  endAt: Millis | null;
  expired: boolean;
  ownerId: string | null;
  settings: MeetingSettings | null;
  invalidHostIds: string[];
}

/** What goes on around a request that nobody may send twice: each try waits for its turn under the platform's limits. */
export interface Departure {
  /** Its turn has come: awaited before its first byte leaves. What this throws comes out of the call, and nothing leaves. */
  leaves(): Promise<void>;
  /** It was refused in clear words, or never got there. Awaited before anything else becomes of it. */
  failed(): Promise<void>;
}

/** All of these throw `PlatformError` (a `PlatformFailure`). Source: vc-v1/reserve. */
export interface Reserves {
  apply(request: ApplyRequest, departure?: Departure): Promise<Reserve>;
  get(reserveId: string): Promise<Reserve>;
  update(reserveId: string, change: { endAt?: Millis; settings?: MeetingSettings }): Promise<Reserve>;
  delete(reserveId: string): Promise<void>;
  /** `null` = not started: 121004, or an answer without a meeting. Call `get` first to tell "does not exist" apart. */
  active(reserveId: string): Promise<ActiveMeeting | null>;
}

/** Sends and changes messages. `key` (≤ 50 characters) makes a repeat send nothing twice for an hour. */
export interface Messages {
  /** Under the asked message; in its thread when it was asked in one. Falls back to a plain message when that one is recalled. */
  reply(to: { messageId: string; place: Place }, card: Card, key: string): Promise<{ messageId: string }>;
  replyText(to: { messageId: string; place: Place }, text: string, key: string): Promise<{ messageId: string }>;
  /** `chatId`: where it is now, where the platform said. */
  send(to: { chatId: string } | { openId: string }, card: Card, key: string): Promise<{ messageId: string; chatId?: string }>;
  sendText(to: { chatId: string } | { openId: string }, text: string, key: string): Promise<{ messageId: string }>;
  /** Redraws a card in place; in a chat that is known, its limit counts. */
  patch(messageId: string, card: Card, chatId?: string): Promise<void>;
  /** Only that person sees it: ephemeral in an ordinary group, else the direct chat; `messageId` where it can be replied to. */
  whisper(
    to: { chatId: string; openId: string; place: 'direct' | 'group' },
    card: Card,
    key: string,
  ): Promise<{ messageId: string | null }>;
  /** Takes such a card away; one that is gone already, or was none, is left alone. */
  unwhisper(messageId: string): Promise<void>;
}

export interface Directory {
  /** `status`: the app in the tenant, 2 = enabled. Source: bot-v3/info. */
  bot(): Promise<{ openId: string; name: string; status?: number }>;
  chat(chatId: string): Promise<{ name: string; mode: 'group' | 'topic' | 'p2p' }>;
  /** All members, page by page, up to `limit`; `more` when there are more than that. Bots are not listed. */
  members(chatId: string, limit: number): Promise<{ ids: string[]; more: boolean }>;
  /** Is the bot in that chat. */
  isMember(chatId: string): Promise<boolean>;
  /** Groups that the bot is in, up to `limit`. Source: im-v1/chat/list. */
  chats(limit: number): Promise<{ chatId: string; name: string }[]>;
  names(openIds: string[]): Promise<Map<string, { zh_cn: string; en_us: string }>>;
  /** In one of these departments (open_department_ids), or under one; what the app may not read is no. */
  inDepartments(openId: string, wanted: ReadonlySet<string>): Promise<boolean>;
}

// ---------------------------------------------------------------- the store

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

/** A series' card on somebody's screen. */
export interface SeriesCardRow {
  messageId: string;
  seriesId: string;
  chatId: string;
  sentAt: Millis;
}

/** Each call is one transaction; jobs given along are committed with it or not at all. */
export interface SeriesStore {
  get(id: string): Promise<Series | null>;
  /** One that is known already stays as it is, without these jobs. */
  add(series: Series, jobs: NewJob[], entry?: AuditEntry): Promise<void>;
  /** Writes `series` with version + 1, with what the job did to it; false when somebody else wrote since it was read. */
  save(series: Series, jobs: NewJob[], change?: ChangeDone): Promise<boolean>;
  /** Those that run, the newest first; of this topic before those that only hold it. */
  find(query: { chatId?: string; ownerId?: string; topic?: string; limit: number }): Promise<Series[]>;
  byCard(messageId: string): Promise<Series | null>;
  /** Which series a message speaks of, and of no single meeting: its card, a line of news. */
  byMessage(messageId: string): Promise<Series | null>;
  addCard(card: SeriesCardRow): Promise<void>;
  cards(seriesId: string): Promise<SeriesCardRow[]>;
  removeCard(messageId: string): Promise<void>;
}

export interface SettingsStore {
  /** What this person (`ou_…`) or chat (`oc_…`) has set; the rest comes from the defaults. */
  get(ownerId: string): Promise<Partial<Settings>>;
  patch(ownerId: string, patch: Partial<Settings>): Promise<void>;
}

/** Small facts remembered once, e.g. `welcomed:oc_…`. True when it was new. */
export interface Marks {
  once(key: string, at: Millis): Promise<boolean>;
  has(key: string): Promise<boolean>;
}

/** What is remembered of one person in one chat; forgotten within an hour or two. */
export interface Conversations {
  get(chatId: string, personId: string): Promise<unknown>;
  put(chatId: string, personId: string, memory: unknown, at: Millis): Promise<void>;
}

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
