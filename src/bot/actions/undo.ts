import { lastDeed, type Undoable } from '../../conversation/memory.ts';
import type { Slots } from '../../domain/intent.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Say } from '../../domain/say.ts';
import type { Ask } from '../../meeting/ask.ts';
import { planChange } from '../../meeting/change.ts';
import { planAgain } from '../../meeting/plan-again.ts';
import { MINUTE, UNDO_WINDOW, type When } from '../../meeting/rules.ts';
import { type Answer, tell } from '../answer.ts';
import { applyChange, repeated, whileAlone } from '../apply-change.ts';
import { bookPlan } from '../book-plan.ts';
import type { Deps } from '../deps.ts';
import { recalled } from '../recall.ts';
import { takeBackBooking } from '../take-back.ts';
import { type Doubts, harmless, type IntentOf, type Intents } from './action.ts';

/** Takes back what this person did last here, whatever it was, and nothing else. */
async function undo({ only }: IntentOf<'undo'>, ask: Ask, deps: Deps): Promise<Answer> {
  const before = await repeated(ask, deps);
  if (before) return undone(before);
  const deed = lastDeed(await recalled(ask, deps), ask.at, UNDO_WINDOW);
  if (only === 'change' && deed?.did !== 'changed') return tell({ key: 'undo_no_change' });
  const meeting = deed && (await deps.store.get(deed.meetingId));
  if (!deed || !meeting) return tell({ key: 'undo_nothing', args: { minutes: UNDO_WINDOW / MINUTE } });
  const answer = await whileAlone(meeting, ask, deps, (now) => takeBack(deed, now, ask, deps));
  return answer.effects ? undone(answer) : answer;
}

const undone = (answer: Answer): Answer => ({ ...answer, effects: [{ did: 'undone' }, ...remaining(answer)] });

/** A meeting that was booked again is the one to speak of from now on, but not one to take back. */
const remaining = ({ effects = [] }: Answer) =>
  effects.flatMap((effect) => (effect.did === 'booked' ? [{ did: 'shown' as const, meetingId: effect.meetingId }] : []));

async function takeBack(deed: Undoable, meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  const who = { user: ask.from };
  switch (deed.did) {
    case 'booked':
      if (meeting.status === 'cancelled') return tell({ key: 'already_cancelled' });
      return takeBackBooking(meeting, ask, deps);
    case 'cancelled':
      return bookAgain(meeting, ask, deps);
    case 'changed': {
      // Whatever the platform says of the password, the one before is meant.
      const now = deed.before.password === undefined ? meeting : { ...meeting, password: '' };
      const change = await planChange(now, wishOf(deed.before, meeting), ask, deps);
      if ('problem' in change) return tell(change.problem);
      // What was noted beside it, such as the other reading of its time, comes back as well.
      const back = {
        ...change,
        meeting: { ...change.meeting, ...deed.before },
        news: { key: 'changed_back' as const, args: { who, topic: meeting.topic ?? '', news: newsOf(change.news) } },
      };
      return applyChange(meeting, back, ask, deps);
    }
  }
}

/** What it is again. */
const newsOf = (say: Say): Say[] => (say.key === 'changed' ? [...say.args.news] : []);

/** The number was given back to the platform: the same meeting gets a new one. */
async function bookAgain(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  const plan = planAgain(meeting, deps.now());
  if ('problem' in plan) return tell(plan.problem);
  const here = { ...ask, place: { ...ask.place, chatId: meeting.chatId, kind: meeting.chatKind } };
  const answer = await bookPlan(plan, meeting.chatId === ask.place.chatId ? ask : here, ask.id, deps);
  return answer.view.show === 'meeting' ? { ...answer, view: { ...answer.view, news: [{ key: 'booked_again' }] } } : answer;
}

/** What it was before, as a wish. */
function wishOf(before: Partial<Meeting>, meeting: Meeting): { slots: Slots; to: When | null } {
  const { topic, password, hostIds, record, join, canHost, canInvite, remind, startAt, endAt } = before;
  const slots: Slots = {
    ...(topic === undefined ? {} : { topic: topic ?? '' }),
    ...(password === undefined ? {} : { password }),
    ...(hostIds ? { hosts: hostIds.map((openId) => ({ name: openId, openId })) } : {}),
    ...(record === undefined ? {} : { record }),
    ...(join ? { join } : {}),
    ...(canHost ? { canHost } : {}),
    ...(canInvite ? { canInvite } : {}),
    ...(remind === undefined || remind === null ? {} : { remind }),
  };
  const moved = startAt !== undefined || endAt !== undefined;
  const to = { startAt: startAt ?? meeting.startAt, endAt: endAt ?? meeting.endAt, zone: before.zone ?? meeting.zone };
  return { slots, to: moved ? to : null };
}

export const intents = { undo: (intent, ask, deps) => undo(intent, ask, deps) } satisfies Partial<Intents>;

export const doubts = { undo: harmless } satisfies Partial<Doubts>;
