/** The message without what is understood, for patterns that read it as a whole. */

import type { Sheet } from './sheet.ts';
import type { Span } from './time/prepare.ts';

/** The text with the parts of a kind blanked out, place for place. */
export function blank(sheet: Sheet, kind: string): string {
  let out = sheet.text;
  for (const part of sheet.parts) {
    if (part.kind === kind) out = out.slice(0, part.from) + ' '.repeat(part.to - part.from) + out.slice(part.to);
  }
  return out;
}

/** The message without mentions and quoted stretches. */
export function wordsOf(sheet: Sheet): string {
  return without(sheet, (kind) => kind === 'bot' || kind === 'mention' || kind === 'quote' || kind === 'topic');
}

/** What nobody has understood yet. */
export function freeOf(sheet: Sheet, week: Span | null): string {
  const out = without(sheet, (kind) => kind !== 'link');
  return week ? out.replace(sheet.text.slice(week.from, week.to), '') : out;
}

export function spansText(sheet: Sheet, spans: readonly Span[]): string {
  return spans.map((span) => sheet.text.slice(span.from, span.to)).join(' ');
}

function without(sheet: Sheet, leave: (kind: string) => boolean): string {
  let out = '';
  let at = 0;
  for (const part of sheet.parts) {
    if (!leave(part.kind)) continue;
    if (part.from > at) out += sheet.text.slice(at, part.from);
    at = Math.max(at, part.to);
  }
  return out + sheet.text.slice(at);
}
