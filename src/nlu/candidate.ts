/** What a message may mean: the readers of intents propose, `decide` chooses, and only the chosen one is built. */
import type { Intent } from '../domain/intent.ts';
import type { TimeReading } from '../domain/time.ts';
import type { Question } from './intents/question.ts';
import type { SlotsSaid } from './slots/slots.ts';
import type { Span } from './time/prepare.ts';
import type { TimeContext, TimeRead } from './time/read.ts';
import type { NearestCommand } from './typo.ts';
import type { Claim, Utterance } from './utterance.ts';
import type { NumberSaid } from './which.ts';

/** Everything that is known of a message before anybody asks what it wants. */
export interface Scene {
  /** Noise, people, numbers and slots are claimed; times are not, a command may need their words. */
  said: Utterance;
  /** The same with the times claimed. */
  timed: Utterance;
  slots: SlotsSaid;
  number: NumberSaid | null;
  /** Where a command may stand. */
  starts: readonly number[];
  /** Where a change of a meeting may stand besides: behind a day or a `now` that begins a clause. */
  behind: readonly number[];
  /** The time of the whole message. */
  time: TimeRead;
  /** The times that are offered, of which one is to be chosen; the first is `time`'s. */
  options: readonly TimeReading[];
  /** Reads the time of the message but for some stretches. */
  read(blocked: readonly Span[]): TimeRead;
  question: Question;
  ctx: TimeContext;
  /** The command that was nearly written. */
  nearest: NearestCommand;
  /** Scans other words than the message's own. */
  rescan(text: string): Utterance;
}

/** `sure`: it can mean nothing else. `likely`: it says so, in words that have other uses. `guess`: nothing speaks against it. */
export type Strength = 'sure' | 'likely' | 'guess';

/** What a candidate means, by the names that the table of rivals has for it. */
export type Meant =
  | 'admin'
  | 'why'
  | 'deeds'
  | 'greeting'
  | 'help'
  | 'talk'
  | 'typo'
  | 'nothing'
  | 'call'
  | 'settings'
  | 'shorten'
  | 'extend'
  | 'cancel'
  | 'move.to'
  | 'move.by'
  | 'move.somewhen'
  | 'change'
  | 'change.likely'
  | 'change.repeat'
  | 'change.remind'
  | 'change.way'
  | 'change.edit'
  | 'change.bare'
  | 'who'
  | 'list'
  | 'when'
  | 'whether'
  | 'show'
  | 'show.number'
  | 'invitation'
  | 'share'
  | 'book'
  | 'book.timed'
  | 'book.named'
  | 'book.bare';

export interface Built {
  intent: Intent;
  /** The time words of the message, as far as they are the meeting's. */
  time: TimeReading;
  /** The message with all that the intent was read from. */
  said: Utterance;
  steps?: readonly string[];
}

export interface Candidate {
  kind: Meant;
  strength: Strength;
  claims: readonly Claim[];
  /** The words it rests on, or why it is proposed at all. */
  because: string;
  build(): Built;
}

/** Pure: looks, and proposes. */
export type IntentReader = (scene: Scene) => readonly Candidate[];
