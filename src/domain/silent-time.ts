import type { TimeReading } from './time.ts';

/** The reading of a message that says nothing of time. */
export const silent = (): TimeReading => ({
  start: null,
  end: null,
  minutes: null,
  zone: null,
  rrule: null,
  assumed: [],
  other: null,
  problems: [],
});
