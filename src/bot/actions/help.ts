import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import { type Doubts, harmless, type Intents, type Presses, simply } from './action.ts';

type Because = Extract<View, { show: 'help' }>['because'];

export function help(because: Because, suggestion: string | null, ask: Ask): Answer {
  const view: View = { show: 'help', because, suggestion, inGroup: ask.place.kind === 'group' };
  return { view, to: because === 'unknown' ? 'asker' : 'everyone' };
}

export const intents = {
  help: async ({ because, suggestion }, ask) => help(because, suggestion ?? null, ask),
} satisfies Partial<Intents>;

export const presses = { help: simply('doing_help', async ({ ask }) => help('asked', null, ask)) } satisfies Partial<Presses>;

export const doubts = { help: harmless } satisfies Partial<Doubts>;
