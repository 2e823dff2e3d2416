import type { Intent } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Plan } from '../meeting/plan.ts';
import type { Claim } from '../meeting/ports/lives.ts';
import { AHEAD, MINUTE } from '../meeting/rules.ts';
import { type Answer, tell } from './answer.ts';
import { bookPlan } from './book-plan.ts';
import type { Deps } from './deps.ts';
import { offer } from './offer.ts';

type Booking = Extract<Intent, { want: 'book' }>;

/** Whoever has not booked by then will not: what was asked for longer ago is not done. */
const CLAIM: Millis = 10 * MINUTE;

export const isNow = ({ startAt }: Plan, now: Millis): boolean => startAt <= now;

/**
 * A chat that meets now needs one meeting, however many ask for it at the same moment, and however many instances hear them:
 * one books, the others are pointed to it. A second one only for who says so.
 */
export async function bookNow(plan: Plan, intent: Booking, ask: Ask, attemptId: string, deps: Deps): Promise<Answer> {
  const before = await deps.store.attempt(attemptId);
  // What was refused is asked for anew: by now somebody else may have what everybody here wanted.
  if (intent.another || (before && before.state !== 'refused')) return settled(plan, ask, attemptId, deps);
  const running = await runningHere(ask, deps);
  if (running) return pointTo(running, intent, ask, deps);
  const { chatId } = ask.place;
  const held = await deps.lives.claim({ chatId, attemptId, personId: ask.from, until: deps.now() + CLAIM });
  if (held) return pointToClaim(held, intent, ask, deps);
  // Between the look and the claim somebody may have been quicker.
  const quicker = await runningHere(ask, deps);
  if (quicker) await deps.lives.release(attemptId);
  return quicker ? pointTo(quicker, intent, ask, deps) : settled(plan, ask, attemptId, deps);
}

/** Booked or refused, even if only for now: the chat is free. Nobody knows: it is not, and those who come after hear why. */
async function settled(plan: Plan, ask: Ask, attemptId: string, deps: Deps): Promise<Answer> {
  try {
    return await bookPlan(plan, ask, attemptId, deps);
  } finally {
    const attempt = await deps.store.attempt(attemptId);
    if (attempt?.state === 'lost') await deps.lives.markClaim(attemptId, 'unknown');
    else if (attempt?.state !== 'calling') await deps.lives.release(attemptId);
  }
}

/** Live, or waiting for its people. */
async function runningHere({ place }: Ask, deps: Deps): Promise<Meeting | null> {
  const now = deps.now();
  const window = { from: now, until: now + 1 };
  const { meetings } = await deps.store.find({ ...window, chatId: place.chatId, statuses: AHEAD, order: 'newest', limit: 5, offset: 0 });
  return meetings.find(({ kind }) => kind === 'meeting') ?? null;
}

function pointTo(meeting: Meeting, intent: Booking, ask: Ask, deps: Deps): Answer {
  const { topic, startAt, zone } = meeting;
  const answer = another({ key: 'here_running', args: { topic: topic ?? '', at: { at: startAt, zone } } }, intent, ask, deps);
  return answer.view.show === 'notice' ? { ...answer, view: { ...answer.view, join: meeting } } : answer;
}

function pointToClaim({ personId, state }: Claim, intent: Booking, ask: Ask, deps: Deps): Answer {
  const args = { who: { user: personId } };
  if (state === 'booking') return tell({ key: 'here_booking', args });
  return another({ key: 'here_unknown', args }, intent, ask, deps);
}

/** For who asked: everybody else has their own. */
const another = (say: Say, intent: Booking, ask: Ask, deps: Deps): Answer => ({
  ...offer({ say, yes: { key: 'offer_yes_double' }, intent: { ...intent, another: true }, asIs: true }, [], ask, deps),
  to: 'asker',
});
