/** What a language tells the reader of time: its words, how times are put together from them, and what must not stand beside them. */
import type { Lexeme, Worth } from '../lexicon/lexeme.ts';
import type { Company } from './company.ts';
import type { Says } from './readers/readers.ts';

/** What a guard makes of a match: no time at all, surely something else, only half sure, or a date that does not exist. */
export type Verdict = 'nothing' | 'stop' | 'weak' | 'no_such_date' | 'no_such_time';

/**
 * Holds where all that it names holds. Patterns, in which `{name}` stands for the words of a lexeme:
 * `after`, `before`: what stands right before and right after the match; `words`: what is found in the match itself.
 */
export interface Guard {
  after?: string;
  notAfter?: string;
  words?: string;
  notWords?: string;
  before?: string;
  notBefore?: string;
  /** How the match is written: without capitals, with some, or not all in capitals. */
  letters?: 'lower' | 'capital' | 'mixed';
  /** `nothing` where it is not said. */
  makes?: Verdict;
}

/**
 * A form in which something about time is said. In `is`, a regular expression, `{weekday}` stands for any word of the lexeme
 * `time.weekday` or for the piece of that name, `{wd=weekday}` also keeps what it is worth, `{a|b}` joins two lexemes, `_` is
 * a space or none, and a plain space is one or more where the language separates its words. A group may be named more than
 * once. Linear: no quantifier inside a quantifier over the same characters.
 */
export interface Shape {
  name: string;
  /** The reader that makes a time of it. */
  says: Says;
  is: string;
  /** What the words leave unsaid: worth of groups that did not match. */
  as?: Readonly<Record<string, Worth>>;
  unless?: readonly Guard[];
}

/** Part of a shape. `worth`: the lexeme that its words are looked up in; a number where there is none. */
export interface Piece {
  is: string;
  worth?: string;
}

/** Patterns for what the company of a time tells; what each one stands beside is said where it is used. Null: the language has none. */
export interface Cues {
  /** Behind a bare period (下周, 2026年) when it is a time and not the first half of a topic. */
  loose: string | null;
  /** Behind a feast that is a day: 国庆活动 is a topic. */
  alone: string | null;
  /** Before a length that is gone: 花了, took. */
  spent: string | null;
  /** Behind 11.25, 3/5: a version, a price, a share. */
  notDate: string | null;
  /** Behind 11.5: hours, not the 5th of November. */
  notDateUnit: string | null;
  /** Before 3/5: a date follows. */
  dateLed: string | null;
  /** Between day and number in 12-25: what makes it a date. */
  dashDate: string | null;
  /** Before a colon and 5-18: a date. */
  dateLabel: string | null;
  /** Behind a clock in digits: belongs to it. */
  clockEnd: string | null;
  /** Before and behind 2:1: a score. */
  ratio: string | null;
  ratioNext: string | null;
  /** Before 3p, and before and behind 930. */
  halfLed: string | null;
  threeLed: string | null;
  threeNext: string | null;
  /** Between pm and its hour's end: 3点, 半. */
  hourWord: string | null;
  halfWord: string | null;
  /** Before am and before a zone's letters: a clock has ended. */
  halfTail: string | null;
  clockTail: string | null;
  /** Behind a place or an offset: time. */
  timeWord: string | null;
  /** Behind 730: in the morning. */
  partAhead: string | null;
  /** Before a clock: a day or a part of one has ended. */
  dayEnd: string | null;
  /** Between two dates. */
  rangeWord: string | null;
  dayMark: string | null;
  dayMarkNot: string | null;
}
export type Cue = keyof Cues;

export interface TimeLocale {
  words: readonly Lexeme[];
  pieces: Readonly<Record<string, Piece>>;
  shapes: readonly Shape[];
  /** Alternatives joined with those of the other languages; `null` where a language has none. */
  cues: Cues;
  company: Company;
  /** Are words written apart from each other? */
  spaced: boolean;
}
