/** Another system's invitation, pasted: how to join there is not ours to read. */
import type { Span } from '../time/prepare.ts';
import type { Claim, Reader, Utterance } from '../utterance.ts';

/** +16699006833,,12345678901#, (US) +1 402-555-0137 */
const DIAL_IN = /^[ \t]*(?:\([A-Z]{2}\)[ \t]*)?\+?\d[\d ,#*()-]{8,}/;

/** Lines behind the first one that says how to join, where they are of its kind. */
export const readInvitations: Reader<null> = (said) => {
  const heads = said
    .freeHits('invitation.head')
    .filter(({ from }) => said.text.slice(0, from).trimEnd() === '' || startsLine(said.text, from));
  const [head] = heads;
  if (!head) return { found: null, claims: [] };
  const claims: Claim[] = [];
  const marks = [...heads, ...said.freeHits('invitation.line')].filter(({ from }) => startsLine(said.text, from));
  let from = 0;
  for (const line of said.text.split('\n')) {
    const to = from + line.length;
    const told = marks.some((one) => one.from >= from && one.from < to) || (from >= head.from && DIAL_IN.test(line));
    if (told) for (const part of freeParts(said, from, to)) claims.push({ ...part, kind: 'filler', note: 'how to join elsewhere' });
    from = to + 1;
  }
  return { found: null, claims };
};

const startsLine = (text: string, at: number): boolean => /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(text.slice(Math.max(0, at - 12), at));

/** A link in the line is claimed already. */
function freeParts(said: Utterance, from: number, to: number): Span[] {
  const parts: Span[] = [];
  let at = from;
  for (const one of said.claims.filter((claim) => claim.from < to && claim.to > from).sort((a, b) => a.from - b.from)) {
    if (one.from > at) parts.push({ from: at, to: one.from });
    at = Math.max(at, one.to);
  }
  if (at < to) parts.push({ from: at, to });
  return parts;
}
