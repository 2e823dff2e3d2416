import type { ActOf } from '../../domain/action.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Ask } from '../../meeting/ask.ts';
import { planChange } from '../../meeting/change.ts';
import { pickerTime } from '../../meeting/draft.ts';
import { draftOfMeeting, type FormRead, isComplete, readForm, slotsOf } from '../../meeting/form.ts';
import type { When } from '../../meeting/rules.ts';
import { type Answer, line } from '../answer.ts';
import { applyChange } from '../apply-change.ts';
import { formView, orFormAgain } from '../form-view.ts';
import { repeatSeries } from '../move-in-series.ts';
import type { Press } from '../press.ts';
import { whichToRemind } from '../which-to-remind.ts';
import { aboutMeeting, again, type Doubts, doing, doubtAbout, type Intents, onMeeting, type Presses } from './action.ts';
import { intents as settings } from './settings.ts';

const changeForm = (meeting: Meeting, ask: Ask): Answer => ({
  view: {
    show: 'form',
    mode: 'change',
    meetingId: meeting.id,
    draft: draftOfMeeting(meeting, ask.zone),
    errors: {},
    zone: ask.zone,
    inGroup: ask.place.kind === 'group',
    was: { startAt: meeting.startAt, endAt: meeting.endAt },
  },
  to: 'asker',
});

const changeAgain = (meeting: Meeting, form: FormRead, ask: Ask) => ({
  ...formView('change', meeting.id, form, ask),
  was: { startAt: meeting.startAt, endAt: meeting.endAt },
});

const read = (meeting: Meeting, { form, ask }: Press<ActOf<'submit_change'>>): FormRead =>
  readForm(form, ask.zone, ask.at, meeting.endAt - meeting.startAt);

/** A picker shows minutes only: a meeting that began at 10:00:30 was not moved by saving the form. */
function movedBy(form: FormRead & { startAt: number; endAt: number }, meeting: Meeting): When | null {
  const { startAt, endAt } = form;
  const same = pickerTime(meeting.startAt, form.zone) === form.draft.start && meeting.endAt - meeting.startAt === endAt - startAt;
  return same ? null : { startAt, endAt, zone: meeting.zone };
}

const change = aboutMeeting<'change'>({
  touch: true,
  pick: () => ({ act: 'change' }),
  run: async (meeting, { slots }, ask, deps) =>
    Object.keys(slots).length === 0
      ? changeForm(meeting, ask)
      : applyChange(meeting, await planChange(meeting, { slots }, ask, deps), ask, deps),
});

export const intents = {
  /** 提前20分钟提醒, of no meeting in particular: for all to come, or one of those that are near. */
  async change(intent, ask, deps) {
    const repeated = await repeatSeries(intent, ask, deps);
    if (repeated) return repeated;
    const { which, slots } = intent;
    const remindOnly = slots.remind !== undefined && Object.keys(slots).length === 1;
    if (!remindOnly || which.by !== 'context') return change(intent, ask, deps);
    const other = await whichToRemind(intent, ask, deps);
    if (other === null) return change(intent, ask, deps);
    return 'view' in other ? other : settings.settings(other, ask, deps);
  },
} satisfies Partial<Intents>;

export const doubts = {
  change: doubtAbout<'change'>({
    pick: () => ({ act: 'change' }),
    async ask({ topic }, { slots }) {
      const key = slots.password === null ? 'offer_no_password' : 'offer_change';
      return { say: { key, args: { topic: topic ?? '' } }, yes: { key: 'offer_yes_change' } };
    },
  }),
} satisfies Partial<Doubts>;

export const presses = {
  change: onMeeting<'change'>({ touch: true, open: 'doing_form', run: async (meeting, { ask }) => changeForm(meeting, ask) }),

  submit_change: onMeeting<'submit_change'>({
    touch: true,
    open(meeting, press) {
      const form = read(meeting, press);
      if (isComplete(form)) return doing('doing_change', line({ key: 'form_sent' }));
      return again({ key: 'form_look', args: { count: Object.keys(form.errors).length } }, changeAgain(meeting, form, press.ask));
    },
    async run(meeting, press, deps) {
      const { ask } = press;
      const form = read(meeting, press);
      const view = changeAgain(meeting, form, ask);
      if (!isComplete(form)) return { view, to: 'asker' };
      const wish = { slots: slotsOf(form.draft, meeting), to: movedBy(form, meeting) };
      return orFormAgain(async () => applyChange(meeting, await planChange(meeting, wish, ask, deps), ask, deps), view);
    },
  }),
} satisfies Partial<Presses>;
