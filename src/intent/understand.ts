/** What a message means. Pure: the clock and the asker's zone come in as arguments. */
import type { Intent, ListSpan, Mention, Millis, Slots, TimeReading, Understood, Which, Zone } from '../model.ts';
import { dayIn } from '../when/instant.ts';
import { type Prepared, prepare, type Span } from '../when/prepare.ts';
import { readTime } from '../when/read.ts';
import { markAround } from './around.ts';
import { markAsides } from './aside.ts';
import {
  claimWhen,
  ELSEWHERE,
  gist,
  isGreeting,
  isHelp,
  isList,
  MEETING_WORD,
  readAsked,
  readQuestion,
  readScope,
  readWeek,
  readWho,
} from './asking.ts';
import { BOOKING_EN, BOOKING_ZH, isBooking, isTalk } from './booking.ts';
import { type Command, findCall, findCancel, findExtend, findMove } from './commands.ts';
import { markFallbacks } from './fallback.ts';
import { heads } from './heads.ts';
import { languageOf } from './language.ts';
import { blank, freeOf, spansText, wordsOf } from './left.ts';
import { readSettings } from './settings.ts';
import { type Part, Sheet } from './sheet.ts';
import { readSlots, type SlotsSaid } from './slots.ts';
import { tidy } from './tidy.ts';
import { topicOf, trimmed } from './topic.ts';
import { nearestCommand } from './typo.ts';
import { readNumber, which, windowOf } from './which.ts';
import { claimWindows } from './windows.ts';

export interface Message {
  text: string;
  mentions: Mention[];
  botOpenId: string | null;
}

export interface Context {
  now: Millis;
  zone: Zone;
}

export interface Understanding extends Understood {
  /** The time words of the message, whatever is wanted. */
  time: TimeReading;
  /** Who said what: one line for each reader that found something, `reader: words`. */
  steps: string[];
  /** The words as they were prepared for reading, and the stretches of them that somebody claimed. */
  marked: { text: string; parts: readonly Part[] };
}

const NO_TIME: TimeReading = { start: null, end: null, minutes: null, zone: null, rrule: null, assumed: [], other: null, problems: [] };
/** 早上好 names no time. */
const GREETING_TIME =
  /(?:早上|上午|中午|下午|晚上|早|晚)[好安](?=[\s,，。.!！~～]|$|各位|大家|帮|请|麻烦|我|老师|同学)|\bgood (?:morning|afternoon|evening)\b/gi;
