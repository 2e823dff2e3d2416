/** One event as it was recorded: from a file's text to what the bot reads, or to the reason why not. Pure. */
import { createHash } from 'node:crypto';
import type { Millis } from '../domain/time.ts';
import { decrypt } from '../feishu/inbound/envelope.ts';
import { eventTypeOf, KNOWN_TYPES } from '../feishu/inbound/events.ts';
import { type Fields, fields, json, millis, str } from '../feishu/narrow.ts';

export interface RecordedEvent {
  event: Fields;
  type: string;
  appId: string | null;
  at: Millis | null;
}

export type Odd =
  | { odd: 'not_json' | 'no_envelope' | 'need_key' | 'wrong_key' | 'wrong_token' | 'address_check' }
  | { odd: 'other_app'; said: string; own: string }
  | { odd: 'unknown_event'; type: string; known: string };

/** What is configured; what is not is not compared. */
export interface Expected {
  appId: string | null;
  encryptKey: string | null;
  verificationToken: string | null;
}

/** Signature and age are the door's: a recording has no headers any more, and may be old. */
export function readRecorded(text: string, expected: Expected): RecordedEvent | Odd {
  const parsed = json(text.replace(/^\uFEFF/, ''));
  if (parsed === undefined) return { odd: 'not_json' };
  const outer = fields(parsed);
  if (outer === null) return { odd: 'no_envelope' };
  const envelope = typeof outer.encrypt === 'string' ? unseal(outer.encrypt, expected.encryptKey) : outer;
  if ('odd' in envelope) return envelope as Odd;

  if (envelope.type === 'url_verification') return { odd: 'address_check' };
  const header = fields(envelope.header);
  const body = fields(envelope.event);
  const type = str(header?.event_type) ?? (envelope.type === 'event_callback' ? str(body?.type) : null);
  if (body === null || type === null) return { odd: 'no_envelope' };
  const appId = str(header?.app_id ?? body.app_id);
  const token = str(header?.token ?? envelope.token, 256);
  if (expected.appId && appId && appId !== expected.appId) return { odd: 'other_app', said: appId, own: expected.appId };
  if (expected.verificationToken && token && token !== expected.verificationToken) return { odd: 'wrong_token' };
  if (eventTypeOf(envelope) === 'other') return { odd: 'unknown_event', type, known: KNOWN_TYPES.join(', ') };
  return { event: envelope, type, appId, at: millis(header?.create_time) };
}

function unseal(sealed: string, encryptKey: string | null): Fields | Odd {
  if (!encryptKey) return { odd: 'need_key' };
  const plain = decrypt(sealed, createHash('sha256').update(encryptKey).digest());
  return (plain === null ? null : fields(json(plain))) ?? { odd: 'wrong_key' };
}

/** Why the bot makes nothing of an event of a kind that it knows. */
export function whyIgnored({ event }: RecordedEvent, botOpenId: string): 'from_bot' | 'not_mentioned' | 'empty' | 'unreadable' {
  const body = fields(event.event);
  const sent = fields(body?.message);
  if (sent === null) return 'unreadable';
  const sender = fields(body?.sender);
  if (sender?.sender_type !== 'user') return sender === null ? 'unreadable' : 'from_bot';
  if (sent.chat_type !== 'p2p' && typeof sent.chat_id === 'string' && !mentionsOf(event).some((one) => one.openId === botOpenId))
    return 'not_mentioned';
  const complete = typeof sent.message_id === 'string' && typeof sent.chat_id === 'string' && fields(sender.sender_id) !== null;
  return complete && sent.message_type !== undefined ? 'empty' : 'unreadable';
}

export interface RecordedMention {
  openId: string;
  name: string;
  /** `undefined`: recorded before the platform said so. */
  bot: boolean | undefined;
}

export function mentionsOf(event: Fields): RecordedMention[] {
  const given = fields(fields(event.event)?.message)?.mentions;
  return (Array.isArray(given) ? given : []).flatMap((one) => {
    const mention = fields(one);
    const openId = str(fields(mention?.id)?.open_id);
    return openId
      ? [
          {
            openId,
            name: str(mention?.name) ?? openId,
            bot: typeof mention?.mentioned_type === 'string' ? mention.mentioned_type === 'bot' : undefined,
          },
        ]
      : [];
  });
}
