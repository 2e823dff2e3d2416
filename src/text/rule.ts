/** A recurrence, read. Weekdays: 0 = Monday; -1 = the last. */
export interface Rule {
  unit: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  every: number;
  weekdays: number[];
  /** Days of the month. */
  dates: number[];
  /** Of the year, from 1. */
  month: number | null;
  /** Which of the month's such weekdays. */
  nth: number | null;
  count: number | null;
  until: { year: number; month: number; date: number } | null;
}

/** A rule in words. A clock stands between how often and how long: 每周一 10:00，共 5 次. */
export interface RuleWords {
  often: string;
  /** With what leads to it; empty where it has no end. */
  end: string;
}

/** Monday to Friday: which of a month's. */
export const isNthWorkday = ({ nth, weekdays }: Rule): boolean => nth !== null && weekdays.length === 5 && weekdays.every((day) => day < 5);

/** Monday to Friday, every week. */
export const isWorkdays = ({ every, nth, weekdays }: Rule): boolean =>
  every === 1 && nth === null && weekdays.length === 5 && weekdays.every((day) => day < 5);
