import type { Place } from '../domain/event.ts';
import type { Directory } from '../meeting/ports.ts';

export interface ChatKinds {
  of(chatId: string): Promise<Place['kind']>;
  /** A message says it of its chat. */
  learn(place: Place): void;
}

const MOST = 10_000;

/** A press does not say the kind of its chat, and a chat never changes it: asked once. */
export function createChatKinds(directory: Pick<Directory, 'chat'>): ChatKinds {
  const known = new Map<string, Promise<Place['kind'] | null> | Place['kind']>();
  const keep = (chatId: string, kind: Promise<Place['kind'] | null> | Place['kind']): void => {
    known.delete(chatId);
    known.set(chatId, kind);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  };
  const ask = async (chatId: string): Promise<Place['kind'] | null> => {
    const chat = await directory.chat(chatId).catch(() => null);
    if (chat) keep(chatId, chat.mode === 'p2p' ? 'direct' : 'group');
    else known.delete(chatId);
    return chat && (chat.mode === 'p2p' ? 'direct' : 'group');
  };
  return {
    async of(chatId) {
      if (!known.has(chatId)) keep(chatId, ask(chatId));
      // Not known means group: what is personal then goes to the person alone.
      return (await known.get(chatId)) ?? 'group';
    },
    learn: ({ chatId, kind }) => keep(chatId, kind),
  };
}
