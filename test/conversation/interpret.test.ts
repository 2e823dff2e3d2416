import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/conversation/interpret.ts';
import { type Effect, type Memory, NOTHING, remember } from '../../src/conversation/memory.ts';
import type { Intent, Understood } from '../../src/domain/intent.ts';
import { silent } from '../../src/domain/silent-time.ts';

const T = 1_795_000_000_000;

type Booking = Extract<Intent, { want: 'book' }>;

const book = (more: Partial<Booking> = {}): Booking => ({ want: 'book', now: false, time: silent(), slots: {}, ...more });
const time = { ...silent(), minutes: 30 };
const hour = { ...silent(), start: { grain: 'minute' as const, at: T + 3_600_000 }, assumed: ['date' as const] };
const day = { ...silent(), start: { grain: 'day' as const, day: '2026-11-26' } };
const heard = (intent: Intent, more: Partial<Understood> = {}): Understood => ({ intent, act: 'do', lang: null, ...more });
const since = (...effects: Effect[]): Memory => effects.reduce((memory, effect, n) => remember(memory, effect, T + n), NOTHING);
const opened = (kind: 'draft' | 'offer' | 'choice', ...intents: Intent[]): Effect => ({ did: 'opened', open: { id: 'o', kind, intents } });

const did = { did: 'booked', meetingId: 'a' } as const;
const correction: Intent = { want: 'move', which: { by: 'last' }, time, shift: null };

describe('which one is meant', () => {
  const list: Effect = { did: 'listed', ids: ['x', 'y', 'z'] };
  it.each<[what: string, intent: Intent, memory: Memory, repliedTo: string | null, which: object]>([
    ['a correction: what was done last', correction, since(did, { did: 'booked', meetingId: 'b' }), null, { by: 'id', id: 'b' }],
    ['a correction under a card: that one', correction, since(did), 'r', { by: 'id', id: 'r' }],
    [
      'nothing said: what was talked about last',
      { want: 'change', which: { by: 'context' }, slots: {} },
      since(did),
      null,
      { by: 'id', id: 'a' },
    ],
    ['nothing said to a cancellation: nobody guesses', { want: 'cancel', which: { by: 'context' } }, since(did), null, { by: 'context' }],
    ['the one I just booked may be cancelled', { want: 'cancel', which: { by: 'last' } }, since(did), null, { by: 'id', id: 'a' }],
    ['under a card it may', { want: 'cancel', which: { by: 'context' } }, since(did), 'r', { by: 'id', id: 'r' }],
    ['the second', { want: 'show', which: { by: 'nth', nth: 2 } }, since(list), null, { by: 'id', id: 'y' }],
    ['the last of the list', { want: 'cancel', which: { by: 'nth', nth: -1 } }, since(list), null, { by: 'id', id: 'z' }],
    [
      'the other one: of two, not the last',
      { want: 'cancel', which: { by: 'other' } },
      since(did, { did: 'booked', meetingId: 'b' }),
      null,
      { by: 'id', id: 'a' },
    ],
    [
      'the other one of three: nobody guesses',
      { want: 'cancel', which: { by: 'other' } },
      since(did, { did: 'booked', meetingId: 'b' }, { did: 'booked', meetingId: 'c' }),
      null,
      { by: 'context' },
    ],
    ['the fifth of three', { want: 'show', which: { by: 'nth', nth: 5 } }, since(list), null, { by: 'nth', nth: 5 }],
    ['a name says it', { want: 'cancel', which: { by: 'topic', topic: 't' } }, since(did), 'r', { by: 'topic', topic: 't' }],
    ['a clock says it', { want: 'cancel', which: { by: 'context', clocks: [900] } }, since(did), null, { by: 'context', clocks: [900] }],
  ])('%s', (_, intent, memory, repliedTo, which) => {
    expect(interpret(heard(intent), memory, repliedTo)).toEqual({ means: 'do', intents: [{ ...intent, which }] });
  });
});

