import type { Millis } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import { MINUTE } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';

/** Nobody counts any more on what was asked for longer ago: it is answered, and not done. */
const LATE: Millis = 10 * MINUTE;

/** It was asked for too long ago to be done now. */
export class TooLate extends Error {
  /** Since it was asked for. */
  readonly minutes: number;
  /** Of a whole series: there is no single meeting that could be named in the question. */
  readonly ofSeries: boolean;

  constructor(minutes: number, ofSeries = false) {
    super('it was asked for too long ago');
    this.minutes = minutes;
    this.ofSeries = ofSeries;
  }
}

type When = Pick<Ask, 'at'>;
type Now = Pick<Deps, 'now'>;

export const isLate = ({ at }: When, deps: Now): boolean => deps.now() - at > LATE;

/** In minutes, so long that it is worth a word. */
export const delayOf = ({ at }: When, deps: Now): number => Math.round((deps.now() - at) / MINUTE);

/**
 * Before anything is booked, changed or cancelled.
 * @param startAt of what is to be booked; when it has come while the request waited, nobody is there any more
 * @throws TooLate
 */
export function inTime(ask: When, deps: Now, startAt: Millis = Number.POSITIVE_INFINITY): void {
  const delay = delayOf(ask, deps);
  const missed = startAt > ask.at && startAt <= deps.now() && delay >= 1;
  if (missed || isLate(ask, deps)) throw new TooLate(delay);
}

/** Before anything becomes of a series. @throws TooLate */
export function inTimeForSeries(ask: When, deps: Now): void {
  if (isLate(ask, deps)) throw new TooLate(delayOf(ask, deps), true);
}
