import type { Intent, Which } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { findMeeting } from '../meeting/find.ts';
import { type Answer, tell } from './answer.ts';
import { nextOf, skipDay, stopSeries } from './change-series.ts';
import type { Deps } from './deps.ts';
import { during, findRunning, isPointedAt, isUnnumbered, type Of, spokenOf } from './find-series.ts';
import { choice, offer } from './offer.ts';
import { repeatedOnSeries } from './series-deeds.ts';

/**
 * 取消, 跳过, 停掉: all of it, one day of it, or which of the two is asked.
 * Null: it concerns no series, or a meeting that has its number, and is cancelled as any other.
 */
export async function cancelInSeries({ which, all }: Of<'cancel'>, ask: Ask, deps: Deps): Promise<Answer | null> {
  const before = await repeatedOnSeries(ask, deps);
  if (before) return before;
  const running = await findRunning(which, ask, deps);
  if (!running) return null;
  const { series, no } = running;
  if (all) return no ? tell(no) : stopSeries(series, ask, deps);
  const found = await findMeeting(which, ask, true, deps);
  const meeting = 'meeting' in found ? found.meeting : null;
  if (meeting && meeting.series?.id !== series.id) return null;
  if (!during(which) && (await isOfAll(series, which, ask, deps)))
    return no ? tell(no) : askHowMuch(series, which, meeting ?? undefined, ask, deps);
  if (meeting || (which.by === 'id' && !isUnnumbered(which, series))) return null;
  const one = spokenOf(series, which, deps.now());
  if (!one) return during(which) ? tell({ key: 'series_none_then' }) : null;
  return no ? tell(no) : skipDay(series, one, ask, deps);
}

/** It is called by its name, or its own card is pointed at: nobody can tell whether one is meant or all. */
const isOfAll = async (series: Series, which: Which, ask: Ask, deps: Deps): Promise<boolean> =>
  which.by === 'topic' ? !which.clocks : !ask.agreed && (await isPointedAt(series, ask, deps));

async function askHowMuch(series: Series, which: Which, meeting: Meeting | undefined, ask: Ask, deps: Deps): Promise<Answer> {
  const topic = series.plan.topic ?? '';
  const stop: Intent = { want: 'cancel', which, all: true };
  const next = meeting ?? (isUnnumbered(which, series) ? (await nextOf(series, deps))[0] : undefined);
  if (!next)
    return offer({ say: { key: 'offer_series_stop', args: { topic } }, yes: { key: 'offer_yes_stop' }, intent: stop }, [], ask, deps);
  return choice(
    { key: 'offer_series_cancel', args: { topic, at: { at: next.startAt, zone: series.zone } } },
    [
      { label: { key: 'series_only_this' }, intent: { want: 'cancel', which: { by: 'id', id: meeting?.id ?? series.id } } },
      { label: { key: 'series_all_of_it' }, intent: stop },
    ],
    ask,
  );
}
