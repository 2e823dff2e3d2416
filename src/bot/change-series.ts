/** What people do to a series. Its owner and hosts may; a meeting that has its number already goes along. */
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { planChange, type Wish } from '../meeting/change.ts';
import { isOpen } from '../meeting/rules.ts';
import { nextWorkday, upcoming } from '../meeting/series.ts';
import { type Answer, line, tell } from './answer.ts';
import { applyChange, cancelMeeting } from './apply-change.ts';
import type { Deps } from './deps.ts';
import { saveSeries } from './save-series.ts';
import { armSeries } from './series-step.ts';

/** Why this person can't change this series, or null. */
export function seriesProblem(series: Series, openId: string): Say | null {
  if (series.ownerId !== openId && !series.plan.hostIds.includes(openId)) return { key: 'not_yours' };
  return series.status === 'on' ? null : { key: 'series_gone' };
}

/** Said where it was asked, and in the chat of the series. */
function toldOf(series: Series, news: Say, ask: Ask): Answer {
  const view = line(news);
  if (series.chatId === ask.place.chatId) return { view, to: 'everyone', thread: series.id };
  return { view, to: 'asker', thread: series.id, alsoTo: { chatId: series.chatId, view, thread: series.id } };
}

const topicOf = ({ plan }: Series): string => plan.topic ?? '';
const meetingOf = (series: Series, { day }: Pick<Occurrence, 'day'>, deps: Deps): Promise<Meeting | null> => {
  const id = series.meetings[day];
  return id === undefined ? Promise.resolve(null) : deps.store.get(id);
};

/** An occurrence as it stands: a meeting that was moved by itself is when it is. */
export async function nextOf(series: Series, deps: Deps, most = 1): Promise<(Occurrence & { meeting: Meeting | null })[]> {
  const found: (Occurrence & { meeting: Meeting | null })[] = [];
  for (const one of upcoming(series, deps.now(), most + 3)) {
    const meeting = await meetingOf(series, one, deps);
    if (meeting && !isOpen(meeting)) continue;
    found.push({ ...one, ...(meeting ? { startAt: meeting.startAt, endAt: meeting.endAt } : {}), meeting });
  }
  return found.slice(0, most);
}

/** That day it does not take place. */
export function skipDay(series: Series, one: Occurrence, ask: Ask, deps: Deps): Promise<Answer> {
  const who = { user: ask.from };
  const news: Say = { key: 'series_skipped', args: { who, topic: topicOf(series), at: { at: one.startAt, zone: series.zone } } };
  return deps.alone(series.id, async () => {
    const meeting = await meetingOf(series, one, deps);
    const cancelled = meeting && isOpen(meeting) ? await cancelMeeting(meeting, news, { ...ask, id: `${ask.id}-skip` }, deps) : null;
    const saved = await saveSeries(series.id, (now) => ({ exceptions: { ...now.exceptions, [one.day]: { skipped: true } } }), [], deps);
    if (saved) await armSeries(saved, deps);
    return cancelled ?? toldOf(series, news, ask);
  });
}

/** That day's takes place at another time; the others stay. */
export function moveDay(series: Series, one: Occurrence, to: Pick<Occurrence, 'startAt' | 'endAt'>, ask: Ask, deps: Deps): Promise<Answer> {
  const { zone } = series;
  return deps.alone(series.id, async () => {
    const meeting = await meetingOf(series, one, deps);
    if (meeting && isOpen(meeting))
      return applyChange(meeting, await planChange(meeting, { to: { ...to, zone } }, ask, deps), { ...ask, id: `${ask.id}-move` }, deps);
    const saved = await saveSeries(series.id, (now) => ({ exceptions: { ...now.exceptions, [one.day]: to } }), [], deps);
    if (saved) await armSeries(saved, deps);
    const at = { at: one.startAt, zone };
    return toldOf(
      series,
      { key: 'series_shifted', args: { who: { user: ask.from }, topic: topicOf(series), at, to: { at: to.startAt, zone } } },
      ask,
    );
  });
}

export const moveToWorkday = (series: Series, one: Occurrence, ask: Ask, deps: Deps): Promise<Answer> =>
  moveDay(series, one, nextWorkday(series, one), ask, deps);

/** No further meetings; those that have a number and have not begun are cancelled. */
export function stopSeries(series: Series, ask: Ask, deps: Deps): Promise<Answer> {
  const news: Say = { key: 'series_was_stopped', args: { who: { user: ask.from }, topic: topicOf(series) } };
  return deps.alone(series.id, async () => {
    await saveSeries(series.id, (now) => (now.status === 'on' ? { status: 'stopped', stoppedBy: ask.from } : null), [], deps);
    for (const id of Object.values(series.meetings)) {
      const meeting = await deps.store.get(id);
      if (meeting?.status === 'booked' && meeting.startAt > deps.now())
        await cancelMeeting(meeting, news, { ...ask, id: `${ask.id}-${id}` }, deps);
    }
    return toldOf(series, news, ask);
  });
}

interface ForAll {
  /** What becomes of the series; null: that cannot be. */
  become(series: Series, next: Occurrence): Series | null;
  /** What becomes of its next meeting, if that has its number already. */
  wish?(next: Occurrence): Wish;
}

/** All to come, from the next one on that has not begun. */
export function changeSeries(series: Series, { become, wish }: ForAll, ask: Ask, deps: Deps): Promise<Answer> {
  return deps.alone(series.id, async () => {
    const next = (await nextOf(series, deps, 2)).find(({ startAt }) => startAt > deps.now());
    if (!next) return tell({ key: 'series_gone' });
    const changed = become(series, next);
    if (!changed) return tell({ key: 'series_cannot_move' });
    if (next.meeting && wish) {
      const plan = await planChange(next.meeting, wish(next), ask, deps);
      if ('problem' in plan && plan.problem.key !== 'nothing_to_change') return tell(plan.problem);
      const answer = 'problem' in plan ? null : await applyChange(next.meeting, plan, { ...ask, id: `${ask.id}-next` }, deps);
      if (answer && !answer.effects) return answer;
    }
    const { id, version, ...rest } = changed;
    const saved = await saveSeries(series.id, (now) => (now.status === 'on' ? rest : null), [], deps);
    if (!saved) return tell({ key: 'series_gone' });
    await armSeries(saved, deps);
    return allChanged(saved, ask);
  });
}

const allChanged = (series: Series, ask: Ask): Answer =>
  toldOf(
    series,
    {
      key: 'series_changed',
      args: {
        who: { user: ask.from },
        topic: topicOf(series),
        rule: { rrule: series.rrule },
        at: { at: series.firstAt, zone: series.zone },
      },
    },
    ask,
  );

/** Who takes the booking of the first meeting back takes the whole series back. */
export async function withdrawSeries({ series }: Meeting, ask: Ask, deps: Deps): Promise<void> {
  if (!series) return;
  const first = (now: Series): boolean => now.status === 'on' && Object.keys(now.meetings).every((day) => day === series.day);
  await saveSeries(series.id, (now) => (first(now) ? { status: 'stopped', stoppedBy: ask.from } : null), [], deps);
}
