import type { MessageView } from '../../control/shapes.ts';
import { api } from './api.ts';
import { as, kept, type Message, messages, myChats, takeWorld } from './state.ts';

export const loadWorld = async (): Promise<void> => takeWorld(await api.world());

/** Contents that are no text travel as JSON in a string. */
function openUp({ content, ...message }: MessageView): Message {
  if (content === undefined) return message;
  try {
    return { ...message, content: JSON.parse(content) as Record<string, unknown> };
  } catch {
    return { ...message, content: {} };
  }
}

function keep(chatId: string, fetched: readonly MessageView[]): void {
  const before = new Map(
    messages
      .peek()
      .get(chatId)
      ?.map((message) => [message.message_id, message]),
  );
  const after = fetched.map((message) => kept(before.get(message.message_id), openUp(message)));
  messages.value = new Map(messages.peek()).set(chatId, after);
}

interface Fetching {
  again: boolean;
  done: Promise<void>;
}

const inFlight = new Map<string, Fetching>();

async function fetchUntilQuiet(chatId: string, entry: Fetching): Promise<void> {
  do {
    entry.again = false;
    const reader = as.peek();
    const fetched = await api.messages(chatId, reader);
    if (reader === as.peek()) keep(chatId, fetched.messages);
    else entry.again = true;
  } while (entry.again);
}

/** Fetches one chat's messages; calls that come while one is under way share one more. */
export function loadMessages(chatId: string): Promise<void> {
  const running = inFlight.get(chatId);
  if (running) {
    running.again = true;
    return running.done;
  }
  const entry: Fetching = { again: false, done: Promise.resolve() };
  inFlight.set(chatId, entry);
  entry.done = fetchUntilQuiet(chatId, entry)
    .catch((error: unknown) => console.warn('messages', error))
    .finally(() => inFlight.delete(chatId));
  return entry.done;
}

export const loadAllMessages = (): Promise<unknown> => Promise.all(myChats.peek().map((item) => loadMessages(item.chat_id)));

/** Runs `work` once, `ms` after the first of a burst of calls. */
export function coalesce(work: () => void, ms: number): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, ms);
  };
}
