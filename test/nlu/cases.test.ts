import { describe, expect, it } from 'vitest';
import { understand } from '../../src/nlu/understand.ts';
import { asking } from './cases.asking.ts';
import { bookEn } from './cases.book-en.ts';
import { bookMixed } from './cases.book-mixed.ts';
import { bookZh } from './cases.book-zh.ts';
import { changing } from './cases.changing.ts';
import { forms } from './cases.forms.ts';
import { habits } from './cases.habits.ts';
import { help } from './cases.help.ts';
import { people } from './cases.people.ts';
import { phrasing } from './cases.phrasing.ts';
import { settings } from './cases.settings.ts';
import { tell } from './tell.ts';

/** A Friday. */
const ctx = { now: Date.parse('2026-11-20T10:15:00+08:00'), zone: 'Asia/Shanghai' };

const told = (text: string): string => tell(understand({ text, mentions: [], botOpenId: null }, ctx).intent);

describe.each([
  ['bookings in Chinese', bookZh],
  ['bookings in English', bookEn],
  ['bookings in both', bookMixed],
  ['bookings as different people write them', people],
  ['habits of writing', habits],
  ['forms and forwarded texts', forms],
  ['what is said around a topic', phrasing],
  ['changes', changing],
  ['looking', asking],
  ['settings', settings],
  ['help', help],
])('%s', (_, cases) => {
  it.each(cases)('%s', (message, expected) => {
    expect(told(message)).toBe(expected);
  });
});

describe('the tables', () => {
  it('hold no message twice', () => {
    const all = [bookZh, bookEn, bookMixed, people, habits, forms, phrasing, changing, asking, settings, help]
      .flat()
      .map(([message]) => message);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(help.filter(([, told]) => !told.endsWith('?')))('%s: names no time', (message) => {
    const { time } = understand({ text: message, mentions: [], botOpenId: null }, ctx);
    expect(time).toMatchObject({ start: null, end: null, minutes: null, rrule: null });
  });
});
