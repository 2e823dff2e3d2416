import { batch } from '@preact/signals';
import { api } from './api.ts';
import { loadAllMessages, loadMessages } from './load.ts';
import { as, chat, chatId, chatOf, firstChat, isIn, lost, messages, opened, personOf, replying } from './state.ts';

/** Where the acting person goes, kept in the address. */

function writeUrl(push: boolean): void {
  const url = new URL(location.href);
  url.searchParams.set('as', as.peek());
  const open = chatId.peek();
  if (open) url.searchParams.set('chat', open);
  else url.searchParams.delete('chat');
  history[push ? 'pushState' : 'replaceState'](null, '', url);
}

/** Opens a chat; its messages are shown from memory at once and fetched again behind. */
export function openChat(id: string | null, { push = false, tell = true } = {}): void {
  batch(() => {
    chatId.value = id;
    replying.value = null;
    opened.value++;
  });
  writeUrl(push);
  if (!id) return;
  loadMessages(id);
  if (tell && chatOf(id)?.chat_mode === 'p2p') api.opened(id, as.peek()).catch((error: unknown) => console.warn('open', error));
}

function become(openId: string): void {
  as.value = openId;
  lost.value = false;
  messages.value = new Map();
}

/** Acts as somebody else from here on; stays in the chat when that person is in it too. */
export function actAs(openId: string): void {
  if (openId === as.peek()) return;
  const stays = chat.peek()?.members.includes(openId);
  batch(() => {
    become(openId);
    openChat(stays ? chatId.peek() : firstChat(), { push: true, tell: false });
  });
  loadAllMessages();
}

/** Back and forward: the address says who was where. */
export function followAddress(): void {
  const params = new URLSearchParams(location.search);
  const who = params.get('as') ?? '';
  const wanted = params.get('chat');
  const changed = who !== as.peek() && personOf(who) !== null;
  batch(() => {
    if (changed) become(who);
    chatId.value = isIn(chatOf(wanted)) ? wanted : null;
    replying.value = null;
    opened.value++;
  });
  if (changed) loadAllMessages();
  else if (chatId.peek()) loadMessages(chatId.peek() ?? '');
}
