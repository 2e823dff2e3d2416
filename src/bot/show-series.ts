import type { Which } from '../domain/intent.ts';
import type { Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { findMeeting } from '../meeting/find.ts';
import { type Answer, line, tell } from './answer.ts';
import { nextOf } from './change-series.ts';
import type { Deps } from './deps.ts';
import { findRunning } from './find-series.ts';

/** Its next meeting's card; before there is a number, when there will be one. */
export async function showNext(series: Series, deps: Deps): Promise<Answer> {
  const [next] = await nextOf(series, deps);
  if (!next) return tell({ key: 'series_gone' });
  const { meeting, startAt } = next;
  if (!meeting)
    return { view: line({ key: 'series_follows', args: { at: { at: startAt, zone: series.zone } } }), to: 'everyone', thread: series.id };
  return {
    view: { show: 'meeting', meeting, now: deps.now() },
    to: 'everyone',
    cardOf: meeting.id,
    effects: [{ did: 'shown', meetingId: meeting.id }],
  };
}

/** 周会下一场: before there is a number, when there will be one. Null: there is a meeting of that name, or nothing that repeats. */
export async function showInSeries({ which }: { which: Which }, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (which.by !== 'topic') return null;
  const found = await findMeeting(which, ask, false, deps);
  if (!('problem' in found)) return null;
  const running = await findRunning(which, ask, deps);
  return running && showNext(running.series, deps);
}
