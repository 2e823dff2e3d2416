/** When a series takes place next, and when the number for it is asked for. Pure. */
import { dayOf, isoDay } from '../calendar/dates.ts';
import { daysOf } from '../calendar/recurrence.ts';
import { instantOf, localOf } from '../calendar/wall-clock.ts';
import { holidayOn, workingDayAfter } from '../calendar/working-days.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import { DAY, MAX_AHEAD, MINUTE } from './rules.ts';

type Timed = Pick<Series, 'rrule' | 'workdays' | 'firstAt' | 'length' | 'zone' | 'exceptions'>;

/** In order, from the first on or, of days after `after` (`YYYY-MM-DD`), from there; without those that are skipped. */
export function* occurrencesOf(series: Timed, after: string | null = null): Generator<Occurrence> {
  const { rrule, workdays, firstAt, length, zone, exceptions } = series;
  const { day: from, minute } = localOf(firstAt, zone);
  for (const number of daysOf({ rrule, workdays, from, zone }, after === null ? undefined : dayOf(after))) {
    const day = isoDay(number);
    const exception = exceptions[day];
    if (exception && 'skipped' in exception) continue;
    const startAt = exception?.startAt ?? instantOf(number, minute, zone);
    yield { day, startAt, endAt: exception?.endAt ?? startAt + length };
  }
}

/** The one of that day (`YYYY-MM-DD`); null: the series has none then. */
export function occurrenceOn(series: Timed, day: string): Occurrence | null {
  const [first] = occurrencesOf(series, isoDay(dayOf(day) - 1));
  return first?.day === day ? first : null;
}

/** The next so many that are not over at `now`. */
export function upcoming(series: Timed, now: Millis, most: number): Occurrence[] {
  const found: Occurrence[] = [];
  const yesterday = isoDay(localOf(now, series.zone).day - 2);
  for (const one of occurrencesOf(series, yesterday)) {
    if (one.endAt > now) found.push(one);
    if (found.length === most) break;
  }
  return found;
}

/** The first that is neither dealt with nor over; what passed while nobody looked is passed by. */
export function nextToBook(series: Timed & Pick<Series, 'doneTo'>, now: Millis): Occurrence | null {
  for (const one of occurrencesOf(series, series.doneTo)) if (one.endAt > now) return one;
  return null;
}

/**
 * When the number for an occurrence is asked for: within the platform's 30 days, and not before the one before it ends
 * or its own start is a day away, whichever comes first.
 * @param before when the one before it ends
 */
export function bookAt({ startAt, endAt }: Occurrence, before: Millis | null): Millis {
  // A minute later than the platform would take it at best: its clock is not ours.
  const possible = endAt - MAX_AHEAD + MINUTE;
  return before === null ? possible : Math.max(possible, Math.min(before, startAt - DAY));
}

/** The same occurrence on the next day that people work. */
export function nextWorkday(series: Timed, { day, startAt, endAt }: Occurrence): Pick<Occurrence, 'startAt' | 'endAt'> {
  const { minute } = localOf(startAt, series.zone);
  const at = instantOf(workingDayAfter(dayOf(day), 1, series.zone), minute, series.zone);
  return { startAt: at, endAt: at + endAt - startAt };
}

/** The public holiday that it falls on, in both languages of its announcement; null on any other day. */
export const holidayOf = ({ zone }: Pick<Series, 'zone'>, { startAt }: Pick<Occurrence, 'startAt'>): { en: string; zh: string } | null =>
  holidayOn(localOf(startAt, zone).day, zone);
