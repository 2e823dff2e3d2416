import type { Delivery } from '../control/shapes.ts';
import type { Deliverer } from '../wire/deliver.ts';
import { pushBotMembership, pushEntered, pushMessage, pushRecalled } from '../wire/events.ts';
import { isObject, type Json, parseObject } from '../world/content.ts';
import { addMessage, canSee, messagesOf } from '../world/messages.ts';
import { newChat } from '../world/new-world.ts';
import type { Platform } from '../world/platform.ts';
import type { Chat, Mention, Message, MsgType, Person } from '../world/world.ts';
import { NotPossible } from './not-possible.ts';

/** What people do in chats. */

const SAYABLE: readonly MsgType[] = ['text', 'post', 'sticker', 'image', 'file', 'audio', 'media', 'share_chat', 'share_user'];

export function personOf(platform: Platform, openId: unknown): Person {
  const someone = typeof openId === 'string' ? platform.world.people.get(openId) : undefined;
  if (!someone) throw new NotPossible('There is no such person.', 404);
  return someone;
}

export function chatFor(platform: Platform, chatId: unknown, someone: Person): Chat {
  const chat = typeof chatId === 'string' ? platform.world.chats.get(chatId) : undefined;
  if (!chat) throw new NotPossible('There is no such chat.', 404);
  if (!chat.members.includes(someone.openId)) throw new NotPossible(`${someone.name} is not in that chat.`, 403);
  return chat;
}

export function messageFor(platform: Platform, messageId: unknown, someone: Person): { message: Message; chat: Chat } {
  const message = typeof messageId === 'string' ? platform.world.messages.get(messageId) : undefined;
  if (!message || !canSee(message, someone)) throw new NotPossible('There is no such message.', 404);
  return { message, chat: chatFor(platform, message.chatId, someone) };
}

interface Nameable {
  names: string[];
  mention: Omit<Mention, 'key'> | 'all';
}

function nameables(platform: Platform, chat: Chat): Nameable[] {
  const { app, world } = platform;
  const list: Nameable[] = chat.members.flatMap((openId) => {
    const someone = world.people.get(openId);
    if (!someone) return [];
    return [{ names: [someone.name, someone.enName], mention: { openId, name: someone.name, bot: false, tenantKey: someone.tenantKey } }];
  });
  if (chat.botIn)
    list.push({ names: [app.name, app.enName], mention: { openId: app.botOpenId, name: app.name, bot: true, tenantKey: world.tenantKey } });
  if (chat.mode !== 'p2p') list.push({ names: ['所有人', 'all'], mention: 'all' });
  return list;
}

interface Named {
  name: string;
  mention: Nameable['mention'];
}

/** `@all` is nobody in `@allen`. */
const nameAt = (known: readonly Named[], rest: string): Named | undefined =>
  known.find(({ name }) => rest.startsWith(name) && !(/[a-z0-9]$/.test(name) && /[a-z0-9]/.test(rest[name.length] ?? '')));

/** Turns `@name` of somebody in the chat into a placeholder; the longest name wins. */
function readMentions(platform: Platform, chat: Chat, text: string): { text: string; mentions: Mention[]; mentionsAll: boolean } {
  const known = nameables(platform, chat)
    .flatMap(({ names, mention }) => names.map((name) => ({ name: name.toLowerCase(), mention })))
    .sort((a, b) => b.name.length - a.name.length);
  const mentions: Mention[] = [];
  let mentionsAll = false;
  let read = '';
  for (let at = 0; at < text.length; ) {
    const hit = text[at] === '@' ? nameAt(known, text.slice(at + 1, at + 61).toLowerCase()) : undefined;
    if (!hit) {
      read += text[at];
      at += 1;
      continue;
    }
    if (hit.mention === 'all') {
      mentionsAll = true;
      read += '@_all';
    } else {
      const key = `@_user_${mentions.length + 1}`;
      mentions.push({ key, ...hit.mention });
      read += key;
    }
    at += 1 + hit.name.length;
  }
  return { text: read, mentions, mentionsAll };
}

export interface Say {
  text?: string;
  msgType?: string;
  content?: Json;
  parentId?: string;
  threadId?: string;
}

