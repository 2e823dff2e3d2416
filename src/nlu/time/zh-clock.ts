/** Clocks, parts of the day and lengths in Chinese. */
import type { DayPart } from '../../domain/time.ts';
import type { Clock } from './atoms.ts';
import { zhAbout, zhNumber } from './numbers.ts';
import { before, follows, spent, zh } from './pattern.ts';
import type { Recogniser } from './scan.ts';

const HAN = '一二两三四五六七八九十廿零〇';
const N = `(?:\\d{1,2}|[${HAN}]{1,3})`;
const BIG = `(?:\\d{1,4}(?:\\.\\d{1,2})?|[${HAN}俩仨百]{1,5})`;
/** 30到45分钟, 一两到三小时: the longer one counts. */
const UPTO = `(?:(?:\\d{1,2}|[${HAN}]{1,3}|半_个?_小时)_(?:分钟|个?小时)?_(?:到|至|-|~|或)_)?`;
const FIRST = `0123456789${HAN}俩仨`;

const PARTS: Record<string, DayPart> = {};
const part = (name: DayPart, words: string) => {
  for (const word of words.split(' ')) PARTS[word] = name;
};
part('dawn', '凌晨 拂晓 黎明 后半夜 下半夜');
part('morning', '清晨 清早 大清早 一大早 大早上 早上 早晨 晨间 上午 午前 早间 早 晨 一早');
part('noon', '中午 正午 晌午 午间 午');
part('afternoon', '下午 午后 后晌');
part('evening', '傍晚 黄昏 晚上 晚间 夜晚 晚 大晚上');
part('night', '夜里 夜间 深夜 半夜 大半夜 午夜 夜 前半夜');

part('morning', '朝早 上昼');
part('afternoon', '下昼 晏昼');
part('eod', '下班前 下班之前 下班以前 收工前');
part('evening', '下班后 下班之后 下班以后 晚饭后 晚饭之后 饭后');
part('afternoon', '午饭后 午饭之后 午休后 午餐后');
part('noon', '午休时间 午休 午饭时间 午饭时');

const LONG_PARTS = Object.keys(PARTS)
  .filter((word) => word.length > 1)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** What makes of 3点 three points instead of three o'clock. */
const POINTS =
  /(?:关于|新的?|小|大|核心|主要|重要|关键|具体|改进|优化|个人|不同|共同|想法|建议|意见|要求|原因|理由|问题|说明|思考|内容|看法|结论|共识|反馈|好处|优势|劣势|不足|需求|疑问|补充|启示|体会|心得|经验|注意|区别|差异|感受|总结|提示|期望|目标|事项|声明|收获|观点|考虑|措施|方案|特点|优点|缺点|诉求|顾虑|希望|变化|变动|教训|价值|意义|担心|发现|好|坏|左右为难|五倍|几|一线|[一二三四五六七八九\d]折|钱|儿?也?不|都不|希望|水|心|油|五个|都)/y;
/** Behind 一点, nothing but a clock's own company. */
const ONE = /[ 　]?(?:$|[钟整半,，。.;；:：!！?？、)）\-~—]|[到至开见在吧碰约之以前后左的集出\d起过一二三四五零]|刻)/y;
const MINUTE_NOT =
  /[ 　]?(?:个|人|位|名|楼|层|万|亿|元|块|%|月|日|号|天|周|年|版|期|条|项|次|倍|米|折|岁|家|台|件|份|页|章|组|度|楼|点|时|小时|刻|分钟|h|min|m\b|ppt)/iy;

const STILL_CLOCK = /[ 　]?(?:[开见到集出碰\-~吧呢行可就前后之以整半,，]|$|的会|有会|左右|钟)/y;

/** 3点需求评审 at the head of a message: three o'clock after all. */
const MEETING = /.{1,6}(?:评审|讨论|沟通|分享|复盘|对齐|同步|汇报|宣讲|澄清|走查|会)/y;

