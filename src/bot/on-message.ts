import { interpret } from '../conversation/interpret.ts';
import type { Incoming } from '../domain/event.ts';
import type { Ask } from '../meeting/ask.ts';
import { withSelf } from '../meeting/self.ts';
import { understand } from '../nlu/understand.ts';
import { help } from './actions/help.ts';
import { notAllowed } from './allowed.ts';
import { tell } from './answer.ts';
import { breathe } from './breathe.ts';
import { nextOf } from './change-series.ts';
import { askOf, loadContext } from './context.ts';
import { converse } from './converse.ts';
import type { Deps } from './deps.ts';
import { ifNamed } from './if-named.ts';
import { pressWritten } from './on-press.ts';
import { keep, recalled } from './recall.ts';
import { orRefusal, send, sendAll } from './reply.ts';
import { writtenPress } from './written-press.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** What came in → what it means → what is done → what goes back. */
export async function onMessage(message: Message, deps: Deps): Promise<void> {
  const { id, at, place, content, mentions } = message;
  deps.chatKinds.learn(place);
  const bot = deps.bot();
  if (place.kind === 'group' && !mentions.some((mention) => mention.openId === bot?.openId)) return;
  deps.note.asked({ id, kind: 'message', at, personId: message.from, chatId: place.chatId, messageId: id });
  const context = await loadContext({ ...message, under: id, about: message.parentId ?? null, hint: message.lang ?? null }, deps);
  if (content.type === 'other') {
    const ask = await askOf(context, null, deps);
    return send(help('text_only', null, ask), ask, deps);
  }
  await breathe();
  const said = { text: content.text, mentions, botOpenId: bot?.openId ?? null };
  const read = understand(said, { now: at, zone: context.settings.zone });
  await breathe();
  // Written in a language = wants to be answered in it, unless a language is set.
  const ask = await askOf(context, read.lang, deps);
  // Its shape, also where it goes no further.
  deps.note.understood(read.intents ?? [read.intent], read.act);
  const no = await notAllowed(ask, deps);
  if (no) return send(tell(no), ask, deps);
  const memory = await recalled(ask, deps);
  const written = await writtenPress(message, memory, ask, deps);
  if (written) {
    const answer = await orRefusal(async () => ('act' in written ? pressWritten(written, deps) : written), deps);
    return answer ? sendAll(answer, ask, deps) : undefined;
  }
  const repliedTo = await repliedToIn(ask, deps);
  const heard = withSelf(read, ask.from);
  const meant = await ifNamed(interpret(heard, memory, repliedTo), heard, ask, deps);
  deps.note.understood('intents' in meant ? meant.intents : 'intent' in meant ? [meant.intent] : meant.open.intents, meant.means);
  const answer = await orRefusal(() => converse(meant, memory, ask, deps), deps);
  if (answer) await sendAll(answer, ask, deps);
  if (heard.ofField || memory.field) await keep([{ did: 'spoke', of: heard.ofField ?? null }], ask, deps);
}

/** The meeting whose card or line the message replies to; of a series its next one, or itself while that has no number. */
async function repliedToIn({ about }: Ask, deps: Deps): Promise<string | null> {
  if (about === null) return null;
  const meeting = await deps.store.byMessage(about);
  if (meeting) return meeting.id;
  const series = await deps.series.byMessage(about);
  if (!series) return null;
  const [next] = await nextOf(series, deps);
  return next?.meeting?.id ?? series.id;
}
