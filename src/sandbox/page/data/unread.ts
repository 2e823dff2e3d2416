import { computed, effect, signal } from '@preact/signals';
import { api } from './api.ts';
import { app, as, chatId, messages, visible } from './state.ts';

/** How far the acting person has read each chat: every window of that person shares it. */

const key = computed(() => `feishu-sandbox.read.${app.value.app_id}.${as.value}`);
/** Counts what was written, here or in another window. */
const written = signal(0);
window.addEventListener('storage', (event) => {
  if (event.key === key.peek()) written.value++;
});

const read = computed<Record<string, string>>(() => {
  void written.value;
  try {
    return JSON.parse(localStorage.getItem(key.value) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
});

/** The open chat is read as long as somebody can see it. */
export const markWhatIsSeen = (): (() => void) =>
  effect(() => {
    const open = chatId.value;
    const last = open && visible.value ? messages.value.get(open)?.at(-1)?.message_id : undefined;
    const marks = read.peek();
    if (!open || !last || marks[open] === last) return;
    localStorage.setItem(key.value, JSON.stringify({ ...marks, [open]: last }));
    written.value = written.peek() + 1;
    api.read(open, as.peek()).catch((error: unknown) => console.warn('read', error));
  });

/** How many messages of others came after the last one read. A chat never opened counts from its first message. */
export function unreadOf(id: string): number {
  const all = messages.value.get(id) ?? [];
  const last = read.value[id];
  const from = last ? all.findIndex((message) => message.message_id === last) + 1 : 0;
  return all.slice(from).filter((message) => message.sender.id !== as.value && !message.deleted && message.msg_type !== 'system').length;
}
