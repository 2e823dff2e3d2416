/** People in a message: mention placeholders, `@names` and plain names after a word that calls for one. */
import type { PersonRef } from '../../domain/intent.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { SLOT_WORD, SURNAME } from '../words.ts';

/** By the position of their `@`. */
export type People = ReadonlyMap<number, PersonRef>;

interface Found {
  to: number;
  people: PersonRef[];
}

const BOT_NAME = /^(?:飞书)?(?:会议|预约|约会议?)?(?:小?助手|机器人)$|^(?:(?:meeting|feishu|lark)[-_]?)?(?:bot|assistant)$/i;
const PLACEHOLDER = /@_(?:user_\d{1,4}|all)/g;
const AT_NAME = /(?<![\w.])@([\p{L}\p{N}_.·-]{1,40})/gu;
/** 周会@明天下午3点, retro @2pm. */
const TIME_START =
  /^(?:今天|明天|后天|今晚|明晚|明早|下下?个?(?:周|星期|礼拜)|(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天]|上午|下午|晚上|早上|中午|\d{1,2}(?:[:点时月号日]|[ap]m|$)|today|tomorrow|noon|tonight)/i;
const HAN_RUN = /[\p{Script=Han}·]{1,40}/uy;
const LATIN_NAME = /[A-Z][\w'-]*(?: [A-Z][a-z'-]+)?/y;
const LOWER_NAME = /[a-z][\w'-]*/iy;
const NAME_STOP =
  /(?:并|且|和|与|跟|以及)?(?:今(?=[天日早晚年儿])|明(?=[天日早晚年儿])|后天|大后|下周|下个|本周|这周|周[一二三四五六日天末]|上午|下午|晚上|早上|中午|凌晨|来|当|做|担任|主持|为(?=主持|联席)|设置为|作为|(?:加|设|改|换)(?:为|成)|开|约|订|评审|汇报|沟通|同步|复盘|面试|周会|站会|例会|会议|吧|谢谢|多谢|辛苦|麻烦|感谢|拜托|可以|能|加入|参加|入会|进|邀请|开会|聊|谈|讨论|过|对|一起|的|[0-9])/;
const NOT_NAMES =
  /^(?:record(?:ing)?|no|not|don'?t|password|passcode|pwd|pin|topic|title|subject|time|and|with|for|tomorrow|today|tonight|tmr|on|at|in|to|from|is|are|the|a|an|this|that|me|my|it|meeting|call|can|may|will|only|anyone|please|pls|kindly|let'?s|next|every|each|noon|midnight|agenda|duration|location|starting|about|we|i|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)$/i;
/** April may come, April 3 is a day. */
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
/** Behind a name and a comma: a sentence, not the next name. */
const SENTENCE =
  /^[A-Za-z][\w'-]* (?!(?:and|tomorrow|today|tonight|at|on|from|next|this|every|record|password|passcode|for|will|to|can|should|is|are|as)\b)[a-z]/;
/** More people than a message is read for. */
const MOST = 100;
const JOINT = /\s*(?:[、,，;；/&+]|和|与|及|以及|还有|\band\b)?\s*/iy;

/** Claims every mention; the bot is nobody. */
export function readMentions(said: Utterance): Reading<People> {
  const people = new Map<number, PersonRef>();
  const claims: Claim[] = [];
  if (!said.text.includes('@')) return { found: people, claims };
  let seen = 0;
  for (const match of said.text.matchAll(PLACEHOLDER)) {
    if (++seen > MOST) break;
    const to = match.index + match[0].length;
    const mention = said.mentions.find((one) => one.key === match[0]);
    const isBot = mention !== undefined && mention.openId === said.botOpenId;
    claims.push({ from: match.index, to, kind: isBot || !mention ? 'bot' : 'mention' });
    if (mention && !isBot) people.set(match.index, { name: mention.name, openId: mention.openId });
  }
  const rest = said.with(claims);
  for (const match of said.text.matchAll(AT_NAME)) {
    if (++seen > MOST) break;
    const whole = match[1] ?? '';
    if (TIME_START.test(whole)) continue;
    const name = /^\p{Script=Han}/u.test(whole) ? cutName(whole) : (/^[\w.-]+/.exec(whole)?.[0] ?? whole).replace(/[.-]+$/, '');
    const to = match.index + 1 + name.length;
    if (!name || !rest.free(match.index, to)) continue;
    const first = said.text.slice(0, match.index).trim() === '';
    if (BOT_NAME.test(name) || /^(?:所有人|all|everyone)$/i.test(name) || (first && /bot$/i.test(name))) {
      claims.push({ from: match.index, to, kind: 'bot' });
    } else {
      claims.push({ from: match.index, to, kind: 'mention' });
      people.set(match.index, { name: said.original(match.index + 1, to) });
    }
  }
  return { found: people, claims };
}

/** The list of people that begins at `at`. `loose`: a sign or a space announced it, so any short word is a name. */
export function peopleAt(said: Utterance, people: People, at: number, loose: boolean): Found | null {
  const found: PersonRef[] = [];
  let end = at;
  let next = at;
  while (found.length < 50) {
    JOINT.lastIndex = next;
    const joint = JOINT.exec(said.text)?.[0] ?? '';
    if (found.length === 0 && /[^\s]/.test(joint)) break;
    const start = next + joint.length;
    const part = said.claimAt(start);
    const mention = part?.kind === 'mention' ? people.get(part.from) : undefined;
    if (part && mention) {
      found.push(mention);
      end = part.to;
    } else if (!part) {
      if (
        found.length > 0 &&
        !/[^\s]/.test(joint) &&
        !(joint !== '' && namedElsewhere(said) && SPACED_NAME.test(said.text.slice(start, start + 6)))
      )
        break;
      // Behind a mere comma the sentence may go on: 王磊，全程录制.
      if (
        /^[,，;；]/.test(joint.trim()) &&
        !/^(?:\p{Script=Han}{2,3}(?!\p{Script=Han})|[A-Za-z@])/u.test(said.text.slice(start, start + 4))
      )
        break;
      if (/^[,，;；]/.test(joint.trim()) && SENTENCE.test(said.text.slice(start, start + 40))) break;
      const sure = loose && (found.length === 0 || /[、&+和与及/]|and/.test(joint));
      const name = plainName(said, start, sure);
      if (!name) break;
      found.push({ name: said.original(start, start + name.length) });
      end = start + name.length;
    } else break;
    next = end;
  }
  return found.length > 0 ? { to: end, people: found } : null;
}

const COURTESY =
  /^(?:谢谢|多谢|辛苦|麻烦|感谢|拜托|大家|各位|收到|好的|可以|需要|不用|不要|另外|顺便|周[一二三四五六日天末会报]|安排|方案|项目|时间|任务|计划|全员|全程|链接|连结|信息)/;

/** 主持人 张三 李四: a space joins names only where the topic cannot stand there. */
const SPACED_NAME = /^\p{Script=Han}{2,3}(?:[\s,，。;；]|$)/u;
function namedElsewhere(said: Utterance): boolean {
  return said.claims.some((part) => part.kind === 'quote') || /(?:主题|标题|议题|topic|title|subject)/i.test(said.text);
}

function plainName(said: Utterance, at: number, loose: boolean): string | null {
  const limit = said.nextClaim(at);
  HAN_RUN.lastIndex = at;
  const run = HAN_RUN.exec(said.text)?.[0].slice(0, Math.max(0, limit - at));
  if (run) {
    const name = cutName(run);
    if (name.length < 2 || name.length > 4 || COURTESY.test(name)) return null;
    if (SURNAME.test(name) && name.length <= 3) return name;
    return loose ? name : null;
  }
  LATIN_NAME.lastIndex = at;
  let name = LATIN_NAME.exec(said.text)?.[0];
  if (name && NOT_NAMES.test(name.split(' ')[1] ?? '')) name = name.split(' ')[0];
  if (!name && loose) {
    LOWER_NAME.lastIndex = at;
    name = LOWER_NAME.exec(said.text)?.[0];
  }
  if (name && MONTH.test(name) && /^\.?\s*\d/.test(said.text.slice(at + name.length))) return null;
  if (!name || NOT_NAMES.test(name) || NOT_NAMES.test(name.split(/[ -]/)[0] ?? '') || at + name.length > limit) return null;
  return name;
}

/** A run of characters up to where a name can no longer go on. */
function cutName(run: string): string {
  const slot = run.slice(1).search(SLOT_WORD);
  const stop = run.slice(2).search(NAME_STOP);
  const joint = run.slice(1).search(/[和与跟及]/);
  const ends = [slot < 0 ? run.length : slot + 1, stop < 0 ? run.length : stop + 2, joint < 0 ? run.length : joint + 1];
  return run.slice(0, Math.min(...ends)).replace(/[.-]+$/, '');
}
