/** The Chinese calendar: its months and the 24 solar terms. */
import { civil, dayNumber } from './dates.ts';

/**
 * Chinese years 2010–2050: bits 0–5 the days from 1 January to New Year, 6–9 the month that a leap month follows (0: none),
 * 10–22 which months have 30 days, the first one in the highest bit. (The runtime's own Chinese calendar is a day off in 2027.)
 */
const FIRST_YEAR = 2010;
const YEARS_TABLE = [
  0x54a82c, 0x5a5021, 0x5aa916, 0x56a828, 0x2ad65e, 0x25d031, 0x52d826, 0x295d9b, 0x29582e, 0x549823, 0x3a5518, 0x35502a, 0x56a81f,
  0x26d495, 0x25b028, 0x52b99c, 0x52702f, 0x693024, 0x749959, 0x6a982b, 0x2d5021, 0x35a8d6, 0x4b6829, 0x2576de, 0x256831, 0x526826,
  0x692d9b, 0x69282d, 0x6a9022, 0x6d5157, 0x5ad02a, 0x2b681f, 0x256c95, 0x24d828, 0x525ddd, 0x52582f, 0x552824, 0x5a9559, 0x36902c,
  0x56d020, 0x2ad8d6,
];

/** Day number of a date of the Chinese calendar whose year begins in `y`; the 30th of a short month is its 29th. Null outside the table. */
export function lunarDay(y: number, mo: number, d: number): number | null {
  const packed = YEARS_TABLE[y - FIRST_YEAR];
  if (packed === undefined) return null;
  const leap = (packed >> 6) & 15;
  let day = dayNumber(y, 1, 1) + (packed & 63);
  // months in order: a leap one stands behind its namesake
  for (let k = 0, month = 1; k < 13; k += 1) {
    const size = (packed >> (22 - k)) & 1 ? 30 : 29;
    const isLeap = leap > 0 && k === leap;
    if (month === mo && !isLeap) return day + Math.min(d, size) - 1;
    if (!(leap > 0 && k + 1 === leap)) month += 1;
    day += size;
  }
  return null;
}

/** The 24 solar terms from Lesser Cold on, two a month, and the constant of each one's day in this century. */
export const TERMS =
  'xiaohan dahan lichun yushui jingzhe chunfen qingming guyu lixia xiaoman mangzhong xiazhi xiaoshu dashu liqiu chushu bailu qiufen hanlu shuangjiang lidong xiaoxue daxue dongzhi'.split(
    ' ',
  );
const TERM_DAYS = [
  5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13, 7.646, 23.042, 8.318, 23.438,
  7.438, 22.36, 7.18, 21.94,
];
/** Years for which the formula is a day off. */
const TERM_OFF: Record<string, number> = { '0-2019': -1, '3-2026': -1, '9-2008': 1, '12-2016': 1, '14-2002': 1, '23-2021': -1 };

/** Day number of a solar term (0 = 小寒) in a year of this century. */
export function termDay(term: number, y: number): number {
  const short = y % 100;
  const leaps = Math.floor((term < 4 ? short - 1 : short) / 4);
  const d = Math.floor(short * 0.2422 + TERM_DAYS[term]!) - leaps + (TERM_OFF[`${term}-${y}`] ?? 0);
  return dayNumber(y, Math.floor(term / 2) + 1, d);
}

/** The year (of today's calendar) that a Chinese-calendar date without a year means: the next one from `today` on. */
export function nextLunar(today: number, mo: number, d: number): number | null {
  const { y } = civil(today);
  for (const year of [y - 1, y, y + 1]) {
    const day = lunarDay(year, mo, d);
    if (day !== null && day >= today) return day;
  }
  return null;
}
