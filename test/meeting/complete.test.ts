import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/domain/intent.ts';
import { silent } from '../../src/domain/silent-time.ts';
import type { TimeReading } from '../../src/domain/time.ts';
import { completed, fitting, likeMeeting } from '../../src/meeting/complete.ts';
import { meetingAt } from '../store/meetings.ts';

type Booking = Extract<Intent, { want: 'book' }>;

const ZONE = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`2026-11-${text}:00+08:00`);
const NOW = at('20T10:15');

const day = (text: string): Partial<TimeReading> => ({ start: { grain: 'day', day: `2026-11-${text}` } });
const clock = (text: string, more: Partial<TimeReading> = {}): Partial<TimeReading> => ({
  start: { grain: 'minute', at: at(text) },
  ...more,
});
const bare = (text: string, more: Partial<TimeReading> = {}) => clock(text, { assumed: ['date'], ...more });
const booking = (time: Partial<TimeReading>, more: Partial<Booking> = {}): Booking => ({
  want: 'book',
  now: false,
  time: { ...silent(), ...time },
  slots: {},
  ...more,
});
const told = ({ time }: Booking): string => {
  const show = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(8, 16);
  const { start, end, minutes } = time;
  const from =
    start === null
      ? '-'
      : start.grain === 'minute'
        ? show(start.at)
        : start.grain === 'day'
          ? start.day.slice(8)
          : `${start.day.slice(8)} ${start.part}`;
  return [from, ...(end?.grain === 'minute' ? [`– ${show(end.at)}`] : []), ...(minutes === null ? [] : [`${minutes} min`])].join(' ');
};

describe('what was half said is filled in', () => {
  it.each<[was: Partial<TimeReading>, said: Partial<TimeReading>, whole: string]>([
    [{}, day('21'), '21'],
    [day('21'), bare('20T15:00'), '21T15:00'],
    [day('21'), clock('23T15:00'), '23T15:00'],
    [bare('20T15:00'), day('24'), '24T15:00'],
    [{ start: { grain: 'part', day: '2026-11-21', part: 'afternoon' } }, bare('20T15:00'), '21T15:00'],
    [{ start: { grain: 'part', day: '2026-11-21', part: 'evening' } }, bare('21T08:00', { assumed: ['date', 'morning'] }), '21T20:00'],
    [day('21'), { start: { grain: 'part', day: '2026-11-20', part: 'morning' }, assumed: ['date'] }, '21 morning'],
    [day('21'), bare('20T15:00', { end: { grain: 'minute', at: at('20T16:30') } }), '21T15:00 – 21T16:30'],
    [bare('20T15:00', { minutes: 30 }), day('24'), '24T15:00 30 min'],
    [clock('21T15:00'), { minutes: 45 }, '21T15:00 45 min'],
    [clock('21T15:00', { end: { grain: 'minute', at: at('21T15:30') } }), bare('20T16:00'), '21T16:00 30 min'],
  ])('%o + %o', (was, said, whole) => {
    expect(told(completed(booking(was, { fragment: true }), { time: { ...silent(), ...said }, slots: {} }, ZONE))).toBe(whole);
  });

  it('and keeps what was said beside it', () => {
    const draft = booking(day('21'), { slots: { topic: '周会', password: '1234' } });
    const whole = completed(draft, { time: null, slots: { topic: '月会', record: true } }, ZONE);
    expect(whole.slots).toEqual({ topic: '月会', password: '1234', record: true });
  });
});

describe('another one like that', () => {
  const meeting = meetingAt(NOW, {
    startAt: at('21T15:00'),
    endAt: at('21T15:45'),
    zone: ZONE,
    topic: '评审',
    hostIds: ['ou_2'],
    record: true,
  });
  it.each<[what: string, said: Partial<TimeReading>, later: number | undefined, whole: string]>([
    ['another day: its clock', day('24'), undefined, '24T15:00 45 min'],
    ['another clock: its day', bare('20T14:00'), undefined, '21T14:00 45 min'],
    ['another day and clock', clock('25T09:00'), undefined, '25T09:00 45 min'],
    ['another length', { ...day('24'), minutes: 30 }, undefined, '24T15:00 30 min'],
    ['the same time next week', {}, 7, '28T15:00 45 min'],
  ])('%s', (_, said, later, whole) => {
    const like = likeMeeting(booking(said, { like: { by: 'last' }, ...(later === undefined ? {} : { later }) }), meeting, NOW);
    expect(told(like)).toBe(whole);
    expect(like.slots).toMatchObject({ topic: '评审', hosts: [{ openId: 'ou_2' }], record: true });
    expect(like.like).toBeUndefined();
  });

  it('as soon as that one is over', () => {
    expect(told(likeMeeting(booking({}, { like: { by: 'last' }, after: true }), meeting, NOW))).toBe('21T15:45 45 min');
  });

  it('with its own name, if one is said', () => {
    expect(likeMeeting(booking(day('24'), { like: { by: 'last' }, slots: { topic: '复盘' } }), meeting, NOW).slots.topic).toBe('复盘');
  });
});

it.each<[said: Partial<TimeReading>, fits: number[]]>([
  [day('24'), [1]],
  [bare('20T16:00'), [2]],
  [bare('20T04:00'), [2]],
  [clock('24T15:00'), [1]],
  [bare('20T15:00'), [0, 1]],
  [bare('20T11:00'), []],
  [{}, []],
])('of what was offered, %o is', (said, fits) => {
  const among = [booking(clock('23T15:00')), booking(clock('24T15:00')), booking(clock('25T16:00'))];
  expect(fitting(among, { ...silent(), ...said }, ZONE).map((one) => among.indexOf(one))).toEqual(fits);
});
