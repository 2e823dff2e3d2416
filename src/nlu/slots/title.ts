/** What the sentence is about: what is left when times, slots, commands and fillers are gone. */

import { leadAt, tailAt } from '../filler.ts';
import { BOOK, SHAPES as BOOK_SHAPES } from '../intents/booking-words.ts';
import { phrase } from '../phrase.ts';
import type { Span } from '../time/prepare.ts';
import type { Claim, Utterance } from '../utterance.ts';
import { ABOUT_EN, ARTICLE, MEET_EN, MEETING_EN } from '../words.ts';

/** `book`: a new meeting is described. `which`: one that exists is named. */
export type TopicMode = 'book' | 'which';

interface Piece {
  from: number;
  to: number;
  /** What stands directly before and after it. */
  before: 'start' | 'time' | 'mark' | 'other';
  after: 'end' | 'time' | 'mark' | 'other';
}

const BREAK = /[,，、。;；!！?？\n~～…|]|\.{2,}|\.(?=\s|$)|\s-+\s/;
const EDGE = /^[\s,，、。.;；:：!！?？~～…·|/\\*_>=-]+|[\s,，、。.;；:：!！?？~～…·|/\\*_>=-]+$/g;
const OPENERS = '（(【[《「『<{';
const CLOSERS = '）)】]》」』>}';

const AFTER_TIME_ZH =
  /^(?:的时候|那会儿?|的|(?:准时|准点)?开始|起(?![重诉草步源飞租居伏义泡售拍价降航点名])|左右(?![屏岸手脑翼侧滑])|准时|前后|之?前|之?后|整(?![理改车体合顿治机备容形套数段装编流个年月天日])|到时候?|那天|期间|这个时间)+(?!端|景|台|勤|置|续)/;
/** With a space in between only such a word alone still belongs to the time: EOD 前 review, but 3点 整体方案. */
const APART_ZH = /^(?:的|(?:准时|准点)开始|开始|左右|前|之前|以前|后|之后|准时)(?=\s|$)/;
const BEFORE_TIME_ZH =
  /(?:(?:大概|大约|预计|估计|差不多)(?:需要|要|开|持续)?|预计(?:需要|要)?|为期|持续|控制在|不超过|不到|最多|至多|最长|限时|耗时|需要|时长|时间|定在|放在|安排在|会期|约在|改在|选在|时间定?[在是]?|每次|每场|每回|就在|从|(?:兹定|现定|拟定|暂定|拟|兹|定)?于|在|自|等到|到|为|是|至|每|开始于?)$/;
/** 评审安排|在明天: the 在 went to the time. */
const ARRANGED_ZH = /(?:就|都|先)?(?:安排|暂定|兹定|现定|拟定|拟|兹|定|约|放|选|改|设|订|(?<!彩)排)$/;
const BEFORE_TIME_EN =
  /(?:^|[\s,，])(?:(?:duration|length|lasting|lasts|approximately|roughly|starting|starts?|beginning|begins?|scheduled|held|is|will be|takes place|at|on|for|from|by|in|to|around|about|until|till|and|every|of|the|this|@)\s*)+$/i;
const AFTER_TIME_EN =
  /^(?:itself|'s|o'?clock|works for|works(?= ?$)|sharp|ish|onwards?|or so|start(?=[,.]|$)|and|for|to|at|on|:|-)(?=\s|$|:)\s*|^'s\s*/i;
