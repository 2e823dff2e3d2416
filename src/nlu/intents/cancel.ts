/** 取消周会, call off the sync, 今天的会不开了. */

import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Shape } from '../phrase-shapes.ts';
import { isPointedAt } from '../pointed.ts';
import { MEETING_WORDS } from '../utterance.ts';
import { claim, isAskedFor, isDiscussed, timeShapes } from './clause.ts';
import { commanded } from './commanded.ts';

const HEAD = phrase(
  '( verb=cancel.verb complement? | cancel.loose &( this | meeting.itself | DIGIT | mood.meeting ( END | TIME | tail ) | POINTED ( END | tail ) | which.week ANY? ( meeting.itself | mood.meeting ) | TIME ANY? ( meeting.itself | mood.meeting ) ) )',
);
const APART = phrase('call=cancel.call ANY off=cancel.apart &END');
const TAIL = phrase('hurry* ( cancel.verb complement* | cancel.off ) tail* &( END | thanks | cancel.reason ) !QUESTION');
const TOLD = phrase('be+ cancel.done &( END | thanks | tail ) !QUESTION');
/** 周五那场不用了, 每周例会停掉, we no longer need the 5pm call: said of something, not alone. */
const NEEDLESS = phrase('hurry* cancel.needless tail* &( END | thanks ) !QUESTION');
const NO_NEED = phrase('verb=( ( we | mood.self )? cancel.no-need ) &( this | meeting.itself | DIGIT )');
/** no need for the 5pm */
const NO_NEED_FOR = phrase('verb=cancel.no-need-for &( POINTED tail* END )');
/** 能把周会取消掉吗: asked kindly. */
const KINDLY = phrase('verb=( cancel.verb complement* ) ( ask.yes | tail )+ CLOSE');
/** 不开评审了 */
const NOT_HELD = phrase('verb=cancel.not-held ANY off=le tail* CLOSE');
const STOPPED = phrase('verb=cancel.stop ANY series.all END');
const TOGETHER = phrase('cancel.call it cancel.apart &END');

export function readCancel(scene: Scene): readonly Candidate[] {
  const { said, starts, behind, slots } = scene;
  if (slots.label?.changing) return [];
  const shapes = { ...timeShapes(scene), POINTED: pointedShape(scene) };
  for (const at of starts) {
    const head = HEAD.at(said, at, shapes);
    if (head) return [cancel(scene, [head.parts['verb'] ?? head])];
    const off = notHeld(scene, at);
    if (off) return [off];
    const stopped = STOPPED.at(said, at)?.parts['verb'];
    if (stopped) return [cancel(scene, [stopped])];
    const needless = NO_NEED.at(said, at) ?? NO_NEED_FOR.at(said, at, shapes);
    if (needless?.parts['verb']) return [cancel(scene, [needless.parts['verb']])];
    const apart = APART.at(said, at);
    if (apart?.parts['call'] && apart.parts['off']) return [cancel(scene, [apart.parts['call'], apart.parts['off']])];
  }
  for (const at of behind) {
    const off = notHeld(scene, at);
    if (off) return [off];
    const head = HEAD.at(said, at, shapes);
    // 明天的取消, 现在全部取消: nothing behind it is read from its end.
    if (head && said.text.slice(head.to).trim() !== '') return [cancel(scene, [head.parts['verb'] ?? head])];
  }
  const kindly = KINDLY.find(said);
  if (kindly && isAskedFor(said, kindly.from) && !isDiscussed(scene, kindly.from)) return [cancel(scene, [kindly])];
  const tail = TOLD.find(said) ?? TAIL.find(said) ?? TOGETHER.find(said) ?? needlessIn(scene);
  return tail && !isDiscussed(scene, tail.from) ? [cancel(scene, [behindAll(scene, tail)])] : [];
}

/** tomorrow's 9:30 */
const pointedShape =
  ({ time }: Scene): Shape =>
  (said, at) =>
    time.spans.find((span) => span.from <= at && span.to > at && isPointedAt(said, span))?.to ?? null;

function notHeld(scene: Scene, at: number): Candidate | null {
  const { verb, off } = NOT_HELD.at(scene.said, at)?.parts ?? {};
  return verb && off ? cancel(scene, [verb, off]) : null;
}

/** 周会以后都不开了: the 都 is of 以后都. */
function behindAll({ said }: Scene, tail: { from: number; to: number }): { from: number; to: number } {
  const all = said.hits('series.all').find(({ from, to }) => from < tail.from && to > tail.from);
  return all ? { from: all.to, to: tail.to } : tail;
}

function needlessIn({ said, timed }: Scene): { from: number; to: number } | null {
  const found = NEEDLESS.find(said);
  if (!found) return null;
  const before =
    said.text
      .slice(0, found.from)
      .split(/[,，。;；!！?？\n]/)
      .at(-1) ?? '';
  const named = timed.claims.some((one) => one.kind === 'time' && one.to <= found.from) || said.anyIn(MEETING_WORDS, { to: found.from });
  return named && before.trim() !== '' ? found : null;
}

function cancel(scene: Scene, spans: readonly { from: number; to: number }[]): Candidate {
  const claims = spans.map((span) => claim('command', span, 'cancel'));
  return {
    kind: 'cancel',
    strength: 'sure',
    claims,
    because: 'a word that cancels',
    build: () =>
      commanded(scene, claims, {
        qualifier: scene.read(scene.said.with(claims).claims),
        intent: (which, { all }) => ({
          want: 'cancel',
          which,
          // 每周例会停掉: a rule is no time of one meeting.
          ...(all || scene.time.reading.rrule !== null ? { all: true as const } : {}),
        }),
        time: scene.time.reading,
      }),
  };
}
