import { at } from '../language.ts';
import type { When } from '../when.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

/** Said ahead of a meeting and at its start; the clock, never how long to it: it may leave early or late. */
export const reminder = {
  reminder_before: (a: { at: When }) => `${a.at.clock} 开始`,
  reminder_before_on: (a: { at: When }) => `${at(writing, a.at)} 开始`,
  reminder_start: (a: { at: When }) => `${a.at.clock} 开始，可以入会了`,
  summary_reminder: (a: { topic: string; says: string }) => `会议提醒：${a.topic} · ${a.says}`,
  snooze: '晚点再提醒',
  snoozed: (a: { minutes: number }) => `好，${minutes(a.minutes)}后再提醒你`,
  snooze_over: '这场会快结束了，不用再提醒了。',
  now_remind: (a: { minutes: number }) => `提前 ${minutes(a.minutes)}提醒`,
  now_remind_start: '只在开始时提醒',
  now_remind_off: '不提醒',
  set_remind: (a: { minutes: number }) => `提前 ${minutes(a.minutes)}提醒`,
  set_remind_start: '只在会议开始时提醒',
  set_remind_off: '不提醒会议',
  remind_for: (a: { topic: string; at: When }) => `${a.topic ? `「${a.topic}」` : '会议'} ${a.at.day} ${a.at.clock}`,
  remind_always: '以后都这样',
  field_remind: '会前提醒',
  remind_ahead: (a: { minutes: number }) => `提前 ${minutes(a.minutes)}`,
  remind_start: '只在开始时',
  remind_off: '不提醒',
};
