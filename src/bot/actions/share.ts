import type { ActOf } from '../../domain/action.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Ask } from '../../meeting/ask.ts';
import { type Answer, line, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../press.ts';
import { cardView } from '../redraw-cards.ts';
import { saveMeeting } from '../save-meeting.ts';
import { aboutMeeting, again, type Doubts, doing, harmless, type Intents, onMeeting, type Presses } from './action.ts';

async function share(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  if (meeting.kind === 'call') return tell({ key: 'call_not_shared' });
  const { chats, more } = await deps.together.chats(ask.from, meeting.chatId);
  if (chats.length === 0) return tell({ key: more ? 'share_none_yet' : 'share_none' });
  return { view: { show: 'share', meeting, chats, ...(more ? { more } : {}) }, to: 'asker' };
}

/** Sharing is the owner's or a host's own decision, so the card says what an invitation says, password included. */
async function shareTo(meeting: Meeting, chatId: string, ask: Ask, deps: Deps): Promise<Answer> {
  if (meeting.kind === 'call') return tell({ key: 'call_not_shared' });
  const chat = chatId === meeting.chatId ? null : await deps.together.chat(ask.from, chatId);
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