/** 3点 as three points, 一点 as "a little". */
function arePoints(text: string, from: number, to: number, said: string): boolean {
  // 早一点, 晚一点: a little; 今晚一点, 周六早一点 are hours
  if (said === '一' && /(?:^|[^今明昨当天日号一二三四五六])[早晚]$/.test(before(text, from, 2))) return true;
  if (/分之$|[掉跌涨降升扣减]了?$/.test(before(text, from, 2))) return true;
  const behindDay =
    /[午上晚早晨天日号周夜中里今明后到至\-~在约]$/.test(before(text, from).trim() || before(text, from, 2)) ||
    /[周期拜][一二三四五六]$/.test(before(text, from, 3).trim());
  if (behindDay) {
    return said === '一' && !follows(text, to, ONE);
  }
  if (follows(text, to, POINTS) && !(from === 0 && follows(text, to, MEETING))) return true;
  const two = before(text, from, 2);
  if (/[这共分列含]$|[以如]下$|[提讲说列谈写加分][了出过]$|[提讲列写]$/.test(two)) return true;
  if (/[那有说谈加]$/.test(two) && !follows(text, to, STILL_CLOCK)) return true;
  return said === '一' && (/[早晚快慢好多少差有大小高低便宜贵近远简单充那这]$/.test(two) || !follows(text, to, ONE));
}

function clock(h: number, mi: number, firm = false): { kind: 'clock'; clock: Clock; weak: boolean } {
  return { kind: 'clock', clock: { h, mi, s: 0, half: null, firm: firm || h >= 13 || h === 0 }, weak: false };
}

const bad = { kind: 'bad', problem: 'no_such_time' } as const;

