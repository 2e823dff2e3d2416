/** A series goes on: the number for its next meeting is asked for when its time has come. */
import type { Meeting } from '../domain/meeting.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import { MINUTE } from '../meeting/rules.ts';
import { bookAt, nextToBook, occurrenceOn } from '../meeting/series.ts';
import { occurrenceAsk, occurrencePlan } from '../meeting/series-plan.ts';
import { cancelMeeting } from './apply-change.ts';
import { bookPlan } from './book-plan.ts';
import type { Deps } from './deps.ts';
import { seriesJob } from './job-kinds.ts';
import { saveSeries } from './save-series.ts';
import { sendHoliday, sendOccurrence } from './series-sends.ts';

/** After the platform did not take it. */
const AGAIN: Millis = 5 * MINUTE;

/** When the meeting of the last day ends, or would have ended where none came about; null: there was none. */
async function endOfLast(series: Series, deps: Deps): Promise<Millis | null> {
  const { doneTo, meetings } = series;
  if (doneTo === null) return null;
  const id = meetings[doneTo];
  const meeting = id === undefined ? null : await deps.store.get(id);
  return (meeting ?? occurrenceOn(series, doneTo))?.endAt ?? null;
}

/** When there is something to do for it next; null: it is over. */
async function nextStep(series: Series, deps: Deps): Promise<{ next: Occurrence; at: Millis } | null> {
  const next = nextToBook(series, deps.now());
  return next && { next, at: bookAt(next, await endOfLast(series, deps)) };
}

/** Looks again when its next number is due, which may be earlier or later than it was. */
export async function armSeries(series: Series, deps: Deps): Promise<void> {
  const step = await nextStep(series, deps);
  await deps.enqueue([seriesJob(series.id, step?.at ?? deps.now())]);
}

/** Books what is due, one at most: what passed while nobody looked is passed by. */
export function stepSeries({ seriesId }: { seriesId: string }, deps: Deps): Promise<void> {
  return deps.alone(seriesId, async () => {
    const series = await deps.series.get(seriesId);
    if (series?.status !== 'on') return;
    const step = await nextStep(series, deps);
    if (!step) return over(series, deps);
    if (step.at > deps.now()) return deps.enqueue([seriesJob(seriesId, step.at)]);
    await bookNext(series, step.next, deps);
  });
}

/** Its last meeting has been booked; what there is of it stays. */
async function over(series: Series, deps: Deps): Promise<void> {
  await saveSeries(series.id, (now) => (now.status === 'on' ? { status: 'over' } : null), [], deps);
}

async function bookNext(series: Series, next: Occurrence, deps: Deps): Promise<void> {
  const ask = occurrenceAsk(series, next, deps.now(), deps.defaults);
  // What was agreed on once is not held against its owner each time.
  const unlimited: Deps = { ...deps, quota: { person: 0, chat: 0 } };
  let answer: Awaited<ReturnType<typeof bookPlan>>;
  try {
    answer = await bookPlan(occurrencePlan(series, next), ask, ask.id, unlimited);
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict !== 'retry') throw error;
    // As long as it takes: nobody asks a second time.
    return deps.enqueue([seriesJob(series.id, deps.now() + AGAIN)]);
  }
  const { view } = answer;
  const meeting = view.show === 'meeting' ? view.meeting : null;
  await sendOccurrence(series, next, answer, ask, deps);
  const saved = await booked(series.id, next.day, meeting, deps);
  if (!saved && meeting) return withdraw(series, meeting, deps);
  if (saved && meeting) await sendHoliday(saved, next, ask, deps);
}

/** @returns null when it was stopped, or that day skipped, meanwhile */
export async function booked(seriesId: string, day: string, meeting: Meeting | null, deps: Deps): Promise<Series | null> {
  const open: Record<string, string> = meeting ? { [day]: meeting.id } : {};
  const saved = await saveSeries(
    seriesId,
    (now) => {
      const exception = now.exceptions[day];
      if (now.status !== 'on' || (exception && 'skipped' in exception)) return null;
      return { doneTo: now.doneTo !== null && now.doneTo > day ? now.doneTo : day, meetings: { ...recent(now), ...open } };
    },
    [],
    deps,
  );
  if (!saved) return null;
  await armSeries(saved, deps);
  return saved;
}

/** Enough of what was to tell when the last one ends. */
const KEPT = 3;
const recent = ({ meetings }: Series): Record<string, string> =>
  Object.fromEntries(
    Object.entries(meetings)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(-KEPT),
  );

async function withdraw(series: Series, meeting: Meeting, deps: Deps): Promise<void> {
  const ask = occurrenceAsk(series, { day: 'withdrawn', startAt: meeting.startAt, endAt: meeting.endAt }, deps.now(), deps.defaults);
  const news = { key: 'series_withdrawn' as const, args: { topic: series.plan.topic ?? '' } };
  await cancelMeeting(meeting, news, { ...ask, id: `${ask.id}-${meeting.id}` }, deps);
}
