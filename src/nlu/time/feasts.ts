/** Feasts on a fixed date, on an nth weekday, or in the Chinese calendar. */
import { civil, dayNumber, nthWeekday } from './calendar.ts';
import { zhNumber } from './numbers.ts';
import { en, follows, zh } from './pattern.ts';
import type { Recogniser } from './scan.ts';

type Rule =
  | { mo: number; d: number }
  | { mo: number; wd: number; n: number; plus?: number }
  | { easter: number }
  | { lunar: [number, number] }
  | { term: number };

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
  qingming: { term: 6 },
};

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

/** The 24 solar terms from 小寒 on, two a month, and the constant of each one's day in this century. */
const TERMS =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(' ');
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
  if ('term' in rule) return termDay(rule.term, y);
  if ('lunar' in rule) return lunarDay(name === 'newyeareve' || name === 'laba' ? y - 1 : y, rule.lunar[0], rule.lunar[1]);
  if ('easter' in rule) return easterDay(y) + rule.easter;
  if ('n' in rule) {
    const day = nthWeekday(y, rule.mo, rule.wd, rule.n);
    return day === null ? null : day + (rule.plus ?? 0);
  }
  return dayNumber(y, rule.mo, rule.d);
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

const ZH: Record<string, string> = {
  元旦: 'newyear',
  元旦节: 'newyear',
  新年: 'newyear',
  情人节: 'valentine',
  妇女节: 'women',
  三八妇女节: 'women',
  三八节: 'women',
  女神节: 'women',
  植树节: 'arbor',
  愚人节: 'fools',
  劳动节: 'labour',
  五一劳动节: 'labour',
  五一节: 'labour',
  五一: 'labour',
  青年节: 'youth',
  五四青年节: 'youth',
  儿童节: 'children',
  六一儿童节: 'children',
  六一: 'children',
  建党节: 'party',
  建军节: 'army',
  八一建军节: 'army',
  教师节: 'teacher',
  国庆: 'national',
  国庆节: 'national',
  十一国庆节: 'national',
  万圣节: 'halloween',
  双十一: 'singles',
  双11: 'singles',
  光棍节: 'singles',
  双十二: 'twelve',
  双12: 'twelve',
  平安夜: 'eve',
  圣诞前夜: 'eve',
  圣诞: 'christmas',
  圣诞节: 'christmas',
  跨年夜: 'lastday',
  母亲节: 'mother',
  父亲节: 'father',
  感恩节: 'thanksgiving',
  黑色星期五: 'blackfriday',
  春节: 'spring',
  大年初一: 'spring',
  元宵: 'lantern',
  元宵节: 'lantern',
  端午: 'dragon',
  端午节: 'dragon',
  七夕: 'qixi',
  七夕节: 'qixi',
  中秋: 'autumn',
  中秋节: 'autumn',
  重阳: 'ninth',
  重阳节: 'ninth',
  腊八: 'laba',
  腊八节: 'laba',
  除夕: 'newyeareve',
  除夕夜: 'newyeareve',
  大年夜: 'newyeareve',
  大年三十: 'newyeareve',
  年三十: 'newyeareve',
};

const EN: Record<string, string> = {
  "new year's eve": 'lastday',
  'new years eve': 'lastday',
  nye: 'lastday',
  "new year's day": 'newyear',
  'new years day': 'newyear',
  "new year's": 'newyear',
  "valentine's day": 'valentine',
  'valentines day': 'valentine',
  "women's day": 'women',
  "april fools' day": 'fools',
  'april fools': 'fools',
  'labour day': 'labour',
  'may day': 'labour',
  halloween: 'halloween',
  'christmas eve': 'eve',
  'xmas eve': 'eve',
  'christmas day': 'christmas',
  christmas: 'christmas',
  xmas: 'christmas',
  'boxing day': 'boxing',
  "mother's day": 'mother',
  'mothers day': 'mother',
  "father's day": 'father',
  'fathers day': 'father',
  'thanksgiving day': 'thanksgiving',
  thanksgiving: 'thanksgiving',
  'black friday': 'blackfriday',
  'cyber monday': 'cybermonday',
  'martin luther king day': 'king',
  'mlk day': 'king',
  "presidents' day": 'presidents',
  "president's day": 'presidents',
  'presidents day': 'presidents',
  'memorial day': 'memorial',
  'labor day': 'labor',
  'columbus day': 'columbus',
  "st patrick's day": 'patrick',
  "st. patrick's day": 'patrick',
  'earth day': 'earth',
  juneteenth: 'juneteenth',
  'independence day': 'independence',
  "veterans' day": 'veterans',
  'veterans day': 'veterans',
  'good friday': 'goodfriday',
  'easter monday': 'eastermonday',
  'easter sunday': 'easter',
  easter: 'easter',
  'chinese new year': 'spring',
  'lunar new year': 'spring',
  'spring festival': 'spring',
  'mid-autumn festival': 'autumn',
  'dragon boat festival': 'dragon',
};

