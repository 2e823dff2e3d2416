/** What the rules of meetings need of the platform: it arrives as arguments of these shapes. */
import type { Place } from '../../domain/event.ts';
import type { ActiveMeeting } from '../../domain/meeting.ts';
import type { Millis } from '../../domain/time.ts';
import type { Card } from '../../domain/view.ts';

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
