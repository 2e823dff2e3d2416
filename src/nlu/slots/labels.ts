/** Topics that the person marked as such: 主题：…, "…", 《…》, called …, 改名叫…; and the labels of a filled-in list. */
import type { Quoted } from '../entities/quote.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';

export interface Labelled {
  from: number;
  to: number;
  /** Where its first word ends: the rest may turn out to be a time. */
  firstTo: number;
  /** Said as a change of something that exists: 主题改成…. */
  changing: boolean;
  /** … and call it …: beside a change it is the new name. */
  called?: true;
}

const NAME_ZH = '(?:会议)?(?:主题|标题|议题|名称|名字|会议名)';
const SIGN_ZH =
  '(?:\\s*[:：=]\\s*|\\s*[-–—]+(?=\\p{Script=Han})\\s*|\\s*(?:就|名|还|仍然?|依然|依旧)?(?:是|为|叫做?|定为|设为)\\s*[:：]?\\s*|\\s+)';
const TOPIC_ZH = new RegExp(
  `${NAME_ZH}${SIGN_ZH}|(?<=^|[\\s,，;；])(?:会议)?(?:内容|事由|事项|主旨)\\s*[:：=]\\s*|(?<=[\\d点半刻钟日号天][^\n]{0,20}[,，;；]\\s*)(?:会议)?内容(?:就是|主要是|是|为)?(?=\\p{Script=Han})(?![是待审运策安平生团组部电营社创评规产中合排包如同不很太已先还])|会议主题(?=\\p{Script=Han})(?![策征会])|(?<=[,，;；\n\\s]\\s*)(?:主题(?=[\\p{Script=Han}A-Za-z\\d《「『“"【])|议题(?=[\\p{Script=Han}A-Za-z\\d])(?!讨论|征集|评审|收集|会|库|池|梳理|确认))(?!班会|演讲|分享|教育|党日|活动|培训|曲|公园|会|换[个一]|改[个一]|沙龙|报告|日|式|词|色)`,
  'gu',
);
const RENAME_ZH = new RegExp(
  `(?:把|将)?的?${NAME_ZH}\\s*(?:改成|改为|改做|改叫|换成|换为|变更为|更新为|修改为|修改成)\\s*[:：]?\\s*|(?:修?改|更改|更换|换|变更|更新)(?:一下)?(?:会议)?的?${NAME_ZH}\\s*(?:为|成|叫|到|[:：])?\\s*|(?:名字|会议名称|标题|主题)(?:改|换)(?:一下|个)\\s*[,，]?\\s*(?:叫做?|为|成|[:：])|(?:改|换)个(?:名字?|标题|主题)(?:\\s*[,，]\\s*)?(?:叫做?|为|成|[:：])|(?:改名|更名|重命名)(?:为|成|叫做?|[:：])?\\s*|(?<=会|会议|把它)改叫\\s*|(?<=^(?:这个|这场|本次|咱们的?|我们的?)?会议?(?:就|还是|要)?)叫做?(?![上来他她它大@人车我的你什啥谁停])[:：]?\\s*`,
  'g',
);
const CALLED_ZH =
  /(?:(?<=会议?|会[,，]|[,，\s])(?:名字)?(?:叫做?|名为|取名为?|命名为)(?:[:：]\s*|(?![上来他她它大@人车我的]|一下|一声))\s*)|(?<=[建约订定开排弄][一]?[下个场])就叫(?=\p{Script=Han}{2})(?![上来他她它大@人车我]|一下|一声)/gu;
const TOPIC_EN =
  /(?<!\b(?:change|changing) of )\b(?:(?:with|and|set|the|a|meeting)\s+)*(?:topic|subject|title|name)\s*(?:\s(?:is|as|should be|will be)\b\s*|\s?(?:叫做?|是|为)\s*|[:=]\s*)|(?<=^|\n)(?:what|event|purpose|agenda|about|re)\s*:\s*|\b(?:topic|subject|title)\s+(?!(?:review|discussion|is)\b)/gi;
