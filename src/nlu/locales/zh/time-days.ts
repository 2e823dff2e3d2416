/** Days that are named from today, weekdays and working days in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.near-day',
    words: { 今: 0, 本: 0, 明: 1, 听: 1, 后: 2, 昨: -1, 前: -2 },
    examples: [
      { text: '昨天下午3点的周会取消', means: { want: 'cancel', start: '11-19 15:00', topic: '周会' } },
      { text: '把前天的评审会纪要发我', means: { start: '11-18' } },
      { text: '今天下午5点开个发版会', means: { want: 'book', start: '11-20 17:00', topic: '发版会' } },
      { text: '本日16:30消防演习部署会', means: { want: 'book', start: '11-20 16:30', topic: '消防演习部署会' } },
      { text: '听日下昼三点客户会', means: { want: 'book', start: '11-21 15:00', topic: '客户会' } },
    ],
  },
  {
    role: 'time.short-day',
    words: { 今: 0, 明: 1, 听: 1, 昨: -1 },
    examples: [
      { text: '听晚8点半同埋香港组开会', means: { want: 'book', start: '11-21 20:30' } },
      { text: '今晚7点半球队战术会', means: { want: 'book', start: '11-20 19:30', topic: '球队战术会' } },
      { text: '昨晚有什么会', means: { want: 'list', start: '11-19 evening' } },
    ],
  },
  {
    role: 'time.typo-day',
    words: { 名天: 1, 民天: 1, 明夭: 1, 后夭: 2, 今夭: 0 },
    examples: [
      { text: '名天下午两点过一下标书', means: { want: 'book', start: '11-21 14:00' } },
      { text: '明夭下午4点采购会', means: { want: 'book', start: '11-21 16:00' } },
      { text: '后夭上午11点月度盘点', means: { want: 'book', start: '11-22 11:00' } },
      { text: '民天上午11点装修进度会', means: { want: 'book', start: '11-21 11:00', topic: '装修进度会' } },
      { text: '今夭晚上8点店长会', means: { want: 'book', start: '11-20 20:00', topic: '店长会' } },
    ],
  },
  {
    role: 'time.next-day',
    words: { 次日: 1, 第二天: 1, 隔日: 1, 翌日: 1 },
    examples: [
      { text: '周一晚上11点到次日1点系统切换', means: { want: 'book', start: '11-23 23:00', end: '11-24 01:00' } },
      { text: '今晚10点到第二天早上6点值守会', means: { want: 'book', start: '11-20 22:00', end: '11-21 06:00' } },
      { text: '周一20点至翌日8点应急值班会', means: { want: 'book', start: '11-23 20:00', end: '11-24 08:00', topic: '应急值班会' } },
      { text: '周六22点至隔日2点机房割接会', means: { want: 'book', start: '11-21 22:00', end: '11-22 02:00', repeats: null } },
    ],
  },
  {
    role: 'time.two-days',
    words: { 今明: '0-1', 明后: '1-2' },
    examples: [
      { text: '今明两天都有新人培训，帮我约一下', means: { want: 'book', start: '11-20', end: '11-21' } },
      { text: '明后两天搞个封闭开发启动会', means: { want: 'book', start: '11-21', end: '11-22' } },
    ],
  },
  {
    role: 'time.week',
    words: ['周', '星期', '礼拜'],
    examples: [
      { text: '下星期三上午10点律师函讨论', means: { want: 'book', start: '11-25 10:00' } },
      { text: '这礼拜五下午四点收尾会', means: { want: 'book', start: '11-20 16:00', topic: '收尾会' } },
    ],
  },
  {
    role: 'time.weekday',
    words: { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 },
    examples: [
      { text: '下周天下午2点社区义诊筹备', means: { want: 'book', start: '11-29 14:00' } },
      { text: '周1早上9点卫生检查会', means: { want: 'book', start: '11-23 09:00' } },
      { text: '周2 10:00 客诉分析', means: { want: 'book', start: '11-24 10:00' } },
      { text: '星期3下午2点拍摄统筹', means: { want: 'book', start: '11-25 14:00' } },
      { text: '周4 16:30 灰度发布', means: { want: 'book', start: '11-26 16:30' } },
      { text: '下周5上午11点绩效校准', means: { want: 'book', start: '11-27 11:00' } },
      { text: '周6下午3点看房团说明会', means: { want: 'book', start: '11-21 15:00' } },
      { text: '周7晚上9点班委会', means: { want: 'book', start: '11-22 21:00' } },
    ],
  },
  {
    role: 'time.turn',
    words: { 这: 0, 本: 0, 下: 1, 下下: 2, 下下下: 3, 再下: 2, 上: -1, 上上: -2, 上上上: -3 },
    examples: [
      { text: '下下周二上午9点供应商大会', means: { want: 'book', start: '12-01 09:00' } },
      { text: '下下下周四下午3点年会彩排', means: { want: 'book', start: '12-10 15:00' } },
      { text: '再下周一10点OKR启动会', means: { want: 'book', start: '11-30 10:00' } },
      { text: '上周三的例会有几个', means: { start: '11-11' } },
      { text: '上上周五开了哪些会', means: { start: '11-06' } },
      { text: '上上上周一的会议列表', means: { start: '10-26' } },
      { text: '本月5号下午三点财务对账', means: { start: '11-05 15:00' } },
    ],
  },
  {
    role: 'time.this-turn',
    words: { 当: 0 },
    examples: [{ text: '当月最后一天下午4点结账会', means: { want: 'book', start: '11-30 16:00' } }],
  },
  {
    role: 'time.unit',
    words: { 天: 'day', 日: 'day', 周: 'week', 星期: 'week', 礼拜: 'week', 月: 'month', 季度: 'quarter', 年: 'year' },
    examples: [
      { text: '三天后下午2点路演排练', means: { want: 'book', start: '11-23 14:00' } },
      { text: '5日后上午10点回访', means: { want: 'book', start: '11-25 10:00' } },
      { text: '两周后的周三下午3点试运行评估', means: { want: 'book', start: '12-02 15:00' } },
      { text: '一星期后上午9点复查', means: { want: 'book', start: '11-27 09:00' } },
      { text: '俩礼拜后下午四点验房', means: { want: 'book', start: '12-04 16:00' } },
      { text: '三个月后的今天上午10点续约谈判', means: { want: 'book', start: '02-20 10:00' } },
      { text: '一个季度后复盘投放效果', means: { want: 'book', start: '02-20' } },
    ],
  },
];

export const pieces: Record<string, Piece> = {
  /** A weekday behind 周, and not the first half of 周一次, 周日程, 周3个. */
  dayName: {
    is: '(?!一(?:次|遍|回|趟|更|练|刊|年|期|季|直|起(?!每|,|，|开始)|边)|日(?:程|报|常|志|均|活|期|记|结)|天(?:气|数)|[1-7](?:[\\d.:：%个]|_?[周天次小分月年人号日])){weekday}',
    worth: 'weekday',
  },
  later: { is: '之后|以后|过后|后(?!天|儿|续|面|台|勤|端|期|半[夜程场段部]|悔)' },
  earlier: { is: '之前|以前|前(?!天|端|后|面|期|台|儿|置|提)' },
};

