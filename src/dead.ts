import { send } from './answer.ts';
import type { Deps } from './deps.ts';
import { notice } from './meeting/ask.ts';
import type { Incoming, Say } from './model.ts';
import { askOf, pressAsk } from './setting.ts';

/** Tells the asker of a job that was given up. Throws when that can't be sent either. */
export async function noticeFor(incoming: Incoming, error: unknown, times: number, deps: Deps): Promise<void> {
  if (incoming.kind !== 'message' && incoming.kind !== 'press') return;
  const ask =
    incoming.kind === 'press'
      ? await pressAsk(incoming, deps)
      : await askOf({ ...incoming, under: incoming.id, about: null, lang: null, hint: incoming.lang ?? null }, deps);
  const { key, args } = sayOf(error, times, deps);
  await send(
    { view: notice('error', key, args), to: incoming.kind === 'press' ? 'asker' : 'everyone' },
    { ...ask, id: `${ask.id}-dead` },
    deps,
  );
}

function sayOf(error: unknown, times: number, deps: Deps): Say {
  if (!deps.isFailure(error)) return { key: 'something_wrong' };
  return error.code === null && error.verdict === 'retry' ? { key: 'platform_busy', args: { times } } : deps.failureSay(error);
}
