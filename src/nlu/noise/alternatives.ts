/** Times for the case that the first one does not do: they are not the meeting's, nor its topic. */

import { completedTime } from '../../calendar/complete-time.ts';
import type { TimeReading } from '../../domain/time.ts';
import type { Prepared } from '../time/prepare.ts';
import { readTime, type TimeContext } from '../time/read.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';

/** 如果有冲突就改到周二, 不行就后天, otherwise Monday: a time for the case that the first one does not do. */
const FALLBACK =
  /(?:\s*\((?=[^()\n]{1,60}\))|(?<=[,，。.;；!！?？\n\s])\s*)(?:(?:如果|要是|若是?|假如|万一|实在)[^,，。;；()\n\d]{0,12}?(?:有冲突|冲突|不行|不可以|没空|没时间|不方便|来不及|赶不上|有事|不合适|不成|来不了|不ok)(?:的话)?[,，\s]*(?:就|则|那就?|再|可以?|便|咱们)*|[^,，。;；()\n\d]{0,12}?(?:有冲突|冲突|不行|不可以|没空|没时间|不方便|来不及|赶不上|有事|不合适|不成|来不了|不ok)(?:的话[,，\s]*(?:就|则|那就?|再|可以?|便|咱们)*|[,，\s]*(?:就|则|那就?|再|可以?|便|咱们)+)|(?:否则|不然|要不然|备选(?:时间|方案)?(?:是|为|[:：])?|候补(?:时间)?[:：]?)|(?:or |and )?if (?:not|that|this|it|there|anyone|anybody|people|someone|you|they|we)(?![a-z])(?! (?:want|like|need|could|would))[^,.;()\n\d]{0,40}?(?:,|\bthen\b|->|:|(?=\d))|(?:or )?(?:otherwise|or else|failing that|as an? (?:fallback|backup|alternative)|(?:backup|fallback)(?: (?:slot|time))?:?|plan b:?)\b)[^,，。;；()\n]{1,40}(?:[,，]\s*(?:上午|下午|晚上|早上|中午|at )?[\d一二两三四五六七八九十]{1,3}(?:[点:]|\s?[ap]m)[^,，。;；()\n]{0,8})?\)?/gi;
/** 3点没空，否则…: then the first time is the one that is out. */
const REFUSED =
  /(?:不行|不可以|没空|没时间|不方便|有冲突|来不及|冲突|去不了|不能)[^,，。;；]{0,4}[,，。;；\s]*$|\b(?:doesn't|won't|can't|cannot|not|unavailable|busy|conflict)\b/i;
/** 不行就取消: about no other time. */
const ELSE = /取消|算了|通知|告诉|联系|告知|请|回复|反馈|说一声|\b(?:cancel|let me know|tell|ping|reply)\b/i;
/** 3点不行就4点: without a pause, the first one may still do. */
const OR_ELSE =
  /(?<=[点半刻分\d午晚天日一二三四五六])(?<!(?:如果|要是|若|万一|假如)[^,，。;；]{0,8})(?:如果|要是)?(?:不行|不可以|不方便|没空|没时间|有冲突|冲突|不成)(?:的话)?(?:就|那就|则)[^,，。;；()\n]{1,20}/g;
/** What a time looks like before anybody has read it. */
const TIMED = /[\d一二两三四五六七八九十]|明|后天|今|tomorrow|today|day\b/i;

/** Found where a time stands before them. */
const ONLY_IF_NOT = 'only if not';

/** Those times, each as a whole reading; what it does not say is as in the first one. */
export function fallbacks(said: Utterance, plain: Prepared, ctx: TimeContext, first: TimeReading): TimeReading[] {
  return said.claims
    .filter((one) => one.note === ONLY_IF_NOT)
    .flatMap(({ from, to }) => {
      const { reading } = readTime(plain, ctx, {
        blocked: [
          { from: 0, to: from },
          { from: to, to: plain.text.length },
        ],
      });
      return reading.start ? [completedTime(first, reading, ctx.zone)] : [];
    });
}

export function readAlternatives(said: Utterance, ctx: TimeContext): Reading<null> {
  const claims: Claim[] = [];
  for (const match of [...said.findAll(OR_ELSE, 1), ...said.findAll(FALLBACK, 3)]) {
    const before = said.text.slice(0, match.index);
    if (!TIMED.test(before) || REFUSED.test(before) || ELSE.test(match[0])) continue;
    const { reading } = readTime({ ...said.prepared, text: before }, ctx);
    if (reading.start || reading.rrule)
      claims.push({ from: match.index, to: match.index + match[0].length, kind: 'filler', note: ONLY_IF_NOT });
  }
  return { found: null, claims };
}