/** 三月后 says which month, 三个月后 how many. */
const MONTHS_COUNTED = { words: '^[^个俩仨]*月[^个俩仨]*$' };

export const shapes: readonly Shape[] = [
  {
    name: 'zh.day.word',
    says: 'shift',
    is: '(?<big>大{0,3}){shift=near-day}(?:天|日|儿个|儿|个儿)(?!头条|说法|关注|推荐|要闻|方舟|之星|重现|资本|报|黄花|华|量|经济|晚报|早报)',
    unless: [
      { words: '^[本听](?!日)' },
      { words: '^大+[^大后前]' },
      { words: '^明', after: '[说声证]', before: '气' },
      { words: '^大*后', after: '[以之今往然先最]' },
      { words: '^大*前', after: '[以之目提先]' },
    ],
  },
  {
    name: 'zh.day.typo',
    says: 'shift',
    is: '{shift=typo-day}(?!才|使|气|份)',
    unless: [{ after: '[\\d一二两三四五六七八九十百几多数]' }],
  },
  { name: 'zh.day.next', says: 'shift', is: '{shift=next-day}', as: { onward: true } },
  {
    // 11/25(三)
    name: 'zh.weekday.bracket',
    says: 'weekday',
    is: '\\( ?{week}?{wd=weekday} ?\\)',
    as: { weak: true },
    unless: [{ notAfter: '[\\d日号] ?' }, { words: '\\d' }],
  },
  {
    // 今晚, 明早: the part of the day stands for itself
    name: 'zh.day.short',
    says: 'shift',
    is: '{shift=short-day}(?=_?[晚早夜晨]|午|朝(?!代|阳|廷|夕|鲜|气))',
    unless: [
      { words: '^明', after: '[发说证声表文透清简英光黎]' },
      { words: '^听', notBefore: '[晚朝]' },
    ],
  },
  {
    name: 'zh.weekday',
    says: 'weekday',
    is: '(?:{turn=turn}(?:一)?_个?_(?:{week}_的?_)?)?{week}_{wd=dayName}',
    unless: [
      { words: '^周', after: '[\\d一二两三四五六七八九十几每半单双整隔数]' },
      { words: '^[再下上]', after: '[以之线当手路]' },
      // 周一鸣, 周三多: a person
      {
        words: '^周',
        before:
          '(?![上下中早晚午夜开会的有没见我你他她它咱大和跟与到至前后起就再还能可要请约定评例晨组部在是不])[\\u4e00-\\u9fff](?:在吗|在不在|在群|在线|来吗|来了|老师|同学|说|讲|的电话|已经|总)',
      },
    ],
  },
  {
    name: 'zh.day.later',
    says: 'ahead',
    is: '(?:再?过_)?{n=count}_个?_(?:(?<half>半)(?=[月年]))?{unit=unit}_(?<half>半)?_(?:{later}|(?<back>{earlier}))',
    unless: [MONTHS_COUNTED],
  },
  {
    name: 'zh.day.pass',
    says: 'ahead',
    is: '再?过_{n=count}_个?_(?!日|季){unit=unit}(?!报|会)',
    unless: [{ words: '^过两天$' }, MONTHS_COUNTED],
  },
  { name: 'zh.two.days', says: 'window', is: '{days=two-days}(?:两|二)?[天日]' },
  {
    // 三天内, 一周之内: from today on
    name: 'zh.days.within',
    says: 'window',
    is: '{n=count}_(?=[天日周星礼]){unit=unit}_(?:之内|以内|内)(?!部|容|存|心|网|涵|测)',
    as: { within: true, weak: true },
    unless: [{ after: '[第近前\\d每]' }],
  },
  {
    // 下个工作日, 三个工作日后
    name: 'zh.workday',
    says: 'workday',
    is: '下一?个?工作日|{n=count}_个?工作日_(?:之后|以后|后)',
  },
  {
    // 下周的今天, 一个月后的今天, 明年今天
    name: 'zh.same.day',
    says: 'ahead',
    is: '(?:{n=turn}(?:一)?_个?_(?![天日季年]){unit=unit}|{n=year-turn}|{n=count}_个?_(?![天日季]){unit=unit}_(?:之后|以后|后))_的?_(?:今天|同一天|今日)',
    as: { unit: 'year' },
  },
];
