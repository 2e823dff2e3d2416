import { checkCard } from '../open-api/card-check.ts';
import type { CardContext } from '../open-api/card-rules.ts';
import { problemText } from '../open-api/card-values.ts';
import { isObject, type Json } from './content.ts';
import { Refusal } from './errors.ts';
import { newMessageId, newThreadId } from './ids.ts';
import type { Platform } from './platform.ts';
import { type Chat, findPerson, type Message, type MsgType, type Person } from './world.ts';

export const FOURTEEN_DAYS_MS = 14 * 86_400_000;
export const CARD_BYTES = 30 * 1024;
export const TEXT_BYTES = 150 * 1024;

export interface Draft {
  chat: Chat;
  sender: Message['sender'];
  msgType: MsgType;
  content: string;
  card?: Json | null;
  mentions?: Message['mentions'];
  mentionsAll?: boolean;
  parent?: Message | null;
  /** Reply as a topic under the parent. */
  inThread?: boolean;
  threadId?: string | null;
  ephemeralTo?: string | null;
  forwardOf?: string | null;
}

/** Puts a message into its chat. */
export function addMessage(platform: Platform, draft: Draft): Message {
  const { world, clock } = platform;
  const parent = draft.parent ?? null;
  const root = parent ? (parent.rootId ? (world.messages.get(parent.rootId) ?? parent) : parent) : null;
  let threadId = draft.threadId ?? parent?.threadId ?? null;
  if (parent && draft.inThread && !threadId) {
    threadId = newThreadId();
    if (root) root.threadId ??= threadId;
    parent.threadId ??= threadId;
  }
  if (!parent && !threadId && draft.chat.mode === 'topic') threadId = newThreadId();
  const now = clock.now();
  const message: Message = {
    messageId: newMessageId(),
    chatId: draft.chat.chatId,
    sender: draft.sender,
    msgType: draft.msgType,
    content: draft.content,
    mentions: draft.mentions ?? [],
    mentionsAll: draft.mentionsAll ?? false,
    card: draft.card ?? null,
    createdAt: now,
    updatedAt: now,
    edits: 0,
    recalled: false,
    ephemeralTo: draft.ephemeralTo ?? null,
    parentId: parent?.messageId ?? null,
    rootId: root?.messageId ?? null,
    threadId,
    forwardOf: draft.forwardOf ?? null,
  };
  world.messages.set(message.messageId, message);
  const timeline = world.timeline.get(message.chatId);
  if (timeline) timeline.push(message);
  else world.timeline.set(message.chatId, [message]);
  platform.changed({ type: 'message', message_id: message.messageId, chat_id: message.chatId });
  return message;
}

export const messagesOf = (platform: Platform, chatId: string): readonly Message[] => platform.world.timeline.get(chatId) ?? [];

function cardContext(platform: Platform): CardContext {
  return {
    knows: (id) =>
      (['open_id', 'union_id', 'user_id', 'email'] as const).some((type) => findPerson(platform.world, id, type) !== undefined),
  };
}

export const isCardV2 = (card: unknown): boolean => isObject(card) && card.schema === '2.0';

/** Throws 230099 where the card server would not make this card. 1.0 cards are only looked at from afar. */
export function mustBeCard(platform: Platform, card: Json): void {
  if (card.type === 'template' || card.type === 'card') {
    throw new Refusal(230099, { ext: 'ErrCode: 200380; ErrMsg: template does not exist; ErrorValue: ;' });
  }
  if (!isCardV2(card)) {
    if (card.schema !== undefined && card.schema !== '1.0') {
      throw new Refusal(230099, {
        ext: 'ErrCode: 200621; ErrMsg: parse card json err, please check whether the card json is correct; ErrorValue: schema;',
      });
    }
    return;
  }
  const problem = checkCard(card, cardContext(platform));
  if (problem) throw new Refusal(230099, { ext: problemText(problem) });
}

/** Draws a card anew in place, after the checks that every way of updating shares. */
export function replaceCard(platform: Platform, message: Message, card: Json): void {
  if (isCardV2(message.card) && !isCardV2(card)) {
    throw new Refusal(230099, { ext: 'ErrCode: 200830; ErrMsg: card of schema V2 can not be changed to schema V1; ErrorValue: ;' });
  }
  mustBeCard(platform, card);
  if (message.heldUntil !== undefined && message.heldUntil > platform.clock.now()) {
    throw new Refusal(230099, { ext: 'ErrCode: 11310; ErrMsg: card action is lock; ErrorValue: ;' });
  }
  message.card = card;
  message.content = JSON.stringify(card);
  message.updatedAt = platform.clock.now();
  platform.changed({ type: 'patched', message_id: message.messageId, chat_id: message.chatId });
}

/** `<at user_id="ou_…">name</at>` becomes `@_user_1` and an entry in mentions. */
export function readAtTags(platform: Platform, text: string): { text: string; mentions: Message['mentions']; mentionsAll: boolean } {
  const mentions: Message['mentions'] = [];
  let mentionsAll = false;
  const replaced = text.replace(/<at\s+user_id="([^"]{1,80})"\s*>([^<]*)<\/at>/g, (whole, id: string) => {
    if (id === 'all') {
      mentionsAll = true;
      return '@_all';
    }
    const someone =
      findPerson(platform.world, id, 'open_id') ?? findPerson(platform.world, id, 'union_id') ?? findPerson(platform.world, id, 'user_id');
    if (!someone) return whole;
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, openId: someone.openId, name: someone.name, bot: false, tenantKey: someone.tenantKey });
    return key;
  });
  return { text: replaced, mentions, mentionsAll };
}

/** The message as create, reply, edit and get answer it. */
export function apiMessage(platform: Platform, message: Message, content = message.content): Json {
  const { app, world } = platform;
  const fromApp = message.sender.type === 'app';
  const sender = fromApp ? undefined : world.people.get(message.sender.id);
  return {
    message_id: message.messageId,
    ...(message.rootId ? { root_id: message.rootId } : {}),
    ...(message.parentId ? { parent_id: message.parentId } : {}),
    ...(message.threadId ? { thread_id: message.threadId } : {}),
    msg_type: message.msgType,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.updatedAt > message.createdAt,
    chat_id: message.chatId,
    sender: {
      id: message.sender.id,
      id_type: fromApp ? 'app_id' : 'open_id',
      sender_type: message.sender.type,
      tenant_key: fromApp ? world.tenantKey : (sender?.tenantKey ?? world.tenantKey),
    },
    body: { content: message.recalled ? JSON.stringify({ text: 'This message was recalled' }) : content },
    ...(message.mentions.length > 0
      ? {
          mentions: message.mentions.map((mention) => ({
            key: mention.key,
            id: mention.bot ? app.botOpenId : mention.openId,
            id_type: 'open_id',
            name: mention.name,
            tenant_key: mention.tenantKey,
          })),
        }
      : {}),
  };
}

export const canSee = (message: Message, someone: Person): boolean =>
  message.ephemeralTo === null || message.ephemeralTo === someone.openId;
