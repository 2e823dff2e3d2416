import type { Intent, Which } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import { justCalled } from '../meeting/same-topic.ts';
import { upcoming } from '../meeting/series.ts';
import { seriesProblem } from './change-series.ts';
import type { Deps } from './deps.ts';
import { seriesHere } from './series-here.ts';

/** More are none that anybody could mean. */
const MOST = 5;
/** Days of a series that somebody may speak of. */
const AHEAD = 40;

/** What is said of a series: an intent that names which. */
export type Of<W extends Intent['want']> = Extract<Intent, { want: W }>;

/** The series that is meant: of the card or meeting that is pointed at, of that name, or the only one here. */
async function findSeries(which: Which, ask: Ask, deps: Deps): Promise<Series | null> {
  if (which.by === 'id') {
    const meeting = await deps.store.get(which.id);
    if (!meeting) return deps.series.get(which.id);
    return meeting.series ? deps.series.get(meeting.series.id) : null;
  }
  if (which.by === 'context' && ask.about !== null) {
    const pointed = await deps.series.byMessage(ask.about);
    if (pointed) return pointed;
    const meeting = await deps.store.byMessage(ask.about);
    if (meeting) return meeting.series ? deps.series.get(meeting.series.id) : null;
  }
  if (which.by !== 'topic' && which.by !== 'context') return null;
  const found = await seriesHere(ask, deps, { ...(which.by === 'topic' ? { topic: which.topic } : {}), limit: MOST });
  const [one, ...others] = which.by === 'topic' ? justCalled(found, which.topic, ({ plan }) => plan.topic) : found;
  return one && others.length === 0 ? one : null;
}

/** The same, while it goes on; null: nothing that repeats is meant. */
export async function findRunning(which: Which, ask: Ask, deps: Deps): Promise<{ series: Series; no: Say | null } | null> {
  const series = await findSeries(which, ask, deps);
  return series?.status === 'on' ? { series, no: seriesProblem(series, ask.from) } : null;
}

/** What the message replies to speaks of all of it. */
export const isPointedAt = async (series: Series, { about }: Ask, deps: Deps): Promise<boolean> =>
  about !== null && (await deps.series.byMessage(about))?.id === series.id;

/** By its id: its next one has no number yet. */
export const isUnnumbered = (which: Which, { id }: Series): boolean => which.by === 'id' && which.id === id;

export const during = (which: Which) => ('during' in which ? which.during : undefined);

/** The one that is spoken of among those to come: of that day, else the next. */
export const spokenOf = (series: Series, which: Which, now: Millis) => {
  const window = during(which);
  return upcoming(series, now, AHEAD).find(({ startAt }) => !window || (startAt >= window.from && startAt < window.until));
};