const PARTICLE =
  /^(?:以后|今后|之后|往后|从今往后|从今以后|的|了|在|和|与|跟|及|或者?|还是|把|将|给|对|从|到|有|个|一个|一场|这|那|就|a|an|the|one|for (?:the|this) (?:meeting|call)|for it|and|or|at|on|in|for|from|to|by|of|with|it|is|be|we|i|us|me|my|our|'s|s|参加|参会|出席|一起|加入|与会|来|方便|need|want|got|same|the same|have|set|book|grab|plan|keep it|find|get|take|schedule|arrange|put|拟|兹|通知)$/i;
/** A meeting and nothing more: 会, 线上会议, 碰头. */
const MEETING_ZH = phrase(`${'_meeting.kind? '.repeat(3)}( _meeting.itself | _meeting.meet )`);
/** In these patterns § stands for it. */
const MARK = '§';
const MEETING_ONLY_ZH = /^(?:[一这那]?[个场次])?的?(?:§|碰个头|碰(?:一下|下|个面|面)?|见个?面)(?:一下|了|啦)?$/;
const TO_DISCUSS_ZH =
  /^的?§(?:来|去|用来|主要是?|是)?(?=\s(?![A-Za-z])|[,，:：。]|$|讨论|聊|谈|关于|商量|商讨|对|过|沟通|说|同步|研究|复盘|评审|碰|确认|看|和|跟|与|叫|排查|处理|[倾傾]|定位|解决|分析|决定|跟进|研讨|总结|规划|敲定|梳理|汇报|商议|审|测|演练|培训|分享|解释|介绍)\s*/;
const WHICH_NOUN_ZH = /^(?:§?编号|§(?:号|ID|链接)?)[是为:：]?/i;
const OF_ZH = /(?:的|[这那][个场])(?:一?[个场次])?/g;
const HOLD_ZH =
  /(?:[\s,，]|^|(?<=[\p{Script=Han}A-Za-z0-9]))(?:(?:一起)?开(?:一?[个场次]|一下)?(?:视频|线上|短|小)?会议?|开一下|会议?时间)$/u;
const ABOUT_ZH = /^(?:关于|有关|针对|围绕|就是?(?![业地职医近读诊餐绪位任此]))(?=.)[\s:：]*/;
const WE_ZH = /^(?:我们|咱们|大家|我|咱|一起)(?=开|聊|讨论|过|对|碰|看|谈|商量|同步|复盘|评审|[\s,，]|$)\s*/;

const WHICH_ZH =
  /^(?:一下)?(?:把(?![关控脉])|将(?![军领才])|对(?![接账焦标赌外公韩美日欧俄讲])|给(?![排水])|关于|让(?![利渡]))?(?:我们?|咱们?|大家)?(?:的)?(?:刚才|刚刚|刚|方才|上一?[个场次]|上次|最近一?[个场次]?|最新的?|最后一?[个场次]|这一?[个场次]|那一?[个场次]|此次|此|该|本次|本场|当前|原来|原[定订]|原先|原本|原计划|本来|之前|先前|现在|下一?[个场次]|这|那)?(?:我们?)?(?:约|订|定|预约|预订|创建|说|开(?![标题幕盘庭业放源户票工学机发拓荒园馆营播课]))?(?:好|完)?(?:的|那个|那场|这个|这场)*/;
const WHICH_TAIL_ZH =
  /(?:还有|还要|还得|还)?(?:(?:的|这个|那个|这场|那场|^)(?:会议号|会议|会))?(?:的)?(?:一下|掉|了|给|都|也|先|时间|信息|情况)?$/;
/** Why a meeting has to move or fall: no name. */
const REASON =
  /^(?:因为|由于|鉴于)|才(?:行|能|可以|方便|有空)|不行|没空|没时间|有事|冲突|来不[了及]|不方便|不合适|参加不了|去不了|赶不上|^(?:因|由于|鉴于).{1,20}(?:原因|冲突|安排|需要|调整)$|开不了|不在|请假|出差|时间有变|不好意思|计划有变|改天|再约|算了|还没|没(?:聊|讲|开|说|讨论|过)完|时间不?够|不够用|先不|下次|另约|不变|照旧|\b(?:can't|cannot|can not|conflict|busy|doesn't work|does not work|not work|won't work|no longer|unavailable|sick|sorry|running (?:over|late|behind)|something came up)\b/i;
const WHICH_EN =
  /^(?:(?:re:?|fwd?:?|the|my|our|this|that|last|previous|current|latest|upcoming|next|just|meeting number|meeting no\.?|meeting id|number|no\.?|of|for|from|to|on|in|with|'s)(?=\s|$|:)[\s:]*)+/i;
const WHICH_NONE_EN =
  /^(?:it|this|that|this one|that one|the last one|last one|one|meetings?|mtg|calls?|the (?:meeting|call)|booking|slot|session|room|appointment|thing|reservation|invite|event|number|id|last|please|now|time|again|instead|everything|all|all of (?:it|them)|them|let|make|set|turn|keep|have|out|up|off|by|to|back|(?:show|tell)(?: me| us)?|let me know|give|给|让|把)$/i;

/** 请准时参加, 地点线上, 别忘了: clauses that say nothing of what the meeting is about. */
const ASIDE =
  /^(?:等\d{1,2}点[^,]{0,8}(?:会|会议)|(?:大家|各位)?(?:先)?准备(?:一下|下|好)[^,]{1,8}|(?:请|麻烦|烦请|望|务请|敬请)?(?:大家|各位|各部门|相关人员|与会人员)?(?:都)?(?:务必)?(?:准时|按时|准点)(?:开始|开会|哦|哈)?|(?:请|望|并)?(?:大家|各位)?(?:互相|相互)(?:转告|通知|告知)|(?:请|敬请|望)(?:大家|各位)?(?:知悉|周知|悉知|知晓|查收|留意|关注|谅解|支持)|特此通知|(?:请)?(?:勿|不要|不得|别)(?:迟到|缺席|请假|早退)|因[^,]{1,16}(?:原因|冲突|安排|需要)|(?:可以|行|好|有空|有时间|方便|ok)?[吗么]|(?:not sure|maybe|perhaps|probably)|(?:会议)?时间(?:已经?|就)?(?:定了|确定了?|敲定了?|定下来了?|改了|变了|有变)|最终(?:确定|敲定|决定)了?|(?:亲|小伙伴|家人|兄弟|同志|老板|领导)们|(?:收到|没问题|好嘞|好滴|了解|明白|行|急+|yes(?: please)?|sure|yep|yeah|sounds good|great|perfect|no problem|got it)|我?改(?:一下|下|个)?时间|(?:谢谢|感谢)(?:大家|各位)?的?(?:配合|支持|理解|参与|合作)|有(?:问题|疑问|事)的?(?:请|可以?)?(?:随时|请假|联系|提前|及时|找我|群里)[^,]{0,10}|bring (?:your|a|the) (?!own).{1,30}|(?:(?:please|pls) )?(?:invite|loop in|include|cc) (?:the|all|our|my|everyone)\b.{0,40}|(?:记得|请|请大家|麻烦大家|大家)(?:提前|先)?(?:带[好上]?|准备好|安排好|预习|填好?)[^,]{1,10}|(?:请|麻烦)?(?:大家|各位)?(?:预留|空出|留出|腾出|留)(?:一下|下|好|出)?(?:的)?时间|的?时间|(?:会议)?(?:地点|地址|位置)\s*(?:[:在是为]+[^,]{1,20}|[^,]{0,12}(?:室|厅|楼|层|座|线上|线下|大厦|园区|礼堂))|(?:(?:on|in|to) )?(?:the |your |my |our )?calendars?|(?:either|whichever|any)(?: one| time| of (?:them|those|these))? (?:works|suits|is fine|way|is ok)(?: for .{1,16})?|up to you|your call|(?:please |just )?let me know(?: .{1,40})?|(?:(?:please|kindly|pls)\s+)*(?:attend|join|be there|arrive|come|dial in|log in)(?: [a-z]+){0,2} on time|(?:(?:please|kindly|pls)\s+)*be (?:punctual|prompt)|attendance (?:is )?(?:mandatory|required|compulsory|expected)|(?:请|麻烦|望|烦请|务必|记得|届时|到时候?|希望)?(?:各位|大家|各部门|各组|相关|全体|所有|与会|参会)?[\p{Script=Han}]{0,6}(?:准时|按时|提前|务必|踊跃|积极)(?:到|来|参加|出席|到场|入会|上线|参会|与会|进入|进会|加入)[\p{Script=Han}]{0,4}|(?:请|麻烦)?(?:大家|各位)?(?:收到|看到)(?:后)?(?:请)?(?:回复|确认)(?:一下|下)?|别忘[了记]?|不要忘[了记]|不见不散|别迟到|(?:大家)?先(?:占个?位置?|忙|这样|这么定|定下来)|占个?位|会期半天|(?:地点|方式|形式)?\s*(?:在)?(?:线上|线下|腾讯会议|飞书会议)(?:开|进行|参会|会议)?|please be on time|don'?t be late|see you(?: all)?(?: there| then)?|be on time|save the date)$/iu;
/** 明天见: says when, not why. */
const MEET_ZH = /^(?:(?:不见不散|见面|碰面|见)[吧啦哈呀哦啊了]*|be there)$/;
/** 行不行 周会: is the time all right. */
const SUITS_ZH = /^(?:行不行|可不可以|好不好|ok不|方便不|(?:可以|行|好|ok|方便|有空|有时间|合适)(?:吗|么|不|嘛))(?=[\s,?]|$)[\s,?]*/i;
/** 想跟你, 你跟我一起: who talks to whom, where the two are the whole meeting. */
const TO_YOU_ZH =
  /^(?:我(?:这边|们)?)?(?:想|要|打算|准备)?(?:跟|和|与|请|找|约|拉|叫|喊|召集|组织)(?:着|上)?(?:你们?|您|各位|大家|相关同学)(?:一起)?(?=再?(?:过|聊|谈|对|讨论|沟通|确认|碰|同步|商量|请教|汇报|评审|看|说|核对))|^你们?(?:跟|和|与)(?:我们?|咱们?)(?:一起)?(?=\p{Script=Han})/u;
/** 跟运营的同事们开一个关于…的讨论会: with whom, and then what about. */
const WITH_OPENS_ZH =
  /^(?:和|跟|与|同)[^,\s]{1,12}?(?:一起)?(?:开|约|搞|安排|组织|召开)(?:一?[个场次])的?(?=(?:关于|有关|针对|围绕).)|^(?:叫|拉|喊)上[^,\s]{1,12}?一起(?=.)/;
/** 小王，明天…: whom it is said to. */
const CALLED_TO = /^(?:[小老阿]\p{Script=Han}|\p{Script=Han}(?:总|哥|姐|工|老师|经理|主任|博士))$/u;
/** What asks for a time and stands right before it. */
const OFFER_EN =
  /(?:^|(?<=\b(?:we|i|us)) )(?:(?:could|can|might) )?(?:do|say|try|grab|pencil in|pencil|shoot for|aim for)$|^(?:block(?:ing)?|hold|keep|reserve|mark)(?: (?:off|out))?(?: (?:your|the|my|our|all|everyone's))?(?: (?:calendars?|diar(?:y|ies)|schedules?|time|slots?))?$|^(?:put|get|add|drop)(?: (?:something|this|it|some time|time))? (?:on|in|to) (?:the|your|my|our|everyone's) calendars?$/i;
/** The same in Chinese. */
const OFFER_ZH = /^(?:预留|空出|留出|腾出|留)(?:一下|下|好)?$/;
/** Meeting at all, where what it is about is said elsewhere. */
const LIGHT_EN = /^(?:(?:meeting|mtg|call|chat|time) (?:with|w\/) .{1,30}|catch[- ]?up|touch base|sync up|chat|quick chat|meet up|grab)$/i;
/** 帮我约上: asks for a meeting and says nothing of it. */
const REQUEST_ZH =
  /(?:^|\s)?(?:请|麻烦)?(?:你)?(?:帮我|帮忙|给我|帮我们|给大家|替我)(?:们)?(?:建|约|订|定|开|安排|预约|预定|设成?|设置成?|排|弄|搞)(?:一?[个场次]|一下|上|好|下|了|重复|周期|循环|定期|的)*(?:会议?)?$|(?:^|的)(?:会议?)?(?:约|订|定|安排|预约|建|排)(?:一下|一个|上|起来)$/;
const BUT_FIRST = /^(?:和|跟|与|同).{1,8}(?:约|开)(?:一?[个场次]|一下)?(?:短|小|视频|线上)?(?:会议?|时间)$/;
const JOINING_TAIL = /(?:然后|而且|并且|还有|另外|以及|同时|顺便)$/;
/** [微笑]: what the client writes for a face. */
const SAYS_NOTHING = /^[^\p{L}\p{N}]+$/u;

/** The topic in the person's own characters, or null when nothing is left. */
export function nameOf(message: Utterance, mode: TopicMode): string | null {
  const said = withBrackets(message);
  const kept: Piece[] = [];
  const all = [...pieces(said)];
  for (const piece of all) {
    if (mode === 'which' && isBeside(said, piece, all)) continue;
    const clean = mode === 'book' ? cleanBook(said, piece) : cleanWhich(said, piece);
    if (clean) kept.push(clean);
  }
  const marked =
    kept.length > 1 ? kept.find((one) => /^(?:讨论|关于|商量|商讨|聊一?下?|discuss)/i.test(said.text.slice(one.from, one.to))) : undefined;
  const plain = kept.filter((one) => {
    const words = said.text.slice(one.from, one.to);
    return (
      !SAYS_NOTHING.test(words) &&
      !(
        mode === 'book' &&
        (BUT_FIRST.test(words) || LIGHT_EN.test(words) || (one.before === 'start' && one.after === 'mark' && CALLED_TO.test(words)))
      )
    );
  });
  if (plain.length > 0 && plain.length < kept.length) kept.splice(0, kept.length, ...plain);
  if (mode === 'which' && kept.length > 0) kept.splice(0, kept.length, ...withoutReasons(said, withoutAsides(said, kept)));
  if (mode === 'book') kept.splice(0, kept.length, ...withoutWhy(said, kept));
  const chosen = marked ? [marked, ...kept.slice(kept.indexOf(marked) + 1).filter((one) => joined(said, marked, one))] : kept;
  let out = '';
  let last: Piece | undefined;
  for (const piece of chosen) {
    const words = said.original(piece.from, piece.to);
    if (last) out += joined(said, last, piece) ? said.original(last.to, piece.from) : ' ';
    out += words;
    last = piece;
  }
  out = trimmed(closed(trimmed(out.replace(/\s+/g, ' '))).replace(/[（(【[][\s,，、]*[）)】\]]/g, ''));
  return out === '' ? null : out;
}

/** cancel the demo, the client pulled out: words of another clause than the command's, which has its own, and that name no meeting. */
function isBeside(said: Utterance, piece: Piece, all: readonly Piece[]): boolean {
  const words = said.text.slice(piece.from, piece.to).trim();
  if (!LATIN_WORDS.test(words) || isOfCommand(said, piece) || namesMeeting(said, piece)) return false;
  const own = all.filter((one) => isOfCommand(said, one));
  // What stands before a command may be what "it" is.
  return own.some((one) => one.to <= piece.from || namesMeeting(said, one));
}

const namesMeeting = (said: Utterance, piece: Piece): boolean =>
  ['mood.meeting', 'meeting.en'].some((role) => said.hitsIn(role, piece).length > 0);

/** Three words and more. */
const LATIN_WORDS = /^[^\p{Script=Han}]*\p{L}\S*(?:\s+\S+){2,}$/u;

const OF_WISH = ['command', 'slot', 'label'];
const isOfCommand = (said: Utterance, piece: Piece): boolean =>
  said.claims.some(
    (one) => OF_WISH.includes(one.kind) && !BREAK.test(said.text.slice(Math.min(one.to, piece.to), Math.max(one.from, piece.from))),
  );

/** 再延半小时，客户还在路上; 没人接着用，多开20分钟: clauses beside a change of time that name no meeting. */
function withoutAsides(said: Utterance, kept: readonly Piece[]): readonly Piece[] {
  const [command, ...others] = said.claims.filter(({ kind }) => kind === 'command');
  if (!command || others.length > 1) return kept;
  const apart = (piece: Piece): boolean => BREAK.test(said.text.slice(Math.min(command.to, piece.to), Math.max(command.from, piece.from)));
  const names = (span: Span): boolean => NAMING.some((role) => said.hitsIn(role, span).length > 0);
  // 车坏了，会取消: the command's own clause has its meeting.
  const told = said.hits('mood.done').some((hit) => hit.from >= command.from && hit.from <= command.to);
  const shifts = SHIFTS.has(command.note ?? '') && !told;
  if (names(clauseAround(said.text, command)))
    return kept.filter((piece) => !apart(piece) || names(piece) || (piece.from > command.from && !shifts));
  if (!shifts) return kept;
  const tells = (piece: Piece): boolean => TELLING.some((role) => said.hitsIn(role, piece).length > 0);
  const held = command.note === 'extend' && HELD.some((role) => said.hitsIn(role, command).length > 0);
  return kept.filter((piece) => !apart(piece) || names(piece) || (piece.from < command.from && !(held && tells(piece))));
}

function clauseAround(text: string, { from, to }: Span): Span {
  const behind = BREAK.exec(text.slice(to));
  let start = from;
  while (start > 0 && !BREAK.test(text[start - 1]!)) start -= 1;
  return { from: start, to: behind ? to + behind.index : text.length };
}

/** 孩子要去医院，帮我约明天下午3点的评审: why, before an order that has its own name. */
function withoutWhy(said: Utterance, kept: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = kept;
  if (!first || others.length === 0 || first.before !== 'start' || first.after !== 'mark') return kept;
  const books = said.hits('mood.books').some((hit) => hit.from >= first.to && hit.to <= others[0]!.from);
  const says = (roles: readonly string[]): boolean => roles.some((role) => said.hitsIn(role, first).length > 0);
  return books && says(WHY) && !says(NAMING) ? others : kept;
}
const WHY = ['mood.finite', 'mood.not', 'mood.unable', 'mood.done', 'mood.wants', 'mood.others', 'mood.self', 'mood.reports'];
const SHIFTS: ReadonlySet<string> = new Set(['extend', 'move']);
const NAMING = ['meeting.itself', 'mood.meeting', 'meeting.en', 'this'];
const TELLING = ['mood.finite', 'mood.not', 'mood.unable', 'mood.done'];
/** What only a meeting can be: 延长, 多开. */
const HELD = ['extend.verb', 'extend.head', 'extend.held'];

/** 取消培训，讲师病了: the name is said already, and behind the command follows why. */
function withoutReasons(said: Utterance, kept: readonly Piece[]): readonly Piece[] {
  const command = said.claims.find(({ kind }) => kind === 'command');
  if (!command) return kept;
  const meets = (from: number, to: number): boolean =>
    ['meeting.itself', 'mood.meeting'].some((role) => said.hits(role).some((hit) => hit.from >= from && hit.to <= to));
  const named = kept.some((one) => one.before !== 'mark' || one.to <= command.from);
  return named ? kept.filter((one) => one.from < command.to || one.before !== 'mark' || meets(one.from, one.to)) : kept;
}

const BRACKETS = /[([【]([^()[\]【】]{1,80})[)\]】]/g;

/** （录制，密码1234）: brackets whose words are all understood. */
function withBrackets(said: Utterance): Utterance {
  const claims: Claim[] = [];
  if (!said.may(BRACKETS)) return said;
  for (const match of said.text.matchAll(BRACKETS)) {
    const from = match.index;
    const to = from + match[0].length;
    if (!said.free(from, from + 1) || !said.free(to - 1, to)) continue;
    let at = from + 1;
    let rest = '';
    let known = 0;
    for (const part of said.claims) {
      if (part.to <= from || part.from >= to) continue;
      rest += said.text.slice(at, Math.max(at, part.from));
      at = Math.max(at, part.to);
      if (part.kind !== 'link' && part.kind !== 'number') known += 1;
      else rest += 'x';
    }
    rest += said.text.slice(at, to - 1);
    if (known === 0 || !/^[\s,，、;；:]*$/.test(rest)) continue;
    claims.push({ from, to: from + 1, kind: 'filler' }, { from: to - 1, to, kind: 'filler' });
  }
  return said.with(claims);
}

/** （P0，录制）: what is left of a bracket stays in one. */
function closed(text: string): string {
  const open = [...text].filter((char) => '(（'.includes(char)).length - [...text].filter((char) => ')）'.includes(char)).length;
  return open === 1 ? `${text}${text.includes('（') ? '）' : ')'}` : text;
}

/** Nothing but punctuation between two pieces: they are one phrase. */
function joined(said: Utterance, a: Piece, b: Piece): boolean {
  return (
    a.to <= b.from &&
    said.free(a.to, b.from) &&
    /^[\s,，、:：~～…|-]*$/.test(said.text.slice(a.to, b.from)) &&
    !said.text.slice(a.to, b.from).includes('\n')
  );
}

function* pieces(said: Utterance): Generator<Piece> {
  const { text } = said;
  let at = 0;
  let before: Piece['before'] = 'start';
  const ends = [
    ...said.claims.filter((part) => part.kind !== 'link' && part.kind !== 'number'),
    { from: text.length, to: text.length, kind: 'end' as const },
  ];
  for (const part of ends) {
    let from = at;
    while (from < part.from) {
      const mark = BREAK.exec(text.slice(from, part.from));
      const to = mark ? from + mark.index : part.from;
      const after: Piece['after'] = mark ? 'mark' : part.kind === 'end' ? 'end' : part.kind === 'time' ? 'time' : 'other';
      if (to > from) yield { from, to, before, after };
      before = 'mark';
      from = mark ? to + mark[0].length : part.from;
    }
    at = Math.max(at, part.to);
    before = part.kind === 'time' ? 'time' : 'other';
  }
}

/** Fillers are looked for this far from an edge: a long text costs no more than a short one. */
const REACH = 48;

const EDITS = phrase('lead? change.edit complement');

class Cut {
  readonly #said: Utterance;
  readonly #text: string;
  from: number;
  to: number;
  constructor(said: Utterance, piece: Piece) {
    this.#said = said;
    this.#text = said.text;
    this.from = piece.from;
    this.to = piece.to;
  }
  get rest(): string {
    return this.#text.slice(this.from, this.to);
  }
  /** Cuts a match at the start or, for a pattern that ends in `$`, at the end. */
  lead(pattern: RegExp): boolean {
    const match = pattern.exec(this.rest.slice(0, REACH));
    if (!match || match[0] === '') return false;
    this.from += match.index + match[0].length;
    this.trim();
    return true;
  }
  tail(pattern: RegExp): boolean {
    const at = Math.max(this.from, this.to - REACH);
    const match = pattern.exec(this.#text.slice(at, this.to));
    if (!match || match[0] === '') return false;
    this.to = at + match.index;
    this.trim();
    return true;
  }
  /** Cuts a meeting that stands here, with what the pattern has beside it. */
  meeting(pattern: RegExp): boolean {
    const { text, longer } = this.#withMark();
    const match = pattern.exec(text.slice(0, REACH));
    return match !== null && this.#cutTo(this.from + match[0].length + (match[0].includes(MARK) ? longer : 0));
  }
  /** Nothing but a meeting is left: 一个线上会议, 碰个头. */
  isMeeting(): boolean {
    return MEETING_ONLY_ZH.test(this.#withMark().text);
  }
  /** The rest with § for the first meeting in it, and how much longer that is. */
  #withMark(): { text: string; longer: number } {
    const { rest } = this;
    const found = MEETING_ZH.find(this.#said, this.from);
    if (!found || found.to > this.to) return { text: rest, longer: 0 };
    const [from, to] = [found.from - this.from, found.to - this.from];
    return { text: `${rest.slice(0, from)}${MARK}${rest.slice(to)}`, longer: to - from - MARK.length };
  }
  /** Cuts 的会议 at the end. */
  ofMeeting(): boolean {
    const at = Math.max(this.from, this.to - REACH);
    const of = [...this.#text.slice(at, this.to).matchAll(OF_ZH)].find(
      (match) => this.#meetingAt(at + match.index + match[0].length) === this.to,
    );
    if (!of) return false;
    this.to = at + of.index;
    this.trim();
    return true;
  }
  #meetingAt(at: number): number | null {
    const to = MEETING_ZH.at(this.#said, at)?.to ?? null;
    return to !== null && to <= this.to ? to : null;
  }
  /** Cuts what says nothing at the start. */
  filler(): boolean {
    return this.#cutTo(leadAt(this.#said, this.from)?.to);
  }
  /** Cuts a word that books. */
  books(): boolean {
    const found = BOOK.flatMap((one) => one.at(this.#said, this.from, BOOK_SHAPES) ?? []).map((match) => match.to);
    return this.#cutTo(found.length > 0 ? Math.max(...found) : undefined);
  }
  /** Cuts a word that edits: 改一下周会… */
  edits(): boolean {
    return this.#cutTo(EDITS.at(this.#said, this.from)?.to);
  }
  /** Cuts a word of this role at the start. */
  role(name: string): boolean {
    return this.#cutTo(this.#said.hitAt(name, this.from)?.to);
  }
  /** Cuts a word of this role at the end, where something is left. */
  ending(name: string): boolean {
    const hit = this.#said.hitEnding(name, this.to);
    if (!hit || hit.from <= this.from) return false;
    this.to = hit.from;
    this.trim();
    return true;
  }
  /** 评审定明天9点半: cuts a word that sets the time, behind a meeting. */
  arranged(): void {
    const hit = this.#said.hitEnding('title.arranged', this.to);
    if (!hit || this.#said.hitEnding('mood.meeting', hit.from) === undefined) return;
    this.to = hit.from;
    this.trim();
  }
  /** Cuts courtesies at the end. */
  courtesies(): boolean {
    const found = tailAt(this.#said, this.to, Math.max(this.from, this.to - REACH));
    if (!found) return false;
    this.to = found.from;
    this.trim();
    return true;
  }
  /** Cuts why: because the client is out. */
  reason(): void {
    const why = this.#said.hits('title.why').find((hit) => hit.from >= this.from && hit.to < this.to);
    if (!why) return;
    this.to = why.from;
    this.trim();
  }
  /** Where the piece ends but for a small word that closes a verb: 弄一下. */
  afterBit(): number {
    return this.#said.hitEnding('complement', this.to)?.from ?? this.to;
  }
  #cutTo(to: number | undefined): boolean {
    if (to === undefined || to <= this.from) return false;
    this.from = Math.min(to, this.to);
    this.trim();
    return true;
  }
  trim(): void {
    const rest = this.rest;
    const clean = trimmed(rest);
    const at = clean === '' ? 0 : rest.indexOf(clean);
    this.from += at;
    this.to = this.from + clean.length;
  }
}

function cleanBook(said: Utterance, piece: Piece): Piece | null {
  const cut = new Cut(said, piece);
  cut.trim();
  if (ASIDE.test(cut.rest) || MEET_ZH.test(cut.rest)) return null;
  if (piece.before === 'other') cut.lead(/^的(?=.)/);
  if (piece.before === 'time') {
    cut.lead(SUITS_ZH);
    cut.lead(cut.from === piece.from ? AFTER_TIME_ZH : APART_ZH);
    cut.lead(/^(?:那个|那场|这场|那次)(?=\p{Script=Han}{2})/u);
    cut.lead(AFTER_TIME_EN);
    cut.lead(/^(?:(?:全天|一整天|整天)的?|[一两二三]天(?=[的\s])的?)/);
    cut.lead(/^(?:留出来|空出来|预留(?:出来?)?(?!字段|位置?|接口|方案|资源|金|款|空间)|留给)(?:做|给|用于|用来|用作)?(?=.)/);
    cut.lead(/^占用(?:大家|各位|一下)?的?时间来?(?=.)/);
    cut.lead(/^(?:参加|参与(?![度率者人感方式])|进行|举行|召开)(?=.)/);
    cut.lead(/^有(?![个一场次赞效限机关色声氧线轨偿害])(?=[^,，]{1,12}(?:会议?|面试|评审|培训|答辩|课|讲座)(?:$|[请帮给]))/);
  }
  while (cut.courtesies() || cut.tail(REQUEST_ZH) || cut.tail(JOINING_TAIL) || cut.tail(/吗$|\s+then$|(?:^|\s+)instead(?: of .{1,24})?$/i))
    if (cut.rest === '') break;
  let asked = false;
  let verb = false;
  for (let turn = 0; turn < 8 && cut.rest !== ''; turn += 1) {
    asked ||= said.hitAt('mood.wonders', cut.from) !== undefined;
    if (cut.filler() || cut.role('title.lead')) continue;
    if (cut.role('mood.deliberates') || cut.role('mood.wonders')) {
      asked = true;
      continue;
    }
    if (asked && !verb && (cut.role('book.meet') || cut.role('mood.meets'))) {
      verb = true;
      continue;
    }
    if (!verb && cut.books()) {
      verb = true;
      cut.lead(ARTICLE);
      cut.lead(/^(?:一?[个场次]|1个)\s*(?=[a-z])/i);
      continue;
    }
    if (cut.lead(/^我们?(?:这边)?有(?:一?[个场次])(?=.)/)) continue;
    if (cut.lead(WE_ZH) || cut.lead(TO_YOU_ZH) || cut.lead(WITH_OPENS_ZH)) continue;
    break;
  }
  if (piece.after === 'time' && said.hitAt('book.counted', cut.from)?.to === cut.afterBit()) return null;
  cut.lead(/^(?:一?[个场次]|1个)(?=关于|有关|讨论|针对)/);
  if (piece.after === 'time' || piece.after === 'end' || piece.after === 'other') {
    if (piece.after === 'time') cut.tail(/^[在到于]/.test(said.text.slice(piece.to, piece.to + 1)) ? ARRANGED_ZH : BEFORE_TIME_ZH);
    if (piece.after !== 'end') cut.tail(BEFORE_TIME_EN);
    if (piece.after === 'time') {
      cut.arranged();
      cut.lead(/^(?:把(?![关控脉手])|将(?![军士领才来]))(?=.)/);
      cut.tail(OFFER_EN);
      cut.tail(OFFER_ZH);
    }
  }
  if (verb || piece.before !== 'start' || piece.after !== 'end') cut.lead(ARTICLE);
  if (cut.meeting(TO_DISCUSS_ZH) || cut.lead(MEETING_EN)) {
    cut.lead(ABOUT_EN);
    cut.lead(ARTICLE);
  }
  if (cut.lead(ABOUT_ZH) || cut.lead(/^(?:about|regarding|concerning|re:)\s*/i)) cut.lead(ARTICLE);
  cut.lead(/^(?:sync|catch) up (?:on|about|re|regarding)\s+|^touch base (?:on|about|re|regarding)\s+/i);
  cut.lead(/^to (?=discuss|review|talk|plan|go|sync|align|prepare)/i);
  if (!/^(?:和|跟|与|同(?!步|意|行|城|学))/.test(cut.rest)) cut.tail(HOLD_ZH);
  cut.ofMeeting();
  if (/^(?:with|w\/)\s/i.test(cut.rest))
    cut.lead(/^(?:with|w\/)\s.{1,40}?\s(?:about|regarding|re:?|on|to discuss|to talk about)\s+(?=\S)/i);
  if (
    /^(?:的)?会议室$/.test(cut.rest) ||
    (cut.from > piece.from && ASIDE.test(cut.rest)) ||
    cut.isMeeting() ||
    MEET_EN.test(cut.rest) ||
    PARTICLE.test(cut.rest) ||
    /^(?:with|w\/)\s/i.test(cut.rest)
  )
    return null;
  return cut.rest === '' ? null : { ...piece, from: cut.from, to: cut.to };
}

function cleanWhich(said: Utterance, piece: Piece): Piece | null {
  const cut = new Cut(said, piece);
  cut.trim();
  cut.tail(/(?:已经|先)?(?:取消了?|不[开办搞弄]了)[啊吧哈哦呀啦]*$/);
  if (piece.before === 'time') cut.lead(/^(?:召开|举行|进行|开展)$/);
  cut.tail(/(?:的)?(?:时间|日期|其他|其它|内容)?(?:都)?(?:不变|照旧)$/);
  if (REASON.test(cut.rest) || ASIDE.test(cut.rest)) return null;
  for (let turn = 0; turn < 8 && cut.rest !== ''; turn += 1) {
    if (cut.edits() || cut.filler()) continue;
    break;
  }
  if (cut.from === piece.from) cut.role('move.may');
  if (piece.before === 'time') {
    cut.lead(AFTER_TIME_ZH);
    cut.lead(/^'s\s*/);
  }
  while (cut.courtesies() || cut.tail(REQUEST_ZH) || cut.tail(/[吗么]$/)) if (cut.rest === '') break;
  cut.lead(/^(?:能|可以)$/);
  cut.tail(/(?:能不能|可不可以|能否|可否|是否可以|可以|能)$/);
  cut.lead(/^(?:同一个?|同样的?|相同的?)(?:时间|时刻)?$/);
  cut.role('list.week');
  cut.lead(/^(?:'s\s+|的)/);
  cut.lead(WHICH_ZH);
  cut.meeting(WHICH_NOUN_ZH);
  cut.lead(/^(?:make|set|turn|keep|let|have|give|no need (?:for|to have)|need for)(?:\s+|$)/i);
  cut.lead(WHICH_EN);
  cut.tail(/\s*(?:that |which )?(?:we|i|you)(?:'ve)? (?:have |had )?just (?:booked|made|created|scheduled)$/i);
  cut.tail(/\s*\binstead$/i);
  if (cut.role('title.time-of')) cut.lead(WHICH_EN);
  cut.ending('title.off');
  cut.ending('show.yet');
  while (cut.ending('title.link'));
  cut.reason();
  if (piece.after === 'other') {
    while (cut.ending('title.asks'));
    cut.ending('direction');
    cut.ending('name.modal');
  }
  cut.tail(WHICH_TAIL_ZH);
  if (piece.after === 'time') cut.tail(BEFORE_TIME_EN);
  if (
    WHICH_NONE_EN.test(cut.rest) ||
    /^(?:预约|预定|预订|预约的|那个|这个|安排|原)$/.test(cut.rest) ||
    PARTICLE.test(cut.rest) ||
    cut.isMeeting()
  )
    return null;
  return cut.rest === '' ? null : { ...piece, from: cut.from, to: cut.to };
}

/** Without marks at the edges; a bracket goes when its other half is missing. */
export function trimmed(text: string): string {
  let out = text.replace(EDGE, '');
  for (;;) {
    const first = OPENERS.indexOf(out.charAt(0));
    const last = CLOSERS.indexOf(out.slice(-1));
    if (out !== '' && first >= 0 && !out.includes(CLOSERS.charAt(first))) out = out.slice(1);
    else if (out !== '' && last >= 0 && !out.includes(OPENERS.charAt(last))) out = out.slice(0, -1);
    else if (out !== '' && CLOSERS.includes(out.charAt(0))) out = out.slice(1);
    else if (/^[（(【[]\s*[）)】\]]$/.test(out)) out = '';
    else if (/^\[[^[\]]+\]$/.test(out)) out = out.slice(1, -1);
    else return out;
    out = out.replace(EDGE, '');
  }
}

/** The person's own words of a stretch, without marks at its edges. */
export const spanText = (said: Utterance, span: Span): string => trimmed(said.original(span.from, span.to));
