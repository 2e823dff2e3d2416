/** One meeting, several times: 两点或者三点, 14:00 or 16:00, 北京时间是晚上10点. The first reading holds; the others are no topic. */

import { completedTime } from '../calendar/complete-time.ts';
import type { TimeReading } from '../domain/time.ts';
import type { Prepared, Span } from './time/prepare.ts';
import { readTime, type TimeContext, type TimeRead } from './time/read.ts';
import type { Claim, Utterance } from './utterance.ts';

const OR = '(?:或者?|或是|抑或|还是|还|or|/|、)';
/** Between two times that are alternatives. */
const BETWEEN = new RegExp(`^[\\s,(]*${OR}[\\s]*(?:at |on |是|在)?$`, 'i');
/** Between two stretches of a day, and between two zones. */
const LOOSELY = /^[\s,;，；(/=]*(?:也就是|就是|也即|即|相当于|对应|换算(?:成|为)?|合|折合|i\.?e\.?|that is|which is|和|and)?[\s,:]*$/i;
const TEASER = /或|还是|\bor\b|[/、]|\d ?-|~|时间|\btime\b|\b[A-Z]{2,4}\b/;
const EITHER = /\b(?:either|between)\s+(?:on\s+|at\s+)?$/i;
const ANY =
  /^\s*(?:(?:都|皆|均|也)(?:可以|可|行|ok|方便|没问题)(?:的)?|(?:both |either |would |all )?(?:works?|is fine|are fine)(?= for\b|\s*(?:$|[,.;!?]))(?: for(?: me| us)?(?=\s|$))?)/i;

/** 三点都可以 has no three points in it. */
const ALL_FINE = /(?:都|皆|均)(?:可以|可|行|ok|方便)/gi;

export interface Windows {
  said: Utterance;
  /** Whole readings of those that are alternatives. */
  beside: TimeReading[];
}

/** The other times beside the first one. */
export function readWindows(message: Utterance, plain: Prepared, ctx: TimeContext, { spans, reading }: TimeRead): Windows {
  if (spans.length === 0) return { said: message, beside: [] };
  let said = message;
  const beside: TimeReading[] = [];
  if (TEASER.test(said.text)) {
    const bare: Prepared = { ...plain, text: plain.text.replace(ALL_FINE, (words) => ' '.repeat(words.length)) };
    const taken = [...spans];
    for (let turn = 0; turn < 3; turn += 1) {
      const other = readTime(bare, ctx, { blocked: [...said.claims] });
      const zoned = other.reading.zone !== null && other.reading.start?.grain === 'minute';
      const stretch = other.reading.end?.grain === 'minute';
      const claims: Claim[] = [];
      for (const span of other.spans.filter((one) => said.free(one.from, one.to))) {
        const link = linked(said, span, taken, zoned, stretch);
        if (!link) continue;
        claims.push({ ...link.span, kind: 'time' });
        taken.push(span);
        if (link.either && !zoned) beside.push(completedTime(reading, other.reading, ctx.zone));
      }
      if (claims.length === 0) break;
      said = said.with(claims);
    }
    const first = taken.reduce((one, span) => (span.from < one.from ? span : one));
    const either = taken.length > spans.length ? EITHER.exec(said.text.slice(0, first.from)) : null;
    if (either && said.free(either.index, first.from)) said = said.with([{ from: either.index, to: first.from, kind: 'filler' }]);
  }
  const fine: Claim[] = [];
  for (const part of said.claims) {
    const any = part.kind === 'time' ? ANY.exec(said.text.slice(part.to, part.to + 40)) : null;
    if (any && said.free(part.to, part.to + any[0].length)) fine.push({ from: part.to, to: part.to + any[0].length, kind: 'filler' });
  }
  return { said: said.with(fine), beside };
}

/** The stretch to claim: the other time with what joins it to a time that is known. */
function linked(
  said: Utterance,
  span: Span,
  taken: readonly Span[],
  zoned: boolean,
  stretch: boolean,
): { span: Span; either: boolean } | null {
  for (const one of taken) {
    const behind = one.to <= span.from;
    const gap = behind ? { from: one.to, to: span.from } : { from: span.to, to: one.from };
    if (gap.to < gap.from || gap.to - gap.from > 16 || (gap.to > gap.from && !said.free(gap.from, gap.to))) continue;
    const words = said.text.slice(gap.from, gap.to);
    const either = BETWEEN.test(words);
    if (either || (behind && stretch && LOOSELY.test(words)))
      return { span: { from: Math.min(gap.from, span.from), to: Math.max(gap.to, span.to) }, either };
  }
  if (!zoned) return null;
  const lead = /(?:也就是|就是|也即|即|相当于|对应|换算(?:成|为)?|that is|which is|i\.?e\.?)[\s,:]*$/i.exec(said.text.slice(0, span.from));
  return { span: { from: lead && said.free(lead.index, span.from) ? lead.index : span.from, to: span.to }, either: false };
}
