/** Feasts on a fixed date, on an nth weekday, or in the Chinese calendar. */
import { TERMS } from '../../calendar/chinese-calendar.ts';
import { zhNumber } from './numbers.ts';
import { en, follows, zh } from './pattern.ts';
import type { Recogniser } from './scan.ts';

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

const TERMS_ZH =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(' ');
TERMS.forEach((term, i) => {
  ZH[TERMS_ZH[i]!] ??= term;
});
ZH.清明节 = 'qingming';
ZH.冬至节 = 'dongzhi';
ZH.冬至日 = 'dongzhi';
ZH.夏至日 = 'xiazhi';

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
