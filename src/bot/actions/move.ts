import type { Meeting } from '../../domain/meeting.ts';
import type { Ask } from '../../meeting/ask.ts';
import { assumedIn, movedTo, planChange, shifted } from '../../meeting/change.ts';
import { choices } from '../../meeting/complete.ts';
import { timeProblem } from '../../meeting/plan.ts';
import type { When } from '../../meeting/rules.ts';
import { type Answer, refusal, tell } from '../answer.ts';
import { applyChange } from '../apply-change.ts';
import { changeSeries } from '../change-series.ts';
import { moveInSeries } from '../move-in-series.ts';
import { choice } from '../offer.ts';
import { repeatedOnSeries } from '../series-deeds.ts';
import { aboutMeeting, type Doubts, doubtAbout, type IntentOf, type Intents, onMeeting, type Presses } from './action.ts';

const target = (meeting: Meeting, { time, shift }: Pick<IntentOf<'move'>, 'time' | 'shift'>): When | null =>
  shift !== null ? shifted(meeting, shift) : movedTo(meeting, time);

const moveOne = aboutMeeting<'move'>({
  touch: true,
  // A new time has no button: the form asks for it again.
  pick: () => ({ act: 'change' }),
  async run(meeting, intent, ask, deps) {
    if (intent.options) return choose(meeting, intent, ask);
    const { time, shift, slots } = intent;
    const problem = timeProblem(time, deps.now(), ask.zone);
    if (problem) return refusal('change', problem);
    const to = target(meeting, { time, shift });
    if (!to) return tell({ key: 'move_where' });
    const elsewhere = time.zone !== null && time.zone !== ask.zone ? { zoneSaid: true as const } : {};
    const keep = shift === null ? { ...assumedIn(time, meeting, to), ...elsewhere } : {};
    return applyChange(meeting, await planChange(meeting, { ...(slots ? { slots } : {}), to, keep }, ask, deps), ask, deps);
  },
});

export const intents = {
  move: async (intent, ask, deps) => (await moveInSeries(intent, ask, deps)) ?? moveOne(intent, ask, deps),
} satisfies Partial<Intents>;

/** Of several times none is taken silently. */
function choose(meeting: Meeting, intent: IntentOf<'move'>, ask: Ask): Answer {
  const which = { by: 'id', id: meeting.id } as const;
  const among = choices(intent).flatMap((one) => {
    const to = movedTo(meeting, one.time);
    if (!to) return [];
    const args = { start: { at: to.startAt, zone: to.zone }, end: { at: to.endAt, zone: to.zone } };
    return [{ label: { key: 'offer_at' as const, args }, intent: { ...one, which } }];
  });
  if (among.length === 0) return tell({ key: 'move_where' });
  return choice({ key: 'offer_move_choice', args: { topic: meeting.topic ?? '' } }, among, ask);
}

export const doubts = {
  move: doubtAbout<'move'>({
    pick: () => ({ act: 'change' }),
    async ask(meeting, intent, ask) {
      if (intent.options) return choose(meeting, intent, ask);
      const to = target(meeting, intent);
      if (!to) return tell({ key: 'move_where' });
      const args = { topic: meeting.topic ?? '', start: { at: to.startAt, zone: to.zone }, end: { at: to.endAt, zone: to.zone } };
      return { say: { key: 'offer_move', args }, yes: { key: 'offer_yes_change' } };
    },
  }),
} satisfies Partial<Doubts>;

/** The two readings change places. */
const otherTime = ({ other, startAt, endAt, zone }: Meeting) =>
  other ? { to: { startAt: other.start, endAt: other.end, zone }, keep: { other: { start: startAt, end: endAt } } } : null;

export const presses = {
  /** The other reading of an ambiguous time: an update, not a second booking. A second tap goes back. */
  other_time: onMeeting<'other_time'>({
    touch: true,
    open: 'doing_change',
    // Pressed twice: it is there already.
    quiet: (meeting, { act }) => act.start === meeting.startAt,
    // The clock was read for all of them.
    async onSeries(meeting, { act, ask }, deps) {
      const before = await repeatedOnSeries(ask, deps);
      if (before) return before;
      const series = meeting.series ? await deps.series.get(meeting.series.id) : null;
      const wish = otherTime(meeting);
      return series?.status === 'on' && wish && act.start !== meeting.startAt ? changeSeries(series, () => wish, ask, deps) : null;
    },
    async run(meeting, { ask }, deps) {
      const wish = otherTime(meeting);
      return wish ? applyChange(meeting, await planChange(meeting, wish, ask, deps), ask, deps) : tell({ key: 'stale_button' });
    },
  }),
} satisfies Partial<Presses>;
