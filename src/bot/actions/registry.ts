/** Everything that people can do. Whatever a type names and no action does, the compiler misses here. */
import type { ActName } from '../../domain/action.ts';
import type { Intent } from '../../domain/intent.ts';
import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../press.ts';
import type { Intents, OnIntent, OnPress, Presses, Want } from './action.ts';
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
import * as retry from './retry.ts';
import * as settings from './settings.ts';
import * as share from './share.ts';
import * as talk from './talk.ts';

const INTENTS: Intents = {
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
};

const PRESSES: Presses = {
  ...book.presses,
  ...cancel.presses,
  ...change.presses,
  ...extend.presses,
  ...help.presses,
  ...invitation.presses,
  ...list.presses,
  ...look.presses,
  ...move.presses,
  ...retry.presses,
  ...settings.presses,
  ...share.presses,
};

export const carryOut = <I extends Intent>(intent: I, ask: Ask, deps: Deps): Promise<Answer> =>
  (INTENTS[intent.want] as OnIntent<Want>)(intent, ask, deps);

/** Who reads a press hands it to the action of its name. */
export const onPressOf = (press: Press): OnPress<ActName> => PRESSES[press.act.act] as OnPress<ActName>;
