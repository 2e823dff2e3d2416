import type { ActOf } from '../../domain/action.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Ask } from '../../meeting/ask.ts';
import { MAX_MEMBERS } from '../../meeting/rules.ts';
import { type Answer, line, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../press.ts';
import { cardView } from '../redraw-cards.ts';
import { saveMeeting } from '../save-meeting.ts';
import { aboutMeeting, again, type Doubts, doing, harmless, type Intents, onMeeting, type Presses } from './action.ts';

/** Chats offered for sharing; more would not fit a menu. */
const MAX_CHATS = 20;

/** The groups where both the bot and the asker are, other than the meeting's own. */
async function chatsOf(meeting: Meeting, ask: Ask, deps: Deps): Promise<{ chatId: string; name: string }[]> {
  const all = (await deps.directory.chats(MAX_CHATS * 3)).filter((chat) => chat.chatId !== meeting.chatId);
  const both = await Promise.all(
    all.map(async (chat) => {
      const members = await deps.directory.members(chat.chatId, MAX_MEMBERS).catch(() => null);
      return members?.ids.includes(ask.from) ?? false;
    }),
  );
  return all.filter((_, index) => both[index]).slice(0, MAX_CHATS);
}

async function share(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  if (meeting.kind === 'call') return tell({ key: 'call_not_shared' });
  const chats = await chatsOf(meeting, ask, deps);
  if (chats.length === 0) return tell({ key: 'share_none' });
  return { view: { show: 'share', meeting, chats }, to: 'asker' };
}

/** Sharing is the owner's or a host's own decision, so the card says what an invitation says, password included. */
async function shareTo(meeting: Meeting, chatId: string, ask: Ask, deps: Deps): Promise<Answer> {
  if (meeting.kind === 'call') return tell({ key: 'call_not_shared' });
  const chat = (await chatsOf(meeting, ask, deps)).find((one) => one.chatId === chatId);
  if (!chat) return tell({ key: 'you_not_in_that_chat' });
  await saveMeeting(
    meeting.id,
    (now) => ({
      sharedBy: { ...now.sharedBy, [chatId]: ask.from },
      ...(now.hiddenIn ? { hiddenIn: now.hiddenIn.filter((id) => id !== chatId) } : {}),
    }),
    [],
    deps,
  );
  return {
    view: line({ key: 'shared', args: { chat: chat.name } }),
    to: 'asker',
    alsoTo: {
      chatId: chat.chatId,
      view: { ...(await cardView(meeting, chat.chatId, deps)), sharedBy: ask.from, hidePassword: false },
      cardOf: meeting.id,
    },
  };
}

/** The chat that it goes to; empty when none was chosen. */
const chosen = ({ form, option }: Press<ActOf<'submit_share'>>): string => String(form.chat ?? option ?? '');

export const intents = {
  share: aboutMeeting<'share'>({ touch: true, pick: () => ({ act: 'share' }), run: (meeting, _, ask, deps) => share(meeting, ask, deps) }),
} satisfies Partial<Intents>;

export const presses = {
  share: onMeeting<'share'>({ touch: true, open: 'doing_form', run: (meeting, { ask }, deps) => share(meeting, ask, deps) }),

  submit_share: onMeeting<'submit_share'>({
    touch: true,
    open: (_, press) => (chosen(press) ? doing('doing_share', line({ key: 'doing_share' })) : again({ key: 'share_hint' })),
    run: (meeting, press, deps) => shareTo(meeting, chosen(press), press.ask, deps),
  }),
} satisfies Partial<Presses>;

export const doubts = { share: harmless } satisfies Partial<Doubts>;
