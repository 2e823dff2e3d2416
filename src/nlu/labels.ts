/** Topics that the person marked as such: 主题：…, "…", 《…》, called …, 改名叫…; and the labels of a filled-in list. */
import type { Sheet } from './sheet.ts';

export interface Labelled {
  from: number;
  to: number;
  /** Where its first word ends: the rest may turn out to be a time. */
  firstTo: number;
  /** Said as a change of something that exists: 主题改成…. */
  changing: boolean;
}

const NAME_ZH = '(?:会议)?(?:主题|标题|议题|名称|名字|会议名)';
const SIGN_ZH = '(?:\\s*[:：=]\\s*|\\s*(?:就|名|还|仍然?|依然|依旧)?(?:是|为|叫做?|定为|设为)\\s*[:：]?\\s*|\\s+)';
const TOPIC_ZH = new RegExp(
  `${NAME_ZH}${SIGN_ZH}|(?<=^|[\\s,，;；])(?:会议)?(?:内容|事由|事项|主旨)\\s*[:：=]\\s*|会议主题(?=\\p{Script=Han})(?![策征会])|(?<=[,，;；\n\\s]\\s*)(?:主题(?=[\\p{Script=Han}A-Za-z\\d])|议题(?=[\\p{Script=Han}A-Za-z\\d])(?!讨论|征集|评审|收集|会|库|池|梳理|确认))(?!班会|演讲|分享|教育|党日|活动|培训|曲|公园|会|沙龙|报告|日|式|词|色)`,
  'gu',
);
const RENAME_ZH = new RegExp(
  `(?:把|将)?的?${NAME_ZH}\\s*(?:改成|改为|改做|改叫|换成|换为|变更为|更新为|修改为|修改成)\\s*[:：]?\\s*|(?:修?改|更改|更换|换|变更|更新)(?:一下)?(?:会议)?的?${NAME_ZH}\\s*(?:为|成|叫|到|[:：])?\\s*|(?:名字|标题|主题)(?:改|换)(?:一下|个)\\s*[,，]?\\s*(?:叫做?|为|成|[:：])|(?:改|换)个(?:名字?|标题|主题)(?:\\s*[,，]\\s*)?(?:叫做?|为|成|[:：])|(?:改名|更名|重命名)(?:为|成|叫做?|[:：])?\\s*|(?<=会|会议|把它)改叫\\s*`,
  'g',
);
const CALLED_ZH =
  /(?:(?<=会议?|会[,，]|[,，\s])(?:名字)?(?:叫做?|名为|取名为?|命名为)(?:[:：]\s*|(?![上来他她它大@人车我]|一下|一声))\s*)/g;
const TOPIC_EN =
  /\b(?:(?:with|and|set|the|a|meeting)\s+)*(?:topic|subject|title|name)\s*(?:\s(?:is|as|should be|will be)\b\s*|[:=]\s*)|\b(?:topic|subject|title)\s+(?!(?:review|discussion|is)\b)/gi;
