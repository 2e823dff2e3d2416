import type { Intent } from '../../domain/intent.ts';
import type { PlainKey } from '../../domain/say.ts';
import { tell } from '../answer.ts';
import { type Doubts, harmless, type Intents } from './action.ts';

type Because = Extract<Intent, { want: 'nothing' }>['because'];

/** What is said where nothing is to be done. */
const SAID: Record<Because, PlainKey> = {
  talk: 'not_understood',
  thanks: 'thanks',
  stays: 'stays',
  if: 'if_then',
  remind: 'cannot_remind',
  free: 'cannot_free',
  room: 'cannot_room',
  deadline: 'cannot_deadline',
};

export const intents = {
  nothing: async ({ because }) => tell({ key: SAID[because] }),
  // With nothing offered, a yes or a no is politeness.
  agree: async () => tell({ key: 'thanks' }),
  decline: async () => tell({ key: 'offer_declined' }),
} satisfies Partial<Intents>;

export const doubts = { nothing: harmless, agree: harmless, decline: harmless } satisfies Partial<Doubts>;
