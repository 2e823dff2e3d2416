import type { ActOf } from '../../domain/action.ts';
import type { Slots } from '../../domain/intent.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Say } from '../../domain/say.ts';
import type { Ask } from '../../meeting/ask.ts';
import { type Change, changedSay, planChange } from '../../meeting/change.ts';
import { MINUTE, windowProblem } from '../../meeting/rules.ts';
import type { Answer } from '../answer.ts';
import { applyChange } from '../apply-change.ts';
import type { Deps } from '../deps.ts';
import { aboutMeeting, type Doubts, doubtAbout, type Intents, onMeeting, type Presses } from './action.ts';

/** Minutes that a button extends by at most. */
const MOST_PRESSED = 1440;

/** However long it gets, up to the platform's limit. */
async function planExtension(
  meeting: Meeting,
  minutes: number,
  slots: Slots | undefined,
  ask: Ask,
  deps: Deps,
): Promise<Change | { problem: Say }> {
  const { startAt, zone } = meeting;
  const endAt = meeting.endAt + minutes * MINUTE;
  if (minutes === 0) return { problem: { key: 'nothing_to_change' } };
  const late = windowProblem({ startAt, endAt, zone }, deps.now(), Number.POSITIVE_INFINITY);
  if (late) return { problem: late.key === 'too_far' ? { key: 'extend_limit', args: late.args } : late };
  if (slots) return planChange(meeting, { slots, to: { startAt, endAt, zone } }, ask, deps);
  const args = { minutes: Math.abs(minutes), at: { at: endAt, zone } };
  const news = changedSay(meeting, [minutes > 0 ? { key: 'now_longer', args } : { key: 'now_shorter', args }], [], ask);
  return { endAt, meeting: { endAt }, news };
}

const extend = async (meeting: Meeting, minutes: number, slots: Slots | undefined, ask: Ask, deps: Deps): Promise<Answer> =>
  applyChange(meeting, await planExtension(meeting, minutes, slots, ask, deps), ask, deps);

export const intents = {
  extend: aboutMeeting<'extend'>({
    touch: true,
    pick: ({ minutes }) => (minutes <= MOST_PRESSED ? { act: 'extend', minutes } : { act: 'change' }),
    run: (meeting, { minutes, slots }, ask, deps) => extend(meeting, minutes, slots, ask, deps),
  }),
} satisfies Partial<Intents>;

export const doubts = {
  extend: doubtAbout<'extend'>({
    pick: () => ({ act: 'change' }),
    ask: async ({ topic, startAt, endAt, zone }, { minutes }) => ({
      say: {
        key: 'offer_move',
        args: { topic: topic ?? '', start: { at: startAt, zone }, end: { at: endAt + minutes * MINUTE, zone } },
      },
      yes: { key: 'offer_yes_change' },
    }),
  }),
} satisfies Partial<Doubts>;

/** What the button offered was an end, whatever became of the meeting since. */
const offered = ({ endAt }: Meeting, { minutes, until }: ActOf<'extend'>): number =>
  until === undefined ? minutes : Math.min(MOST_PRESSED, Math.round((until - endAt) / MINUTE));

export const presses = {
  extend: onMeeting<'extend'>({
    touch: true,
    open: 'doing_extend',
    // Pressed twice: it lasts that long already.
    quiet: (meeting, { act }) => act.until !== undefined && act.until <= meeting.endAt,
    run: (meeting, { act, ask }, deps) => extend(meeting, offered(meeting, act), undefined, ask, deps),
  }),
} satisfies Partial<Presses>;
