import type { Meeting } from '../../domain/meeting.ts';
import type { Say } from '../../domain/say.ts';
import type { Ask } from '../../meeting/ask.ts';
import { MINUTE, UNDO_WINDOW } from '../../meeting/rules.ts';
import type { Answer } from '../answer.ts';
import { cancelMeeting } from '../apply-change.ts';
import type { Deps } from '../deps.ts';
import { aboutMeeting, type Doubts, doubtAbout, type Intents, onMeeting, type Presses } from './action.ts';

const cancel = (meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> =>
  cancelMeeting(meeting, [{ key: 'changed_cancelled', args: { who: { user: ask.from }, topic: meeting.topic ?? '' } }], ask, deps);

export const intents = {
  cancel: aboutMeeting<'cancel'>({
    touch: true,
    pick: () => ({ act: 'cancel' }),
    run: (meeting, _, ask, deps) => cancel(meeting, ask, deps),
  }),
} satisfies Partial<Intents>;

const asked = (meeting: Meeting): Say => ({
  key: 'offer_cancel',
  args: { topic: meeting.topic ?? '', at: { at: meeting.startAt, zone: meeting.zone } },
});

export const doubts = {
  cancel: doubtAbout<'cancel'>({
    pick: () => ({ act: 'cancel' }),
    ask: async (meeting) => ({ say: asked(meeting), yes: { key: 'offer_yes_cancel' } }),
  }),
} satisfies Partial<Doubts>;

export const presses = {
  cancel: onMeeting<'cancel'>({
    touch: true,
    open: 'doing_cancel',
    quiet: (meeting) => meeting.status === 'cancelled',
    run: (meeting, { ask }, deps) => cancel(meeting, ask, deps),
  }),
  /** Takes the booking back, for its owner and as long as the card offers it. */
  undo: onMeeting<'undo'>({
    touch: true,
    refuse: (meeting, { ask }) => {
      if (meeting.ownerId !== ask.from) return { key: 'only_owner' };
      return ask.at >= meeting.undoUntil ? { key: 'undo_late', args: { minutes: UNDO_WINDOW / MINUTE } } : null;
    },
    open: 'doing_undo',
    quiet: (meeting) => meeting.status === 'cancelled',
    run: (meeting, { ask }, deps) => cancelMeeting(meeting, [{ key: 'changed_undone', args: { who: { user: ask.from } } }], ask, deps),
  }),
} satisfies Partial<Presses>;
