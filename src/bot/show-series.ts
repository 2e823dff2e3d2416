import type { Series } from '../domain/series.ts';
import { type Answer, line, tell } from './answer.ts';
import { nextOf } from './change-series.ts';
import type { Deps } from './deps.ts';

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
