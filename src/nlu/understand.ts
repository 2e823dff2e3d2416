/** What a message means. Pure: the clock and the asker's zone come in as arguments. */
import type { Mention } from '../domain/event.ts';
import type { Intent, Understood } from '../domain/intent.ts';
import type { Millis, TimeReading, Zone } from '../domain/time.ts';
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
import { spanOf } from './days.ts';
import { markFallbacks } from './fallback.ts';
import { heads } from './heads.ts';
import { languageOf } from './language.ts';
import { blank, freeOf, wordsOf } from './left.ts';
import type { Lexeme } from './lexicon/lexeme.ts';
import { lexicon } from './lexicon/lexicon.ts';
import { createScan, type Scan } from './lexicon/scan.ts';
import { type Part, Sheet } from './sheet.ts';
import { findShorten } from './shorten.ts';
import { readSettings } from './slots/settings.ts';
import { readSlots, type SlotsSaid } from './slots/slots.ts';
import { tidy } from './tidy.ts';
import { prepare } from './time/prepare.ts';
import { dayAlone, hasNothing, readFirst, timeReader } from './timing.ts';
import { topicOf } from './topic.ts';
import { nearestCommand } from './typo.ts';
import { Utterance } from './utterance.ts';
import { readNumber, which, windowOf } from './which.ts';
import { claimWindows } from './windows.ts';
import { booked, changed, commanded, markedTopic, NO_TIME, notUnderstood, type Scene, type Wish } from './wishes.ts';

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

/** 早上好 names no time. */
const GREETING_TIME =
  /(?:早上|上午|中午|下午|晚上|早|晚)[好安](?=[\s,，。.!！~～]|$|各位|大家|帮|请|麻烦|我|老师|同学)|\bgood (?:morning|afternoon|evening)\b/gi;
