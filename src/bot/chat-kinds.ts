import type { Place } from '../domain/event.ts';
import type { Directory } from '../meeting/ports/platform.ts';

export interface ChatKinds {
  of(chatId: string): Promise<Place['kind']>;
  /** A message says it of its chat. */
  learn(place: Place): void;
}

const MOST = 10_000;

/** Where it stays known over a restart. */
interface Kept {
  get(key: string): Promise<string | null>;
  put(key: string, data: string): Promise<void>;
}

/** A press does not say the kind of its chat, and a chat never changes it: asked once, and remembered. */
export function createChatKinds(directory: Pick<Directory, 'chat'>, kept: Kept): ChatKinds {
  const known = new Map<string, Promise<Place['kind'] | null> | Place['kind']>();
  const keep = (chatId: string, kind: Promise<Place['kind'] | null> | Place['kind']): void => {
    known.delete(chatId);
    known.set(chatId, kind);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  };
  const nameOf = (chatId: string): string => `chat-kind:${chatId}`;
  const ask = async (chatId: string): Promise<Place['kind'] | null> => {
    const before = await kept.get(nameOf(chatId)).catch(() => null);
    if (before === 'direct' || before === 'group') {
      keep(chatId, before);
      return before;
    }
    const chat = await directory.chat(chatId).catch(() => null);
    const kind = chat && (chat.mode === 'p2p' ? 'direct' : 'group');
    if (kind) {
      keep(chatId, kind);
      await kept.put(nameOf(chatId), kind).catch(() => {});
    } else known.delete(chatId);
    return kind;
  };
  const learn = async (chatId: string, kind: Place['kind']): Promise<void> => {
    if ((await kept.get(nameOf(chatId))) !== kind) await kept.put(nameOf(chatId), kind);
  };
  return {
    async of(chatId) {
      if (!known.has(chatId)) keep(chatId, ask(chatId));
      // Not known means group: what is personal then goes to the person alone.
      return (await known.get(chatId)) ?? 'group';
    },
    learn({ chatId, kind }) {
      if (known.get(chatId) === kind) return;
      keep(chatId, kind);
      // Only for the next start.
      learn(chatId, kind).catch(() => {});
    },
  };
}
