/** What people do to a series, written down before it is done: a run that is repeated does the very same, and does it once. */
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { planChange, type Wish } from '../meeting/change.ts';
import { type ChangedField, changedFields } from '../meeting/changed-fields.ts';
import type { ChangeDone } from '../meeting/ports/meetings.ts';
import { isOpen, type When } from '../meeting/rules.ts';
import { changedSeries, type SeriesWish } from '../meeting/series-change.ts';
import { type Answer, line, tell } from './answer.ts';
import { applyChange, cancelMeeting, repeated, whileAlone } from './apply-change.ts';
import { seriesEntry } from './audit-entry.ts';
import type { Deps } from './deps.ts';
import { inTimeForSeries } from './late.ts';
import { saveSeries } from './save-series.ts';
import { armSeries } from './series-step.ts';

/** In plain values: which day, which time. Said as it was, “the next one” would be another one by then. */
export type Deed =
  | { what: 'skip'; day: string }
  | { what: 'shift'; day: string; to: Pick<Occurrence, 'startAt' | 'endAt'> }
  | { what: 'stop' }
  | { what: 'change'; next: Occurrence; wish: Omit<SeriesWish, 'to'> & { to: When | null; keep?: Partial<Meeting> } };

/** @param news what is said of it; of a series that was changed, only that it was: how it is by then, it says itself */
interface Kept {
  did: 'series';
  deed: Deed;
  news: Say | null;
}

/** Does it, unless that comes too late. While nobody else changes this series. @throws TooLate */
export async function doToSeries(series: Series, deed: Deed, news: Say | null, ask: Ask, deps: Deps): Promise<Answer> {
  inTimeForSeries(ask, deps);
  const kept: Kept = { did: 'series', deed, news };
  await deps.changes.begin(ask.id, series.id, kept);
  return carryOn(series, kept, ask, deps);
}

/** A job that runs again finds what it did to a series, or begun; null: it did nothing to one. */
export async function repeatedOnSeries(ask: Ask, deps: Deps): Promise<Answer | null> {
  const known = await deps.changes.get(ask.id);
  const kept = known?.what as Partial<Kept> | undefined;
  if (!known || kept?.did !== 'series') return null;
  const series = await deps.series.get(known.meetingId);
  if (!series) return null;
  if (known.done) return toldOf(series, kept as Kept, ask);
  return deps.alone(series.id, async () => carryOn((await deps.series.get(series.id)) ?? series, kept as Kept, ask, deps));
}

function carryOn(series: Series, kept: Kept, ask: Ask, deps: Deps): Promise<Answer> {
  const { deed } = kept;
  switch (deed.what) {
    case 'skip':
      return skip(series, deed.day, kept, ask, deps);
    case 'shift':
      return shift(series, deed, kept, ask, deps);
    case 'stop':
      return stop(series, kept, ask, deps);
    case 'change':
      return change(series, deed, kept, ask, deps);
  }
}

/** Said where it was asked, and in the chat of the series. */
function toldOf(series: Series, { deed, news }: Kept, ask: Ask): Answer {
  const args = {
    who: { user: ask.from },
    topic: series.plan.topic ?? '',
    rule: { rrule: series.rrule },
    at: { at: series.firstAt, zone: series.zone },
  };
  const view = line(deed.what === 'change' || !news ? { key: 'series_changed', args } : news);
  if (series.chatId === ask.place.chatId) return { view, to: 'everyone', thread: series.id };
  return { view, to: 'asker', thread: series.id, alsoTo: { chatId: series.chatId, view, thread: series.id } };
}

/** Done from now on, with its line in the audit trail. */
const doneBy =
  (kept: Kept, ask: Ask, deps: Pick<Deps, 'now'>) =>
  (now: Series): ChangeDone => {
    const { what } = kept.deed;
    const fields = fieldsOf(kept.deed);
    const did = what === 'stop' ? 'cancelled' : 'changed';
    return { job: ask.id, what: kept, entry: seriesEntry(now, ask, { did, at: deps.now(), fields }) };
  };

/** What a deed touches, as the audit trail names it. */
function fieldsOf(deed: Deed): ChangedField[] {
  if (deed.what === 'stop') return [];
  if (deed.what !== 'change') return ['day'];
  const { to, repeat, slots = {}, keep = {} } = deed.wish;
  const others = { ...slots, ...(slots.hosts ? { hostIds: [] } : {}), ...keep } as Partial<Meeting>;
  return [...new Set<ChangedField>([...(to || repeat ? (['time'] as const) : []), ...changedFields(others)])];
}

/** Nothing came of it. */
async function not(answer: Answer, ask: Ask, deps: Deps): Promise<Answer> {
  await deps.changes.drop(ask.id);
  return answer;
}