const RENAME_EN =
  /\b(?:change|update|set|edit|make)\s+(?:the\s+|its\s+)?(?:meeting\s+)?(?:topic|subject|title|name)\s*(?:of (.{1,60}?) )?(?:to|as|:)\s*|\b(?:topic|subject|title|name)\s+(?:changed\s+)?to\s+|\bcall (?:it|this|the meeting)\s+(?=["“])/gi;
/** change standup's title to Daily */
const RENAME_OWN_EN =
  /\b(?:change|update|set|edit|make)\s+(?:the\s+)?(.{1,60}?)'s\s+(?:meeting\s+)?(?:topic|subject|title|name)\s+(?:to|as|:)\s*/gi;
/** The meeting's old name may stand between: rename standup to daily. */
const RENAME_FROM_EN =
  /\brename\s+(.{0,80}?)\s*\b(?:to|as|into)\s+|\brename(?:\s+(?:it|this|the meeting))?(?:\s*:\s*|\s+(?=["“「]))|\b(?:rename|retitle)\s+(?:it|this|that)\s+(?=\S)(?!(?:please|pls|to|as|into|or|and|later|now|again|back|if|when|then)\b)/gi;
const CALLED_EN =
  /(?:\b(?:called|named|titled|entitled)|(?<=[,;.]\s?(?:and\s)?|\band\s)(?:name|title|call)\s(?:it|this|the\smeeting))\s*:?\s+(?!(?:off|to|in|me|us|him|her|them|about|from|back|again|and|while|this)\b)/gi;
const OTHER_LABEL =
  /(?<![^\s,，][改换调挪]个?)(?:会议)?(?:开始|结束)?(?:时间|日期|时长)\s*(?:[:：=]|-(?=[\d今明后周下])|是(?=\s*[\d今明后周下上本这]))\s*|\b(?:start |end )?(?:time|date|day|when|duration|length)\s*[:：=]\s*/gi;
const PLACE =
  /(?:会议)?(?:地点|地址|位置|会议室|备注|说明)\s*[:：]\s*[^,，。;；\n]{0,80}|\b(?:location|venue|where|room|notes?|remarks?)\s*:\s*[^,;\n]{0,80}/gi;
const STOP =
  /[,，。;；\n!！]|(?:然后)?(?:会议)?时长(?=(?:是|为|大概|大约)?[\d一二两三四五六七八九十半])|\s(?:and|then)\s+(?=(?:move|reschedule|push|set|change|record|make|extend|cancel)\b)|(?<![合归一])(?:并且?|然后)(?=[改把设录]|推迟|延长|提前)|\s(?=(?:会议)?(?:开始|结束)?(?:时间|日期|时长|地点|密码|口令|主持人?|参会人?|参与人|录制|备注|议程)\s*[:：])|\s(?=(?:会议)?(?:开始|结束)?(?:时间|日期|时长)\s*是\s*[\d今明后周下上本这])|\s(?=(?:start |end )?(?:time|date)\s+is\s+[\da-z])|\s(?=(?:start |end )?(?:time|date|day|when|duration|length|location|password|passcode|pwd|hosts?|attendees?|notes?|at|on|from)\s*:)/i;
/** 主题待定 */
const UNDECIDED = /^(?:待定|未定|暂定|暂无|还没定|之后再定|tbd|tba|n\/a)$/i;
/** 主题：…, called …, rename … to …: the marked topic, if there is one. `old`: what stood between rename and to. */
export function readLabel(said: Utterance): Reading<(Labelled & { old?: Quoted }) | undefined> {
  const own = said.find(RENAME_OWN_EN);
  if (own?.[1]) return labelled(said, own, true, within(own, own[0].indexOf(own[1]), own[1]));
  const rename = said.find(RENAME_ZH) ?? said.find(RENAME_EN);
  if (rename) {
    const of = rename[1];
    return labelled(said, rename, true, of ? within(rename, rename[0].indexOf(` of ${of} `) + 4, of) : undefined);
  }
  RENAME_FROM_EN.lastIndex = 0;
  const from = said.may(RENAME_FROM_EN) ? RENAME_FROM_EN.exec(said.text) : null;
  if (from) {
    const at = from[0].search(/rename\s+/i) + (/rename\s+/i.exec(from[0])?.[0].length ?? 0);
    const renamed = labelled(said, from, true, from[1] ? within(from, at, from[1]) : undefined);
    if (renamed.found) return renamed;
  }
  for (const pattern of [TOPIC_ZH, TOPIC_EN, CALLED_ZH, CALLED_EN]) {
    const match = said.find(pattern);
    if (!match) continue;
    const reading = labelled(said, match, false);
    return reading.found && calls(said, match) ? { ...reading, found: { ...reading.found, called: true } } : reading;
  }
  return { found: undefined, claims: [] };
}

const within = (match: RegExpExecArray, at: number, words: string): Quoted => ({
  from: match.index + at,
  to: match.index + at + words.length,
});

const calls = (said: Utterance, { index, 0: words }: RegExpExecArray): boolean =>
  said.hitsIn('dialogue.name', { from: index, to: index + words.length }).some(({ worth }) => worth === true);

/** 时间：, time:, 地点：…: words of a list that are no part of the topic. */
export function readOtherLabels(said: Utterance): Reading<null> {
  if (!/[:：=是]/.test(said.text)) return { found: null, claims: [] };
  const label = (match: RegExpExecArray): Claim => ({ from: match.index, to: match.index + match[0].length, kind: 'label' });
  const times = [...said.findAll(OTHER_LABEL, 10)].map(label);
  const places = [...said.with(times).findAll(PLACE, 10)].map(label);
  return { found: null, claims: [...times, ...places] };
}

function labelled(
  said: Utterance,
  match: RegExpExecArray,
  changing: boolean,
  old?: Quoted,
): Reading<(Labelled & { old?: Quoted }) | undefined> {
  const from = match.index + match[0].length;
  const lead: Claim[] = [
    { from: match.index, to: old ? old.from : from, kind: 'label', note: 'the topic follows' },
    ...(old ? [{ from: old.to, to: from, kind: 'label' as const }] : []),
  ];
  const told = (to: number, firstTo: number): Labelled & { old?: Quoted } => ({
    from: from,
    to,
    firstTo,
    changing,
    ...(old ? { old } : {}),
  });
  const quote = said.claimAt(from);
  if (quote?.kind === 'quote') return { found: { ...told(quote.to - 1, quote.to - 1), from: quote.from + 1 }, claims: lead };
  const limit = nextHard(said, from);
  const stop = STOP.exec(said.text.slice(from, limit));
  let to = stop ? from + stop.index : limit;
  while (to > from && /[\s的]/.test(said.text.charAt(to - 1))) to -= 1;
  const and = said.claimAt(limit) ? said.hitEnding('dialogue.and', to) : undefined;
  if (and && and.from > from) to = and.from - 1;
  if (to <= from) return { found: undefined, claims: changing ? lead : [] };
  const words = said.text.slice(from, to);
  if (UNDECIDED.test(words)) return { found: undefined, claims: [...lead, { from, to, kind: 'label' }] };
  const space = words.search(/\s/);
  return { found: told(to, space < 0 ? to : from + space), claims: [...lead, { from, to, kind: 'topic' }] };
}

/** Where a slot begins; a link or a number may be part of a topic. */
function nextHard(said: Utterance, from: number): number {
  for (const one of said.claims) if (one.from >= from && one.kind !== 'link' && one.kind !== 'number') return one.from;
  return said.text.length;
}
