import type { Occurrence, Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { movedTo } from '../meeting/change.ts';
import { findMeeting } from '../meeting/find.ts';
import { MINUTE, type When } from '../meeting/rules.ts';
import { type Answer, tell } from './answer.ts';
import { changeSeries, moveDay } from './change-series.ts';
import type { Deps } from './deps.ts';
import { during, findRunning, isUnnumbered, type Of, spokenOf } from './find-series.ts';
import { repeatedOnSeries } from './series-deeds.ts';

/**
 * 以后都改到11点, and 下周的例会延后一小时 before that one has its number.
 * Null: it concerns no series, and is said of a meeting as any other.
 */
export async function moveInSeries(intent: Of<'move'>, ask: Ask, deps: Deps): Promise<Answer | null> {
  const { which } = intent;
  const before = await repeatedOnSeries(ask, deps);
  if (before) return before;
  const running = await findRunning(which, ask, deps);
  if (!running) return null;
  const { series, no } = running;
  if (intent.all) return no ? tell(no) : moveAll(series, intent, ask, deps);
  if (!isUnnumbered(which, series) && (!during(which) || which.by === 'id')) return null;
  const found = await findMeeting(which, ask, true, deps);
  if (!('problem' in found)) return null;
  const one = spokenOf(series, which, deps.now());
  const to = one && moved(one, series, intent);
  if (!one || !to) return null;
  return no ? tell(no) : moveDay(series, one, to, ask, deps);
}

/** From now on, all of them. */
function moveAll(series: Series, intent: Of<'move'>, ask: Ask, deps: Deps): Promise<Answer> {
  const { time, slots } = intent;
  const repeat = time.rrule === null ? {} : { repeat: { rrule: time.rrule, workdays: time.workdays === true } };
  return changeSeries(
    series,
    (next) => {
      const to = moved(next, series, intent);
      return to && { to, ...repeat, ...(slots ? { slots } : {}) };
    },
    ask,
    deps,
  );
}

function moved(one: Pick<Occurrence, 'startAt' | 'endAt'>, { zone }: Series, { shift, time }: Of<'move'>): When | null {
  const { startAt, endAt } = one;
  if (shift === null) return movedTo({ startAt, endAt, zone }, time);
  return { startAt: startAt + shift * MINUTE, endAt: endAt + shift * MINUTE, zone };
}

/** 频率改成两周一次 */
export async function repeatSeries({ which, repeat, workdays }: Of<'change'>, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (repeat === undefined) return null;
  const before = await repeatedOnSeries(ask, deps);
  if (before) return before;
  const running = await findRunning(which, ask, deps);
  if (!running) return tell({ key: 'series_none', args: { topic: which.by === 'topic' ? which.topic : '' } });
  const { series, no } = running;
  return no ? tell(no) : changeSeries(series, () => ({ to: null, repeat: { rrule: repeat, workdays: workdays === true } }), ask, deps);
}
