import type { Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Deps } from './deps.ts';

/** Of this chat, else this person's own; of that name, where it is said. */
export async function seriesHere({ place, from }: Ask, { series }: Deps, among: { topic?: string; limit: number }): Promise<Series[]> {
  const here = await series.find({ chatId: place.chatId, ...among });
  return here.length > 0 ? here : series.find({ ownerId: from, ...among });
}