/** tomorrow's standup */
const OWNED_DAY = /\b(today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s(?= )/gi;
/** A form's second line: the time above runs up to this one. */
const END_LABEL = /[\n,，;；|]\s*(?:会议)?(?:结束|截止)(?:时间)?\s*:\s*(?=[\d上下中晚今明后])/g;
/** Its 约 is no "about", and 第2次 no "two times". */
const VERB =
  /预约|邀约|相约|合约|第[\d一二三四五六七八九十]{1,4}(?:[次期届轮章版条步批]|季(?!度))|\d{1,2}号(?=项目|线|楼|机|会议室|会场|店|厅|车间|仓|产线|文件|议案|议题|方案)|每(?:个?人|位|组|场|家)[\d一二两三四五六七八九十]{1,3}分钟|(?:先|再|只|简单|补充|强调|主要)(?:说|提|讲|补充|强调)?(?:一下|下)?[一二两三四五六七八九十\d]{1,2}点(?=$|[\s,，、。;；:：!！~]|建议|意见|想法|看法|要求|疑问|问题|说明)/g;
const NOW = /现在|马上|立刻|立即|即刻|立马|这就|即时|快速会议|right now|right away|immediately|\bnow\b|\binstant\b|\basap\b/i;
/** Wants to change a meeting without saying what: a form asks. */
const EDIT =
  /^(?:我?[要想])?(?:修改|编辑|更改|变更|改动?|调整)(?:一下|下)?(?=\s|$|[「"『，,。]|会|\p{Script=Han})|^(?:edit|modify|change|update)\b/iu;
/** 改成 only our company */
const INTO = /(?:改|换|设|变|调)(?:成|为)|设置为|\b(?:make it|(?:change|set)(?: it| this| that)? to|switch(?: it)? to)\b/gi;

/** Words that ask about what there is, where even a day in passing counts. */
const ASKING = /有(?:什么|哪些|啥|几个|没有|会)|谁|取消|不开|\b(?:meetings?|calls?|schedule|agenda|calendar|cancel|who)\b/i;
const DAY =
  /(?:今天|今日|今儿|今晚|明天|明日|明晚|大?后天|(?:这个?|本|下下?个?)?(?:周|星期|礼拜)[一二三四五六日天])|\b(?:today|tonight|tomorrow|tmrw?|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gi;
/** The next one may be on another day. */
const NEXT = /下一?[个场次]|接下来|\b(?:next|upcoming)\b/i;

/** `text` as Feishu sends it, with mention placeholders; plain `@names` work too. */
export function understand(message: Message, ctx: Context): Understanding {
  const prepared = prepare(tidy(message.text));
  const sheet = new Sheet(prepared);
  markAround(sheet);
  markAsides(sheet);
  const said = readSlots(sheet, message.mentions, message.botOpenId);
  const own = blank(sheet, 'filler');
  const words = wordsOf(sheet);
  const lang = languageOf(words) ?? languageOf(sheet.text);
  const done = (intent: Intent, time: TimeReading = NO_TIME): Understanding => {
    sheet.say(`want: ${intent.want}`);
    return { intent, lang, time, steps: sheet.steps, marked: sheet };
  };

  const whole = words.trim();
  const noSlots = said.changing === null && !said.label && !said.quote;
  if (whole === '' && noSlots) return done({ want: 'help', because: 'greeting' });
  if (noSlots && isGreeting(whole)) {
    sheet.say(`greeting: ${whole}`);
    return done({ want: 'help', because: 'greeting' });
  }
  if (noSlots && isHelp(whole)) {
    sheet.say(`help: ${whole}`);
    return done({ want: 'help', because: 'asked' });
  }

  markFallbacks(sheet, prepared, ctx);
  for (const match of sheet.text.matchAll(GREETING_TIME)) {
    if (sheet.free(match.index, match.index + match[0].length)) sheet.claim(match.index, match.index + match[0].length, 'filler');
  }
  const starts = heads(sheet);
  const call = findCall(sheet, starts);
  if (call) return done({ want: 'call', ...call, ...(said.slots.record ? { record: true } : {}) });
  const settings = noSlotTopic(said) ? readSettings(sheet.text.slice(starts[0] ?? 0)) : null;

  const who = !said.label && readWho(sheet);
  const number = readNumber(sheet);
  if (number) sheet.claim(number.from, number.to, 'number', number.digits);
  const plain: Prepared = {
    ...prepared,
    text: prepared.text.replace(OWNED_DAY, '$1  ').replace(END_LABEL, (label) => '到'.padEnd(label.length)),
  };
  const verbs = [...sheet.text.matchAll(VERB)].map((match): Span => ({ from: match.index, to: match.index + match[0].length }));
  const read = (blocked: readonly Span[]) => {
    const found = readTime(plain, ctx, { blocked: [...blocked, ...verbs] });
    const spans = found.spans
      .map((span) => withoutBreak(sheet, span))
      .map((span) => withoutNoun(sheet, found.reading.rrule === null ? withoutRhythm(sheet, span) : span));
    return { ...found, spans: spans.filter((span) => span.to > span.from) };
  };
  let first = read(sheet.parts);
  if (said.label && hasNothing(first.reading) && said.label.firstTo < said.label.to) {
    const label = said.label;
    const outer = sheet.parts.map((part) =>
      part.kind === 'topic' && part.from === label.from ? { from: part.from, to: label.firstTo } : part,
    );
    const second = read(outer);
    if (!hasNothing(second.reading)) {
      first = second;
      const end = Math.min(
        ...second.spans.filter((span) => span.from >= label.firstTo && span.from < label.to).map((span) => span.from),
        label.to,
      );
      label.to = end;
      sheet.release('topic');
      sheet.claim(label.from, end, 'topic');
    }
  }
  if (settings && first.reading.start?.grain !== 'minute' && !first.reading.rrule) {
    sheet.release('slot');
    sheet.claim(starts[0] ?? 0, sheet.text.length, 'command', 'settings');
    return done({ want: 'settings', ...settings }, first.reading);
  }

  const timeAt = (i: number): boolean =>
    first.spans.some((span) => span.from <= i + 2 && span.to > i && /^[\s:：]*$/.test(sheet.text.slice(i, Math.max(i, span.from))));
  const question = readQuestion(own);
  if (hasNothing(first.reading) && (question !== null || ASKING.test(own))) first = dayAlone(sheet, ctx) ?? first;
  const clocked = first.reading.start?.grain === 'minute';
  const command =
    question === 'when' || who
      ? null
      : said.label?.changing
        ? alsoMoved(findMove(sheet, starts, timeAt))
        : findCommand(sheet, starts, timeAt, clocked);
  if (command) return commanded(command);

  for (const span of first.spans) sheet.claim(span.from, span.to, 'time');
  claimWindows(sheet, plain, ctx, first.spans);
  sheet.steps.push(...first.steps);
  const { reading } = first;
  const during = windowOf(reading, ctx);
  const past = reading.start?.grain === 'minute' ? reading.start.at < ctx.now : reading.problems.includes('past');
  const hasStart = reading.start !== null || reading.rrule !== null;
  if (noSlots && isTalk(own, starts, clocked && !past, past)) {
    sheet.say('talk: tells, asks for nothing');
    return done({ want: 'help', because: 'unknown' }, freeOf(sheet, null).trim() === '' ? reading : NO_TIME);
  }
  const booking = starts.some((at) => isBooking(sheet, at)) || BOOKING_ZH.test(whole) || BOOKING_EN.test(whole);
  const marked = (said.label ? text(sheet, said.label) : said.quote ? text(sheet, said.quote) : null) || null;

  if (said.changing === 'sure' && !(booking && hasStart) && (said.label?.changing || !said.label)) return changed();
  if (said.changing === 'likely' && !hasStart && !booking && reading.minutes === null) return changed();

  if (who) return done({ want: 'who', which: which(number, marked ?? topicOf(sheet, 'which'), during) }, reading);
  const week = readWeek(sheet);
  const freeText = freeOf(sheet, week);
  const clock = reading.start?.grain === 'minute' || reading.minutes !== null || reading.rrule !== null;
  if (noSlots && !number && (question !== null || !clock) && isList(gist(freeText), (hasStart && !clock) || week !== null)) {
    sheet.say(`list: ${gist(freeText)}`);
    return done({ want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading) }, reading);
  }
  if (question === 'when') {
    if (ELSEWHERE.test(own)) return unknown(reading);
    claimWhen(sheet);
    const topic = marked ?? topicOf(sheet, 'which');
    if (number || (topic !== null && topic.length <= 24 && MEETING_WORD.test(sheet.text))) {
      return done({ want: 'show', which: which(number, topic, during) }, reading);
    }
    if (MEETING_WORD.test(sheet.text))
      return done(
        { want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading, NEXT.test(sheet.text) ? 'all' : 'today') },
        reading,
      );
    return unknown(reading);
  }
  if (question === 'yes_no' && (hasStart || booking)) {
    if (MEETING_WORD.test(sheet.text))
      return done({ want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading, 'today') }, reading);
    return unknown(reading);
  }

  const kept = [...sheet.parts];
  const asked = said.label ? null : readAsked(sheet, starts);
  if (asked) {
    const topic = marked ?? topicOf(sheet, 'which');
    if (asked.sure || !clock || number || topic === null) {
      if (asked.want === 'show' && topic === null && !number && isList(gist(freeText), hasStart)) {
        return done({ want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading) }, reading);
      }
      return done({ want: asked.want, which: which(number, topic, during) }, reading);
    }
    sheet.restore(kept);
  }
  if (number && whole.replace(/[\d\s-]|会议号?|meeting|number|id|no\.?|[:：#,，。]/gi, '') === '' && noSlots) {
    return done({ want: 'show', which: which(number, null, undefined) }, reading);
  }

  if (noSlots && /改(?:成|为|到|在)?(?:线上|线下|远程|语音)(?:开|吧|了|会议|开会)*[\s。.!！]*$/.test(own)) {
    const way = sheet.find(/(?:[的]?会?议?)?改(?:成|为|到|在)?(?:线上|线下|远程|语音)(?:开会|开|吧|了|会议)*/g);
    if (way) sheet.claim(way.index, way.index + way[0].length, 'command', 'change');
    return changed();
  }
  const edit = noSlots && !clock && !nearestCommand(sheet.text.slice(starts[0] ?? 0)) ? EDIT.exec(sheet.text.slice(starts[0] ?? 0)) : null;
  if (edit) {
    sheet.claim(starts[0] ?? 0, (starts[0] ?? 0) + edit[0].length, 'command', 'change');
    return changed();
  }

  const meant = noSlots && !booking ? nearestCommand(sheet.text.slice(starts[0] ?? 0)) : null;
  const strict = meant && !/^(?:book|schedule|meeting|meetings|预约|会议|list|show|help|share)$/.test(meant.word);
  if (meant && (strict || !hasStart)) {
    sheet.say(`typo: ${meant.typed} → ${meant.word}`);
    return done({ want: 'help', because: 'unknown', suggestion: meant.word }, reading);
  }

  const timed = hasStart || reading.end !== null || reading.minutes !== null || reading.problems.length > 0;
  if (timed || booking || said.label) return booked();
  if (said.changing === 'bare') {
    const to = sheet.find(INTO);
    if (to) sheet.claim(to.index, to.index + to[0].length, 'command', 'change');
    const topic = marked ?? topicOf(sheet, 'which');
    return topic === null || number || to || attached(sheet) ? changed() : booked();
  }
  return unknown(reading);

  // ---------------------------------------------------------------- the wishes that need more than a line

  function booked(): Understanding {
    if (meant) sheet.claim(sheet.text.indexOf(meant.typed), sheet.text.indexOf(meant.typed) + meant.typed.length, 'command');
    const topic = marked ?? topicOf(sheet, 'book');
    const slots = topic === null ? said.slots : { ...said.slots, topic };
    if (topic !== null) sheet.say(`topic: ${topic}`);
    const soon = reading.start === null || (reading.start.grain === 'minute' && Math.abs(reading.start.at - ctx.now) < 60_000);
    const now =
      soon &&
      reading.rrule === null &&
      reading.problems.length === 0 &&
      NOW.test(`${freeOf(sheet, null)} ${spansText(sheet, first.spans)}`);
    return done({ want: 'book', now, time: reading, slots }, reading);
  }

  function changed(): Understanding {
    const slots = { ...said.slots };
    const named = said.label ? said.quote : undefined;
    if (said.label) slots.topic = text(sheet, said.label);
    delete slots.attendees;
    if (slots.topic !== undefined) sheet.say(`topic: ${slots.topic}`);
    const old = said.old ? old_(said.old) : null;
    const other = named && said.label && named.from !== said.label.from ? text(sheet, named) : null;
    const topic = old ?? other ?? (said.quote && !said.label ? text(sheet, said.quote) : topicOf(sheet, 'which'));
    return done({ want: 'change', which: which(number, topic, during), slots }, reading);
  }

  function old_(span: Span): string | null {
    const part = sheet.parts.find((one) => one.kind === 'quote' && one.from >= span.from && one.to <= span.to);
    if (part) return sheet.original(part.from + 1, part.to - 1);
    const name = trimmed(sheet.original(span.from, span.to)).replace(/^(?:the|my|our|this)\s+(?!one$)/i, '');
    return name === '' || /^(?:it|this|that|this one|meeting|call|会议|会)$/i.test(name) ? null : name;
  }

  function commanded(found: Command): Understanding {
    if (found.want !== 'move' || found.split === null) {
      sheet.claim(found.from, found.to, 'command', found.want);
      const qualifier = found.want === 'cancel' ? first : read(sheet.parts);
      for (const span of qualifier.spans)
        if (sheet.free(span.from, span.to) && !isRhythm(sheet, span)) sheet.claim(span.from, span.to, 'time');
      sheet.steps.push(...qualifier.steps);
      const target = targetOf(qualifier.reading);
      switch (found.want) {
        case 'cancel':
          return done({ want: 'cancel', which: target }, first.reading);
        case 'extend':
          return done({ want: 'extend', which: target, minutes: found.minutes, ...also() }, { ...NO_TIME, minutes: first.reading.minutes });
        case 'move':
          return done(
            { want: 'move', which: target, time: NO_TIME, shift: found.shift, ...also() },
            { ...NO_TIME, minutes: first.reading.minutes },
          );
      }
    }
    const split = found.split;
    const whole = found.by ? read([...sheet.parts, found.by]) : first;
    sheet.claim(found.from, found.to, 'command', 'move');
    const to = read([...sheet.parts.filter((part) => part.to > split), { from: 0, to: split }]);
    const from = read([...sheet.parts.filter((part) => part.from < split), { from: split, to: sheet.text.length }]);
    for (const span of [...from.spans, ...to.spans])
      if (sheet.free(span.from, span.to) && !isRhythm(sheet, span)) sheet.claim(span.from, span.to, 'time');
    sheet.steps.push(...from.steps, ...to.steps);
    const target = agrees(whole.reading, to.reading, ctx) ? { ...whole.reading, rrule: to.reading.rrule } : to.reading;
    const time = found.end ? { ...target, start: null, end: target.end ?? target.start } : target;
    return done({ want: 'move', which: targetOf(from.reading), time, shift: null, ...also() }, time);
  }

  /** What the same sentence changes besides the time. */
  function also(): { slots?: Slots } {
    const slots = { ...said.slots };
    delete slots.attendees;
    if (said.label?.changing) slots.topic = text(sheet, said.label);
    return Object.keys(slots).length > 0 ? { slots } : {};
  }

  function targetOf(qualifier: TimeReading): Which {
    return which(number, marked_() ?? topicOf(sheet, 'which'), windowOf(qualifier, ctx));
  }

  function marked_(): string | null {
    if (said.label?.changing) return said.quote && said.quote.from !== said.label.from ? text(sheet, said.quote) : null;
    return (said.label ? text(sheet, said.label) : said.quote ? text(sheet, said.quote) : null) || null;
  }

  function unknown(time: TimeReading): Understanding {
    const near = nearestCommand(sheet.text.slice(starts[0] ?? 0));
    sheet.say(near ? `typo: ${near.typed} → ${near.word}` : 'nothing: no time to meet, no command, no word that books');
    return done(near ? { want: 'help', because: 'unknown', suggestion: near.word } : { want: 'help', because: 'unknown' }, time);
  }

  /** The day that a list is about. */
  function spanOf(time: TimeReading, otherwise: ListSpan = 'all'): ListSpan {
    const { start } = time;
    if (!start) return otherwise;
    const day = start.grain === 'minute' ? dayIn(start.at, ctx.zone) : start.day;
    const days = Math.round((Date.parse(day) - Date.parse(dayIn(ctx.now, ctx.zone))) / 86_400_000);
    if (days === 0) return 'today';
    if (days === 1) return 'tomorrow';
    const today = (new Date(Date.parse(dayIn(ctx.now, ctx.zone))).getUTCDay() + 6) % 7;
    if (days > 1 && days < 7 - today) return 'this_week';
    if (days >= 7 - today && days < 14 - today) return 'next_week';
    return 'all';
  }
}

/** A reading of the whole message may lend day and clock from the old time to the new one; it must still be the new one. */
function agrees(whole: TimeReading, target: TimeReading, ctx: Context): boolean {
  if (!whole.start || !target.start) return false;
  if (target.start.grain !== 'minute') {
    const day = whole.start.grain === 'minute' ? dayIn(whole.start.at, whole.zone ?? ctx.zone) : whole.start.day;
    // 把周四的会改到周五: the Friday of that week
    return Math.abs(Date.parse(day) - Date.parse(target.start.day)) % (7 * 86_400_000) === 0;
  }
  return (
    whole.start.grain === 'minute' &&
    (whole.start.at - target.start.at) % (12 * 3_600_000) === 0 &&
    (whole.end === null) === (target.end === null)
  );
}

/** A day word that the reader of time left to the topic. */
function dayAlone(sheet: Sheet, ctx: Context): ReturnType<typeof readTime> | null {
  const match = sheet.find(DAY);
  if (!match) return null;
  const { reading, steps } = readTime(prepare(match[0]), ctx);
  return reading.start ? { reading, steps, spans: [{ from: match.index, to: match.index + match[0].length }] } : null;
}

/** 周会不要密码, make standup company only: said of a meeting, where "周会 密码1234" describes a new one. */
function attached(sheet: Sheet): boolean {
  if (
    /^\s*(?:please\s+)?(?:make|set|let|add|turn|keep|record|(?:don'?t|do not|stop) record(?:ing)?)\b/i.test(sheet.text) ||
    /^\s*[给让把将]/.test(sheet.text)
  )
    return true;
  return sheet.parts.some(
    (part) =>
      part.kind === 'slot' &&
      part.from > 0 &&
      sheet.free(part.from - 1, part.from) &&
      /\p{Script=Han}/u.test(sheet.text.charAt(part.from - 1)),
  );
}

/** A change of the topic, and the time with it: 改到明天3点并改名为月会. */
function alsoMoved(found: Command | null): Command | null {
  return found?.want === 'move' && found.sure ? found : null;
}

function findCommand(sheet: Sheet, starts: number[], timeAt: (i: number) => boolean, clocked: boolean): Command | null {
  const move = findMove(sheet, starts, timeAt);
  if (move?.want === 'move' && move.sure) return move;
  return findExtend(sheet, starts, clocked) ?? findCancel(sheet, starts) ?? move;
}

/** The weekly of "the weekly sync": part of a name unless the meeting repeats. */
function isRhythm(sheet: Sheet, span: Span): boolean {
  return /^\s*(?:the\s+)?(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?)\s*$/i.test(
    sheet.text.slice(span.from, span.to),
  );
}

/** 1点半到2点半午休培训: where a clock is said, the break names the meeting. */
function withoutBreak(sheet: Sheet, span: Span): Span {
  const words = sheet.text.slice(span.from, span.to);
  const tail = /(?<=[点半分\d])\s*(?:午休|午间)$/.exec(words);
  return tail && /^\p{Script=Han}/u.test(sheet.text.slice(span.to)) ? { from: span.from, to: span.from + tail.index } : span;
}

/** 3点 整体方案: a particle behind a space that begins the next word is that word's. */
function withoutNoun(sheet: Sheet, span: Span): Span {
  const tail = /\s+(?:整|起|左右|开始|前|后|start)$/i.exec(sheet.text.slice(span.from, span.to));
  return tail && /^[\p{L}-]/u.test(sheet.text.slice(span.to)) ? { from: span.from, to: span.from + tail.index } : span;
}

function withoutRhythm(sheet: Sheet, span: Span): Span {
  const words = sheet.text.slice(span.from, span.to);
  const last = /(?:^|\s+)(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|每[日天周月年])\s*$/i.exec(words);
  return last ? { from: span.from, to: span.from + last.index } : isRhythm(sheet, span) ? { from: span.from, to: span.from } : span;
}

function hasNothing(time: TimeReading): boolean {
  return time.start === null && time.minutes === null && time.end === null && time.rrule === null;
}

function noSlotTopic(said: SlotsSaid): boolean {
  return !said.label && !said.quote;
}

function text(sheet: Sheet, span: Span): string {
  return trimmed(sheet.original(span.from, span.to));
}
