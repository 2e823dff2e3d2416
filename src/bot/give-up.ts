import type { Incoming } from '../domain/event.ts';
import type { Say } from '../domain/say.ts';
import type { View } from '../domain/view.ts';
import { type Answer, notice } from '../meeting/ask.ts';
import { askOf, pressAsk } from './context.ts';
import type { Deps } from './deps.ts';
import { send } from './reply.ts';

/** Failed runs after which the asker hears that it takes longer: some seconds. */
const PATIENCE = 3;
/** A platform that wants to be left alone for longer than this is told at once. */
const LONG = 10_000;

type Asked = Extract<Incoming, { kind: 'message' | 'press' }>;

/** Tells the asker of a job that was given up, unless nobody can be told. Throws when that can't be sent either. */
export async function noticeFor(incoming: Incoming, error: unknown, times: number, deps: Deps): Promise<void> {
  if (!isAsked(incoming) || (deps.isFailure(error) && error.verdict === 'stop')) return;
  const to = incoming.kind === 'press' ? 'asker' : 'everyone';
  await tellOf(incoming, { view: notice(sayOf(error, times, deps)), to }, 'dead', deps);
}

/** Tells the asker, once, that it is not forgotten: the platform does not take it now. Where that can't be sent either, nothing is lost. */
export async function noticeMeanwhile(incoming: Incoming, error: unknown, failures: number, deps: Deps): Promise<void> {
  if (!isAsked(incoming) || !deps.isFailure(error) || error.verdict !== 'retry') return;
  // Without a code no answer came at all: what is said now would not arrive either.
  const long = failures === 0 && (error.retryAfter ?? 0) > LONG;
  if (!long && (error.code === null || failures + 1 !== PATIENCE)) return;
  const view: View = { show: 'notice', say: { key: 'still_trying' }, acts: [] };
  await tellOf(incoming, { view, to: 'asker' }, 'wait', deps).catch((failed: unknown) => {
    if (!deps.isFailure(failed)) throw failed;
  });
}

const isAsked = (incoming: Incoming): incoming is Asked => incoming.kind === 'message' || incoming.kind === 'press';

async function tellOf(incoming: Asked, answer: Answer, about: string, deps: Deps): Promise<void> {
  const ask =
    incoming.kind === 'press'
      ? await pressAsk(incoming, deps)
      : await askOf({ ...incoming, under: incoming.id, about: null, lang: null, hint: incoming.lang ?? null }, deps);
  await send(answer, { ...ask, id: `${ask.id}-${about}` }, deps);
}

function sayOf(error: unknown, times: number, deps: Deps): Say {
  if (!deps.isFailure(error)) return { key: 'something_wrong' };
  return error.code === null && error.verdict === 'retry' ? { key: 'platform_busy', args: { times } } : deps.failureSay(error);
}
