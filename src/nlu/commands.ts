/** The verbs that do something to a meeting that exists: cancel, move, extend; and calling a phone. */

import { lengthAt } from './entities/duration.ts';
import type { Sheet } from './sheet.ts';
import type { Span } from './time/prepare.ts';

/** What was found and where: `from`…`to` is the verb with what belongs to it. */
export type Command =
  | { want: 'cancel'; from: number; to: number }
  | { want: 'extend'; from: number; to: number; minutes: number }
  /** `split`: where the new time begins; what stands before it names the old one. `end`: it is the new end. `by`: a shift that was said as well. */
  | { want: 'move'; from: number; to: number; shift: number | null; split: number | null; sure: boolean; end?: true; by?: Span };

const TOPICAL =
  /(?:^|[\s,，、：:点半分刻钟时午晚早天后会\d]|我们|大家|一起|来|去)(?:讨论|关于|聊聊?|商量|研究|学习|介绍)(?!会)[^,，。;；]{0,16}$/;
const ENDS =
  /^\s*(?:吧|哦|啊|呀|哈|啦|了|谢谢|好吗|可以吗|行吗|一下|开|开始|再开|的?会议?|please|pls|thanks|later|earlier|more|the|it|to|for)?\s*(?:$|[\s,，、。.;；!！?？~～)）])/i;

// ---------------------------------------------------------------- cancel

const CANCEL_HEAD_ZH =
  /(?:取消|撤销|撤回|撤掉|删除|删掉|删了|删|作废|退订|退掉)(?:掉|了|一下|下(?!午|周|个|星期|礼拜|月|次|一[周个]))?(?!\d+(?:个|次))/y;
const CANCEL_HEAD_EN =
  /(?:cancel(?:l?ing|l?ed)?|delete|call off|scrap|abort|remove(?= (?:the|this|that|my|it|meeting|booking|\d))|drop(?= (?:the|this|that|it|meeting|\d))|undo|revoke|get rid of|kill(?= (?:the|this|that|it)))(?![\w-])/iy;
