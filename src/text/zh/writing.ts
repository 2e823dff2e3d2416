import type { Writing } from '../language.ts';
import { isNthWorkday, isWorkdays, type Rule } from '../rule.ts';
import { zones } from './zones.ts';

const DAYS = ['日', '一', '二', '三', '四', '五', '六'];
const UNITS: Record<Rule['unit'], string> = { DAILY: '天', WEEKLY: '周', MONTHLY: '个月', YEARLY: '年' };

export const writing: Writing = {
  name: '中文',
  dayOf: (date, weekday) => `${date}(${weekday})`,
  date: (on) => on.format('M月D日'),
  weekday: (on) => `周${DAYS[on.day()]}`,
  clock: (at) => at.format('HH:mm'),
  at: (day, clock) => `${day} ${clock}`,
  clocks: (start, end) => `${start}–${end}`,
  nextDay: (clock) => `次日 ${clock}`,
  length(minutes) {
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    const parts = [days > 0 && `${days} 天`, hours > 0 && `${hours} 小时`, (rest > 0 || minutes === 0) && `${rest} 分钟`];
    return parts.filter(Boolean).join(' ');
  },
  rule: (rule) => {
    const often = ruleBase(rule);
    return often === null ? null : { often, end: ruleEnd(rule) };
  },
  comma: '、',
  colon: '：',
  zones,
};

function ruleBase(rule: Rule): string | null {
  const { unit, every, weekdays, dates, month, nth } = rule;
  const lead = every === 1 ? `每${unit === 'MONTHLY' ? '月' : UNITS[unit]}` : `每 ${every} ${UNITS[unit]}`;
  const days = weekdays.map((day) => DAYS[(day + 1) % 7]);
  if (isWorkdays(rule)) return '每个工作日';
  if (unit === 'YEARLY' && month !== null && dates.length === 1) return `${lead}${month}月${dates[0]}日`;
  if (isNthWorkday(rule)) return `${lead}${nth === -1 ? '最后一个' : `第 ${nth} 个`}工作日`;
  if (unit === 'MONTHLY') {
    const which = dates.map((date) => (date === -1 ? '最后一天' : `${date} 号`)).join('、');
    if (which) return `${lead}${dates[0] === -1 ? '' : ' '}${which}`;
    if (days.length === 0) return lead;
    return nth === null ? null : `${lead}${nth === -1 ? '最后一个' : `第 ${nth} 个`}周${days[0]}`;
  }
  if (days.length === 0) return lead;
  return every === 1 ? `每周${days.join('、')}` : `${lead}的周${days.join('、')}`;
}

function ruleEnd({ count, until }: Rule): string {
  if (count !== null) return `，共 ${count} 次`;
  return until ? `，到 ${until.month}月${until.date}日` : '';
}
