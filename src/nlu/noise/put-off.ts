/** 取消吧，下周再说; 今天的取消，明天照常: what is seen to later, or stays, says nothing of the meeting that is meant. Marked before anything is read. */
import { afterGap } from '../after-gap.ts';
import { leadAt } from '../filler.ts';
import { phrase } from '../phrase.ts';
import type { Span } from '../time/prepare.ts';
import { type Claim, MEETING_WORDS, type Reader, type Utterance } from '../utterance.ts';

/** The note of such a clause. */
export const ASIDE = 'said beside';

const LATER = ['put-off.later', 'put-off.stays'].map((role) => phrase(`COMMA ${role} tail* CLOSE | COMMA ANY ${role} tail* CLOSE`));
const BESIDE = ['cancel.verb', 'cancel.off', 'cancel.needless', 'move.alone'];
const LONGEST = 12;
/** 改到周三，时间不变 */
const SAME = phrase('COMMA put-off.same tail* CLOSE');
/** 30分钟不够用，改成1小时 */
const SHORT = phrase('length=LENGTH put-off.short le? tail* COMMA');
const MOVES = [...BESIDE, 'move.verb', 'move.head', 'move.direct', 'move.shift'];

/** my flight's late so please push the 2pm: why, and then what is asked for. */
function reasonBefore(said: Utterance): Span | null {
  const [so] = said.freeHits('put-off.so');
  if (!so || so.from === 0 || said.anyIn(NAMED, { to: so.from }) || /\d/.test(said.text.slice(0, so.from))) return null;
  const next = afterGap(said.text, so.to);
  const asks = leadAt(said, next) ?? ORDERS.map((role) => said.hitAt(role, next)).find(Boolean);
  return asks ? { from: 0, to: so.to } : null;
}
const NAMED = [...MEETING_WORDS, 'meeting.en'];
const ORDERS = [...MOVES, 'cancel.verb', 'move.start', 'extend.strong'];

export const readPutOff: Reader<null> = (said) => {
  const aside = (from: number, to: number): Claim => ({ from, to, kind: 'filler', note: ASIDE });
  const claims: Claim[] = [];
  if (said.has('put-off.later', 'put-off.stays') && said.has(...BESIDE)) {
    const found = LATER.flatMap((one) => one.all(said)).find(({ from, to }) => to - from <= LONGEST);
    if (found) claims.push(aside(found.from, found.to));
  }
  const same = said.has(...MOVES) ? SAME.find(said) : null;
  if (same) claims.push(aside(same.from, same.to));
  const short = said.has('put-off.short') ? SHORT.find(said) : null;
  if (short) claims.push(aside(short.from, short.to));
  const why = reasonBefore(said);
  if (why) claims.push(aside(why.from, why.to));
  return { found: null, claims };
};
