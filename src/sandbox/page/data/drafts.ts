import { computed, signal } from '@preact/signals';
import { as, chatId } from './state.ts';

const KEY = 'feishu-sandbox.drafts';

const keyOf = (person: string, chat: string | null): string => `${person} ${chat}`;

/** `as chat` → text that was typed and not sent; kept with the window, over a reload. */
const drafts = signal<ReadonlyMap<string, string>>(
  new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as (readonly [string, string])[]),
);

/** What stands in the input of the open chat. */
export const draft = computed(() => drafts.value.get(keyOf(as.value, chatId.value)) ?? '');

export function keepDraft(text: string): void {
  const next = new Map(drafts.peek());
  const key = keyOf(as.peek(), chatId.peek());
  if (text) next.set(key, text);
  else next.delete(key);
  drafts.value = next;
  sessionStorage.setItem(KEY, JSON.stringify([...next]));
}

/** What was not sent in another chat than the open one. */
export const draftOf = (id: string): string => (id === chatId.value ? '' : (drafts.value.get(keyOf(as.value, id)) ?? ''));
