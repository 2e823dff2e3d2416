import { describe, expect, it } from 'vitest';
import { understand } from '../../src/nlu/understand.ts';

const now = Date.parse('2026-11-20T10:15:00+08:00');
const asked = (text: string, zone: string): string => {
  const { act, intent } = understand({ text, mentions: [], botOpenId: null }, { now, zone });
  const options = intent.want === 'book' ? (intent.options ?? []).map((one) => one.zone) : [];
  return [act, ...options].join(' ');
};

describe('a zone of several names', () => {
  it.each([
    ['tomorrow 3pm IST design review', 'Asia/Kolkata', 'do'],
    ['tomorrow 3pm IST design review', 'Asia/Shanghai', 'ask Asia/Kolkata Asia/Jerusalem Europe/Dublin'],
    ['tomorrow 3pm IST design review', 'Europe/Dublin', 'ask Asia/Kolkata Europe/Dublin Asia/Jerusalem'],
    ['明天下午3点 IST 评审', 'Asia/Shanghai', 'do'],
    ['明天下午3点 IST 评审', 'Asia/Jerusalem', 'ask Asia/Kolkata Asia/Jerusalem Europe/Dublin'],
    ['tomorrow 3pm BST design review', 'Europe/London', 'do'],
    ['tomorrow 3pm BST design review', 'Asia/Dhaka', 'ask UTC+01:00 Asia/Dhaka'],
    ['明天下午3点 CST 评审', 'America/Denver', 'ask Asia/Shanghai America/Chicago'],
    ['tomorrow 3pm PST design review', 'America/Denver', 'do'],
    ['tomorrow 3pm PST design review', 'Asia/Manila', 'ask UTC-08:00 Asia/Manila'],
    ['tomorrow 3pm EST design review', 'Asia/Shanghai', 'do'],
    ['tomorrow 3pm EST design review', 'Australia/Melbourne', 'ask UTC-05:00 Australia/Sydney'],
  ])('%s in %s: %s', (text, zone, expected) => {
    expect(asked(text, zone)).toBe(expected);
  });
});
