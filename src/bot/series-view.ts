import { render } from '../card/render.ts';
import type { Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { PATCHABLE } from '../meeting/rules.ts';
import { bookAt, upcoming } from '../meeting/series.ts';
import type { Deps } from './deps.ts';

export type SeriesView = Extract<View, { show: 'series' }>;

const SHOWN = 3;

/** The series as it stands: its next days, and of each the meeting or when there will be one. */
export async function seriesView(series: Series, deps: Pick<Deps, 'store' | 'now'>): Promise<SeriesView> {
  const now = deps.now();
  const next: SeriesView['next'] = [];
  let before: Millis | null = null;
  for (const one of series.status === 'stopped' ? [] : upcoming(series, now, SHOWN)) {
    const id = series.meetings[one.day];
    const meeting = id === undefined ? null : await deps.store.get(id);
    const cancelled = meeting?.status === 'cancelled';
    // A meeting that was moved by itself is when it is.
    const { startAt, endAt } = meeting ?? one;
    if (!cancelled) next.push({ day: one.day, startAt, endAt, meeting, bookAt: Math.max(now, bookAt(one, before)) });
    before = endAt;
  }
  return { show: 'series', series, next, now };
}

/** Rebuilds every card of a series from its state. */
export async function redrawSeries({ seriesId }: { seriesId: string }, deps: Deps): Promise<void> {
  const series = await deps.series.get(seriesId);
  if (!series) return;
  const card = render(await seriesView(series, deps), { langs: 'both' });
  for (const { messageId, sentAt } of await deps.series.cards(seriesId)) {
    if (deps.now() - sentAt > PATCHABLE) continue;
    try {
      await deps.messages.patch(messageId, card);
    } catch (error) {
      if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
      if (error.gone) await deps.series.removeCard(messageId);
    }
  }
}
