import type { Delivery } from '../control/shapes.ts';
import { parseObject, reducedCard } from '../world/content.ts';
import { hasAny, type Platform, userIds } from '../world/platform.ts';
import type { Chat, Lang, Message, Person } from '../world/world.ts';
import type { Deliverer } from './deliver.ts';

/** What people's doings look like from outside: the payloads of im.* and application.* events. */

const LOCALE: Record<Lang, string> = { zh_cn: 'zh_CN', en_us: 'en_US' };

const userAgent = (someone: Person): string =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Lark/7.32.5 LarkLocale/${LOCALE[someone.lang]} ttnet SDK-Version/7.32.5`;

/** `im.message.receive_v1`, when the app may hear this message; null otherwise. */
export function pushMessage(platform: Platform, deliver: Deliverer, chat: Chat, message: Message, sender: Person): Delivery | null {
  const { app } = platform;
  if (!chat.botIn || !app.botEnabled) return null;
  const direct = chat.mode === 'p2p';
  const named = message.mentions.some((mention) => mention.bot);
  const heard = direct
    ? hasAny(app, ['im:message.p2p_msg', 'im:message.p2p_msg:readonly'])
    : (named && hasAny(app, ['im:message.group_at_msg', 'im:message.group_at_msg:readonly'])) || app.scopes.has('im:message.group_msg');
  if (!heard) return null;
  return deliver.push('im.message.receive_v1', {
    sender: { sender_id: userIds(app, sender), sender_type: 'user', tenant_key: sender.tenantKey },
    message: {
      message_id: message.messageId,
      ...(message.rootId ? { root_id: message.rootId } : {}),
      ...(message.parentId ? { parent_id: message.parentId } : {}),
      create_time: String(message.createdAt),
      update_time: String(message.updatedAt),
      chat_id: message.chatId,
      ...(message.threadId ? { thread_id: message.threadId } : {}),
      chat_type: direct ? 'p2p' : 'group',
      message_type: message.msgType,
      // Read when it is sent: a message recalled before that arrives empty.
      get content() {
        return eventContent(message);
      },
      ...(message.mentions.length > 0 ? { mentions: message.mentions.map((mention) => eventMention(platform, mention)) } : {}),
      ...(app.scopes.has('im:user_agent:read') ? { user_agent: userAgent(sender) } : {}),
    },
  });
}

function eventContent(message: Message): string {
  if (message.recalled) return '';
  if (message.msgType === 'interactive') return JSON.stringify(reducedCard(message.card));
  // What a person wrote goes out as it was written; what the app sent by language arrives in one of them.
  if (message.msgType !== 'post' || message.forwardOf === null) return message.content;
  const post = parseObject(message.content);
  return JSON.stringify(post?.content ? post : (post?.zh_cn ?? post?.en_us ?? post));
}

function eventMention(platform: Platform, mention: Message['mentions'][number]): object {
  const { app, world } = platform;
  if (mention.bot) {
    return {
      key: mention.key,
      id: { union_id: `on_${app.botOpenId.slice(3)}`, user_id: null, open_id: app.botOpenId },
      mentioned_type: 'bot',
      name: mention.name,
      tenant_key: world.tenantKey,
    };
  }
  const someone = world.people.get(mention.openId);
  return {
    key: mention.key,
    id: someone ? userIds(app, someone) : { union_id: null, user_id: null, open_id: mention.openId },
    mentioned_type: 'user',
    name: mention.name,
    tenant_key: mention.tenantKey,
  };
}

export function pushRecalled(platform: Platform, deliver: Deliverer, message: Message, type: 'message_owner' | 'group_owner'): void {
  deliver.push('im.message.recalled_v1', {
    message_id: message.messageId,
    chat_id: message.chatId,
    recall_time: String(platform.clock.now()),
    recall_type: type,
  });
}

export function pushBotMembership(platform: Platform, deliver: Deliverer, chat: Chat, operator: Person, isIn: boolean): Delivery | null {
  return deliver.push(`im.chat.member.bot.${isIn ? 'added' : 'deleted'}_v1`, {
    chat_id: chat.chatId,
    operator_id: userIds(platform.app, operator),
    external: chat.external,
    operator_tenant_key: operator.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: chat.enName, ja_jp: '' },
  });
}

export function pushEntered(
  platform: Platform,
  deliver: Deliverer,
  chat: Chat,
  operator: Person,
  last: Message | undefined,
): Delivery | null {
  return deliver.push('im.chat.access_event.bot_p2p_chat_entered_v1', {
    chat_id: chat.chatId,
    operator_id: userIds(platform.app, operator),
    ...(last ? { last_message_id: last.messageId, last_message_create_time: String(last.createdAt) } : {}),
  });
}

export function pushMenu(platform: Platform, deliver: Deliverer, operator: Person, eventKey: string): Delivery | null {
  const named = platform.app.scopes.has('application:application.bot.operator_name:readonly');
  return deliver.push('application.bot.menu_v6', {
    operator: { ...(named ? { operator_name: operator.name } : {}), operator_id: userIds(platform.app, operator) },
    event_key: eventKey,
    timestamp: Math.floor(platform.clock.now() / 1000),
  });
}
