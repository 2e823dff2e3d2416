import { state } from './state.js';

const key = () => `feishu-sandbox.read.${state.world.app.app_id}.${state.as}`;

function load() {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? '{}');
  } catch {
    return {};
  }
}

/** Remembers how far the acting person has read a chat: every window of that person shares it. */
export function markRead(chatId) {
  const last = state.messages.get(chatId)?.at(-1);
  if (!last) return;
  const read = load();
  if (read[chatId] === last.message_id) return;
  read[chatId] = last.message_id;
  localStorage.setItem(key(), JSON.stringify(read));
}

/** How many messages of others came after the last one read. A chat never opened counts from its first message. */
export function unreadOf(chatId) {
  const messages = state.messages.get(chatId) ?? [];
  const read = load()[chatId];
  const from = read ? messages.findIndex((message) => message.message_id === read) + 1 : 0;
  return messages.slice(from).filter((message) => message.sender.id !== state.as && !message.deleted && message.msg_type !== 'system')
    .length;
}
