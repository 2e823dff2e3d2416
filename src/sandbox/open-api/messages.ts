import { pushRecalled } from '../wire/events.ts';
import { isObject, parseObject, reducedCard } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { addMessage, apiMessage, CARD_BYTES, type Draft, FOURTEEN_DAYS_MS, isCardV2, replaceCard } from '../world/messages.ts';
import { type Chat, findPerson, type IdType, type Message, p2pChatOf } from '../world/world.ts';
import { TIER_4 } from './gate.ts';
import { invalid, mayPostIn, mayWriteTo, readContent, seenUuid } from './message-content.ts';
import { type Call, ok, type Route, success } from './route.ts';

const MAX_EDITS = 20;
const PER_SECOND = 5;

function receiver(call: Call, id: unknown): Chat {
  const { world } = call.platform;
  const type = call.query.get('receive_id_type');
  if (typeof id !== 'string' || id === '') throw invalid('receive_id is required');
  if (type === 'chat_id') {
    const chat = world.chats.get(id);
    if (!chat) throw new Refusal(230034);
    return chat;
  }
  if (type !== 'open_id' && type !== 'union_id' && type !== 'user_id' && type !== 'email') throw invalid('invalid receive_id_type');
  const someone = findPerson(world, id, type as IdType);
  const chat = someone && p2pChatOf(world, someone.openId);
  if (!someone || !chat) throw type === 'open_id' && id.startsWith('ou_') ? new Refusal(99992351) : new Refusal(230034);
  mayWriteTo(call, someone);
  return chat;
}

const pace = (call: Call, chat: Chat): void => call.limiter.target(`chat/${chat.chatId}`, PER_SECOND);

const send = (call: Call, draft: Omit<Draft, 'sender'>): Message =>
  addMessage(call.platform, { ...draft, sender: { type: 'app', id: call.platform.app.appId } });

function create(call: Call): object {
  const body = isObject(call.body) ? call.body : {};
  const chat = receiver(call, body.receive_id);
  mayPostIn(call, chat);
  const content = readContent(call, body.msg_type, body.content);
  const seen = seenUuid(call, body.uuid);
  if (seen.message) return success(apiMessage(call.platform, seen.message));
  pace(call, chat);
  const message = send(call, { chat, ...content });
  seen.remember(message);
  return success(apiMessage(call.platform, message));
}

/** The message in the path, and its chat. */
function target(call: Call): { message: Message; chat: Chat } {
  const id = call.params.message_id ?? '';
  const message = call.platform.world.messages.get(id);
  const chat = message && call.platform.world.chats.get(message.chatId);
  if (!message || !chat) throw new Refusal(99992354);
  return { message, chat };
}

function reply(call: Call): object {
  const body = isObject(call.body) ? call.body : {};
  const { message: parent, chat } = target(call);
  if (parent.ephemeralTo !== null) throw new Refusal(230050);
  if (parent.recalled) throw new Refusal(230011);
  mayPostIn(call, chat);
  if (body.reply_in_thread !== undefined && typeof body.reply_in_thread !== 'boolean') throw invalid('reply_in_thread must be a boolean');
  if (body.reply_in_thread === true && chat.mode === 'p2p') throw new Refusal(230071);
  const content = readContent(call, body.msg_type, body.content);
  const seen = seenUuid(call, body.uuid);
  if (seen.message) return success(apiMessage(call.platform, seen.message));
  pace(call, chat);
  const message = send(call, { chat, ...content, parent, inThread: body.reply_in_thread === true });
  seen.remember(message);
  return success(apiMessage(call.platform, message));
}

const isOwn = (call: Call, message: Message): boolean => message.sender.type === 'app' && message.sender.id === call.platform.app.appId;

