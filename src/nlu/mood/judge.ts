/** Whether a message is done, offered or left: what is wanted, and how it is said. */
import type { Act, Intent } from '../../domain/intent.ts';
import type { Millis, TimeReading } from '../../domain/time.ts';
import type { Utterance } from '../utterance.ts';
import { factsOf } from './facts.ts';
import { ABOUT_MEETINGS, RULES, type Rule } from './rules.ts';

export interface Judged {
  act: Act;
  because: string;
}

/** Nothing asks for it but that it stands there alone. */
export const BARE = 'a time and a name';

const CARE: Record<Act, number> = { none: 2, ask: 1, do: 0 };

const MOST_CAREFUL_FIRST: readonly Rule[] = [...RULES].sort((one, other) => CARE[other.act] - CARE[one.act]);

/** Of the rules that hold the most careful one decides. */
export function judge(said: Utterance, intent: Intent, time: TimeReading, now: Millis): Judged {
  if (intent.want === 'help') return { act: intent.because === 'asked' ? 'do' : 'none', because: intent.because };
  const facts = factsOf(said, intent, time, now);
  if (intent.want === 'book' && facts.has('plural') && !facts.has('order')) return { act: 'ask', because: ABOUT_MEETINGS };
  const held = MOST_CAREFUL_FIRST.find(
    ({ wants, when, unless }) =>
      wants.includes(intent.want) && when.every((fact) => facts.has(fact)) && !unless?.some((fact) => facts.has(fact)),
  );
  return held ?? { act: 'do', because: facts.has('bare') && !facts.has('order') ? BARE : 'an instruction' };
}
