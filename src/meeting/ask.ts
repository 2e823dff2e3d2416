import type { Place } from '../domain/event.ts';
import type { Lang, Settings } from '../domain/settings.ts';
import type { Millis, Zone } from '../domain/time.ts';

/** One request in its setting: who asks, where, when, and with which settings. */
export interface Ask {
  /** The job's id: message_id or event_id. */
  id: string;
  from: string;
  tenantKey: string | null;
  /** Of another company than the app's: the platform takes no such organizer (vc-v1/reserve/apply, `owner_id`). */
  foreign?: true;
  /** When it was asked, not when we came to it. */
  at: Millis;
  place: Place;
  /** The message to answer under; null = a new message in the chat. */
  under: string | null;
  /** The message that was replied to, or the card that was pressed: what "this one" means. */
  about: string | null;
  lang: Lang;
  zone: Zone;
  settings: Settings;
  /** Nobody has said that it is theirs: the zone of the deployment. */
  zoneAssumed?: true;
  /** Just learned from a picker, and another one than was assumed. */
  zoneLearned?: Zone;
  /** Said yes to what was offered: it is not asked once more. */
  agreed?: true;
}
