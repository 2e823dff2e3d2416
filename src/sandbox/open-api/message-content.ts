import { contentProblem, type Json, MSG_TYPES, parseObject } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { CARD_BYTES, mustBeCard, readAtTags, TEXT_BYTES } from '../world/messages.ts';
import type { Chat, Message, MsgType, Person } from '../world/world.ts';
import type { Call } from './route.ts';

/** What a message to be sent holds, and whether it may be sent at all. */

const UUID_MS = 3_600_000;
const MAX_UUID = 50;

export const invalid = (ext: string): Refusal => new Refusal(230001, { ext });

interface Sent {
  messageId: string;
  until: number;
}

/** uuid → message, per platform: kept beside the state it belongs to. */
const sentByUuid = new WeakMap<object, Map<string, Sent>>();

export function seenUuid(call: Call, uuid: unknown): { key: string | null; message: Message | null; remember: (message: Message) => void } {
  if (uuid !== undefined && uuid !== null && (typeof uuid !== 'string' || uuid.length > MAX_UUID))
    throw invalid(`uuid must be a string of at most ${MAX_UUID} characters`);
  const key = typeof uuid === 'string' && uuid !== '' ? uuid : null;
  const { world, clock } = call.platform;
  const known = sentByUuid.get(world) ?? new Map<string, Sent>();
  sentByUuid.set(world, known);
  const sent = key === null ? undefined : known.get(key);
  const alive = sent && sent.until > clock.now();
  return {
    key,
    message: alive ? (world.messages.get(sent.messageId) ?? null) : null,
    remember: (message) => {
      if (key !== null) known.set(key, { messageId: message.messageId, until: clock.now() + UUID_MS });
    },
  };
}

interface Content {
  msgType: MsgType;
  content: string;
  card: Json | null;
  mentions: Message['mentions'];
  mentionsAll: boolean;
}

/** Type, size and inside of what is to be sent. */
export function readContent(call: Call, msgType: unknown, raw: unknown): Content {
  if (typeof msgType !== 'string' || !(MSG_TYPES as readonly string[]).includes(msgType)) throw invalid('invalid msg_type');
  if (typeof raw !== 'string' || raw === '') throw invalid('content is required');
  const limit = msgType === 'text' ? TEXT_BYTES : msgType === 'interactive' || msgType === 'post' ? CARD_BYTES : TEXT_BYTES;
  if (call.size > limit) throw new Refusal(230025);
  const parsed = parseObject(raw);
  if (!parsed) throw invalid('content is not a string in json format');
  if (msgType === 'interactive') {
    mustBeCard(call.platform, parsed);
    return { msgType, content: raw, card: parsed, mentions: [], mentionsAll: false };
  }
  const problem = contentProblem(msgType, parsed);
  if (problem) throw invalid(problem);
  if (msgType !== 'text') return { msgType: msgType as MsgType, content: raw, card: null, mentions: [], mentionsAll: false };
  const read = readAtTags(call.platform, String(parsed.text));
  return { msgType, content: JSON.stringify({ text: read.text }), card: null, mentions: read.mentions, mentionsAll: read.mentionsAll };
}

export function mayWriteTo(call: Call, someone: Person): void {
  if (someone.tenantKey !== call.platform.world.tenantKey) throw new Refusal(230038);
  if (someone.resigned) throw new Refusal(230029);
  if (!someone.available) throw new Refusal(230013);
  if (someone.blocksBot) throw new Refusal(230053);
}

export function mayPostIn(call: Call, chat: Chat): void {
  if (!call.platform.app.botEnabled) throw new Refusal(230006);
  if (chat.dissolved) throw new Refusal(232009);
  if (!chat.botIn) throw new Refusal(230002);
  if (chat.ownerPostsOnly) throw new Refusal(230018);
  if (chat.mode === 'p2p') {
    const someone = call.platform.world.people.get(chat.members[0] ?? '');
    if (someone) mayWriteTo(call, someone);
  }
}
