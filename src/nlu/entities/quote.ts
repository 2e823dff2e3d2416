/** Names in quotes, and in book marks: 「周会」, 《方案》. */
import type { Claim, Reading, Utterance } from '../utterance.ts';

/** The words between the quotes. */
export interface Quoted {
  from: number;
  to: number;
}

const QUOTES =
  /「([^」\n]{1,120})」|『([^』\n]{1,120})』|“([^”\n]{1,120})”|"([^"\n]{1,120})"|(?<![\p{L}\p{N}])'([^'\n]{2,120})'(?![\p{L}\p{N}])/gu;
/** 「北极星」项目: the quoted word is a part of the topic. */
const GOES_ON =
  /^(?:项目|方案|版本|活动|系统|产品|需求|评审|复盘|讨论|计划|专项|课题|功能|模块|问题|培训|沙龙|启动会|分享会|复盘会|评审会|发布会|宣讲|专题|政策|选题|活动|工程|行动|大赛|战略|影响|机制|规划|战役|之|与|和|类|型|期|号|级)/;
/** 【录制】 */
const BARE_SLOT =
  /^(?:自动|全程|不|需要?)?(?:录制|录屏|录像)$|^(?:会议)?(?:密码|口令|passcode|password)\s*[:是]?\s*[\w*#!-]+$|^[今明后本下周星期\d][^】]{0,18}(?:点半?|:\d{2}|分)(?:-[\d:点半]{1,6})?$/i;
const BOOK_MARKS = /《([^》\n]{1,120})》|【([^】\n]{1,120})】/g;

/** Claims quoted stretches, so that nothing inside is taken for a time or a command. Found are those that stand alone: names. */
export function readQuotes(message: Utterance): Reading<Quoted[]> {
  const found: Quoted[] = [];
  const claims: Claim[] = [];
  let said = message;
  const claim = (one: Claim): void => {
    claims.push(one);
    said = said.with([one]);
  };
  if (/[「『“"']/.test(said.text)) {
    for (const match of said.text.matchAll(QUOTES)) {
      const to = match.index + match[0].length;
      if (!said.free(match.index, to)) continue;
      const within = GOES_ON.test(said.text.slice(to, to + 8));
      claim({ from: match.index, to, kind: within ? 'link' : 'quote', note: within ? 'part of a name' : 'a name' });
      if (within) continue;
      found.push({ from: match.index + 1, to: to - 1 });
    }
  }
  if (/[《【]/.test(said.text)) {
    for (const match of said.text.matchAll(BOOK_MARKS)) {
      const to = match.index + match[0].length;
      const alone = /^\s*$|[\s,，。:：;；]$/.test(said.text.slice(0, match.index)) || !said.free(match.index - 1, match.index);
      const free = /^\s*$|^[\s,，。;；]/.test(said.text.slice(to)) || !said.free(to, to + 1);
      if (!said.free(match.index, to) || BARE_SLOT.test(match[2] ?? '')) continue;
      claim({ from: match.index, to, kind: alone && free ? 'quote' : 'link' });
      if (alone && free) found.push({ from: match.index + 1, to: to - 1 });
    }
  }
  return { found, claims };
}
