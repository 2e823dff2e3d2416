/** What is remembered of people and chats. */
import type { Settings } from '../../domain/settings.ts';
import type { Millis } from '../../domain/time.ts';

export interface SettingsStore {
  /** What this person (`ou_…`) or chat (`oc_…`) has set; the rest comes from the defaults. */
  get(ownerId: string): Promise<Partial<Settings>>;
  patch(ownerId: string, patch: Partial<Settings>): Promise<void>;
}

/** Small facts remembered once, e.g. `welcomed:oc_…`. True when it was new. */
export interface Marks {
  once(key: string, at: Millis): Promise<boolean>;
  has(key: string): Promise<boolean>;
  /** For who has looked already. */
  put(key: string, at: Millis): Promise<void>;
}

/** What is remembered of one person in one chat; forgotten within an hour or two. */
export interface Conversations {
  get(chatId: string, personId: string): Promise<unknown>;
  put(chatId: string, personId: string, memory: unknown, at: Millis): Promise<void>;
}
