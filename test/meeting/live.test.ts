import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveFact, SessionFact } from '../../src/domain/live.ts';
import type { ActiveMeeting } from '../../src/domain/meeting.ts';
import { fold, noLife, statusOf } from '../../src/meeting/live.ts';
import { goneOf, insideOf, runningOf, timeInside, totalOf } from '../../src/meeting/session.ts';
import { meetingFor } from '../../src/meeting/whose-event.ts';
import { runs } from '../helpers/thorough.ts';
import { meetingAt } from '../store/meetings.ts';

const T = 1_800_000_000_000;
const MINUTE = 60_000;
const S = '7000000000000000001';
const who = (id: string, userType = 1) => ({ id, userType });
const at = (minute: number) => T + minute * MINUTE;

const started = (m: number, sessionId = S): SessionFact => ({ fact: 'started', at: at(m), sessionId, startAt: at(m), hostId: null });
const joined = (m: number, id: string, sessionId = S): SessionFact => ({
  fact: 'joined',
  at: at(m),
  sessionId,
  startAt: null,
  hostId: null,
  who: who(id),
});
const left = (m: number, id: string, sessionId = S): SessionFact => ({
  fact: 'left',
  at: at(m),
  sessionId,
  startAt: null,
  hostId: null,
  who: who(id),
});
const ended = (m: number, sessionId = S): SessionFact => ({ fact: 'ended', at: at(m), sessionId, startAt: null, endAt: null });
const running = (...ids: string[]): ActiveMeeting => ({
  ...{ id: S, meetingNo: '123456789', topic: null, status: 'in_progress', startAt: at(1), hostId: null, accumulated: ids.length },
  participants: ids.map((id) => ({ ...who(id), status: 'in_meeting', host: false, cohost: false, external: false, seconds: 60 })),
  abilities: [],
});
const nothing = (m: number): LiveFact => ({ fact: 'seen', at: at(m), active: null });

const lived = (...facts: LiveFact[]) => facts.reduce(fold, noLife('m1'));
const meeting = { startAt: at(0) };
const names = (...facts: LiveFact[]) => insideOf(runningOf(lived(...facts))!).map((one) => one.id);

describe('a meeting told by events', () => {
  const whole = [started(1), joined(1, 'a'), joined(2, 'b'), left(5, 'a'), joined(7, 'a'), left(9, 'b'), left(12, 'a'), ended(12)];

  it('is the same in whatever order, and however often, they come', () => {
    const told = lived(...whole);
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), fc.subarray(whole), (facts, again) => {
        const same = lived(...facts, ...again);
        expect(statusOf(same, meeting, at(20))).toBe('ended');
        const [one, other] = [told.sessions[0]!, same.sessions[0]!];
        expect([other.startAt, other.endAt, totalOf(other)]).toEqual([one.startAt, one.endAt, totalOf(one)]);
        for (const id of ['a', 'b'])
          expect(timeInside(other.people.find((each) => each.id === id)!, at(20))).toBe(
            timeInside(one.people.find((each) => each.id === id)!, at(20)),
          );
      }),
      runs(200, 7),
    );
    expect(timeInside(told.sessions[0]!.people.find((one) => one.id === 'a')!, at(20))).toBe(9 * MINUTE);
  });

  it.each<[string, LiveFact[], number, string]>([
    ['nobody came', [], 5, 'booked'],
    ['somebody came', [joined(1, 'a')], 2, 'live'],
    ['everybody went, and nobody said that it is over', [joined(1, 'a'), left(2, 'a')], 3, 'live'],
    ['it ended a moment ago', [joined(1, 'a'), ended(3)], 3.2, 'live'],
    ['it ended', [joined(1, 'a'), ended(3)], 4, 'ended'],
    ['people returned, in a session of their own', [joined(1, 'a'), ended(3), joined(6, 'b', '7000000000000000002')], 7, 'live'],
    ['people returned to the same session', [joined(1, 'a'), ended(3), joined(6, 'b')], 7, 'live'],
    [
      'a late word of the first session changes nothing of the second',
      [joined(6, 'b', '7000000000000000002'), ended(3), left(3, 'a')],
      7,
      'live',
    ],
    ['the end got lost, and the platform says that nothing runs', [joined(1, 'a'), nothing(4)], 4, 'ended'],
    ['somebody only tried the link an hour before', [joined(-60, 'a'), ended(-59)], -30, 'booked'],
    ['nothing ran when the platform was asked, and somebody came since', [nothing(1), joined(2, 'a')], 3, 'live'],
    ['an event was late, and the platform knew better by then', [nothing(4), joined(1, 'a')], 5, 'ended'],
    ['somebody came in the millisecond in which the platform was asked', [nothing(1), joined(1, 'a')], 2, 'live'],
    ['and the event was there first', [joined(1, 'a'), nothing(1)], 2, 'live'],
  ])('%s', (_, facts, now, status) => {
    expect(statusOf(lived(...facts), meeting, at(now))).toBe(status);
  });

  it('lists the host first, then whoever came first, and who went', () => {
    const facts = [joined(1, 'b'), joined(2, 'a'), { ...joined(3, 'c'), hostId: 'c' } as SessionFact, left(4, 'b')];
    expect(names(...facts)).toEqual(['c', 'a']);
    expect(goneOf(runningOf(lived(...facts))!).map((one) => one.id)).toEqual(['b']);
  });

  it('has whoever came in the very millisecond in which the platform was asked', () => {
    const look: LiveFact = { fact: 'seen', at: at(2), active: running('a') };
    for (const facts of [
      [joined(1, 'a'), look, joined(2, 'b')],
      [joined(1, 'a'), joined(2, 'b'), look],
    ])
      expect(names(...facts)).toEqual(['a', 'b']);
    expect(names(joined(1, 'a'), joined(1, 'b'), look)).toEqual(['a']);
  });
});

describe('whose event it is', () => {
  const [first, second] = [
    meetingAt(at(-100), { id: 'first', createdAt: at(-100), endAt: at(-10) }),
    meetingAt(at(0), { id: 'second', createdAt: at(-5) }),
  ];
  it.each([
    ['the one in whose time it lies', { at: at(1), ownerId: null, startAt: null }, 'second'],
    ['the one that had the number then', { at: at(1), ownerId: null, startAt: at(-20) }, 'first'],
    ['nobody’s: another owner', { at: at(1), ownerId: 'ou_other', startAt: null }, undefined],
    ['nobody’s: before either', { at: at(-200), ownerId: null, startAt: null }, undefined],
  ])('%s', (_, event, id) => {
    expect(meetingFor([second, first], event)?.id).toBe(id);
  });
});
