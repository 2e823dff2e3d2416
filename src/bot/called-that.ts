import type { Meeting } from '../domain/meeting.ts';
import type { Ask } from '../meeting/ask.ts';
import { justCalled } from '../meeting/same-topic.ts';
import type { Deps } from './deps.ts';

/** Each is an answer of its own. */
const MOST = 3;

/** The newest first, whatever became of them: of this chat, else the asker's own; for an administrator of any. */
export async function calledThat(topic: string, { place, from }: Ask, { store, admins }: Deps): Promise<Meeting[]> {
  const looks = [{ chatId: place.chatId }, { personId: from }, ...(admins.has(from) ? [{}] : [])];
  for (const where of looks) {
    const { meetings } = await store.find({ ...where, topic, order: 'newest', limit: MOST, offset: 0 });
    if (meetings.length > 0) return justCalled(meetings, topic, (one) => one.topic);
  }
  return [];
}
