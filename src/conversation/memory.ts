/** What a person just did or was offered in one chat. A pure fold over what happened; forgotten after half an hour. */
import type { Act, Page } from '../domain/action.ts';
import type { Intent } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis } from '../domain/time.ts';

export const REMEMBERED: Millis = 30 * 60_000;

/** So many of one's own deeds are enough for "the one before". */
const MOST_DEEDS = 5;
const MOST_LISTED = 20;
const MOST_SETTLED = 5;

/** Which way it was moved, or its end: another 15 goes the same way. */
export type Way = { later: boolean } | { longer: boolean };

/** Something done to a meeting. `before`: what a change replaced. */
export type Undoable =
  | { did: 'booked' | 'cancelled'; meetingId: string; at: Millis }
  | { did: 'changed'; meetingId: string; at: Millis; before: Partial<Meeting>; by?: Way };

export type Deed = Undoable | { did: 'shown'; meetingId: string; at: Millis };

/** Which page of which list, from 0, of how many. */
export interface PageOf extends Page {
  pages: number;
}

/** What waits for an answer. `draft`: a booking half said; `offer`: one tap does it all; `choice`: one of them. */
export interface Open {
  id: string;
  kind: 'draft' | 'offer' | 'choice';
  /** In order; of a choice the alternatives. */
  intents: Intent[];
  /** What else the same message wanted: it waits for a draft or a choice. */
  rest?: Intent[];
  at: Millis;
}

/** Buttons under what was last asked or told, each with its label. */
export interface Asked {
  acts: { label: Say; act: Act }[];
  at: Millis;
}

export interface Memory {
  /** Newest first. */
  deeds: Deed[];
  open: Open | null;
  /** The list last shown, in its order. */
  listed: { ids: string[]; at: Millis; page?: PageOf } | null;
  /** Matters that were offered in vain: not offered again. */
  settled: { matter: string; at: Millis }[];
  /** When the last draft was completed by what was said: the form that was opened for it books nothing any more. */
  filled?: Millis | null;
  asked?: Asked | null;
  /** What of a meeting the last message spoke of. */
  field?: { of: 'password'; at: Millis } | null;
}

/** What one answer did, for the next message to refer to. */
export type Effect =
  | { did: 'booked' | 'shown'; meetingId: string }
  | { did: 'cancelled'; meetingId: string }
  | { did: 'changed'; meetingId: string; before: Partial<Meeting>; by?: Way }
  /** What was done last is taken back, and nothing before it any more. */
  | { did: 'undone' }
  | { did: 'listed'; ids: string[]; page?: PageOf }
  | { did: 'asked'; acts: Asked['acts'] }
  | { did: 'spoke'; of: 'password' | null }
  | { did: 'opened'; open: Omit<Open, 'at'> }
  /** A draft was completed by what was said. */
  | { did: 'filled' }
  /** The open one was agreed to, or declined. */
  | { did: 'agreed' | 'declined' };

export const NOTHING: Memory = { deeds: [], open: null, listed: null, settled: [] };

/** What of it still counts. */
export function recall(memory: Memory, now: Millis): Memory {
  const fresh = ({ at }: { at: Millis }): boolean => now - at < REMEMBERED;
  return {
    deeds: memory.deeds.filter(fresh),
    open: memory.open && fresh(memory.open) ? memory.open : null,
    listed: memory.listed && fresh(memory.listed) ? memory.listed : null,
    settled: memory.settled.filter(fresh),
    ...(memory.filled && now - memory.filled < REMEMBERED ? { filled: memory.filled } : {}),
    ...(memory.asked && fresh(memory.asked) ? { asked: memory.asked } : {}),
    ...(memory.field && fresh(memory.field) ? { field: memory.field } : {}),
  };
}

export function remember(memory: Memory, effect: Effect, at: Millis): Memory {
  switch (effect.did) {
    case 'booked':
    case 'cancelled':
    case 'changed':
      return { ...memory, open: null, deeds: [{ ...effect, at }, ...memory.deeds].slice(0, MOST_DEEDS) };
    case 'shown':
      return { ...memory, deeds: [{ ...effect, at }, ...memory.deeds].slice(0, MOST_DEEDS) };
    case 'undone':
      return { ...memory, open: null, deeds: memory.deeds.map(({ meetingId, at: then }) => ({ did: 'shown', meetingId, at: then })) };
    case 'listed':
      return { ...memory, listed: { ids: effect.ids.slice(0, MOST_LISTED), at, ...(effect.page ? { page: effect.page } : {}) } };
    case 'opened':
      return { ...settle(memory, at), open: { ...effect.open, at }, ...(effect.open.kind === 'draft' ? { filled: null } : {}) };
    case 'asked':
      return { ...memory, asked: { acts: effect.acts, at } };
    case 'spoke':
      return { ...memory, field: effect.of && { of: effect.of, at } };
    case 'filled':
      return { ...memory, filled: at };
    case 'agreed':
      return { ...memory, open: null };
    case 'declined':
      return settle(memory, at);
  }
}

/** The open one, if any, is closed without its having been wanted: the same matter is not offered again. */
function settle(memory: Memory, at: Millis): Memory {
  const { open } = memory;
  if (!open || open.kind === 'draft') return { ...memory, open: null };
  return { ...memory, open: null, settled: [{ matter: matterOf(open.intents), at }, ...memory.settled].slice(0, MOST_SETTLED) };
}

/** The same wish in other words is the same matter: what is wanted, of what, when. */
export function matterOf(intents: readonly Intent[]): string {
  return intents
    .map((intent) => {
      const time = 'time' in intent ? (intent.time.start ?? intent.time.minutes) : null;
      const topic = intent.want === 'book' ? intent.slots.topic : null;
      return JSON.stringify([intent.want, 'which' in intent ? intent.which : topic, time, 'phone' in intent ? intent.phone : null]);
    })
    .join('+');
}

/** What this person did last here that can be taken back, not longer ago than `window`. */
export const lastDeed = (memory: Memory, now: Millis, window: Millis): Undoable | null => {
  const deed = memory.deeds.find((one) => one.did !== 'shown');
  return deed && now - deed.at < window ? deed : null;
};
