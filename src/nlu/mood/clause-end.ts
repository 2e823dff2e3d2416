/** What the end of a clause says of it. */
import { afterGap } from '../after-gap.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Utterance } from '../utterance.ts';
import type { Clause } from './clauses.ts';
import { role, type Sign } from './sign.ts';

export function readEnd(said: Utterance, clause: Clause, signs: Set<Sign>, within: (name: string, from?: number) => readonly Hit[]): void {
  const end = lastWord(said, clause);
  const any = (name: string): boolean => said.hitsIn(role(name), { from: clause.from, to: end }).length > 0;
  const urged = said.hitAt(role('urges'), end) || any('not') || any('refuses') || any('disposes');
  if (said.hitEnding(role('done'), end) && !urged) signs.add('done');
  if (said.hitEnding(role('books-last'), end)) signs.add('books');
  const last = said.hitEnding(role('asks-last'), end);
  if (!last || last.from < clause.from || said.hitEnding(role('polite-last'), end)) return;
  // 明天的会能推迟吗
  const able = said.claims.some(
    ({ kind, from }) => kind === 'command' && from >= clause.from && from < clause.to && said.hitAt('can', from),
  );
  if (signs.has('polite') || signs.has('wonders') || able || within('wonders').length > 0) signs.add('wonders');
  else signs.add('asks');
}

/** The standup, 产品评审, a call with Bob: the name ends here. */
export function endsName(said: Utterance, clause: Clause, last: Hit): boolean {
  const next = afterGap(said.text, last.to);
  if (next >= clause.to || said.claimAt(next) || !/\p{L}/u.test(said.text.charAt(next))) return true;
  if (next > last.to && !/\p{Script=Latin}/u.test(said.text.charAt(next))) return true;
  return ['filling', 'opens', 'closes', 'light', 'polite-last'].some((name) => said.hitAt(role(name), next));
}

/** The end of the clause without what only closes it. */
function lastWord(said: Utterance, clause: Clause): number {
  let to = clause.to;
  for (let turn = 0; turn < 6; turn += 1) {
    while (to > clause.from && /[\s~～…)）"”]/.test(said.text[to - 1]!)) to -= 1;
    const hit = said.hitEnding(role('closes'), to);
    if (!hit || hit.from < clause.from) return to;
    to = hit.from;
  }
  return to;
}
