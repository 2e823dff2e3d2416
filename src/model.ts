/** The shared words of the bot. Types only: this file imports nothing and runs nothing. */

/** Languages that people see, in Feishu's spelling. */
export type Lang = 'zh_cn' | 'en_us';

/** IANA zone name, e.g. `Asia/Shanghai`, or a fixed offset as `UTC+05:30`. */
export type Zone = string;

/** Unix time in milliseconds. */
export type Millis = number;

/** Hands out the time; tests turn it by hand. */
export interface Clock {
  now(): Millis;
}

// ---------------------------------------------------------------- what comes in

export interface Mention {
  /** Placeholder in the text: `@_user_1`. */
  key: string;
  openId: string;
  name: string;
}

export interface Place {
  chatId: string;
  kind: 'direct' | 'group';
  /** Set only when the message was written inside a thread. */
  threadId?: string;
}

/** A component's callback, as the platform sent it; nothing in it grants a right. */
export interface PressAction {
  tag: string;
  name?: string;
  value: Record<string, unknown>;
  form?: Record<string, unknown>;
  option?: string;
  options?: string[];
  checked?: boolean;
  input?: string;
  /** IANA zone of the presser's client; only pickers and forms with pickers send it. */
  timezone?: Zone;
}

/** Everything the two doors let through. `id` is the dedupe key: message_id for messages, event_id otherwise. */
export type Incoming =
  | {
      kind: 'message';
      id: string;
      at: Millis;
      from: string;
      tenantKey?: string;
      place: Place;
      /** What the message holds; `other` covers stickers, images, files, cards, … */
      content: { type: 'text'; text: string } | { type: 'other'; messageType: string };
      mentions: Mention[];
      /** The message this one replies to. */
      parentId?: string;
      /** From the client's user agent, where the scope for it is granted. */
      lang?: Lang;
    }
  | {
      kind: 'press';
      id: string;
      at: Millis;
      from: string;
      tenantKey?: string;
      chatId: string;
      /** The pressed card's message. */
      messageId: string;
      action: PressAction;
    }
  | { kind: 'bot_added'; id: string; at: Millis; from: string; chatId: string }
  | { kind: 'bot_chat_entered'; id: string; at: Millis; from: string; chatId: string; lastMessageAt?: Millis };

// ---------------------------------------------------------------- time

/** `said` by the person, or `assumed` by us: the card shows what was assumed. */
export type Assumed =
  | 'afternoon' // 3点 → 15:00
  | 'morning' // 9点 → 09:00
  | 'date' // a clock without a day: the next time it comes round
  | 'next_day' // that clock has passed today: tomorrow
  | 'next_year'
  | 'length';

export type TimeProblem =
  | 'no_such_date' // 2月30日
  | 'no_such_time' // 25点
  | 'end_before_start'
  | 'too_long' // longer than 24 h
  | 'too_far' // ends more than 30 days ahead
  | 'past'
  | 'vague'; // 过一会儿

export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'eod';

/** A point in time as exact as it was said. `day` is YYYY-MM-DD in the reading's zone. */
export type Moment = { grain: 'minute'; at: Millis } | { grain: 'day'; day: string } | { grain: 'part'; day: string; part: DayPart };

/** What the time words of one message say. Nothing in it is a default length: that is applied elsewhere. */
export interface TimeReading {
  start: Moment | null;
  end: Moment | null;
  /** A length that was said, in minutes. */
  minutes: number | null;
  /** A zone that was said; it wins over the asker's. */
  zone: Zone | null;
  /** Recurrence without `RRULE:`; `start` is then the first occurrence. */
  rrule: string | null;
  assumed: Assumed[];
  /** The reading that a single tap switches to (03:00 for 3点), if there is one. */
  other: { start: Millis; end: Millis | null } | null;
  problems: TimeProblem[];
}

// ---------------------------------------------------------------- what is wanted

/** A person as written: a mention keeps its open_id, a plain name stays a name. */
export interface PersonRef {
  name: string;
  openId?: string;
}

/** Who something is open to. `chat` = the members of this group. */
export type Audience = { who: 'anyone' } | { who: 'company' } | { who: 'chat' } | { who: 'people'; people: PersonRef[] };

/** What can be said about a meeting. Absent = not said; `null` = said to be none. */
export interface Slots {
  topic?: string;
  /** 4–9 digits; `null` = no password wanted. */
  password?: string | null;
  /** 随机密码: some password, whichever. */
  anyPassword?: true;
  hosts?: PersonRef[];
  record?: boolean;
  join?: Audience;
  canHost?: Audience;
  canInvite?: Audience;
  /** meeting_connect (beta): may other conferencing systems dial in. */
  connect?: boolean;
  attendees?: PersonRef[];
}

