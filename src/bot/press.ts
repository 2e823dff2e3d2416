/** A press on its way through the bot. Types only. */
import type { Effect } from '../conversation/memory.ts';
import type { Act } from '../domain/action.ts';
import type { Place } from '../domain/event.ts';
import type { Say } from '../domain/say.ts';
import type { Toast, View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';

/** Values of a submitted form by field name; anything else the platform sends along is dropped. */
export type FormValues = Record<string, string | string[] | boolean>;

/** A press as it was read: a sentence already parsed. */
export interface Press<A extends Act = Act> {
  act: A;
  /** Empty unless a form was submitted. */
  form: FormValues;
  /** Value of a picker or menu outside a form. */
  option: string | null;
  ask: Ask;
  /** Where the pressed card is, when that is not where the request is meant for. */
  shownIn?: Place;
}

/** What a press is answered with inside the three seconds, and whether work follows. */
export interface Opening {
  toast: Toast | null;
  /** Takes the pressed card's place. */
  view?: View;
  /** What was shown by it, for the next message to refer to. */
  did?: Effect[];
  work: boolean;
}

/** A press with all that was decided about it, once. `press`: what is left to do; null: the answer was all. */
export interface Opened {
  ask: Ask;
  press: Press | null;
  /** What was wanted, and what the answer said to it: for whoever asks what became of the press. */
  told?: { act: string | null; no?: Say; show?: string };
  did?: Effect[];
  /** What is still to be drawn in the pressed card's place, where the answer did not bring it. */
  view?: View;
}