/** Wants to change a meeting without saying what: a form asks. */
const EDIT =
  /^(?:我?[要想])?(?:修改|编辑|更改|变更|改动?|调整)(?:一下|下)?(?=\s|$|[「"『，,。]|会|\p{Script=Han})|^(?:edit|modify|change|update)\b/iu;
/** 改成 only our company */
const INTO = /(?:改|换|设|变|调)(?:成|为)|设置为|\b(?:make it|(?:change|set)(?: it| this| that)? to|switch(?: it)? to)\b/gi;

/** Words that ask about what there is, where even a day in passing counts. */
const ASKING = /有(?:什么|哪些|啥|几个|没有|会)|谁|取消|不开|\b(?:meetings?|calls?|schedule|agenda|calendar|cancel|who)\b/i;
/** The next one may be on another day. */
const NEXT = /下一?[个场次]|接下来|\b(?:next|upcoming)\b/i;

export type Understand = (message: Message, ctx: Context) => Understanding;

/** A reader of messages that knows these words. */
export function createUnderstand(words: readonly Lexeme[]): Understand {
  const scan = createScan(words);
  return (message, ctx) => read(message, ctx, scan);
}

/** `text` as Feishu sends it, with mention placeholders; plain `@names` work too. */
export const understand: Understand = createUnderstand(lexicon);

function read(message: Message, ctx: Context, scan: Scan): Understanding {
  const prepared = prepare(tidy(message.text));
  const sheet = new Sheet(prepared, Utterance.of(prepared, scan, message.mentions, message.botOpenId));
  markAround(sheet);
  markAsides(sheet);
  const said = sheet.take(readSlots(sheet.said));
  const own = blank(sheet, 'filler');
  const words = wordsOf(sheet);
  const lang = languageOf(words) ?? languageOf(sheet.text);
  const done = (intent: Intent, time: TimeReading = NO_TIME): Understanding => {
    sheet.say(`want: ${intent.want}`);
    return {
      intent,
      act: intent.want === 'help' && intent.because === 'unknown' ? 'none' : 'do',
      lang,
      time,
      steps: sheet.steps,
      marked: sheet,
    };
  };

  const granted = ({ intent, time }: Wish): Understanding => done(intent, time);

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
  const { plain, read } = timeReader(sheet, prepared, ctx);
  let first = readFirst(sheet, said.label, read);
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
  const scene: Scene = { sheet, said, ctx, number, starts, first, read };
  if (command) return granted(commanded(scene, command));

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
  const marked = markedTopic(scene);

  if (said.changing === 'sure' && !(booking && hasStart) && (said.label?.changing || !said.label)) return granted(changed(scene));
  if (said.changing === 'likely' && !hasStart && !booking && reading.minutes === null) return granted(changed(scene));

  if (who) return done({ want: 'who', which: which(number, marked ?? topicOf(sheet, 'which'), during) }, reading);
  const week = readWeek(sheet);
  const freeText = freeOf(sheet, week);
  const clock = reading.start?.grain === 'minute' || reading.minutes !== null || reading.rrule !== null;
  if (noSlots && !number && (question !== null || !clock) && isList(gist(freeText), (hasStart && !clock) || week !== null)) {
    sheet.say(`list: ${gist(freeText)}`);
    return done({ want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading, ctx) }, reading);
  }
  if (question === 'when') {
    if (ELSEWHERE.test(own)) return granted(notUnderstood(scene, reading));
    claimWhen(sheet);
    const topic = marked ?? topicOf(sheet, 'which');
    if (number || (topic !== null && topic.length <= 24 && MEETING_WORD.test(sheet.text))) {
      return done({ want: 'show', which: which(number, topic, during) }, reading);
    }
    if (MEETING_WORD.test(sheet.text))
      return done(
        { want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading, ctx, NEXT.test(sheet.text) ? 'all' : 'today') },
        reading,
      );
    return granted(notUnderstood(scene, reading));
  }
  if (question === 'yes_no' && (hasStart || booking)) {
    if (MEETING_WORD.test(sheet.text))
      return done({ want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading, ctx, 'today') }, reading);
    return granted(notUnderstood(scene, reading));
  }

  const kept = [...sheet.parts];
  const asked = said.label ? null : readAsked(sheet, starts);
  if (asked) {
    const topic = marked ?? topicOf(sheet, 'which');
    if (asked.sure || !clock || number || topic === null) {
      if (asked.want === 'show' && topic === null && !number && isList(gist(freeText), hasStart)) {
        return done({ want: 'list', scope: readScope(sheet.text), span: week?.span ?? spanOf(reading, ctx) }, reading);
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
    return granted(changed(scene));
  }
  const edit = noSlots && !clock && !nearestCommand(sheet.text.slice(starts[0] ?? 0)) ? EDIT.exec(sheet.text.slice(starts[0] ?? 0)) : null;
  if (edit) {
    sheet.claim(starts[0] ?? 0, (starts[0] ?? 0) + edit[0].length, 'command', 'change');
    return granted(changed(scene));
  }

  const meant = noSlots && !booking ? nearestCommand(sheet.text.slice(starts[0] ?? 0)) : null;
  const strict = meant && !/^(?:book|schedule|meeting|meetings|预约|会议|list|show|help|share)$/.test(meant.word);
  if (meant && (strict || !hasStart)) {
    sheet.say(`typo: ${meant.typed} → ${meant.word}`);
    return done({ want: 'help', because: 'unknown', suggestion: meant.word }, reading);
  }

  const timed = hasStart || reading.end !== null || reading.minutes !== null || reading.problems.length > 0;
  if (timed || booking || said.label) return granted(booked(scene, meant));
  if (said.changing === 'bare') {
    const to = sheet.find(INTO);
    if (to) sheet.claim(to.index, to.index + to[0].length, 'command', 'change');
    const topic = marked ?? topicOf(sheet, 'which');
    return topic === null || number || to || attached(sheet) ? granted(changed(scene)) : granted(booked(scene, meant));
  }
  return granted(notUnderstood(scene, reading));
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
  const shorten = findShorten(sheet);
  if (shorten) return shorten;
  const move = findMove(sheet, starts, timeAt);
  if (move?.want === 'move' && move.sure) return move;
  return findExtend(sheet, starts, clocked) ?? findCancel(sheet, starts) ?? move;
}

function noSlotTopic(said: SlotsSaid): boolean {
  return !said.label && !said.quote;
}
