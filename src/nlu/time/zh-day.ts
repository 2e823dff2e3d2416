/** Days and stretches of days in Chinese. */
import type { DaySpec } from './atoms.ts';
import { feastsZh } from './feasts.ts';
import { zhAbout, zhNumber } from './numbers.ts';
import { before, follows, loose, zh } from './pattern.ts';
import type { Recogniser } from './scan.ts';

const HAN = '一二两三四五六七八九十廿卅零〇';
const N = `(?:\\d{1,2}|[${HAN}]{1,3})`;
const BIG = `(?:\\d{1,3}|[${HAN}俩仨百]{1,5})`;
const YEAR = '(?:[12]\\d{3}|二[〇零一二三四五六七八九](?= ?年)|[〇零一二三四五六七八九]{4}|\\d{2})';
const WEEK = '(?:周|星期|礼拜)';
const FIRST_NUMBER = `0123456789${HAN}俩仨`;

export const weekdayZh = (char: string): number => {
  const at = '一二三四五六日'.indexOf(char === '天' || char === '七' || char === '7' ? '日' : char);
  return at >= 0 ? at + 1 : Number(char);
};

const day = (spec: DaySpec, weak = false) => ({ kind: 'day' as const, day: spec, weak });
const date = (y: number | null, years: number | null, mo: number | null, months: number | null, d: number): DaySpec => ({
  is: 'date',
  y,
  years,
  mo,
  months,
  d,
});

function year(text: string | undefined): number | null {
  if (!text) return null;
  const n = zhNumber(text);
  return text.length === 2 && n < 100 ? 2000 + n : n;
}

const YEARS: Record<string, number> = { 今年: 0, 本年: 0, 明年: 1, 后年: 2, 大后年: 3, 去年: -1, 前年: -2, 来年: 1 };

/** 这/本 0, 下 1, 下下 2, 上 −1. */
function turns(word: string | undefined): number | null {
  if (!word) return null;
  if (word === '再下') return 2;
  if (word.startsWith('下')) return word.length;
  if (word.startsWith('上')) return -word.length;
  return 0;
}

const SIMPLE: Record<string, number> = { 今: 0, 本: 0, 明: 1, 听: 1, 翌: 1, 后: 2, 昨: -1, 前: -2 };
const COUNTED = /个|人|天|分|点|周|月|年|家|万|亿|元|块|折|%|时|倍|台|条|期|版|层|楼|名|位|次|℃|度|岁|组|页|章|行|列/y;
const NOT_A_DAY =
  /(?:楼|线|会议|厅|店|仓|机|馆|门|桌|房|车|院|位|选手|文件|文|产品|模型|员工|工单|群|服务|节点|环境|库|键|字|球|电池|码|站|院|库|坑|柜|室|通知|令|公告|技师|种子|人|病|标|井|岛|矿|路|院|牌|铺|展|柜|棚|炉|电|角色|位置|作品|主|公馆|男|女|嘉宾|方案|提案|议题|问题|任务|需求|bug|包|馆|桩|泊|营|塔|厂|院)/iy;

