/** What is to be done, and where it stands. */

import type { Intent } from '../../domain/intent.ts';
import { afterGap } from '../after-gap.ts';
import type { Utterance } from '../utterance.ts';
import type { ClauseMood } from './clause-mood.ts';
import { restOf } from './rest.ts';
import type { Sign } from './sign.ts';
import { isUnknownDeed } from './unknown-deed.ts';

/** The clauses that hold what is to be done, and those before them in a sentence that put a condition. */
export function operative(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): ClauseMood[] {
  const kinds = intent.want === 'book' ? ['time'] : ['command', 'slot', 'phone', 'label'];
  const spans = said.claims.filter((claim) => kinds.includes(claim.kind));
  const found = clauses.filter((clause) => spans.some((span) => span.from < clause.to && span.to > clause.from));
  if (found.length === 0) return [...clauses];
  return [...found, ...clauses.filter((one) => found.some((clause) => governs(one, clause)))];
}

const governs = (one: ClauseMood, clause: ClauseMood): boolean =>
  one.sentence === clause.sentence &&
  one.from < clause.from &&
  ((one.signs.has('if') && !one.signs.has('waits')) || (one.signs.has('asks') && !one.marked));

const TAKES_BACK: readonly Sign[] = [
  'refuses',
  'asks',
  'deliberates',
  'done',
  'if',
  'errand',
  'reports',
  'wishes',
  'parts',
  'past',
  'ongoing',
  'finite',
  'desires',
  'happens',
];

export function isOrder(said: Utterance, clause: ClauseMood, clauses: readonly ClauseMood[]): boolean {
  const { signs } = clause;
  // please list my meetings: asked for, and there already.
  const several = said.hitsIn('list.meetings', clause).length > 0;
  const asked = !several && clause.asked;
  const verb =
    signs.has('books') ||
    (signs.has('makes') && (signs.has('meeting') || signs.has('talks'))) ||
    (asked && signs.has('meeting') && !isUnknownDeed(said, clause)) ||
    (signs.has('makes') && isPlain(said, clause)) ||
    (signs.has('meets') && !signs.has('holds'));
  if (!verb || TAKES_BACK.some((sign) => signs.has(sign) && !(sign === 'deliberates' && signs.has('polite')))) return false;
  if (signs.has('others') && !signs.has('delegates')) return false;
  if (signs.has('thing')) return false;
  // 主管说周三要交，周四开会: what was said goes on.
  if (!signs.has('books') && !clause.asked && clauses.some((one) => goesOn(one, clause))) return false;
  return !clauses.some((one) => governs(one, clause));
}

const goesOn = (one: ClauseMood, clause: ClauseMood): boolean =>
  one.sentence === clause.sentence && one.from < clause.from && one.signs.has('reports') && !one.signs.has('polite');

/** Booked is a time, and nothing besides that could be something else. */
export function isPlain(said: Utterance, clause: ClauseMood, timed = true): boolean {
  const verb = ['mood.books', 'mood.makes', 'mood.meets'].map((role) => said.hitAt(role, clause.head)).find((hit) => hit !== undefined);
  const later = said.hits('mood.books').find((hit) => hit.from >= clause.head && hit.to <= clause.to);
  const from = (verb ?? later)?.to ?? clause.head;
  if (restOf(said, { from, to: clause.to }) === '') return true;
  // set something up with Anna
  if (timed && (said.hitAt('mood.one', from) || (later?.word.includes(' ') && said.hitAt('mood.along', afterGap(said.text, from)))))
    return true;
  return said.claimAt(afterGap(said.text, from))?.kind === 'time';
}
