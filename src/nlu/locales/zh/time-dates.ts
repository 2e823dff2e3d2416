/** Dates, months and longer stretches of days in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.year-turn',
    words: { 今年: 0, 本年: 0, 明年: 1, 后年: 2, 大后年: 3, 去年: -1, 前年: -2, 来年: 1 },
    examples: [],
  },
  {
    role: 'time.month-edge',
    words: { 底: 'last', 末: 'last', 初: 'first', 上旬: '1-10', 中旬: '11-20', 下旬: '21-31', 中: '14-16' },
    examples: [],
  },
  { role: 'time.edge-day', words: { 第一天: 'first', 头一天: 'first', 最后一天: 'last' }, examples: [] },
  { role: 'time.week-part', words: { 初: 'first', 中: 'middle', 末: 'all', 内: 'all', 里: 'all', 之内: 'all' }, examples: [] },
  { role: 'time.quarter-edge', words: { 初: 'first', 末: 'last', 底: 'last' }, examples: [] },
  { role: 'time.last-one', words: { 最后一: -1, 最后: -1 }, examples: [] },
  { role: 'time.half-year', words: { 上: '1-6', 下: '7-12' }, examples: [] },
  { role: 'time.season', words: { 春: 3, 夏: 6, 秋: 9, 冬: 12 }, examples: [] },
  { role: 'time.month-unit', words: { 月: 'month', 季度: 'quarter' }, examples: [] },
  {
    role: 'time.window-way',
    words: {
      未来: 1,
      接下来: 1,
      接下去: 1,
      今后: 1,
      往后: 1,
      之后: 1,
      随后: 1,
      后: 1,
      下: 1,
      过去: -1,
      刚过去: -1,
      最近: -1,
      近: -1,
      前: -1,
      上: -1,
      之前: -1,
      此前: -1,
    },
    examples: [],
  },
  {
    role: 'time.window-unit',
    words: {
      天: 'day',
      日: 'day',
      周: 'week',
      星期: 'week',
      礼拜: 'week',
      月: 'month',
      年: 'year',
      小时: 60,
      钟头: 60,
      分钟: 1,
      秒: 1 / 60,
      秒钟: 1 / 60,
    },
    examples: [],
  },
];

export const pieces: Record<string, Piece> = {
  weekPart: { is: '(?!中[国文午间心]){week-part}', worth: 'week-part' },
  /** 12月3 is a date, 12月3个 is not. */
  dateCounted: { is: '个|人|天|分|点|周|月|年|家|万|亿|元|块|折|%|时|倍|台|条|期|版|层|楼|名|位|次|℃|度|岁|组|页|章|行|列' },
  /** 3号楼, 5号会议室. */
  notADay: {
    is: '楼|线|会议|厅|店|仓|机|馆|门|桌|房|车|院|位|选手|文件|文|产品|模型|员工|工单|群|服务|节点|环境|库|键|字|球|电池|码|站|坑|柜|室|通知|令|公告|技师|种子|人|病|标|井|岛|矿|路|牌|铺|展|棚|炉|电|角色|作品|主|公馆|男|女|嘉宾|方案|提案|议题|问题|任务|需求|bug|包|桩|泊|营|塔|厂',
  },
};

const ALONE = { notBefore: '{loose}' };

