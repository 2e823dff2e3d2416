import { api } from './api.js';

/** What the page knows. Everything drawn is a function of it. */
export const state = {
  world: null,
  /** open_id of the person this window acts as. */
  as: null,
  chatId: null,
  /** chat_id → messages as the acting person sees them, oldest first. */
  messages: new Map(),
  /** The message being answered. */
  replyTo: null,
  /** Whether this window was somebody who is no more: another sandbox gave everybody new ids. */
  lost: false,
  /** Whether the event stream is up. */
  connected: true,
};

const listeners = new Map();

/** Topics: world, person, chat, messages, reply, connection, panels. */
export function on(topics, listener) {
  for (const topic of topics.split(' ')) {
    if (!listeners.has(topic)) listeners.set(topic, []);
    listeners.get(topic).push(listener);
  }
}

/** Two side panels beside each other leave the chat too little. */
export const roomForTwo = () => window.innerWidth >= 1560;

export function emit(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

export const me = () => state.world?.people.find((person) => person.open_id === state.as) ?? null;
export const lang = () => me()?.lang ?? state.world?.lang_default ?? 'zh_cn';
export const zone = () => me()?.zone ?? 'Asia/Shanghai';
export const now = () => state.world?.now ?? Date.now();
export const personOf = (openId) => state.world?.people.find((person) => person.open_id === openId) ?? null;
export const isBot = (id) => !!state.world && (id === state.world.app.bot_open_id || id === state.world.app.app_id);
export const chatOf = (chatId) => state.world?.chats.find((chat) => chat.chat_id === chatId) ?? null;
export const chat = () => chatOf(state.chatId);

const english = () => lang() === 'en_us';
export const nameOf = (person) => (english() ? person.en_name || person.name : person.name || person.en_name);
export function botName() {
  const app = state.world?.app;
  return (english() ? app?.en_name || app?.name : app?.name) ?? '';
}

export function chatName(item) {
  if (!item) return '';
  if (item.chat_mode === 'p2p') return botName();
  return english() ? item.en_name || item.name : item.name || item.en_name;
}

/** The chats of the acting person, the liveliest first. */
export function myChats() {
  const mine = (state.world?.chats ?? []).filter((item) => item.members.includes(state.as));
  return mine
    .map((item, order) => ({ item, order, at: lastOf(item.chat_id)?.created_at ?? item.last?.at ?? 0 }))
    .sort((a, b) => b.at - a.at || a.order - b.order)
    .map(({ item }) => item);
}

/** The newest message the acting person sees in a chat. */
export const lastOf = (chatId) => state.messages.get(chatId)?.at(-1) ?? null;

export async function loadWorld() {
  const world = await api.world();
  const before = me();
  state.world = world;
  // After a reset everybody has new ids: the same person goes on.
  if (!me()) {
    const same = world.people.find((person) => person.en_name === before?.en_name);
    state.lost = !same && state.as !== null;
    state.as = (same ?? world.people[0])?.open_id ?? null;
  }
  const after = me();
  emit('world');
  if (before?.open_id !== after?.open_id || before?.lang !== after?.lang || before?.zone !== after?.zone) emit('person');
}

/** Contents that are no text travel as JSON in a string. */
function opened(message) {
  if (typeof message.content !== 'string') return message;
  try {
    return { ...message, content: JSON.parse(message.content) };
  } catch {
    return { ...message, content: {} };
  }
}

const inFlight = new Map();

/** Fetches one chat's messages; calls that come while one is under way share one more. */
export function loadMessages(chatId) {
  const running = inFlight.get(chatId);
  if (running) {
    running.again = true;
    return running.done;
  }
  const entry = { again: false, done: null };
  entry.done = (async () => {
    do {
      entry.again = false;
      const as = state.as;
      const { messages } = await api.messages(chatId, as);
      if (as !== state.as) entry.again = true;
      else state.messages.set(chatId, messages.map(opened));
    } while (entry.again);
  })()
    .then(() => emit('messages', chatId))
    .catch((error) => console.warn('messages', error))
    .finally(() => inFlight.delete(chatId));
  inFlight.set(chatId, entry);
  return entry.done;
}

export const loadAllMessages = () => Promise.all(myChats().map((item) => loadMessages(item.chat_id)));

function writeUrl(push) {
  const url = new URL(location.href);
  url.searchParams.set('as', state.as);
  if (state.chatId) url.searchParams.set('chat', state.chatId);
  else url.searchParams.delete('chat');
  history[push ? 'pushState' : 'replaceState']({ chat: state.chatId }, '', url);
}

/** Opens a chat; its messages are shown from memory at once and fetched again behind. */
export function openChat(chatId, { push = false, tell = true } = {}) {
  state.chatId = chatId;
  state.replyTo = null;
  writeUrl(push);
  emit('chat');
  if (!chatId) return;
  loadMessages(chatId);
  if (tell && chatOf(chatId)?.chat_mode === 'p2p') api.opened(chatId, state.as).catch((error) => console.warn('open', error));
}

/** The chat a person sees first: the first group with the bot in it. */
export function firstChat() {
  const mine = (state.world?.chats ?? []).filter((item) => item.members.includes(state.as));
  return (mine.find((item) => item.chat_mode === 'group' && item.bot_in) ?? mine[0])?.chat_id ?? null;
}

function become(openId) {
  state.as = openId;
  state.lost = false;
  state.messages = new Map();
  emit('person');
}

/** Acts as somebody else from here on; stays in the chat when that person is in it too. */
export function actAs(openId) {
  if (openId === state.as) return;
  const stays = chat()?.members.includes(openId);
  become(openId);
  openChat(stays ? state.chatId : firstChat(), { push: true, tell: false });
  loadAllMessages();
}

/** Back and forward: the address says who was where. */
export function followAddress() {
  const params = new URLSearchParams(location.search);
  const [as, chatId] = [params.get('as'), params.get('chat')];
  const changed = as !== state.as && personOf(as) !== null;
  if (changed) become(as);
  state.chatId = chatOf(chatId)?.members.includes(state.as) ? chatId : null;
  state.replyTo = null;
  emit('chat');
  if (changed) loadAllMessages();
  else if (state.chatId) loadMessages(state.chatId);
}

export function replyTo(message) {
  state.replyTo = message;
  emit('reply');
}
