/** Where a command may stand: at the start of the message or of a clause, behind greetings and fillers. */
import { leadAt } from './filler.ts';
import type { Utterance } from './utterance.ts';

const CLAUSE = /[,，。;；!！?？\n]|\.(?=\s)|\band (?=(?:move|reschedule|push|postpone|extend|delay)\b)/g;
const GAP = /[\s,，、:：/!！.。~～]+/y;

/** Positions in order; none inside a quote, a label's value or a slot. */
export function clauseStarts(said: Utterance): number[] {
  const found: number[] = [];
  const starts = [0];
  for (const match of said.text.matchAll(CLAUSE)) {
    starts.push(match.index + match[0].length);
    if (starts.length > 40) break;
  }
  // my flight's late so push the 2pm to 4
  for (const { from, to } of said.freeHits('mood.joins')) if (from > 0) starts.push(to);
  for (const start of starts.sort((one, other) => one - other)) {
    const at = skip(said, start);
    if (at < said.text.length && said.free(at, at + 1) && found.at(-1) !== at) found.push(at);
  }
  return found;
}

/** Past everything at `from` that says nothing. */
function skip(said: Utterance, from: number): number {
  let at = from;
  for (let turn = 0; turn < 20; turn += 1) {
    GAP.lastIndex = at;
    const gap = GAP.exec(said.text);
    if (gap) at += gap[0].length;
    const part = said.claimAt(at);
    if (part && (part.kind === 'bot' || part.kind === 'mention' || part.kind === 'filler' || part.kind === 'attendees')) {
      at = part.to;
      continue;
    }
    if (part) return at;
    const filler = leadAt(said, at);
    if (!filler) return at;
    at = filler.to;
  }
  return at;
}