it('takes a value for that of the meeting that was just spoken of', () => {
  const value = heard({ want: 'change', which: { by: 'context' }, slots: { password: '1530' } }, { act: 'ask', ifSpokenOf: true });
  expect(interpret(value, NOTHING, null)).toMatchObject({ means: 'ask' });
  expect(interpret(value, since(did), null)).toMatchObject({ means: 'do', intents: [{ which: { by: 'id', id: 'a' } }] });
  expect(interpret(value, NOTHING, 'r')).toMatchObject({ means: 'do', intents: [{ which: { by: 'id', id: 'r' } }] });
});

it('asks before it corrects what nobody remembers', () => {
  expect(interpret(heard(correction), NOTHING, null)).toEqual({
    means: 'ask',
    intents: [{ ...correction, which: { by: 'context' } }],
    corrects: true,
  });
});

describe('what is said of the last one', () => {
  const booked = since(did);
  const cancelled = since(did, { did: 'cancelled', meetingId: 'a' });
  const again: Intent = { want: 'move', which: { by: 'context' }, time, shift: null, again: true };
  const rebook = book({ time, like: { by: 'last' }, instead: true });
  it.each<[what: string, heard: Understood, memory: Memory, meant: object]>([
    [
      'a length alone is its length',
      heard(book({ time, fragment: true }), { act: 'none' }),
      booked,
      { means: 'do', intents: [{ want: 'move', which: { by: 'id', id: 'a' }, time, shift: null }] },
    ],
    [
      'an hour alone may be its hour',
      heard(book({ time: hour, fragment: true }), { act: 'ask' }),
      booked,
      { means: 'ask', intents: [{ want: 'move', which: { by: 'id', id: 'a' }, time: hour, shift: null }] },
    ],
    [
      'an hour that settles it is its hour',
      heard(book({ time: hour, fragment: true }), { act: 'none', settles: true }),
      booked,
      { means: 'do', intents: [{ want: 'move', which: { by: 'id', id: 'a' }, time: hour, shift: null }] },
    ],
    [
      'another 15 after it was moved moves it on',
      heard({ want: 'extend', which: { by: 'context' }, minutes: 15, further: true }),
      since({ did: 'changed', meetingId: 'a', before: { startAt: T }, by: { later: false } }),
      { means: 'do', intents: [{ want: 'move', which: { by: 'id', id: 'a' }, shift: -15 }] },
    ],
    [
      'another 15 after it was made longer makes it longer',
      heard({ want: 'extend', which: { by: 'context' }, minutes: 15, further: true }, { act: 'none' }),
      since({ did: 'changed', meetingId: 'a', before: { endAt: T }, by: { longer: true } }),
      { means: 'do', intents: [{ want: 'extend', which: { by: 'id', id: 'a' }, minutes: 15 }] },
    ],
    [
      'a name alone is its name',
      heard(book({ slots: { topic: 't' }, fragment: true })),
      booked,
      { means: 'do', intents: [{ want: 'change', which: { by: 'id', id: 'a' }, slots: { topic: 't' } }] },
    ],
    [
      'an hour alone with its day is another meeting',
      heard(book({ time: { ...hour, assumed: [] }, fragment: true }), { act: 'ask' }),
      booked,
      { means: 'ask', intents: [book({ time: { ...hour, assumed: [] }, fragment: true })] },
    ],
    [
      'a day alone may be its day',
      heard(book({ time: day, fragment: true }), { act: 'none' }),
      booked,
      { means: 'ask', intents: [{ want: 'move', which: { by: 'id', id: 'a' }, time: day, shift: null }] },
    ],
    [
      'a zone alone may be its zone',
      heard(book({ time: { ...silent(), zone: 'Europe/London' }, fragment: true }), { act: 'none' }),
      booked,
      { means: 'ask', intents: [{ want: 'move', which: { by: 'id', id: 'a' }, time: { zone: 'Europe/London' } }] },
    ],
    [
      'how often alone is how often it is',
      heard(book({ time: { ...silent(), rrule: 'FREQ=WEEKLY' }, fragment: true })),
      booked,
      { means: 'do', intents: [{ want: 'change', which: { by: 'id', id: 'a' }, repeat: 'FREQ=WEEKLY' }] },
    ],
    [
      'another of its own is on its day',
      heard(book({ time: hour, slots: { topic: 't' }, like: { by: 'last' }, own: true })),
      booked,
      { means: 'do', intents: [{ like: { by: 'id', id: 'a' }, own: true }] },
    ],
    [
      'after a name was changed another name is the right one',
      heard({ want: 'change', which: { by: 'last' }, slots: { topic: 't' }, anyName: true }),
      since({ did: 'changed', meetingId: 'a', before: { topic: 's' } }),
      { means: 'do' },
    ],
    [
      'after it was moved another name may be another meeting',
      heard({ want: 'change', which: { by: 'last' }, slots: { topic: 't' }, anyName: true }),
      since({ did: 'changed', meetingId: 'a', before: { startAt: T } }),
      { means: 'ask' },
    ],
    ['of one that is cancelled it is none', heard(book({ time, fragment: true }), { act: 'none' }), cancelled, { means: 'nothing' }],
    ['booked instead, it moves', heard(rebook), booked, { means: 'do', intents: [{ want: 'move', which: { by: 'id', id: 'a' } }] }],
    ['moved again, it moves', heard(again), booked, { means: 'do', intents: [{ want: 'move', which: { by: 'id', id: 'a' } }] }],
    ['moved again after it was cancelled, it is booked', heard(again), cancelled, { means: 'do', intents: [{ want: 'book' }] }],
    ['booked instead of one that is cancelled, it is booked', heard(rebook), cancelled, { means: 'do', intents: [{ want: 'book' }] }],
    [
      'who else is let in was meant, not who hosts',
      heard({ want: 'change', which: { by: 'last' }, slots: { hosts: [{ name: 'B', openId: 'ou_b' }] } }),
      since({ did: 'changed', meetingId: 'a', before: { join: { who: 'anyone' } } }),
      { intents: [{ slots: { join: { who: 'people', people: [{ name: 'B', openId: 'ou_b' }] } } }] },
    ],
    [
      'the last one of no list is the last one',
      heard({ want: 'change', which: { by: 'nth', nth: -1 }, slots: { topic: 't' } }),
      booked,
      { intents: [{ which: { by: 'id', id: 'a' } }] },
    ],
    [
      'the first of no list is nobody knows which',
      heard({ want: 'cancel', which: { by: 'nth', nth: 1 } }),
      booked,
      { intents: [{ which: { by: 'context' } }] },
    ],
  ])('%s', (_, said, memory, meant) => {
    expect(interpret(said, memory, null)).toMatchObject(meant);
  });
});

