/** A day or a row of days, once today is known. */
export interface DayRead {
  /** Day numbers; `to` is inclusive and equals `from` for a single day. */
  from: number;
  to: number;
  /** How to move on when what was meant has already passed: nothing said which week, month or year. */
  next: 'week' | 'month' | 'year' | null;
  /** The year was guessed and is not this one. */
  nextYear: boolean;
}

export type DayResult = DayRead | 'no_such_date';

export const oneDay = (day: number, next: DayRead['next'] = null): DayRead => ({ from: day, to: day, next, nextYear: false });

export const oneDayNextYear = (day: number): DayRead => ({ ...oneDay(day), nextYear: true });
