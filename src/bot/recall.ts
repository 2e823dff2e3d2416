import { type Effect, type Memory, NOTHING, recall, remember } from '../conversation/memory.ts';
import { narrowMemory } from '../conversation/narrow.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Deps } from './deps.ts';
import { isLate } from './late.ts';

type Whose = Pick<Ask, 'from' | 'place' | 'at'>;

/** What was just done or offered to this person here. */
export async function recalled({ from, place, at }: Whose, deps: Pick<Deps, 'conversations'>): Promise<Memory> {
  const row = await deps.conversations.get(place.chatId, from);
  return row === null ? NOTHING : recall(narrowMemory(row), at);
}

/** Kept after the answer has left: a run that is repeated finds what its first one found. What is offered late counts from now on. */
export async function keep(effects: Effect[] | undefined, ask: Whose, deps: Pick<Deps, 'conversations' | 'now'>): Promise<void> {
  if (!effects || effects.length === 0) return;
  const { from, place } = ask;
  const at = isLate(ask, deps) ? deps.now() : ask.at;
  const memory = effects.reduce((sum, effect) => remember(sum, effect, at), await recalled(ask, deps));
  await deps.conversations.put(place.chatId, from, memory, at);
}
