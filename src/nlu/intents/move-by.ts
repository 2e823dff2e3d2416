/** 推迟半小时, push it back by 30 minutes: by how much is said. */

import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { amountAt } from '../entities/duration.ts';
import { type Match, phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import type { Part } from '../phrase-steps.ts';
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';
import { claim, endsAt, isDiscussed, timeShapes } from './clause.ts';
import { commanded } from './commanded.ts';
import { target } from './move-target.ts';

const SHIFTED = phrase(
  'time.word? ( verb=move.shift complement? length=LENGTH | verb=move.shift-next complement? length=LENGTH tail* END )',
);

const LATE = phrase('verb=move.late complement? length=LENGTH');
const SETTLED = phrase('COMMA? ( move.settled? ( from ANY )? move.verb? to | move.settled ) &CLOCK');
const NEW_START = phrase('COMMA &( CLOCK start.verb? tail* CLOSE )');
const APART = phrase('COMMA ANY? CLOCK ( we | again )* meet.verb');
const SHIFTED_BY = phrase('verb=( moved.be? moved.verb direction? ) tail=( by length=LENGTH )');
const SHIFT_OVER = phrase('verb=move.shift ANY length=LENGTH');

const PUSHED = phrase(
  [
    'verb=move.start near=direction? ANY? ( far=direction by=by? length=AMOUNT after=direction? | by=by length=AMOUNT after=direction? | length=LENGTH after=direction )',
    'verb=move.start near=direction ANY? length=LENGTH',
    'verb=move.by ANY? length=LENGTH',
    'verb=move.by it length=AMOUNT',
    'verb=( move.hold | move.make ) move.the ANY? length=LENGTH after=direction',
  ].join(' | '),
);

// A shift, in either order: 推迟半小时, push it back by 30 minutes.
export function readShift(scene: Scene): Candidate | null {
  const { said, starts } = scene;
  const shapes = timeShapes(scene);
  for (const match of [...SHIFTED.all(said), ...lateOnes(said)]) {
    const { verb, length } = match.parts;
    if (!verb || !length || isDiscussed(scene, match.from) || said.hitAt('move.back', match.to)) continue;
    // 延后半小时结束 is an extension.
    if (said.hitAt('end.verb', match.to)) continue;
    const settled = SETTLED.at(said, match.to, shapes) ?? NEW_START.at(said, match.to, shapes);
    if (settled && said.free(match.to, settled.to))
      return target(scene, { command: [{ from: match.from, to: settled.to }], split: settled.to, by: match });
    if (APART.at(said, match.to, shapes)) continue;
    const start = said.hitAt('start.verb', match.to);
    return shift(scene, [{ from: match.from, to: start?.to ?? match.to }], minutesOf(said, length) * Number(verb.hit?.worth));
  }
  const by = SHIFTED_BY.find(said);
  if (by) {
    const back = said.hits('direction').some((hit) => hit.worth !== 1 && hit.from >= by.from && hit.to <= by.to);
    const minutes = minutesOf(said, by.parts['length']!);
    return shift(scene, [by.parts['verb']!, by.parts['tail']!], back ? -minutes : minutes);
  }
  const amounts: Shapes = { AMOUNT: (said, at) => amountAt(said, at)?.to ?? null };
  for (const at of starts) {
    const over = SHIFT_OVER.at(said, at);
    if (over?.parts['length'] && endsAt(said, over.to))
      return shift(
        scene,
        [over.parts['verb']!, over.parts['length']],
        minutesOf(said, over.parts['length']) * Number(over.parts['verb']!.hit?.worth),
      );
    const pushed = PUSHED.at(said, at, amounts);
    if (pushed) return push(scene, pushed);
  }
  return null;
}

/** 晚半小时 only where nothing but a meeting stands before it, and nobody arrives behind it. */
const lateOnes = (said: Utterance): Match[] =>
  LATE.all(said).filter(
    ({ from, to }) =>
      (from === 0 && !said.hitAt('move.arrives', to)) ||
      (said.hitAt('start.verb', to) && /[,，\s]$/.test(said.text.slice(0, from))) ||
      ['meeting.itself', 'can'].some((role) => said.hitEnding(role, from)),
  );

function push(scene: Scene, { from, parts }: Match): Candidate | null {
  const { said } = scene;
  const { verb, near, far, by, length, after } = parts;
  if (!verb || !length || said.hitAt('move.change', from)) return null;
  const ways = [near, far, after].flatMap((part) => part?.hit?.worth ?? []);
  const forward = ways.includes('forward') && said.hitAt('move.bring', from) !== undefined;
  const early = ways.includes(-1) || forward || said.hitAt('move.early', from) !== undefined;
  const tail: Part = { from: far?.from ?? by?.from ?? length.from, to: after?.to ?? length.to };
  const minutes = minutesOf(said, length);
  return shift(scene, [{ from, to: near?.to ?? verb.to }, tail], early ? -minutes : minutes);
}

const minutesOf = (said: Utterance, length: Span): number => amountAt(said, length.from)?.minutes ?? 0;

function shift(scene: Scene, spans: readonly Span[], minutes: number): Candidate {
  const claims = spans.map((span) => claim('command', span, 'move'));
  return {
    kind: 'move.by',
    strength: 'sure',
    claims,
    because: 'a word that moves, and by how much',
    build: () =>
      commanded(scene, claims, {
        qualifier: scene.read(scene.said.with(claims).claims),
        intent: (which, also) => ({ want: 'move', which, time: silent(), shift: minutes, ...also }),
        time: { ...silent(), minutes: scene.time.reading.minutes },
      }),
  };
}
