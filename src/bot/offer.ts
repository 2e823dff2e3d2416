import type { Effect, Memory } from '../conversation/memory.ts';
import { matterOf } from '../conversation/memory.ts';
import type { Act } from '../domain/action.ts';
import type { Intent } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import { type Answer, tell } from './answer.ts';
import type { Deps } from './deps.ts';
import type { TooLate } from './late.ts';

/** One card, nothing done yet, one tap does it. */
export interface Question {
  say: Say;
  also?: Say[];
  /** What the tap is called. */
  yes: Say;
  /** What it does; pinned to the meeting that was found. */
  intent: Intent;
  /** There is nothing to amend. */
  asIs?: true;
}

/** A question with its buttons. Its id is the job's: a run that is repeated asks the same. */
function card(ask: Ask, say: Say, also: Say[], yes: { label: Say; nth?: number }[], amend: boolean): View {
  const offer = ask.id;
  const acts: { label: Say; act: Act }[] = yes.map(({ label, nth }) => ({
    label,
    act: nth === undefined ? { act: 'accept', offer } : { act: 'accept', offer, nth },
  }));
  if (amend) acts.push({ label: { key: 'offer_amend' }, act: { act: 'amend', offer } });
  acts.push({ label: { key: 'offer_no' }, act: { act: 'decline', offer } });
  return { show: 'notice', say, ...(also.length > 0 ? { also } : {}), acts };
}

const opened = (ask: Ask, kind: 'offer' | 'choice', intents: Intent[], rest: Intent[] = []): Effect => ({
  did: 'opened',
  open: { id: ask.id, kind, intents, ...(rest.length > 0 ? { rest } : {}) },
});

/** The same, with one tap, for what was asked for too long ago. */
export function offerLate({ minutes }: TooLate, question: Question | null, intent: Intent): Question {
  const say: Say = { key: 'late_not_done', args: { minutes } };
  return question ? { ...question, say, also: [question.say] } : { say, yes: { key: 'offer_yes' }, intent };
}

/** The question shows each reader their own clock: where the asker's may be another than it was taken for, that is said. */
function clockOf(intent: Intent, { zoneAssumed, lang, zone }: Ask, { defaults }: Pick<Deps, 'defaults'>): Say[] {
  const timed = 'time' in intent && intent.time.start?.grain === 'minute' && intent.time.zone === null;
  return timed && zoneAssumed && lang !== defaults.lang ? [{ key: 'zone_assumed', args: { zone: { zone } } }] : [];
}

/** Two days were named: the question says which of them it is about. */
function dayOf(intent: Intent, { zone }: Ask): Say[] {
  if (!('time' in intent)) return [];
  const { otherWeekday, start } = intent.time;
  return otherWeekday && start?.grain === 'minute' ? [{ key: 'weekday_differs', args: { day: { at: start.at, zone } } }] : [];
}

/** @param rest what else the message wants: it waits for the answer */
export function offer({ say, also = [], yes, intent, asIs }: Question, rest: Intent[], ask: Ask, deps: Pick<Deps, 'defaults'>): Answer {
  return {
    view: card(
      ask,
      say,
      [...also, ...dayOf(intent, ask), ...clockOf(intent, ask, deps)],
      [{ label: yes }],
      intent.want === 'book' && !asIs,
    ),
    to: 'everyone',
    effects: [opened(ask, 'offer', [intent, ...rest])],
  };
}

/** One of several, a button each. @param rest what else the message wants, whichever it is */
export function choice(say: Say, among: { label: Say; intent: Intent }[], ask: Ask, rest: Intent[] = []): Answer {
  const buttons = among.map(({ label }, nth) => ({ label, nth }));
  const intents = among.map(({ intent }) => intent);
  return { view: card(ask, say, [], buttons, false), to: 'everyone', effects: [opened(ask, 'choice', intents, rest)] };
}

/** Offered and settled, or still open: the same matter is not offered again. */
export function offeredBefore(intents: Intent[], memory: Memory): Answer | 'settled' | null {
  const matter = matterOf(intents);
  if (memory.open && memory.open.kind !== 'draft' && matterOf(memory.open.intents) === matter) return tell({ key: 'offer_waiting' });
  return memory.settled.some((one) => one.matter === matter) ? 'settled' : null;
}
