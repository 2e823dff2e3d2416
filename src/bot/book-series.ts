import type { Intent } from '../domain/intent.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Plan } from '../meeting/plan.ts';
import { bookAt, nextToBook } from '../meeting/series.ts';
import { occurrencePlan, seriesOf } from '../meeting/series-plan.ts';
import { type Answer, tell } from './answer.ts';
import { seriesEntry } from './audit-entry.ts';
import { bookPlan } from './book-plan.ts';
import type { Deps } from './deps.ts';
import { seriesJob } from './job-kinds.ts';
import { booked } from './series-step.ts';
import { seriesView } from './series-view.ts';

type Booking = Extract<Intent, { want: 'book' }>;

/** Short enough for a button to carry, and the same whenever the request is carried out. */
const seriesId = (attemptId: string): string => `s-${attemptId}`.slice(0, 64);

/**
 * A rule: its first meeting as any other, once it lies within the platform's 30 days, and a card for all of it.
 * Nothing of it is kept where the first one is refused.
 */
export async function bookSeries(
  plan: Plan & { rrule: string },
  { time }: Booking,
  ask: Ask,
  attemptId: string,
  deps: Deps,
): Promise<Answer> {
  const id = seriesId(attemptId);
  const now = deps.now();
  const series = (await deps.series.get(id)) ?? seriesOf(plan, time, ask, id, now);
  const first = nextToBook({ ...series, doneTo: null }, ask.at);
  if (!first) return tell({ key: 'series_empty' });
  const entry = seriesEntry(series, ask, { did: 'booked', at: now });
  if (bookAt(first, null) > now) {
    await deps.series.add(series, [seriesJob(id, bookAt(first, null))], entry);
    return { ...(await ofSeries(id, deps)), effects: [] };
  }
  const answer = await bookPlan({ ...occurrencePlan(series, first), assumed: plan.assumed, other: plan.other }, ask, attemptId, deps);
  const lost = answer.view.show === 'notice' && answer.view.say.key === 'answer_lost';
  if (answer.view.show !== 'meeting' && !lost) return answer;
  await deps.series.add(series, [], entry);
  await booked(id, first.day, answer.view.show === 'meeting' ? answer.view.meeting : null, deps);
  return { ...answer, more: [...(answer.more ?? []), await ofSeries(id, deps)] };
}

async function ofSeries(id: string, deps: Deps): Promise<Answer> {
  const series = await deps.series.get(id);
  if (!series) return tell({ key: 'not_found' });
  return { view: await seriesView(series, deps), to: 'everyone', cardOfSeries: id };
}
