/** What was wrong, or is told a second time in another zone: 不是三点，是四点; (10pm Beijing time). Marked before anything is read. */
import type { Claim, Reader, Utterance } from '../utterance.ts';

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
  /(?:(?:不好意思|抱歉)[,\s]*)?(?:我?(?:刚才|刚刚|上面|前面)?(?:我?)(?:会议)?(?:时间|日期|日子)?(?:说|写|搞|打|记|发|看|定|约|订|选|排|填|弄)错(?:时间|日期|日子|天)?[了啦咯]?(?=[\s,:。!]|$|应该)|(?<!^(?:会议|开会|开始)?时间)(?:更正|纠正|订正)(?:一下|下)?(?=[ \t]*[:,]))[ \t]*[,:。!]*[ \t]*(?:应该(?=是))?|\b(?:(?:small |quick |a )?correction[ \t]*[:,-]|i mean(?:t)?(?: to say)?(?=[ ,:])|(?:scratch that|my (?:bad|mistake)|typo)(?![\w-]))[ \t]*[,.!:-]*[ \t]*/gi;

/** (北京时间晚上10点), (10pm Beijing time): the clock before it is the one that was meant. */
const ALSO_ZONED = /\((?=[^()]{0,30}(?:时间|\btime\b|\b[A-Z]{1,4}T\b|\bUTC|\bGMT))(?=[^()]{0,30}(?:点|:\d{2}|\d ?[ap]m))[^()]{3,30}\)/gi;
const CLOCK = /\d ?[ap]m\b|\d:\d{2}|[\d一二三四五六七八九十两]点/i;

export const readCorrections: Reader<null> = (message) => {
  const { text } = message;
  let said = message;
  const mark = (pattern: RegExp, most: number, claims: (match: RegExpExecArray) => Claim[] = (match) => [whole(match)]): void => {
    said = said.with([...said.findAll(pattern, most)].flatMap(claims));
  };
  if (/错|更正|纠正|订正|correct|mean|scratch|my |typo/i.test(text)) mark(OOPS, 2);
  if (text.includes('不是')) {
    mark(NOT_ZH, 3, (match) => refused(said, match));
    mark(NOT_THIS_ZH, 2);
  }
  if (/\bnot\b/i.test(text)) mark(NOT_EN, 3);
  if (text.includes('('))
    mark(ALSO_ZONED, 3, (match) => (CLOCK.test(text.slice(Math.max(0, match.index - 24), match.index)) ? [whole(match)] : []));
  return { found: null, claims: said.claims.filter((one) => !message.claims.includes(one)) };
};

/** 不是明天下午3点，是4点: only the hour was wrong. */
function refused(said: Utterance, match: RegExpExecArray): Claim[] {
  const [all, day = '', hour = ''] = match;
  if (day === '' && hour === '') return [];
  const to = match.index + all.length;
  const lends = day !== '' && hour !== '' && !new RegExp(`^(?:而?是)?[ \\t]*${DAY_ZH}`).test(said.text.slice(to));
  if (!lends) return [whole(match)];
  const from = match.index + all.indexOf(day);
  return [
    { from: match.index, to: from, kind: 'filler' },
    { from: from + day.length, to, kind: 'filler' },
  ];
}

const whole = (match: RegExpExecArray): Claim => ({ from: match.index, to: match.index + match[0].length, kind: 'filler' });
