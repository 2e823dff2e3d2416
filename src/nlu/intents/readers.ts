/** Every reader of intents. */
import type { Intent } from '../../domain/intent.ts';
import type { IntentReader } from '../candidate.ts';
import { readAdmin } from './admin.ts';
import { readBook } from './book.ts';
import { readCall } from './call.ts';
import { readCancel } from './cancel.ts';
import { readChange } from './change.ts';
import { readExtend } from './extend.ts';
import { readHelp, readTalk, readTypo, readUnknown } from './help.ts';
import { readList } from './list.ts';
import { readMove } from './move.ts';
import { readInvitation, readShare } from './pass-on.ts';
import { readRepeat } from './repeat.ts';
import { readSettingsIntent } from './settings.ts';
import { readShow, readWhen, readWhether } from './show.ts';
import { readWho } from './who.ts';
import { readDeeds, readWhy } from './why.ts';

/** What each intent is read by; `null`: only within a conversation, `nlu/dialogue` reads it. */
const readersOf: Readonly<Record<Intent['want'], readonly IntentReader[] | null>> = {
  help: [readHelp, readTalk, readTypo],
  admin: [readAdmin],
  why: [readWhy],
  deeds: [readDeeds],
  call: [readCall],
  settings: [readSettingsIntent],
  move: [readMove],
  extend: [readExtend],
  cancel: [readCancel],
  change: [readRepeat, readChange],
  who: [readWho],
  list: [readList],
  share: [readShare],
  invitation: [readInvitation],
  show: [readWhen, readWhether, readShow],
  book: [readBook],
  undo: null,
  agree: null,
  decline: null,
  nothing: [readUnknown],
};

/** Their order decides nothing but ties. */
export const readers: readonly IntentReader[] = Object.values(readersOf).flatMap((one) => one ?? []);
