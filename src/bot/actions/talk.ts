import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import type { Intents } from './action.ts';
import { help } from './help.ts';

const nothing = async (ask: Ask, deps: Deps): Promise<Answer> => help('unknown', null, ask, deps);

export const intents = {
  nothing: (_, ask, deps) => nothing(ask, deps),
  agree: (_, ask, deps) => nothing(ask, deps),
  decline: (_, ask, deps) => nothing(ask, deps),
  undo: (_, ask, deps) => nothing(ask, deps),
} satisfies Partial<Intents>;