/** That day's, whatever became of it; null: it has no number yet. */
export const meetingOf = async ({ meetings }: Series, day: string, deps: Deps): Promise<Meeting | null> => {
  const id = meetings[day];
  return id === undefined ? null : deps.store.get(id);
};

export const meetingOn = async (series: Series, day: string, deps: Deps): Promise<Meeting | null> => {
  const meeting = await meetingOf(series, day, deps);
  return meeting && isOpen(meeting) ? meeting : null;
};

/** Its meeting is cancelled first: null, or why it still stands. */
async function cancelled(meeting: Meeting, news: Say, ask: Ask, deps: Deps): Promise<{ answer: Answer; stands: boolean }> {
  const answer = await whileAlone(meeting, ask, deps, (now) => cancelMeeting(now, news, ask, deps));
  const after = await deps.store.get(meeting.id);
  return { answer, stands: after !== null && isOpen(after) };
}

async function skip(series: Series, day: string, kept: Kept, ask: Ask, deps: Deps): Promise<Answer> {
  const meeting = await meetingOn(series, day, deps);
  const done = meeting && kept.news ? await cancelled(meeting, kept.news, { ...ask, id: `${ask.id}-skip` }, deps) : null;
  if (done?.stands) return not(done.answer, ask, deps);
  const skipped = (now: Series) => ({ exceptions: { ...now.exceptions, [day]: { skipped: true as const } } });
  const saved = await saveSeries(series.id, skipped, [], deps, doneBy(kept, ask, deps));
  if (saved) await armSeries(saved, deps);
  return done?.answer ?? toldOf(series, kept, ask);
}

async function shift(series: Series, { day, to }: Extract<Deed, { what: 'shift' }>, kept: Kept, ask: Ask, deps: Deps): Promise<Answer> {
  const shifted = (now: Series) => ({ exceptions: { ...now.exceptions, [day]: to } });
  const saved = await saveSeries(series.id, shifted, [], deps, doneBy(kept, ask, deps));
  if (saved) await armSeries(saved, deps);
  return toldOf(series, kept, ask);
}

/** Those that have a number and have not begun are cancelled. */
async function stop(series: Series, kept: Kept, ask: Ask, deps: Deps): Promise<Answer> {
  for (const day of Object.keys(series.meetings)) {
    const meeting = await meetingOn(series, day, deps);
    if (meeting?.status !== 'booked' || meeting.startAt <= deps.now() || !kept.news) continue;
    const { answer, stands } = await cancelled(meeting, kept.news, { ...ask, id: `${ask.id}-${meeting.id}` }, deps);
    // A single meeting that the platform does not give up holds up nothing; where it refuses all of us, nothing was done.
    if (stands && deps.platformTrouble().some(({ code }) => code !== null)) return not(answer, ask, deps);
  }
  const stopped = (now: Series) => (now.status === 'on' ? { status: 'stopped' as const, stoppedBy: ask.from } : null);
  await saveSeries(series.id, stopped, [], deps, doneBy(kept, ask, deps));
  return toldOf(series, kept, ask);
}

async function change(
  series: Series,
  { next, wish }: Extract<Deed, { what: 'change' }>,
  kept: Kept,
  ask: Ask,
  deps: Deps,
): Promise<Answer> {
  if (!changedSeries(series, next, wish, ask.settings)) return not(tell({ key: 'series_cannot_move' }), ask, deps);
  const refused = await changeNext(await meetingOn(series, next.day, deps), wish, { ...ask, id: `${ask.id}-next` }, deps);
  if (refused) return not(refused, ask, deps);
  const become = (now: Series): Partial<Series> | null => {
    const changed = now.status === 'on' ? changedSeries(now, next, wish, ask.settings) : null;
    if (!changed) return null;
    const { id, version, ...rest } = changed;
    return rest;
  };
  const saved = await saveSeries(series.id, become, [], deps, doneBy(kept, ask, deps));
  if (!saved) return not(tell({ key: 'series_gone' }), ask, deps);
  await armSeries(saved, deps);
  return toldOf(saved, kept, ask);
}

/** The next one, if it has its number already, goes along. @returns why it does not */
async function changeNext(meeting: Meeting | null, { slots, to, keep }: Wish, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (!meeting) return null;
  const begun = await repeated(ask, deps);
  if (begun) return (await deps.changes.get(ask.id))?.done ? null : begun;
  return whileAlone(meeting, ask, deps, async (now) => {
    const plan = await planChange(now, { ...(slots ? { slots } : {}), to: to ?? null, ...(keep ? { keep } : {}) }, ask, deps);
    if ('problem' in plan) return plan.problem.key === 'nothing_to_change' ? null : tell(plan.problem);
    const answer = await applyChange(now, plan, ask, deps);
    return answer.effects ? null : answer;
  });
}
