import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/nlu/understand.ts';
import { chat } from '../talk/chat.ts';
import { dayEn, dayZh } from '../talk/day.ts';
import { told } from '../talk/told.ts';

const ctx = { now: Date.parse('2026-05-13T14:20:00+08:00'), zone: 'Asia/Shanghai' };
const LOOKS: readonly string[] = ['help', 'list', 'show', 'who', 'invitation', 'share', 'nothing', 'agree', 'decline', 'why', 'deeds'];

/** A booking without a clock only opens a form. */
function writes(text: string): boolean {
  const { act, intent } = understand({ text, mentions: [], botOpenId: null }, ctx);
  if (act !== 'do' || LOOKS.includes(intent.want)) return false;
  return !(intent.want === 'book' && !intent.now && intent.time.start?.grain !== 'minute' && intent.time.rrule === null);
}

describe('what is told, asked, guessed and wished', () => {
  it('is more than three thousand sentences', () => {
    expect(new Set(told.flat()).size).toBeGreaterThan(3000);
  });

  it.each(told.map((sentences) => [sentences[0]!, sentences] as const))('writes nothing: %s', (_, sentences) => {
    expect(sentences.filter(writes)).toEqual([]);
  });

  it('is never acted on where it is chat', () => {
    expect(chat.filter(writes)).toEqual([]);
  });

  it.each([
    ['Chinese', dayZh],
    ['English', dayEn],
  ])('is never acted on as a working day passes by in %s', (_, day) => {
    expect(day.filter(writes)).toEqual([]);
  });
});
