import type { Intent } from '../domain/intent.ts';
import type { Ask } from '../meeting/ask.ts';
import { changeProblem } from '../meeting/change.ts';
import { findMeeting } from '../meeting/find.ts';
import type { Answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { choice } from './offer.ts';

type Change = Extract<Intent, { want: 'change' }>;
type Settings = Extract<Intent, { want: 'settings' }>;

/** A choice that fits a card. */
const MOST = 3;

/**
 * A reminder was wanted, and no meeting named: with none here that may be meant it holds from now on, between several people choose.
 * Null: it is plain which one.
 */
export async function whichToRemind(intent: Change, ask: Ask, deps: Deps): Promise<Answer | Settings | null> {
  const scope = ask.place.kind === 'group' ? 'chat' : 'person';
  const always: Settings = { want: 'settings', scope, patch: { remind: intent.slots.remind! } };
  const found = await findMeeting(intent.which, ask, true, deps);
  if ('problem' in found) return always;
  if ('meeting' in found) return null;
  const own = found.several.filter((meeting) => changeProblem(meeting, ask.from) === null).slice(0, MOST);
  if (own.length === 0) return always;
  const among = own.map(({ id, topic, startAt, zone }) => ({
    label: { key: 'remind_for' as const, args: { topic: topic ?? '', at: { at: startAt, zone } } },
    intent: { ...intent, which: { by: 'id' as const, id } },
  }));
  return choice({ key: 'offer_remind' }, [...among, { label: { key: 'remind_always' }, intent: always }], ask);
}