it('chooses by its place in the row', () => {
  const pair = since(opened('choice', book({ time }), book({ time })));
  const nth = (n: number): Understood => heard({ want: 'show', which: { by: 'nth', nth: n } });
  expect(interpret(nth(2), pair, null)).toMatchObject({ means: 'choose', by: 1 });
  expect(interpret(nth(-1), pair, null)).toMatchObject({ means: 'choose', by: 1 });
  expect(interpret(nth(3), pair, null)).not.toMatchObject({ means: 'choose' });
});

it('chooses the earlier one by when it is, not by when it was said', () => {
  const late = book({ time: { ...hour, start: { grain: 'minute', at: T + 7_200_000 } } });
  const memory = since(opened('choice', late, book({ time: hour })));
  const earlier = heard({ want: 'show', which: { by: 'nth', nth: 1, inTime: true } });
  expect(interpret(earlier, memory, null)).toMatchObject({ means: 'choose', by: 1 });
});

it('takes a number for the hour that is asked for, else for a place in the row', () => {
  const at = (h: number) => ({ ...silent(), start: { grain: 'minute' as const, at: T + h * 3_600_000 } });
  const number = (n: number): Understood => heard({ want: 'help', because: 'unknown' }, { act: 'none', asNumber: { n, hour: at(n) } });
  const row = since(opened('choice', book({ time: at(15) }), book({ time: at(16) })));
  expect(interpret(number(4), row, null)).toMatchObject({ means: 'choose', by: 1 });
  expect(interpret(number(1), row, null)).toMatchObject({ means: 'choose', by: 0 });
  expect(interpret(number(5), row, null)).toMatchObject({ means: 'nothing' });
  expect(interpret(number(3), since(opened('draft', book())), null)).toMatchObject({ means: 'fill', more: { time: at(3) } });
  expect(interpret(number(3), since(did), null)).toMatchObject({ means: 'nothing' });
});

