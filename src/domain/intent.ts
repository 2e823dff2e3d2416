/** What a message asks for. Types only. */
import type { Lang, Remind, SettingsPatch } from './settings.ts';
import type { TimeReading, Window } from './time.ts';

/** A person as written: a mention keeps its open_id, a plain name stays a name. */
export interface PersonRef {
  name: string;
  openId?: string;
  /** Another bot: nobody who could host or join. */
  bot?: true;
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
  /** How long before the start people are reminded. */
  remind?: Remind;
}

/** What else was said of the meeting that is meant. */
export interface Traits {
  /** When it starts (明天的周会, tomorrow's 3pm call); with `clocks`, only the next time that clock comes round. */
  during?: Window;
  /** Minutes of the day at which it may start, where no day was said: 3点那个 = [180, 900], the 3pm one = [900]. On any day, the next one first. */
  clocks?: number[];
  /** From which hour of the day until before which, where no day was said: 下午那个 = [12, 19]. On any day, as with `clocks`. */
  hours?: readonly [from: number, until: number];
  /** Who organizes it: 李娜约的那个, mine. */
  owner?: PersonRef | 'me';
}

/** How the person named a meeting. */
export type Which =
  | { by: 'id'; id: string }
  | { by: 'meeting_no'; meetingNo: string }
  | ({ by: 'topic'; topic: string } & Traits)
  /** This one, it, a replied-to card, or nothing said: what was just talked about here decides, and between several nobody guesses. */
  | ({ by: 'context' } & Traits)
  /** 刚才那个, 上一个, the one I just booked, and whatever a correction corrects: what this person did last here. */
  | { by: 'last' }
  /** 另一个, the other one: of the two that were spoken of here, not the last. */
  | { by: 'other' }
  /** 第二个, the last one: of the list just shown, from 1; -1 is the last of it. `inTime`: by when they are, the earlier one. */
  | { by: 'nth'; nth: number; inTime?: true };

export type ListSpan = 'all' | 'today' | 'tomorrow' | 'this_week' | 'next_week';

/** Whose meetings: the asker's own or everything booked in this chat. */
export type ListScope = 'mine' | 'chat';

