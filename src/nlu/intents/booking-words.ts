/** Words that ask for a meeting, where they begin a clause. */
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';

export const BOOK = [
  phrase('book.counted complement? book.count of?'),
  phrase('book.verb complement?'),
  phrase('book.plain complement? &( END | CLAIMED | _SPACE | meeting.itself )'),
  phrase(
    'book.open &( ANY ( meeting.itself | mood.meeting ) ( END | CLAIMED | tail ) | mood.meeting ( END | CLAIMED | tail ) | LATIN | DIGIT )',
  ),
  phrase(
    'book.plain complement &( ANY ( meeting.itself | mood.meeting ) ( END | CLAIMED | tail ) | mood.meeting ( END | CLAIMED | tail ) )',
  ),
  phrase('book.create complement? &( ANY ( meeting.itself | mood.meeting ) ( END | CLAIMED | tail ) )'),
  phrase('book.interview &interview'),
  phrase('book.en ( book.for )? !APOSTROPHE'),
  phrase('START book.head &( mood.meeting ( CLAIMED | END ) )'),
  phrase('book.make &( book.for? ( article | meeting.en ) ) book.for?'),
];
export const SHAPES = {
  SPACE: (said: Utterance, at: number) => (/^\s/.test(said.text.slice(at)) ? at : null),
  APOSTROPHE: (said: Utterance, at: number) => (said.text[at] === "'" ? at : null),
};
