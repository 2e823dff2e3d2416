/** What goes into the understanding of a message, and what comes out. Types only. */
import type { Mention } from '../domain/event.ts';
import type { Understood } from '../domain/intent.ts';
import type { Millis, TimeReading, Zone } from '../domain/time.ts';
import type { Strength } from './candidate.ts';
import type { Claim } from './utterance.ts';

export interface Message {
  text: string;
  mentions: Mention[];
  botOpenId: string | null;
}

export interface Context {
  now: Millis;
  zone: Zone;
}

export interface Understanding extends Understood {
  /** The time words of the message, whatever is wanted. */
  time: TimeReading;
  /** Why the message is done, offered or left alone. */
  because: string;
  /** Who said what: one line for each reader that found something, `reader: words`. */
  steps: string[];
  /** The words as they were prepared for reading, and the stretches of them that somebody claimed. */
  marked: { text: string; parts: readonly Claim[] };
  /** What it could mean: the winner, the runner-up, the rest; `lost` says why. */
  candidates: { kind: string; strength: Strength; because: string; lost: string | null }[];
}

export type Understand = (message: Message, ctx: Context) => Understanding;
