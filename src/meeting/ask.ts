import type { Place } from '../domain/event.ts';
import type { Say } from '../domain/say.ts';
import type { Lang, Settings } from '../domain/settings.ts';
import type { Millis, Zone } from '../domain/time.ts';
import type { View } from '../domain/view.ts';

/** One request in its setting: who asks, where, when, and with which settings. */
export interface Ask {
  /** The job's id: message_id or event_id. */
  id: string;
  from: string;
  tenantKey: string | null;
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
}

/** What goes back. `asker`: only that person shall see it, where the platform allows. */
export interface Answer {
  view: View;
  to: 'everyone' | 'asker';
  /** What is for the asker alone has one language; where it is not the one they asked in. */
  lang?: Lang;
  /** Set when the message is the meeting's own card, which is redrawn on every change. */
  cardOf?: string;
  /** The meeting that this is about: said under its card, where the question itself cannot be answered under. */
  thread?: string;
  /** A second message elsewhere: the meeting's card where it is shared to, or the news under the card in its own chat. */
  alsoTo?: { chatId: string; view: View } & ({ cardOf: string } | { thread: string });
}

/** What a form keeps of the place where it was asked for. */
export const formPlace = ({ kind, chatId }: Place): { inGroup: boolean; chatId?: string } =>
  kind === 'group' ? { inGroup: true, chatId } : { inGroup: false };

export const notice = (say: Say): View => ({ show: 'notice', say, acts: [] });

/** A refusal or a question concerns the asker alone. */
export const tell = (say: Say): Answer => ({ view: notice(say), to: 'asker' });
