import { at, range } from '../language.ts';
import type { When } from '../when.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

export const change = {
  changed_moved: (a: { who: string; start: When; end: When }) => `${a.who} 把会议改到了 ${range(writing, a.start, a.end)}`,
  changed_shortened: (a: { who: string; minutes: number; at: When }) =>
    `${a.who} 把会议缩短了 ${minutes(a.minutes)}，到 ${at(writing, a.at)}`,
  changed_extended: (a: { who: string; minutes: number; at: When }) =>
    `${a.who} 把会议延长了 ${minutes(a.minutes)}，到 ${at(writing, a.at)}`,
  changed_topic: (a: { who: string; topic: string }) => (a.topic ? `${a.who} 把主题改成了「${a.topic}」` : `${a.who} 去掉了会议主题`),
  changed_password: (a: { who: string }) => `${a.who} 换了会议密码，新密码见会议卡片`,
  changed_password_none: (a: { who: string }) => `${a.who} 取消了会议密码`,
  changed_hosts: (a: { who: string }) => `${a.who} 改了主持人，见会议卡片`,
  changed_record_on: (a: { who: string }) => `${a.who} 打开了自动录制`,
  changed_record_off: (a: { who: string }) => `${a.who} 关掉了自动录制`,
  changed_access: (a: { who: string }) => `${a.who} 改了会议权限，见会议卡片`,
  changed_cancelled: (a: { who: string; topic: string }) => (a.topic ? `${a.who} 取消了「${a.topic}」` : `${a.who} 取消了会议`),
  changed_undone: (a: { who: string }) => `${a.who} 撤销了预约`,
  changed_back: (a: { who: string }) => `${a.who} 撤销了刚才的修改`,
  booked_again: '重新约上了，会议号是新的。',
};