export function say(
  platform: Platform,
  deliver: Deliverer,
  someone: Person,
  chat: Chat,
  what: Say,
): { message: Message; delivery: Delivery | null } {
  const msgType = what.msgType ?? 'text';
  if (!(SAYABLE as readonly string[]).includes(msgType)) throw new NotPossible(`People cannot send ${msgType}.`);
  const parent = what.parentId === undefined ? null : messageFor(platform, what.parentId, someone).message;
  if (parent && (parent.recalled || parent.chatId !== chat.chatId)) throw new NotPossible('That message cannot be replied to.', 409);
  let content: string;
  let mentions: Mention[] = [];
  let mentionsAll = false;
  if (msgType === 'text' && what.content === undefined) {
    const read = readMentions(platform, chat, what.text ?? '');
    content = JSON.stringify({ text: read.text });
    ({ mentions, mentionsAll } = read);
  } else if (msgType === 'post' && what.content === undefined) {
    const read = readMentions(platform, chat, what.text ?? '');
    ({ mentions, mentionsAll } = read);
    const nodes = read.text
      .split(/(@_user_\d+)/)
      .filter((part) => part !== '')
      .map((part) => postNode(part, mentions));
    content = JSON.stringify({ title: '', content: [nodes], content_v2: [[{ tag: 'md', text: read.text }]] });
  } else {
    const given = what.content ?? defaultContent(msgType);
    content = JSON.stringify(given);
    if (typeof what.text === 'string') ({ mentions, mentionsAll } = readMentions(platform, chat, what.text));
  }
  const message = addMessage(platform, {
    chat,
    sender: { type: 'user', id: someone.openId },
    msgType: msgType as MsgType,
    content,
    mentions,
    mentionsAll,
    parent,
    inThread: parent !== null && what.threadId !== undefined,
    threadId: what.threadId ?? null,
  });
  return { message, delivery: pushMessage(platform, deliver, chat, message, someone) };
}

function postNode(part: string, mentions: Mention[]): object {
  const mention = mentions.find((item) => item.key === part);
  return mention ? { tag: 'at', user_id: mention.key, user_name: mention.name, style: [] } : { tag: 'text', text: part, style: [] };
}

function defaultContent(msgType: string): Json {
  switch (msgType) {
    case 'image':
      return { image_key: 'img_v3_sandbox' };
    case 'file':
      return { file_key: 'file_v3_sandbox', file_name: 'notes.pdf' };
    case 'audio':
      return { file_key: 'file_v3_sandbox', duration: 2000 };
    default:
      return { file_key: 'file_v3_sandbox' };
  }
}

export function recallAs(platform: Platform, deliver: Deliverer, someone: Person, message: Message, chat: Chat): void {
  const own = message.sender.type === 'user' && message.sender.id === someone.openId;
  if (!own && chat.ownerId !== someone.openId)
    throw new NotPossible('Only the sender or the owner of the group may recall a message.', 403);
  if (message.recalled) return;
  message.recalled = true;
  message.updatedAt = platform.clock.now();
  platform.changed({ type: 'deleted', message_id: message.messageId, chat_id: message.chatId });
  if (chat.botIn) pushRecalled(platform, deliver, message, own ? 'message_owner' : 'group_owner');
}

/** A copy elsewhere; the bot of that chat hears of it as of any other message. */
export function forward(
  platform: Platform,
  deliver: Deliverer,
  someone: Person,
  message: Message,
  to: Chat,
): { message: Message; delivery: Delivery | null } {
  if (message.recalled) throw new NotPossible('A recalled message cannot be forwarded.', 409);
  if (message.ephemeralTo !== null) throw new NotPossible('A card that only one person sees cannot be forwarded.', 409);
  const config = isObject(message.card?.config) ? message.card.config : {};
  if (config.enable_forward === false) throw new NotPossible('This card may not be forwarded.', 409);
  const copy = addMessage(platform, {
    chat: to,
    sender: { type: 'user', id: someone.openId },
    msgType: message.msgType,
    content: message.content,
    card: message.card ? (parseObject(JSON.stringify(message.card)) ?? null) : null,
    forwardOf: message.messageId,
  });
  return { message: copy, delivery: pushMessage(platform, deliver, to, copy, someone) };
}

export function createGroup(
  platform: Platform,
  deliver: Deliverer,
  someone: Person,
  name: string,
  members: readonly string[],
  withBot: boolean,
): Chat {
  const ids = [...new Set([someone.openId, ...members])];
  const people = ids.map((openId) => personOf(platform, openId));
  const external = people.some((member) => member.tenantKey !== platform.world.tenantKey);
  const chat = newChat({ name, enName: name, mode: 'group', members: ids, external, botIn: withBot });
  platform.world.chats.set(chat.chatId, chat);
  platform.changed({ type: 'chat', chat_id: chat.chatId });
  if (withBot) pushBotMembership(platform, deliver, chat, someone, true);
  return chat;
}

export function setBotIn(platform: Platform, deliver: Deliverer, someone: Person, chat: Chat, isIn: boolean): void {
  if (chat.mode === 'p2p') throw new NotPossible('A direct chat always has the bot in it.', 409);
  if (chat.botIn === isIn) return;
  chat.botIn = isIn;
  platform.changed({ type: 'chat', chat_id: chat.chatId });
  pushBotMembership(platform, deliver, chat, someone, isIn);
}

export function openChat(platform: Platform, deliver: Deliverer, someone: Person, chat: Chat): void {
  if (chat.mode !== 'p2p') return;
  const last = messagesOf(platform, chat.chatId)
    .filter((message) => !message.recalled)
    .at(-1);
  pushEntered(platform, deliver, chat, someone, last);
}
