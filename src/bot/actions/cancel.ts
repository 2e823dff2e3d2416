import type { Meeting } from '../../domain/meeting.ts';
import type { Ask } from '../../meeting/ask.ts';
import type { Answer } from '../answer.ts';
import { cancelMeeting } from '../apply-change.ts';
import type { Deps } from '../deps.ts';
import { aboutMeeting, type Intents, onMeeting, type Presses } from './action.ts';

const cancel = (meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> =>
  cancelMeeting(meeting, [{ key: 'changed_cancelled', args: { who: { user: ask.from }, topic: meeting.topic ?? '' } }], ask, deps);

export const intents = {
  cancel: aboutMeeting<'cancel'>({
    touch: true,
    pick: () => ({ act: 'cancel' }),
    run: (meeting, _, ask, deps) => cancel(meeting, ask, deps),
  }),
} satisfies Partial<Intents>;

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
      return ask.at >= meeting.undoUntil ? { key: 'undo_late' } : null;
    },
    open: 'doing_undo',
    quiet: (meeting) => meeting.status === 'cancelled',
    run: (meeting, { ask }, deps) => cancelMeeting(meeting, [{ key: 'changed_undone', args: { who: { user: ask.from } } }], ask, deps),
  }),
} satisfies Partial<Presses>;
