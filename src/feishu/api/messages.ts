import { createHash } from 'node:crypto';
import type { Place } from '../../domain/event.ts';
import type { Clock } from '../../domain/time.ts';
import type { Card } from '../../domain/view.ts';
import type { Messages } from '../../meeting/ports/platform.ts';
import { str } from '../narrow.ts';
import type { Call, CallOptions, CallResult, SdkClient } from './call.ts';
import { CARD_GONE } from './codes.ts';
import { PlatformError } from './errors.ts';
import type { Rate } from './gate.ts';
import { checkId } from './ids.ts';
import { Once, type Sends, sendsInMemory } from './once.ts';
import { PER_GROUP_EPHEMERAL, PER_TARGET } from './rate-limit.ts';

/** The asked message cannot be answered any more, its chat can: recalled, topic gone, invisible, wrong kind, deleted, about to vanish, unknown. */
const NO_LONGER_THERE: ReadonlySet<number | null> = new Set([230011, 230019, 230050, 230054, 230110, 230111, 231003, 99992354]);
/** The chat has no threads. */
const NO_THREAD_HERE: ReadonlySet<number | null> = new Set([230071, 230072]);

/** Gone already (18051), or no card that only one person sees. */
const NOT_WHISPERED: ReadonlySet<number | null> = new Set([18051, 99992354]);

interface Content {
  msg_type: 'interactive' | 'text';
  content: string;
}

/** im-v1 messages and ephemeral cards. The platform keeps a `uuid` for an hour: within it every call here may be repeated. */
export function createMessages(call: Call, clock: Clock, sends: Sends = sendsInMemory(clock)): Messages {
  return new MessageApi(call, new Once(call, clock, sends));
}

interface ReplyTo {
  messageId: string;
  place: Place;
}

interface Receiver {
  type: 'chat_id' | 'open_id';
  id: string;
}

class MessageApi implements Messages {
  private readonly call: Call;
  private readonly once: Once;

  constructor(call: Call, once: Once) {
    this.call = call;
    this.once = once;
  }

  reply(to: ReplyTo, card: Card, key: string): Promise<{ messageId: string }> {
    return this.replyTo(to, cardContent(card), key);
  }

  replyText(to: ReplyTo, text: string, key: string): Promise<{ messageId: string }> {
    return this.replyTo(to, textContent(text), key);
  }

  send(to: Parameters<Messages['send']>[0], card: Card, key: string): Promise<{ messageId: string; chatId?: string }> {
    return this.create(receiverOf(to), cardContent(card), key);
  }

  sendText(to: Parameters<Messages['send']>[0], text: string, key: string): Promise<{ messageId: string }> {
    return this.create(receiverOf(to), textContent(text), key);
  }

  async patch(messageId: string, card: Card, chatId: string = messageId): Promise<void> {
    const api = 'im.message.patch';
    const path = { message_id: checkId('message', messageId, api) };
    const data = { content: JSON.stringify(card) };
    await this.call({
      api,
      repeat: 'safe',
      target: target(chatId),
      expected: CARD_GONE,
      send: (client, options) => client.im.v1.message.patch({ path, data }, options),
    });
  }

  async whisper(
    { chatId, openId, place }: Parameters<Messages['whisper']>[0],
    card: Card,
    key: string,
  ): Promise<{ messageId: string | null }> {
    if (place === 'direct') return this.create({ type: 'chat_id', id: chatId }, cardContent(card), key);
    const api = 'ephemeral.send';
    const data = {
      chat_id: checkId('chat', chatId, api),
      open_id: checkId('user', openId, api),
      msg_type: 'interactive',
      card,
    };
    // This call has no uuid: what may have been shown is not shown again.
    const show = {
      api,
      repeat: 'once' as const,
      target: { key: `ephemeral:${chatId}`, rate: PER_GROUP_EPHEMERAL },
      // Not among the SDK's generated methods.
      send: (client: SdkClient, options: CallOptions) =>
        client.request({ method: 'POST', url: '/open-apis/ephemeral/v1/send', data }, options),
    };
    const uuid = uuidOf(key);
    try {
      await this.once.withoutUuid(`shown:${uuid}`, show);
      return { messageId: null };
    } catch (error) {
      // Refused (topic groups, people outside the group, …) or never heard of again. The direct chat shows the same to the same person.
      if (!(error instanceof PlatformError) || (error.verdict === 'retry' && !error.appRefused)) throw error;
      return this.create({ type: 'open_id', id: openId }, cardContent(card), key);
    }
  }

