/** Something is to be done with a meeting that is there, and nobody knows what: can you nuke tomorrow's standup, 帮我把晨会咔嚓了. */
import { afterGap } from '../after-gap.ts';
import { MEETING_WORDS, type Utterance } from '../utterance.ts';
import type { ClauseMood } from './clause-mood.ts';

const BOOKS = ['mood.books', 'mood.makes', 'mood.meets', 'mood.holds', 'mood.opens', 'book.any', 'book.en', 'book.make'];
/** A verb and what belongs to it: do away with. */
const MOST_WORDS = 3;
const WORD = /[a-z][\w'-]*/iy;

export function isUnknownDeed(said: Utterance, clause: ClauseMood): boolean {
  // I need …: a thing stands behind it, let's …: what we do.
  const asked = clause.signs.has('polite') || clause.signs.has('wonders');
  if (!asked || clause.signs.has('wants') || clause.signs.has('lets')) return false;
  return isDisposed(said, clause) || isDoneTo(said, clause);
}

/** 把明天的晨会…: what stands behind 把 is there already, unless a verb that books follows. */
function isDisposed(said: Utterance, clause: ClauseMood): boolean {
  const disposes = said.hitsIn('mood.disposes', clause)[0];
  if (!disposes) return false;
  const rest = { from: disposes.to, to: clause.to };
  return !said.anyIn(BOOKS, rest) && said.anyIn(MEETING_WORDS, rest);
}

/** A verb that is none of ours, and behind it the meeting, that 4pm call, tomorrow's standup. */
function isDoneTo(said: Utterance, clause: ClauseMood): boolean {
  // would you mind booking …: the word began before.
  const known = (role: string): boolean => said.hits(role).some((hit) => hit.from <= clause.head && hit.to > clause.head);
  if ([...BOOKS, 'mood.opens-ordered'].some(known)) return false;
  let at = clause.head;
  for (let words = 0; words <= MOST_WORDS && at < clause.to; words += 1) {
    if (words > 0 && isDefinite(said, at)) return said.anyIn(MEETING_WORDS, { from: at, to: clause.to });
    WORD.lastIndex = at;
    const word = WORD.exec(said.text);
    if (!word || said.claimAt(at) || said.hitAt('mood.meeting', at)) return false;
    at = afterGap(said.text, at + word[0].length);
  }
  return false;
}

function isDefinite(said: Utterance, at: number): boolean {
  if (said.hitAt('mood.definite', at)) return true;
  const claim = said.claimAt(at);
  return claim?.kind === 'time' && said.hitAt('mood.owns', claim.to) !== undefined;
}
