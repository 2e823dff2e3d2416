/** What each thing that people can do has to say for itself. */
import type { ActName, ActOf, MeetingAct, Wanted } from '../../domain/action.ts';
import type { Intent } from '../../domain/intent.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { PlainKey, Say } from '../../domain/say.ts';
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { changeProblem } from '../../meeting/change.ts';
import { findMeeting, mayLook, withoutPassword } from '../../meeting/find.ts';
import { type Answer, tell, thisOne } from '../answer.ts';
import { repeated, whileAlone } from '../apply-change.ts';
import type { Deps } from '../deps.ts';
import type { Question } from '../offer.ts';
import type { Opening, Press } from '../press.ts';
import { showNext } from '../show-series.ts';

export type Want = Intent['want'];
export type IntentOf<W extends Want> = Extract<Intent, { want: W }>;
export type WhichWant = Extract<Intent, { which: unknown }>['want'];

/** One intent, one answer. */
export type OnIntent<W extends Want> = (intent: IntentOf<W>, ask: Ask, deps: Deps) => Promise<Answer>;
export type Intents = { [W in Want]: OnIntent<W> };

/** What is asked where an intent may not be meant. An answer: what there is to say instead; null: it harms nobody, so it is just done. */
export type OnDoubt<W extends Want> = (intent: IntentOf<W>, ask: Ask, deps: Deps) => Promise<Question | Answer | null>;
export type Doubts = { [W in Want]: OnDoubt<W> };

export const harmless = async (): Promise<null> => null;

export interface OnPress<A extends ActName> {
  /** The request in the place that it is meant for, where that is not the one where it was pressed. */
  inPlace?(press: Press<ActOf<A>>, deps: Deps): Promise<Ask>;
  /** Decides, without outside calls where that is possible. Rights come from who pressed, never from the card. */
  open(press: Press<ActOf<A>>, deps: Deps): Promise<Opening>;
  /** The work behind; null: the redrawn card says it all. May run again after a crash. */
  run(press: Press<ActOf<A>>, deps: Deps): Promise<Answer | null>;
}
export type Presses = { [A in ActName]: OnPress<A> };

export const refused = (say: Say): Opening => ({ toast: { type: 'warning', say }, work: false });

/** Work begins; `view` in place of a form or button that is used up. */
export const doing = (key: PlainKey, view?: View): Opening => ({
  toast: { type: 'info', say: { key } },
  ...(view ? { view } : {}),
  work: true,
});

/** The form as it was handed in, with what is wrong in it. */
export const again = (say: Say, view?: View): Opening => ({ toast: { type: 'error', say }, ...(view ? { view } : {}), work: false });

/** A press that concerns no meeting and needs no decision. */
export const simply = <A extends ActName>(key: PlainKey, run: OnPress<A>['run']): OnPress<A> => ({ open: async () => doing(key), run });

interface OnMeetingPress<A extends MeetingAct> {
  /** It changes the meeting: for its owner and hosts, while it is open. */
  touch: boolean;
  /** What else it is refused for. */
  refuse?(meeting: Meeting, press: Press<ActOf<A>>): Say | null;
  open: PlainKey | ((meeting: Meeting, press: Press<ActOf<A>>, deps: Deps) => Opening | Promise<Opening>);
  run(meeting: Meeting, press: Press<ActOf<A>>, deps: Deps): Promise<Answer | null>;
  /** What it does to the series that the meeting is one of, which has a turn of its own; null: it is about the meeting alone. */
  onSeries?(meeting: Meeting, press: Press<ActOf<A>>, deps: Deps): Promise<Answer | null>;
  /** It is so already: whoever wanted it cancelled and finds it cancelled needs no word. */
  quiet?(meeting: Meeting, press: Press<ActOf<A>>): boolean;
}