export type Intent =
  | {
      want: 'book';
      now: boolean;
      /** Besides the one that runs here already. */
      another?: true;
      time: TimeReading;
      slots: Slots;
      /** Values and no wish (下午3点; half an hour; 明天): fills in what is open here. With nothing open it is `ask` at most. */
      fragment?: true;
      /** 再约一个后天同一时间的, another one at 2pm, book it for Thursday instead: what is not said is as in that one. */
      like?: Which;
      /** With `like`: of that one only its day; it has a name of its own (4点再约一个客户B沟通). */
      own?: true;
      /** With `like`: so many days after that one (same time next week = 7). */
      later?: number;
      /** With `like`: as soon as that one is over (后面再接一场, one more right after it). */
      after?: true;
      /** 周四或者周五下午3点都行; 3点不行就4点: whole readings in the order said, of which one is to be chosen. `time` is the first. `act`: `ask`. */
      options?: TimeReading[];
      /** 改约周五10点, book it for Friday instead: moves the one that `like` names while there is it; cancelled, it is booked again. */
      instead?: true;
    }
  /** `turn`: another page of the list that was just shown (下一页 = 1, previous = -1); `page`: that one, from 0. */
  | { want: 'list'; scope: ListScope; span: ListSpan; turn?: 1 | -1; page?: number }
  | { want: 'show'; which: Which }
  | { want: 'who'; which: Which }
  /** `slots`: what else the same sentence changes (延长半小时并录制). `further`: another 15, the way the last change went: moved, if that was a move. */
  | { want: 'extend'; which: Which; minutes: number; slots?: Slots; further?: true }
  /**
   * `shift`: minutes to move by (推迟半小时 = 30, 提前 = negative), else `time` says where to. A correction is a move, a change or an
   * extension of `{ by: 'last' }` (不对，是4点; not Wed, Thursday; 15分钟就够了 = `time.minutes`; I meant Tokyo time = `time.zone` alone).
   * `again`: 重新约到4点, rebook it to 4: what was called off meanwhile is booked again.
   */
  | {
      want: 'move';
      which: Which;
      time: TimeReading;
      shift: number | null;
      slots?: Slots;
      options?: TimeReading[];
      all?: true;
      again?: true;
    }
  /** `repeat`: how often a series is from now on. `anyName`: 不对，是月会 tells another name, or that another meeting was meant. */
  | { want: 'change'; which: Which; slots: Slots; repeat?: string; workdays?: true; anyName?: true }
  /** `all`: not one meeting of a series but all to come; of a move as well. */
  | { want: 'cancel'; which: Which; all?: true }
  /** `record`: a recording was asked for, which no call has. */
  | { want: 'call'; phone: string; name: string | null; record?: true }
  /** `unknown`: a value was said for this one, but not one that exists (时区火星, 默认密码2468). */
  | { want: 'settings'; scope: 'person' | 'chat'; patch: SettingsPatch; unknown?: 'zone' | 'lang' | 'password' }
  | { want: 'invitation'; which: Which }
  | { want: 'share'; which: Which }
  | { want: 'help'; because: 'asked' | 'greeting' | 'unknown'; suggestion?: string }
  /** Takes back what this person did last here. `only`: if it was a change (还是原来的时间吧). */
  | { want: 'undo'; only?: 'change' }
  /** How the bot is doing; `of`: and what that person did of late; `check`: whether all is set up rightly; `about`: what of it was asked (飞书慢吗, what failed today). For administrators. */
  | { want: 'admin'; of?: PersonRef; check?: true; about?: 'platform' | 'failed' }
  /** What became of the message that is replied to, or of one's last one here. */
  | { want: 'why' }
  /** Who booked, changed or cancelled a meeting. */
  | { want: 'deeds'; which: Which }
  /** Agrees to what was offered (好, 约吧, yes, book that), or declines it (不用了, 算了, no thanks). With nothing open: talk. */
  | { want: 'agree' }
  | { want: 'decline' }
  /**
   * Nothing is wanted, and it is clear why. `thanks`: also 好的, 👍. `stays`: told not to (别取消, 会议照常). `if`: under a condition
   * (要是人不齐就改到明天). The rest is asked for and can't be done: reminders of other things, who is free, rooms, deadlines.
   */
  | { want: 'nothing'; because: 'talk' | 'thanks' | 'stays' | 'if' | 'remind' | 'free' | 'room' | 'deadline' };

/** `do`: an instruction, and certain. `ask`: it may be meant, one card offers it. `none`: talk, nothing to do. */
export type Act = 'do' | 'ask' | 'none';

/** What a message means, and the language it was written in (null: could be either). */
export interface Understood {
  intent: Intent;
  act: Act;
  /** Two wishes in one message, in order, the first also as `intent` (取消周会，再约周五10点评审; 周二和周四各约一场). */
  intents?: Intent[];
  /** An instruction in doubt only because the name may be no meeting's (取消 双胞胎): certain as soon as there is one of that name. */
  ifNamed?: true;
  /** In doubt only because no meeting is spoken of (密码是1234, 再给我半小时): certain as soon as one was, a moment ago and here. */
  ifSpokenOf?: true;
  /** Values, and a word that it is to be so (三点吧, 4pm then, 那就4点): of what was just booked it is no question. */
  settles?: true;
  /** Speaks of a meeting's password and sets none (有密码吗, does it have a password?): what "it" is in the next message. */
  ofField?: 'password';
  /** What is to go is not said to be a meeting: remove it, 取消掉. */
  ofIt?: true;
  /** What the meeting would be called if the message only answers that (讨论一下明年的预算); whatever it means otherwise. */
  readonly asTopic?: string | undefined;
  /** A number and no more: an hour where one is asked for, or a place in a row. */
  readonly asNumber?: { n: number; hour: TimeReading } | undefined;
  lang: Lang | null;
}
