import type { Lang } from '../domain/settings.ts';
import { LANGUAGES } from './languages.ts';
import type { Rule, RuleWords } from './rule.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const UNITS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** Null for what is not a rule of ours. Source: RFC 5545 §3.3.10. */
function readRule(rrule: string): Rule | null {
  const parts = Object.fromEntries(rrule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = UNITS.find((one) => one === parts.FREQ);
  if (!unit) return null;
  const days = list(parts.BYDAY).map((day) => /^(-?\d)?([A-Z]{2})$/.exec(day));
  const weekdays = days.map((day) => DAYS.indexOf(day?.[2] ?? ''));
  if (weekdays.includes(-1)) return null;
  const nth = Number(days[0]?.[1] ?? parts.BYSETPOS ?? 0);
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.UNTIL ?? '');
  return {
    unit,
    every: Number(parts.INTERVAL ?? 1),
    weekdays,
    dates: list(parts.BYMONTHDAY).map(Number),
    month: Number(parts.BYMONTH ?? 0) || null,
    nth: nth === 0 ? null : nth,
    count: Number(parts.COUNT ?? 0) || null,
    until: until && { year: Number(until[1]), month: Number(until[2]), date: Number(until[3]) },
  };
}

const list = (value: string | undefined): string[] => (value ?? '').split(',').filter(Boolean);

/** `FREQ=WEEKLY;BYDAY=MO,WE` → 每周一、三 / every Monday and Wednesday. Null for what the language has no words for. */
export function ruleWords(rrule: string, lang: Lang): RuleWords | null {
  const rule = readRule(rrule);
  return rule && LANGUAGES[lang].writing.rule(rule);
}

export function sayRule(rrule: string, lang: Lang): string | null {
  const rule = ruleWords(rrule, lang);
  return rule && `${rule.often}${rule.end}`;
}
