import { describe, expect, it } from 'vitest';
import type { Slots } from '../../src/domain/intent.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { TimeReading } from '../../src/domain/time.ts';
import type { Ask } from '../../src/meeting/ask.ts';
import { movedTo } from '../../src/meeting/change.ts';
import { pickedTime, readForm, slotsOf } from '../../src/meeting/form.ts';
import { spanOf } from '../../src/meeting/list.ts';
import { planBooking } from '../../src/meeting/plan.ts';

const iso = (at: number) => new Date(at).toISOString();
const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-20T10:15:00+08:00');
const MINUTE = 60_000;

const settings: Settings = {
  minutes: 60,
  lang: 'zh_cn',
  zone: 'Asia/Shanghai',
  join: { preview: false, mic: false, speaker: true, camera: false },
  record: false,
  password: 'owner',
  access: 'anyone',
  remind: 10,
  invite: true,
};
const ask: Ask = {
  id: 'om_1',
  from: 'ou_asker',
  tenantKey: 't1',
  at: NOW,
  place: { chatId: 'oc_1', kind: 'group' },
  under: 'om_1',
  about: null,
  lang: 'zh_cn',
  zone: 'Asia/Shanghai',
  settings,
};
const nothing: TimeReading = { start: null, end: null, minutes: null, zone: null, rrule: null, assumed: [], other: null, problems: [] };
const minute = (text: string): TimeReading['start'] => ({ grain: 'minute', at: at(text) });
const plan = (time: Partial<TimeReading>, slots: Slots = {}, now = false, over: Partial<Settings> = {}) =>
  planBooking({ want: 'book', now, time: { ...nothing, ...time }, slots }, { ...ask, settings: { ...settings, ...over } }, NOW);

describe('planning a booking', () => {
  it('takes the default length and says that it was assumed', () => {
    expect(plan({ start: minute('2026-11-21T15:00:00+08:00') })).toMatchObject({
      plan: {
        startAt: at('2026-11-21T15:00:00+08:00'),
        endAt: at('2026-11-21T16:00:00+08:00'),
        assumed: ['length'],
        password: { set: 'owner' },
      },
    });
  });

  it('starts a meeting for now at the moment of asking', () => {
    expect(plan({ minutes: 30 }, {}, true)).toMatchObject({ plan: { startAt: NOW, endAt: NOW + 30 * MINUTE } });
  });

  it.each([
    ['a past time', { start: minute('2026-11-20T08:00:00+08:00') }, {}, 'past'],
    [
      'an end before its start',
      { start: minute('2026-11-21T15:00:00+08:00'), end: minute('2026-11-21T14:00:00+08:00') },
      {},
      'end_before_start',
    ],
    ['more than a day', { start: minute('2026-11-21T15:00:00+08:00'), minutes: 1500 }, {}, 'too_long'],
    ['more than 30 days ahead', { start: minute('2026-12-20T10:00:00+08:00') }, {}, 'too_far'],
    ['a day that does not exist', { problems: ['no_such_date' as const] }, {}, 'no_such_date'],
    ['a short password', { start: minute('2026-11-21T15:00:00+08:00') }, { password: '123' }, 'password_bad'],
    ['a host nobody knows', { start: minute('2026-11-21T15:00:00+08:00') }, { hosts: [{ name: '张三' }] }, 'people_unknown'],
    [
      'eleven hosts',
      { start: minute('2026-11-21T15:00:00+08:00') },
      { hosts: Array.from({ length: 11 }, (_, i) => ({ name: `h${i}`, openId: `ou_${i}` })) },
      'too_many_hosts',
    ],
  ])('names what is wrong: %s', (_, time, slots, key) => {
    expect(plan(time as Partial<TimeReading>, slots as Slots)).toMatchObject({ problem: { key } });
  });

  it('still books on the last of the 30 days', () => {
    expect(plan({ start: minute('2026-12-20T09:15:00+08:00') })).toHaveProperty('plan');
  });

  it.each([
    ['no time at all', {}, '2026-11-20 10:15'],
    ['a day only', { start: { grain: 'day' as const, day: '2026-11-23' } }, '2026-11-23 10:00'],
    ['a part of a day', { start: { grain: 'part' as const, day: '2026-11-23', part: 'afternoon' as const } }, '2026-11-23 14:00'],
  ])('asks with a form that keeps what was said: %s', (_, time, start) => {
    expect(plan(time, { topic: '评审', record: true })).toMatchObject({ open: { topic: '评审', start, minutes: '60', record: true } });
  });

  it.each([
    ['said', { password: '2468' }, 'owner', { set: 'digits', digits: '2468' }],
    ['said to be none', { password: null }, 'random', { set: 'none' }],
    ['not said, policy none', {}, 'none', { set: 'none' }],
    ['not said, policy random', {}, 'random', { set: 'random' }],
    ['not said', {}, 'owner', { set: 'owner' }],
  ])('knows three kinds of password: %s', (_, slots, policy, password) => {
    expect(plan({ start: minute('2026-11-21T15:00:00+08:00') }, slots, false, { password: policy as Settings['password'] })).toMatchObject({
      plan: { password },
    });
  });

  it('offers the other reading only while it is ahead', () => {
    const start = minute('2026-11-20T15:00:00+08:00');
    expect(plan({ start, other: { start: at('2026-11-20T03:00:00+08:00'), end: null } })).toMatchObject({ plan: { other: null } });
    expect(plan({ start, other: { start: at('2026-11-21T03:00:00+08:00'), end: null } })).toMatchObject({
      plan: { other: { start: at('2026-11-21T03:00:00+08:00'), end: at('2026-11-21T04:00:00+08:00') } },
    });
  });

  it('lets only the mentioned in when only the invited may join', () => {
    const attendees = [{ name: '李四', openId: 'ou_li' }];
    expect(plan({ start: minute('2026-11-21T15:00:00+08:00') }, { join: { who: 'people', people: [] }, attendees })).toMatchObject({
      plan: { join: { who: 'people', people: attendees } },
    });
  });
});

