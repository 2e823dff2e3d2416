import type { Incoming, Place } from '../domain/event.ts';
import { help } from './actions/help.ts';
import { askOf, loadContext } from './context.ts';
import type { Deps } from './deps.ts';
import { send } from './reply.ts';

type Joined = Extract<Incoming, { kind: 'bot_added' | 'bot_chat_entered' }>;

/** Says hello, once for each direct chat, however often it is opened. */
export async function onJoin(joined: Joined, deps: Deps): Promise<void> {
  const { chatId, kind, at } = joined;
  const place: Place = { chatId, kind: kind === 'bot_added' ? 'group' : 'direct' };
  deps.chatKinds.learn(place);
  const ask = await askOf(await loadContext({ ...joined, place, under: null, about: null, hint: null }, deps), null, deps);
  if (kind === 'bot_chat_entered' && !(await deps.marks.once(`welcomed:${chatId}`, at))) return;
  await send(help('welcome', null, ask), ask, deps);
}
