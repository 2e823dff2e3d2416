import { randomUUID } from 'node:crypto';
import { push } from '../feishu/inbound/push.ts';
import type { ChatMessage, Line, Person } from './line.ts';

const id = (): string => randomUUID().replaceAll('-', '');

/** An event with anything in it, signed and encrypted as the platform would. */
export async function pushEvent(
  line: Line,
  type: string,
  event: Record<string, unknown>,
  more: { header?: Record<string, unknown>; beside?: Record<string, unknown> } = {},
): Promise<Response> {
  const at = line.clock.now();
  const { appId, encryptKey, verificationToken } = line.sandbox;
  const tenant = line.world.people[0]?.tenant_key;
  const header = { event_id: id(), event_type: type, create_time: String(at), token: verificationToken, app_id: appId, tenant_key: tenant };
  const envelope = { schema: '2.0', header: { ...header, ...more.header }, ...more.beside, event };
  const { body, headers } = push(envelope, { encryptKey: encryptKey ?? '', at });
  return fetch(`${line.app.url}/webhook/event`, { method: 'POST', headers, body: new Uint8Array(body) });
}

/** A message as it might come, whatever clients of ours would send: `content` as the platform holds it. */
export function messageEvent(
  line: Line,
  o: { as: Person; chatId: string; content: unknown; type?: string; mentions?: object[]; message?: Record<string, unknown> },
): Record<string, unknown> {
  const direct = line.world.chats.find((chat) => chat.chat_id === o.chatId)?.chat_mode === 'p2p';
  const bot = { key: '@_user_1', id: { open_id: line.world.app.bot_open_id }, mentioned_type: 'bot', name: line.world.app.name };
  return {
    sender: { sender_id: { open_id: o.as.open_id }, sender_type: 'user', tenant_key: o.as.tenant_key },
    message: {
      message_id: `om_${id()}`,
      create_time: String(line.clock.now()),
      chat_id: o.chatId,
      chat_type: direct ? 'p2p' : 'group',
      message_type: o.type ?? 'text',
      content: typeof o.content === 'string' ? o.content : JSON.stringify(o.content),
      mentions: [...(direct ? [] : [bot]), ...(o.mentions ?? [])],
      ...o.message,
    },
  };
}

/** What the bot has said to this person there since, once there is something. */
export async function answersAfter(line: Line, as: Person, chatId: string, work: () => Promise<unknown>): Promise<ChatMessage[]> {
  await line.settle();
  await line.advance(1000);
  const last = await line.newest(as, chatId);
  await work();
  await line.settle();
  return (await line.messages(as, chatId, last)).filter((one) => one.sender.type === 'app' && !one.deleted);
}
