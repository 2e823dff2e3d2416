/** A sentence by name. Types only. */
import type { Millis, Zone } from './time.ts';

/** A value inside a sentence. Strings are people's text and are escaped wherever they go; a zone alone is its name, a rule its words. */
export type SayArg = string | number | { at: Millis; zone: Zone } | { user: string } | { zone: Zone } | { rrule: string } | readonly Say[];

/**
 * Every sentence and what it needs; null: nothing. The catalogue in `text/` adds all others to this one, which is said
 * where a stored name has no sentence any more.
 */
export interface Sentences {
  something_wrong: null;
}

export type SayKey = keyof Sentences;

/** Sentences that need nothing. */
export type PlainKey = { [K in SayKey]: Sentences[K] extends null ? K : never }[SayKey];

type WithArgs = Exclude<SayKey, PlainKey>;

/** A sentence that exists, with the arguments that it needs. */
export type Say = { key: PlainKey; args?: undefined } | { [K in WithArgs]: { key: K; args: Sentences[K] } }[WithArgs];
