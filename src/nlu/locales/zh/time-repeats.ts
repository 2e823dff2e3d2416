/** Recurrences in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.alternate-month',
    words: { 隔月: 2 },
    examples: [{ text: '隔月8号上午10点盘库会', means: { want: 'book', repeats: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=8' } }],
  },
  {
    role: 'time.workdays',
    words: { 工作日: 'workdays' },
    examples: [
      { text: '每月最后一个工作日下午4点结账会', means: { want: 'book', repeats: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' } },
    ],
  },
  {
    role: 'time.month-bound',
    words: { 底: 'last', 末: 'last', 最后一天: 'last', 初: 'first', 第一天: 'first' },
    examples: [
      { text: '每月底下午3点盘点会', means: { want: 'book', repeats: 'FREQ=MONTHLY;BYMONTHDAY=-1' } },
      { text: '每个月末下午5点对账会', means: { want: 'book', repeats: 'FREQ=MONTHLY;BYMONTHDAY=-1' } },
      { text: '每月最后一天下午2点封账会', means: { want: 'book', repeats: 'FREQ=MONTHLY;BYMONTHDAY=-1' } },
      { text: '每月初上午10点开门会', means: { want: 'book', repeats: 'FREQ=MONTHLY;BYMONTHDAY=1' } },
      { text: '每个月第一天上午9点升旗会', means: { want: 'book', repeats: 'FREQ=MONTHLY;BYMONTHDAY=1' } },
    ],
  },
  {
    role: 'time.repeat-unit',
    words: { 季度: '3 month', 季: '3 month', 半年: '6 month' },
    examples: [
      { text: '每季度开董事会，12月1号下午3点', means: { want: 'book', repeats: 'FREQ=MONTHLY;INTERVAL=3', topic: '董事会' } },
      { text: '每季一次安全演练会，12月1号上午10点', means: { want: 'book', repeats: 'FREQ=MONTHLY;INTERVAL=3' } },
      { text: '每半年一次述职会，12月1号上午10点', means: { want: 'book', repeats: 'FREQ=MONTHLY;INTERVAL=6' } },
    ],
  },
  {
    role: 'time.count-times',
    words: { 次: 'times', 回: 'times' },
    examples: [
      { text: '每周三10点站会，共8次', means: { want: 'book', repeats: 'FREQ=WEEKLY;BYDAY=WE;COUNT=8' } },
      { text: '每周四下午3点读书会，一共6回', means: { want: 'book', repeats: 'FREQ=WEEKLY;BYDAY=TH;COUNT=6' } },
    ],
  },
  {
    role: 'time.count-unit',
    words: { 周: 'weeks', 星期: 'weeks', 礼拜: 'weeks', 天: 'days', 月: 'months' },
    examples: [
      { text: '每天9点晨读会，持续两周', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=14' } },
      { text: '每天9点晨读会，持续两星期', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=14' } },
      { text: '每天8点半出操会，共10天', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=10' } },
      { text: '每天9点晨读会，持续两礼拜', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=14' } },
      { text: '每周一10点督导会，持续3个月', means: { want: 'book', repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=12' } },
    ],
  },
  {
    role: 'time.count-lead',
    words: ['一共', '总共', '共', '重复', '持续'],
    examples: [
      { text: '每天早上9点打卡会，重复5次', means: { want: 'book', topic: '打卡会', repeats: 'FREQ=DAILY;COUNT=5' } },
      { text: '每天早上九点站会，一共五天', means: { topic: '站会', start: '11-21 09:00', repeats: 'FREQ=DAILY;COUNT=5' } },
      { text: '每天早上九点站会，总共三周', means: { topic: '站会', start: '11-21 09:00', repeats: 'FREQ=DAILY;COUNT=21' } },
    ],
  },
  {
    role: 'time.count-run',
    words: ['连开', '连续', '连续开', '连着'],
    examples: [
      { text: '每天9点冲刺会，连开5天', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=5' } },
      { text: '每天18点日结会，连续7天', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=7' } },
      { text: '每天20点晚课会，连续开三周', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=21' } },
      { text: '每天10点答疑会，连着6天', means: { want: 'book', repeats: 'FREQ=DAILY;COUNT=6' } },
    ],
  },
];

export const pieces: Record<string, Piece> = {
  dayOfList: { is: '(?![1-7]\\d){weekday}', worth: 'weekday' },
  /** A further weekday of a list: not the 三 of 三点, the 4 of 4pm or of 4-5. */
  noClock: { is: '(?! ?(?:[点时:：号月个]|[ap]\\.?m|h\\b|[-~到至] ?\\d))' },
  joint: { is: '[、,，和及跟与/&]?_(?:每个?)?_{week}?_' },
  /** In one script: 周四 4 is no list. */
  dayList: {
    is: '[一二三四五六日天](?:{joint}[一二三四五六日天]{noClock}){0,6}|[1-7](?!\\d)(?:{joint}[1-7](?!\\d){noClock}){0,6}|[1-7]{2,5}(?=[上下早晚中的 ,，、])',
    worth: 'weekday',
  },
  partOfDay: { is: '早上|上午|中午|下午|晚上|早|晚' },
  /** 连续三天的故障 is a topic's. */
  runEnds: { is: '\\s*(?:$|[,，。.;；!！、)\\n]|[每都开吧早上下中晚凌傍今明]|\\d{1,2}[点:]|[一二两三四五六七八九十]{1,3}点)' },
};

