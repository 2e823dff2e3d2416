/** Is a meeting asked for. */
import type { Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';
import { BOOK, SHAPES } from './booking-words.ts';
import { wholeOf } from './whole.ts';

const WITHIN = phrase('( book.any complement? book.count? ANY? meeting.itself ) | book.meet');
const WHOLE = phrase('book.whole CLOSE');
const ASKED = phrase('( book.ask ANY ( meeting.en | book.slot ) ) | book.lets');

export const opensBooking = (said: Utterance, at: number): boolean => BOOK.some((one) => one.at(said, at, SHAPES) !== null);

const known = new WeakMap<Scene, boolean>();

/** A word that books, at a clause's start or anywhere in a short request. */
export function isBooking(scene: Scene): boolean {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const is = asksToBook(scene);
  known.set(scene, is);
  return is;
}

function asksToBook(scene: Scene): boolean {
  const { timed, starts, slots } = scene;
  if (starts.some((at) => opensBooking(timed, at)) || isAskedWithin(scene)) return true;
  // make @Bob the host of the sales call: the verb is the setting's.
  const changes = slots.changing === 'sure' || slots.changing === 'likely';
  return ASKED.find(scene.rescan(changes ? wholeOf(scene, 'slot') : wholeOf(scene))) !== null;
}

export function isAskedWithin(scene: Scene): boolean {
  const whole = scene.rescan(wholeOf(scene));
  return WITHIN.find(whole) !== null || WHOLE.at(whole, 0) !== null;
}