const RENAME_EN =
  /\b(?:change|update|set|edit|make)\s+(?:the\s+|its\s+)?(?:meeting\s+)?(?:topic|subject|title|name)\s*(?:of (.{1,60}?) )?(?:to|as|:)\s*|\b(?:topic|subject|title|name)\s+(?:changed\s+)?to\s+|\bcall (?:it|this|the meeting)\s+(?=["“])/gi;
/** change standup's title to Daily */
const RENAME_OWN_EN =
  /\b(?:change|update|set|edit|make)\s+(?:the\s+)?(.{1,60}?)'s\s+(?:meeting\s+)?(?:topic|subject|title|name)\s+(?:to|as|:)\s*/gi;
/** The meeting's old name may stand between: rename standup to daily. */
const RENAME_FROM_EN = /\brename\s+(.{0,80}?)\s*\b(?:to|as|into)\s+|\brename(?:\s+(?:it|this|the meeting))?(?:\s*:\s*|\s+(?=["“「]))/gi;
const CALLED_EN = /\b(?:called|named|titled|entitled)\s*:?\s+/gi;
const OTHER_LABEL =
  /(?:会议)?(?:开始|结束)?(?:时间|日期|时长)\s*(?:[:：=]|是(?=\s*[\d今明后周下上]))\s*|\b(?:start |end )?(?:time|date|when|duration|length)\s*[:：=]\s*/gi;
const PLACE =
  /(?:会议)?(?:地点|地址|位置|会议室|备注|说明)\s*[:：]\s*[^,，。;；\n]{0,80}|\b(?:location|venue|where|room|notes?|remarks?)\s*:\s*[^,;\n]{0,80}/gi;
const STOP =
  /[,，。;；\n!！]|(?:然后)?(?:会议)?时长(?=(?:是|为|大概|大约)?[\d一二两三四五六七八九十半])|\s(?:and|then)\s+(?=(?:move|reschedule|push|set|change|record|make|extend|cancel)\b)|(?<![合归一])(?:并且?|然后)(?=[改把设录]|推迟|延长|提前)|\s(?=(?:会议)?(?:开始|结束)?(?:时间|日期|时长|地点|密码|口令|主持人?|参会人?|参与人|录制|备注|议程)\s*[:：])|\s(?=(?:start |end )?(?:time|date|when|duration|length|location|password|passcode|pwd|hosts?|attendees?|notes?|at|on|from)\s*:)/i;
const QUOTES =
  /「([^」\n]{1,120})」|『([^』\n]{1,120})』|“([^”\n]{1,120})”|"([^"\n]{1,120})"|(?<![\p{L}\p{N}])'([^'\n]{2,120})'(?![\p{L}\p{N}])/gu;
/** 「北极星」项目: the quoted word is a part of the topic. */
const GOES_ON =
  /^(?:项目|方案|版本|活动|系统|产品|需求|评审|复盘|讨论|计划|专项|课题|功能|模块|问题|培训|沙龙|启动会|分享会|复盘会|评审会|发布会|宣讲|专题|政策|选题|活动|工程|行动|大赛|战略|影响|机制|规划|战役|之|与|和|类|型|期|号|级)/;
/** 主题待定 */
const UNDECIDED = /^(?:待定|未定|暂定|暂无|还没定|之后再定|tbd|tba|n\/a)$/i;
/** 【录制】 */
const BARE_SLOT =
  /^(?:自动|全程|不|需要?)?(?:录制|录屏|录像)$|^(?:会议)?(?:密码|口令|passcode|password)\s*[:是]?\s*[\w*#!-]+$|^[今明后本下周星期\d][^】]{0,18}(?:点半?|:\d{2}|分)(?:-[\d:点半]{1,6})?$/i;
const BOOK_MARKS = /《([^》\n]{1,120})》|【([^】\n]{1,120})】/g;

/** Marks quoted stretches, so that nothing inside is taken for a time or a command. `free`: quotes that stand alone. */
export function readQuotes(sheet: Sheet): Labelled[] {
  const found: Labelled[] = [];
  if (/[「『“"']/.test(sheet.text)) {
    for (const match of sheet.text.matchAll(QUOTES)) {
      const to = match.index + match[0].length;
      if (!sheet.free(match.index, to)) continue;
      const within = GOES_ON.test(sheet.text.slice(to, to + 8));
      sheet.claim(match.index, to, within ? 'link' : 'quote', within ? 'part of a name' : 'a name');
      if (within) continue;
      found.push({ from: match.index + 1, to: to - 1, firstTo: to - 1, changing: false });
    }
  }
  if (/[《【]/.test(sheet.text)) {
    for (const match of sheet.text.matchAll(BOOK_MARKS)) {
      const to = match.index + match[0].length;
      const alone = /^\s*$|[\s,，。:：;；]$/.test(sheet.text.slice(0, match.index)) || !sheet.free(match.index - 1, match.index);
      const free = /^\s*$|^[\s,，。;；]/.test(sheet.text.slice(to)) || !sheet.free(to, to + 1);
      if (!sheet.free(match.index, to) || BARE_SLOT.test(match[2] ?? '')) continue;
      sheet.claim(match.index, to, alone && free ? 'quote' : 'link');
      if (alone && free) found.push({ from: match.index + 1, to: to - 1, firstTo: to - 1, changing: false });
    }
  }
  return found;
}

/** 主题：…, called …, rename … to …: the marked topic, if there is one. `old`: what stood between rename and to. */
export function readLabel(sheet: Sheet): (Labelled & { old?: { from: number; to: number } }) | undefined {
  const own = sheet.find(RENAME_OWN_EN);
  if (own?.[1]) {
    const at = own.index + own[0].indexOf(own[1]);
    const old = { from: at, to: at + own[1].length };
    const label = value(sheet, own, true, old);
    return label && { ...label, old };
  }
  const rename = sheet.find(RENAME_ZH) ?? sheet.find(RENAME_EN);
  if (rename) {
    const at = rename[1] ? rename.index + rename[0].indexOf(` of ${rename[1]} `) + 4 : -1;
    const old = rename[1] ? { from: at, to: at + rename[1].length } : undefined;
    const label = value(sheet, rename, true, old);
    return label && old ? { ...label, old } : label;
  }
  const from = /rename/i.test(sheet.text) ? matchRename(sheet) : undefined;
  if (from) return from;
  for (const pattern of [TOPIC_ZH, TOPIC_EN, CALLED_ZH, CALLED_EN]) {
    const match = sheet.find(pattern);
    if (match) return value(sheet, match, false);
  }
  return undefined;
}

/** 时间：, time:, 地点：…: words of a list that are no part of the topic. */
export function claimOtherLabels(sheet: Sheet): void {
  if (!/[:：=是]/.test(sheet.text)) return;
  for (const match of sheet.findAll(OTHER_LABEL, 10)) {
    sheet.claim(match.index, match.index + match[0].length, 'label');
  }
  for (const match of sheet.findAll(PLACE, 10)) {
    sheet.claim(match.index, match.index + match[0].length, 'label');
  }
}

function matchRename(sheet: Sheet): ReturnType<typeof readLabel> {
  RENAME_FROM_EN.lastIndex = 0;
  const match = RENAME_FROM_EN.exec(sheet.text);
  if (!match) return undefined;
  const oldFrom = match.index + match[0].search(/rename\s+/i) + (/rename\s+/i.exec(match[0])?.[0].length ?? 0);
  const old = match[1] ? { from: oldFrom, to: oldFrom + match[1].length } : undefined;
  const label = value(sheet, match, true, old);
  return label && old ? { ...label, old } : label;
}

function value(sheet: Sheet, match: RegExpExecArray, changing: boolean, old?: { from: number; to: number }): Labelled | undefined {
  const from = match.index + match[0].length;
  const quote = sheet.partAt(from);
  if (quote?.kind === 'quote') {
    claimLead(sheet, match, old);
    return { from: quote.from + 1, to: quote.to - 1, firstTo: quote.to - 1, changing };
  }
  const limit = nextHard(sheet, from);
  const stop = STOP.exec(sheet.text.slice(from, limit));
  let to = stop ? from + stop.index : limit;
  while (to > from && /[\s的]/.test(sheet.text.charAt(to - 1))) to -= 1;
  if (to <= from) {
    if (changing) claimLead(sheet, match, old);
    return undefined;
  }
  claimLead(sheet, match, old);
  if (UNDECIDED.test(sheet.text.slice(from, to))) {
    sheet.claim(from, to, 'label');
    return undefined;
  }
  sheet.claim(from, to, 'topic');
  const space = sheet.text.slice(from, to).search(/\s/);
  return { from, to, firstTo: space < 0 ? to : from + space, changing };
}

function claimLead(sheet: Sheet, match: RegExpExecArray, old: { from: number; to: number } | undefined): void {
  const end = match.index + match[0].length;
  sheet.claim(match.index, old ? old.from : end, 'label', 'the topic follows');
  if (old) sheet.claim(old.to, end, 'label');
}

/** Where a slot begins; a link or a number may be part of a topic. */
function nextHard(sheet: Sheet, from: number): number {
  for (const part of sheet.parts) if (part.from >= from && part.kind !== 'link' && part.kind !== 'number') return part.from;
  return sheet.text.length;
}
