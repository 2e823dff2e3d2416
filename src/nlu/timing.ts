/** The time words of a message, held to the words that are really time. */
import type { TimeReading } from '../domain/time.ts';
import { QUOTE_NOTE } from './noise/quoted.ts';
import type { Labelled } from './slots/labels.ts';
import { type Prepared, prepare, type Span } from './time/prepare.ts';
import { firstDay, isTimeLabel, readTime, type TimeContext, type TimeRead } from './time/read.ts';
import type { Utterance } from './utterance.ts';

/** tomorrow's standup */
const OWNED_DAY = /\b(today|tomorrow|tonight|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s(?= )/gi;
/** A form's second line: the time above runs up to this one. */
const END_LABEL = /[\n,，;；|]\s*(?:会议)?(?:结束|截止)(?:时间)?\s*:\s*(?=[\d上下中晚今明后])/g;
/** Its 约 is no "about", and 第2次 no "two times". */
const VERB =
  /预约|邀约|相约|合约|第[\d一二三四五六七八九十]{1,4}(?:[次期届轮章版条步批]|季(?!度))|\d{1,2}号(?=项目|线|楼|机|会议室|会场|店|厅|车间|仓|产线|文件|议案|议题|方案)|每(?:个?人|位|组|场|家)[\d一二两三四五六七八九十]{1,3}分钟|(?:先|再|只|简单|补充|强调|主要)(?:说|提|讲|补充|强调)?(?:一下|下)?[一二两三四五六七八九十\d]{1,2}点(?=$|[\s,，、。;；:：!！~]|建议|意见|想法|看法|要求|疑问|问题|说明)/g;
/** Reads the message but for some stretches. */
export type Read = (blocked: readonly Span[]) => TimeRead;

/** `plain`: the words in the form that the reader of time takes. */
export function timeReader(said: Utterance, ctx: TimeContext): { plain: Prepared; read: Read } {
  const days = said.may(OWNED_DAY) ? said.text.replace(OWNED_DAY, '$1  ') : said.text;
  const plain: Prepared = {
    ...said.prepared,
    text: said.may(END_LABEL) ? days.replace(END_LABEL, (label) => '到'.padEnd(label.length)) : days,
  };
  const verbs = said.may(VERB)
    ? [...said.text.matchAll(VERB)].map((match): Span => ({ from: match.index, to: match.index + match[0].length }))
    : [];
  // lock in Wednesday 4pm: the in is the verb's.
  verbs.push(...said.hits('book.en').filter(({ word }) => word.includes(' ')));
  // 日期：11/25: what a label says helps to read what follows it
  const labels: Span[] = said.claims.filter(
    (one) => one.kind === 'label' && /[:：]\s*$/.test(said.text.slice(one.from, one.to)) && isTimeLabel(said.text.slice(one.from, one.to)),
  );
  const read: Read = (blocked) => {
    const found = readTime(plain, ctx, { blocked: [...blocked.filter((one) => !labels.includes(one)), ...verbs] });
    const spans = found.spans
      .map((span) => withoutBreak(said, span))
      .map((span) => withoutNoun(said, found.reading.rrule === null ? withoutRhythm(said, span) : span));
    return { ...found, spans: spans.filter((span) => span.to > span.from) };
  };
  return { plain, read };
}

/** The time of the whole message. A label's value may end where the time begins: then `label` is the shorter one. */
export function readFirst(said: Utterance, label: Labelled | undefined, read: Read): { time: TimeRead; label: Labelled | undefined } {
  const first = read(said.claims);
  const quoted = said.claims.filter((one) => one.note === QUOTE_NOTE);
  if (hasNothing(first.reading) && quoted.length > 0 && said.has('quote.agree')) {
    // > Could we meet Thursday at 3pm? ⏎ Yes, book that
    const asked = read(said.claims.filter((one) => !quoted.includes(one)));
    if (!hasNothing(asked.reading)) return { time: { ...asked, spans: [] }, label };
  }
  if (!label || !hasNothing(first.reading) || label.firstTo >= label.to) return { time: first, label };
  const outer = said.claims.map((one) => (one.kind === 'topic' && one.from === label.from ? { from: one.from, to: label.firstTo } : one));
  const second = read(outer);
  if (hasNothing(second.reading)) return { time: first, label };
  // rename it to Growth Weekly: a new name is no rhythm.
  if (label.changing && second.reading.rrule !== null && second.reading.start?.grain !== 'minute') return { time: first, label };
  const inside = second.spans.filter((span) => span.from >= label.firstTo && span.from < label.to);
  return { time: second, label: { ...label, to: Math.min(...inside.map((span) => span.from), label.to) } };
}

/** A day word that the reader of time left to the topic. */
export function dayAlone(said: Utterance, ctx: TimeContext): TimeRead | null {
  const span = firstDay(said.prepared, said.claims);
  if (!span) return null;
  const { reading, steps } = readTime(prepare(said.text.slice(span.from, span.to)), ctx);
  return reading.start ? { reading, steps, spans: [span], beside: [] } : null;
}

/** The weekly of "the weekly sync": part of a name unless the meeting repeats. */
export function isRhythm(said: Utterance, span: Span): boolean {
  return /^\s*(?:the\s+)?(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?)\s*$/i.test(
    said.text.slice(span.from, span.to),
  );
}

/** 1点半到2点半午休培训: where a clock is said, the break names the meeting. */
function withoutBreak(said: Utterance, span: Span): Span {
  const words = said.text.slice(span.from, span.to);
  const tail = /(?<=[点半分\d])\s*(?:午休|午间)$/.exec(words);
  return tail && /^\p{Script=Han}/u.test(said.text.slice(span.to)) ? { from: span.from, to: span.from + tail.index } : span;
}

/** 3点 整体方案: a particle behind a space that begins the next word is that word's. */
function withoutNoun(said: Utterance, span: Span): Span {
  const tail = /\s+(?:整|起|左右|开始|前|后|start)$/i.exec(said.text.slice(span.from, span.to));
  return tail && /^[\p{L}-]/u.test(said.text.slice(span.to)) ? { from: span.from, to: span.from + tail.index } : span;
}

function withoutRhythm(said: Utterance, span: Span): Span {
  const words = said.text.slice(span.from, span.to);
  const last = /(?:^|\s+)(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|每[日天周月年])\s*$/i.exec(words);
  return last ? { from: span.from, to: span.from + last.index } : isRhythm(said, span) ? { from: span.from, to: span.from } : span;
}

export function hasNothing(time: TimeReading): boolean {
  return time.start === null && time.minutes === null && time.end === null && time.rrule === null;
}
