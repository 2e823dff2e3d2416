import type { ActOf } from '../../domain/action.ts';
import type { Intent } from '../../domain/intent.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Say } from '../../domain/say.ts';
import { silent } from '../../domain/silent-time.ts';
import type { TimeReading } from '../../domain/time.ts';
import type { FormField } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { choices, likeMeeting } from '../../meeting/complete.ts';
import { draftOf } from '../../meeting/draft.ts';
import { findMeeting } from '../../meeting/find.ts';
import { isComplete, readForm, slotsOf } from '../../meeting/form.ts';
import { type Plan, planBooking } from '../../meeting/plan.ts';
import { AHEAD, MAX_MEMBERS } from '../../meeting/rules.ts';
import { isSameTopic } from '../../meeting/same-topic.ts';
import { fieldOf } from '../../text/notices.ts';
import { type Answer, formPlace, line, refusal, tell } from '../answer.ts';
import { bookNow, isNow } from '../book-now.ts';
import { bookPlan, takenBy } from '../book-plan.ts';
import { bookSeries } from '../book-series.ts';
import { askIn } from '../context.ts';
import type { Deps } from '../deps.ts';
import { askAgain, formView, orFormAgain } from '../form-view.ts';
import { delayOf } from '../late.ts';
import { choice, offer, type Question } from '../offer.ts';
import type { Press } from '../press.ts';
import { recalled } from '../recall.ts';
import { again, type Doubts, doing, type IntentOf, type Intents, type Presses, refused, simply } from './action.ts';

type Booking = IntentOf<'book'>;

/** @param attemptId a form's, which can be submitted again but books once; else the job's */
async function book(said: Booking, ask: Ask, deps: Deps, attemptId: string = ask.id): Promise<Answer> {
  if (ask.foreign) return tell({ key: 'other_company' });
  const intent = await resolved(said, ask, deps);
  if ('view' in intent) return intent;
  if (intent.options) return choose(intent, ask, deps);
  const planned = planBooking(intent, ask, deps.now());
  if ('problem' in planned) return refusal('book', missed(planned.problem, ask, deps) ?? planned.problem);
  if ('open' in planned) return openForm(intent, ask, deps);
  const { plan } = planned;
  if (isNow(plan, deps.now())) return bookNow(plan, intent, ask, attemptId, deps);
  const double = ask.agreed ? null : await doubleOf(plan, attemptId, ask, deps);
  if (double) return offer(bookAnother(double, intent), [], ask, deps);
  const { rrule } = plan;
  return rrule === null ? bookPlan(plan, ask, attemptId, deps) : bookSeries({ ...plan, rrule }, intent, ask, attemptId, deps);
}

/** What was not booked comes back as a form, filled in with all that was said, and with what is wrong beside its field. */
async function bookOrAsk(intent: Booking, ask: Ask, deps: Deps): Promise<Answer> {
  const answer = await book(intent, ask, deps);
  const { view } = answer;
  if (view.show !== 'notice' || view.failed !== 'book' || fieldOf(view.say) === null) return answer;
  const draft = draftOf(intent, ask, deps.now());
  const form = { show: 'form', mode: 'book', meetingId: null, draft, errors: {}, zone: ask.zone, ...formPlace(ask.place) } as const;
  const open = { id: ask.id, kind: 'draft' as const, intents: [withoutWrong(intent, fieldOf(view.say))] };
  return { ...askAgain(answer, form), effects: [{ did: 'opened', open }] };
}

/** What is said next is about the rest of it. */
function withoutWrong(intent: Booking, field: FormField | null): Booking {
  if (field === 'start' || field === 'minutes') return { ...intent, time: silent() };
  const { password, hosts, join, ...slots } = intent.slots;
  const people = field === 'hosts' || field === 'access';
  return {
    ...intent,
    slots: {
      ...slots,
      ...(password !== undefined && field !== 'password' ? { password } : {}),
      ...(hosts && field !== 'hosts' ? { hosts } : {}),
      ...(join && !people ? { join } : {}),
    },
  };
}

/** It was still to come when it was asked for. */
function missed(problem: Say, ask: Ask, deps: Deps): Say | null {
  const minutes = delayOf(ask, deps);
  return problem.key === 'past' && minutes >= 1 ? { key: 'late_past', args: { minutes } } : null;
}

/** Like another one: with what that one has. */
async function resolved(intent: Booking, ask: Ask, deps: Deps): Promise<Booking | Answer> {
  if (!intent.like) return intent;
  const found = await findMeeting(intent.like, ask, false, deps);
  if (!('meeting' in found)) {
    const { like, ...plain } = intent;
    return plain;
  }
  return likeMeeting(intent, found.meeting, deps.now());
}

/** What was offered, to be changed first. */
export const draftForm = (intent: Booking, ask: Ask, deps: Deps, rest: Intent[] = []): Answer => openForm(intent, ask, deps, rest);