it('takes another of its own as it was said where nothing was done before', () => {
  const own = book({ time: hour, slots: { topic: 't' }, like: { by: 'last' }, own: true });
  expect(interpret(heard(own), NOTHING, null)).toEqual({ means: 'do', intents: [book({ time: hour, slots: { topic: 't' } })] });
});

describe('what answers what is open', () => {
  const draft = book({ slots: { topic: '周会' } });
  const values = book({ time, fragment: true });
  it.each<[what: string, heard: Understood, memory: Memory, means: string, more?: object]>([
    ['values fill a draft', heard(values, { act: 'ask' }), since(opened('draft', draft)), 'fill', { time, slots: {} }],
    ['values alone are what they are', heard(values, { act: 'ask' }), NOTHING, 'ask'],
    [
      'a name fills a nameless draft',
      heard({ want: 'nothing', because: 'talk' }, { act: 'none', asTopic: '预算' }),
      since(opened('draft', book())),
      'fill',
      { time: null, slots: { topic: '预算' } },
    ],
    [
      'talk does not rename one that has a name',
      heard({ want: 'nothing', because: 'talk' }, { act: 'none', asTopic: '预算' }),
      since(opened('draft', draft)),
      'nothing',
    ],
    [
      'talk does not name an offer',
      heard({ want: 'nothing', because: 'talk' }, { act: 'none', asTopic: '预算' }),
      since(opened('offer', book())),
      'nothing',
    ],
    ['another meeting is another subject', heard(book({ time, slots: { topic: '评审' } })), since(opened('draft', draft)), 'do'],
    [
      'another day with its hour is asked about anew',
      heard(book({ time: { ...silent(), start: { grain: 'minute', at: T } }, fragment: true }), { act: 'ask' }),
      since(opened('offer', draft)),
      'ask',
    ],
    ['a correction corrects the offer', heard(correction), since(did, opened('offer', draft)), 'fill', { time, slots: {} }],
    ['but not when something was done since', heard(correction), since(opened('draft', draft), did), 'do'],
    ['of several one is chosen', heard(values), since(opened('choice', draft, draft)), 'choose'],
    ['yes agrees to an offer', heard({ want: 'agree' }), since(opened('offer', draft)), 'do'],
    ['yes is no choice: asked again', heard({ want: 'agree' }), since(opened('choice', draft, draft)), 'ask'],
    ['yes to nothing is talk', heard({ want: 'agree' }), since(did), 'nothing'],
    ['no declines', heard({ want: 'decline' }), since(opened('offer', draft)), 'decline'],
    ['no to nothing is talk', heard({ want: 'decline' }), NOTHING, 'nothing'],
    ['a look in between leaves it open', heard({ want: 'help', because: 'asked' }), since(opened('draft', draft)), 'do'],
  ])('%s', (_, said, memory, means, more) => {
    const meant = interpret(said, memory, null);
    expect(meant.means).toBe(means);
    if (more) expect(meant).toMatchObject({ more });
  });

  it('takes two wishes as they stand, in order', () => {
    const two: Intent[] = [{ want: 'cancel', which: { by: 'topic', topic: 't' } }, book({ time })];
    expect(interpret(heard(two[0]!, { intents: two }), since(opened('draft', draft)), null)).toEqual({ means: 'do', intents: two });
  });
});
