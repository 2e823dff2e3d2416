import { againId } from '../../meeting/find.ts';
import type { Plan } from '../../meeting/plan.ts';
import { notice, tell } from '../answer.ts';
import { bookPlan } from '../book-plan.ts';
import { doing, type Presses, refused } from './action.ts';

export const presses = {
  /** "Book again" after a lost answer: the asker decides, never we. */
  retry: {
    async open({ act, ask }, deps) {
      const attempt = await deps.store.attempt(act.id);
      if (attempt?.state !== 'lost') return refused({ key: 'retry_gone' });
      if (attempt.ownerId !== ask.from) return refused({ key: 'retry_not_yours' });
      // Asked for once: the button is gone, and what comes of it follows as a card.
      return doing('doing_book', notice({ key: 'doing_book' }));
    },
    async run({ act, ask }, deps) {
      const attempt = await deps.store.attempt(act.id);
      if (attempt?.state !== 'lost') return null;
      const plan = attempt.request as Plan;
      if (plan.endAt <= deps.now()) return tell({ key: 'past' });
      return bookPlan(plan, ask, againId(act.id), deps);
    },
  },
} satisfies Partial<Presses>;
