import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayOf, isoDay, weekday } from '../../src/calendar/dates.ts';
import { toInstant, wallOf } from '../../src/calendar/wall-clock.ts';
import { isWorkingDay } from '../../src/calendar/working-days.ts';
import type { Occurrence } from '../../src/domain/series.ts';
import { MINUTE } from '../../src/meeting/rules.ts';
import { bookAt, nextToBook, nextWorkday, occurrencesOf, upcoming } from '../../src/meeting/series.ts';
import { thorough } from '../helpers/thorough.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const at = (wall: string, zone: string): number => {
  const [, y, mo, d, h, mi] = /^(\d+)-(\d+)-(\d+) (\d+):(\d+)$/.exec(wall)!.map(Number) as [number, number, number, number, number, number];
  return toInstant({ y, mo, d, h, mi }, zone);
};
const said = (instant: number, zone: string): string => {
  const { y, mo, d, h, mi } = wallOf(instant, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${y}-${two(mo)}-${two(d)} ${two(h)}:${two(mi)}`;
};
const series = (rrule: string, first: string, zone = 'Asia/Shanghai', more: object = {}) => ({
  rrule,
  workdays: false,
  firstAt: at(first, zone),
  length: HOUR,
  zone,
  exceptions: {},
  doneTo: null,
  ...more,
});
const take = (of: Iterable<Occurrence>, most: number): Occurrence[] => {
  const found: Occurrence[] = [];
  for (const one of of) {
    found.push(one);
    if (found.length === most) break;
  }
  return found;
};
const starts = (of: ReturnType<typeof series>, most: number): string[] =>
  take(occurrencesOf(of), most).map(({ startAt }) => said(startAt, of.zone));

describe('the days of a series', () => {
  it.each([
    ['America/New_York', '2027-03-08 09:30', 'over the start of daylight saving', ['2027-03-08 09:30', '2027-03-15 09:30']],
    ['Europe/London', '2026-10-19 14:00', 'over its end', ['2026-10-19 14:00', '2026-10-26 14:00']],
    ['Australia/Sydney', '2026-09-28 10:00', 'in the other half of the year', ['2026-09-28 10:00', '2026-10-05 10:00']],
    ['America/Sao_Paulo', '2026-11-02 10:00', 'where there is none any more', ['2026-11-02 10:00', '2026-11-09 10:00']],
    ['Asia/Shanghai', '2026-11-23 10:00', 'at home', ['2026-11-23 10:00', '2026-11-30 10:00']],
  ])('keep the clock of their zone: %s %s, %s', (zone, first, _, wanted) => {
    expect(starts(series('FREQ=WEEKLY;BYDAY=MO', first, zone), 2)).toEqual(wanted);
  });

  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2027-01-31 15:00', ['2027-01-31 15:00', '2027-03-31 15:00', '2027-05-31 15:00']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31 15:00', ['2027-01-31 15:00', '2027-02-28 15:00', '2027-03-31 15:00']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29 15:00', ['2028-02-29 15:00', '2032-02-29 15:00']],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270331T155959Z',
      '2027-03-02 16:00',
      ['2027-03-02 16:00', '2027-03-16 16:00', '2027-03-30 16:00'],
    ],
    ['FREQ=DAILY;COUNT=3', '2027-03-30 09:00', ['2027-03-30 09:00', '2027-03-31 09:00', '2027-04-01 09:00']],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2', '2027-01-31 15:00', ['2027-01-31 15:00']],
  ])('%s from %s', (rrule, first, wanted) => {
    expect(starts(series(rrule, first), wanted.length)).toEqual(wanted);
  });

  it('are working days by the calendar of the State Council, make-up Saturdays and Sundays among them', () => {
    const days = take(
      occurrencesOf(series('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-09-28 09:30', 'Asia/Shanghai', { workdays: true })),
      12,
    );
    expect(days.map(({ day }) => day.slice(5)).join(' ')).toBe('09-28 09-29 09-30 10-08 10-09 10-10 10-12 10-13 10-14 10-15 10-16 10-19');
    const last = series('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-01 15:00', 'Asia/Shanghai', { workdays: true });
    expect(
      take(occurrencesOf(last), 9)
        .map(({ day }) => day.slice(5))
        .join(' '),
    ).toBe('01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30');
    expect(starts(series('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-09-30 09:30', 'America/New_York', { workdays: true }), 2)).toEqual([
      '2026-09-30 09:30',
      '2026-10-01 09:30',
    ]);
  });

  it('leave out what is skipped, and are moved where that was asked for', () => {
    const moved = { startAt: at('2026-12-08 11:00', 'Asia/Shanghai'), endAt: at('2026-12-08 12:00', 'Asia/Shanghai') };
    const one = series('FREQ=WEEKLY;BYDAY=MO', '2026-11-23 10:00', 'Asia/Shanghai', {
      exceptions: { '2026-11-30': { skipped: true }, '2026-12-07': moved },
    });
    expect(starts(one, 3)).toEqual(['2026-11-23 10:00', '2026-12-08 11:00', '2026-12-14 10:00']);
  });

  it('pass by what nobody looked at while the machine was down', () => {
    const one = series('FREQ=DAILY', '2026-11-23 10:00', 'Asia/Shanghai', { doneTo: '2026-11-24' });
    expect(nextToBook(one, at('2026-12-01 10:30', 'Asia/Shanghai'))?.day).toBe('2026-12-01');
    expect(nextToBook(one, at('2026-12-01 11:00', 'Asia/Shanghai'))?.day).toBe('2026-12-02');
  });

  it('are asked for when the one before ends or a day before, whichever is first, and within 30 days', () => {
    const [first, second] = take(occurrencesOf(series('FREQ=WEEKLY;BYDAY=MO', '2026-11-23 10:00')), 2) as [Occurrence, Occurrence];
    expect(bookAt(second, first.endAt)).toBe(first.endAt);
    const [, tomorrow] = take(occurrencesOf(series('FREQ=DAILY', '2026-11-23 10:00')), 2) as [Occurrence, Occurrence];
    expect(bookAt(tomorrow, tomorrow.startAt - HOUR)).toBe(tomorrow.startAt - DAY);
    const [, quarter] = take(occurrencesOf(series('FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', '2026-11-01 10:00')), 2) as [
      Occurrence,
      Occurrence,
    ];
    expect(quarter.endAt - bookAt(quarter, quarter.startAt - 90 * DAY)).toBeLessThan(30 * DAY);
  });

  it('move from a holiday to the next working day', () => {
    const one = series('FREQ=WEEKLY;BYDAY=TH', '2026-10-01 10:00');
    const [holiday] = take(occurrencesOf(one), 1) as [Occurrence];
    expect(said(nextWorkday(one, holiday).startAt, one.zone)).toBe('2026-10-08 10:00');
  });
});

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Sydney'];
const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A hundred rules of every sort that people say. */
const RULES: string[] = [
  ...[1, 2, 3, 10].map((every) => `FREQ=DAILY;INTERVAL=${every}`),
  ...[1, 2, 3, 4].flatMap((every) => WEEK.map((day) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${day}`)),
  ...['MO,WE', 'TU,TH', 'MO,WE,FR', 'MO,TU,WE,TH,FR', 'SA,SU', 'FR,MO'].flatMap((days) =>
    [1, 2].map((every) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days}`),
  ),
  ...[1, 5, 10, 15, 28, 29, 30, 31, -1, -2].flatMap((date) => [1, 3].map((every) => `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${date}`)),
  ...[1, 2, 3, 4, 5, -1].flatMap((nth) => ['MO', 'WE', 'FR', 'SU'].map((day) => `FREQ=MONTHLY;BYDAY=${nth}${day}`)),
  ...[1, 2, -1, -2].map((nth) => `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${nth}`),
  ...['BYMONTH=2;BYMONTHDAY=29', 'BYMONTH=3;BYMONTHDAY=15', 'BYMONTH=12;BYMONTHDAY=31', 'BYMONTH=11;BYDAY=4TH'].map(
    (rest) => `FREQ=YEARLY;${rest}`,
  ),
  'FREQ=DAILY;COUNT=12',
  'FREQ=WEEKLY;BYDAY=TU;COUNT=7',
  'FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20271231T235959Z',
  'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5',
];

const FIRST = '2026-11-02';
/** A clock that a change of daylight saving neither skips nor repeats: there the two differ on purpose. */
const CLOCK = '10:30';

describe('three years of a hundred rules', () => {
  it.each(ZONES)(
    'fall on the days that rrule-temporal says: %s',
    (zone) => {
      expect(RULES.length).toBeGreaterThanOrEqual(100);
      const years = thorough ? 3 : 1;
      const until = at(`${2026 + years}-11-02 23:59`, zone);
      for (const rrule of RULES) {
        const ours: number[] = [];
        for (const { startAt } of occurrencesOf(series(rrule, `${FIRST} ${CLOCK}`, zone))) {
          if (startAt > until) break;
          ours.push(startAt);
        }
        const dtstart = Temporal.ZonedDateTime.from(`${FIRST}T${CLOCK}:00[${zone}]`);
        const rule = new RRuleTemporal({
          rruleString: `DTSTART;TZID=${zone}:${FIRST.replaceAll('-', '')}T${CLOCK.replace(':', '')}00\nRRULE:${rrule}`,
          temporal: Temporal,
        } as never);
        const theirs = rule.between(new Date(dtstart.epochMilliseconds), new Date(until), true).map((one) => one.epochMilliseconds);
        expect([rrule, ours.map((one) => said(one, zone))]).toEqual([rrule, theirs.map((one) => said(one, zone))]);
      }
    },
    600_000,
  );

  it('never fall on a day off, nor leave out a working day: three years of working days', () => {
    const one = series('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2023-11-01 09:30', 'Asia/Shanghai', { workdays: true });
    const until = dayOf('2026-12-31');
    const got = new Set<string>();
    for (const { day } of occurrencesOf(one)) {
      if (dayOf(day) > until) break;
      got.add(day);
    }
    for (let day = dayOf('2023-11-01'); day <= until; day += 1)
      expect([isoDay(day), got.has(isoDay(day))]).toEqual([isoDay(day), isWorkingDay(day, 'Asia/Shanghai')]);
    expect([...got].some((day) => weekday(dayOf(day)) > 5)).toBe(true);
  });

  it('are found at once however long a series has run', () => {
    const old = series('FREQ=DAILY', '2016-01-01 09:30');
    const started = performance.now();
    for (let n = 0; n < 200; n += 1) upcoming(old, at('2026-11-20 10:00', 'Asia/Shanghai'), 3);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
