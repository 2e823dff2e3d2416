/** Dates, months and longer stretches of days in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.year-turn',
    words: { 今年: 0, 本年: 0, 明年: 1, 后年: 2, 大后年: 3, 去年: -1, 前年: -2, 来年: 1 },
    examples: [
      { text: '今年12月20号下午3点年终总结会', means: { want: 'book', start: '12-20 15:00', topic: '年终总结会' } },
      { text: '本年12月25日上午10点审计进场会', means: { want: 'book', start: '12-25 10:00', topic: '审计进场会' } },
      { text: '明年12月5号上午10点招商会', means: { want: 'book', start: '12-05 10:00', year: 2027, topic: '招商会' } },
      { text: '后年3月1号上午9点奠基筹备会', means: { want: 'book', start: '03-01 09:00', year: 2028 } },
      { text: '大后年6月6日10点毕业十周年会', means: { want: 'book', start: '06-06 10:00', year: 2029 } },
      { text: '去年12月3号有哪些会', means: { want: 'list', start: '12-03', year: 2025 } },
      { text: '前年5月8日的会议列表', means: { want: 'list', start: '05-08', year: 2024 } },
      { text: '来年12月8日下午3点复工会', means: { want: 'book', start: '12-08 15:00', year: 2027 } },
    ],
  },
  {
    role: 'time.month-edge',
    words: { 底: 'last', 末: 'last', 初: 'first', 上旬: '1-10', 中旬: '11-20', 下旬: '21-31', 中: '14-16' },
    examples: [
      { text: '下月末盘点会', means: { want: 'book', start: '12-31' } },
      { text: '12月初找时间开预算会', means: { want: 'book', start: '12-01' } },
      { text: '12月上旬安排一次消防检查会', means: { want: 'book', start: '12-01', end: '12-10' } },
      { text: '1月中旬组织体检说明会', means: { want: 'book', start: '01-11', end: '01-20' } },
      { text: '12月下旬约个年货采购会', means: { want: 'book', start: '12-21', end: '12-31' } },
      { text: '下个月中开个融资沟通会', means: { want: 'book', start: '12-14', end: '12-16' } },
      { text: '本月底下午三点盘点会', means: { topic: '盘点会', start: '11-30 15:00' } },
    ],
  },
  {
    role: 'time.edge-day',
    words: { 第一天: 'first', 头一天: 'first', 最后一天: 'last' },
    examples: [
      { text: '下个月第一天上午9点晨会', means: { want: 'book', start: '12-01 09:00' } },
      { text: '下个月头一天上午10点开业会', means: { want: 'book', start: '12-01 10:00' } },
      { text: '本月最后一天下午5点盘库', means: { want: 'book', start: '11-30 17:00' } },
    ],
  },
  {
    role: 'time.week-part',
    words: { 初: 'first', 中: 'middle', 末: 'all', 内: 'all', 里: 'all', 之内: 'all' },
    examples: [
      { text: '下周初约个排期会', means: { want: 'book', start: '11-23' } },
      { text: '下周中碰一次运营数据', means: { want: 'book', start: '11-25' } },
      { text: '下周里开个选型会', means: { want: 'book', start: '11-23', end: '11-29', topic: '选型会' } },
      { text: '下周之内开个复盘会', means: { want: 'book', start: '11-23', end: '11-29', topic: '复盘会' } },
      { text: '下周内开个汇报会', means: { want: 'book', start: '11-23', end: '11-29', topic: '汇报会' } },
    ],
  },
  {
    role: 'time.quarter-edge',
    words: { 初: 'first', 末: 'last', 底: 'last' },
    examples: [
      { text: '下季度初开个战略会', means: { want: 'book', start: '01-01', year: 2027 } },
      { text: '下季度末开个资产盘点会', means: { want: 'book', start: '03-31', year: 2027 } },
      { text: '下季度底约个客户答谢会', means: { want: 'book', start: '03-31', year: 2027 } },
    ],
  },
  {
    role: 'time.last-one',
    words: { 最后一: -1, 最后: -1 },
    examples: [
      { text: '12月最后一个周五下午3点年会', means: { want: 'book', start: '12-25 15:00' } },
      { text: '12月最后周五下午3点封账会', means: { want: 'book', start: '12-25 15:00' } },
    ],
  },
  {
    role: 'time.half-year',
    words: { 上: '1-6', 下: '7-12' },
    examples: [
      { text: '明年下半年约个校招启动会', means: { want: 'book', start: '07-01', end: '12-31' } },
      { text: '明年上半年约个股权激励会', means: { want: 'book', start: '01-01', end: '06-30', year: 2027 } },
    ],
  },
  {
    role: 'time.season',
    words: { 春: 3, 夏: 6, 秋: 9, 冬: 12 },
    examples: [
      { text: '明年春天约个茶园考察会', means: { want: 'book', start: '03-01', end: '05-31' } },
      { text: '明年秋天约个秋季招生会', means: { want: 'book', start: '09-01', end: '11-30' } },
      { text: '今年冬天安排一次供暖协调会', means: { want: 'book', start: '12-01' } },
      { text: '明年夏天安排一次夏令营说明会', means: { want: 'book', start: '06-01', end: '08-31' } },
    ],
  },
  {
    role: 'time.month-unit',
    words: { 月: 'month', 季度: 'quarter' },
    examples: [{ text: '下个季度第一天上午9点动员会', means: { want: 'book', start: '01-01 09:00', year: 2027 } }],
  },
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
    examples: [
      { text: '未来三天约个拆迁沟通会', means: { want: 'book', start: '11-21', end: '11-23' } },
      { text: '今后五天安排一次防汛会', means: { want: 'book', start: '11-21', end: '11-25' } },
      { text: '往后三天约个定损会', means: { want: 'book', start: '11-21', end: '11-23' } },
      { text: '接下来两天开个交叉检查会', means: { want: 'book', start: '11-21', end: '11-22' } },
      { text: '接下去三天开个选角会', means: { want: 'book', start: '11-21', end: '11-23' } },
      { text: '之后两天开个答疑会', means: { want: 'book', start: '11-21', end: '11-22' } },
      { text: '随后三天约个复核会', means: { want: 'book', start: '11-21', end: '11-23' } },
      { text: '下两周', means: { start: '11-23' } },
      { text: '过去三天', means: { start: '11-17' } },
      { text: '刚过去两周', means: { start: '11-02' } },
      { text: '最近三天', means: { start: '11-17' } },
      { text: '近两周', means: { start: '11-02' } },
      { text: '之前三天', means: { start: '11-17' } },
      { text: '此前两周', means: { start: '11-02' } },
      { text: '后三天', means: { start: '11-21' } },
    ],
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
    examples: [
      { text: '未来三日约个勘察会', means: { want: 'book', start: '11-21', end: '11-23' } },
      { text: '未来两周约个代表大会', means: { want: 'book', start: '11-23', end: '12-06' } },
      { text: '未来两星期安排一次轮岗说明会', means: { want: 'book', start: '11-23', end: '12-06' } },
      { text: '未来两个礼拜约个新品鉴赏会', means: { want: 'book', start: '11-23', end: '12-06' } },
      { text: '未来三个月约一次品牌升级会', means: { want: 'book', start: '12-01' } },
      { text: '未来三小时有会吗', means: { want: 'list', start: '11-20 10:15', end: '11-20 13:15' } },
      { text: '未来两个钟头有会吗', means: { want: 'list', end: '11-20 12:15' } },
      { text: '未来30分钟有会吗', means: { want: 'list', end: '11-20 10:45' } },
      { text: '未来600秒钟有会吗', means: { want: 'list', end: '11-20 10:25' } },
      { text: '未来两年约个会', means: { want: 'book', start: '01-01' } },
    ],
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
