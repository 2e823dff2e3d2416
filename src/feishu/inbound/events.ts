import type { Incoming, Mention, Place } from '../../domain/event.ts';
import type { Lang } from '../../domain/settings.ts';
import { type Fields, fields, matching, millis } from '../narrow.ts';
import { contentOf } from './content.ts';
import { MEETING_EVENTS, readMeetingEvent } from './meeting-event.ts';
import { Mentions } from './mentions.ts';
import { type PressProblem, readPress } from './press.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** What `toIncoming` has to know beside the event. */
export interface EventContext {
  /** `null` until the platform has told it. */
  botOpenId: string | null;
  now: number;
}

const MESSAGE_ID = /^om_[A-Za-z0-9_-]{1,128}$/;
const CHAT_ID = /^oc_[A-Za-z0-9_-]{1,128}$/;
const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,128}$/;
const THREAD_ID = /^omt_[A-Za-z0-9_-]{1,128}$/;
const EVENT_ID = /^[\x21-\x7e]{1,128}$/;
const TENANT_KEY = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * An authentic event (schema 2.0, envelope included) in our words.
 * `null`: a kind we do not know, or nothing meant for us: from a bot, or in a group without our mention.
 */
export function toIncoming(event: unknown, ctx: EventContext): Incoming | null {
  const envelope = fields(event);
  const header = fields(envelope?.header);
  const body = fields(envelope?.event) ?? {};
  if (header === null) return null;
  switch (header.event_type) {
    case 'im.message.receive_v1':
      return message(header, body, ctx);
    case 'card.action.trigger':
      return press(envelope ?? {}, header, ctx);
    case 'im.chat.member.bot.added_v1': {
      const arrival = arrivalOf(header, body, ctx);
      return arrival === null ? null : { kind: 'bot_added', ...arrival };
    }
    case 'im.chat.access_event.bot_p2p_chat_entered_v1': {
      const arrival = arrivalOf(header, body, ctx);
      if (arrival === null) return null;
      const lastMessageAt = millis(body.last_message_create_time);
      return { kind: 'bot_chat_entered', ...arrival, ...(lastMessageAt !== null && { lastMessageAt }) };
    }
    default:
      return readMeetingEvent(header, body, timeOf(undefined, header, ctx));
  }
}

export const KNOWN_TYPES = [
  'im.message.receive_v1',
  'card.action.trigger',
  'im.chat.member.bot.added_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
  ...MEETING_EVENTS,
];

/** For counting: a type we read, else `other`, so that the number of labels stays small. */
export function eventTypeOf(event: unknown): string {
  const type = fields(fields(event)?.header)?.event_type;
  return KNOWN_TYPES.find((known) => known === type) ?? 'other';
}

/** Source: im-v1 "Receive message". Deduplicated by message_id: a re-push may bear another event_id. */
function message(header: Fields, body: Fields, ctx: EventContext): Message | null {
  const sender = fields(body.sender);
  const sent = fields(body.message);
  if (sender?.sender_type !== 'user' || sent === null) return null;
  const from = matching(fields(sender.sender_id)?.open_id, OPEN_ID);
  const id = matching(sent.message_id, MESSAGE_ID);
  const chatId = matching(sent.chat_id, CHAT_ID);
  if (from === null || id === null || chatId === null || from === ctx.botOpenId) return null;

  const mentions = new Mentions(sent.mentions);
  const direct = sent.chat_type === 'p2p';
  // Rich text may name us where the list of mentions does not; a tag that somebody typed into plain text calls nobody.
  const content = contentOf(sent.message_type, sent.content, mentions);
  const called = sent.message_type === 'post' ? mentions.list : new Mentions(sent.mentions).list;
  if (content === null || (!direct && !isForUs(called, ctx.botOpenId))) return null;

  const threadId = matching(sent.thread_id, THREAD_ID);
  const place: Place = { chatId, kind: direct ? 'direct' : 'group', ...(threadId !== null && { threadId }) };
  const appTenantKey = matching(header.tenant_key, TENANT_KEY);
  const tenantKey = matching(sender.tenant_key, TENANT_KEY) ?? appTenantKey;
  const parentId = matching(sent.parent_id, MESSAGE_ID);
  const lang = langOf(sent.user_agent);
  return {
    kind: 'message',
    id,
    at: timeOf(sent.create_time, header, ctx),
    from,
    place,
    content,
    mentions: mentions.list,
    ...(tenantKey !== null && { tenantKey }),
    ...(appTenantKey !== null && { appTenantKey }),
    ...(parentId !== null && { parentId }),
    ...(lang !== null && { lang }),
  };
}

/** While our own open_id is unknown, any mention may be ours; the handler looks again. */
function isForUs(mentions: Mention[], botOpenId: string | null): boolean {
  return botOpenId === null ? mentions.length > 0 : mentions.some((mention) => mention.openId === botOpenId);
}

/** The client's locale in its user agent; it is only there with the scope im:user_agent:read. */
function langOf(userAgent: unknown): Lang | null {
  const found = typeof userAgent === 'string' ? /\bLarkLocale\/(zh|en)[_-]/i.exec(userAgent.slice(0, 1000)) : null;
  if (found === null) return null;
  return found[1]!.toLowerCase() === 'zh' ? 'zh_cn' : 'en_us';
}

function press(envelope: Fields, header: Fields, ctx: EventContext): Extract<Incoming, { kind: 'press' }> | null {
  const read = readPress(envelope, timeOf(undefined, header, ctx));
  return Array.isArray(read) ? null : read;
}

/** What of a press cannot be read; `null` when it is none, or all of it can. */
export function pressProblem(event: unknown): PressProblem | null {
  const envelope = fields(event);
  if (envelope === null || fields(envelope.header)?.event_type !== 'card.action.trigger') return null;
  const read = readPress(envelope, 0);
  return Array.isArray(read) ? read : null;
}

interface Arrival {
  id: string;
  at: number;
  from: string;
  chatId: string;
}

/** Source: im-v1 "Bot added to a group", "User enters the chat with the bot": the same fields. */
function arrivalOf(header: Fields, body: Fields, ctx: EventContext): Arrival | null {
  const id = matching(header.event_id, EVENT_ID);
  const from = matching(fields(body.operator_id)?.open_id, OPEN_ID);
  const chatId = matching(body.chat_id, CHAT_ID);
  return id === null || from === null || chatId === null ? null : { id, at: timeOf(undefined, header, ctx), from, chatId };
}

/** Never in our future: the platform's clock may run ahead of ours, and a job must be due. */
function timeOf(own: unknown, header: Fields, ctx: EventContext): number {
  return Math.min(millis(own) ?? millis(header.create_time) ?? ctx.now, ctx.now);
}
