import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import { MINUTE } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';

const HOUR = 60 * MINUTE;

/** Why nothing more is booked for now, or null. Whoever books very much is more likely a script than a person. */
export async function quotaProblem({ from, place }: Ask, deps: Pick<Deps, 'store' | 'quota' | 'now'>): Promise<Say | null> {
  const { person, chat } = deps.quota;
  return (
    (await problem('quota_person', person, { ownerId: from }, deps)) ?? (await problem('quota_chat', chat, { chatId: place.chatId }, deps))
  );
}

async function problem(
  key: 'quota_person' | 'quota_chat',
  most: number,
  by: { ownerId: string } | { chatId: string },
  deps: Pick<Deps, 'store' | 'now'>,
): Promise<Say | null> {
  if (most === 0) return null;
  const now = deps.now();
  const { count, first } = await deps.store.booked(by, now - HOUR);
  if (count < most) return null;
  return { key, args: { count, minutes: Math.max(1, Math.ceil(((first ?? now) + HOUR - now) / MINUTE)) } };
}
