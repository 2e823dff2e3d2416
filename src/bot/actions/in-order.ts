import type { Intent } from '../../domain/intent.ts';
import type { Say } from '../../domain/say.ts';
import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { carryOut } from './intents.ts';

/** Each wish as a job of its own, so that a repeated run knows what it did already. */
const nthAsk = (ask: Ask, n: number): Ask => (n === 0 ? ask : { ...ask, id: `${ask.id}-${n + 1}` });

/** All that is wanted, in order, as one answer. What has to be asked about first keeps the rest waiting. */
export async function inOrder(intents: Intent[], ask: Ask, deps: Deps): Promise<Answer> {
  const answers: Answer[] = [];
  for (const [n, intent] of intents.entries()) {
    const answer = await carryOut(intent, nthAsk(ask, n), deps);
    answers.push(answer);
    const open = answer.effects?.find((effect) => effect.did === 'opened');
    const rest = intents.slice(n + 1);
    if (open && rest.length > 0) {
      open.open.intents = [...open.open.intents, ...rest];
      break;
    }
  }
  return answers.reduce(together);
}

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
