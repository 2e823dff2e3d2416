/** Every wish, and what is asked where it may not be meant. What a type names and no action does, the compiler misses here. */
import type { Intent } from '../../domain/intent.ts';
import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { TooLate } from '../late.ts';
import { offer, offerLate, type Question } from '../offer.ts';
import type { Doubts, Intents, OnDoubt, OnIntent, Want } from './action.ts';
import * as admin from './admin.ts';
import * as book from './book.ts';
import * as call from './call.ts';
import * as cancel from './cancel.ts';
import * as change from './change.ts';
import * as extend from './extend.ts';
import * as help from './help.ts';
import * as invitation from './invitation.ts';
import * as list from './list.ts';
import * as look from './look.ts';
import * as move from './move.ts';
import * as settings from './settings.ts';
import * as share from './share.ts';
import * as talk from './talk.ts';
import * as undo from './undo.ts';
import * as why from './why.ts';

const INTENTS: Intents = {
  ...admin.intents,
  ...book.intents,
  ...call.intents,
  ...cancel.intents,
  ...change.intents,
  ...extend.intents,
  ...help.intents,
  ...invitation.intents,
  ...list.intents,
  ...look.intents,
  ...move.intents,
  ...settings.intents,
  ...share.intents,
  ...talk.intents,
  ...undo.intents,
  ...why.intents,
};

const DOUBTS: Doubts = {
  ...admin.doubts,
  ...book.doubts,
  ...call.doubts,
  ...cancel.doubts,
  ...change.doubts,
  ...extend.doubts,
  ...help.doubts,
  ...invitation.doubts,
  ...list.doubts,
  ...look.doubts,
  ...move.doubts,
  ...settings.doubts,
  ...share.doubts,
  ...talk.doubts,
  ...undo.doubts,
  ...why.doubts,
};

/** What comes too late is not done, but offered. */
export async function carryOut(intent: Intent, ask: Ask, deps: Deps): Promise<Answer> {
  try {
    return await (INTENTS[intent.want] as OnIntent<Want>)(intent, ask, deps);
  } catch (error) {
    if (!(error instanceof TooLate)) throw error;
    const question = error.ofSeries ? null : await doubtOf(intent, ask, deps);
    if (question && 'view' in question) return question;
    return offer(offerLate(error, question, intent), [], ask, deps);
  }
}

/** What is asked before an intent that may not be meant; null: it harms nobody. */
export const doubtOf = (intent: Intent, ask: Ask, deps: Deps): Promise<Question | Answer | null> =>
  (DOUBTS[intent.want] as OnDoubt<Want>)(intent, ask, deps);
