import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Deps } from './deps.ts';

type Whose = Pick<Ask, 'from' | 'place'>;
type Lists = Pick<Deps, 'admins' | 'allow' | 'directory'>;

/** Why this person may not use the bot here; null: they may. No list is everybody; administrators always may. */
export async function notAllowed({ from, place }: Whose, lists: Lists): Promise<Say | null> {
  const { admins, allow } = lists;
  if (admins.has(from)) return null;
  if (!(await isListed(from, lists))) return { key: 'not_allowed_you' };
  if (place.kind === 'group' && allow.chats.size > 0 && !allow.chats.has(place.chatId)) return { key: 'not_allowed_here' };
  return null;
}

async function isListed(from: string, { allow, directory }: Lists): Promise<boolean> {
  if (allow.users.size === 0 && allow.departments.size === 0) return true;
  return allow.users.has(from) || (allow.departments.size > 0 && (await directory.inDepartments(from, allow.departments)));
}
