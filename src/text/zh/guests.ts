import { at } from '../language.ts';
import type { When } from '../when.ts';
import { writing } from './writing.ts';

const called = (topic: string): string => (topic ? `「${topic}」` : '会议');

/** Who is to come, who cannot, and whose time is taken. */
export const guests = {
  label_guests: '参会人',
  guests_more: (a: { count: number }) => `还有 ${a.count} 人`,
  label_absent: '来不了',
  invited_tag: '邀请',
  invited_absent: '来不了',
  invited_by: '邀请你参加',
  invited_absent_note: '已经告诉发起人了。',
  summary_invited: (a: { topic: string; time: string }) => `会议邀请：${a.topic} · ${a.time}`,
  absent: '来不了',
  absent_undo: '又能来了',
  absent_noted: '好，已告诉发起人',
  absent_back: '好，已告诉发起人你能来',
  absent_not_asked: '这个按钮是给受邀的人用的。',
  absent_told: (a: { who: string; topic: string; at: When }) => `${a.who} 来不了 ${at(writing, a.at)} 的${called(a.topic)}`,
  absent_back_told: (a: { who: string; topic: string; at: When }) => `${a.who} 又能来 ${at(writing, a.at)} 的${called(a.topic)}了`,
  invite_unavailable: (a: { topic: string; who: string; count: number }) =>
    `${called(a.topic)}的邀请没能送到 ${a.who}${a.count > 1 ? ` 等 ${a.count} 人` : ''}：对方不在我的可用范围里，请你自己转告，或请管理员扩大应用的可用范围。`,
  invite_unreached: (a: { topic: string; who: string; count: number }) =>
    `${called(a.topic)}的邀请没能送到 ${a.who}${a.count > 1 ? ` 等 ${a.count} 人` : ''}，请你自己转告。`,
  set_invite_on: '私聊邀请不在群里的参会人',
  set_invite_off: '不私聊邀请参会人',
  field_invite: '私聊邀请不在群里的参会人',
  clash_host: (a: { who: string; topic: string; start: When; end: When }) =>
    `主持人 ${a.who} ${writing.at(a.start.day, writing.clocks(a.start.clock, a.end.clock))} 还有${a.topic ? `「${a.topic}」` : '另一场会'}，时间冲突`,
  expiring: (a: { topic: string; at: When; count: number }) =>
    `${called(a.topic)} ${a.at.clock} 到期，之后会议号收回、链接失效。里面还有 ${a.count} 人，要延长吗？`,
  extend_too_late: '晚了一步，会议号已经收回，没能延长。要接着开，再约一场就好。',
};
