/** What comes in through the doors. Types only. */
import type { SessionFact } from './live.ts';
import type { Lang } from './settings.ts';
import type { Millis, Zone } from './time.ts';

export interface Mention {
  /** Placeholder in the text: `@_user_1`. */
  key: string;
  openId: string;
  name: string;
  /** Other bots can be named too. Absent where the platform did not say. */
  type?: 'user' | 'bot';
  /** The company of whoever is named. */
  tenantKey?: string;
}

export interface Place {
  chatId: string;
  kind: 'direct' | 'group';
  /** Set only inside a thread: its id, or that of a card in it. */
  threadId?: string;
}

/** A component's callback, as the platform sent it; nothing in it grants a right. */
export interface PressAction {
  tag: string;
  name?: string;
  value: Record<string, unknown>;
  form?: Record<string, unknown>;
  option?: string;
  options?: string[];
  checked?: boolean;
  input?: string;
  /** IANA zone of the presser's client; only pickers and forms with pickers send it. */
  timezone?: Zone;
}

/** Everything the two doors let through. `id` is the dedupe key: message_id for messages, event_id otherwise. */
export type Incoming =
  | {
      kind: 'message';
      id: string;
      at: Millis;
      from: string;
      /** The sender's company. */
      tenantKey?: string;
      /** The company that the app belongs to. */
      appTenantKey?: string;
      place: Place;
      /** What the message holds; `other` covers stickers, images, files, cards, … */
      content: { type: 'text'; text: string } | { type: 'other'; messageType: string };
      mentions: Mention[];
      /** The message this one replies to. */
      parentId?: string;
      /** From the client's user agent, where the scope for it is granted. */
      lang?: Lang;
    }
  | {
      kind: 'press';
      id: string;
      at: Millis;
      from: string;
      tenantKey?: string;
      appTenantKey?: string;
      /** Empty where the platform did not say; the card's message tells. */
      chatId: string;
      /** The pressed card's message. */
      messageId: string;
      action: PressAction;
    }
  | {
      /** Of a meeting on a number that was reserved through the Open API, ours or not. */
      kind: 'meeting_event';
      id: string;
      at: Millis;
      meetingNo: string;
      /** open_id; null where the platform did not say. */
      ownerId: string | null;
      event: SessionFact;
    }
  | { kind: 'bot_added'; id: string; at: Millis; from: string; chatId: string }
  | { kind: 'bot_chat_entered'; id: string; at: Millis; from: string; chatId: string; lastMessageAt?: Millis };
