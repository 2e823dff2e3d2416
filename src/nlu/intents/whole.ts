/** The message as a whole, for readers to whom only all of it means something. */
import type { Scene } from '../candidate.ts';
import { freeText } from '../gist.ts';

export const saysNothingElse = ({ slots }: Scene): boolean => slots.changing === null && !slots.label && !slots.quote;

/** The message without mentions and quoted names. */
export const wholeOf = (scene: Scene): string =>
  freeText(scene.said, (one) => one.kind === 'bot' || one.kind === 'mention' || one.kind === 'quote' || one.kind === 'topic').trim();
