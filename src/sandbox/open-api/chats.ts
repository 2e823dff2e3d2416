import { Refusal } from '../world/errors.ts';
import type { Chat, World } from '../world/world.ts';
import { idOf } from '../world/world.ts';
import { TIER_4 } from './gate.ts';
import { type Call, type Route, success, userIdType } from './route.ts';

const MAX_PAGE = 100;

function chatOf(call: Call): Chat {
  const chat = call.platform.world.chats.get(call.params.chat_id ?? '');
  if (!chat) throw new Refusal(232006);
  return chat;
}

function memberChatOf(call: Call): Chat {
  const chat = chatOf(call);
  if (!call.platform.app.botEnabled) throw new Refusal(232025);
  if (chat.dissolved) throw new Refusal(232009);
  if (!chat.botIn) throw new Refusal(232011);
  return chat;
}

function pageOf(call: Call, total: number): { from: number; to: number; next: string | null } {
  const size = Number(call.query.get('page_size') ?? 20);
  const from = Number(Buffer.from(call.query.get('page_token') ?? '', 'base64').toString() || 0);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE || !Number.isInteger(from) || from < 0) throw new Refusal(232001);
  const to = Math.min(total, from + size);
  return { from, to, next: to < total ? Buffer.from(String(to)).toString('base64') : null };
}

const describe = (world: World, chat: Chat): object => ({
  avatar: '',
  name: chat.mode === 'p2p' ? '' : chat.name,
  description: '',
  i18n_names: { zh_cn: chat.name, en_us: chat.enName, ja_jp: '' },
  add_member_permission: 'all_members',
  share_card_permission: 'allowed',
  at_all_permission: 'all_members',
  edit_permission: 'all_members',
  ...(chat.ownerId ? { owner_id_type: 'open_id', owner_id: chat.ownerId } : {}),
  group_message_type: chat.mode === 'topic' ? 'thread' : 'chat',
  chat_mode: chat.mode,
  chat_type: 'private',
  chat_tag: chat.external ? 'cross_tenant' : 'inner',
  join_message_visibility: 'all_members',
  leave_message_visibility: 'all_members',
  membership_approval: 'no_approval_required',
  moderation_permission: chat.ownerPostsOnly ? 'only_owner' : 'all_members',
  external: chat.external,
  tenant_key: world.tenantKey,
  user_count: String(chat.members.length),
  bot_count: chat.botIn ? '1' : '0',
  urgent_setting: 'all_members',
  video_conference_setting: 'all_members',
  hide_member_count_setting: 'all_members',
  chat_status: chat.dissolved ? 'dissolved' : 'normal',
});

export const chatRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats',
    identity: 'tenant',
    anyOf: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
    tier: TIER_4,
    note: 'sort_type is ignored',
    handle(call) {
      const chats = [...call.platform.world.chats.values()].filter((chat) => chat.botIn && chat.mode !== 'p2p' && !chat.dissolved);
      const { from, to, next } = pageOf(call, chats.length);
      const items = chats.slice(from, to).map((chat) => ({
        chat_id: chat.chatId,
        avatar: '',
        name: chat.name,
        description: '',
        owner_id: chat.ownerId ?? '',
        owner_id_type: 'open_id',
        external: chat.external,
        tenant_key: call.platform.world.tenantKey,
        chat_status: 'normal',
      }));
      return success({ items, page_token: next ?? '', has_more: next !== null });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:chat_id',
    identity: 'tenant',
    anyOf: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
    tier: TIER_4,
    handle: (call) => success(describe(call.platform.world, memberChatOf(call))),
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:chat_id/members',
    identity: 'tenant',
    anyOf: ['im:chat', 'im:chat:readonly', 'im:chat.members:read'],
    tier: TIER_4,
    handle(call) {
      const chat = memberChatOf(call);
      const type = userIdType(call, 'member_id_type');
      const { from, to, next } = pageOf(call, chat.members.length);
      const items = chat.members.slice(from, to).flatMap((openId) => {
        const someone = call.platform.world.people.get(openId);
        return someone ? [{ member_id_type: type, member_id: idOf(someone, type), name: someone.name, tenant_key: someone.tenantKey }] : [];
      });
      return success({ items, page_token: next ?? '', has_more: next !== null, member_total: chat.members.length });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
    identity: 'tenant',
    anyOf: ['im:chat', 'im:chat:readonly', 'im:chat.members:read'],
    tier: TIER_4,
    handle: (call) => success({ is_in_chat: chatOf(call).botIn }),
  },
];
