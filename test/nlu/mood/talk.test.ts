import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/domain/intent.ts';
import { understand } from '../../../src/nlu/understand.ts';
import type { Understanding } from '../../../src/nlu/understanding.ts';
import { unsureAside } from '../talk/ask.aside.ts';
import { unsure } from '../talk/ask.ts';
import { requestsAside } from '../talk/do.aside.ts';
import { requests } from '../talk/do.ts';
import { noneEnAside } from '../talk/none-en.aside.ts';
import { noneEn } from '../talk/none-en.ts';
import { noneZhAside } from '../talk/none-zh.aside.ts';
import { noneZh } from '../talk/none-zh.ts';

/** A Friday. */
const ctx = { now: Date.parse('2026-11-20T10:15:00+08:00'), zone: 'Asia/Shanghai' };
const read = (text: string): Understanding => understand({ text, mentions: [], botOpenId: null }, ctx);

const LOOKS: readonly Intent['want'][] = ['help', 'list', 'show', 'who', 'invitation', 'share'];
/** Would something be written: a booking without a time only opens a form. */
const writes = ({ act, intent }: Understanding): boolean =>
  act === 'do' &&
  !LOOKS.includes(intent.want) &&
  !(intent.want === 'book' && !intent.now && intent.time.start?.grain !== 'minute' && intent.time.rrule === null) &&
  !(intent.want === 'settings' && Object.keys(intent.patch).length === 0);

const all = (groups: Record<string, string[]>): string[] => Object.values(groups).flat();

describe.each([
  ['Chinese', noneZh, noneZhAside],
  ['English', noneEn, noneEnAside],
])('talk in %s', (_, talk, aside) => {
  const lines = [...all(talk), ...all(aside)];

  it.each(lines)('does nothing: %s', (text) => {
    const found = read(text);
    expect(writes(found), `${found.intent.want}: ${found.because}`).toBe(false);
  });

  it('is seldom answered with an offer', () => {
    const offered = lines.filter((text) => read(text).act === 'ask');
    expect(offered.length / lines.length).toBeLessThanOrEqual(0.1);
  });
});

/** Wants that answer the same wish. */
const ALSO: Record<string, readonly string[]> = { show: ['invitation', 'list'], list: ['show'] };

describe.each(Object.keys(requests))('asked plainly: %s', (want) => {
  it.each([...(requests[want] ?? []), ...(requestsAside[want] ?? [])])('is done: %s', (text) => {
    const { intent, act, because } = read(text);
    expect([want, ...(ALSO[want] ?? [])]).toContain(intent.want);
    expect(act, because).toBe('do');
  });
});

describe('what may be meant', () => {
  it.each([...all(unsure), ...all(unsureAside)])('writes nothing: %s', (text) => {
    const found = read(text);
    expect(writes(found), found.because).toBe(false);
  });
});
