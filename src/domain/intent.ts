/** What a message asks for. Types only. */
import type { Lang, SettingsPatch } from './settings.ts';
import type { TimeReading, Window } from './time.ts';

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

/** `do`: an instruction, and certain. `ask`: it may be meant, one card offers it. `none`: talk, nothing to do. */
export type Act = 'do' | 'ask' | 'none';

/** What a message means, and the language it was written in (null: could be either). */
export interface Understood {
  intent: Intent;
  act: Act;
  lang: Lang | null;
}
