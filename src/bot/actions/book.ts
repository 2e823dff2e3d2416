import type { ActOf } from '../../domain/action.ts';
import type { TimeReading } from '../../domain/time.ts';
import type { Ask } from '../../meeting/ask.ts';
import { isComplete, readForm, slotsOf } from '../../meeting/form.ts';
import { planBooking } from '../../meeting/plan.ts';
import { MAX_MEMBERS } from '../../meeting/rules.ts';
import { silent } from '../../nlu/time/silent.ts';
import { type Answer, formPlace, notice, tell } from '../answer.ts';
import { bookPlan, takenBy } from '../book-plan.ts';
import { askIn } from '../context.ts';
import type { Deps } from '../deps.ts';
import { askAgain, formView } from '../form-view.ts';
import type { Press } from '../press.ts';
import { again, doing, type IntentOf, type Intents, type Presses, refused, simply } from './action.ts';

/** @param attemptId a form's, which can be submitted again but books once; else the job's */
async function book(intent: IntentOf<'book'>, ask: Ask, deps: Deps, attemptId: string = ask.id): Promise<Answer> {
  const planned = planBooking(intent, ask, deps.now());
  if ('problem' in planned) return tell(planned.problem);
  if ('plan' in planned) return bookPlan(planned.plan, ask, attemptId, deps);
  const draft = intent.slots.anyPassword ? { ...planned.open, password: deps.digits() } : planned.open;
  const view = { show: 'form', mode: 'book', meetingId: null, draft, errors: {}, zone: ask.zone, ...formPlace(ask.place) } as const;
  return { view, to: 'asker' };
}

const attemptOf = (ask: Ask): string => (ask.about === null ? ask.id : `form-${ask.about}`);

const read = ({ form, ask }: Press<ActOf<'submit_book'>>) => readForm(form, ask.zone, ask.at);

export const intents = { book: (intent, ask, deps) => book(intent, ask, deps) } satisfies Partial<Intents>;

export const presses = {
  new: simply('doing_form', ({ ask }, deps) => book({ want: 'book', now: false, time: silent(), slots: {} }, ask, deps)),

  submit_book: {
    /** A form that could only be shown in the direct chat books for the group where it was asked for, if who submits it is in there. */
    async inPlace({ act: { chatId }, ask }, deps) {
      if (chatId === undefined || chatId === ask.place.chatId) return ask;
      const members = await deps.directory.members(chatId, MAX_MEMBERS).catch(() => null);
      return members?.ids.includes(ask.from) ? askIn(chatId, ask, deps) : ask;
    },

    async open(press, deps) {
      const { ask } = press;
      if (ask.about && takenBy(await deps.store.attempt(attemptOf(ask)), ask)) return refused({ key: 'retry_gone' });
      const form = read(press);
      return isComplete(form)
        ? doing('doing_book', notice({ key: 'form_sent' }))
        : again({ key: 'form_look' }, formView('book', null, form, ask));
    },

    async run(press, deps) {
      const { ask } = press;
      const form = read(press);
      if (!isComplete(form)) return { view: formView('book', null, form, ask), to: 'asker' };
      const time: TimeReading = { ...silent(), start: { grain: 'minute', at: form.startAt }, end: { grain: 'minute', at: form.endAt } };
      const intent = { want: 'book', now: false, time, slots: slotsOf(form.draft, null) } as const;
      return askAgain(await book(intent, { ...ask, zone: form.zone }, deps, attemptOf(ask)), formView('book', null, form, ask));
    },
  },
} satisfies Partial<Presses>;
