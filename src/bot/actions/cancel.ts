import type { ActOf, Page } from '../../domain/action.ts';
import type { Which } from '../../domain/intent.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Say } from '../../domain/say.ts';
import type { Millis } from '../../domain/time.ts';
import type { Ask } from '../../meeting/ask.ts';
import { endedSay } from '../../meeting/change.ts';
import { ASK_WINDOW, MINUTE, UNDO_WINDOW } from '../../meeting/rules.ts';
import type { Answer } from '../answer.ts';
import { cancelMeeting } from '../apply-change.ts';
import { cancelInSeries } from '../cancel-in-series.ts';
import type { Deps } from '../deps.ts';
import { offer } from '../offer.ts';
import type { Opening, Press } from '../press.ts';
import { cardView } from '../redraw-cards.ts';
import { saveMeeting } from '../save-meeting.ts';
import { takeBackBooking } from '../take-back.ts';
import { aboutMeeting, type Doubts, doing, doubtAbout, type IntentOf, type Intents, onMeeting, type Presses } from './action.ts';
import { listView } from './list.ts';

const cancel = (meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> =>
  cancelMeeting(meeting, endedSay(meeting, 'changed_cancelled', ask), ask, deps);

type Cancel = Press<ActOf<'cancel'>>;

/** A tap on the question counts while it stands. */
const isSure = ({ act, ask }: Cancel): boolean => act.sure === true && (act.until === undefined || ask.at < act.until);

const askedUntil = ({ ask }: Press): Millis => ask.at + ASK_WINDOW;

/** The page that a list's row was pressed on. */
const pageOf = ({ scope, span, page }: Partial<Page>): Page | null =>
  scope !== undefined && span !== undefined && page !== undefined ? { scope, span, page } : null;

/** The pressed card asks whether it is meant; in a list, the row does. */
async function question(meeting: Meeting, press: Cancel, deps: Deps): Promise<Opening> {
  const until = askedUntil(press);
  const page = pageOf(press.act);
  if (page)
    return { toast: null, view: { ...(await listView(page, press.ask, deps)), asksCancel: { id: meeting.id, until } }, work: false };
  const view = { ...(await cardView(meeting, press.ask.place.chatId, deps)), asksCancel: until };
  return { toast: null, view, work: true };
}

const cancelOne = aboutMeeting<'cancel'>({
  touch: true,
  pick: () => ({ act: 'cancel' }),
  async run(meeting, intent, ask, deps) {
    const question = ask.agreed ? null : await carefully(meeting, intent.which, ask, deps);
    return question
      ? offer({ say: question, yes: { key: 'offer_yes_cancel' }, intent: sure(intent, meeting) }, [], ask, deps)
      : cancel(meeting, ask, deps);
  },
});

export const intents = {
  cancel: async (intent, ask, deps) => (await cancelInSeries(intent, ask, deps)) ?? cancelOne(intent, ask, deps),
} satisfies Partial<Intents>;

const sure = (intent: IntentOf<'cancel'>, { id }: Meeting): IntentOf<'cancel'> => ({ ...intent, which: { by: 'id', id } });

/** What is asked before even a plain instruction: people would be thrown out, or it is somebody else's and was not named. */
async function carefully(meeting: Meeting, which: Which, { from }: Ask, deps: Deps): Promise<Say | null> {
  const topic = meeting.topic ?? '';
  if (meeting.kind === 'meeting' && (await isRunning(meeting, deps))) return { key: 'offer_cancel_live', args: { topic } };
  const named = which.by === 'topic' || which.by === 'meeting_no';
  return meeting.ownerId === from || named ? null : { key: 'offer_cancel_other', args: { topic, who: { user: meeting.ownerId } } };
}

/** The platform is asked where the event of its beginning may have got lost. */
async function isRunning({ status, startAt, reserveId }: Meeting, deps: Deps): Promise<boolean> {
  if (status === 'live') return true;
  if (deps.now() < startAt) return false;
  try {
    const active = await deps.reserves.active(reserveId);
    return active !== null && active.status !== 'ended';
  } catch (error) {
    if (!deps.isFailure(error)) throw error;
    return false;
  }
}

const asked = (meeting: Meeting): Say => ({
  key: 'offer_cancel',
  args: { topic: meeting.topic ?? '', at: { at: meeting.startAt, zone: meeting.zone } },
});

export const doubts = {
  cancel: doubtAbout<'cancel'>({
    pick: () => ({ act: 'cancel' }),
    ask: async (meeting, { which }, ask, deps) => ({
      say: (await carefully(meeting, which, ask, deps)) ?? asked(meeting),
      yes: { key: 'offer_yes_cancel' },
    }),
  }),
} satisfies Partial<Doubts>;

export const presses = {
  cancel: onMeeting<'cancel'>({
    touch: true,
    async open(meeting, press, deps) {
      if (!isSure(press)) return question(meeting, press, deps);
      const page = pageOf(press.act);
      return doing('doing_cancel', page ? await listView(page, press.ask, deps, meeting.id) : undefined);
    },
    quiet: (meeting) => meeting.status === 'cancelled',
    async run(meeting, press, deps) {
      const { ask } = press;
      if (isSure(press)) return cancel(meeting, ask, deps);
      const asksCancel = ask.about === null ? null : { on: ask.about, until: askedUntil(press) };
      await saveMeeting(meeting.id, () => ({ asksCancel }), [], deps);
      return null;
    },
  }),
  keep: onMeeting<'keep'>({
    touch: true,
    async open(meeting, { act, ask }, deps) {
      const page = pageOf(act);
      if (page) return { toast: null, view: await listView(page, ask, deps), work: false };
      return { toast: null, view: await cardView(meeting, ask.place.chatId, deps), work: true };
    },
    async run(meeting, _, deps) {
      await saveMeeting(meeting.id, () => ({ asksCancel: null }), [], deps);
      return null;
    },
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
    run: (meeting, { ask }, deps) => takeBackBooking(meeting, ask, deps),
  }),
} satisfies Partial<Presses>;
