/** Reminders of a meeting. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotRemind: readonly Lexeme[] = [
  {
    role: 'remind.verb',
    words: ['通知', '叫'],
    examples: [
      { text: '明天3点 周会，提前20分钟通知大家', means: { topic: '周会', remind: 20 } },
      { text: '明天3点 周会，提前20分钟叫我', means: { topic: '周会', remind: 20 } },
    ],
  },
  {
    role: 'remind.noun',
    words: ['提醒', '提醒时间', '会议提醒'],
    examples: [
      { text: '提醒关掉', means: { want: 'change', remind: 'off' } },
      { text: '提醒时间改成5分钟', means: { want: 'change', remind: 5 } },
      { text: '明天3点 周会 提前20分钟提醒', means: { topic: '周会', remind: 20 } },
      { text: '关闭会议提醒', means: { want: 'change', remind: 'off' } },
    ],
  },
  {
    role: 'remind.whom',
    words: ['我', '我们', '大家', '所有人', '参会人', '他们', '各位'],
    examples: [
      { text: '提前20分钟提醒我', means: { want: 'change', act: 'do', remind: 20 } },
      { text: '周五3点 开会 提醒我提前半小时', means: { want: 'book', remind: 30 } },
      { text: '提前20分钟提醒我们', means: { want: 'change', remind: 20 } },
      { text: '提前20分钟提醒大家', means: { want: 'change', remind: 20 } },
      { text: '提前20分钟提醒所有人', means: { want: 'change', remind: 20 } },
      { text: '提前20分钟提醒参会人', means: { want: 'change', remind: 20 } },
      { text: '提前20分钟提醒他们', means: { want: 'change', remind: 20 } },
      { text: '提前20分钟提醒各位', means: { want: 'change', remind: 20 } },
    ],
  },
  {
    role: 'remind.ahead',
    words: ['提前', '提早', '会前', '会议前', '开始前', '开始之前'],
    examples: [
      { text: '提前一刻钟提醒', means: { want: 'change', remind: 15 } },
      { text: '明天3点 周会 提前一刻钟提醒大家', means: { topic: '周会', remind: 15 } },
      { text: '明天3点 周会，提早半小时提醒', means: { topic: '周会', remind: 30 } },
      { text: '明天3点 周会，会前5分钟提醒', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，会议前5分钟提醒我', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，开始前5分钟提醒', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，开始之前5分钟提醒', means: { topic: '周会', remind: 5 } },
    ],
  },
  {
    role: 'remind.send',
    words: ['再', '发', '发个', '设个', '设置', '给'],
    examples: [
      { text: '提前5分钟再提醒我', means: { want: 'change', remind: 5 } },
      { text: '明天3点 周会，提前5分钟发提醒', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，提前5分钟发个提醒', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，提前5分钟设个提醒', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，设置提前5分钟提醒', means: { topic: '周会', remind: 5 } },
      { text: '明天3点 周会，提前5分钟给我提醒', means: { topic: '周会', remind: 5 } },
    ],
  },
  {
    role: 'remind.at-start',
    words: ['开始时', '开始的时候', '到点', '开会时', '到点了', '到时间'],
    examples: [
      { text: '开始时提醒', means: { want: 'change', remind: 0 } },
      { text: '开始的时候提醒我们', means: { want: 'change', remind: 0 } },
      { text: '到点提醒大家', means: { want: 'change', remind: 0 } },
      { text: '开会时提醒我', means: { want: 'change', remind: 0 } },
      { text: '到点了提醒我', means: { want: 'change', remind: 0 } },
      { text: '到时间提醒我', means: { want: 'change', remind: 0 } },
    ],
  },
];
