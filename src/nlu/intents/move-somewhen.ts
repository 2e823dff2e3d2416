/** 周会改天, postpone the sync: that it is moved, and not where to. */

import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene, Strength } from '../candidate.ts';
import { type Match, type Phrase, phrase } from '../phrase.ts';
import type { Span } from '../time/prepare.ts';
import { MEETING_WORDS, type Utterance } from '../utterance.ts';
import { claim, endsAt, isDiscussed, timeShapes } from './clause.ts';
import { commanded } from './commanded.ts';
import { STARTS } from './move-meant.ts';
import { target } from './move-target.ts';

const SOMEWHEN = phrase('verb=move.strong');

/** move the sync from Wednesday: away from there, and nobody says where to. */
const AWAY = phrase('verb=move.start ANY? from TIME tail* CLOSE');
const VAGUE = phrase('verb=move.vague complement?');
const ALONE = phrase('verb=move.alone ( bit | meeting.formal | tail )?');

/** 把周会挪晚点, 周会往后挪一下: somewhat later, nobody says when. */
const NUDGED = [
  phrase('verb=( move.verb ( move.nudge | bit )* move.nudge ( bit | complement )* ) tail* CLOSE'),
  phrase('verb=( move.nudge move.verb ( move.nudge | bit | complement )* ) tail* CLOSE'),
  phrase('take ANY verb=( move.verb ( bit | complement )* ) tail* CLOSE'),
];

/** can it be a bit later, 可以晚一点吗 */
const MAY_BE = phrase('verb=( move.may ( it | this | we ) ( it.be | move.open )? bit? direction ) tail* CLOSE');
const CAN_BE = phrase('verb=( can move.nudge+ ( start.verb | complement )* ) ( ask.yes | tail )+ CLOSE');
const NUDGED_OBJECT = phrase('verb=move.start ANY? way=( bit? direction ) tail* CLOSE');
const EMPTY = phrase('END | CLAIMED');

/** 明天的会能推迟吗 */
const KINDLY = phrase('( ask.yes | tail )+ CLOSE');

/** 周会推迟: a form asks where to. */
export function readVague(scene: Scene): Candidate | null {
  const { said, starts } = scene;
  for (const at of starts) {
    const found = SOMEWHEN.at(said, at) ?? (at === starts[0] ? vagueAt(said, at, VAGUE) : null);
    if (found) return somewhen(scene, [found], null);
  }
  for (const at of starts) {
    const { verb } = AWAY.at(said, at, timeShapes(scene))?.parts ?? {};
    if (verb && !said.hitAt('move.open', at) && !said.hitAt('move.change', at)) return somewhen(scene, [verb], null);
  }
  for (const at of starts) {
    const { verb, way } = NUDGED_OBJECT.at(said, at)?.parts ?? {};
    if (verb && way && !said.hitAt('move.change', at)) return somewhen(scene, [verb, way], null);
  }
  for (const at of [0, ...starts]) {
    const may = MAY_BE.at(said, at) ?? CAN_BE.at(said, at);
    if (may) return somewhen(scene, [may.parts['verb']!], null);
  }
  const [nudged] = NUDGED.flatMap((one) => one.find(said) ?? []).sort((a, b) => a.from - b.from);
  if (nudged && !isDiscussed(scene, nudged.from)) return somewhen(scene, [nudged.parts['verb']!], null);
  const alone = ALONE.find(said);
  if (!alone || isDiscussed(scene, alone.from)) return null;
  const able = said.hitEnding('can', alone.from);
  if (able && KINDLY.at(said, alone.to)) return somewhen(scene, [{ from: able.from, to: alone.to }], null);
  const ends = EMPTY.at(said, alone.to) !== null || said.text[alone.to] === ' ';
  if (!ends || !(starts.includes(alone.from) || endsAt(said, alone.to))) return null;
  const split = /^[,，:\s]/.test(said.text.slice(alone.to)) ? alone.to : null;
  // 换个时间，周六去爬山: what is done then is no meeting.
  const last = scene.time.spans.at(-1);
  if (split !== null && starts[0] === alone.from && last && last.from >= split && STARTS.at(said, last.to) === null && !namesAny(said))
    return null;
  return somewhen(scene, [alone], split);
}

const namesAny = (said: Utterance): boolean => said.anyIn([...MEETING_WORDS, 'meeting.en', 'this']);

const TALKED_OF = 12;

function vagueAt(said: Utterance, at: number, pattern: Phrase): Match | null {
  const match = pattern.at(said, at);
  const after = match?.to ?? 0;
  const talked = said.hits('move.topic').some((hit) => hit.from >= after && hit.to <= after + TALKED_OF);
  return match && !talked ? match : null;
}

function somewhen(scene: Scene, command: readonly Span[], split: number | null): Candidate {
  if (split !== null) return { ...target(scene, { command, split }), kind: 'move.somewhen', strength: 'likely' satisfies Strength };
  const claims = command.map((span) => claim('command', span, 'move'));
  return {
    kind: 'move.somewhen',
    strength: 'likely',
    claims,
    because: 'a word that moves',
    build: () =>
      commanded(scene, claims, {
        qualifier: scene.read(scene.said.with(claims).claims),
        intent: (which, also) => ({ want: 'move', which, time: silent(), shift: null, ...also }),
        time: { ...silent(), minutes: scene.time.reading.minutes },
      }),
  };
}
