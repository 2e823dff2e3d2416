import type { Writing } from '../language.ts';
import { isNthWorkday, isWorkdays, type Rule } from '../rule.ts';
import { and, many, ordinal } from './grammar.ts';
import { zones } from './zones.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const UNITS: Record<Rule['unit'], string> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const ORDINALS: Record<number, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' };

export const writing: Writing = {
  name: 'English',
  dayOf: (date, weekday) => `${weekday}, ${date}`,
  date: (on) => on.format('MMM D'),
  weekday: (on) => on.format('ddd'),
  clock: (at) => at.format(at.minute() === 0 ? 'h A' : 'h:mm A'),
  at: (day, clock) => `${day}, ${clock}`,
  clocks: (start, end) => {
    const half = / [AP]M$/.exec(start)?.[0];
    // 3–4:30 PM, but 11 AM – 1 PM.
    if (!half) return `${start}–${end}`;
    return end.endsWith(half) ? `${start.slice(0, -half.length)}–${end}` : `${start} – ${end}`;
  },
  nextDay: (clock) => `${clock} the next day`,
  length(minutes) {
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    const parts = [days > 0 && many(days, 'day'), hours > 0 && `${hours} h`, (rest > 0 || minutes === 0) && `${rest} min`];
    return parts.filter(Boolean).join(' ');
  },
  rule: (rule) => {
    const often = ruleBase(rule);
    return often === null ? null : { often, end: ruleEnd(rule) };
  },
  comma: ', ',
  colon: ': ',
  zones,
};

function lead({ unit, every }: Rule): string {
  if (every === 1) return `every ${UNITS[unit]}`;
  return every === 2 ? `every other ${UNITS[unit]}` : `every ${every} ${UNITS[unit]}s`;
}

function ruleBase(rule: Rule): string | null {
  const { unit, every, weekdays, dates, month, nth } = rule;
  const days = weekdays.map((day) => DAYS[(day + 1) % 7] ?? '');
  if (isWorkdays(rule)) return 'every weekday';
  if (unit === 'YEARLY' && month !== null && dates.length === 1) return `${lead(rule)} on ${MONTHS[month - 1]} ${dates[0]}`;
  if (isNthWorkday(rule)) return nth !== null && ORDINALS[nth] ? `${lead(rule)} on the ${ORDINALS[nth]} working day` : null;
  if (unit === 'MONTHLY') {
    if (dates.length > 0) return `${lead(rule)} on ${and(dates.map((date) => (date === -1 ? 'the last day' : `the ${ordinal(date)}`)))}`;
    if (days.length === 0) return lead(rule);
    return nth !== null && ORDINALS[nth] ? `${lead(rule)} on the ${ORDINALS[nth]} ${days[0]}` : null;
  }
  if (days.length === 0) return lead(rule);
  return every === 1 ? `every ${and(days)}` : `${lead(rule)} on ${and(days)}`;
}

function ruleEnd({ count, until }: Rule): string {
  if (count !== null) return count === 1 ? ', once' : `, ${count} times`;
  return until ? `, until ${MONTHS[until.month - 1]} ${until.date}, ${until.year}` : '';
}