/** From `from` up to, not including, `until`. */
export interface Window {
  from: Millis;
  until: Millis;
}

/** How the person named a meeting. `during`: when it starts, if that was said (明天的周会, the 3pm call). */
export type Which =
  | { by: 'id'; id: string }
  | { by: 'meeting_no'; meetingNo: string }
  | { by: 'topic'; topic: string; during?: Window }
  /** 刚才的 / 上一个 / this one, a replied-to card, or nothing said: the chat's context decides. */
  | { by: 'context'; during?: Window };

export type ListSpan = 'all' | 'today' | 'tomorrow' | 'this_week' | 'next_week';

/** Whose meetings: the asker's own or everything booked in this chat. */
export type ListScope = 'mine' | 'chat';

/** `app_link` switches: settings page before joining, microphone, speaker, camera. */
export interface JoinPreset {
  preview: boolean;
  mic: boolean;
  speaker: boolean;
  camera: boolean;
}

/** What a person or a group may set; each has a default from the environment. */
export interface Settings {
  minutes: number;
  lang: Lang;
  zone: Zone;
  join: JoinPreset;
  record: boolean;
  /** `owner`: the owner's own Feishu setting decides; `none`: never; `random`: six digits of ours. */
  password: 'owner' | 'none' | 'random';
  access: 'anyone' | 'company' | 'chat';
}

/** What somebody wants set; of how one joins, only the switches that were said. */
export type SettingsPatch = Partial<Omit<Settings, 'join'>> & { join?: Partial<JoinPreset> };

export type Intent =
  | { want: 'book'; now: boolean; time: TimeReading; slots: Slots }
  | { want: 'list'; scope: ListScope; span: ListSpan }
  | { want: 'show'; which: Which }
  | { want: 'who'; which: Which }
  /** `slots`: what else the same sentence changes (延长半小时并录制). */
  | { want: 'extend'; which: Which; minutes: number; slots?: Slots }
  /** `shift`: minutes to move by (推迟半小时 = 30, 提前 = negative), else `time` says where to. */
  | { want: 'move'; which: Which; time: TimeReading; shift: number | null; slots?: Slots }
  | { want: 'change'; which: Which; slots: Slots }
  | { want: 'cancel'; which: Which }
  /** `record`: a recording was asked for, which no call has. */
  | { want: 'call'; phone: string; name: string | null; record?: true }
  /** `unknown`: a value was said for this one, but not one that exists (时区火星). */
  | { want: 'settings'; scope: 'person' | 'chat'; patch: SettingsPatch; unknown?: 'zone' | 'lang' }
  | { want: 'invitation'; which: Which }
  | { want: 'share'; which: Which }
  | { want: 'help'; because: 'asked' | 'greeting' | 'unknown'; suggestion?: string };

/** What a message means, and the language it was written in (null: could be either). */
export interface Understood {
  intent: Intent;
  lang: Lang | null;
}

// ---------------------------------------------------------------- what a card's button says

export type Act =
  | { act: 'show' | 'refresh' | 'cancel' | 'undo' | 'who' | 'change' | 'invitation' | 'share'; id: string }
  /** `start`: what the button offered; pressed twice, it does not go back again. */
  | { act: 'other_time'; id: string; start?: Millis }
  | { act: 'extend'; id: string; minutes: number }
  /** `turn`: a page of the pressed list itself, turned in place; without it a new list is wanted. */
  | { act: 'list'; scope: ListScope; span: ListSpan; page: number; turn?: true }
  | { act: 'help' | 'new' | 'settings' }
  /** Asks again for a booking whose answer was lost; `id` is the attempt's. */
  | { act: 'retry'; id: string }
  /** Form submits carry this in the button's name: `save__<meeting id>` or `book__`. */
  /** `chatId`: the group where the form was asked for. */
  | { act: 'submit_book'; chatId?: string }
  | { act: 'submit_change'; id: string }
  /** `scope`: a group's settings; without it the presser's own. */
  | { act: 'submit_settings'; scope?: 'chat' }
  | { act: 'submit_share'; id: string };

// ---------------------------------------------------------------- the meeting

export type MeetingStatus = 'booked' | 'live' | 'cancelled' | 'released';

