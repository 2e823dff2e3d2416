/** 取消吧，下周再说: what is to be seen to later says nothing of the meeting. Marked before anything is read. */
import { phrase } from '../phrase.ts';
import type { Reader } from '../utterance.ts';

const LATER = phrase('COMMA &( ANY put-off.later ) ANY put-off.later tail* CLOSE | COMMA put-off.later tail* CLOSE');
const BESIDE = ['cancel.verb', 'cancel.off', 'cancel.needless', 'move.alone'];
const LONGEST = 12;

export const readPutOff: Reader<null> = (said) => {
  if (!said.has('put-off.later') || !said.has(...BESIDE)) return { found: null, claims: [] };
  const found = LATER.all(said).find(({ from, to }) => to - from <= LONGEST);
  return { found: null, claims: found ? [{ from: found.from, to: found.to, kind: 'filler' }] : [] };
};