describe('moving a meeting', () => {
  const meeting = { startAt: at('2026-11-25T15:00:00+08:00'), endAt: at('2026-11-25T16:30:00+08:00'), zone: 'Asia/Shanghai' } as Meeting;
  it.each([
    [
      'a clock keeps the day and the length',
      { start: minute('2026-11-20T17:00:00+08:00'), assumed: ['date' as const] },
      '2026-11-25T09:00:00.000Z',
      90,
    ],
    ['a day keeps the clock', { start: { grain: 'day' as const, day: '2026-11-27' } }, '2026-11-27T07:00:00.000Z', 90],
    ['both', { start: minute('2026-11-27T09:00:00+08:00') }, '2026-11-27T01:00:00.000Z', 90],
    [
      'a range',
      { start: minute('2026-11-20T17:00:00+08:00'), end: minute('2026-11-20T17:30:00+08:00'), assumed: ['date' as const] },
      '2026-11-25T09:00:00.000Z',
      30,
    ],
    ['a length', { minutes: 45 }, '2026-11-25T07:00:00.000Z', 45],
  ])('%s', (_, time, start, minutes) => {
    const window = movedTo(meeting, { ...nothing, ...time });
    expect(window && { start: iso(window.startAt), minutes: (window.endAt - window.startAt) / MINUTE }).toEqual({ start, minutes });
  });
  it.each([
    ['2026-11-25T04:00:00+08:00', 'afternoon', '2026-11-25T08:00:00.000Z'],
    ['2026-11-25T20:00:00+08:00', 'morning', '2026-11-25T00:00:00.000Z'],
    ['2026-11-25T07:00:00+08:00', 'evening', '2026-11-25T11:00:00.000Z'],
    // Already there, or in no such part.
    ['2026-11-25T15:00:00+08:00', 'afternoon', undefined],
    ['2026-11-25T10:00:00+08:00', 'afternoon', undefined],
  ] as const)('one at %s to the %s', (startAt, part, start) => {
    const one = { startAt: at(startAt), endAt: at(startAt) + 60 * MINUTE, zone: 'Asia/Shanghai' };
    const to = movedTo(one, { ...nothing, start: { grain: 'part', day: '2026-11-20', part }, assumed: ['date'] });
    expect(to ? iso(to.startAt) : undefined).toBe(start);
  });
  it('asks when nothing says where to', () => expect(movedTo(meeting, nothing)).toBeNull());
});

describe('a submitted form', () => {
  it.each([
    ['2026-11-21 15:00 +0800', '2026-11-21T07:00:00.000Z'],
    ['2026-11-21 15:00 -0500', '2026-11-21T20:00:00.000Z'],
    ['2026-11-21 15:00', '2026-11-21T07:00:00.000Z'],
  ])('reads a picker: %s', (value, expected) => expect(iso(pickedTime(value, 'Asia/Shanghai') ?? 0)).toBe(expected));
  it.each(['', 'tomorrow', '2026-11-21', '15:00'])('does not read %j', (value) => expect(pickedTime(value, 'Asia/Shanghai')).toBeNull());

  it('keeps what was typed and names each field that is wrong', () => {
    const read = readForm(
      { topic: '周会', start: '2026-11-19 15:00 +0800', minutes: '60', password: '12', hosts: [] },
      'Asia/Shanghai',
      NOW,
    );
    expect(read.errors).toEqual({ start: { key: 'past' }, password: { key: 'password_bad' } });
    expect(read.draft).toMatchObject({
      topic: '周会',
      start: '2026-11-19 15:00',
      minutes: '60',
      password: '12',
      access: 'anyone',
      record: false,
    });
  });

  it.each([[null], [undefined], ['text'], [[]], [{ hosts: 'ou_1', minutes: {}, record: 'x' }]])('survives %j', (form) => {
    expect(Object.keys(readForm(form, 'Asia/Shanghai', NOW).errors)).toContain('start');
  });

  it('clears a password only where there was one', () => {
    const { draft } = readForm({ start: '2026-11-21 15:00 +0800', minutes: '60' }, 'Asia/Shanghai', NOW);
    expect(slotsOf(draft, null)).not.toHaveProperty('password');
    expect(slotsOf(draft, { password: '1234', join: { who: 'anyone' } } as Meeting)).toHaveProperty('password', null);
  });
});

describe('a span of the list', () => {
  it.each([
    ['today' as const, 'Asia/Shanghai', '2026-11-19T16:00:00.000Z', '2026-11-20T16:00:00.000Z'],
    ['tomorrow' as const, 'Asia/Shanghai', '2026-11-20T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['this_week' as const, 'Asia/Shanghai', '2026-11-15T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ['next_week' as const, 'Asia/Shanghai', '2026-11-22T16:00:00.000Z', '2026-11-29T16:00:00.000Z'],
    ['today' as const, 'America/New_York', '2026-11-19T05:00:00.000Z', '2026-11-20T05:00:00.000Z'],
  ])('%s in %s', (span, zone, from, until) => {
    const range = spanOf(span, NOW, zone);
    expect([iso(range.from), iso(range.until ?? 0)]).toEqual([from, until]);
  });
  it('has 25 hours on the day that winter time begins', () => {
    const { from, until } = spanOf('today', at('2026-11-01T12:00:00-05:00'), 'America/New_York');
    expect((until ?? 0) - from).toBe(25 * 60 * MINUTE);
  });
});
