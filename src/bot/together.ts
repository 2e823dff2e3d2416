import type { Millis } from '../domain/time.ts';
import type { Directory } from '../meeting/ports/platform.ts';
import type { Audit } from '../meeting/ports/records.ts';

export interface Chat {
  chatId: string;
  name: string;
}

/** The groups that a person and the bot are both in. */
export interface Together {
  /** All but one. `more`: not all of the bot's groups could be looked at; asked again, it looks at others. */
  chats(personId: string, except: string): Promise<{ chats: Chat[]; more: boolean }>;
  /** That group, where this person is in it now. */
  chat(personId: string, chatId: string): Promise<Chat | null>;
}

/** One page of the bot's groups. */
const MOST_CHATS = 99;
/** One page of a group's members, */
const FIRST_PAGE = 99;
/** of so many groups each time: with the list and the answer, five calls. So are three pages of the one that is chosen. */
const LOOKS = 3;
const THREE_PAGES = 299;
/** Whoever did something in a group of late is in it. */
const DEEDS = 500;
const REMEMBERED: Millis = 24 * 3_600_000;
const MOST_REMEMBERED = 1000;

interface Seen {
  members: ReadonlySet<string>;
  at: Millis;
}

/** No call tells in which groups a person is. What is found is remembered, and each time a few more groups are looked at. */
export function createTogether(o: { directory: Directory; audit: Pick<Audit, 'ofPerson'>; now(): Millis }): Together {
  const seen = new Map<string, Seen>();

  const look = async (chatId: string, most: number): Promise<Seen> => {
    const members = await o.directory.members(chatId, most).catch(() => null);
    const found = { members: new Set(members?.ids), at: o.now() };
    seen.delete(chatId);
    seen.set(chatId, found);
    const [oldest] = seen.keys();
    if (seen.size > MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return found;
  };
  const remembered = (chatId: string): Seen | undefined => {
    const known = seen.get(chatId);
    return known && o.now() - known.at < REMEMBERED ? known : undefined;
  };
  const actedIn = async (personId: string) => new Set((await o.audit.ofPerson(personId, DEEDS)).map(({ chatId }) => chatId));

  return {
    async chats(personId, except) {
      const [every, acted] = await Promise.all([o.directory.chats(MOST_CHATS), actedIn(personId)]);
      const all = every.filter(({ chatId }) => chatId !== except);
      const unsure = all.filter(({ chatId }) => !acted.has(chatId));
      // What nobody looked at yet comes first, then what was looked at longest ago.
      const order = (all.length > LOOKS ? unsure : all).toSorted(
        (a, b) => (remembered(a.chatId)?.at ?? 0) - (remembered(b.chatId)?.at ?? 0),
      );
      const fresh = new Map(
        await Promise.all(order.slice(0, LOOKS).map(async ({ chatId }) => [chatId, await look(chatId, FIRST_PAGE)] as const)),
      );
      const isIn = ({ chatId }: Chat): boolean => {
        const now = fresh.get(chatId) ?? remembered(chatId);
        return now?.members.has(personId) || (acted.has(chatId) && !fresh.has(chatId));
      };
      return { chats: all.filter(isIn), more: order.some(({ chatId }) => !remembered(chatId)) };
    },

    async chat(personId, chatId) {
      const found = (await o.directory.chats(MOST_CHATS)).find((one) => one.chatId === chatId);
      if (!found) return null;
      const members = await o.directory.members(chatId, THREE_PAGES).catch(() => null);
      const isIn = members?.ids.includes(personId) || (members?.more && (await actedIn(personId)).has(chatId));
      return isIn ? found : null;
    },
  };
}