for (const term of TERMS) ZH[term] ??= term;
ZH.清明节 = 'qingming';
ZH.冬至节 = '冬至';
ZH.冬至日 = '冬至';
ZH.夏至日 = '夏至';

/** A feast is a day only where nothing is glued to it: 国庆活动 is a topic. */
const ALONE =
  /\s*(?:$|[,，。.;；!！?？、)）]|那天|当天|当日|这天|这一天|前一天|后一天|前夕|上午|下午|中午|早上|晚上|晚|早|凌晨|傍晚|差|[之以过]?后|[之以]?前|的?[\d一二两三四五六七八九十]{1,3}[点:]|\d{1,2} ?[ap]m|at\b|开会|的会)/iy;
const YEARS: Record<string, number> = { 今年: 0, 明年: 1, 后年: 2, 去年: -1, 前年: -2, this: 0, next: 1, last: -1 };

const names = (table: Record<string, string>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');

const LUNAR_MONTHS: Record<string, number> = { 正: 1, 腊: 12, 冬: 11 };

export const feastsZh: Recogniser[] = [
  {
    name: 'zh.feast',
    first: `今明后去前12二${[...new Set(Object.keys(ZH).map((name) => name[0]!))].join('')}`,
    pattern: zh`(?:(今年|明年|后年|去年|前年)_的?|(\d{4})_年_的?)?(${names(ZH)})(?:假期)?`,
    read(m, { text, to }) {
      if (!follows(text, to, ALONE)) return null;
      const y = m[2] ? Number(m[2]) : null;
      const said = {
        kind: 'day' as const,
        day: { is: 'feast' as const, name: ZH[m[3]!]!, y, years: m[1] ? YEARS[m[1]]! : null },
        weak: true,
      };
      // 除夕夜8点: in the evening
      const night = m[3]!.endsWith('夜') && follows(text, to, / ?(?:\d{1,2}|[一二两三四五六七八九十]{1,2}) ?[点:]/y);
      return night ? { ...said, also: { kind: 'part', part: 'evening', weak: false } } : said;
    },
  },
  {
    name: 'zh.lunar',
    first: '今明农阴正腊冬大12一二三四五六七八九十',
    pattern: zh`(?:(今年|明年)_的?_|(?:农历|阴历)?(\d{4})年_的?_)?(农历|阴历)?_的?_(?:([正腊冬一二三四五六七八九十]|十一|十二)_月|(大年)(?=初))_(初?[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九])_?[日号]?`,
    read(m) {
      const month = m[5] ? '正' : m[4]!;
      if (!/[农阴]/.test(m[0]) && !/[正腊]/.test(month) && !m[6]!.startsWith('初')) return null;
      const mo = LUNAR_MONTHS[month] ?? zhNumber(month);
      const d = zhNumber(m[6]!.replace('初', ''));
      if (!(d >= 1 && d <= 30)) return null;
      return { kind: 'day', day: { is: 'lunar', mo, d, y: m[2] ? Number(m[2]) : null, years: m[1] ? YEARS[m[1]]! : null }, weak: false };
    },
  },
];

export const feastsEn: Recogniser[] = [
  {
    name: 'en.feast',
    first: `tnl${[...new Set(Object.keys(EN).map((name) => name[0]!))].join('')}`,
    pattern: en`(?:(this|next|last) )?(${names(EN)})(?: (\d{4}))?\b`,
    read(m, { text, to }) {
      if (!follows(text, to, ALONE)) return null;
      const y = m[3] ? Number(m[3]) : null;
      const name = EN[m[2]!.toLowerCase().replace(/\s+/g, ' ')];
      return name ? { kind: 'day', day: { is: 'feast', name, y, years: m[1] ? YEARS[m[1].toLowerCase()]! : null }, weak: true } : null;
    },
  },
];
