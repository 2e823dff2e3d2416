import type { Lang } from '../domain/settings.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ZH = ['一', '二', '三', '四', '五', '六', '日'];
const EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EN_ORDINALS: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' };
const EN_UNITS: Record<string, string> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const ZH_UNITS: Record<string, string> = { DAILY: '天', WEEKLY: '周', MONTHLY: '个月', YEARLY: '年' };

/** `FREQ=WEEKLY;BYDAY=MO,WE` → 每周一、三 / every Monday and Wednesday. Null for what it has no words for. Source: RFC 5545 §3.3.10. */
export function sayRule(rrule: string, lang: Lang): string | null {
  const rule = Object.fromEntries(rrule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = rule.FREQ ?? '';
  if (!EN_UNITS[unit]) return null;
  const every = Number(rule.INTERVAL ?? 1);
  const days = (rule.BYDAY ?? '').split(',').filter(Boolean);
  const dates = (rule.BYMONTHDAY ?? '').split(',').filter(Boolean);
  const base = lang === 'zh_cn' ? zh(unit, every, days, dates, rule.BYSETPOS) : en(unit, every, days, dates, rule.BYSETPOS);
  return base && `${base}${until(rule, lang)}`;
}

const isWeekdays = (days: string[]): boolean => days.length === 5 && days.every((day) => DAYS.indexOf(day) >= 0 && DAYS.indexOf(day) < 5);

function zh(unit: string, every: number, days: string[], dates: string[], position: string | undefined): string | null {
  const lead = every === 1 ? `每${unit === 'MONTHLY' ? '月' : ZH_UNITS[unit]}` : `每 ${every} ${ZH_UNITS[unit]}`;
  if (isWeekdays(days) && every === 1 && !position) return '每个工作日';
  if (unit === 'MONTHLY') {
    if (dates.length > 0) return `${lead}${dates.map((date) => (date === '-1' ? '最后一天' : `${date} 号`)).join('、')}`;
    const [nth] = days.map((day) => nthDay(day, position));
    if (days.length === 0) return lead;
    return nth ? `${lead}${nth.n === '-1' ? '最后一个' : `第 ${nth.n} 个`}周${ZH[nth.day]}` : null;
  }
  const named = days.map((day) => ZH[DAYS.indexOf(day)]);
  if (named.some((name) => name === undefined)) return null;
  if (named.length === 0) return lead;
  return every === 1 ? `每周${named.join('、')}` : `${lead}的周${named.join('、')}`;
}

function en(unit: string, every: number, days: string[], dates: string[], position: string | undefined): string | null {
  const lead =
    every === 1 ? `every ${EN_UNITS[unit]}` : every === 2 ? `every other ${EN_UNITS[unit]}` : `every ${every} ${EN_UNITS[unit]}s`;
  if (isWeekdays(days) && every === 1 && !position) return 'every weekday';
  if (unit === 'MONTHLY') {
    if (dates.length > 0)
      return `${lead} on ${and(dates.map((date) => (date === '-1' ? 'the last day' : `the ${ordinal(Number(date))}`)))}`;
    const [nth] = days.map((day) => nthDay(day, position));
    if (days.length === 0) return lead;
    return nth && EN_ORDINALS[nth.n] ? `${lead} on the ${EN_ORDINALS[nth.n]} ${EN[nth.day]}` : null;
  }
  const named = days.map((day) => EN[DAYS.indexOf(day)]);
  if (named.some((name) => name === undefined)) return null;
  if (named.length === 0) return lead;
  return every === 1 ? `every ${and(named as string[])}` : `${lead} on ${and(named as string[])}`;
}

/** `-1FR`, or `FR` with `BYSETPOS=-1`. */
function nthDay(day: string, position: string | undefined): { n: string; day: number } | null {
  const match = /^(-?\d)?([A-Z]{2})$/.exec(day);
  const n = match?.[1] ?? position;
  const index = DAYS.indexOf(match?.[2] ?? '');
  return n && index >= 0 ? { n, day: index } : null;
}

function until(rule: Record<string, string>, lang: Lang): string {
  const count = Number(rule.COUNT ?? 0);
  if (count > 0) return lang === 'zh_cn' ? `，共 ${count} 次` : count === 1 ? ', once' : `, ${count} times`;
  const date = /^(\d{4})(\d{2})(\d{2})/.exec(rule.UNTIL ?? '');
  if (!date) return '';
  return lang === 'zh_cn' ? `，到 ${Number(date[2])}月${Number(date[3])}日` : `, until ${date[1]}-${date[2]}-${date[3]}`;
}

const and = (names: string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
