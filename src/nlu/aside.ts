/** What is said to people and not of the meeting: salutations, signatures, formulas of notices; what was wrong or is told a second time in another zone. Marked before anything is read. */
import type { Sheet } from './sheet.ts';

const WHO_ALL =
  '(?:负责人|联系人|人员|员工|成员|同事|同学|同仁|老师|领导|部门|单位|科室|家长|伙伴|朋友|组长|经理|主管|专家|代表|客户|业主|委员|嘉宾)';
/** 各部门负责人：, 全体员工, */
const ADDRESS_ZH = new RegExp(
  `(?<=^|\\n)[ \\t]*(?:尊敬的|亲爱的)?(?:各位?|全体|所有|相关)[\\p{Script=Han}、/]{0,10}?${WHO_ALL}们?(?:[和及、]\\p{Script=Han}{1,8}${WHO_ALL}们?)?(?:您?好)?[ \\t]*[:,!](?!\\d)[ \\t]*`,
  'gu',
);
/** Dear all, Hi team, Hello Tom, */
const ADDRESS_EN =
  /(?<=^|\n)[ \t]*(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening)|morning)[ \t]+(?:(?:all(?! hands)|sirs?(?:\/| or | and )madams?|sirs?|madam|everyone|everybody|folks|guys|colleagues|both|friends)(?![\w'-])[ \t]*[,.!:-]*|(?:(?:team|there)[ \t]*[,!:\n]|(?<!(?<!good )morning[ \t]+)@?[a-z]+[ \t]*[,!\n]))[ \t]*|(?<=^|\n)[ \t]*(?:(?:team|folks|guys|everyone|everybody|colleagues|friends|all)[ \t]*[,:!]|greetings[ \t]*[,.!])[ \t]*/gi;
/** 关于召开年度总结会的通知：, 温馨提示： */
const HEADING =
  /(?<=^|\n)[ \t]*(?:关于[^\n:,]{2,30}的(?:通知|公告|函|邀请|提醒)[ \t]*[:\n]|(?:温馨|重要|友情|会议)?(?:提示|提醒|通知|公告|预告)[ \t]*[:!\n]|【(?:会议|日程|重要|紧急|温馨)?(?:通知|提醒|提示|预告|预约|邀请|公告)】)[ \t]*(?=\S)/g;
const FORMULA =
  /\b(?:please|pls|kindly)[ \t]+(?:note|be (?:informed|advised|aware)|take note)(?:[ \t]+that)?\b[ \t]*|\b(?:just )?(?:a )?(?:quick |gentle |kind |friendly )?reminder(?:[ \t]+that|[ \t]*:)[ \t]*|\bsave the date\b[ \t]*[:,!-]*[ \t]*|\bthis is to inform (?:you |all )?(?:that )?/gi;
/** 大家提前5分钟进会, dial-in details to follow: said to those who come. */
const TO_COMERS =
  /(?:请|记得|麻烦)?(?:大家|各位)?请?提前[ \t]*(?:\d{1,2}|[一二三五十两]{1,3})[ \t]*分钟(?:左右)?(?:进会|入会|进入|上线|到场|到达|到|登录|签到|就位|集合)[^,。;!\n]{0,8}|\b(?:dial[- ]?in |joining |meeting )?(?:details|links?|invites?|info|agenda) (?:to follow|will follow|will be (?:shared|sent)|to be (?:shared|sent)|coming soon)\b/gi;
/** The last line of a notice: 行政部. */
const SIGNATURE =
  /(?<=[^\n]{6}\s*)\n[ \t]*[\p{Script=Han}]{1,12}(?:部门?|办公室|中心|委员会|处|科|办|秘书处|小组|公司|学院|工会)[ \t]*(?:\n[^\n]{0,24})?$/u;
/** 在3号会议室召开 */
const HELD_AT =
  /[在于](?:(?![在于点日号])[\p{Script=Han}A-Za-z\d#-]|[\d一二三四五六七八九十]号){1,14}?(?:会议室|会议厅|报告厅|多功能厅|大礼堂|礼堂|会场|培训室|教室|活动室)[ \t]*(?:召开|举行|举办|开展|进行|(?=开|见|讨论|集合|面谈))/gu;

const HOUR_ZH = '(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})(?:点(?:半|钟|整|[一三]刻|[\\d一二三四五六七八九十]{1,3}分?)?|:\\d{2})';
const DAY_ZH =
  '(?:今天|明天|大?后天|今晚|明晚|明早|(?:下下?个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|\\d{1,2}月\\d{1,2}[号日]?|\\d{1,2}[号日]|[上下中]午|早上|晚上|凌晨)';
/** 不是三点，是四点 */
const NOT_ZH = new RegExp(
  `(?<!是)不是[ \\t]*((?:${DAY_ZH}的?[ \\t]*)*)((?:${HOUR_ZH})?)[ \\t]*(?:[,、][ \\t]*|(?=而是|应该是|改成|是))(?=(?:而是|应该是|应该|改成|是)?[ \\t]*(?:${DAY_ZH}|${HOUR_ZH}))(?:而(?=是)|应该(?=是)?)?`,
  'g',
);
/** 不是评审会，是周会 */
const NOT_THIS_ZH = /(?<=^|[,。;\s])不是[^,。;?!\n]{1,10},[ \t]*而?是(?=[^\s,。吧吗])/g;
const WORD_EN =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|tonight|noon|\\d{1,2}(?::\\d{2})?(?:[ \\t]?[ap]m)?)(?![\\w:])';
/** not 3 but 4pm */
const NOT_EN = new RegExp(
  `\\bnot[ \\t]+(?:at[ \\t]+|on[ \\t]+)?${WORD_EN}(?:[ \\t]+(?:at[ \\t]+)?${WORD_EN})*[ \\t]*(?:,[ \\t]*but|,|;|-|but)[ \\t]*(?=(?:at |on |it's )?${WORD_EN})`,
  'gi',
);
const OOPS =
  /(?:(?:不好意思|抱歉)[,\s]*)?(?:我?(?:刚才|刚刚|上面|前面)?(?:我?)(?:会议)?(?:时间|日期)?(?:说|写|搞|打|记|发|看)错(?:时间|日期)?了?(?=[\s,:。!]|$|应该)|(?:更正|纠正|订正)(?:一下|下)?(?=[ \t]*[:,]))[ \t]*[,:。!]*[ \t]*(?:应该(?=是))?|\b(?:(?:small |quick |a )?correction[ \t]*[:,-]|i mean(?:t)?(?: to say)?(?=[ ,:])|scratch that|my (?:bad|mistake)|typo)[ \t]*[,.!:-]*[ \t]*/gi;

/** (北京时间晚上10点), (10pm Beijing time): the clock before it is the one that was meant. */
const ALSO_ZONED = /\((?=[^()]{0,30}(?:时间|\btime\b|\b[A-Z]{1,4}T\b|\bUTC|\bGMT))(?=[^()]{0,30}(?:点|:\d{2}|\d ?[ap]m))[^()]{3,30}\)/gi;
const CLOCK = /\d ?[ap]m\b|\d:\d{2}|[\d一二三四五六七八九十两]点/i;

export function markAsides(sheet: Sheet): void {
  const { text } = sheet;
  for (const match of sheet.findAll(ADDRESS_ZH, 4)) mark(sheet, match);
  for (const match of sheet.findAll(ADDRESS_EN, 4)) mark(sheet, match);
  if (/通知|公告|函|邀请|提[醒示]|预告|预约/.test(text)) for (const match of sheet.findAll(HEADING, 2)) mark(sheet, match);
  if (/save the date|note|inform|advised|aware|remind/i.test(text)) for (const match of sheet.findAll(FORMULA, 2)) mark(sheet, match);
  if (/提前|details|link|invite|info|agenda/i.test(text)) for (const match of sheet.findAll(TO_COMERS, 2)) mark(sheet, match);
  if (text.includes('\n')) {
    const last = SIGNATURE.exec(text);
    if (last && sheet.free(last.index, text.length)) mark(sheet, last);
  }
  if (/[厅室堂场]/.test(text))
    for (const match of sheet.findAll(HELD_AT, 2)) sheet.claim(match.index, match.index + match[0].length, 'label');
  if (/错|更正|纠正|订正|correct|mean|scratch|my |typo/i.test(text)) for (const match of sheet.findAll(OOPS, 2)) mark(sheet, match);
  if (text.includes('不是')) for (const match of sheet.findAll(NOT_ZH, 3)) refused(sheet, match);
  if (text.includes('不是')) for (const match of sheet.findAll(NOT_THIS_ZH, 2)) mark(sheet, match);
  if (/\bnot\b/i.test(text)) for (const match of sheet.findAll(NOT_EN, 3)) mark(sheet, match);
  if (text.includes('('))
    for (const match of sheet.findAll(ALSO_ZONED, 3))
      if (CLOCK.test(text.slice(Math.max(0, match.index - 24), match.index))) mark(sheet, match);
}

/** 不是明天下午3点，是4点: only the hour was wrong. */
function refused(sheet: Sheet, match: RegExpExecArray): void {
  const [all, day = '', hour = ''] = match;
  if (day === '' && hour === '') return;
  const to = match.index + all.length;
  const lends = day !== '' && hour !== '' && !new RegExp(`^(?:而?是)?[ \\t]*${DAY_ZH}`).test(sheet.text.slice(to));
  if (!lends) {
    mark(sheet, match);
    return;
  }
  const from = match.index + all.indexOf(day);
  sheet.claim(match.index, from, 'filler');
  sheet.claim(from + day.length, to, 'filler');
}

function mark(sheet: Sheet, match: RegExpExecArray): void {
  sheet.claim(match.index, match.index + match[0].length, 'filler');
}
