/** Days that are named from today, weekdays and working days in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  { role: 'time.near-day', words: { 今: 0, 本: 0, 明: 1, 听: 1, 翌: 1, 后: 2, 昨: -1, 前: -2 }, examples: [] },
  { role: 'time.short-day', words: { 今: 0, 明: 1, 听: 1, 昨: -1 }, examples: [] },
  { role: 'time.typo-day', words: { 名天: 1, 民天: 1, 明夭: 1, 后夭: 2, 今夭: 0 }, examples: [] },
  { role: 'time.next-day', words: { 次日: 1, 第二天: 1, 隔日: 1, 翌日: 1 }, examples: [] },
  { role: 'time.two-days', words: { 今明: '0-1', 明后: '1-2' }, examples: [] },
  { role: 'time.week', words: ['周', '星期', '礼拜'], examples: [] },
  {
    role: 'time.weekday',
    words: { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 },
    examples: [],
  },
  { role: 'time.turn', words: { 这: 0, 本: 0, 下: 1, 下下: 2, 下下下: 3, 再下: 2, 上: -1, 上上: -2, 上上上: -3 }, examples: [] },
  { role: 'time.this-turn', words: { 当: 0 }, examples: [] },
  {
    role: 'time.unit',
    words: { 天: 'day', 日: 'day', 周: 'week', 星期: 'week', 礼拜: 'week', 月: 'month', 季度: 'quarter', 年: 'year' },
    examples: [],
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
