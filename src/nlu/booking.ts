/** Is a meeting asked for, or is the message just talk. */
import type { Sheet } from './sheet.ts';
import { BOOK_EN, BOOK_ZH, HUI, HUIYI } from './words.ts';

export const BOOKING_ZH = new RegExp(
  `(?:开|约|订|定|建|预约|预定|预订|安排|创建|新建|发起|召开|组织|来(?=一?[个场次]|一下))(?:一下|了)?(?:一?[个场次])?(?:[^,，。;；\\s]{0,8})(?:${HUIYI}|${HUI})|^(?:(?:快速|即时|临时|视频|线上|新)?${HUIYI}|开会|约会)$|碰头|碰一下|约一下|约个时间|拉个?会`,
);
export const BOOKING_EN =
  /\b(?:book|schedule|arrange|set ?up|reserve|create|start|organi[sz]e|have|host|hold|need|want)\b.{0,40}\b(?:meeting|mtg|call|sync|session|conference|room|slot)\b|\bnew meeting\b|\blet'?s (?:meet|have a|talk|sync)\b|^(?:book|schedule|meet|meeting|new|create meeting)$|\binstant meeting\b|\bmeet (?:now|asap)\b/i;

export function isBooking(sheet: Sheet, at: number): boolean {
  const rest = sheet.text.slice(at, sheet.nextPart(at));
  return BOOK_ZH.test(rest) || BOOK_EN.test(rest);
}

/** Told, not asked: what is done, even where a clock is named. */
const DONE =
  /^刚.{0,12}完|(?:送到|收到|做完|写完|修好|搞定|提交|更新|通过|解决|下班|上班|睡着|吃完|吃过|看完|买|卖|到家|到站|发货|上传|下雨|(?<!别)忘)(?:完|好|到)?了[\s!！~。吗]*$|我.{0,6}(?:迟到|晚到|堵车).{0,6}$|\b(?:running|be|am) .{0,16}\blate\b|\bon my way\b/iu;
/** The past, the weather, wishes, see you: talk where no time to come is named. */
const TALK =
  /^(?:那就?|好的?|ok|行)?[\s,，]*(?:明天|明儿个?|明早|明晚|今晚|后天|后儿|下周|下礼拜|下星期|下个?月|(?:下?周|星期|礼拜)[一二三四五六日天]|回头|待?一?会儿?|晚点|晚些|下次|有空|改天|到时候?|线上|会上)?(?:见|再(?:见|说|聊|看|议|联系|讨论))[吧啦了哈啊]*[\s!！~。]*$|^(?:ok|okay|great|cool|sure|alright|thanks|bye)?[\s,!.]*(?:i(?:'|’)?ll )?(?:see|c|catch|talk to) (?:you|ya|u|y'all|you all|everyone)\b(?!.*\b(?:meeting|call|sync|review|demo|standup)\b)[^,;\n]{0,30}$|^(?:祝(?:大家|各位|你们?|您)?)?(?:周末|节日|新年|生日|中秋|国庆|圣诞|元旦|春节|假期|[周星期礼拜]{1,2}[一二三四五六日天]|今天|明天)?(?:快乐|愉快|安康)[\s!！~。]*$|天气(?!预报|系统|数据|服务)|^\s*(?:昨[天晚日]|前[天晚]|上周|上个?[周月]|去年|刚才|刚刚).{0,40}了|^(?:yesterday|last (?:night|week|month|year))\b|\b(?:happy|nice|have a (?:nice|good|great)) (?:birthday|friday|weekend|new year|day|evening|holidays?)\b|\bweather\b|\bhave a (?:nice|good|great|lovely|wonderful|fun)\b/iu;
/** What was done, at a time that is over. */
const PAST =
  /\b(?:failed|crashed|broke|happened|went down|was (?:cancelled|canceled|over|late|missed))\b|\b(?:i|we|you|he|she|they|it|who)\b(?: \w+){0,2}? (?:sent|emailed|mailed|messaged|met|saw|spoke|talked|told|called|phoned|pinged|discussed|shared|posted|asked|said|wrote|finished|submitted|did|was|were|had|got|heard|missed|joined|left|came|went|tried|reviewed|uploaded|already)\b|\bdid(?:n't)? (?:you|we|i|he|she|they|anyone)\b/i;

/** Have a great weekend! */
const WISH_EN =
  /^(?:have|enjoy) (?:an? |your )?(?:very )?(?:nice|good|great|lovely|wonderful|happy|safe|restful|amazing)?\s?(?:weekend|day|evening|night|one|holidays?|trip|flight|time off)(?: (?:everyone|all|team|folks))?[\s!.~]*$/i;

/** See you at 3 is no request, even where a clock is named. */
const SEE_YOU =
  /^(?:(?:ok|okay|great|cool|sure|alright|thanks|bye)[\s,!.]+)?(?:i'?ll )?(?:see|catch) (?:you|ya|u|y'all|you all|everyone|them|him|her)(?: (?:guys|folks|both|then|there|soon|later|tomorrow|today|tonight|around|again|all|at|on|in|this|next|morning|afternoon|evening|week|noon|mon|tues|wednes|thurs|fri|satur|sun|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|half|past|[ap]m|\d{1,2}(?::\d\d)?(?: ?[ap]m)?))*[\s!.:)]*$/i;

/** `timed`: a clock still to come is named; `over`: the time that is named has passed. */
export function isTalk(text: string, starts: number[], timed: boolean, over = false): boolean {
  const whole = text.trim();
  if (whole.length > 80) return false;
  if (/^刚.{0,12}完/.test(whole)) return !timed;
  if (WISH_EN.test(whole)) return true;
  if (SEE_YOU.test(whole)) return true;
  if (!DONE.test(whole) && !(over && PAST.test(whole)) && (timed || !TALK.test(whole))) return false;
  return !starts.some((at) => BOOK_ZH.test(text.slice(at)) || BOOK_EN.test(text.slice(at))) && !BOOKING_ZH.test(whole);
}
