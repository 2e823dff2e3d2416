import type { Sign } from './sign.ts';

/** What the rules look at: a sign of the clause that matters, or what holds of the message as a whole. */
export type Fact =
  | Sign
  | 'order' // an instruction to book stands somewhere, and nothing takes it back
  | 'unknown-object' // an order about something that is not known to be a meeting
  | 'unknown-deed' // can you nuke the standup: a verb that nobody knows, and a meeting that is there
  | 'pointed' // record the 3pm: the time names a meeting that is there
  | 'imperative' // what is to be done begins its clause
  | 'disposes' // 把…
  | 'named-unknown' // something is named, and perhaps no meeting
  | 'more' // besides a number that is to be called, something else is said
  | 'told' // 刚才推迟了, has been cancelled: done already
  | 'subject' // 项目经理又把…: somebody unknown stands before what is done
  | 'vague' // what is looked at may be anything: 打开微信, find my phone
  | 'thanked' // 谢谢取消: thanks for what was done
  | 'noted' // 收到，推迟到四点: says that it was heard
  | 'habit' // we meet on Thursdays
  | 'spoken' // 王总：…: as if somebody said it
  | 'code' // what a computer reads
  | 'days' // from one day to another: a journey, a leave
  | 'bare' // times, a meeting's name and settings, as people write to a bot
  | 'parting' // 改天聊: a verb that meetings are for, and no clock
  | 'loose' // a meeting’s name, and more is said beside it
  | 'set-apart' // a time, a gap, and a name that is not known to be a meeting’s
  | 'may-be' // bare, where the name is not known to be a meeting's
  | 'quoted' // the time was said by somebody else
  | 'wishing' // somewhere something is wanted
  | 'plural' // asks for meetings, whichever
  | 'own-question' // asks about one's own meetings
  | 'time-alone'
  | 'timeless'
  | 'predicate' // a meeting is the subject of something that is told
  | 'long-over' // at a time that is long over
  | 'rambling' // long, and no name
  | 'stated' // 面试时间是明天上午10点
  | 'clocked' // 工作时间：9:00-18:00: when something else takes place
  | 'own-password' // my password is …
  | 'object' // what is to be changed is no meeting: the font, the third slide
  | 'votes' // option B, 我选周四
  | 'elsewhere' // 今天不开会，大家专心干活: what would be the name stands in a sentence of its own
  | 'passive' // 周会被取消了
  | 'usual' // longer, and nothing said by how much
  | 'kept' // 会议不变，还是3点
  | 'over' // the time that is named has passed
  | 'marked' // a question mark at the end
  | 'now'
  | 'adrift' // 密码是1234: a value, and no meeting that it is said of
  | 'mocks' // another 8am call, great
  | 'agenda' // a day's plan: several clocks, each with words of its own
  | 'lasts' // for most of a day, or for days
  | 'slotted' // what only a meeting has is said of it: a password, people who come, a recording
  | 'form'; // labelled lines