export const zhClocks: Recogniser[] = [
  {
    name: 'zh.part',
    first: '凌拂黎后下清大一早晨上午中正晌傍黄晚夜深半前收饭朝晏',
    pattern: new RegExp(`(${LONG_PARTS})(?!好|安|茶|班|会面|餐|报|自习)`, 'y'),
    read(m, { text, from, to }) {
      const word = m[1]!;
      if (word === '早晨' && text[to] === '会') return null;
      // 1点到2点午休培训: the topic's
      if (/^(?:午休|[晨早午晚]间)$/.test(word) && /[点半分刻\d] ?$/.test(before(text, from, 2)) && /[\u4e00-\u9fff]/.test(text[to] ?? ''))
        return null;
      if (word === '一早' && from > 0 && /[十\d]/.test(before(text, from))) return null;
      if ((word === '下午' || word === '上午' || word === '晚上') && /^[ 　]?(?:好|茶)/.test(text.slice(to, to + 2))) return null;
      // alone, these two are clocks
      if ((word === '午夜' || word === '正午') && !follows(text, to, /[ 　]?[\d一二两三四五六七八九十零]/y)) {
        return word === '正午'
          ? clock(12, 0, true)
          : { kind: 'clock', clock: { h: 24, mi: 0, s: 0, half: null, firm: true, midnight: true }, weak: false };
      }
      return { kind: 'part', part: PARTS[word]!, weak: false };
    },
  },
  {
    // 今晚, 周五晚, 25号早, 每晚; 早8点, 晚9点半
    name: 'zh.part.short',
    first: '早晚晨夜午',
    pattern: /[早晚晨夜午](?!安)/y,
    read(m, { text, from, to }) {
      const prev = before(text, from);
      const said = { kind: 'part' as const, part: PARTS[m[0]]!, weak: false };
      if (/[今明昨每]/.test(prev)) {
        if (m[0] === '早' && /[发说证声表文透清简英]/.test(before(text, from - 1)) && prev === '明') return null;
        return said;
      }
      if (
        /[天儿日号一二三四五六]/.test(prev) &&
        !/^(?:会|餐|饭|班|报|操|读|自习|茶|宴|课|点名|期|已|就|上|间|一点|点|些|了)/.test(text.slice(to, to + 3))
      )
        return said;
      if (m[0] !== '早' && m[0] !== '晚') return null;
      if (/[最不太更很偏]/.test(prev)) return null;
      return follows(text, to, /[ 　]?(?:\d{1,2}(?=[ 　]?[点:时\-~到至])|[二两三四五六七八九十]{1,3}[ 　]?[点时])/y) ? said : null;
    },
  },
  {
    name: 'zh.greeting',
    first: '早上中下晚大晨',
    pattern: /(?:早上|上午|中午|下午|晚上|晨)[ 　]?(?:好|安)|早安|晚安|下午茶|大家早|早上坏/y,
    read: () => ({ kind: 'stop' }),
  },
  {
    // 三四点, 3、4点
    name: 'zh.clock.about',
    first: FIRST,
    pattern: zh`(?:([一二两三四五六七八九])([二三四五六七八九十])|(十)([一二])([二三])|(\d{1,2})[、,，](\d{1,2}))_点_钟?(?!半|\d)`,
    read(m, { text, from, to }) {
      if (follows(text, to, POINTS) || /[第几]/.test(before(text, from))) return null;
      const low = m[6] ? Number(m[6]) : m[3] ? 10 + zhNumber(m[4]!) : zhNumber(m[1]!);
      const high = m[7] ? Number(m[7]) : m[3] ? 10 + zhNumber(m[5]!) : zhNumber(m[2]!);
      return high === low + 1 && high <= 24 ? { kind: 'either', low, high } : null;
    },
  },
  {
    name: 'zh.clock',
    first: FIRST,
    pattern: zh`(${N})_(?:点_钟?|时(?!间|候|段|长|区|效|代|刻|常|节|薪|差|机|事|而|不))_(?:(整|正)|(半)(?!_?(?:个|小时|钟头|天|年|成|价|程|导|自|径|数))(?:钟)?|(一|1|二|两|三|3)_刻(?!_?钟)|过_(一|1|三|3)_刻(?!_?钟)|[差欠缺]_(一)_刻(?!_?钟)|(?:过|零|〇|又)?_(\d{1,2}|[${HAN}]{1,3})_分(?!_?(?:钟|之|享|析|组|工|配|支|为|公|部|批|销|成|账))(?:_(\d{1,2}|[${HAN}]{1,3})_秒)?|[差欠缺]_(\d{1,2}|[五十]{1,2})_分(?!钟)|[过]?(\d{2}|0\d|[${HAN}]{1,3}))?`,
    read(m, place) {
      const { text, from } = place;
      const said = m[1]!;
      const h = zhNumber(said);
      let to = place.to;
      let mi = 0;
      let s = 0;
      let tail = true;
      if (m[3]) mi = 30;
      else if (m[4] || m[5]) mi = /[三3]/.test((m[4] ?? m[5])!) ? 45 : /[一1]/.test((m[4] ?? m[5])!) ? 15 : 30;
      else if (m[6]) mi = -15;
      else if (m[7]) mi = zhNumber(m[7]);
      else if (m[9]) mi = -zhNumber(m[9]);
      else if (m[10]) {
        const bare = zhNumber(m[10]);
        // 3点20: two digits, glued, and not the start of something else
        const glued = text[to - m[10].length - 1] !== ' ';
        if (glued && bare >= 60 && !follows(text, to, MINUTE_NOT)) return bad;
        if (glued && bare < 60 && (m[10].length > 1 || /十/.test(m[10])) && !follows(text, to, MINUTE_NOT)) mi = bare;
        else {
          to -= m[10].length;
          tail = false;
          while (text[to - 1] === ' ' || text[to - 1] === '过') to -= 1;
        }
      } else tail = Boolean(m[2]) || m[0].includes('钟');
      if (m[8]) s = zhNumber(m[8]);
      const prev = before(text, from);
      if (/[第几.·百千万亿]/.test(prev)) return { kind: 'stop' };
      if (m[0].includes('点') && (!tail || mi === 0) && !m[0].includes('钟') && arePoints(text, from, to, said)) return { kind: 'stop' };
      if (/[儿点式论档]/.test(text[to] ?? '') || /^(?:钟?方向|\d+倍|多[家个])/.test(text.slice(to, to + 4))) return { kind: 'stop' };
      if (h > 24 || mi > 59) return h > 99 ? null : bad;
      const base = mi < 0 ? clock(h === 1 ? 12 : h - 1, 60 + mi) : clock(h, mi, /^0\d/.test(said));
      base.clock.s = s;
      return { ...base, to };
    },
  },
  {
    // 差一刻五点, 差5分9点
    name: 'zh.clock.to',
    first: '差',
    pattern: zh`差_(一刻_钟?|(?:\d{1,2}|[${HAN}]{1,3})_分_钟?)_(?:到|就)?_(${N})_点_钟?(?!${HAN})`,
    read(m) {
      const minus = m[1]!.includes('刻') ? 15 : zhNumber(/[\d一二两三四五六七八九十]+/.exec(m[1]!)![0]);
      const h = zhNumber(m[2]!);
      if (h > 24 || h < 1 || minus > 59) return null;
      return clock(h === 1 ? 12 : h - 1, 60 - minus);
    },
  },
  {
    // 三到五点: the first number of a range
    name: 'zh.clock.first',
    first: HAN,
    pattern: zh`([${HAN}]{1,3})_(?=(?:到|至|-|~)_(?:下午|上午|晚上|中午|早上|凌晨)?_[${HAN}\d]{1,3}_[点时])`,
    read(m, { text, from }) {
      if (/[第几百千万]/.test(before(text, from))) return null;
      const h = zhNumber(m[1]!);
      return h <= 24 ? { kind: 'number', n: h, mi: null, digits: 1, to: from + m[1]!.length } : null;
    },
  },
  {
    name: 'zh.same',
    first: '这此同现相的',
    pattern:
      /(?:现在的?)?(?:这个?(?:时候|时间|点儿?(?=$|[,，。 开])|钟点)|此时|此刻(?=$|[,，。 开])|的?(?:同一|相同|同样)的?个?(?:时间|时刻|钟点|时候)|的?同时间)/y,
    read: (_m, { text, from }) =>
      /[天日儿周一二三四五六号后期拜月年今] ?的?$/.test(before(text, from, 3))
        ? { kind: 'clock', clock: { h: 0, mi: 0, s: 0, half: null, firm: true, same: true }, weak: false }
        : null,
  },
  {
    name: 'zh.midnight',
    first: '零〇子正',
    pattern: zh`(?:零_点|〇_点|子夜|正零点|零时)_(?:(半)|(\d{1,2}|[${HAN}]{1,3})_分?)?`,
    read(m, { text, to }) {
      if (follows(text, to, /(?:几|五|[一二三四六七八九]个)/y)) return null;
      const mi = m[1] ? 30 : m[2] ? zhNumber(m[2]) : 0;
      return mi < 60 ? clock(0, mi, true) : null;
    },
  },
];

