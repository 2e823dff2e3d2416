/** Where a word about the meeting may begin and end in running text: 周会录制，… but not 录制设备. */
import type { Shapes } from '../phrase-shapes.ts';
import type { Utterance } from '../utterance.ts';

const LETTER = /[\p{L}\p{N}]/u;
const LATIN = /[\p{Script=Latin}\p{N}_]/u;

/** What is said next begins with one of these. */
const NEXT = ['slot.and', 'slot.particle', 'password.noun', 'host.noun', 'title.noun', 'access.only', 'slot.thanks'];

/** Does nothing run on at `at`. */
export function endsAt(said: Utterance, at: number): boolean {
  const next = said.text.charAt(at);
  if (!LETTER.test(next) || said.claimAt(at)) return true;
  if (LATIN.test(said.text.charAt(at - 1)) !== LATIN.test(next)) return true;
  return NEXT.some((role) => said.hitAt(role, at) !== undefined);
}

/** Does nothing run up to `at`. */
export function beginsAt(said: Utterance, at: number): boolean {
  const last = said.text.charAt(at - 1);
  return !LETTER.test(last) || said.claimAt(at - 1) !== undefined || said.hitEnding('slot.and', at) !== undefined;
}

export const EDGES: Shapes = { AFTER: (said, at) => (endsAt(said, at) ? at : null) };
