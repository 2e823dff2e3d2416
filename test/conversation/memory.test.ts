import { describe, expect, it } from 'vitest';
import { type Effect, lastDeed, type Memory, matterOf, NOTHING, REMEMBERED, recall, remember } from '../../src/conversation/memory.ts';
import type { Intent } from '../../src/domain/intent.ts';
import { silent } from '../../src/domain/silent-time.ts';

const MINUTE = 60_000;
const WINDOW = 5 * MINUTE;
const T = 1_795_000_000_000;

/** What is remembered after these, a minute apart. */
const since = (...effects: Effect[]): Memory => effects.reduce((memory, effect, n) => remember(memory, effect, T + n * MINUTE), NOTHING);

const book = (topic: string, at = T): Intent => ({
  want: 'book',
  now: false,
  time: { ...silent(), start: { grain: 'minute', at } },
  slots: { topic },
});
const offered = (id: string, ...intents: Intent[]): Effect => ({ did: 'opened', open: { id, kind: 'offer', intents } });
const booked = (meetingId: string): Effect => ({ did: 'booked', meetingId });
const cancelled = (meetingId: string): Effect => ({ did: 'cancelled', meetingId });

describe('what can be taken back', () => {
  it.each<[what: string, memory: Memory, deed: [string, string] | null]>([
    ['nothing was done', NOTHING, null],
    ['the last thing, not the one before', since(booked('a'), cancelled('b')), ['cancelled', 'b']],
    ['what was only looked at is nothing to take back', since(booked('a'), { did: 'shown', meetingId: 'b' }), ['booked', 'a']],
    ['after it was taken back, nothing before it', since(booked('a'), cancelled('b'), { did: 'undone' }), null],
    ['what was done since then', since(booked('a'), { did: 'undone' }, booked('c')), ['booked', 'c']],
  ])('%s', (_, memory, deed) => {
    const found = lastDeed(memory, T + 3 * MINUTE, WINDOW);
    expect(found && [found.did, found.meetingId]).toEqual(deed);
  });

  it.each([
    [WINDOW - 1, 'a'],
    [WINDOW, undefined],
  ])('%i ms later', (later, id) => {
    expect(lastDeed(since(booked('a')), T + later, WINDOW)?.meetingId).toBe(id);
  });
});

it('may be offered again once it was agreed to: it was wanted', () => {
  expect(since(offered('1', book('x')), { did: 'agreed' }, booked('a')).settled).toEqual([]);
});

describe('what is open', () => {
  it.each<[what: string, memory: Memory, id: string | undefined]>([
    ['what was offered last', since(offered('1', book('x')), offered('2', book('y'))), '2'],
    ['nothing once it was answered', since(offered('1', book('x')), { did: 'declined' }), undefined],
    ['nothing once something was done', since(offered('1', book('x')), booked('a')), undefined],
    ['still what was offered when somebody only looked', since(offered('1', book('x')), { did: 'listed', ids: ['a'] }), '1'],
  ])('%s', (_, memory, id) => {
    expect(memory.open?.id).toBe(id);
  });

  it('was offered in vain when it was declined or overtaken: not offered again', () => {
    const memory = since(offered('1', book('x')), offered('2', book('y', T + 1)), { did: 'declined' });
    expect(memory.settled.map(({ matter }) => matter)).toEqual([matterOf([book('y', T + 1)]), matterOf([book('x')])]);
  });
});

it.each<[what: string, one: Intent, other: Intent, same: boolean]>([
  ['said again', book('x'), book('x'), true],
  ['another name', book('x'), book('y'), false],
  ['another time', book('x'), book('x', T + 1), false],
  ['another wish', book('x'), { want: 'cancel', which: { by: 'context' } }, false],
  ['another meeting', { want: 'cancel', which: { by: 'id', id: 'a' } }, { want: 'cancel', which: { by: 'id', id: 'b' } }, false],
])('%s: the same matter? ', (_, one, other, same) => {
  expect(matterOf([one]) === matterOf([other])).toBe(same);
});

it('forgets all of it after half an hour, piece by piece', () => {
  const memory = since(booked('a'), { did: 'listed', ids: ['a', 'b'] }, offered('1', book('x')));
  const later = (minutes: number) => recall(memory, T + REMEMBERED + minutes * MINUTE);
  expect(recall(memory, T + REMEMBERED - 1)).toEqual(memory);
  expect(later(0)).toMatchObject({ deeds: [], listed: { ids: ['a', 'b'] }, open: { id: '1' } });
  expect(later(1)).toMatchObject({ deeds: [], listed: null, open: { id: '1' } });
  expect(later(2)).toEqual(NOTHING);
});

it('stays small, whatever happens', () => {
  const many = Array.from({ length: 500 }, (_, n): Effect[] => [
    booked(`m${n}`),
    offered(`o${n}`, book('x'.repeat(200), T + n)),
    { did: 'listed', ids: Array.from({ length: 50 }, (_, i) => `m${i}`) },
  ]);
  const memory = since(...many.flat());
  expect(JSON.stringify(memory).length).toBeLessThan(4000);
  expect(memory.deeds.map(({ meetingId }) => meetingId)).toEqual(['m499', 'm498', 'm497', 'm496', 'm495']);
});
