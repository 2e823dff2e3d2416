/** Feasts on a fixed date, on an nth weekday, around Easter, or in the Chinese calendar. */
import { lunarDay, TERMS, termDay } from './chinese-calendar.ts';
import { dayNumber, nthWeekday } from './dates.ts';

type Rule =
  | { mo: number; d: number }
  | { mo: number; wd: number; n: number; plus?: number }
  | { easter: number }
  | { lunar: [number, number] };

/** Feasts by the name that the languages' tables give them. */
const RULES: Record<string, Rule> = {
  newyear: { mo: 1, d: 1 },
  valentine: { mo: 2, d: 14 },
  women: { mo: 3, d: 8 },
  arbor: { mo: 3, d: 12 },
  fools: { mo: 4, d: 1 },
  labour: { mo: 5, d: 1 },
  youth: { mo: 5, d: 4 },
  children: { mo: 6, d: 1 },
  party: { mo: 7, d: 1 },
  army: { mo: 8, d: 1 },
  teacher: { mo: 9, d: 10 },
  national: { mo: 10, d: 1 },
  halloween: { mo: 10, d: 31 },
  singles: { mo: 11, d: 11 },
  twelve: { mo: 12, d: 12 },
  eve: { mo: 12, d: 24 },
  christmas: { mo: 12, d: 25 },
  boxing: { mo: 12, d: 26 },
  lastday: { mo: 12, d: 31 },
  mother: { mo: 5, wd: 7, n: 2 },
  father: { mo: 6, wd: 7, n: 3 },
  thanksgiving: { mo: 11, wd: 4, n: 4 },
  blackfriday: { mo: 11, wd: 4, n: 4, plus: 1 },
  cybermonday: { mo: 11, wd: 4, n: 4, plus: 4 },
  king: { mo: 1, wd: 1, n: 3 },
  presidents: { mo: 2, wd: 1, n: 3 },
  memorial: { mo: 5, wd: 1, n: -1 },
  labor: { mo: 9, wd: 1, n: 1 },
  columbus: { mo: 10, wd: 1, n: 2 },
  patrick: { mo: 3, d: 17 },
  earth: { mo: 4, d: 22 },
  juneteenth: { mo: 6, d: 19 },
  independence: { mo: 7, d: 4 },
  veterans: { mo: 11, d: 11 },
  goodfriday: { easter: -2 },
  easter: { easter: 0 },
  eastermonday: { easter: 1 },
  spring: { lunar: [1, 1] },
  lantern: { lunar: [1, 15] },
  dragon: { lunar: [5, 5] },
  qixi: { lunar: [7, 7] },
  autumn: { lunar: [8, 15] },
  ninth: { lunar: [9, 9] },
  laba: { lunar: [12, 8] },
  newyeareve: { lunar: [12, 30] },
};

/** Day number of Easter Sunday of the Gregorian calendar: the Sunday after the full moon that follows 21 March. */
function easterDay(y: number): number {
  const century = Math.floor(y / 100);
  const golden = y % 19;
  const correction = Math.floor((century - Math.floor((century - 17) / 25)) / 3);
  let moon = (century - Math.floor(century / 4) - correction + 19 * golden + 15) % 30;
  moon -= Math.floor(moon / 28) * (1 - Math.floor(moon / 28) * Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (y + Math.floor(y / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - sunday;
  return dayNumber(y, 3, 28 + offset);
}

/** Day number of a feast in a year, or null where there is none. */
export function feastDay(name: string, y: number): number | null {
  const term = TERMS.indexOf(name);
  if (term >= 0) return termDay(term, y);
  const rule = RULES[name];
  if (!rule) return null;
  if ('lunar' in rule) return lunarDay(name === 'newyeareve' || name === 'laba' ? y - 1 : y, rule.lunar[0], rule.lunar[1]);
  if ('easter' in rule) return easterDay(y) + rule.easter;
  if ('n' in rule) {
    const day = nthWeekday(y, rule.mo, rule.wd, rule.n);
    return day === null ? null : day + (rule.plus ?? 0);
  }
  return dayNumber(y, rule.mo, rule.d);
}
