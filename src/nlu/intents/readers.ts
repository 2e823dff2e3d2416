/** Every reader of intents. Their order decides nothing but ties. */
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

export const readers: readonly IntentReader[] = [
  readHelp,
  readAdmin,
  readWhy,
  readDeeds,
  readCall,
  readSettingsIntent,
  readRepeat,
  readMove,
  readExtend,
  readCancel,
  readTalk,
  readChange,
  readWho,
  readList,
  readWhen,
  readWhether,
  readShare,
  readInvitation,
  readShow,
  readTypo,
  readBook,
  readUnknown,
];
