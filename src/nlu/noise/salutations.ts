/** What is said to people and not of the meeting: salutations, signatures, formulas of notices. Marked before anything is read. */
import type { Claim, Reader } from '../utterance.ts';

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
  /(?:请|记得|麻烦)?(?:大家|各位)?请?提前[ \t]*(?:\d{1,2}|[一二三五十两]{1,3})[ \t]*分钟(?:左右)?(?:进会|入会|进入|上线|到场|到达|到|登录|签到|就位|集合)[^,。;!\n]{0,8}|并(?:且)?(?:请)?(?:通知|告知)(?:一下|下)?(?:大家|各位|所有人|全员|参会人员?|与会人员)|\b(?:dial[- ]?in |joining |meeting )?(?:details|links?|invites?|info|agenda) (?:to follow|will follow|will be (?:shared|sent)|to be (?:shared|sent)|coming soon)\b/gi;
/** The last line of a notice: 行政部. */
const SIGNATURE =
  /(?<=[^\n]{6}\s*)\n[ \t]*[\p{Script=Han}]{1,12}(?:部门?|办公室|中心|委员会|处|科|办|秘书处|小组|公司|学院|工会)[ \t]*(?:\n[^\n]{0,24})?$/u;
/** 在3号会议室召开 */
const HELD_AT =
  /[在于](?:(?![在于点日号])[\p{Script=Han}A-Za-z\d#-]|[\d一二三四五六七八九十]号){1,14}?(?:会议室|会议厅|报告厅|多功能厅|大礼堂|礼堂|会场|培训室|教室|活动室)[ \t]*(?:召开|举行|举办|开展|进行|(?=开|见|讨论|集合|面谈))/gu;

export const readSalutations: Reader<null> = (message) => {
  const { text } = message;
  let said = message;
  const mark = (pattern: RegExp, most: number, kind: Claim['kind'] = 'filler'): void => {
    said = said.with([...said.findAll(pattern, most)].map((match) => ({ from: match.index, to: match.index + match[0].length, kind })));
  };
  mark(ADDRESS_ZH, 4);
  mark(ADDRESS_EN, 4);
  if (/通知|公告|函|邀请|提[醒示]|预告|预约/.test(text)) mark(HEADING, 2);
  if (/save the date|note|inform|advised|aware|remind/i.test(text)) mark(FORMULA, 2);
  if (/提前|并|details|link|invite|info|agenda/i.test(text)) mark(TO_COMERS, 2);
  if (text.includes('\n')) {
    const last = SIGNATURE.exec(text);
    if (last && said.free(last.index, text.length)) said = said.with([{ from: last.index, to: text.length, kind: 'filler' }]);
  }
  if (/[厅室堂场]/.test(text)) mark(HELD_AT, 2, 'label');
  return { found: null, claims: said.claims.filter((one) => !message.claims.includes(one)) };
};
