/** Every button and form. What a type names and no action does, the compiler misses here. */
import type { ActName } from '../../domain/action.ts';
import type { Press } from '../press.ts';
import * as absent from './absent.ts';
import type { OnPress, Presses } from './action.ts';
import * as admin from './admin.ts';
import * as book from './book.ts';
import * as cancel from './cancel.ts';
import * as change from './change.ts';
import * as close from './close.ts';
import * as extend from './extend.ts';
import * as held from './held.ts';
import * as help from './help.ts';
import * as invitation from './invitation.ts';
import * as list from './list.ts';
import * as look from './look.ts';
import * as move from './move.ts';
import * as offer from './offer.ts';
import * as remind from './remind.ts';
import * as retry from './retry.ts';
import * as series from './series.ts';
import * as settings from './settings.ts';
import * as share from './share.ts';
import * as zone from './zone.ts';

const PRESSES: Presses = {
  ...absent.presses,
  ...admin.presses,
  ...book.presses,
  ...cancel.presses,
  ...change.presses,
  ...close.presses,
  ...extend.presses,
  ...held.presses,
  ...help.presses,
  ...invitation.presses,
  ...list.presses,
  ...look.presses,
  ...move.presses,
  ...offer.presses,
  ...remind.presses,
  ...retry.presses,
  ...series.presses,
  ...settings.presses,
  ...share.presses,
  ...zone.presses,
};

/** Who reads a press hands it to the action of its name. */
export const onPressOf = (press: Press): OnPress<ActName> => PRESSES[press.act.act] as OnPress<ActName>;
