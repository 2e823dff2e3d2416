/** What a series says by itself in its chat. */
import { render } from '../card/render.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import { holidayOf, nextWorkday } from '../meeting/series.ts';
import type { Answer } from './answer.ts';
import type { Deps } from './deps.ts';
import { hasCard } from './redraw-cards.ts';
import { send } from './reply.ts';
import { unlessRefused } from './unless-refused.ts';

/** The card of a meeting whose turn has come, or why there is none. A run that is repeated sends nothing twice. */
export async function sendOccurrence(series: Series, next: Occurrence, answer: Answer, ask: Ask, deps: Deps): Promise<void> {
  if (answer.view.show === 'meeting') {
    if (await hasCard(answer.view.meeting, deps)) return;
    return send({ ...answer, to: 'everyone' }, ask, deps);
  }
  const { topic } = series.plan;
  const failed: Answer = {
    view: { show: 'line', say: { key: 'series_not_booked', args: { topic: topic ?? '', at: { at: next.startAt, zone: series.zone } } } },
    to: 'everyone',
    thread: series.id,
  };
  await send(failed, { ...ask, id: `${ask.id}-head` }, deps);
  await send({ ...answer, to: 'everyone' }, ask, deps);
}

/** A day that falls on a holiday stands as the rule has it; who wants it otherwise has it one tap away. */
export async function sendHoliday(series: Series, next: Occurrence, ask: Ask, deps: Deps): Promise<void> {
  const holiday = holidayOf(series, next);
  if (!holiday) return;
  const to = nextWorkday(series, next);
  const at = { at: next.startAt, zone: series.zone };
  const view: View = {
    show: 'line',
    say: { key: 'series_holiday', args: { at, zh: holiday.zh, en: holiday.en } },
    acts: [
      { label: { key: 'series_skip' }, act: { act: 'series_skip', series: series.id, day: next.day, onto: 'shared' } },
      {
        label: { key: 'series_to_workday', args: { at: { at: to.startAt, zone: series.zone } } },
        act: { act: 'series_shift', series: series.id, day: next.day, onto: 'shared' },
      },
    ],
  };
  // Only a hint; the meeting stands.
  await unlessRefused(async () => {
    const { messageId } = await deps.messages.send({ chatId: series.chatId }, render(view, { langs: 'both' }), `${ask.id}-holiday`);
    await deps.store.addLine(messageId, series.meetings[next.day] ?? series.id);
  }, deps);
}
