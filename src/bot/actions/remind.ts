import { SNOOZE } from '../../meeting/reminders.ts';
import { isOpen, MINUTE } from '../../meeting/rules.ts';
import { snoozeJob } from '../job-kinds.ts';
import { onMeeting, type Presses, refused } from './action.ts';

export const presses = {
  /** For who pressed alone: the others have read it. */
  snooze: onMeeting<'snooze'>({
    touch: false,
    open(meeting, _, deps) {
      if (!isOpen(meeting) || deps.now() + SNOOZE >= meeting.endAt) return refused({ key: 'snooze_over' });
      return { toast: { type: 'success', say: { key: 'snoozed', args: { minutes: SNOOZE / MINUTE } } }, work: true };
    },
    async run(meeting, { ask }, deps) {
      await deps.enqueue([snoozeJob(meeting.id, ask.from, deps.now())]);
      return null;
    },
  }),
} satisfies Partial<Presses>;
