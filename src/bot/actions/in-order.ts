import type { Effect } from '../../conversation/memory.ts';
import type { Intent } from '../../domain/intent.ts';
import type { Say } from '../../domain/say.ts';
import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { choice } from '../offer.ts';
import { carryOut } from './intents.ts';

/** Each wish as a job of its own, so that a repeated run knows what it did already. */
const nthAsk = (ask: Ask, n: number): Ask => (n === 0 ? ask : { ...ask, id: `${ask.id}-${n + 1}` });

/** All that is wanted, in order, as one answer. What has to be asked about first keeps the rest waiting. */
export async function inOrder(intents: Intent[], ask: Ask, deps: Deps): Promise<Answer> {
  const answers: Answer[] = [];
  let rest = intents;
  for (let n = 0; rest[0]; n += 1) {
    const answer = await carryOut(rest[0], nthAsk(ask, n), deps);
    rest = afterwards(rest.slice(1), answer);
    const waits = rest.length > 0 ? waiting(answer, rest, nthAsk(ask, n)) : null;
    answers.push(waits ?? answer);
    if (waits) break;
  }
  return answers.reduce(together);
}

/** 取消周会，改约周五10点: what is booked like it can no longer be found by its name. */
function afterwards(rest: Intent[], { effects = [] }: Answer): Intent[] {
  const gone = effects.find((effect): effect is Extract<Effect, { did: 'cancelled' }> => effect.did === 'cancelled');
  if (!gone) return rest;
  return rest.map((intent) => (intent.want === 'book' && intent.like ? { ...intent, like: { by: 'id', id: gone.meetingId } } : intent));
}

/** The same question, with what waits for its answer; null: nothing was asked. */
function waiting(answer: Answer, rest: Intent[], ask: Ask): Answer | null {
  if (answer.among) return choice({ key: 'offer_which' }, answer.among.slice(0, MOST_BUTTONS), ask, rest);
  const open = answer.effects?.find((effect) => effect.did === 'opened')?.open;
  if (!open) return null;
  const later: Effect =
    open.kind === 'offer'
      ? { did: 'opened', open: { ...open, intents: [...open.intents, ...rest] } }
      : { did: 'opened', open: { ...open, rest: [...(open.rest ?? []), ...rest] } };
  return { ...answer, effects: (answer.effects ?? []).map((effect) => (effect.did === 'opened' ? later : effect)) };
}

/** More would not fit a card. */
const MOST_BUTTONS = 8;

/** Two answers as one message where one can hold both; else one after the other. */
function together(before: Answer, after: Answer): Answer {
  const effects = [...(before.effects ?? []), ...(after.effects ?? [])];
  const lines = linesOf(before);
  if (lines && before.to === after.to && !before.alsoTo) {
    if (after.view.show === 'meeting') return { ...after, effects, view: { ...after.view, news: [...lines, ...(after.view.news ?? [])] } };
    const more = linesOf(after);
    const [say, ...also] = [...lines, ...(more ?? [])];
    if (more && say) return { ...after, effects, view: { show: 'notice', say, also, acts: [] } };
  }
  return { ...before, effects, more: [...(before.more ?? []), after] };
}

const linesOf = ({ view }: Answer): Say[] | null =>
  view.show === 'notice' && view.acts.length === 0 ? [view.say, ...(view.also ?? [])] : null;
