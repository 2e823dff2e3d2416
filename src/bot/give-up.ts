import type { Say } from '../domain/say.ts';
import type { Millis } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import { type Answer, notice, tell } from './answer.ts';
import { deliver } from './deliver.ts';
import type { Deps } from './deps.ts';
import { handlerOf } from './jobs.ts';
import { cardView, hasCard } from './redraw-cards.ts';
import { sayPlainly, sendOnce, Undelivered } from './reply.ts';

/** Who waits for longer than this is told so. */
const PATIENCE: Millis = 8000;

interface Failed {
  id: string;
  kind: string;
  payload: unknown;
}

/** Tells the asker of a job that was given up, unless nobody can be told. Throws when that can't be sent either. */
export async function tellGivenUp(job: Failed, error: unknown, times: number, deps: Deps): Promise<void> {
  // Every way was closed, or nobody is there to be told.
  if ((error instanceof Undelivered || deps.isFailure(error)) && error.verdict === 'stop') return;
  if (error instanceof Undelivered) return sayPlainly(error.told, deps);
  const asker = await askerOf(job, deps);
  if (!asker) return;
  if (await toldAsBooked(asker.ask, deps)) return;
  const answer: Answer = { view: notice(sayOf(error, times, deps)), to: asker.pressed ? 'asker' : 'everyone' };
  const { ask, press } = asker;
  if (press) await deliver(answer, { ...press, ask: { ...ask, id: `${ask.id}-dead` } }, deps);
  else await tellOnce(answer, ask, 'dead', deps);
}

/** It was booked before the process ended: its card stands, or leaves under its own key, which the platform takes once. */
async function toldAsBooked(ask: Ask, deps: Deps): Promise<boolean> {
  const attempt = await deps.store.attempt(ask.id);
  const meeting = attempt?.state === 'done' && attempt.meetingId !== null ? await deps.store.get(attempt.meetingId) : null;
  if (!meeting) return false;
  if (await hasCard(meeting, deps)) return true;
  await sendOnce({ view: await cardView(meeting, ask.place.chatId, deps), to: 'everyone', cardOf: meeting.id }, ask, deps);
  return true;
}

/**
 * Tells the asker, once, that it is not forgotten. Where that can't be sent, it is tried after the next failure again.
 * @param next when the job is tried again at the latest
 */
export async function tellStillTrying(job: Failed, next: Millis, deps: Deps): Promise<void> {
  const mark = `waiting:${job.id}`;
  try {
    const asker = await askerOf(job, deps);
    if (!asker || next - asker.ask.at <= PATIENCE || (await deps.marks.has(mark))) return;
    await tellOnce(tell({ key: 'still_trying' }), asker.ask, 'wait', deps);
    await deps.marks.put(mark, deps.now());
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