/** A press on what belongs to one meeting: found, and refused to those who may not, in one place. */
export function onMeeting<A extends MeetingAct>(o: OnMeetingPress<A>): OnPress<A> {
  const find = (press: Press<ActOf<A>>, deps: Deps) => deps.store.get((press.act as { id: string }).id);
  return {
    async open(press, deps) {
      const meeting = await find(press, deps);
      if (!meeting || !(await mayLook(meeting, press.ask, deps))) return refused({ key: 'not_found' });
      if (o.touch && !(await deps.changes.get(press.ask.id))) {
        const no = changeProblem(meeting, press.ask.from) ?? o.refuse?.(meeting, press);
        if (no) return refused(no);
      }
      return typeof o.open === 'string' ? doing(o.open) : o.open(meeting, press, deps);
    },
    async run(press, deps) {
      const meeting = await find(press, deps);
      if (!meeting) return tell({ key: 'not_found' });
      if (!o.touch) return o.run(meeting, press, deps);
      const before = await repeated(press.ask, deps);
      if (before) return before;
      const whole = o.onSeries && !changeProblem(meeting, press.ask.from) ? await o.onSeries(meeting, press, deps) : null;
      if (whole) return whole;
      return whileAlone(meeting, press.ask, deps, async (now) => {
        if (o.quiet?.(now, press)) return null;
        // What became of it since it was pressed.
        const no = changeProblem(now, press.ask.from);
        return no ? tell(no) : o.run(now, press, deps);
      });
    },
  };
}

interface OnMeetingIntent<W extends WhichWant> {
  touch: boolean;
  /** What one press can do of it, where several meetings may be meant. */
  pick: (intent: IntentOf<W>) => Wanted;
  run(meeting: Meeting, intent: IntentOf<W>, ask: Ask, deps: Deps): Promise<Answer>;
}

/** A sentence about one meeting: found as it was named, and refused to those who may not. */
export function aboutMeeting<W extends WhichWant>(o: OnMeetingIntent<W>): OnIntent<W> {
  return async (intent, ask, deps) => {
    const before = o.touch ? await repeated(ask, deps) : null;
    if (before) return before;
    const found = await findMeeting((intent as IntentOf<WhichWant>).which, ask, o.touch, deps);
    if ('problem' in found) return (await notYet(intent as IntentOf<WhichWant>, deps)) ?? tell(found.problem);
    if ('several' in found) return pickOne(found.several, intent, o.pick(intent), ask, deps);
    const { meeting } = found;
    if (!o.touch) return o.run(meeting, intent, ask, deps);
    return whileAlone(meeting, ask, deps, async (now) => {
      const no = changeProblem(now, ask.from);
      return no ? tell(no) : o.run(now, intent, ask, deps);
    });
  };
}

/** A series whose next meeting has no number: when it will have one. */
async function notYet({ which }: IntentOf<WhichWant>, deps: Deps): Promise<Answer | null> {
  const series = which.by === 'id' ? await deps.series.get(which.id) : null;
  return series && showNext(series, deps);
}

/** The same, when it is only asked about: the question is about the meeting that was found. */
export function doubtAbout<W extends WhichWant>(
  o: Pick<OnMeetingIntent<W>, 'pick'> & {
    ask(meeting: Meeting, intent: IntentOf<W>, ask: Ask, deps: Deps): Promise<Omit<Question, 'intent'> | Answer>;
  },
): OnDoubt<W> {
  return async (intent, ask, deps) => {
    const found = await findMeeting((intent as IntentOf<WhichWant>).which, ask, true, deps);
    if ('problem' in found) return tell(found.problem);
    if ('several' in found) return pickOne(found.several, intent, o.pick(intent), ask, deps);
    const { meeting } = found;
    const no = changeProblem(meeting, ask.from);
    if (no) return tell(no);
    const question = await o.ask(meeting, intent, ask, deps);
    return 'view' in question ? question : { ...question, intent: pinned(intent as IntentOf<WhichWant>, meeting.id) };
  };
}

/** More would not fit a card. */
const MOST_PICKED = 8;

function pickOne(several: Meeting[], intent: IntentOf<WhichWant>, pick: Wanted, ask: Ask, deps: Deps): Answer {
  const view: Extract<View, { show: 'list' }> = {
    show: 'list',
    scope: 'mine',
    span: 'all',
    meetings: several.slice(0, MOST_PICKED).map((meeting) => withoutPassword(meeting, ask)),
    page: 0,
    pages: 1,
    total: several.length,
    now: deps.now(),
    hidePasswords: ask.place.kind === 'group',
    pick,
  };
  const among = view.meetings.map((meeting) => ({ label: thisOne(meeting), intent: pinned(intent, meeting.id) }));
  return { view, to: 'asker', effects: [{ did: 'listed', ids: view.meetings.map(({ id }) => id) }], among };
}

const pinned = (intent: IntentOf<WhichWant>, id: string): Intent => ({ ...intent, which: { by: 'id', id } }) as Intent;
