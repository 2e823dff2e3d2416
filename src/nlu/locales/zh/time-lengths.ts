/** How long, in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Guard, Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  { role: 'time.length-hour', words: { 小时: 60, 钟头: 60 }, examples: [] },
  {
    role: 'time.length-minute',
    words: { 分钟: 1, 分: 1 },
    examples: [{ text: '明天10点 晨会 50分', means: { want: 'book', length: 50 } }],
  },
  {
    role: 'time.length-second',
    words: { 秒: 1 / 60, 秒钟: 1 / 60 },
    examples: [
      { text: '五秒后提醒我开会', means: { want: 'help', act: 'none', start: '11-20 10:15' } },
      { text: '九十秒钟后开会', means: { want: 'book', start: '11-20 10:16' } },
    ],
  },
  {
    role: 'time.length-days',
    words: { 天: 'day', 整天: 'day', 周: 'week', 星期: 'week', 礼拜: 'week', 月: 'month', 年: 'year' },
    examples: [
      { text: '下周一上午9点集训 为期三天', means: { want: 'book', start: '11-23 09:00', length: 4320 } },
      { text: '12月1号9点封闭营 为期2整天', means: { want: 'book', start: '12-01 09:00', length: 2880 } },
      { text: '下周一9点实习 为期一周', means: { want: 'book', length: 10080 } },
      { text: '下周一9点驻场 为期两星期', means: { want: 'book', length: 20160 } },
      { text: '下周一9点支教 为期两个礼拜', means: { want: 'book', length: 20160 } },
      { text: '12月1日9点轮岗 为期两个月', means: { want: 'book', length: 86400 } },
    ],
  },
];

export const pieces: Record<string, Piece> = {
  /** 30到45分钟, 一两到三小时: the longer one counts. */
  upTo: { is: '(?:(?:\\d{1,2}|{han}{1,3}|半_个?_小时)_(?:分钟|个?小时)?_(?:到|至|-|~|或)_)?' },
  hours: { is: '小时|钟头|钟点|(?:hours?|hrs?|h)(?![a-z])' },
  /** 提前15分钟提醒: how long before, not how long. */
  ahead: { is: '(?:提前|提早|会前|之前|开始前|前) ?' },
  reminds: { is: ' ?左?右?(?:再|来|给我|给大家)?(?:提醒|通知|叫|喊|发)' },
  lasting: { is: '(?:为期|持续|历时|连开|延续|会期|时长|时长[:：]|开|共) ?' },
};

const REMINDER: Guard = { after: '{ahead}', before: '{reminds}', makes: 'stop' };
const SPENT: Guard = { after: '{spent}' };

export const shapes: readonly Shape[] = [
  {
    name: 'zh.hours',
    says: 'length',
    is: '{upTo}(?:{n=amount}(?:_个_)?(?<half>半)?_(?:{hours})|(?<half>半)_个?_多?(?:小时|钟头)|{n=amount}_个_(?<half>半)_(?:小时|钟头)|{n=amount}_个_(?<half>半)?_钟(?![头点表楼])|(?<half>半)_个_半?_钟(?![头点表楼]))_(?:{more=half-hour}(?!天)|(?:零|又|加|过)?_(?:{more=amount}|{more=number-half})_(?:分钟|分(?![之享析组工配])|min)|(?<quarters>一|三|1|3)_刻_钟|(?<more>\\d{2})(?![\\d:.%]|_?[人个点号天条元万]))?',
    unless: [
      REMINDER,
      // 1对1半小时: half an hour
      { after: '[第每几]|(?<![一1](?:对|比|v|vs|on))\\d' },
      SPENT,
      // 一对一半小时: half an hour
      { words: '^[一1]半', after: '[一1](?:对|比|v|vs)' },
      // 下午三点五小时: from three
      { words: '^{han}{1,2}点', after: '[午上晚早晨天日号]' },
      // 1500h is a clock
      { words: '^(?:[01]\\d|2[0-3])[0-5]\\d ?h' },
      // 24小时客服, 24小时内: round the clock
      { words: '^(?:24|二十四)_个?_(?:小时|钟头)$', before: '(?!之?后|以后|的?会)[\\u4e00-\\u9fff]', makes: 'stop' },
    ],
  },
  {
    name: 'zh.minutes',
    says: 'length',
    is: '{upTo}{n=amount}_(?:来|多)?_(?:{unit=length-minute}(?<!分(?=[之享析组工配支为公部批销成账数制贝布红]|_?钟))|{unit=length-second})',
    unless: [
      REMINDER,
      { after: '[第每几]|\\d:' },
      { notWords: '钟', after: '[点时]' },
      SPENT,
      // 三分钟热度
      { before: '热度' },
      { words: '分$', after: '[得扣打满考评加减分]' },
      { words: '分$', notWords: '^(?:[5-9]|\\d{2,3})_分' },
      { words: '秒', before: '\\s*\\S', makes: 'weak' },
      { words: '秒', after: '\\S\\s*', makes: 'weak' },
    ],
  },
  {
    name: 'zh.hour.half',
    says: 'length',
    is: '个_半_钟(?!头)',
    as: { n: 1, half: true },
    unless: [{ after: '[\\d半几]|{number|multiplier-ten}' }],
  },
  // 延长一刻: only where a length is asked for
  { name: 'zh.quarters.short', says: 'length', is: '(?<quarters>一|两|二|三|1|2|3)_刻', unless: [{ words: '刻' }] },
  { name: 'zh.quarters', says: 'length', is: '(?<quarters>一|两|二|三|1|2|3)_刻_钟' },
  {
    // a meeting of days: only where it is said to last
    name: 'zh.days',
    says: 'length',
    is: '(?:{n=amount}|{n=number-half})_个?_(?<half>半)?_{unit=length-days}(?<half>半)?(?!前|后|之|以|内|里|期|报|刊|年|[一二三四五六日天]?会)',
    unless: [
      { after: '[第几每前后上下\\d]' },
      { words: '月', notWords: '个' },
      { words: '\\d{4}_年|^半_天' },
      { notAfter: '{lasting}', before: '\\s*\\S' },
      { notAfter: '{lasting}', after: '\\S\\s*' },
    ],
  },
];
