/** The message as a whole, for readers to whom only all of it means something. */
import type { Scene } from '../candidate.ts';
import { freeText } from '../gist.ts';
import type { Claim } from '../utterance.ts';

export const saysNothingElse = ({ slots }: Scene): boolean => slots.changing === null && !slots.label && !slots.quote;

const BESIDE: readonly Claim['kind'][] = ['bot', 'mention', 'quote', 'topic'];

/** The message without mentions and quoted names, and without `more` of what was read. */
export const wholeOf = (scene: Scene, ...more: readonly Claim['kind'][]): string =>
  freeText(scene.said, ({ kind }) => BESIDE.includes(kind) || more.includes(kind)).trim();
