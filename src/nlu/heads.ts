/** Where a command may stand: at the start of the message or of a clause, behind greetings and fillers. */
import type { Sheet } from './sheet.ts';
import { LEAD_EN, LEAD_ZH, LEAD_ZH_CHAR } from './words.ts';

const CLAUSE = /[,，。;；!！?？\n]|\.(?=\s)|\band (?=(?:move|reschedule|push|postpone|extend|delay)\b)/g;
const GAP = /[\s,，、:：/!！.。~～]+/y;

/** Positions in order; none inside a quote, a label's value or a slot. */
export function heads(sheet: Sheet): number[] {
  const found: number[] = [];
  const starts = [0];
  for (const match of sheet.text.matchAll(CLAUSE)) {
    starts.push(match.index + match[0].length);
    if (starts.length > 40) break;
  }
  for (const start of starts) {
    const at = skip(sheet, start);
    if (at < sheet.text.length && sheet.free(at, at + 1) && found.at(-1) !== at) found.push(at);
  }
  return found;
}

/** Past everything at `from` that says nothing. */
export function skip(sheet: Sheet, from: number): number {
  let at = from;
  for (let turn = 0; turn < 20; turn += 1) {
    GAP.lastIndex = at;
    const gap = GAP.exec(sheet.text);
    if (gap) at += gap[0].length;
    const part = sheet.partAt(at);
    if (part && (part.kind === 'bot' || part.kind === 'mention' || part.kind === 'filler' || part.kind === 'attendees')) {
      at = part.to;
      continue;
    }
    if (part) return at;
    const rest = sheet.text.slice(at, Math.min(sheet.text.length, at + 60));
    const filler = LEAD_ZH.exec(rest) ?? LEAD_ZH_CHAR.exec(rest) ?? LEAD_EN.exec(rest);
    if (!filler || filler[0] === '') return at;
    at += filler[0].length;
  }
  return at;
}
