import { holdsTag } from '../world/card-tree.ts';
import { isObject } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { addMessage, CARD_BYTES, mustBeCard } from '../world/messages.ts';
import { findPerson } from '../world/world.ts';
import { TIER_4 } from './gate.ts';
import { type Call, ok, type Route } from './route.ts';

const PER_SECOND = 40;
const SCOPES = ['im:message', 'im:message:send_as_bot', 'im:message:update'] as const;

function send(call: Call): object {
  const { platform } = call;
  const body = isObject(call.body) ? call.body : {};
  const chat = platform.world.chats.get(String(body.chat_id ?? ''));
  if (!chat) throw new Refusal(99992356);
  if (chat.mode === 'topic') throw new Refusal(18053);
  if (chat.mode !== 'group') throw new Refusal(230001, { ext: 'only ordinary groups are supported' });
  if (!chat.botIn) throw new Refusal(230002);
  const given = (['open_id', 'user_id', 'email'] as const).find((type) => typeof body[type] === 'string' && body[type] !== '');
  if (!given) throw new Refusal(230001, { ext: 'one of open_id, user_id, email is required' });
  const someone = findPerson(platform.world, String(body[given]), given);
  if (!someone) throw new Refusal(99992351);
  if (!chat.members.includes(someone.openId)) throw new Refusal(230001, { ext: 'the user is not in the group' });
  if (body.msg_type !== 'interactive') throw new Refusal(230001, { ext: 'msg_type must be interactive' });
  const card = body.card;
  if (!isObject(card)) throw new Refusal(230001, { ext: 'card must be an object' });
  if (call.size > CARD_BYTES) throw new Refusal(230025);
  mustBeCard(platform, card);
  if (holdsTag(card, 'audio')) throw new Refusal(230001, { ext: 'a card with audio can not be sent to one person of a group' });
  call.limiter.target(`ephemeral/${chat.chatId}`, PER_SECOND);
  const message = addMessage(platform, {
    chat,
    sender: { type: 'app', id: platform.app.appId },
    msgType: 'interactive',
    content: JSON.stringify(card),
    card,
    ephemeralTo: someone.openId,
  });
  // Only clients that are online show it: for the others it was never there.
  if (!someone.online) message.recalled = true;
  return ok({ data: { message_id: message.messageId } });
}

function remove(call: Call): object {
  const id = isObject(call.body) ? call.body.message_id : undefined;
  const message = call.platform.world.messages.get(String(id ?? ''));
  if (!message || message.ephemeralTo === null) throw new Refusal(99992354);
  if (message.recalled) throw new Refusal(18051);
  message.recalled = true;
  call.platform.changed({ type: 'deleted', message_id: message.messageId, chat_id: message.chatId });
  return ok();
}

export const ephemeralRoutes: readonly Route[] = [
  { method: 'POST', path: '/open-apis/ephemeral/v1/send', identity: 'tenant', anyOf: SCOPES, tier: TIER_4, handle: send },
  { method: 'POST', path: '/open-apis/ephemeral/v1/delete', identity: 'tenant', anyOf: SCOPES, tier: TIER_4, handle: remove },
];
