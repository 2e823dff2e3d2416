import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Deps } from './deps.ts';

type Whose = Pick<Ask, 'from' | 'place'>;
type Lists = Pick<Deps, 'admins' | 'allow'>;

/** Why this person may not use the bot here; null: they may. An empty list is everybody; administrators always may. */
export function notAllowed({ from, place }: Whose, { admins, allow }: Lists): Say | null {
  if (admins.has(from)) return null;
  if (allow.users.size > 0 && !allow.users.has(from)) return { key: 'not_allowed_you' };
  if (place.kind === 'group' && allow.chats.size > 0 && !allow.chats.has(place.chatId)) return { key: 'not_allowed_here' };
  return null;
}
