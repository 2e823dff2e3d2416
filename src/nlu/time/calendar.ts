/** Civil dates as whole days since 1970-01-01, so that arithmetic on them is plain integers. Monday is 1, Sunday 7. */
export interface Civil {
  y: number;
  mo: number;
  d: number;
}

const DAY = 86_400_000;

/** Rolls over like the calendar does: month 13 is January of the next year, day 0 the last of the month before. */
export function dayNumber(y: number, mo: number, d: number): number {
  return Math.round(Date.UTC(y, mo - 1, d) / DAY);
}

export function civil(day: number): Civil {
  const date = new Date(day * DAY);
  return { y: date.getUTCFullYear(), mo: date.getUTCMonth() + 1, d: date.getUTCDate() };
}

export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function monday(day: number): number {
  return day - weekday(day) + 1;
}

export function daysInMonth(y: number, mo: number): number {
  return new Date(Date.UTC(y, mo, 0)).getUTCDate();
}

export function isDate(y: number, mo: number, d: number): boolean {
  return mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo);
}

/** The same day of another month, or its last day where that month is shorter. */
export function addMonths(day: number, months: number): number {
  const from = civil(day);
  const first = civil(dayNumber(from.y, from.mo + months, 1));
  return dayNumber(first.y, first.mo, Math.min(from.d, daysInMonth(first.y, first.mo)));
}

/** `n` counts from 1; −1 is the last one. Null where the month has no fifth. */
export function nthWeekday(y: number, mo: number, wd: number, n: number): number | null {
  const first = dayNumber(y, mo, 1);
  const last = dayNumber(y, mo + 1, 0);
  if (n < 0) return last - ((weekday(last) - wd + 7) % 7) + (n + 1) * 7;
  const day = first + ((wd - weekday(first) + 7) % 7) + (n - 1) * 7;
  return day <= last ? day : null;
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function parseIsoDay(text: string): number {
  return dayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}
