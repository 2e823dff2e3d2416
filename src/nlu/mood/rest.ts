/** What an order is about, and what a bare request consists of. */
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';

const SMALL: ReadonlySet<string> = new Set(
  ['light', 'polite', 'closes', 'self', 'we', 'opens', 'polite-last', 'kindly-if', 'answers', 'with', 'filling'].map(
    (name) => `mood.${name}`,
  ),
);

/** The words of a stretch that nobody understood and that are not small words. */
export function restOf(said: Utterance, { from, to }: Span): string {
  let rest = '';
  let at = from;
  while (at < to) {
    const claim = said.claimAt(at);
    if (claim) {
      rest += ' ';
      at = Math.max(at + 1, claim.to);
      continue;
    }
    let end = at;
    for (const hit of said.hitsAt(at)) if (hit.to <= to && hit.to > end && SMALL.has(hit.role)) end = hit.to;
    rest += end > at ? ' ' : said.text[at]!;
    at = end > at ? end : at + 1;
  }
  return rest.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim();
}
