import { render } from '../card/render.ts';
import type { Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import type { Card, View } from '../domain/view.ts';
import type { SeriesCardRow } from '../meeting/ports/series.ts';
import { PATCHABLE } from '../meeting/rules.ts';
import { bookAt, upcoming } from '../meeting/series.ts';
import type { Deps } from './deps.ts';
import { unlessRefused } from './unless-refused.ts';

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
  for (const row of await deps.series.cards(seriesId)) {
    if (deps.now() - row.sentAt > PATCHABLE) await replace(row, series, card, deps);
    else
      await unlessRefused(
        () => deps.messages.patch(row.messageId, card, row.chatId),
        deps,
        ({ gone }) => (gone ? deps.series.removeCard(row.messageId) : undefined),
      );
  }
}

/** Too old to be changed: a fresh one takes its place, unless it has just run out by itself. */
async function replace({ messageId, chatId }: SeriesCardRow, { id, status }: Series, card: Card, deps: Deps): Promise<void> {
  if (status !== 'over') {
    const to = chatId.startsWith('ou_') ? { openId: chatId } : { chatId };
    const sent = await unlessRefused(() => deps.messages.send(to, card, `fresh-${messageId}`), deps);
    if (sent) await deps.series.addCard({ messageId: sent.messageId, seriesId: id, chatId, sentAt: deps.now() });
  }
  await deps.series.removeCard(messageId);
}
