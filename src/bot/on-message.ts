import type { Incoming } from '../domain/event.ts';
import type { Intent, Understood } from '../domain/intent.ts';
import { withSelf } from '../meeting/self.ts';
import { understand } from '../nlu/understand.ts';
import { help } from './actions/help.ts';
import { carryOut } from './actions/registry.ts';
import { askOf, loadContext } from './context.ts';
import type { Deps } from './deps.ts';
import { orRefusal, send } from './reply.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** What came in → what it means → what is done → what goes back. */
export async function onMessage(message: Message, deps: Deps): Promise<void> {
  const { id, at, place, content, mentions } = message;
  deps.chatKinds.learn(place);
  const bot = deps.bot();
  if (place.kind === 'group' && !mentions.some((mention) => mention.openId === bot?.openId)) return;
  const context = await loadContext({ ...message, under: id, about: message.parentId ?? null, hint: message.lang ?? null }, deps);
  if (content.type === 'other') {
    const ask = await askOf(context, null, deps);
    return send(help('text_only', null, ask, deps), ask, deps);
  }
  const said = { text: content.text, mentions, botOpenId: bot?.openId ?? null };
  const read = understand(said, { now: at, zone: context.settings.zone });
  // Written in a language = wants to be answered in it, unless a language is set.
  const ask = await askOf(context, read.lang, deps);
  await send(await orRefusal(() => carryOut(withSelf(doneAtOnce(read), ask.from), ask, deps), deps), ask, deps);
}

/** Only what is plainly asked for is carried out; for the rest there is a kind word. */
const doneAtOnce = ({ act, intent }: Understood): Intent => (act === 'ask' ? { want: 'help', because: 'unknown' } : intent);