const CANCEL_TAIL =
  /(?:全部|都|先|给我|就)?(?:取消|撤销|删除|删|作废)(?:掉|了|一下|吧|啦)*(?=\s*(?:$|[,，。.;；!！~～]|谢谢|谢了|大家|因为|原因|改天|择期))|(?:就|先|都)?(?:不开了|不开会了?|不用开(?:会)?了|不用开会|开不了了?|开不成了?|不办了|不约了|不需要开?了|不要了|没了)(?=\s*(?:$|[,，。.;；!！~～吧啦哈哦]|谢谢|大家))|\b(?:has been |have been |is |are |was |be |been |'s )(?:cancel(?:l)?ed|called off|off)\b(?=\s*(?:$|[,.;!]|please|thanks))|\bcall (?:it|this|that) off\b/gi;
const CALL_OFF = /call (.{1,60}?) off(?=\s*(?:$|[,.;!]))/iy;

export function findCancel(sheet: Sheet, starts: number[]): Command | null {
  for (const at of starts) {
    for (const pattern of [CANCEL_HEAD_ZH, CANCEL_HEAD_EN]) {
      const match = sticky(sheet, pattern, at);
      if (match) return { want: 'cancel', from: at, to: at + match[0].length };
    }
    const off = sticky(sheet, CALL_OFF, at);
    if (off) {
      sheet.claim(at + off[0].length - 3, at + off[0].length, 'command');
      return { want: 'cancel', from: at, to: at + 4 };
    }
  }
  const tail = sheet.find(CANCEL_TAIL);
  if (!tail || TOPICAL.test(sheet.text.slice(0, tail.index))) return null;
  return { want: 'cancel', from: tail.index, to: tail.index + tail[0].length };
}

// ---------------------------------------------------------------- extend

const EXTEND_ZH =
  /(?:会议)?(?:时间|时长)?(?:再?(?:延长|加长|续期|续会|续时|(?<![持连陆继后手存接延])续|加时|延时)|再延|继续开|延(?![期后迟误续])|再多?加|再多?开|多开|多加|往后延长|增加|再给(?:我们?|大家)?|还要|还需要?|加)(?:一下|会议|个|上)?(?:时间|时长)?/g;
const EXTEND_HEAD_ZH = /(?:延长|续期|加时|延)(?![期后迟误续到常场厂唱])/y;
const EXTEND_ALONE_ZH = /(?:会议)?(?:时间|时长)?(?:延长|续期|续会|续时|加时)(?:一下|会议|下|吧)?/g;
const EXTEND_EN = /\b(?:extend(?:ing)?|prolong|lengthen|add|continue)\b/gi;
const UNTIL_EN = /\s*\b(?:to|until|till)\s+(?=\S*\d|noon|midnight|half|quarter)/i;
const MORE_EN = /\b(?:for |another )?(?=\d{1,3}\s?(?:more )?(?:m|h)|half|an? )/gi;
const PLUS = /\+\s*(?=\d)/y;
/** 周会 +30分钟 */
const PLUS_TAIL = /(?<=[\s\p{Script=Han}])\+\s*(?=\d)/gu;

export function findExtend(sheet: Sheet, starts: number[], timed: boolean): Command | null {
  const more = timed ? null : sheet.find(PLUS_TAIL);
  if (more) {
    const length = lengthAt(sheet.text, more.index + more[0].length);
    if (length && /^\s*(?:吧|please|pls|谢谢)?[\s。.!！]*$/i.test(sheet.text.slice(length.to)))
      return { want: 'extend', from: more.index, to: length.to, minutes: length.minutes };
  }
  for (const at of starts) {
    const plus = sticky(sheet, PLUS, at);
    if (!plus) continue;
    const length = lengthAt(sheet.text, at + plus[0].length);
    if (length) return { want: 'extend', from: at, to: length.to, minutes: length.minutes };
    const bare = /^\+\s*(\d{1,3})\s*$/.exec(sheet.text.slice(at));
    if (bare) return { want: 'extend', from: at, to: sheet.text.length, minutes: Number(bare[1]) };
  }
  for (const match of sheet.text.matchAll(EXTEND_ZH)) {
    const to = match.index + match[0].length;
    const length = lengthAt(sheet.text, to);
    if (!length || !sheet.free(match.index, length.to)) continue;
    if (TOPICAL.test(sheet.text.slice(0, match.index))) continue;
    if (!ENDS.test(sheet.text.slice(length.to)) && !starts.includes(match.index)) continue;
    if (/加$|开$/.test(match[0]) && /^的/.test(sheet.text.slice(length.to))) continue;
    return { want: 'extend', from: match.index, to: length.to, minutes: length.minutes };
  }
  for (const at of starts) {
    const verb = sticky(sheet, EXTEND_HEAD_ZH, at);
    if (!verb) continue;
    for (let i = at + verb[0].length; i < Math.min(at + 30, sheet.text.length); i += 1) {
      const length = /[\d一二两三四五六七八九十半]/.test(sheet.text.charAt(i)) ? lengthAt(sheet.text, i) : null;
      if (!length || !sheet.free(i, length.to) || !ENDS.test(sheet.text.slice(length.to))) continue;
      sheet.claim(i, length.to, 'command');
      return { want: 'extend', from: at, to: at + verb[0].length, minutes: length.minutes };
    }
  }
  const alone = sheet.find(EXTEND_ALONE_ZH);
  if (alone) {
    const to = alone.index + alone[0].length;
    const head = starts.includes(alone.index);
    const rest = sheet.text.slice(to);
    if (
      (head && (/^(?:\s|$|会议|[「"『])/.test(rest) || !sheet.free(to, to + 1) || /会$/.test(rest))) ||
      (/^\s*(?:$|[,，。!！~～])/.test(rest) && !TOPICAL.test(sheet.text.slice(0, alone.index)))
    ) {
      return { want: 'extend', from: alone.index, to, minutes: 30 };
    }
  }
  for (const match of sheet.text.matchAll(EXTEND_EN)) {
    if (!starts.includes(match.index) || !sheet.free(match.index, match.index + match[0].length)) continue;
    const strong = /^(?:ext|prol|length)/i.test(match[0]);
    const said = lengthAfter(sheet, match.index + match[0].length);
    if (said) {
      sheet.claim(said.from, said.to, 'command');
      return { want: 'extend', from: match.index, to: match.index + match[0].length, minutes: said.minutes };
    }
    const bare = /^\s+(?:by|for)\s+(\d{1,3})\s*$/i.exec(sheet.text.slice(match.index + match[0].length));
    if (strong && bare) return { want: 'extend', from: match.index, to: sheet.text.length, minutes: Number(bare[1]) };
    if (strong && !/\b(?:to|until|till)\s+\S*\d/i.test(sheet.text))
      return { want: 'extend', from: match.index, to: match.index + match[0].length, minutes: 30 };
  }
  const another = /^(?:(?:we need|need|give us|give me|(?:can|could) (?:we|i) (?:have|get)) )?(?:another |(?=.* more\b))/i.exec(
    sheet.text.slice(starts[0] ?? 0),
  );
  if (another) {
    MORE_EN.lastIndex = starts[0] ?? 0;
    const at = (starts[0] ?? 0) + another[0].length;
    const length = lengthAt(sheet.text, at);
    if (length && /^\s*(?:more)?\s*(?:please|pls|thanks)?\s*$/i.test(sheet.text.slice(length.to)))
      return { want: 'extend', from: starts[0] ?? 0, to: sheet.text.length, minutes: length.minutes };
  }
  return null;
}

/** "extend standup by 15 minutes": the first length after the verb, with the words that lead to it. */
function lengthAfter(sheet: Sheet, from: number): { from: number; to: number; minutes: number } | null {
  for (const lead of sheet.text
    .slice(from)
    .matchAll(
      /(?:^|\s)(?:(?:by|for|with|another|an additional|extra|more)\s+)*(?=\d|half|an? |one |two |three |fifteen|thirty|twenty|forty|ten |ninety)/gi,
    )) {
    const at = from + lead.index + lead[0].length;
    const length = lengthAt(sheet.text, at);
    if (!length) continue;
    const tail = /^\s*(?:more|extra|longer)?/i.exec(sheet.text.slice(length.to))?.[0].length ?? 0;
    if (sheet.free(from + lead.index, length.to + tail)) return { from: from + lead.index, to: length.to + tail, minutes: length.minutes };
  }
  return null;
}

// ---------------------------------------------------------------- move

const MOVE_TO_ZH =
  /(?:会议)?(?:开始|结束)?(?:时间|时长)?(?:改期|改约|改时间|缩短|压缩|改|挪|推迟|延后|延期|延迟|延长|延|顺延|提前|提早|换|调整|调|移动|移|推|变更|更改|重新安排|另约|放(?!在)|(?<![A-Za-z])(?:reschedule|postpone|move|push|shift|delay)d?\s?)(?:一下|会议)?(?:时间)?(?:到|至|成|为|在)了?\s*|(?<![修更整批])(?:改约?|另约)(?![^,，。;；]{0,14}[到至的])(?=[今明后]天|[今明]晚|下?(?:周|星期|礼拜)[一二三四五六日天]|(?:[上下中]午|晚上|早上)?(?:\d{1,2}[点:]|[一二两三四五六七八九十]{1,3}点))/g;
const SHIFT_ZH =
  /(?:时间)?(?:推迟|延后|延迟|延期|顺延|往后推|往后挪|往后延|后推|后延|推后|(提前|提早|往前挪|往前提|往前推|(?<=[会议]|^)早)|(?<=[会议能]|可以|^)晚)(?:个|了|一下)?\s*/g;
const MOVE_ALONE_ZH = /(?:推迟|延后|延期|提前|改期|改个?时间|换个?时间|改约|顺延|重新约|另约时间)(?:一下|会议|吧)?/g;
const MOVE_HEAD_ZH = /(?:推迟|延后|延期|延迟|改期|提前|挪|移动|调整|改)(?:一下)?/y;
/** Of two times in a message the reader may have chosen the old one. */
const CLOCK_ZH =
  /^\s*(?:今天|明天|后天|下?周[一二三四五六日天])?(?:[上下中]午|晚上|早上)?(?:\d{1,2}(?:点|:\d{2})|[一二两三四五六七八九十]{1,3}点)/;
/** 改造项目 3点到: a meeting from three, while 改3点到 moves the one at three. */
const RANGE_ZH = /^(?=.*[^\s\d点半刻分上下中午早晚明后今天周一二两三四五六七八九十日的到至].*).*[点半刻分\d]\s*[到至]$/;
const OBJECT_TO_ZH = /^[^,，。;；]{1,24}?[到至]/;
const MOVE_EN = /\b(reschedul(?:e|ing)|postpone|push|move|shift|change|delay|bring|put|make|defer|prepone|start|begin)\b/gi;
/** 上线推迟一周，明天3点讨论影响: what was put off is talked about at another time. */
const APART_ZH =
  /^[,，。;；]\s*[^,，。;；]{0,14}?[点半分\d]\s*(?:我们|咱们?|大家)?(?:再|来|一起)?(?:开会|开个会|讨论|复盘|说明|碰|对[一齐下]|聊|评审|同步|沟通|商量|过一?下|review|sync)/i;
const CHANGED_ZH =
  /((?:会议|时间)?(?:改期|改时间|时间(?:调整|变更|更改|改变))(?:了|通知)?[:,，\s]*(?:由|从|from)\s*)[^,，。;；\n]{1,20}?\s*(?:调整|变更|更改|改期|改|变)?(?:到|至|为|成|to\b|->)\s*/gi;
/** 推迟一小时，下午4点开始 */
const NEW_START_ZH = /^[,，]\s*(?=[^,，。;；]{0,10}[点半分\d]\s*(?:再?开始?|召开|举行|进行)?[吧。!！~\s]*$)/;
const SETTLED_ZH =
  /^\s*[,，]?\s*(?:(?:也就是|即|就是|就|于是|所以)?(?:从[^,，。;；]{1,10})?(?:改|挪|推|延|调|换|提前|推迟|延后|改期|调整)?(?:到|至|成|为)|(?:也就是|即|就是|变成))\s*/;
const CLOCK_EN = /^(?:(?:next |this )?(?:mon|tue|wed|thu|fri|sat|sun)|tomorrow|today|tmr|\d{1,2}(?::\d\d|\s?[ap]m|\b)|noon|half)/i;
/** Told, not asked: the sync is moved from 2pm to 3pm. Without an auxiliary only "moved" and its like. */
const MOVED_EN =
  /\s+(?:(?:has|have|had) (?:been |now )?|will be |is (?:now |being )?|are (?:now )?|was |were |got |gets |being |be |needs to be )?(?:moved|moves|moving|rescheduled|shifted|shifts|changed|changes|switched|pushed|postponed|bumped|delayed|brought)(?: (?:back|forward|up|out|over))?\s+(?:from|to)\s+/gi;
const CHANGE_NOUN = /^ (?:management|request|control|log|order|advisory|board|process|impact)\b/i;
const TO_EN = /\s*\b(?:to|till|until|for|at|from|into|on)\b\s*(?:start(?:ing)? (?:at|on) )?/gi;

/** `timeAt(i)`: does a time begin at (or a few characters after) position `i`. */
export function findMove(sheet: Sheet, starts: number[], timeAt: (i: number) => boolean): Command | null {
  for (const match of sheet.text.matchAll(SHIFT_ZH)) {
    const to = match.index + match[0].length;
    const length = lengthAt(sheet.text, to);
    if (!length || !sheet.free(match.index, length.to) || TOPICAL.test(sheet.text.slice(0, match.index))) continue;
    if (/^(?:提醒|通知|到场|入会|准备|进入|签到|发)/.test(sheet.text.slice(length.to))) continue;
    const settled = settledAt(sheet, match.index, length.to, timeAt);
    if (settled) return settled;
    if (APART_ZH.test(sheet.text.slice(length.to, length.to + 40))) continue;
    const tail = /^\s*(?:再?开始?|开会)?/.exec(sheet.text.slice(length.to))?.[0].length ?? 0;
    return {
      want: 'move',
      from: match.index,
      to: length.to + tail,
      shift: match[1] ? -length.minutes : length.minutes,
      split: null,
      sure: true,
    };
  }
  const changed = changedZh(sheet, timeAt);
  if (changed) return changed;
  let last: Extract<Command, { want: 'move' }> | null = null;
  for (const match of sheet.text.matchAll(MOVE_TO_ZH)) {
    const to = match.index + match[0].length;
    if (!sheet.free(match.index, to) || !timeAt(to)) continue;
    last = { want: 'move', from: match.index, to, shift: null, split: to, sure: true };
    if (/延长|结束/.test(match[0]) || /^[^,，。;；]{1,14}结束/.test(sheet.text.slice(to))) last.end = true;
  }
  if (last) return last;
  for (const at of starts) {
    const verb = sticky(sheet, MOVE_HEAD_ZH, at);
    if (!verb) continue;
    const from = at + verb[0].length;
    const said = new RegExp(OBJECT_TO_ZH).exec(sheet.text.slice(from, from + 60));
    const to = said ? from + said[0].length : 0;
    if (said && !RANGE_ZH.test(said[0]) && (timeAt(to) || CLOCK_ZH.test(sheet.text.slice(to, to + 12))) && sheet.free(to - 1, to)) {
      sheet.claim(to - 1, to, 'command');
      return { want: 'move', from: at, to: from, shift: null, split: to, sure: true };
    }
    if (!/^(?:推|延|改期)/.test(verb[0])) continue;
    for (let i = from; i < Math.min(from + 30, sheet.text.length); i += 1) {
      const length = /[\d一二两三四五六七八九十半]/.test(sheet.text.charAt(i)) ? lengthAt(sheet.text, i) : null;
      if (!length || !sheet.free(i, length.to) || !ENDS.test(sheet.text.slice(length.to))) continue;
      sheet.claim(i, length.to, 'command');
      return { want: 'move', from: at, to: from, shift: length.minutes, split: null, sure: true };
    }
    if (!/^(?:推迟|延后|改期|延迟)/.test(verb[0]) || /[的原因是为]|方案|讨论|只有|优化|问题/.test(sheet.text.slice(from, from + 12)))
      continue;
    if (!starts.includes(0) || at === starts[0]) return { want: 'move', from: at, to: from, shift: null, split: null, sure: false };
  }
  for (const match of sheet.text.matchAll(MOVE_EN)) {
    if (!starts.includes(match.index)) continue;
    const verb = (match[1] ?? '').toLowerCase();
    const from = match.index + verb.length;
    if (!sheet.free(match.index, from) || (verb === 'change' && CHANGE_NOUN.test(sheet.text.slice(from)))) continue;
    const shift = shiftAfter(sheet, match.index, from, verb);
    if (shift) return shift;
    for (const link of sheet.text.slice(from).matchAll(TO_EN)) {
      const at = from + link.index + link[0].length;
      const weak = /^(?:at|on|from|for)\b/i.test(link[0].trim());
      if (LINK_EN.test(link[0]) && fromTo(sheet, at, timeAt)) continue;
      if (!sheet.free(from + link.index, at) || !timeAt(at)) continue;
      if (weak && !/^(?:resch|postp|defer|start|begin)/.test(verb)) continue;
      if (
        (/^(?:start|begin)$/.test(verb) && !/\binstead\b/i.test(sheet.text)) ||
        verb === 'put' ||
        (verb === 'make' && !/^\s+(?:it|this|that|the)\b/i.test(sheet.text.slice(from)))
      )
        continue;
      // The reader of time needs its "at" to take a bare 4 for a clock.
      if (/^\s*at\b/i.test(link[0]))
        return { want: 'move', from: match.index, to: from, shift: null, split: from + link.index, sure: true };
      sheet.claim(from + link.index, at, 'command');
      return { want: 'move', from: match.index, to: from, shift: null, split: at, sure: true };
    }
    const object = /^\s+(?:it|this|that|the meeting|the call)(?:\s+(?:be|a))?\s*/i.exec(sheet.text.slice(from));
    if (object && /^(?:make|move|change|resch|push)/.test(verb) && timeAt(from + object[0].length)) {
      return { want: 'move', from: match.index, to: from + object[0].length, shift: null, split: from + object[0].length, sure: true };
    }
    if (/^(?:resch|postp|prep|delay|defer)/.test(verb))
      return { want: 'move', from: match.index, to: from, shift: null, split: null, sure: false };
  }
  const moved = movedEn(sheet, timeAt);
  if (moved) return moved;
  const until = UNTIL_EN.exec(sheet.text);
  const extend = starts.find((at) => /^(?:extend|prolong|continue)\b/i.test(sheet.text.slice(at, at + 9)));
  if (until && extend !== undefined && until.index > extend && timeAt(until.index + until[0].length)) {
    const verb = /^\w+/.exec(sheet.text.slice(extend))?.[0].length ?? 0;
    sheet.claim(until.index, until.index + until[0].length, 'command');
    return { want: 'move', from: extend, to: extend + verb, shift: null, split: until.index + until[0].length, sure: true, end: true };
  }
  const alone = sheet.find(MOVE_ALONE_ZH);
  if (alone) {
    const to = alone.index + alone[0].length;
    const rest = sheet.text.slice(to);
    if ((starts.includes(alone.index) && /^(?:\s|$|[,，。])/.test(rest)) || /^\s*(?:$|[,，。:!！~～?？吧])/.test(rest)) {
      if (!TOPICAL.test(sheet.text.slice(0, alone.index)))
        return { want: 'move', from: alone.index, to, shift: null, split: /^[,，:\s]/.test(rest) ? to : null, sure: false };
    }
  }
  return null;
}

/** 推迟半小时，改到11点: where the new time is said, the shift says nothing more. */
function settledAt(sheet: Sheet, from: number, to: number, timeAt: (i: number) => boolean): Command | null {
  const said = SETTLED_ZH.exec(sheet.text.slice(to, to + 24)) ?? NEW_START_ZH.exec(sheet.text.slice(to, to + 40));
  if (!said) return null;
  const split = to + said[0].length;
  if (!sheet.free(to, split) || !(timeAt(split) || CLOCK_ZH.test(sheet.text.slice(split, split + 12)))) return null;
  return { want: 'move', from, to: split, shift: null, split, sure: true, by: { from, to } };
}

const LINK_EN = /^\s*\bfrom\b/i;
/** "from Monday 10am to Tuesday 11am": the new time is the second one. */
function fromTo(sheet: Sheet, at: number, timeAt: (i: number) => boolean): { from: number; to: number } | null {
  const to = /^[^,.;!?]{1,40}?\s+(?:to|till?|until)\s+/i.exec(sheet.text.slice(at, at + 60));
  if (!to) return null;
  const link = /\s+(?:to|till?|until)\s+$/i.exec(to[0])!;
  const end = at + to[0].length;
  return sheet.free(at + link.index, end) && (timeAt(end) || CLOCK_EN.test(sheet.text.slice(end, end + 16)))
    ? { from: at + link.index, to: end }
    : null;
}

/** 改期：从周二3点到周三4点 */
function changedZh(sheet: Sheet, timeAt: (i: number) => boolean): Command | null {
  const match = sheet.find(CHANGED_ZH);
  if (!match) return null;
  const split = match.index + match[0].length;
  const link = /\s*(?:调整|变更|更改|改期|改|变)?(?:到|至|为|成|to|->)\s*$/i.exec(match[0])!;
  const from = match.index + link.index;
  if (!sheet.free(from, split) || !timeAt(split)) return null;
  sheet.claim(from, split, 'command');
  return { want: 'move', from: match.index, to: match.index + match[1]!.length, shift: null, split, sure: true };
}

function movedEn(sheet: Sheet, timeAt: (i: number) => boolean): Command | null {
  for (const match of sheet.text.matchAll(MOVED_EN)) {
    const to = match.index + match[0].length;
    if (!sheet.free(match.index, to) || match.index === 0) continue;
    const away = /\bfrom\s+$/i.test(match[0]) ? fromTo(sheet, to, timeAt) : null;
    if (/\bfrom\s+$/i.test(match[0]) ? !away : !timeAt(to)) continue;
    if (away) sheet.claim(away.from, away.to, 'command');
    return { want: 'move', from: match.index, to, shift: null, split: away?.to ?? to, sure: true };
  }
  return null;
}

function shiftAfter(sheet: Sheet, start: number, from: number, verb: string): Command | null {
  if (verb === 'change' || verb === 'put') return null;
  const rest = sheet.text.slice(from);
  const by =
    /(?:\s|^)(?:(back|forward|up|out|earlier|later|ahead)\s+)?(?:by\s+)?(?=\d|half|an? |one |two |three |fifteen|thirty|twenty|ten )/gi;
  for (const lead of rest.matchAll(by)) {
    const at = from + lead.index + lead[0].length;
    const length = lengthAt(sheet.text, at);
    if (!length || !sheet.free(at, length.to)) continue;
    const after = /^\s*(earlier|later|forward|back|ahead|sooner|up|out)?\b/i.exec(sheet.text.slice(length.to));
    const direct = /^\s*(back|forward|up|out)\b/i.exec(rest)?.[1] ?? '';
    const word = `${direct} ${lead[1] ?? ''} ${after?.[1] ?? ''}`.toLowerCase();
    const said = word.trim() !== '' || /\bby\s*$/i.test(lead[0]) || /^(?:resch|postp|prep|delay|push|defer)/.test(verb);
    if (!said || /^\s*(?:to|at)\b/i.test(lead[0])) continue;
    const early =
      verb === 'prepone' || /earlier|sooner|ahead|\bup\b/.test(word) || (/forward/.test(word) && (verb === 'bring' || verb === 'move'));
    const to = length.to + (after?.[1] ? after[0].length : 0);
    sheet.claim(from + lead.index, to, 'command');
    const loose = /^\s*(?:back|forward|up|out)\b/i.exec(rest);
    const verbTo = loose && loose.index < lead.index ? from + loose[0].length : from;
    return { want: 'move', from: start, to: verbTo, shift: early ? -length.minutes : length.minutes, split: null, sure: true };
  }
  return null;
}

// ---------------------------------------------------------------- phone

const PHONE =
  /(?<![\w.])(?:\+\s?\d{1,3}[\s-]*)?(?:\(?0\d{2,3}\)?[\s-]*\d{7,8}|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|400[\s-]?\d{3}[\s-]?\d{4}|\(?\d{2,4}\)?(?:[\s-]?\d{2,4}){2,4})(?:[\s-]*(?:转|ext\.?|x)\s*\d{1,6})?(?![\w])/gi;
const CALL = /(?:呼叫|拨打|打给|打到|拨号|拨通|拨|打(?:个)?电话给?|致电|电话呼叫|call|dial|phone|ring)(?:一下|给|up)?(?![A-Za-z])/iy;
/** Words that only a phone is meant by: then even 12345 is a number, though no good one. */
const DIAL = /^(?:呼叫|拨打|拨号|dial|phone)/i;
const SHORT = /\s*\+?\d(?:[\s-]?\d){2,}(?![\d:：点])/y;
const RECORDED = /[,，\s]*(?:(?:自动|全程|云端?)*(?:录制|录音|录像)|\b(?:auto[- ]?)?record(?:ing|ed)?(?: it)?\b)/gi;
const CALL_TO = /给\s?(.{1,20}?)\s?(?:打(?:个)?电话|拨电话)/y;

/** 呼叫 +86-13800138000 张三; null without both verb and number. */
export function findCall(sheet: Sheet, starts: number[]): { phone: string; name: string | null } | null {
  if (!/\d{3}/.test(sheet.text)) return null;
  for (const at of starts) {
    const verb = sticky(sheet, CALL, at) ?? sticky(sheet, CALL_TO, at) ?? sticky(sheet, CALL_TO, Math.max(0, at - 2));
    if (!verb) continue;
    PHONE.lastIndex = at;
    SHORT.lastIndex = at + verb[0].length;
    const long = PHONE.exec(sheet.text);
    const match = long && long[0].replace(/\D/g, '').length >= 7 ? long : DIAL.test(verb[0]) ? SHORT.exec(sheet.text) : null;
    if (!match) continue;
    const to = match.index + match[0].length;
    const before = verb[1] ?? sheet.original(at + verb[0].length, match.index);
    const name = [before, sheet.original(to, sheet.text.length)]
      .map((one) =>
        one
          .replace(RECORDED, '')
          .replace(/^(?:[\s,，:：.。()（）]|电话|手机号?|号码|给|一下|(?:to|at|on|the|for|number|phone)\b)+/gi, '')
          .replace(/(?:[\s,，:：.。()（）!！]|的|电话|手机号?|号码|谢谢|吧|\b(?:at|on|please|pls|thanks|phone|number|mobile))+$/gi, '')
          .trim(),
      )
      .find((one) => one !== '');
    sheet.claim(at, to, 'phone', 'call');
    return { phone: match[0].trim(), name: name ?? null };
  }
  return null;
}

function sticky(sheet: Sheet, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(sheet.text);
  return match && sheet.free(at, at + match[0].length) ? match : null;
}
