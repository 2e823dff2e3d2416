/** 为什么, what happened to this; 谁取消的, who changed this meeting: what became of a message, and who did what. */
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import { silent } from '../time/silent.ts';
import { which } from '../which.ts';
import { claim } from './clause.ts';
import { saysNothingElse } from './whole.ts';

const WHY = phrase('why.bit* why.ask ( why.ask | why.bit )* CLOSE');
const DEEDS = [
  '( deeds.bit | CLAIMED )* deeds.who ( deeds.bit | CLAIMED )* deeds.did ( deeds.bit | CLAIMED )* CLOSE',
  '( deeds.bit | CLAIMED )* deeds.did ( deeds.bit | CLAIMED )* deeds.who-is CLOSE',
].map(phrase);

export function readWhy(scene: Scene): readonly Candidate[] {
  const { said, starts } = scene;
  if (!saysNothingElse(scene)) return [];
  const match = WHY.at(said, starts[0] ?? 0);
  if (!match) return [];
  const claims = [claim('command', match, 'why')];
  return [
    {
      kind: 'why',
      strength: 'sure',
      claims,
      because: 'asks what became of it',
      build: () => ({ intent: { want: 'why' }, time: silent(), said: said.with(claims) }),
    },
  ];
}

export function readDeeds(scene: Scene): readonly Candidate[] {
  const { said, starts, number } = scene;
  if (!saysNothingElse(scene)) return [];
  const match = DEEDS.map((pattern) => pattern.at(said, starts[0] ?? 0)).find((one) => one !== null);
  if (!match) return [];
  const claims = [claim('command', match, 'deeds')];
  return [
    {
      kind: 'deeds',
      strength: 'sure',
      claims,
      because: 'asks who did it',
      build: () => ({ intent: { want: 'deeds', which: which(number, null, {}) }, time: silent(), said: said.with(claims) }),
    },
  ];
}
