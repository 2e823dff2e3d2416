/** What people see, before it is laid out. Types only. */
import type { Act, Wanted } from './action.ts';
import type { ListScope, ListSpan } from './intent.ts';
import type { Attendee, Picture } from './live.ts';
import type { ActiveMeeting, Meeting } from './meeting.ts';
import type { Say } from './say.ts';
import type { Series } from './series.ts';
import type { Lang, Settings } from './settings.ts';
import type { Millis, Zone } from './time.ts';
import type { Trace } from './trace.ts';

export type FormField = 'topic' | 'start' | 'minutes' | 'hosts' | 'password' | 'record' | 'access';

/** What a form shows, as typed: wrong input is kept and explained, not thrown away. */
export interface Draft {
  topic: string;
  /** `YYYY-MM-DD HH:mm` in `zone`, or empty. */
  start: string;
  minutes: string;
  hosts: string[];
  password: string;
  record: boolean;
  access: 'anyone' | 'company' | 'chat' | 'people';
  /** With `access: 'people'` in a booking: who they are. */
  people?: string[];
}

/** `problem`: it keeps the bot from working. */
export type CheckLevel = 'ok' | 'warning' | 'problem';

/** One thing that was checked: about what, what is so, and what to do next (empty: nothing). */
export interface Checked {
  level: CheckLevel;
  about: Record<Lang, string>;
  says: Record<Lang, string>;
  next: Record<Lang, string>;
}

export type View =
  /** The meeting's own card: a function of its state, whoever looks. */
  | {
      show: 'meeting';
      meeting: Meeting;
      now: Millis;
      /** What goes on inside, or did. */
      live?: Picture;
      /** The meeting belongs to another chat: say so instead of the password. */
      hidePassword?: boolean;
      /** Who shared it to this chat. */
      sharedBy?: string;
      /** What was done along with it, said once. */
      news?: Say[];
      /** Somebody who may cancel it has begun to, on this card: until then it asks whether that is meant. */
      asksCancel?: Millis;
    }
  /** `own`: in a group, whoever asked sees it alone. */
  | { show: 'who'; meeting: Meeting; active: ActiveMeeting | null; now: Millis; own?: true }
  | {
      show: 'list';
      scope: ListScope;
      span: ListSpan;
      meetings: Meeting[];
      page: number;
      pages: number;
      total: number;
      now: Millis;
      hidePasswords: boolean;
      /** The days that are listed, on the asker's calendar; without it, all to come. */
      window?: { from: Millis; until: Millis; zone: Zone };
      /** The meeting whose row asks whether cancelling it is meant, and how long. */
      asksCancel?: { id: string; until: Millis };
      /** Several match what was said: which one is meant, and what is wanted of it. */
      pick?: Wanted;
    }
  | {
      show: 'form';
      /** `series`: all to come of a series; `meetingId` is its id then. */
      mode: 'book' | 'change' | 'series';
      meetingId: string | null;
      draft: Draft;
      errors: Partial<Record<FormField, Say>>;
      zone: Zone;
      inGroup: boolean;
      /** The group that is booked for, wherever the form is shown. */
      chatId?: string;
      /** Why what was asked for has not come about. */
      failed?: Say;
      /** When the meeting that is changed was to be. */
      was?: { startAt: Millis; endAt: Millis };
    }
  | { show: 'settings'; scope: 'person' | 'chat'; effective: Settings; own: Partial<Settings>; error: Say | null }
  /** For administrators: how the bot is doing. */
  | {
      show: 'admin';
      today: { booked: number; changed: number; cancelled: number };
      jobs: { waiting: number; running: number; dead: number };
      /** APIs that the platform refuses (`code`) or wants left alone (`seconds`). */
      trouble: { api: string; code: number | null; seconds: number | null }[];
      /** Jobs that were given up, newest first. */
      dead: { id: string; kind: string; at: Millis; error: string | null }[];
      /** Of the last hour's messages: how long Feishu took for what was called, and how long people waited; null: nothing was asked. */
      pace: {
        calls: number;
        /** Milliseconds: half of them took no longer. */
        half: Millis;
        slowest: { api: string; ms: Millis } | null;
        failed: { api: string; outcome: string; count: number }[];
        answerHalf: Millis | null;
        answerSlowest: Millis | null;
      } | null;
      /** What was refused or given up today, by reason, most frequent first. `more`: further ones. */
      undone: { groups: { say: Say | null; error: string | null; count: number; last: { at: Millis; personId: string } }[]; more: number };
      /** What was asked: it comes first. */
      about: 'platform' | 'failed' | null;
      /** What one person did of late, newest first; and what was refused to them, and why. */
      person: {
        openId: string;
        refused: { at: Millis; say: Say | null; error: string | null }[];
        entries: { at: Millis; did: 'booked' | 'changed' | 'cancelled'; meetingNo: string; fields: readonly string[] }[];
      } | null;
      /** Who did something of late: whose deeds can be looked at. */
      people: string[];
      zone: Zone;
    }
  /** For administrators: what `npm run doctor` says. */
  | { show: 'diagnosis'; checks: Checked[] }
  /** What became of a message: the newest run first where several concern it. `others`: whose they are is told. */
  | { show: 'trace'; traces: Trace[]; others: boolean; zone: Zone }
  /** Who did what to one meeting, or, where `meetingNo` is empty, to a series and those of its meetings; newest first. */
  | {
      show: 'deeds';
      meetingNo: string;
      entries: { at: Millis; personId: string; did: 'booked' | 'changed' | 'cancelled'; meetingNo: string; fields: readonly string[] }[];
      zone: Zone;
    }
  /** Who was in, and how long: for the owner alone. */
  | {
      show: 'attendance';
      meeting: Meeting;
      people: (Attendee & { from: Millis; length: Millis; name: Record<Lang, string> | null })[];
      total: number;
    }
  | { show: 'recorded'; meeting: Meeting; url: string; length: Millis | null }
  | { show: 'invitation'; meeting: Meeting }
  /** Its next days, each with its meeting or when the number for it is asked for. */
  | {
      show: 'series';
      series: Series;
      next: { day: string; startAt: Millis; endAt: Millis; meeting: Meeting | null; bookAt: Millis }[];
      now: Millis;
      /** Somebody who may stop it has begun to: until then it asks whether that is meant. */
      asksStop?: Millis;
    }
  /** `before`: it is about to start; `start`: now. `pinged`: mentioned by name. */
  | { show: 'reminder'; meeting: Meeting; word: 'before' | 'start'; now: Millis; pinged: string[] }
  /** What a guest gets directly; `absent`: they said that they cannot come. */
  | { show: 'invited'; meeting: Meeting; absent: boolean }
  | { show: 'share'; meeting: Meeting; chats: { chatId: string; name: string }[]; more?: boolean }
  | {
      show: 'help';
      because: 'asked' | 'greeting' | 'unknown' | 'welcome' | 'text_only';
      suggestion: string | null;
      inGroup: boolean;
    }
  | {
      show: 'notice';
      say: Say;
      /** What has not come about; the heading says so. */
      failed?: 'book' | 'change';
      /** What else is to be said, a line each. */
      also?: Say[];
      acts: { label: Say; act: Act }[];
      /** The meeting that can be joined instead. */
      join?: Meeting;
    }
  /** One light line without a heading. */
  | { show: 'line'; say: Say; acts?: { label: Say; act: Act }[] };

/** Card JSON 2.0. Source: Feishu card-json-v2-structure. */
export interface Card {
  schema: '2.0';
  [property: string]: unknown;
}

export interface Toast {
  type: 'info' | 'success' | 'error' | 'warning';
  say: Say;
}
