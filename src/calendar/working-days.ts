/** Which days people work: Monday to Friday, and in China what the State Council announces for each year. */
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Zone } from '../domain/time.ts';
import { civil, isoDay, weekday } from './dates.ts';
import { feastDay } from './feasts.ts';

interface Year {
  /** `National Day,国庆节,3`: its name in English and in Chinese. */
  holidays: Readonly<Record<string, string>>;
  /** Saturdays and Sundays that make up for a holiday. */
  workdays: Readonly<Record<string, string>>;
}

const CHINA = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Urumqi', 'Asia/Kashgar', 'PRC']);
/** The data of chinese-days alone: the library takes 18 µs a day and 40 ms to load. */
const china: Year = announced;

/**
 * Whether people work on a day (day number) in the country of a zone. Of a year not announced yet, only the days that the law
 * itself names are holidays; what is shifted around them is not known.
 */
export function isWorkingDay(day: number, zone: Zone): boolean {
  if (CHINA.has(zone)) {
    if (holidayOn(day, zone)) return false;
    if (isoDay(day) in china.workdays) return true;
  }
  return weekday(day) <= 5;
}

/** Statutory holidays by their feast, from which day of it and for how long. Source: the State Council's regulation of 2024. */
const STATUTORY: readonly { feast: string; days: number; en: string; zh: string }[] = [
  { feast: 'newyear', days: 1, en: "New Year's Day", zh: '元旦' },
  { feast: 'newyeareve', days: 4, en: 'Spring Festival', zh: '春节' },
  { feast: 'qingming', days: 1, en: 'Tomb-sweeping Day', zh: '清明' },
  { feast: 'labour', days: 2, en: 'Labour Day', zh: '劳动节' },
  { feast: 'dragon', days: 1, en: 'Dragon Boat Festival', zh: '端午' },
  { feast: 'autumn', days: 1, en: 'Mid-autumn Festival', zh: '中秋' },
  { feast: 'national', days: 3, en: 'National Day', zh: '国庆节' },
];

const statutory = new Map<number, ReadonlyMap<number, { en: string; zh: string }>>();

function statutoryIn(y: number): ReadonlyMap<number, { en: string; zh: string }> {
  let days = statutory.get(y);
  if (!days) {
    const found = new Map<number, { en: string; zh: string }>();
    for (const { feast, days: lasting, en, zh } of STATUTORY) {
      const first = feastDay(feast, y);
      for (let add = 0; first !== null && add < lasting; add += 1) found.set(first + add, { en, zh });
    }
    days = found;
    statutory.set(y, days);
  }
  return days;
}

/** The nth working day after a day. */
export function workingDayAfter(day: number, n: number, zone: Zone): number {
  let at = day;
  for (let left = n; left > 0; left -= 1)
    do at += 1;
    while (!isWorkingDay(at, zone));
  return at;
}

/** A public holiday in both languages of its announcement, or null on any other day. */
export function holidayOn(day: number, zone: Zone): { en: string; zh: string } | null {
  if (!CHINA.has(zone)) return null;
  const named = china.holidays[isoDay(day)];
  if (named === undefined) return isAnnounced(day, zone) ? null : (statutoryIn(civil(day).y).get(day) ?? null);
  const [en = '', zh = ''] = named.split(',');
  return { en, zh };
}

const YEARS = new Set(Object.keys(china.holidays).map((iso) => Number(iso.slice(0, 4))));

/** Is it known which days of that year people work. */
export const isAnnounced = (day: number, zone: Zone): boolean => !CHINA.has(zone) || YEARS.has(civil(day).y);
