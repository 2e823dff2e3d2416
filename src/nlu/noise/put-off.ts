/** 取消吧，下周再说; 今天的取消，明天照常: what is seen to later, or stays, says nothing of the meeting that is meant. Marked before anything is read. */
import { phrase } from '../phrase.ts';
import type { Reader } from '../utterance.ts';

const LATER = ['put-off.later', 'put-off.stays'].map((role) => phrase(`COMMA ${role} tail* CLOSE | COMMA ANY ${role} tail* CLOSE`));
const BESIDE = ['cancel.verb', 'cancel.off', 'cancel.needless', 'move.alone'];
const LONGEST = 12;

export const readPutOff: Reader<null> = (said) => {
  if (!said.has('put-off.later', 'put-off.stays') || !said.has(...BESIDE)) return { found: null, claims: [] };
  const found = LATER.flatMap((one) => one.all(said)).find(({ from, to }) => to - from <= LONGEST);
  return { found: null, claims: found ? [{ from: found.from, to: found.to, kind: 'filler' }] : [] };
};
