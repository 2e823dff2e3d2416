import { at, range } from '../language.ts';
import type { When } from '../when.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

const called = (topic: string): string => (topic ? `「${topic}」` : '');

/** What is asked before anything is done, and what is said when there is nothing to do. */
export const talk = {
  offer_book: (a: { topic: string; start: When; end: When }) =>
    a.topic ? `要约 ${range(writing, a.start, a.end)}「${a.topic}」吗？` : `要约 ${range(writing, a.start, a.end)} 的会吗？`,
  offer_book_open: (a: { topic: string }) => `要约${a.topic ? called(a.topic) : '个会'}吗？时间还没定。`,
  offer_call: (a: { phone: string }) => `要呼叫 ${a.phone} 吗？`,
  offer_cancel: (a: { topic: string; at: When }) => `要取消 ${at(writing, a.at)} 的${a.topic ? called(a.topic) : '会议'}吗？`,
  offer_cancel_live: (a: { topic: string }) => `${a.topic ? called(a.topic) : '会议'}正在进行，里面还有人。真的取消吗？`,
  offer_move: (a: { topic: string; start: When; end: When }) =>
    `要把${a.topic ? called(a.topic) : '会议'}改到 ${range(writing, a.start, a.end)} 吗？`,
  offer_no_password: (a: { topic: string }) => `要去掉${a.topic ? called(a.topic) : '会议'}的密码吗？`,
  offer_change: (a: { topic: string }) => `要这样修改${a.topic ? called(a.topic) : '会议'}吗？`,
  offer_choice: (a: { topic: string }) => `${a.topic ? called(a.topic) : '会议'}约在什么时候？`,
  offer_which: '是哪一场？选好了，后面的接着办。',
  offer_move_choice: (a: { topic: string }) => `${a.topic ? called(a.topic) : '会议'}改到什么时候？`,
  offer_cancel_other: (a: { topic: string; who: string }) => `${a.topic ? called(a.topic) : '这场会议'}是 ${a.who} 约的。要取消吗？`,
  offer_double: (a: { topic: string; at: When }) => `你 ${at(writing, a.at)} 已有${a.topic ? called(a.topic) : '一场会'}，再约一场？`,
  late_not_done: (a: { minutes: number }) => `刚才连不上飞书，你 ${minutes(a.minutes)}前说的这件事没有做。`,
  late_past: (a: { minutes: number }) => `刚才连不上飞书，过了 ${minutes(a.minutes)}才处理到，这个时间已经过了，没有预约。`,
  offer_remind: '要改哪场会的提醒？',
  offer_waiting: '上面那张卡片点一下就行。',
  offer_declined: '好的，不动。',
  offer_gone: '这张卡片只给提问的人用，半小时内有效。可以再说一次。',
  draft_when: '几点开始？例如：下午3点',
  draft_which_day: '哪天、几点开始？例如：明天下午3点',
  zone_which: '你在哪个时区？没有列出来的，直接说城市，例如：时区柏林',
  undo_no_change: '没有可以恢复的改动。要换时间的话，说一声几点就行。',
  undo_nothing: (a: { minutes: number }) => `最近 ${minutes(a.minutes)}里，你在这里没有可以撤销的操作。`,
  thanks: '不客气。',
  stays: '好的，照常开，我没有动它。',
  if_then: '好的，现在不改。到时候跟我说一声就行。',
  cannot_remind: '我只提醒会议，别的事记不了。没有约会议。',
  cannot_free: '我看不到别人的日程，不知道谁有空。没有约会议。',
  cannot_room: '我只约视频会议，订不了会议室。没有约会议。',
  cannot_deadline: '截止时间我管不了，只约会议。没有约会议。',
};
