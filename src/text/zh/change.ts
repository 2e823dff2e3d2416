import { at, range } from '../language.ts';
import type { When } from '../when.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

const named = (topic: string): string => (topic ? `「${topic}」` : '会议');

/** Light lines below the card: who changed what. */
export const change = {
  /** `news`: with their new values; `others`: what changed besides. */
  changed: (a: { who: string; topic: string; news: string[]; others: string[] }) => {
    const others = a.others.length > 0 ? [`${a.others.join('、')}已改`] : [];
    return `${a.who} 更新了${named(a.topic)}：${[...a.news, ...others].join('；')}`;
  },
  changed_by_several: (a: { topic: string; news: string[]; others: string[] }) => {
    const others = a.others.length > 0 ? [`${a.others.join('、')}已改`] : [];
    return `${named(a.topic)}已更新：${[...a.news, ...others].join('；')}`;
  },
  changed_cancelled: (a: { who: string; topic: string }) => `${a.who} 取消了${named(a.topic)}`,
  changed_cancelled_call: (a: { who: string }) => `${a.who} 取消了通话`,
  changed_undone: (a: { who: string; topic: string }) => `${a.who} 撤销了${named(a.topic)}的预约`,
  changed_back: (a: { who: string; topic: string; news: string[] }) =>
    `${a.who} 撤销了对${named(a.topic)}的修改${a.news.length > 0 ? `：${a.news.join('；')}` : ''}`,
  booked_again: '重新约上了，会议号是新的。',
  now_time: (a: { start: When; end: When }) => `时间 → ${range(writing, a.start, a.end)}`,
  now_longer: (a: { minutes: number; at: When }) => `延长 ${minutes(a.minutes)}，到 ${at(writing, a.at)}`,
  now_shorter: (a: { minutes: number; at: When }) => `缩短 ${minutes(a.minutes)}，到 ${at(writing, a.at)}`,
  now_topic: (a: { topic: string }) => (a.topic ? `主题 → 「${a.topic}」` : '去掉了主题'),
  now_no_password: '不再需要密码',
  now_record_on: '打开了自动录制',
  now_record_off: '关掉了自动录制',
  name_password: '密码',
  name_hosts: '主持人',
  name_access: '会议权限',
};