export const shapes: readonly Shape[] = [
  {
    name: 'zh.weekend',
    says: 'period',
    is: '(?:{turn=turn}(?:一)?_个?_)?(?:{week}_末|双休日|周六日|周六周日|周六、日)(?!愉快|快乐|好)',
    as: { unit: 'weekend', turn: 0 },
  },
  {
    name: 'zh.week',
    says: 'period',
    is: '{turn=turn}(?:一)?_个?_{week}(?:_{edge=weekPart})?(?!报|会|刊|年)',
    as: { unit: 'week' },
    unless: [{ notBefore: '{loose}|同一|同样|相同|同时间|这个?时[候间]|此时' }],
  },
  {
    name: 'zh.date',
    says: 'date',
    is: '(?:{y=year}_年_|{years=year-turn}_的?)?{mo=n}_月份?_的?_(?:{d=n}_(?<sure>日|号)?|(?:月(?=[底末初]))?{edge=month-edge}(?:(?<=[底末])前?的?最后一天)?)',
    as: { over: 'nothing' },
    unless: [
      { words: '(?:\\d|{han}) ?$', before: '{dateCounted}' },
      { words: '(?:\\d|{han})$', before: '\\d' },
    ],
  },
  {
    name: 'zh.month.day',
    says: 'date',
    is: '(?:{months=turn}|{months=this-turn})(?:一)?_个?_月_的?_(?:{d=n}_(?:日|号)|{edge=month-edge}(?!国|午|间))',
  },
  {
    name: 'zh.month.start',
    says: 'date',
    is: '月初',
    as: { d: 1, passing: true },
    unless: [{ after: '[\\d一二三四五六七八九十个每各]', notAfter: '[约订定开排拉来安]一?个' }],
  },
  {
    name: 'zh.month.middle',
    says: 'date',
    is: '月中(?![国文间秋旬]|考|报|会)',
    as: { d: 15 },
    unless: [{ after: '[\\d一二三四五六七八九十个每各]', notAfter: '[约订定开排拉来安]一?个' }],
  },
  {
    // 订一个月底的会: the 个 is the meeting's
    name: 'zh.month.edge',
    says: 'date',
    is: '月(?![初中](?!旬)){edge=month-edge}(?:(?<=[底末])前?的?最后一天)?',
    as: { months: 0 },
    unless: [{ after: '[\\d一二三四五六七八九十个每各]', notAfter: '[约订定开排拉来安]一?个' }],
  },
  {
    name: 'zh.year.end',
    says: 'date',
    is: '(?:{years=year-turn}_年?|(?<![\\d一二两三四五六七八九十每各几大])年)(?:底|末)',
    as: { mo: 12, d: 31 },
  },
  {
    name: 'zh.year.start',
    says: 'date',
    is: '(?:{years=year-turn}_年?|(?<![\\d一二两三四五六七八九十每各几大])年)初',
    as: { mo: 1, d: 1 },
  },
  {
    name: 'zh.day.number',
    says: 'date',
    is: '{d=n}_(?:日|号)',
    unless: [
      { after: '[第\\d.#楼层栋区线馆厅期路街道巷弄a-z]|(?<![\\d日号])-' },
      { words: '日$', before: '游|内|均|线|报|元|本|语|历|子|常|程|志|活|新增|留存|后|前|之' },
      { words: '^{han} ?日$' },
      // 45号: a number of something, unless it stands where a date does
      { words: '^[4-9]\\d', notBefore: ' ?(?:$|[,，。]|上午|下午|中午|早|晚|\\d{1,2}[点:])' },
      { words: '号$', before: '{notADay}', makes: 'stop' },
    ],
  },
  {
    name: 'zh.nth.weekday',
    says: 'nth',
    is: '(?:(?:(?:今年|明年)_的?)?(?:{mo=n}_月份?|(?:{months=turn}|{months=this-turn})_个?_月)_的?_)?(?:第_(?<nth>[一二三四五1-5])|{nth=last-one})_个?_{week}_{wd=weekday}',
  },
  { name: 'zh.quarter.end', says: 'period', is: '季度(?:末|底)', as: { unit: 'quarter', turn: 0, edge: 'last' } },
  { name: 'zh.week.first', says: 'weekday', is: '{turn=turn}(?:一)?_个?_{week}_的?_(?:第一天|头一天)', as: { wd: 1 } },
  { name: 'zh.week.last', says: 'weekday', is: '{turn=turn}(?:一)?_个?_{week}_的?_最后一天', as: { wd: 7 } },
  {
    // 下个月最后一天
    name: 'zh.edge.day',
    says: 'period',
    is: '(?:{turn=turn}|{turn=this-turn})(?:一)?_个?_{unit=month-unit}_的?_{edge=edge-day}',
  },
  {
    // 12月第一天
    name: 'zh.edge.day.month',
    says: 'period',
    is: '(?:{y=year}_年_|{years=year-turn}_的?)?{n=n}_月份?_的?_{edge=edge-day}',
    as: { unit: 'month' },
  },
  {
    // 今年最后一天
    name: 'zh.edge.day.year',
    says: 'period',
    is: '(?:{y=year}_年_的?|{years=year-turn}_的?)_{edge=edge-day}',
    as: { unit: 'year' },
  },
  {
    // 12月第二周, 下个月最后一周的周三
    name: 'zh.month.week',
    says: 'nthWeek',
    is: '(?:{mo=n}_月份?|(?:{months=turn}|{months=this-turn})_个?_月)_的?_(?:第_(?<nth>[一二三四1-4])_个?|{nth=last-one}个?)_{week}(?!{weekday})(?:_的?_{week}_{wd=weekday})?',
  },
  {
    name: 'zh.month',
    says: 'period',
    is: '(?:(?:{y=year}_年_|{years=year-turn}_的?)?{n=n}_月份?|{turn=turn}(?:一)?_个?_月)(?!报|会|饼|度|活|薪|结|均|卡|光|亮|子|球|租|供|日|号)',
    as: { unit: 'month', weak: true },
    unless: [{ after: '[第个\\d]' }, ALONE],
  },
  {
    name: 'zh.quarter',
    says: 'period',
    is: '{turn=turn}(?:一)?_个?_季度{edge=quarter-edge}?',
    as: { unit: 'quarter', weak: true },
    unless: [ALONE],
  },
  {
    name: 'zh.year',
    says: 'period',
    is: '(?:(?<y>[12]\\d{3}|{number}{4})_年|{years=year-turn})(?!度|终|会|货|报|底|初|末|级|龄|薪|假|夜)',
    as: { unit: 'year', weak: true },
    unless: [ALONE],
  },
  {
    name: 'zh.window',
    says: 'window',
    is: '{way=window-way}_的?这?_{n=count}_个?_(?<half>半)?_{unit=window-unit}(?:内|里|之内)?(?!的|前|后|之|以|半|[一二三四五六日]|计|报)',
    as: { weak: true },
    unless: [
      ALONE,
      { words: '^[上下]半年' },
      // 提前半小时, 延后15分钟, 开上两个小时
      { words: '^[前后上下近]', after: '[提之往延推顺以移开聊谈说等早晚]' },
      // 前三天, 下两周: too common in front of a topic when they are not all there is
      { words: '^[前后上下近]', notBefore: '\\s*(?:$|[,，。])' },
      { words: '月', notWords: '个' },
    ],
  },
  {
    // 上半年, 第四季度, 明年夏天
    name: 'zh.months',
    says: 'months',
    is: '(?:{y=year}_年_的?|{years=year-turn}_的?)?_(?:{half=half-year}半年|第_(?<quarter>[一二三四1-4])_个?_季度|(?<quarter>[一二三四])季度|{season=season}[天季])(?!度|节|新|活|促|款|装|版)',
    unless: [ALONE],
  },
];