/** What was understood so far, to be filled in; what is said next fills it in as well, whichever comes first. */
function openForm(intent: Booking, ask: Ask, deps: Deps, rest: Intent[] = []): Answer {
  const draft = draftOf(intent, ask, deps.now());
  const filled = intent.slots.anyPassword ? { ...draft, password: deps.digits() } : draft;
  return {
    view: { show: 'form', mode: 'book', meetingId: null, draft: filled, errors: {}, zone: ask.zone, ...formPlace(ask.place) },
    to: 'asker',
    effects: [{ did: 'opened', open: { id: ask.id, kind: 'draft', intents: [intent], ...(rest.length > 0 ? { rest } : {}) } }],
  };
}

/** Of several times none is taken silently. */
function choose(intent: Booking, ask: Ask, deps: Deps): Answer {
  const among = choices(intent).flatMap((one: Booking) => {
    const planned = planBooking(one, ask, deps.now());
    if (!('plan' in planned)) return [];
    const { startAt, endAt, zone } = planned.plan;
    return [{ label: { key: 'offer_at' as const, args: { start: { at: startAt, zone }, end: { at: endAt, zone } } }, intent: one }];
  });
  const { options, ...first } = intent;
  if (among.length === 0) return openForm(first, ask, deps);
  return choice({ key: 'offer_choice', args: { topic: intent.slots.topic ?? '' } }, among, ask);
}

/** The same person, chat, topic and start. Not what this very job booked before it was repeated. */
async function doubleOf(plan: Plan, attemptId: string, ask: Ask, deps: Deps): Promise<Meeting | null> {
  if (await deps.store.attempt(attemptId)) return null;
  const { chatId } = ask.place;
  const window = { from: plan.startAt, until: plan.startAt + 1 };
  const { meetings } = await deps.store.find({
    ...window,
    chatId,
    personId: ask.from,
    statuses: AHEAD,
    order: 'start',
    limit: 20,
    offset: 0,
  });
  const same = (one: Meeting): boolean =>
    one.ownerId === ask.from && one.kind === plan.kind && one.startAt === plan.startAt && isSameTopic(one.topic, plan.topic);
  return meetings.find(same) ?? null;
}

const bookAnother = ({ topic, startAt, zone }: Meeting, intent: Booking): Question => ({
  say: { key: 'offer_double', args: { topic: topic ?? '', at: { at: startAt, zone } } },
  yes: { key: 'offer_yes_double' },
  intent,
});

const attemptOf = (ask: Ask): string => (ask.about === null ? ask.id : `form-${ask.about}`);

/** Nobody's reading changes without being told. */
function withZoneTold(answer: Answer, { zoneLearned }: Ask): Answer {
  const { view } = answer;
  if (zoneLearned === undefined || view.show !== 'meeting') return answer;
  const told: Say = { key: 'zone_learned', args: { zone: { zone: zoneLearned } } };
  return { ...answer, view: { ...view, news: [...(view.news ?? []), told] } };
}

const read = ({ form, ask }: Press<ActOf<'submit_book'>>) => readForm(form, ask.zone, ask.at);

export const intents = { book: bookOrAsk } satisfies Partial<Intents>;

export const doubts = {
  async book(said, ask, deps) {
    if (ask.foreign) return tell({ key: 'other_company' });
    const intent = await resolved(said, ask, deps);
    if ('view' in intent) return intent;
    if (intent.options) return choose(intent, ask, deps);
    const planned = planBooking(intent, ask, deps.now());
    const topic = intent.slots.topic ?? '';
    const yes = { key: 'offer_yes' } as const;
    if ('problem' in planned) return tell(planned.problem);
    if ('open' in planned) return { say: { key: 'offer_book_open', args: { topic } }, yes, intent };
    const { startAt, endAt, zone } = planned.plan;
    return { say: { key: 'offer_book', args: { topic, start: { at: startAt, zone }, end: { at: endAt, zone } } }, yes, intent };
  },
} satisfies Partial<Doubts>;

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
        ? doing('doing_book', line({ key: 'form_sent' }))
        : again({ key: 'form_look', args: { count: Object.keys(form.errors).length } }, formView('book', null, form, ask));
    },

    async run(press, deps) {
      const { ask } = press;
      const form = read(press);
      if (!isComplete(form)) return { view: formView('book', null, form, ask), to: 'asker' };
      const time: TimeReading = { ...silent(), start: { grain: 'minute', at: form.startAt }, end: { grain: 'minute', at: form.endAt } };
      const intent = { want: 'book', now: false, time, slots: slotsOf(form.draft, null) } as const;
      // What was said since has won.
      if ((await recalled(ask, deps)).filled) return tell({ key: 'form_filled' });
      const view = formView('book', null, form, ask);
      return orFormAgain(async () => withZoneTold(await book(intent, { ...ask, zone: form.zone }, deps, attemptOf(ask)), ask), view);
    },
  },
} satisfies Partial<Presses>;
