/** What becomes of a series when all of it is changed. Pure. */
import { dayOf, isoDay, weekday } from '../calendar/dates.ts';
import { localOf } from '../calendar/wall-clock.ts';
import type { Slots } from '../domain/intent.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Settings } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';
import { MAX_LENGTH } from './rules.ts';
import { cutTopic, hostIdsOf, joinOf } from './slots.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const partsOf = (rrule: string): Map<string, string> => new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]));

const written = (parts: Map<string, string>): string => [...parts].map(([name, value]) => `${name}=${value}`).join(';');

/** From this occurrence on it counts anew: what was before it is over or stands as it is. */
const from = (series: Series, next: Occurrence, change: Partial<Series>): Series => {
  const changed = { ...series, ...change };
  const { day: first } = localOf(changed.firstAt, changed.zone);
  // What was already passed by stays so.
  const doneTo = series.doneTo === null || dayOf(series.doneTo) < first ? isoDay(first - 1) : series.doneTo;
  const skipped = Object.entries(series.exceptions).filter(([, exception]) => 'skipped' in exception);
  return { ...changed, exceptions: Object.fromEntries(skipped), doneTo: series.meetings[next.day] ? isoDay(first) : doneTo };
};

/**
 * All of it to another clock, or another day of the week where it has one: `startAt` and `endAt` are what becomes of `next`.
 * Null: its days cannot be moved that way.
 */
function movedSeries(series: Series, next: Occurrence, to: { startAt: Millis; endAt: Millis }): Series | null {
  const length = to.endAt - to.startAt;
  if (length <= 0 || length > MAX_LENGTH) return null;
  const [was, is] = [localOf(next.startAt, series.zone).day, localOf(to.startAt, series.zone).day];
  const parts = partsOf(series.rrule);
  if (was !== is) {
    const single = parts.get('FREQ') === 'WEEKLY' && (parts.get('BYDAY') ?? 'MO').length === 2;
    if (!single || Math.abs(was - is) > 6) return null;
    parts.set('BYDAY', WEEKDAYS[weekday(is) - 1]!);
  }
  const changed = from(series, next, { rrule: written(parts), firstAt: to.startAt, length });
  const meeting = series.meetings[next.day];
  const { [next.day]: _, ...others } = series.meetings;
  return meeting ? { ...changed, meetings: { ...others, [isoDay(is)]: meeting } } : changed;
}

/** Every two weeks, every month: days that the new rule does not name stay. Null: it is the same. */
function repeatedAs(
  series: Series,
  next: Occurrence,
  rrule: string,
  { workdays, to }: { workdays: boolean; to: { startAt: Millis; endAt: Millis } | null },
): Series | null {
  const [was, is] = [partsOf(series.rrule), partsOf(rrule)];
  if (was.get('FREQ') === is.get('FREQ') && !is.has('BYDAY') && was.has('BYDAY')) is.set('BYDAY', was.get('BYDAY')!);
  if (!is.has('UNTIL') && was.has('UNTIL')) is.set('UNTIL', was.get('UNTIL')!);
  const next_ = written(is);
  if (next_ === series.rrule) return null;
  const startAt = to?.startAt ?? next.startAt;
  return from(series, next, { rrule: next_, workdays, firstAt: startAt, length: to ? to.endAt - to.startAt : series.length });
}

/** What each of its meetings is asked for with from now on. */
function withSlots(series: Series, slots: Slots, settings: Settings): Series {
  const { topic, hosts, password, record, remind } = slots;
  const plan: Series['plan'] = {
    ...series.plan,
    ...(topic === undefined ? {} : { topic: cutTopic(topic) }),
    ...(hosts ? { hostIds: hostIdsOf(hosts) } : {}),
    ...(typeof password === 'string' ? { password: { set: 'digits', digits: password } } : {}),
    ...(password === null ? { password: { set: 'none' } } : {}),
    ...(record === undefined ? {} : { record }),
    ...(remind === undefined ? {} : { remind }),
    ...(slots.join ? { join: joinOf(slots, settings, series.chatKind) } : {}),
    ...(slots.canHost ? { canHost: slots.canHost } : {}),
    ...(slots.canInvite ? { canInvite: slots.canInvite } : {}),
  };
  return { ...series, plan };
}

/** What is wanted of all to come: another time, another rule, other settings. In plain values, so that it can be kept and done again. */
export interface SeriesWish {
  /** What becomes of the next one; null: its time stays. */
  to: { startAt: Millis; endAt: Millis } | null;
  repeat?: { rrule: string; workdays: boolean };
  slots?: Slots;
}

/** @param next the one that `to` is about. Null: that cannot be */
export function changedSeries(series: Series, next: Occurrence, { to, repeat, slots }: SeriesWish, settings: Settings): Series | null {
  const changed = repeat ? repeatedAs(series, next, repeat.rrule, { ...repeat, to }) : to && movedSeries(series, next, to);
  return changed && slots ? withSlots(changed, slots, settings) : changed;
}
