import { secondsInside } from '../people/meeting-life.ts';
import { plainText, rootOf, summaryOf } from '../world/content.ts';
import { canSee, messagesOf } from '../world/messages.ts';
import type { Platform } from '../world/platform.ts';
import { activeMeeting, type Chat, type Message, type Person, type Reserve } from '../world/world.ts';
import type { ChatView, MessageView, PersonView, ReserveView, WorldView } from './shapes.ts';

/** The world as the control API shows it. */

function lastOf(platform: Platform, chat: Chat): ChatView['last'] {
  const last = messagesOf(platform, chat.chatId).findLast((message) => message.ephemeralTo === null && !message.recalled);
  return last ? { text: summaryOf(last), at: last.createdAt } : null;
}

const personView = (someone: Person): PersonView => ({
  open_id: someone.openId,
  union_id: someone.unionId,
  user_id: someone.userId,
  name: someone.name,
  en_name: someone.enName,
  color: someone.color,
  initials: someone.initials,
  lang: someone.lang,
  zone: someone.zone,
  tenant_key: someone.tenantKey,
  online: someone.online,
  resigned: someone.resigned,
  available: someone.available,
  blocks_bot: someone.blocksBot,
  meeting_password: someone.meetingPassword,
  department_ids: someone.departmentIds,
});

function reserveView(platform: Platform, reserve: Reserve): ReserveView {
  const now = platform.clock.now();
  const meeting = activeMeeting(platform.world, reserve.id);
  return {
    id: reserve.id,
    meeting_no: reserve.meetingNo,
    url: `https://vc.feishu.cn/j/${reserve.urlNo}`,
    live_link: `https://meetings.feishu.cn/s/${reserve.liveSlug}`,
    recordings: [...platform.world.meetings.values()].flatMap(({ reserveId, recording }) =>
      reserveId === reserve.id && recording
        ? [{ url: recording.url, ready: recording.ready, seconds: Math.round(((recording.endedAt ?? now) - recording.startedAt) / 1000) }]
        : [],
    ),
    topic: reserve.topic,
    owner_id: reserve.ownerId,
    password: reserve.password,
    end_time: reserve.endTime,
    expired: reserve.endTime <= now,
    deleted: reserve.deleted,
    auto_record: reserve.autoRecord,
    host_ids: reserve.hostIds,
    meeting: meeting
      ? {
          id: meeting.id,
          status: meeting.status,
          host_id: meeting.hostId,
          started_at: meeting.startedAt,
          participants: meeting.participants.map((participant) => ({
            open_id: participant.openId,
            status: participant.status === 2 ? 'in_meeting' : participant.status === 4 ? 'left' : 'ringing',
            host: participant.openId === meeting.hostId,
            cohost: participant.cohost,
            joined_at: participant.firstJoin,
            seconds: secondsInside(participant, now),
          })),
        }
      : null,
  };
}

export function worldView(platform: Platform): WorldView {
  const { app, world, faults } = platform;
  return {
    now: platform.clock.now(),
    factor: platform.clock.factor,
    lang_default: 'zh_cn',
    tenant_key: world.tenantKey,
    app: {
      app_id: app.appId,
      name: app.name,
      en_name: app.enName,
      bot_open_id: app.botOpenId,
      webhook_url: app.webhookUrl,
      enabled: app.botEnabled,
    },
    departments: [...world.departments.values()].map(({ departmentId, name, enName, parentId }) => ({
      open_department_id: departmentId,
      name,
      en_name: enName,
      parent_department_id: parentId ?? '0',
    })),
    people: [...world.people.values()].map(personView),
    chats: [...world.chats.values()].map((chat) => ({
      chat_id: chat.chatId,
      name: chat.name,
      en_name: chat.enName,
      chat_mode: chat.mode,
      members: chat.members,
      owner_id: chat.ownerId,
      bot_in: chat.botIn,
      external: chat.external,
      dissolved: chat.dissolved,
      owner_posts_only: chat.ownerPostsOnly,
      last: lastOf(platform, chat),
    })),
    reserves: [...world.reserves.values()]
      .filter((reserve) => reserve.appId === app.appId)
      .map((reserve) => reserveView(platform, reserve)),
    foreign_reserve_id: world.foreignReserveId,
    faults,
    suggestions: platform.suggestions,
    scopes: [...app.scopes],
    events: app.events,
  };
}

const nameOf = (platform: Platform, message: Message): string =>
  message.sender.type === 'app' ? platform.app.name : (platform.world.people.get(message.sender.id)?.name ?? '');

/** Who has been shown a message since it was sent. */
const readersOf = ({ reads }: Platform, message: Message, chat: Chat): string[] =>
  chat.members.filter((openId) => openId !== message.sender.id && (reads.get(`${chat.chatId} ${openId}`) ?? 0) >= message.createdAt);

function messageView(platform: Platform, message: Message, chat: Chat, reader: Person): MessageView {
  const parent = message.parentId ? platform.world.messages.get(message.parentId) : undefined;
  const { sender } = message;
  return {
    message_id: message.messageId,
    chat_id: message.chatId,
    sender: { type: sender.type, id: sender.type === 'app' ? platform.app.botOpenId : sender.id, name: nameOf(platform, message) },
    msg_type: message.msgType,
    ...(message.recalled ? {} : shownContent(message)),
    created_at: message.createdAt,
    updated_at: message.updatedAt,
    edited: message.edits > 0,
    deleted: message.recalled,
    ephemeral: message.ephemeralTo !== null,
    forwarded: message.forwardOf !== null,
    ...(message.parentId ? { parent_id: message.parentId } : {}),
    ...(message.rootId ? { root_id: rootOf(platform.world, message).messageId } : {}),
    ...(message.threadId ? { thread_id: message.threadId } : {}),
    ...(sender.id === reader.openId && chat.mode !== 'p2p' && !message.recalled ? { read_by: readersOf(platform, message, chat) } : {}),
    ...(parent ? { quote: { sender_name: nameOf(platform, parent), text: summaryOf(parent) } } : {}),
  };
}

function shownContent(message: Message): Pick<MessageView, 'card' | 'text' | 'content' | 'mentions'> {
  if (message.card) return { card: message.card };
  const text = plainText(message);
  return {
    ...(message.msgType === 'text' || message.msgType === 'post' || message.msgType === 'system' ? { text } : { content: message.content }),
    ...(message.mentions.length > 0 ? { mentions: message.mentions.map(({ key, openId, name }) => ({ key, open_id: openId, name })) } : {}),
  };
}

/** Oldest first, as that person sees them; recalled ephemeral cards leave no trace. */
export function messagesView(platform: Platform, chat: Chat, someone: Person): MessageView[] {
  return messagesOf(platform, chat.chatId)
    .filter((message) => canSee(message, someone) && !(message.ephemeralTo !== null && message.recalled))
    .map((message) => messageView(platform, message, chat, someone));
}
