import type { Effect } from '../conversation/memory.ts';
import type { Place } from '../domain/event.ts';
import type { Intent } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';

/** What goes back. `asker`: only that person shall see it, where the platform allows. */
export interface Answer {
  view: View;
  to: 'everyone' | 'asker';
  /** What is for the asker alone has one language; where it is not the one they asked in. */
  lang?: Lang;
  /** Set when the message is the meeting's own card, which is redrawn on every change. */
  cardOf?: string;
  /** Set when the message is the card of a series, which is redrawn on every change. */
  cardOfSeries?: string;
  /** The meeting that this is about: said under its card, where the question itself cannot be answered under. */
  thread?: string;
  /** A second message elsewhere: the meeting's card where it is shared to, or the news under the card in its own chat. */
  alsoTo?: { chatId: string; view: View } & ({ cardOf: string } | { thread: string });
  /** What it did, for the next message to refer to. */
  effects?: Effect[];
  /** The card that it takes the place of, where that can still be done. */
  onto?: string | null;
  /** What was answered at once has said it: nothing is sent, what it did is remembered. */
  silent?: true;
  /** What else is to be said, each as a message of its own. */
  more?: Answer[];
  /** It asks which one is meant; what is wanted then of each. */
  among?: { label: Say; intent: Intent }[];
}

export const notice = (say: Say): View => ({ show: 'notice', say, acts: [] });

/** One light line. */
export const line = (say: Say): View => ({ show: 'line', say });

/** Names one of several on its button. */
export const thisOne = ({ topic, startAt, zone }: Pick<Meeting, 'topic' | 'startAt' | 'zone'>): Say => ({
  key: 'offer_this',
  args: { topic: topic ?? '', at: { at: startAt, zone } },
});

/** A refusal or a question concerns the asker alone. */
export const tell = (say: Say): Answer => ({ view: notice(say), to: 'asker' });

/** A refusal that says of what; nothing was done. */
export const refusal = (failed: 'book' | 'change', say: Say): Answer => ({ view: { show: 'notice', say, failed, acts: [] }, to: 'asker' });

/** What a form keeps of the place where it was asked for. */
export const formPlace = ({ kind, chatId }: Place): { inGroup: boolean; chatId?: string } =>
  kind === 'group' ? { inGroup: true, chatId } : { inGroup: false };
