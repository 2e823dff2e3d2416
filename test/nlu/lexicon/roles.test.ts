import { expect, it } from 'vitest';
import { lexicon } from '../../../src/nlu/lexicon/lexicon.ts';
import { askedOf, holdsAll, rolesOf } from '../../../src/nlu/lexicon/roles.ts';

const asked = (...sets: string[][]) => askedOf(sets.map((one) => new Set(one)));

it.each<[said: string[], asked: string[][], holds: boolean]>([
  [['cancel.verb'], [['cancel.verb']], true],
  [['cancel.verb'], [['move.verb']], false],
  [['cancel.verb', 'tail'], [['move.verb', 'cancel.verb'], ['tail']], true],
  [['cancel.verb'], [['move.verb', 'cancel.verb'], ['tail']], false],
  [['cancel.verb'], [], true],
  [[], [[]], false],
])('of %j a phrase that needs %j may hold: %j', (said, needs, holds) => {
  expect(holdsAll(rolesOf(said), asked(...needs))).toBe(holds);
});

it('every role of the lexicon is told from every other', () => {
  const roles = [...new Set(lexicon.map(({ role }) => role))];
  const wrong = roles.filter((role) => roles.filter((other) => holdsAll(rolesOf([other]), asked([role]))).length !== 1);
  expect(wrong).toEqual([]);
});
