import { at } from '../language.ts';
import type { RuleWords } from '../rule.ts';
import type { When } from '../when.ts';
import { writing } from './writing.ts';

const called = (topic: string): string => (topic ? `「${topic}」` : '系列会议');

/** Meetings that repeat. */
export const series = {
  series: '系列会议',
  series_tag: '系列',
  series_tag_stopped: '已停',
  series_tag_over: '已结束',
  series_rule: (a: { often: string; clock: string; end: string }) => `${a.often} ${a.clock}${a.end}`,
  series_number: (a: { no: string }) => `会议号 ${a.no}`,
  series_number_follows: (a: { at: When }) => `会议号 ${a.at.day}生成`,
  series_number_soon: '会议号马上生成',
  series_ends: '之后没有了',
  series_year_unknown: (a: { year: number }) => `${a.year} 年的放假安排还没公布，先按周一到周五排，公布后会更正`,
  series_stopped_note: '以后的场次不再开，也不再提醒。',
  series_over_note: '这个系列的场次都开完了。',
  summary_series: (a: { topic: string; rule: string }) => `系列会议：${a.topic} · ${a.rule}`,
  series_next: '下一场',
  series_skip: '跳过这次',
  series_skip_day: '跳过',
  series_change: '以后都改',
  series_stop: '停掉',
  series_stop_sure: '都停掉',
  series_to_workday: (a: { at: When }) => `改到${a.at.day}`,
  series_ask_stop: (a: { topic: string }) => `${called(a.topic)}以后都不开了？还没开的场次会取消。`,
  series_only_this: '只取消这一场',
  series_all_of_it: '整个系列都停掉',
  offer_series_cancel: (a: { topic: string; at: When }) =>
    `${called(a.topic)}是系列会议。只取消 ${at(writing, a.at)} 这一场，还是整个系列？`,
  offer_series_stop: (a: { topic: string }) => `要把${called(a.topic)}整个系列都停掉吗？`,
  offer_yes_stop: '停掉',
  series_holiday_row: (a: { zh: string; en: string }) => `${a.zh}，照常开`,
  series_weekdays: '周一到周五',
  series_holiday: (a: { at: When; zh: string; en: string }) => `${a.at.day}是${a.zh}，这一场照常排着。要跳过或改期吗？`,
  series_skipped: (a: { who: string; topic: string; at: When }) => `${a.who} 跳过了 ${a.at.day}的${called(a.topic)}`,
  series_shifted: (a: { who: string; topic: string; at: When; to: When }) =>
    `${a.who} 把 ${a.at.day}的${called(a.topic)}改到了 ${at(writing, a.to)}`,
  series_was_stopped: (a: { who: string; topic: string }) => `${a.who} 停掉了${called(a.topic)}整个系列`,
  series_changed: (a: { who: string; topic: string; rule: RuleWords; at: When }) =>
    `${a.who} 更新了${called(a.topic)}：以后${a.rule.often} ${a.at.clock}${a.rule.end}`,
  series_withdrawn: (a: { topic: string }) => `${called(a.topic)}这一场已取消`,
  series_not_booked: (a: { topic: string; at: When }) => `${called(a.topic)} ${a.at.day}这一场没能约上：`,
  series_follows: (a: { at: When }) => `${at(writing, a.at)} 这一场的会议号，到时候会发在这里。`,
  series_none_then: '那段时间里没有这个系列的场次。',
  series_none: (a: { topic: string }) => `没找到${a.topic ? `「${a.topic}」` : ''}系列会议。要重复开，可以说：每周一上午10点 周会`,
  series_named: (a: { topic: string; rule: RuleWords; at: When }) =>
    `${a.topic || '系列会议'} · ${a.rule.often} ${a.at.clock}${a.rule.end}`,
  series_gone: '这个系列已经停了。',
  series_empty: '这个重复规则排不出任何一场，请再看一下。',
  series_cannot_move: '这个系列不能这样改日子，停掉它再约一个新的吧。',
  series_same: '它本来就是这样的。',
  form_series: '以后都改',
  doing_series: '好，马上',
};
