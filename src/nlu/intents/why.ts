/** 为什么, what happened to this; 谁取消的, who changed this meeting: what became of a message, and who did what. */

import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import { spanText } from '../slots/trim.ts';
import { type Claim, MEETING_WORDS, type Utterance } from '../utterance.ts';
import { which } from '../which.ts';
import { claim, endOf } from './clause.ts';
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

const NAME_ENDS = endOf(MEETING_WORDS);

/** `NAMED`: a meeting's name ends here. */
const NAMED: Shapes = {
  NAMED: (said, at) => (NAME_ENDS(said, said.text.slice(0, at).trimEnd().length) === null ? null : at),
};

const NAME = 'name=ANY NAMED deeds.bit*';
/** 谁取消了|预算会, who moved the|budget review; 预算会|是谁取消的; 谁把|预算会|取消了 */
const NAMING = [
  `( deeds.bit | CLAIMED )* deeds.who deeds.bit* deeds.did deeds.bit* ${NAME} CLOSE`,
  `deeds.bit* ${NAME} deeds.who deeds.bit* deeds.did deeds.bit* CLOSE`,
  `deeds.bit* deeds.who deeds.bit+ ${NAME} deeds.did deeds.bit* CLOSE`,
].map(phrase);

interface Asked {
  claims: Claim[];
  /** Which meeting's; null: none was named. */
  name: string | null;
}

export function readDeeds(scene: Scene): readonly Candidate[] {
  const { said, starts, number } = scene;
  const asked = askedAfter(scene, starts[0] ?? 0);
  if (!asked) return [];
  const { claims, name } = asked;
  return [
    {
      kind: 'deeds',
      strength: 'sure',
      claims,
      because: 'asks who did it',
      build: () => ({ intent: { want: 'deeds', which: which(number, name, {}) }, time: silent(), said: said.with(claims) }),
    },
  ];
}

function askedAfter(scene: Scene, from: number): Asked | null {
  const { said, slots } = scene;
  if (slots.changing !== null || slots.label) return null;
  const whole = DEEDS.map((pattern) => pattern.at(said, from)).find((one) => one !== null);
  if (whole) return { claims: [claim('command', whole, 'deeds')], name: slots.quote ? spanText(said, slots.quote) : null };
  return slots.quote ? null : named(said, from);
}

/** With the name of a meeting: one that ends like a meeting's, for all sorts of things are moved and cancelled. */
function named(said: Utterance, from: number): Asked | null {
  for (const pattern of NAMING) {
    const match = pattern.at(said, from, NAMED);
    const span = match?.parts['name'];
    if (!match || !span) continue;
    const name = said.original(span.from, span.to).trim();
    const around = [
      { from: match.from, to: span.from },
      { from: span.to, to: match.to },
    ].filter((one) => one.to > one.from);
    if (name.length <= LONGEST_NAME) return { claims: around.map((one) => claim('command', one, 'deeds')), name };
  }
  return null;
}

const LONGEST_NAME = 40;