const UNIT_MINUTES: Record<string, number> = { 小时: 60, 钟头: 60, 时辰: 120, 分钟: 1, 分: 1, 秒: 1 / 60, 秒钟: 1 / 60 };

/** 提前15分钟提醒: how long before, not how long. */
const reminder = (text: string, from: number, to: number): boolean =>
  /(?:提前|提早|会前|之前|开始前|前) ?$/.test(before(text, from, 4)) &&
  follows(text, to, / ?左?右?(?:再|来|给我|给大家)?(?:提醒|通知|叫|喊|发)/y);

const length = (minutes: number, weak = false) => ({ kind: 'length' as const, minutes, days: 0, months: 0, weak });

export const zhLengths: Recogniser[] = [
  {
    name: 'zh.hours',
    first: `${FIRST}半`,
    pattern: zh`${UPTO}(?:(${BIG})_个?_(半)?_(?:小时|钟头|钟点|(?:hours?|hrs?|h)(?![a-zA-Z]))|(半)_个?_多?(?:小时|钟头)|(${BIG})_个_(半)_(?:小时|钟头)|(${BIG}|半)_个_(半)?_钟(?![头点表楼]))_(?:(半)(?!天)|(?:零|又|加|过)?_(${BIG}|半)_(?:分钟|分(?![之享析组工配])|min)|(一|三|1|3)_刻_钟|(\d{2})(?![\d:.%]|_?[人个点号天条元万]))?`,
    read(m, { text, from, to }) {
      if (reminder(text, from, to)) return { kind: 'stop' };
      if (/[第每几\d]/.test(before(text, from)) || spent(text, from) || /^(?:[01]\d|2[0-3])[0-5]\d ?h/i.test(m[0])) return null;
      const said = m[1] ?? m[4] ?? m[6];
      let minutes = m[3] || said === '半' ? 30 : zhAbout(said!) * 60 + (m[2] || m[5] || m[7] ? 30 : 0);
      // 24小时客服, 24小时内: round the clock
      if (minutes === 1440 && follows(text, to, /(?!之?后|以后|的?会)[\u4e00-\u9fff]/y)) return { kind: 'stop' };
      if (m[8]) minutes += 30;
      if (m[9]) minutes += m[9] === '半' ? 0.5 : zhNumber(m[9]);
      if (m[10]) minutes += m[10] === '一' || m[10] === '1' ? 15 : 45;
      if (m[11]) minutes += Number(m[11]);
      return Number.isFinite(minutes) && minutes > 0 ? length(minutes) : null;
    },
  },
  {
    name: 'zh.minutes',
    first: FIRST,
    pattern: zh`${UPTO}(${BIG})_(?:来|多)?_(分钟|分(?![之享析组工配支为公部批销成账数制贝布红]|_?钟)|秒钟|秒)`,
    read(m, { text, from, to }) {
      const prev = before(text, from);
      if (reminder(text, from, to)) return { kind: 'stop' };
      if (
        /[第每几]/.test(prev) ||
        /\d:$/.test(before(text, from, 2)) ||
        (/[点时]/.test(prev) && !m[2]!.includes('钟')) ||
        spent(text, from)
      )
        return null;
      if (m[2] === '分' && (/[得扣打满考评加减分]/.test(prev) || !/^(?:[5-9]|\d{2,3})$/.test(m[1]!))) return null;
      const minutes = zhAbout(m[1]!) * UNIT_MINUTES[m[2]!]!;
      const whole = text.slice(0, from).trim() === '' && text.slice(to).trim() === '';
      return minutes > 0 ? length(minutes, m[2]!.startsWith('秒') && !whole) : null;
    },
  },
  {
    name: 'zh.quarters',
    first: '一两二三123',
    pattern: zh`(一|两|二|三|1|2|3)_刻_钟`,
    read: (m) => length(15 * zhNumber(m[1]!)),
  },
  {
    // A meeting of days: only where it is said to last
    name: 'zh.days',
    first: `${FIRST}半`,
    pattern: zh`(${BIG}|半)_个?_(半)?_(整?天|周|星期|礼拜|月|年)(半)?(?!前|后|之|以|内|里)`,
    read(m, { text, from, to }) {
      if (/[第几每前后上下\d]/.test(before(text, from)) || (m[3] === '月' && !m[0].includes('个'))) return null;
      if (m[3] === '年' && /\d{4}/.test(m[1]!)) return null;
      if (m[1] === '半' && m[3] === '天') return null;
      const n = (m[1] === '半' ? 0.5 : zhAbout(m[1]!)) + (m[2] || m[4] ? 0.5 : 0);
      const whole = text.slice(0, from).trim() === '' && text.slice(to).trim() === '';
      if (!whole && !/(?:为期|持续|历时|连开|延续|会期|时长|时长[:：]|开|共)[ 　]?$/.test(text.slice(Math.max(0, from - 4), from)))
        return null;
      const months = m[3] === '月' ? n : m[3] === '年' ? n * 12 : 0;
      const days = months ? 0 : n * (m[3] === '周' || m[3] === '星期' || m[3] === '礼拜' ? 7 : 1);
      return { kind: 'length', minutes: (days + months * 30) * 1440, days, months, weak: false };
    },
  },
];
