/** Clocks that change: what is said on the wall becomes the right instant, and a length is as long as it was said. */
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/time.ts';
import { read } from './tell.ts';

/** Message, start and end in UTC (null: none was said). */
type Row = readonly [text: string, start: string, end: string | null];

interface Scene {
  zone: string;
  now: string;
  rows: readonly Row[];
}

const scenes: Record<string, Scene> = {
  'New York, the night before 02:00 becomes 03:00': {
    zone: 'America/New_York',
    now: '2026-03-07T10:00:00-05:00',
    rows: [
      ['today 3pm', '2026-03-07T20:00Z', null],
      ['tomorrow 9am', '2026-03-08T13:00Z', null],
      ['tomorrow 1:30am', '2026-03-08T06:30Z', null],
      // no clock shows these: they move on by the gap
      ['tomorrow 2am', '2026-03-08T07:00Z', null],
      ['tomorrow 2:30am', '2026-03-08T07:30Z', null],
      ['明天凌晨2点半', '2026-03-08T07:30Z', null],
      ['tomorrow 3am', '2026-03-08T07:00Z', null],
      ['tomorrow 1:30am for 2 hours', '2026-03-08T06:30Z', '2026-03-08T08:30Z'],
      ['tomorrow 1:30am to 4am', '2026-03-08T06:30Z', '2026-03-08T08:00Z'],
      ['tonight 11pm for 5 hours', '2026-03-08T04:00Z', '2026-03-08T09:00Z'],
      ['tonight 11pm to 4am', '2026-03-08T04:00Z', '2026-03-08T08:00Z'],
      ['in 24 hours', '2026-03-08T15:00Z', null],
      ['same time tomorrow', '2026-03-08T14:00Z', null],
      ['in 3 days at 10am', '2026-03-10T14:00Z', null],
      ['下周一上午9点', '2026-03-09T13:00Z', null],
      ['every day at 9am', '2026-03-08T13:00Z', null],
      ['in 16 hours for 2 hours', '2026-03-08T07:00Z', '2026-03-08T09:00Z'],
    ],
  },
  'New York, the night before 02:00 becomes 01:00': {
    zone: 'America/New_York',
    now: '2026-10-31T10:00:00-04:00',
    rows: [
      ['tomorrow 9am', '2026-11-01T14:00Z', null],
      // shown twice: the first one is meant
      ['tomorrow 1:30am', '2026-11-01T05:30Z', null],
      ['明天凌晨1点半', '2026-11-01T05:30Z', null],
      ['tomorrow 1:30am to 2:30am', '2026-11-01T05:30Z', '2026-11-01T07:30Z'],
      ['tomorrow 1am for 3 hours', '2026-11-01T05:00Z', '2026-11-01T08:00Z'],
      ['tonight 11pm to 3am', '2026-11-01T03:00Z', '2026-11-01T08:00Z'],
      ['in 24 hours', '2026-11-01T14:00Z', null],
      ['same time tomorrow', '2026-11-01T15:00Z', null],
      ['3天后上午10点', '2026-11-03T15:00Z', null],
      ['明天上午9点到10点', '2026-11-01T14:00Z', '2026-11-01T15:00Z'],
    ],
  },
  'New York, inside the hour that comes twice': {
    zone: 'America/New_York',
    now: '2026-11-01T01:45:00-04:00',
    rows: [
      ['in 30 minutes', '2026-11-01T06:15Z', null],
      ['now for 30 minutes', '2026-11-01T05:45Z', '2026-11-01T06:15Z'],
      ['today 3am', '2026-11-01T08:00Z', null],
      ['一小时后', '2026-11-01T06:45Z', null],
    ],
  },
  'London, the night before 01:00 becomes 02:00': {
    zone: 'Europe/London',
    now: '2026-03-28T12:00:00Z',
    rows: [
      ['today 3pm', '2026-03-28T15:00Z', null],
      ['tomorrow 9am', '2026-03-29T08:00Z', null],
      ['tomorrow 1:30am', '2026-03-29T01:30Z', null],
      ['tomorrow 0:30-2:30', '2026-03-29T00:30Z', '2026-03-29T01:30Z'],
      ['Monday 3pm', '2026-03-30T14:00Z', null],
      ['下周一上午10点到11点', '2026-03-30T09:00Z', '2026-03-30T10:00Z'],
    ],
  },
  'London, the night before 02:00 becomes 01:00': {
    zone: 'Europe/London',
    now: '2026-10-24T12:00:00+01:00',
    rows: [
      ['today 3pm', '2026-10-24T14:00Z', null],
      ['tomorrow 9am', '2026-10-25T09:00Z', null],
      ['tomorrow 1:30am', '2026-10-25T00:30Z', null],
      ['tomorrow 0:30-2:30', '2026-10-24T23:30Z', '2026-10-25T02:30Z'],
      ['明天上午9点半', '2026-10-25T09:30Z', null],
      ['tonight at 11 for 4 hours', '2026-10-24T22:00Z', '2026-10-25T02:00Z'],
    ],
  },
  'Sydney, the night before 03:00 becomes 02:00': {
    zone: 'Australia/Sydney',
    now: '2026-04-04T10:00:00+11:00',
    rows: [
      ['today 3pm', '2026-04-04T04:00Z', null],
      ['tomorrow 9am', '2026-04-04T23:00Z', null],
      ['tomorrow 2:30am', '2026-04-04T15:30Z', null],
      ['tomorrow 1am for 4 hours', '2026-04-04T14:00Z', '2026-04-04T18:00Z'],
      ['明天上午9点到10点半', '2026-04-04T23:00Z', '2026-04-05T00:30Z'],
    ],
  },
  'Sydney, the night before 02:00 becomes 03:00': {
    zone: 'Australia/Sydney',
    now: '2026-10-03T10:00:00+10:00',
    rows: [
      ['tomorrow 9am', '2026-10-03T22:00Z', null],
      ['tomorrow 2:30am', '2026-10-03T16:30Z', null],
      ['今晚11点到明早6点', '2026-10-03T13:00Z', '2026-10-03T19:00Z'],
      ['in 24 hours', '2026-10-04T00:00Z', null],
    ],
  },
  'Shanghai, where nothing changes': {
    zone: 'Asia/Shanghai',
    now: '2026-03-07T10:00:00+08:00',
    rows: [
      ['tomorrow 9am', '2026-03-08T01:00Z', null],
      ['明天凌晨2点半', '2026-03-07T18:30Z', null],
      ['明天凌晨1点到4点', '2026-03-07T17:00Z', '2026-03-07T20:00Z'],
      ['下周一上午10点', '2026-03-09T02:00Z', null],
      // elsewhere it does: the day is the asker's, the clock is there
      ['tomorrow 9am New York time', '2026-03-08T13:00Z', null],
      ['纽约时间明天上午9点', '2026-03-08T13:00Z', null],
      ['纽约时间今天上午9点', '2026-03-07T14:00Z', null],
      ['明天9am EST', '2026-03-08T14:00Z', null],
      ['明天9am EDT', '2026-03-08T13:00Z', null],
      ['Mar 28 10am London time', '2026-03-28T10:00Z', null],
      ['Mar 29 10am London time', '2026-03-29T09:00Z', null],
      ['10月24日上午10点 伦敦时间', '2026-10-24T09:00Z', null],
      ['10月25日上午10点 伦敦时间', '2026-10-25T10:00Z', null],
      ['Apr 4 9am Sydney time', '2026-04-03T22:00Z', null],
      ['Apr 5 9am Sydney time', '2026-04-04T23:00Z', null],
      ['悉尼时间4月5日凌晨1点到4点', '2026-04-04T14:00Z', '2026-04-04T18:00Z'],
    ],
  },
  'New York, naming other zones': {
    zone: 'America/New_York',
    now: '2026-03-07T10:00:00-05:00',
    rows: [
      ['北京时间明天15:00', '2026-03-08T07:00Z', null],
      ['tomorrow 3pm Beijing time', '2026-03-08T07:00Z', null],
      ['tomorrow 3pm GMT', '2026-03-08T15:00Z', null],
      ['tomorrow 9am PT', '2026-03-08T16:00Z', null],
      ['tomorrow 9am PST', '2026-03-08T17:00Z', null],
    ],
  },
};

const utc = (moment: Moment | null): string | null =>
  moment?.grain === 'minute' ? new Date(moment.at).toISOString().replace(':00.000Z', 'Z') : null;

describe.each(Object.keys(scenes))('%s', (name) => {
  const { zone, now, rows } = scenes[name]!;
  it.each(rows)('%s → %s %s', (text, start, end) => {
    const { reading } = read(text, Date.parse(now), zone);
    expect([utc(reading.start), utc(reading.end)]).toEqual([start, end]);
  });
});

it('ends a recurrence with the last day as that zone counts it', () => {
  const tell = (text: string, zone: string): string | null => read(text, Date.parse('2026-03-07T15:00:00Z'), zone).reading.rrule;
  expect(tell('every Monday 9am until March 31', 'America/New_York')).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260401T035959Z');
  expect(tell('every Monday 9am until March 7', 'America/New_York')).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260308T045959Z');
  expect(tell('每周一上午9点 直到3月31日', 'Europe/London')).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260331T225959Z');
  expect(tell('每周一上午9点 直到4月6日', 'Australia/Sydney')).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T135959Z');
});
