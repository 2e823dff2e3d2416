/** What is said of a series rather than of one meeting. Null: it concerns no series, and is said of a meeting as any other. */

import type { Intent, Which } from '../domain/intent.ts';
import type { Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { movedTo } from '../meeting/change.ts';
import { findMeeting } from '../meeting/find.ts';
import { MINUTE, type When } from '../meeting/rules.ts';
import { justCalled } from '../meeting/same-topic.ts';
import { upcoming } from '../meeting/series.ts';
import { type Answer, tell } from './answer.ts';
import { changeSeries, moveDay, nextOf, seriesProblem, skipDay, stopSeries } from './change-series.ts';
import type { Deps } from './deps.ts';
import { choice, offer } from './offer.ts';
import { repeatedOnSeries } from './series-deeds.ts';
import { seriesHere } from './series-here.ts';
import { showNext } from './show-series.ts';

type Of<W extends Intent['want']> = Extract<Intent, { want: W }>;

/** More are none that anybody could mean. */
const MOST = 5;
/** Days of a series that somebody may speak of. */
const AHEAD = 40;

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
  const topic = which.by === 'topic' ? { topic: which.topic } : {};
  if (which.by !== 'topic' && which.by !== 'context') return null;
  const found = await seriesHere(ask, deps, { ...topic, limit: MOST });
  const [one, ...others] = which.by === 'topic' ? justCalled(found, which.topic, ({ plan }) => plan.topic) : found;
  return one && others.length === 0 ? one : null;
}

/** What the message replies to speaks of all of it. */
const isPointedAt = async (series: Series, { about }: Ask, deps: Deps): Promise<boolean> =>
  about !== null && (await deps.series.byMessage(about))?.id === series.id;

/** By its id: its next one has no number yet. */
const isUnnumbered = (which: Which, { id }: Series): boolean => which.by === 'id' && which.id === id;

const during = (which: Which) => ('during' in which ? which.during : undefined);

/** 取消, 跳过, 停掉: all of it, one day of it, or which of the two is asked. */
export async function cancelInSeries({ which, all }: Of<'cancel'>, ask: Ask, deps: Deps): Promise<Answer | null> {
  const before = await repeatedOnSeries(ask, deps);
  if (before) return before;
  const series = await findSeries(which, ask, deps);
  if (series?.status !== 'on') return null;
  const no = seriesProblem(series, ask.from);
  if (all) return no ? tell(no) : stopSeries(series, ask, deps);
  const found = await findMeeting(which, ask, true, deps);
  const meeting = 'meeting' in found ? found.meeting : null;
  if (meeting && meeting.series?.id !== series.id) return null;
  const topic = series.plan.topic ?? '';
  const window = during(which);
  const whole = which.by === 'topic' ? !which.clocks : !ask.agreed && (await isPointedAt(series, ask, deps));
  if (!window && whole) {
    if (no) return tell(no);
    const stop: Intent = { want: 'cancel', which, all: true };
    const next = meeting ?? (isUnnumbered(which, series) ? (await nextOf(series, deps))[0] : undefined);
    if (!next)
      return offer({ say: { key: 'offer_series_stop', args: { topic } }, yes: { key: 'offer_yes_stop' }, intent: stop }, [], ask, deps);
    const at = { at: next.startAt, zone: series.zone };
    return choice(
      { key: 'offer_series_cancel', args: { topic, at } },
      [
        { label: { key: 'series_only_this' }, intent: { want: 'cancel', which: { by: 'id', id: meeting?.id ?? series.id } } },
        { label: { key: 'series_all_of_it' }, intent: stop },
      ],
      ask,
    );
  }
  // Its number is there: it is cancelled as any other.
  if (meeting || (which.by === 'id' && which.id !== series.id)) return null;
  const one = upcoming(series, deps.now(), AHEAD).find(({ startAt }) => !window || (startAt >= window.from && startAt < window.until));
  if (!one) return window ? tell({ key: 'series_none_then' }) : null;
  return no ? tell(no) : skipDay(series, one, ask, deps);
}

/** 以后都改到11点, and 下周的例会延后一小时 before that one has its number. */
export async function moveInSeries({ which, time, shift, all, slots }: Of<'move'>, ask: Ask, deps: Deps): Promise<Answer | null> {
  const before = await repeatedOnSeries(ask, deps);
  if (before) return before;
  const series = await findSeries(which, ask, deps);
  if (series?.status !== 'on') return null;
  const no = seriesProblem(series, ask.from);
  const window = during(which);
  const moved = (one: { startAt: number; endAt: number }): When | null =>
    shift === null
      ? movedTo({ startAt: one.startAt, endAt: one.endAt, zone: series.zone }, time)
      : { startAt: one.startAt + shift * MINUTE, endAt: one.endAt + shift * MINUTE, zone: series.zone };
  if (all) {
    if (no) return tell(no);
    const repeat = time.rrule === null ? {} : { repeat: { rrule: time.rrule, workdays: time.workdays === true } };
    return changeSeries(
      series,
      (next) => {
        const to = moved(next);
        return to && { to, ...repeat, ...(slots ? { slots } : {}) };
      },
      ask,
      deps,
    );
  }
  const unnumbered = isUnnumbered(which, series);
  if (!unnumbered && (!window || which.by === 'id')) return null;
  const found = await findMeeting(which, ask, true, deps);
  if (!('problem' in found)) return null;
  const one = upcoming(series, deps.now(), AHEAD).find(({ startAt }) => !window || (startAt >= window.from && startAt < window.until));
  const to = one && moved(one);
  if (!one || !to) return null;
  return no ? tell(no) : moveDay(series, one, to, ask, deps);
}

/** 频率改成两周一次 */
export async function repeatSeries({ which, repeat, workdays }: Of<'change'>, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (repeat === undefined) return null;
  const before = await repeatedOnSeries(ask, deps);
  if (before) return before;
  const series = await findSeries(which, ask, deps);
  if (series?.status !== 'on') return tell({ key: 'series_none', args: { topic: which.by === 'topic' ? which.topic : '' } });
  const no = seriesProblem(series, ask.from);
  if (no) return tell(no);
  return changeSeries(series, () => ({ to: null, repeat: { rrule: repeat, workdays: workdays === true } }), ask, deps);
}

/** 周会下一场: before there is a number, when there will be one. */
export async function showInSeries({ which }: { which: Which }, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (which.by !== 'topic') return null;
  const found = await findMeeting(which, ask, false, deps);
  if (!('problem' in found)) return null;
  const series = await findSeries(which, ask, deps);
  return series?.status === 'on' ? showNext(series, deps) : null;
}
