import type { Meeting } from '../domain/meeting.ts';
import { type Answer, type Ask, notice, tell } from './ask.ts';
import { save } from './change.ts';
import type { Directory, MeetingStore } from './ports.ts';
import { MAX_MEMBERS } from './rules.ts';

/** Chats offered for sharing; more would not fit a menu. */
const MAX_CHATS = 20;

export interface ShareDeps {
  directory: Pick<Directory, 'chats' | 'members'>;
  store: MeetingStore;
  now(): number;
}

/** The groups where both the bot and the asker are, other than the meeting's own. */
async function chatsOf(meeting: Meeting, ask: Ask, deps: ShareDeps): Promise<{ chatId: string; name: string }[]> {
  const all = (await deps.directory.chats(MAX_CHATS * 3)).filter((chat) => chat.chatId !== meeting.chatId);
  const both = await Promise.all(
    all.map(async (chat) => {
      const members = await deps.directory.members(chat.chatId, MAX_MEMBERS).catch(() => null);
      return members?.ids.includes(ask.from) ?? false;
    }),
  );
  return all.filter((_, index) => both[index]).slice(0, MAX_CHATS);
}

export async function shareView(meeting: Meeting, ask: Ask, deps: ShareDeps): Promise<Answer> {
  if (meeting.kind === 'call') return tell({ key: 'call_not_shared' });
  const chats = await chatsOf(meeting, ask, deps);
  if (chats.length === 0) return tell({ key: 'share_none' });
  return { view: { show: 'share', meeting, chats }, to: 'asker' };
}

/** Sharing is the owner's or a host's own decision, so the card says what an invitation says, password included. */
export async function shareTo(meeting: Meeting, chatId: string, ask: Ask, deps: ShareDeps): Promise<Answer> {
  if (meeting.kind === 'call') return tell({ key: 'call_not_shared' });
  const chat = (await chatsOf(meeting, ask, deps)).find((one) => one.chatId === chatId);
  if (!chat) return tell({ key: 'you_not_in_that_chat' });
  await save(
    meeting.id,
    (now) => ({
      sharedBy: { ...now.sharedBy, [chatId]: ask.from },
      ...(now.hiddenIn ? { hiddenIn: now.hiddenIn.filter((id) => id !== chatId) } : {}),
    }),
    [],
    deps,
  );
  return {
    view: notice({ key: 'shared', args: { chat: chat.name } }),
    to: 'asker',
    alsoTo: { chatId: chat.chatId, view: { show: 'meeting', meeting, now: deps.now(), sharedBy: ask.from }, cardOf: meeting.id },
  };
}
