/** Places and shapes that stand in phrases beside the words of roles. */
import { lengthAt } from './entities/duration.ts';
import type { Kind, Utterance } from './utterance.ts';

/** Where the shape that begins at `at` ends; null where it does not stand. */
export type Shape = (said: Utterance, at: number) => number | null;

export type Shapes = Readonly<Record<string, Shape>>;

export const STOPS = ',，、。.;；:：!！?？~～…()（）\n';
const MARK = new RegExp(`[${STOPS}]`);
const ASIDES: readonly Kind[] = ['bot', 'mention', 'filler', 'attendees'];
const isAside = (said: Utterance, at: number): boolean => ASIDES.includes(said.claimAt(at)?.kind ?? 'command');

/** 1:1, 3.5: a mark inside of a number parts nothing. */
const isInNumber = (text: string, at: number): boolean =>
  /^\.\d/.test(text.slice(at, at + 2)) || /^\d:\d/.test(text.slice(Math.max(0, at - 1), at + 2));

const letter =
  (pattern: RegExp): Shape =>
  (said, at) =>
    at < said.text.length && pattern.test(said.text[at]!) ? at + 1 : null;

export const SHAPES: Shapes = {
  /** Nothing more in this clause. */
  END: (said, at) => (at >= said.text.length || (MARK.test(said.text[at]!) && !isInNumber(said.text, at)) || isAside(said, at) ? at : null),
  /** Nothing more in the message but marks and whom it is said to. */
  CLOSE: (said, at) => {
    let to = at;
    for (;;) {
      while (to < said.text.length && /[\s,，、。.;；!！?？~～]/.test(said.text[to]!)) to += 1;
      if (to >= said.text.length) return at;
      if (!isAside(said, to)) return null;
      to = said.claimAt(to)!.to;
    }
  },
  START: (said, at) => (at === 0 || MARK.test(said.text[at - 1]!) ? at : null),
  /** Something understood already. */
  CLAIMED: (said, at) => said.claimAt(at)?.to ?? null,
  LENGTH: (said, at) => {
    // 10am has no "a m", and "and" no "an d".
    if (/\w\w/.test(said.text.slice(at - 1, at + 1))) return null;
    const length = lengthAt(said.text, at);
    return length && said.free(at, length.to) && !/^[a-z]+$/i.test(said.text.slice(at, length.to)) ? length.to : null;
  },
  HAN: letter(/\p{Script=Han}/u),
  LATIN: letter(/[A-Za-z]/),
  DIGIT: letter(/\d/),
  COMMA: letter(/[,，、;；:：]/),
  QUESTION: letter(/[?？]/),
  COLON: letter(/[:：]/),
};
