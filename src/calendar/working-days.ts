/** Which days people work: Monday to Friday, and in China what the State Council announces for each year. */
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Zone } from '../domain/time.ts';
import { isoDay, weekday } from './dates.ts';

interface Year {
  holidays: Readonly<Record<string, string>>;
  /** Saturdays and Sundays that make up for a holiday. */
  workdays: Readonly<Record<string, string>>;
}

const CHINA = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Urumqi', 'Asia/Kashgar', 'PRC']);
/** The data of chinese-days alone: the library takes 18 µs a day and 40 ms to load. */
const china: Year = announced;

/** Whether people work on a day (day number) in the country of a zone. A year not announced yet follows the week. */
export function isWorkingDay(day: number, zone: Zone): boolean {
  if (CHINA.has(zone)) {
    const iso = isoDay(day);
    if (iso in china.holidays) return false;
    if (iso in china.workdays) return true;
  }
  return weekday(day) <= 5;
}

/** The nth working day after a day. */
export function workingDayAfter(day: number, n: number, zone: Zone): number {
  let at = day;
  for (let left = n; left > 0; left -= 1)
    do at += 1;
    while (!isWorkingDay(at, zone));
  return at;
}
