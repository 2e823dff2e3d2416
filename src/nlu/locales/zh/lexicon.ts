import { composed, type Lexeme } from '../../lexicon/lexeme.ts';
import { admin } from './admin.ts';
import { booking } from './booking.ts';
import { courtesy } from './courtesy.ts';
import { dialogue } from './dialogue.ts';
import { entityPeople } from './entity-people.ts';
import { entityQuotes } from './entity-quotes.ts';
import { invitations } from './invitations.ts';
import { leads } from './leads.ts';
import { looking } from './looking.ts';
import { manage } from './manage.ts';
import { moodFront } from './mood-front.ts';
import { moodNames } from './mood-names.ts';
import { moodSentence } from './mood-sentence.ts';
import { moodThings } from './mood-things.ts';
import { references } from './references.ts';
import { requests } from './requests.ts';
import { series } from './series.ts';
import { settings } from './settings.ts';
import { slotAccess } from './slot-access.ts';
import { slotAttendees } from './slot-attendees.ts';
import { slotConnect } from './slot-connect.ts';
import { slotHosts } from './slot-hosts.ts';
import { slotInvite } from './slot-invite.ts';
import { slotPassword } from './slot-password.ts';
import { slotRecording } from './slot-recording.ts';
import { slotRemind } from './slot-remind.ts';
import { slotWords } from './slot-words.ts';
import { spoken } from './spoken.ts';
import { synonyms } from './synonyms.ts';
import { typo } from './typo.ts';

const subjects: readonly Lexeme[] = [
  admin,
  booking,
  courtesy,
  dialogue,
  references,
  entityPeople,
  entityQuotes,
  invitations,
  leads,
  looking,
  manage,
  moodFront,
  moodNames,
  moodSentence,
  moodThings,
  requests,
  series,
  settings,
  slotAccess,
  slotAttendees,
  slotConnect,
  slotHosts,
  slotInvite,
  slotPassword,
  slotRecording,
  slotRemind,
  slotWords,
  spoken,
  synonyms,
  typo,
].flat();

/** Every subject of this language. */
export const lexicon: readonly Lexeme[] = composed(subjects);