export const shapes: readonly Shape[] = [
  {
    name: 'zh.every.weekday',
    says: 'repeat',
    is: '每_[个逢]?_{week}_(?:{fromDay=dayOfList}_(?:到|至|-|~)_{week}?_{toDay=dayOfList}|{days=dayList})|逢_{week}_{days=dayList}',
  },
  {
    name: 'zh.monday.to.friday',
    says: 'repeat',
    is: '{week}_(?:一_(?:到|至|-|~)_{week}?_五)_(?:每天|的?每个?工作日|(?=(?:{partOfDay})?_(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})_[点:]))',
    as: { set: 'weekdays' },
  },
  {
    // 每两周 2, 隔周 2, 每隔两周 3, 双周 2
    name: 'zh.every.weeks',
    says: 'repeat',
    is: '(?:每_(?:(?<skip>隔)_)?{every=n}_个?_{week}|隔_(?:一个?)?_{week}|每_隔_个?_{week}|每?双周(?!会|报|刊|例|迭|总|休))_(?:一次|(?:的_)?(?:{week}_)?{days=dayList})?',
    as: { every: 2 },
  },
  {
    name: 'zh.every.week.named',
    says: 'repeat',
    is: '每_个?_{week}(?!末|报|会|刊)(?:一次)?(?=例会|会议|例行|周会|同步|复盘)',
    as: { named: true },
  },
  {
    // 频率两周一次
    name: 'zh.weeks.once',
    says: 'repeat',
    is: '(?:{every=n}|一)_个?_{week}_一_次',
    unless: [{ after: '[每第前后上下]' }],
  },
  {
    name: 'zh.months.once',
    says: 'repeat',
    is: '(?:{every=n}|一)_个?_月_一_次',
    as: { unit: 'month' },
    unless: [{ after: '[每第前后上下]' }],
  },
  { name: 'zh.every.week', says: 'repeat', is: '每_个?_{week}(?!末|报|会|刊)(?:一次)?' },
  {
    name: 'zh.every.day',
    says: 'repeat',
    is: '每_一?_天|每_日(?!优|经)|天天(?!向)|每(?=[早晚])|每_个?_(?=早上|早晨|晚上|上午|下午|中午|傍晚)',
    as: { unit: 'day' },
    unless: [{ words: '^天天$', after: '[明今昨后前每]' }],
  },
  { name: 'zh.every.other.day', says: 'repeat', is: '每_?隔_?一?_?天|隔_?天|(?<![到至~-] ?)隔_?日', as: { unit: 'day', every: 2 } },
  { name: 'zh.every.days', says: 'repeat', is: '每_(?<skip>隔)?_{every=n}_天', as: { unit: 'day' } },
  {
    name: 'zh.every.workday',
    says: 'repeat',
    is: '每_个?_(?:工作日|上班日)|工作日(?:每天|都|(?=_?(?:早|晚|上午|下午|中午|\\d|[一二两三四五六七八九十]{1,2}点)))',
    as: { set: 'workdays' },
  },
  { name: 'zh.every.weekend', says: 'repeat', is: '每_个?_(?:周末|双休日)', as: { set: 'weekend' } },
  {
    name: 'zh.every.month',
    says: 'repeat',
    is: '(?:每_(?:(?<skip>隔)_)?(?:{every=n}_个)?_个?_月|{every=alternate-month})_的?_(?:(?:第_(?<nth>[一二三四五1-5])|{nth=last-one})_个?_(?:{week}_{wd=weekday}|{set=workdays})|(?<dates>{n}_[号日]?(?:_[、,，和及]_{n}_[号日]?){0,4})(?<=[号日])(?!线|楼)|月?{edge=month-bound})?',
    as: { unit: 'month' },
  },
  { name: 'zh.every.quarter', says: 'repeat', is: '每_个?_{unit=repeat-unit}(?:一次)?', as: { closed: true } },
  { name: 'zh.every.year', says: 'repeat', is: '每_一?年_的?_(?:{mo=n}_月_{d=n}_[号日])?', as: { unit: 'year', closed: true } },
  {
    name: 'zh.count.times',
    says: 'count',
    is: '(?:(?:{count-lead}|{count-run})_)?{n=times}_个?_{unit=count-times}(?:时间)?',
    unless: [{ words: '^连', notBefore: '{runEnds}', makes: 'stop' }],
  },
  {
    name: 'zh.count.units',
    says: 'count',
    is: '(?:{count-lead}|(?<run>{count-run}))_{n=times}_个?_{unit=count-unit}(?:时间)?',
    unless: [{ words: '^连', notBefore: '{runEnds}', makes: 'stop' }],
  },
];
