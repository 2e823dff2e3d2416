import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import { type Answer, notice, tell } from './answer.ts';
import type { Deps } from './deps.ts';
import { handlerOf } from './jobs.ts';
import { sendOnce } from './reply.ts';

/** Failed runs after which the asker hears that it takes longer: some seconds. */
const PATIENCE = 3;
/** A platform that wants to be left alone for longer than this is told at once. */
const LONG = 10_000;

interface Failed {
  kind: string;
  payload: unknown;
}

/** Tells the asker of a job that was given up, unless nobody can be told. Throws when that can't be sent either. */
export async function tellGivenUp(job: Failed, error: unknown, times: number, deps: Deps): Promise<void> {
  if (deps.isFailure(error) && error.verdict === 'stop') return;
  const asker = await askerOf(job, deps);
  if (!asker) return;
  const answer: Answer = { view: notice(sayOf(error, times, deps)), to: asker.pressed ? 'asker' : 'everyone' };
  await tellOnce(answer, asker.ask, 'dead', deps);
}

/** Tells the asker, once, that it is not forgotten: the platform does not take it now. Where that can't be sent either, nothing is lost. */
export async function tellStillTrying(job: Failed, error: unknown, failures: number, deps: Deps): Promise<void> {
  if (!deps.isFailure(error) || error.verdict !== 'retry') return;
  // Without a code no answer came at all: what is said now would not arrive either.
  const long = failures === 0 && (error.retryAfter ?? 0) > LONG;
  if (!long && (error.code === null || failures + 1 !== PATIENCE)) return;
  try {
    const asker = await askerOf(job, deps);
    if (asker) await tellOnce(tell({ key: 'still_trying' }), asker.ask, 'wait', deps);
  } catch (failed) {
    if (!deps.isFailure(failed)) throw failed;
  }
}

const askerOf = async ({ kind, payload }: Failed, deps: Deps) => (await handlerOf(kind).asker?.(payload as never, deps)) ?? null;

const tellOnce = (answer: Answer, ask: Ask, about: string, deps: Deps): Promise<void> =>
  sendOnce(answer, { ...ask, id: `${ask.id}-${about}` }, deps);

function sayOf(error: unknown, times: number, deps: Deps): Say {
  if (!deps.isFailure(error)) return { key: 'something_wrong' };
  return error.code === null && error.verdict === 'retry' ? { key: 'platform_busy', args: { times } } : deps.failureSay(error);
}
