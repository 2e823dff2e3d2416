/** What people do to a series. Its owner and hosts may; a meeting that has its number already goes along. */
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { planChange } from '../meeting/change.ts';
import { isOpen, type When } from '../meeting/rules.ts';
import { nextWorkday, upcoming } from '../meeting/series.ts';
import { type Answer, tell } from './answer.ts';
import { applyChange, repeated, whileAlone } from './apply-change.ts';
import type { Deps } from './deps.ts';
import { type Deed, doToSeries, meetingOf, meetingOn } from './series-deeds.ts';

/** Why this person can't change this series, or null. */
export function seriesProblem(series: Series, openId: string): Say | null {
  if (series.ownerId !== openId && !series.plan.hostIds.includes(openId)) return { key: 'not_yours' };
  return series.status === 'on' ? null : { key: 'series_gone' };
}

const topicOf = ({ plan }: Series): string => plan.topic ?? '';

/** An occurrence as it stands: a meeting that was moved by itself is when it is. */
export async function nextOf(series: Series, deps: Deps, most = 1): Promise<(Occurrence & { meeting: Meeting | null })[]> {
  const found: (Occurrence & { meeting: Meeting | null })[] = [];
  for (const one of upcoming(series, deps.now(), most + 3)) {
    const meeting = await meetingOf(series, one.day, deps);
    if (meeting && !isOpen(meeting)) continue;
    found.push({ ...one, ...(meeting ? { startAt: meeting.startAt, endAt: meeting.endAt } : {}), meeting });
  }
  return found.slice(0, most);
}

/** That day it does not take place. */
export function skipDay({ id }: Series, one: Occurrence, ask: Ask, deps: Deps): Promise<Answer> {
  return alone(id, deps, (series) => {
    const args = { who: { user: ask.from }, topic: topicOf(series), at: { at: one.startAt, zone: series.zone } };
    return doToSeries(series, { what: 'skip', day: one.day }, { key: 'series_skipped', args }, ask, deps);
  });
}

/** That day's takes place at another time; the others stay. */
export function moveDay({ id }: Series, one: Occurrence, to: Pick<Occurrence, 'startAt' | 'endAt'>, ask: Ask, deps: Deps): Promise<Answer> {
  return alone(id, deps, async (series) => {
    const { zone } = series;
    const meeting = await meetingOn(series, one.day, deps);
    if (meeting) return moveMeeting(meeting, { ...to, zone }, { ...ask, id: `${ask.id}-move` }, deps);
    const args = {
      who: { user: ask.from },
      topic: topicOf(series),
      at: { at: one.startAt, zone },
      to: { at: to.startAt, zone },
    };
    return doToSeries(
      series,
      { what: 'shift', day: one.day, to: { startAt: to.startAt, endAt: to.endAt } },
      { key: 'series_shifted', args },
      ask,
      deps,
    );
  });
}

const moveMeeting = async (meeting: Meeting, to: When, ask: Ask, deps: Deps): Promise<Answer> =>
  (await repeated(ask, deps)) ??
  whileAlone(meeting, ask, deps, async (now) => applyChange(now, await planChange(now, { to }, ask, deps), ask, deps));

export const moveToWorkday = (series: Series, one: Occurrence, ask: Ask, deps: Deps): Promise<Answer> =>
  moveDay(series, one, nextWorkday(series, one), ask, deps);

/** No further meetings; those that have a number and have not begun are cancelled. */
export function stopSeries({ id }: Series, ask: Ask, deps: Deps): Promise<Answer> {
  return alone(id, deps, (series) =>
    doToSeries(
      series,
      { what: 'stop' },
      { key: 'series_was_stopped', args: { who: { user: ask.from }, topic: topicOf(series) } },
      ask,
      deps,
    ),
  );
}

/** What is wanted of all to come, by the next one; null: that cannot be. */
type ForAll = (next: Occurrence) => Extract<Deed, { what: 'change' }>['wish'] | null;

/** All to come, from the next one on that has not begun. */
export function changeSeries({ id }: Series, wanted: ForAll, ask: Ask, deps: Deps): Promise<Answer> {
  return alone(id, deps, async (series) => {
    const found = (await nextOf(series, deps, 2)).find(({ startAt }) => startAt > deps.now());
    if (!found) return tell({ key: 'series_gone' });
    const { meeting, ...next } = found;
    const wish = wanted(next);
    if (!wish) return tell({ key: 'series_cannot_move' });
    return doToSeries(series, { what: 'change', next, wish }, null, ask, deps);
  });
}

/** While nobody else changes it, and as it is then. */
const alone = (id: string, deps: Deps, work: (series: Series) => Promise<Answer>): Promise<Answer> =>
  deps.alone(id, async () => {
    const series = await deps.series.get(id);
    return series ? work(series) : tell({ key: 'series_gone' });
  });
