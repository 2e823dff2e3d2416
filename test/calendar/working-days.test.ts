import { describe, expect, it } from 'vitest';
import { dayOf, isoDay } from '../../src/calendar/dates.ts';
import { isWorkingDay, workingDayAfter } from '../../src/calendar/working-days.ts';

describe('working days', () => {
  it.each([
    ['Asia/Shanghai', '2026-09-30', 1, '2026-10-08', 'after the National Day week'],
    ['Asia/Shanghai', '2026-10-09', 1, '2026-10-10', 'a Saturday that makes up for it'],
    ['Asia/Shanghai', '2026-09-30', 3, '2026-10-10', 'counts the Saturday'],
    ['Asia/Shanghai', '2026-02-13', 1, '2026-02-14', 'the Saturday before Spring Festival'],
    ['Asia/Shanghai', '2026-02-14', 1, '2026-02-24', 'after Spring Festival'],
    ['Asia/Shanghai', '2026-11-20', 1, '2026-11-23', 'over a plain week-end'],
    ['Asia/Shanghai', '2030-10-01', 1, '2030-10-04', 'in a year that nobody has announced: what the law names'],
    ['America/New_York', '2026-09-30', 1, '2026-10-01', 'elsewhere'],
    ['America/New_York', '2026-10-09', 1, '2026-10-12', 'over the week-end elsewhere'],
  ])('in %s from %s on the %i. is %s: %s', (zone, day, n, then) => {
    expect(isoDay(workingDayAfter(dayOf(day), n, zone))).toBe(then);
  });

  it('tells a make-up Saturday from a free one', () => {
    expect(['2026-10-10', '2026-10-17'].map((day) => isWorkingDay(dayOf(day), 'Asia/Shanghai'))).toEqual([true, false]);
  });
});