  async unwhisper(messageId: string): Promise<void> {
    const api = 'ephemeral.delete';
    const data = { message_id: checkId('message', messageId, api) };
    try {
      await this.call({
        api,
        repeat: 'safe',
        expected: NOT_WHISPERED,
        send: (client, options) => client.request({ method: 'POST', url: '/open-apis/ephemeral/v1/delete', data }, options),
      });
    } catch (error) {
      if (!(error instanceof PlatformError) || error.verdict === 'retry') throw error;
    }
  }

  private async create(receiver: Receiver, content: Content, key: string): Promise<{ messageId: string; chatId?: string }> {
    const api = 'im.message.create';
    checkId(receiver.type === 'chat_id' ? 'chat' : 'user', receiver.id, api);
    const uuid = uuidOf(key);
    const data = { receive_id: receiver.id, ...content, uuid };
    const params = { receive_id_type: receiver.type };
    const result = await this.once.withUuid(uuid, {
      api,
      repeat: 'safe',
      target: target(receiver.id),
      send: (client, options) => client.im.v1.message.create({ data, params }, options),
    });
    const chatId = str(result.data.chat_id);
    return { messageId: sentId(result, api), ...(chatId ? { chatId } : {}) };
  }

  private async replyTo(to: ReplyTo, content: Content, key: string): Promise<{ messageId: string }> {
    const api = 'im.message.reply';
    const { messageId, place } = to;
    const path = { message_id: checkId('message', messageId, api) };
    checkId('chat', place.chatId, api);
    const ask = async (inThread: boolean): Promise<{ messageId: string }> => {
      const uuid = uuidOf(key);
      const data = { ...content, reply_in_thread: inThread, uuid };
      const result = await this.once.withUuid(uuid, {
        api,
        repeat: 'safe',
        target: target(place.chatId),
        send: (client, options) => client.im.v1.message.reply({ path, data }, options),
      });
      return { messageId: sentId(result, api) };
    };
    const toChat = (error: unknown): Promise<{ messageId: string }> => {
      if (!(error instanceof PlatformError && NO_LONGER_THERE.has(error.code))) throw error;
      return this.create({ type: 'chat_id', id: place.chatId }, content, key);
    };
    if (place.threadId === undefined) return ask(false).catch(toChat);
    return ask(true)
      .catch((error: unknown) => {
        if (error instanceof PlatformError && NO_THREAD_HERE.has(error.code)) return ask(false);
        throw error;
      })
      .catch(toChat);
  }
}

const receiverOf = (to: Parameters<Messages['send']>[0]): Receiver =>
  'chatId' in to ? { type: 'chat_id', id: to.chatId } : { type: 'open_id', id: to.openId };

const textContent = (text: string): Content => ({ msg_type: 'text', content: JSON.stringify({ text }) });

function cardContent(card: Card): Content {
  return { msg_type: 'interactive', content: JSON.stringify(card) };
}

function target(id: string): { key: string; rate: Rate[] } {
  return { key: `to:${id}`, rate: PER_TARGET };
}

/** At most 50 characters: longer keys are hashed, so that the same key is always the same uuid. */
export function uuidOf(key: string): string {
  return /^[\w.:-]{1,50}$/.test(key) ? key : createHash('sha256').update(key).digest('base64url');
}

function sentId(result: CallResult, api: string): string {
  const id = str(result.data.message_id);
  if (id) return id;
  throw new PlatformError(
    {
      api,
      code: null,
      logId: null,
      verdict: 'tell',
      retryAfter: null,
      scope: null,
      status: 200,
    },
    'answered without a message id',
  );
}