/** One reserve with what only we know about it: its start, its chat, its cards. */
export interface Meeting {
  /** Ours; never shown. */
  id: string;
  reserveId: string;
  /** Nine digits; given back to the platform's pool when the reserve expires. */
  meetingNo: string;
  /** From the platform's answer; null = none. */
  password: string | null;
  url: string;
  /** As answered, placeholders `{?}` unfilled. */
  appLink: string;
  liveLink: string | null;
  kind: 'meeting' | 'call';
  topic: string | null;
  ownerId: string;
  tenantKey: string | null;
  hostIds: string[];
  startAt: Millis;
  /** Also the reserve's end_time. */
  endAt: Millis;
  zone: Zone;
  /** The words named another zone than the asker's. */
  zoneSaid?: true;
  /** The asker's language: for plain text and ephemeral answers. */
  lang: Lang;
  record: boolean;
  connect: boolean;
  join: Audience;
  canHost: Audience | null;
  canInvite: Audience | null;
  joinPreset: JoinPreset;
  callee: { phone: string; name: string | null } | null;
  rrule: string | null;
  chatId: string;
  chatKind: 'direct' | 'group';
  /** The message that asked for it. */
  askedIn: string;
  assumed: Assumed[];
  other: { start: Millis; end: Millis } | null;
  /** Host ids that the platform refused. */
  refusedHostIds: string[];
  /** Until then the card offers Undo. */
  undoUntil: Millis;
  status: MeetingStatus;
  cancelledBy: string | null;
  createdAt: Millis;
  updatedAt: Millis;
  /** The last change and the job that made it: a job that runs again after a crash answers again, but changes nothing twice. */
  lastChange: { job: string; who: string; news: Say[] } | null;
  /** Chats where its card was shown without the password: there it stays without. */
  hiddenIn?: string[];
  /** Chats that its card was shared to, and by whom. */
  sharedBy?: Record<string, string>;
  /** Counts changes; a stale writer is refused. */
  version: number;
}

/** get_active_meeting, in our words. Times in ms, lengths in seconds. */
export interface ActiveMeeting {
  id: string;
  meetingNo: string;
  topic: string | null;
  status: 'calling' | 'in_progress' | 'ended';
  startAt: Millis | null;
  hostId: string | null;
  /** Distinct people that ever joined. */
  accumulated: number;
  participants: ActiveParticipant[];
  abilities: ('video' | 'audio' | 'share_screen' | 'follow_screen' | 'recording' | 'pstn')[];
}

export interface ActiveParticipant {
  id: string;
  userType: number;
  status: 'calling' | 'in_meeting' | 'ringing' | 'left';
  host: boolean;
  cohost: boolean;
  external: boolean;
  seconds: number;
}

// ---------------------------------------------------------------- what people see

/** A value inside a sentence. Strings are people's text and are escaped wherever they go. */
export type SayArg = string | number | { at: Millis; zone: Zone } | { user: string };

/** A sentence by name; `text/` has it in both languages. */
export interface Say {
  key: string;
  args?: Record<string, SayArg>;
}

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

/** What one press does to a meeting that is picked from several. */
export type Wanted = { act: 'show' | 'who' | 'change' | 'cancel' | 'invitation' | 'share' } | { act: 'extend'; minutes: number };

export type View =
  /** The meeting's own card: a function of its state, whoever looks. */
  | {
      show: 'meeting';
      meeting: Meeting;
      now: Millis;
      /** The meeting belongs to another chat: say so instead of the password. */
      hidePassword?: boolean;
      /** Who shared it to this chat. */
      sharedBy?: string;
    }
  | { show: 'who'; meeting: Meeting; active: ActiveMeeting | null; now: Millis }
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
      /** Several match what was said: which one is meant, and what is wanted of it. */
      pick?: Wanted;
    }
  | {
      show: 'form';
      mode: 'book' | 'change';
      meetingId: string | null;
      draft: Draft;
      errors: Partial<Record<FormField, Say>>;
      zone: Zone;
      inGroup: boolean;
      /** The group that is booked for, wherever the form is shown. */
      chatId?: string;
    }
  | { show: 'settings'; scope: 'person' | 'chat'; effective: Settings; own: Partial<Settings>; error: Say | null }
  | { show: 'invitation'; meeting: Meeting }
  | { show: 'share'; meeting: Meeting; chats: { chatId: string; name: string }[] }
  | {
      show: 'help';
      because: 'asked' | 'greeting' | 'unknown' | 'welcome' | 'text_only';
      suggestion: string | null;
      inGroup: boolean;
      botName: string;
    }
  | {
      show: 'notice';
      tone: 'ok' | 'info' | 'warning' | 'error';
      title: Say | null;
      say: Say;
      /** What else is to be said, a line each. */
      also?: Say[];
      acts: { label: Say; act: Act }[];
    };

/** Card JSON 2.0. Source: Feishu card-json-v2-structure. */
export interface Card {
  schema: '2.0';
  [property: string]: unknown;
}

export interface Toast {
  type: 'info' | 'success' | 'error' | 'warning';
  say: Say;
}
