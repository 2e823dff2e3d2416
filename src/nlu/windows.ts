/** One meeting, several times: 两点或者三点, 14:00 or 16:00, 北京时间是晚上10点. The first reading holds; the others are no topic. */

import type { Sheet } from './sheet.ts';
import type { Prepared, Span } from './time/prepare.ts';
import { readTime } from './time/read.ts';

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

/** Claims the other times as time. `spans`: what the first reading stands on. */
export function claimWindows(sheet: Sheet, plain: Prepared, ctx: Parameters<typeof readTime>[1], spans: readonly Span[]): void {
  if (spans.length === 0) return;
  if (TEASER.test(sheet.text)) {
    const bare: Prepared = { ...plain, text: plain.text.replace(ALL_FINE, (words) => ' '.repeat(words.length)) };
    const taken = [...spans];
    for (let turn = 0; turn < 3; turn += 1) {
      const other = readTime(bare, ctx, { blocked: [...sheet.parts] });
      const found = other.spans.filter((span) => sheet.free(span.from, span.to));
      const zoned = other.reading.zone !== null && other.reading.start?.grain === 'minute';
      const stretch = other.reading.end?.grain === 'minute';
      let any = false;
      for (const span of found) {
        const link = linked(sheet, span, taken, zoned, stretch);
        if (!link) continue;
        sheet.claim(link.from, link.to, 'time');
        taken.push(span);
        any = true;
      }
      if (!any) break;
    }
    const first = taken.reduce((one, span) => (span.from < one.from ? span : one));
    const either = taken.length > spans.length ? EITHER.exec(sheet.text.slice(0, first.from)) : null;
    if (either && sheet.free(either.index, first.from)) sheet.claim(either.index, first.from, 'filler');
  }
  for (const part of [...sheet.parts]) {
    const any = part.kind === 'time' ? ANY.exec(sheet.text.slice(part.to, part.to + 40)) : null;
    if (any && sheet.free(part.to, part.to + any[0].length)) sheet.claim(part.to, part.to + any[0].length, 'filler');
  }
}

/** The stretch to claim: the other time with what joins it to a time that is known. */
function linked(sheet: Sheet, span: Span, taken: readonly Span[], zoned: boolean, stretch: boolean): Span | null {
  for (const one of taken) {
    const behind = one.to <= span.from;
    const gap = behind ? { from: one.to, to: span.from } : { from: span.to, to: one.from };
    if (gap.to < gap.from || gap.to - gap.from > 16 || (gap.to > gap.from && !sheet.free(gap.from, gap.to))) continue;
    const words = sheet.text.slice(gap.from, gap.to);
    if (BETWEEN.test(words) || (behind && stretch && LOOSELY.test(words)))
      return { from: Math.min(gap.from, span.from), to: Math.max(gap.to, span.to) };
  }
  if (!zoned) return null;
  const lead = /(?:也就是|就是|也即|即|相当于|对应|换算(?:成|为)?|that is|which is|i\.?e\.?)[\s,:]*$/i.exec(sheet.text.slice(0, span.from));
  return { from: lead && sheet.free(lead.index, span.from) ? lead.index : span.from, to: span.to };
}
