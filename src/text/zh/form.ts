import { range } from '../language.ts';
import type { When } from '../when.ts';
import { writing } from './writing.ts';

export const form = {
  form_book: '约会议',
  form_change: '修改会议',
  field_topic: '主题',
  field_start: (a: { zone: string }) => `开始时间（${a.zone}）`,
  field_minutes: '时长',
  field_hosts: '主持人',
  field_password: '密码',
  field_record: '自动录制',
  field_access: '谁可以入会',
  hint_topic: '例如：周会',
  hint_start: '选择日期和时间',
  hint_minutes: '选择时长',
  hint_hosts: '可不选，最多 10 位',
  hint_password: '4–9 位数字，不填按默认',
  hint_password_change: '4–9 位数字，清空则不设密码',
  hint_access: '选择谁可以入会',
  access_people: '指定的人（保持不变）',
  form_was: (a: { start: When; end: When }) => `原定 ${range(writing, a.start, a.end)}`,
  form_look: (a: { count: number }) => `有 ${a.count} 处要改，见红字。`,
  form_not_booked: (a: { why: string[] }) => `没有约上：${a.why.join('')}`,
  form_not_changed: (a: { why: string[] }) => `没有改：${a.why.join('')}`,
  form_past: '这个时间已经过了，请选晚一点的时间。',
  book: '预约',
  save: '保存',
  reset: '重置',
  form_closed: '已关闭，什么都没做。',
};