function patch(call: Call): object {
  const { message, chat } = target(call);
  const { platform } = call;
  if (message.recalled) throw new Refusal(230011);
  if (!isOwn(call, message)) throw new Refusal(230027);
  if (message.msgType !== 'interactive' || message.ephemeralTo !== null) throw invalid('only shared cards can be updated');
  if (!platform.app.botEnabled) throw new Refusal(230006);
  if (chat.mode === 'p2p') {
    const someone = platform.world.people.get(chat.members[0] ?? '');
    if (someone && !someone.available) throw new Refusal(230013);
  }
  if (platform.clock.now() - message.createdAt > FOURTEEN_DAYS_MS) throw new Refusal(230031);
  if (call.size > CARD_BYTES) throw new Refusal(230025);
  const card = parseObject(isObject(call.body) ? call.body.content : undefined);
  if (!card) throw invalid('content is not a string in json format');
  const config = isObject(message.card?.config) ? message.card.config : {};
  if (!isCardV2(message.card) && config.update_multi !== true) throw invalid('only shared cards (update_multi) can be updated');
  call.limiter.target(`message/${message.messageId}`, PER_SECOND);
  replaceCard(platform, message, card);
  return ok({ data: {} });
}

function edit(call: Call): object {
  const { message } = target(call);
  const body = isObject(call.body) ? call.body : {};
  if (message.recalled) throw new Refusal(230011);
  if (!isOwn(call, message)) throw new Refusal(230071, { msg: 'The operator is not the sender of the message.' });
  if (message.msgType !== 'text' && message.msgType !== 'post') throw new Refusal(230054);
  if (body.msg_type !== message.msgType) throw invalid('msg_type does not match the message');
  if (message.edits >= MAX_EDITS) throw new Refusal(230072, { msg: 'The message has reached the maximum number of edits.' });
  const content = readContent(call, body.msg_type, body.content);
  call.limiter.target(`message/${message.messageId}`, PER_SECOND);
  Object.assign(message, {
    content: content.content,
    mentions: content.mentions,
    mentionsAll: content.mentionsAll,
    edits: message.edits + 1,
  });
  message.updatedAt = call.platform.clock.now();
  call.platform.changed({ type: 'patched', message_id: message.messageId, chat_id: message.chatId });
  return success(apiMessage(call.platform, message));
}

function recall(call: Call): object {
  const { message, chat } = target(call);
  if (message.ephemeralTo !== null) throw new Refusal(230050);
  if (message.recalled) throw new Refusal(230110);
  if (!chat.botIn) throw new Refusal(230002);
  if (!isOwn(call, message)) throw new Refusal(230026);
  message.recalled = true;
  message.updatedAt = call.platform.clock.now();
  call.platform.changed({ type: 'deleted', message_id: message.messageId, chat_id: message.chatId });
  pushRecalled(call.platform, call.deliver, message, 'message_owner');
  return success();
}

function get(call: Call): object {
  const { message, chat } = target(call);
  if (message.ephemeralTo !== null) throw new Refusal(230050);
  if (!chat.botIn) throw new Refusal(230002);
  if (chat.mode !== 'p2p' && !call.platform.app.scopes.has('im:message.group_msg')) {
    throw new Refusal(230027, { ext: 'need scope: im:message.group_msg' });
  }
  const whole = call.query.get('card_msg_content_type') === 'user_card_content';
  const content = message.msgType === 'interactive' && !whole ? JSON.stringify(reducedCard(message.card)) : message.content;
  return success({ items: [apiMessage(call.platform, message, content)] });
}

const ONE = '/open-apis/im/v1/messages/:message_id';

export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/open-apis/im/v1/messages',
    identity: 'tenant',
    anyOf: ['im:message', 'im:message:send_as_bot'],
    tier: TIER_4,
    note: 'card templates and card entities are refused; JSON 1.0 cards are not checked',
    handle: create,
  },
  {
    method: 'POST',
    path: `${ONE}/reply`,
    identity: 'tenant',
    anyOf: ['im:message', 'im:message:send_as_bot'],
    tier: TIER_4,
    handle: reply,
  },
  {
    method: 'PATCH',
    path: ONE,
    identity: 'tenant',
    anyOf: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
    tier: TIER_4,
    handle: patch,
  },
  {
    method: 'PUT',
    path: ONE,
    identity: 'tenant',
    anyOf: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
    tier: TIER_4,
    handle: edit,
  },
  {
    method: 'DELETE',
    path: ONE,
    identity: 'tenant',
    anyOf: ['im:message', 'im:message:send_as_bot'],
    tier: TIER_4,
    note: 'no company-wide time limit on recalling',
    handle: recall,
  },
  { method: 'GET', path: ONE, identity: 'tenant', anyOf: ['im:message', 'im:message:readonly'], tier: TIER_4, handle: get },
];