export const zhDays: Recogniser[] = [
  {
    name: 'zh.day.word',
    first: '今明后昨前大听翌本',
    pattern: /(大{0,3})(今|明|后|昨|前|听|翌|本)(天|日|儿个|儿|个儿|個)(?!头条|方舟|之星|重现|资本|报|黄花|华|量|经济|晚报|早报)/y,
    read(m, { text, from, to }) {
      const base = SIMPLE[m[2]!]!;
      const big = m[1]!.length;
      if (m[2] === '本' && m[3] !== '日') return null;
      if (m[2] === '听' && m[3] !== '日') return null;
      if (big > 0 && m[2] !== '后' && m[2] !== '前') return null;
      if (m[2] === '明' && /[说声证]/.test(before(text, from)) && text[to] === '气') return null;
      if (m[2] === '后' && /[以之今往然先最]/.test(before(text, from))) return null;
      if (m[2] === '前' && /[以之目提先]/.test(before(text, from))) return null;
      return day({ is: 'shift', days: base + Math.sign(base) * big });
    },
  },
  {
    name: 'zh.day.next',
    first: '次第翌隔',
    pattern: /次日|第二天|隔日|翌日/y,
    read: () => day({ is: 'shift', days: 1, onward: true }),
  },
  {
    // 11/25(三)
    name: 'zh.weekday.bracket',
    first: '(',
    pattern: /\( ?(?:周|星期|礼拜)?([一二三四五六日]) ?\)/y,
    read(m, { text, from }) {
      return /[\d日号] ?$/.test(before(text, from, 2)) ? day({ is: 'weekday', wd: weekdayZh(m[1]!), week: null }, true) : null;
    },
  },
  {
    // 今晚, 明早: the part is read by its own recogniser
    name: 'zh.day.short',
    first: '今明昨',
    pattern: /(今|明|昨)(?=_?[晚早夜晨]|午)/y,
    read(m, { text, from }) {
      if (m[1] === '明' && /[发说证声表文透清简英光黎]/.test(before(text, from))) return null;
      return day({ is: 'shift', days: SIMPLE[m[1]!]! });
    },
  },
  {
    name: 'zh.weekday',
    first: '这本下上周星礼再',
    pattern: zh`(?:(这|本|再下|下{1,3}|上{1,3})(?:一)?_个?_(?:${WEEK}_的?_)?)?${WEEK}_(一(?!次|遍|回|趟|更|练|刊|年|期|季|直|起(?!每|,|，|开始)|边)|二|三|四|五|六|日(?!程|报|常|志|均|活|期|记|结)|天(?!气|数)|[1-7](?![\d.:：%个]|_?[周天次小分月年人号日]))`,
    read(m, { text, from }) {
      const prev = before(text, from);
      if (!m[1] && /[\d一二两三四五六七八九十几每半单双整隔数]/.test(prev) && m[0].startsWith('周')) return null;
      if (m[1] && !m[1].startsWith('这') && /[以之线当手路]/.test(prev) && m[1] !== '本') return null;
      return day({ is: 'weekday', wd: weekdayZh(m[2]!), week: turns(m[1]) });
    },
  },
  {
    name: 'zh.weekend',
    first: '这本下上周双',
    pattern: zh`(?:(这|本|下{1,2}|上{1,2})(?:一)?_个?_)?(?:${WEEK}_末|双休日|周六日|周六周日|周六、日)(?!愉快|快乐|好)`,
    read: (m) => day({ is: 'period', unit: 'weekend', shift: turns(m[1]) ?? 0, y: null, n: null, edge: 'all' }),
  },
  {
    name: 'zh.week',
    first: '这本下上再',
    pattern: zh`(这|本|再下|下{1,3}|上{1,3})(?:一)?_个?_${WEEK}(?:_(初|中(?![国文午间心])|末|内|里|之内))?(?!报|会|刊|年)`,
    read: (m, { text, to }) => {
      if (!loose(text, to) && !follows(text, to, /同一|同样|相同|同时间|这个?时[候间]|此时/y)) return null;
      const edge = m[2] === '初' ? 'first' : m[2] === '中' ? 'middle' : 'all';
      return day({ is: 'period', unit: 'week', shift: turns(m[1]), y: null, n: null, edge });
    },
  },
  {
    name: 'zh.date',
    first: `${FIRST_NUMBER}今明后去前来本大`,
    pattern: zh`(?:(${YEAR})_年_|(今年|本年|明年|后年|大后年|去年|前年|来年)_的?)?(${N})_月份?_的?_(?:(${N})_(日|号|號)?|((?:月(?=[底末初]))?(?:底|末)(?:前?的?最后一天)?|月?初|中旬|上旬|下旬|中))`,
    read(m, { text, to }) {
      const mo = zhNumber(m[3]!);
      const y = year(m[1]);
      const years = m[2] ? YEARS[m[2]]! : null;
      if (m[6]) {
        if (mo < 1 || mo > 12) return null;
        return monthEdge(m[6].replace('月', ''), y, years, mo, null);
      }
      const d = zhNumber(m[4]!);
      if (!m[5]) {
        if (follows(text, to, COUNTED) || (/\d/.test(text[to] ?? '') && text[to - 1] !== ' ')) return null;
        if (mo > 12 || d > 31 || d < 1) return null;
      }
      if (!(mo >= 1 && mo <= 12 && d >= 1 && d <= 31)) return { kind: 'bad', problem: 'no_such_date' };
      return day(date(y, years, mo, null, d));
    },
  },
  {
    name: 'zh.month.day',
    first: '这本下上当',
    pattern: zh`(这|本|当|下{1,2}|上{1,2})(?:一)?_个?_月_的?_(?:(${N})_(?:日|号)|(底|末|初|中旬|上旬|下旬|中)(?!国|午|间))`,
    read(m) {
      const months = turns(m[1])!;
      if (m[3]) return monthEdge(m[3], null, null, null, months);
      return day(date(null, null, null, months, zhNumber(m[2]!)));
    },
  },
  {
    name: 'zh.month.edge',
    first: '月',
    pattern: /月((?:底|末)(?:前?的?最后一天)?|初|中旬|上旬|下旬|中(?![国文间秋]))/y,
    read(m, { text, from, to }) {
      // 订一个月底的会: the 个 is the meeting's
      const counted = /[\d一二三四五六七八九十个每各]$/.test(before(text, from)) && !/[约订定开排拉来安]一?个$/.test(before(text, from, 3));
      if (counted) return null;
      if (m[1] === '初') return day({ ...date(null, null, null, null, 1), passing: true } as DaySpec);
      if (m[1] === '中') return follows(text, to, /考|报|会/y) ? null : day(date(null, null, null, null, 15));
      return monthEdge(m[1]!, null, null, null, 0);
    },
  },
  {
    name: 'zh.year.edge',
    first: '今明后去前来本年',
    pattern: zh`(今年|本年|明年|后年|去年|来年)?_(?:年?(底|末|初))`,
    read(m, { text, from }) {
      if (!m[1] && !m[0].startsWith('年')) return null;
      if (!m[1] && /[\d一二两三四五六七八九十每各几大]/.test(before(text, from))) return null;
      const years = m[1] ? YEARS[m[1]]! : null;
      if (m[2] === '初') return day(date(null, years, 1, null, 1));
      return day(date(null, years, 12, null, 31));
    },
  },
  {
    name: 'zh.day.number',
    first: FIRST_NUMBER,
    pattern: zh`(${N})_(日|号|號)`,
    read(m, { text, from, to }) {
      const prev = before(text, from);
      if (/[第\d.#楼层栋区线馆厅期A-Za-z]/.test(prev) || (prev === '-' && !/[\d日号]/.test(before(text, from - 1)))) return null;
      if (m[2] === '日') {
        if (follows(text, to, /(?:游|内|均|线|报|元|本|语|历|子|常|程|志|活|新增|留存|后|前|之)/y)) return null;
        if (!/\d/.test(m[1]!) && m[1]!.length < 2) return null;
      } else if (follows(text, to, NOT_A_DAY)) {
        return { kind: 'stop' };
      }
      const d = zhNumber(m[1]!);
      if (d < 1) return null;
      return d > 31 ? (d > 39 ? null : { kind: 'bad', problem: 'no_such_date' }) : day(date(null, null, null, null, d));
    },
  },
  {
    name: 'zh.nth.weekday',
    first: `这本下上当今明${FIRST_NUMBER}第最`,
    pattern: zh`(?:(?:(今年|明年)_的?)?(?:(${N})_月份?|(这|本|当|下{1,2}|上)_个?_月)_的?_)?(?:第_([一二三四五1-5])|(最后一?))_个?_${WEEK}_([一二三四五六日天1-7])`,
    read(m) {
      if (!m[2] && !m[3]) {
        if (!m[5] && !m[4]) return null;
      }
      return day({
        is: 'nth',
        n: m[5] ? -1 : zhNumber(m[4]!),
        wd: weekdayZh(m[6]!),
        y: null,
        mo: m[2] ? zhNumber(m[2]) : null,
        months: m[2] ? null : turns(m[3]),
      });
    },
  },
  {
    // 下个月最后一天, 今年最后一天, 12月第一天, 季度末
    name: 'zh.edge.day',
    first: `这本下上当今明后${FIRST_NUMBER}季`,
    pattern: zh`(?:(?:(${YEAR})_年_|(今年|本年|明年|后年)_的?)?(?:(${N})_月份?)?|(这|本|当|下{1,2}|上)(?:一)?_个?_(月|季度|周|星期))_的?_(第一天|最后一天|头一天)|季度(末|底)`,
    read(m) {
      if (m[7]) return day({ is: 'period', unit: 'quarter', shift: 0, y: null, n: null, edge: 'last' });
      const edge = m[6]!.startsWith('最') ? 'last' : 'first';
      const shift = m[4] ? turns(m[4] === '当' ? '本' : m[4]) : m[2] ? YEARS[m[2]]! : null;
      if (m[5] === '周' || m[5] === '星期') return day({ is: 'weekday', wd: edge === 'last' ? 7 : 1, week: shift });
      if (m[5])
        return day({ is: 'period', unit: m[5] === '月' ? 'month' : m[5] === '季度' ? 'quarter' : 'week', shift, y: null, n: null, edge });
      if (m[3]) {
        const n = zhNumber(m[3]);
        return n >= 1 && n <= 12 ? day({ is: 'period', unit: 'month', shift, y: year(m[1]), n, edge }) : null;
      }
      if (!m[1] && !m[2]) return null;
      return day({ is: 'period', unit: 'year', shift, y: year(m[1]), n: null, edge });
    },
  },
  {
    // 12月第二周, 下个月最后一周的周三
    name: 'zh.month.week',
    first: `这本下当${FIRST_NUMBER}`,
    pattern: zh`(?:(${N})_月份?|(这|本|当|下{1,2})_个?_月)_的?_(?:第_([一二三四1-4])_个?|(最后一?)个?)_${WEEK}(?![一二三四五六日天])(?:_的?_${WEEK}_([一二三四五六日天1-7]))?`,
    read(m) {
      const mo = m[1] ? zhNumber(m[1]) : null;
      if (mo !== null && !(mo >= 1 && mo <= 12)) return null;
      const months = m[2] ? turns(m[2] === '当' ? '本' : m[2]) : null;
      const n = m[4] ? -1 : zhNumber(m[3]!);
      if (m[5]) return day({ is: 'nth', n, wd: weekdayZh(m[5]), y: null, mo, months });
      const days: [number, number] = n < 0 ? [25, 31] : [n * 7 - 6, n * 7];
      return day({ is: 'period', unit: 'month', shift: months, y: null, n: mo, edge: 'all', days }, true);
    },
  },
  {
    name: 'zh.month',
    first: `${FIRST_NUMBER}这本下上今明后去前来`,
    pattern: zh`(?:(?:(${YEAR})_年_|(今年|本年|明年|后年|去年|前年|来年)_的?)?(${N})_月份?|(这|本|下{1,2}|上{1,2})(?:一)?_个?_月)(?!报|会|饼|度|活|薪|结|均|卡|光|亮|子|球|租|供|日|号)`,
    read(m, { text, from, to }) {
      if (/[第个\d]/.test(before(text, from)) || !loose(text, to)) return null;
      if (m[3]) {
        const mo = zhNumber(m[3]);
        if (mo < 1 || mo > 12) return null;
        const shift = m[2] ? YEARS[m[2]]! : null;
        return day({ is: 'period', unit: 'month', shift, y: year(m[1]), n: mo, edge: 'all' }, true);
      }
      return day({ is: 'period', unit: 'month', shift: turns(m[4]), y: null, n: null, edge: 'all' }, true);
    },
  },
  {
    name: 'zh.quarter',
    first: '这本下上',
    pattern: zh`(这|本|下|上)(?:一)?_个?_季度(初|末|底)?`,
    read(m, { text, to }) {
      if (!loose(text, to)) return null;
      const edge = m[2] === '初' ? 'first' : m[2] ? 'last' : 'all';
      return day({ is: 'period', unit: 'quarter', shift: turns(m[1]), y: null, n: null, edge }, true);
    },
  },
  {
    name: 'zh.year',
    first: `${FIRST_NUMBER}今明后去前来本`,
    pattern: zh`(?:([12]\d{3}|[〇零一二三四五六七八九]{4})_年|(今年|本年|明年|后年|去年|前年|来年))(?!度|终|会|货|报|底|初|末|级|龄|薪|假|夜|级)`,
    read(m, { text, to }) {
      if (!loose(text, to)) return null;
      const y = year(m[1]);
      if (y !== null && (y < 1900 || y > 2200)) return null;
      return day({ is: 'period', unit: 'year', shift: m[2] ? YEARS[m[2]]! : null, y, n: null, edge: 'all' }, true);
    },
  },
  {
    name: 'zh.day.later',
    first: `${FIRST_NUMBER}半过再百`,
    pattern: zh`(?:再?过_)?(${BIG}|半)_个?_(半(?=[月年]))?(天|日|周|星期|礼拜|月|季度|年)_(半)?_(?:之后|以后|过后|后(?!天|儿|续|面|台|勤|端|期|半[夜程场段部]|悔)|(之前|以前|前(?!天|端|后|面|期|台|儿|置|提)))`,
    read(m) {
      // 三五天后: nobody knows which
      if (m[1] !== '半' && zhAbout(m[1]!) !== zhNumber(m[1]!)) return { kind: 'vague', day: true };
      const n = m[1] === '半' ? 0.5 : zhNumber(m[1]!) + (m[2] || m[4] ? 0.5 : 0);
      return later(n, m[3]!, m[5] ? -1 : 1, /[个俩仨]/.test(m[0]));
    },
  },
  {
    name: 'zh.day.pass',
    first: '过再',
    pattern: zh`再?过_(${BIG}|半)_个?_(天|周|星期|礼拜|月|年)(?!报|会)`,
    read: (m) => (m[0] === '过两天' ? null : later(m[1] === '半' ? 0.5 : zhNumber(m[1]!), m[2]!, 1, m[0].includes('个'))),
  },
  {
    name: 'zh.window',
    first: '未接今往之过最近前后下上这刚',
    pattern: zh`(未来|接下来|接下去|今后|往后|之后|随后|后|下|过去|刚过去|最近|近|前|上|之前|此前)_的?这?_(${BIG}|半|几|数)_个?_(半)?_(天|日|周|星期|礼拜|月|年|小时|钟头|分钟|秒钟?)(?:内|里|之内)?(?!的|前|后|之|以|半|[一二三四五六日]|计|报)`,
    read(m, { text, from, to }) {
      if (!loose(text, to) || /^[几数]$/.test(m[2]!) || /^[上下]半年/.test(m[0])) return null;
      // 提前半小时, 延后15分钟, 开上两个小时
      if (m[1]!.length === 1 && /[提之往延推顺以移开聊谈说等早晚]/.test(before(text, from))) return null;
      const sign = /未|接|今|往|后|下/.test(m[1]!) && !/前/.test(m[1]!) ? 1 : -1;
      const n = m[2] === '半' ? 0.5 : zhNumber(m[2]!) + (m[3] ? 0.5 : 0);
      if (!(n > 0) || n > 1000) return null;
      const unit = m[4]!;
      // 前三天, 下两周: too common in front of a topic when they are not all there is
      if (/^[前后下上近]$/.test(m[1]!) && !follows(text, to, /\s*(?:$|[,，。])/y)) return null;
      const minutes = /小时|钟头/.test(unit) ? 60 : unit === '分钟' ? 1 : unit.startsWith('秒') ? 1 / 60 : 0;
      if (minutes) {
        const seconds = sign < 0 ? -n * minutes * 60 : 0;
        return { kind: 'offset', seconds, also: { kind: 'length', minutes: n * minutes, days: 0, months: 0, weak: false } };
      }
      if (unit === '月' && !m[0].includes('个')) return null;
      if (!Number.isInteger(n)) {
        if (unit !== '年' && unit !== '月') return null;
        const months = unit === '年' ? Math.round(n * 12) : 1;
        return day({ is: 'window', unit: 'month', from: sign > 0 ? 1 : -months, to: sign > 0 ? months : -1 }, true);
      }
      const name = unit === '天' || unit === '日' ? 'day' : unit === '月' ? 'month' : unit === '年' ? 'year' : 'week';
      return day({ is: 'window', unit: name, from: sign > 0 ? 1 : -n, to: sign > 0 ? n : -1 }, true);
    },
  },
  {
    // 上半年, 第四季度, 明年夏天
    name: 'zh.months',
    first: `${FIRST_NUMBER}今明去后前来上下第春夏秋冬本`,
    pattern: zh`(?:(${YEAR})_年_的?|(今年|本年|明年|后年|去年|前年|来年)_的?)?_(?:([上下])半年|第_([一二三四1-4])_个?_季度|([一二三四])季度|([春夏秋冬])[天季])(?!度|节|新|活|促|款|装|版)`,
    read(m, { text, to }) {
      if (!loose(text, to)) return null;
      const y = year(m[1]);
      const years = m[2] ? YEARS[m[2]]! : null;
      if (m[3]) return day({ is: 'months', first: m[3] === '上' ? 1 : 7, last: m[3] === '上' ? 6 : 12, y, years }, true);
      const quarter = m[4] ?? m[5];
      const first = quarter ? zhNumber(quarter) * 3 - 2 : '春夏秋冬'.indexOf(m[6]!) * 3 + 3;
      return day({ is: 'months', first, last: first + 2, y, years }, true);
    },
  },
  {
    // 明后天, 今明两天: one of two days
    name: 'zh.two.days',
    first: '今明',
    pattern: /(今明|明后)(?:两|二)?[天日]/y,
    read: (m) => day({ is: 'window', unit: 'day', from: m[1] === '今明' ? 0 : 1, to: m[1] === '今明' ? 1 : 2 }),
  },
  {
    // 三天内, 一周之内: from today on
    name: 'zh.days.within',
    first: FIRST_NUMBER,
    pattern: zh`(${BIG})_(天|日|周|星期|礼拜)_(?:之内|以内|内)(?!部|容|存|心|网|涵|测)`,
    read(m, { text, from }) {
      if (/[第近前\d每]/.test(before(text, from))) return null;
      const n = zhAbout(m[1]!) * (m[2] === '天' || m[2] === '日' ? 1 : 7);
      return n > 0 && n < 400 ? day({ is: 'window', unit: 'day', from: 0, to: n }, true) : null;
    },
  },
  {
    // 下个工作日, 三个工作日后
    name: 'zh.workday',
    first: `下第${FIRST_NUMBER}`,
    pattern: zh`下一?个?工作日|(${BIG})_个?工作日_(?:之后|以后|后)`,
    read(m) {
      const n = m[1] ? zhNumber(m[1]) : 1;
      return n > 0 && n < 100 ? day({ is: 'workday', n }) : null;
    },
  },
  {
    // 下周的今天, 一个月后的今天, 明年今天
    name: 'zh.same.day',
    first: `下上明后去${FIRST_NUMBER}`,
    pattern: zh`(?:(下{1,3}|上{1,2})(?:一)?_个?_(周|星期|礼拜|月)|(明年|后年|去年)|(${BIG})_个?_(周|星期|礼拜|月|年)_(?:之后|以后|后))_的?_(?:今天|同一天|今日)`,
    read(m) {
      const n = m[4] ? zhNumber(m[4]) : m[3] ? YEARS[m[3]]! : turns(m[1])!;
      const unit = m[2] ?? m[5] ?? '年';
      if (!(Math.abs(n) > 0)) return null;
      if (unit === '月') return day({ is: 'shift', days: 0, months: n });
      return day(unit === '年' ? { is: 'shift', days: 0, months: 12 * n } : { is: 'shift', days: 7 * n });
    },
  },
  ...feastsZh,
];

function later(n: number, unit: string, sign: number, counted: boolean) {
  if (!(n > 0)) return null;
  if (unit === '天' || unit === '日') return Number.isInteger(n) ? day({ is: 'shift', days: sign * n }) : null;
  if (unit === '周' || unit === '星期' || unit === '礼拜') return Number.isInteger(n * 7) ? day({ is: 'shift', days: sign * n * 7 }) : null;
  if (unit === '季度') return day({ is: 'shift', days: 0, months: sign * Math.round(n * 3) });
  if (unit === '年') return day({ is: 'shift', days: 0, months: sign * Math.round(n * 12) });
  if (!counted) return null;
  const whole = Math.trunc(n);
  return day({ is: 'shift', days: sign * (n - whole) * 30, months: sign * whole });
}

function monthEdge(word: string, y: number | null, years: number | null, mo: number | null, months: number | null) {
  if (/^[底末]/.test(word)) return day(date(y, years, mo, months, -1));
  if (word === '初') return day(date(y, years, mo, months, 1));
  const days: [number, number] = word === '上旬' ? [1, 10] : word === '下旬' ? [21, 31] : word === '中旬' ? [11, 20] : [14, 16];
  return day({ is: 'period', unit: 'month', shift: mo === null ? months : years, y, n: mo, edge: 'all', days });
}
