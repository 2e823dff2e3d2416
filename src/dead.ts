import { send } from './answer.ts';
import type { Deps } from './deps.ts';
import { notice } from './meeting/ask.ts';
import type { Incoming } from './model.ts';
import { askOf, pressAsk } from './setting.ts';

/** Tells the asker of a job that was given up. Throws when that can't be sent either. */
export async function noticeFor(incoming: Incoming, error: unknown, times: number, deps: Deps): Promise<void> {
  if (incoming.kind !== 'message' && incoming.kind !== 'press') return;
  const ask =
    incoming.kind === 'press'
      ? await pressAsk(incoming, deps)
      : await askOf({ ...incoming, under: incoming.id, about: null, lang: null, hint: incoming.lang ?? null }, deps);
  const say = deps.isFailure(error) && error.verdict !== 'retry' ? deps.failureSay(error) : { key: 'platform_busy', args: { times } };
  await send({ view: notice('error', say.key, say.args), to: 'everyone' }, { ...ask, id: `${ask.id}-dead` }, deps);
}
