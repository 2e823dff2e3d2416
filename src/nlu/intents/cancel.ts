/** 取消周会, call off the sync, 今天的会不开了. */
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import { claim, isDiscussed } from './clause.ts';
import { commanded } from './commanded.ts';

const HEAD = phrase('( verb=cancel.verb complement? | cancel.loose &( this | meeting.itself | DIGIT ) )');
const APART = phrase('call=cancel.call ANY off=cancel.apart &END');
const TAIL = phrase('hurry* ( cancel.verb complement* | cancel.off ) tail* &( END | thanks | cancel.reason ) !QUESTION');
const TOLD = phrase('be+ cancel.done &( END | thanks | tail ) !QUESTION');
const TOGETHER = phrase('cancel.call it cancel.apart &END');

export function readCancel(scene: Scene): readonly Candidate[] {
  const { said, starts, slots } = scene;
  if (slots.label?.changing) return [];
  for (const at of starts) {
    const head = HEAD.at(said, at);
    if (head) return [cancel(scene, [head])];
    const apart = APART.at(said, at);
    if (apart?.parts['call'] && apart.parts['off']) return [cancel(scene, [apart.parts['call'], apart.parts['off']])];
  }
  const tail = TOLD.find(said) ?? TAIL.find(said) ?? TOGETHER.find(said);
  return tail && !isDiscussed(scene, tail.from) ? [cancel(scene, [tail])] : [];
}

function cancel(scene: Scene, spans: readonly { from: number; to: number }[]): Candidate {
  const claims = spans.map((span) => claim('command', span, 'cancel'));
  return {
    kind: 'cancel',
    strength: 'sure',
    claims,
    because: 'a word that cancels',
    build: () =>
      commanded(scene, claims, { qualifier: scene.time, intent: (which) => ({ want: 'cancel', which }), time: scene.time.reading }),
  };
}
