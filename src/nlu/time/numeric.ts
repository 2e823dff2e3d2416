/** Dates, clocks and bare numbers in digits, the same in every language. */

import { isDate } from '../../calendar/dates.ts';
import type { DaySpec } from './atoms.ts';
import { after, before, en, follows } from './pattern.ts';
import type { Recogniser } from './scan.ts';
import { fixedZone } from './zone.ts';

const DIGITS = '0123456789';

const date = (y: number | null, mo: number, d: number): DaySpec => ({ is: 'date', y, years: null, mo, months: null, d });

function ymd(y: number, mo: number, d: number, weak = false) {
  if (y < 1900 || y > 2200 || mo > 12 || d > 31 || mo < 1 || d < 1) return null;
  if (!isDate(y, mo, d)) return { kind: 'bad', problem: 'no_such_date' } as const;
  return { kind: 'day' as const, day: date(y, mo, d), weak };
}

/** What makes of M.D a version, a price or a score. */
const NOT_DATE = /[ 　]?(?:版|v\d|%|倍|元|块|万|亿|折|分(?!钟)|级|号(?:楼|线)|寸|米|kg|g\b|k\b|m\b|gb|mb|x\b|release|version|kpi)/iy;
/** M.D, M/D and M-D are dates only in company: see `refine.ts`. */
/** Words that a date follows, and a share or a score does not. */
const LED = /(?:\b(?:on|for|by|book|meet|meeting|call|schedule|sync|until|till|starting)|[约订会议]) $|[约订于在]$/i;
const RATIO = /(?:比分|比例|score|ratio|赔率|比)[ 　是为was:：]{0,5}$/i;

const WORD = 'abcdefghijklmnopqrstuvwxyz';

export const numeric: Recogniser[] = [
  {
    name: 'address',
    first: WORD,
    pattern: /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,30}/iy,
    read: () => ({ kind: 'stop' }),
  },
  {
    name: 'iso.date',
    first: DIGITS,
    pattern: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T(?=\d\d)|(?![\d.]\d|\d))/y,
    read: (m) => ymd(Number(m[1]), Number(m[3]), Number(m[4])),
  },
  {
    name: 'date.compact',
    first: '12',
    pattern: /(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)(?:T(?=\d{4}))?/y,
    read: (m) => ymd(Number(m[1]), Number(m[2]), Number(m[3]), true),
  },
  {
    name: 'date.dmy',
    first: DIGITS,
    pattern: /(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d.])/y,
    read(m) {
      const a = Number(m[1]);
      const b = Number(m[3]);
      // 12/1/2026 is American, 1-12-2026 and 1.12.2026 are not
      return a > 12 || (m[2] !== '/' && b <= 12) ? ymd(Number(m[4]), b, a) : ymd(Number(m[4]), a, b);
    },
  },
  {
    name: 'date.mdyy',
    first: DIGITS,
    pattern: /(\d{1,2})\/(\d{1,2})\/(2\d)(?![\d/])/y,
    read(m) {
      const [a, b, y] = [Number(m[1]), Number(m[2]), 2000 + Number(m[3])];
      return a > 12 ? ymd(y, b, a) : ymd(y, a, b);
    },
  },
  {
    // 20261127T150000Z
    name: 'clock.compact',
    first: '012',
    pattern: /([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?!\d)/y,
    read(m, { text, from }) {
      if (!/\d{8}T$/.test(before(text, from, 9))) return null;
      return { kind: 'clock', clock: { h: Number(m[1]), mi: Number(m[2]), s: 0, half: null, firm: true }, weak: false };
    },
  },
  {
    name: 'always',
    first: '27',
    pattern: /24 ?[/x*×] ?7|7 ?[/x*×] ?24(?!\d)(?: ?小时)?|7×24/iy,
    read: () => ({ kind: 'stop' }),
  },
  {
    name: 'date.slash',
    first: DIGITS,
    pattern: /(\d{1,2})\/(\d{1,2})(?![\d/%]|\.\d)(?:[日号](?!楼|线))?/y,
    read(m, { text, from, to }) {
      const a = Number(m[1]);
      const b = Number(m[2]);
      if (follows(text, to, NOT_DATE)) return { kind: 'stop' };
      if (a === 0 || b === 0) return null;
      const [mo, d] = a > 12 ? [b, a] : [a, b];
      if (mo > 12 || d > 31) return { kind: 'stop' };
      if (!isDate(2024, mo, d)) return { kind: 'bad', problem: 'no_such_date' };
      return { kind: 'day', day: date(null, mo, d), weak: !LED.test(before(text, from, 10)) };
    },
  },
  {
    name: 'date.dot',
    first: DIGITS,
    pattern: /(\d{1,2})\.(\d{1,2})(?![\d]|\.\d|[a-zA-Z%])(?:[日号](?!楼|线|会))?/y,
    read(m, { text, to }) {
      const mo = Number(m[1]);
      const d = Number(m[2]);
      if (mo < 1 || mo > 12 || d < 1 || !isDate(2024, mo, d) || follows(text, to, NOT_DATE)) return null;
      if (follows(text, to, /[ 　]?(?:个|小时|h\b|hr|hour|点|钟|am|pm)/iy)) return null;
      return { kind: 'day', day: date(null, mo, d), weak: true };
    },
  },
  {
    name: 'date.dash',
    first: DIGITS,
    pattern:
      /(\d{1,2})-(\d{1,2})(?![\d:]|-\d|\.\d|[a-zA-Z%])(?=[ 　,，]{0,2}(?:\d{1,2}(?::\d\d| ?[ap]m)|上午|下午|晚|早|中午|凌晨|周|星期|\(|（|\d{1,2}点|[一二两三四五六七八九十]{1,3}点))/iy,
    read(m) {
      const mo = Number(m[1]);
      const d = Number(m[2]);
      return mo >= 1 && mo <= 12 && isDate(2024, mo, d) ? { kind: 'day', day: date(null, mo, d), weak: true } : null;
    },
  },
  {
    name: 'clock.colon',
    first: DIGITS,
    pattern:
      /(\d{1,2})(?::| : )([0-5]\d)(?::([0-5]\d)(?:\.\d{1,6})?)?(?:\s?([ap])\.?\s?m\b\.?|([ap])\b|\s?h(?:rs?|ours?)?\b|(?![\d:]))(?:(?:整|钟|分)(?!之|享|析))?/iy,
    read(m, { text, from, to }) {
      const h = Number(m[1]);
      const half = (m[4] ?? m[5])?.toLowerCase();
      if (RATIO.test(before(text, from, 8)) || /^[ 　]?(?:的?(?:比例|比分)|比(?![如较]))/.test(after(text, to, 4))) return { kind: 'stop' };
      if (h > 24 || (h === 24 && Number(m[2]) > 0)) return h < 30 ? { kind: 'bad', problem: 'no_such_time' } : { kind: 'stop' };
      return {
        kind: 'clock',
        clock: {
          h,
          mi: Number(m[2]),
          s: Number(m[3] ?? 0),
          half: half && h <= 12 ? (half === 'a' ? 'am' : 'pm') : null,
          firm: h >= 13 || h === 0 || m[1]!.startsWith('0'),
        },
        weak: false,
      };
    },
  },
  {
    name: 'clock.half',
    first: DIGITS,
    pattern: en`(\d{1,2})(?:[.:]([0-5]\d)(?:[.:]([0-5]\d))?)?\s?([ap])(?:\.?\s?m\b\.?|(?=[^a-z\d]|$))`,
    read(m, { text, from, to }) {
      const h = Number(m[1]);
      const bare = !/m/i.test(m[0]);
      const led =
        /(?:at|@|-|to|from|till?|day|today|tomorrow|tmrw?) ?$/i.test(before(text, from, 9)) ||
        /^ ?-\d{1,2}[ap]\b/i.test(text.slice(to, to + 5));
      if (bare && !m[2] && !led) return null;
      if (h > 24) return null;
      const half = m[4]!.toLowerCase() === 'a' ? 'am' : 'pm';
      return {
        kind: 'clock',
        clock: { h, mi: Number(m[2] ?? 0), s: Number(m[3] ?? 0), half: h <= 12 && h > 0 ? half : null, firm: h > 12 || h === 0 },
        weak: false,
      };
    },
  },
  {
    // 930am, 1130 pm
    name: 'clock.half.tight',
    first: DIGITS,
    pattern: /(1[0-2]|0?[1-9])([0-5]\d)\s?([ap])\.?m\b\.?/iy,
    read: (m) => ({
      kind: 'clock',
      clock: { h: Number(m[1]), mi: Number(m[2]), s: 0, half: m[3]!.toLowerCase() === 'a' ? 'am' : 'pm', firm: false },
      weak: false,
    }),
  },
  {
    // at 930
    name: 'clock.three',
    first: '123456789',
    pattern: /([1-9])([0-5][05])(?![\d.:%℃°,])/y,
    read(m, { text, from, to }) {
      if (
        !/(?:\bat|@) ?$/i.test(before(text, from, 4)) ||
        !/^\s*(?:$|[,.;!?]|(?:on|tomorrow|today|tonight|next|this)\b)/i.test(text.slice(to, to + 12))
      )
        return null;
      return { kind: 'clock', clock: { h: Number(m[1]), mi: Number(m[2]), s: 0, half: null, firm: false }, weak: false };
    },
  },
  {
    name: 'clock.half.before',
    first: 'ap',
    pattern: /([ap])\.?m\.? ?(\d{1,2})(?:[:.]([0-5]\d)|点(半)?)?(?![\d%])/iy,
    read(m) {
      const h = Number(m[2]);
      if (h > 12 || h < 1) return null;
      const half = m[1]!.toLowerCase() === 'a' ? 'am' : 'pm';
      return { kind: 'clock', clock: { h, mi: m[4] ? 30 : Number(m[3] ?? 0), s: 0, half, firm: false }, weak: false };
    },
  },
  {
    name: 'clock.h',
    first: '12',
    pattern: /(1[3-9]|2[0-3]) ?h(?:([0-5]\d))?(?![a-z\d])/iy,
    read: (m) => ({ kind: 'clock', clock: { h: Number(m[1]), mi: Number(m[2] ?? 0), s: 0, half: null, firm: true }, weak: true }),
  },
  {
    name: 'number',
    first: DIGITS,
    pattern: /(\d{1,2})(?:\.([0-5]\d))?(?![\d.]\d|\d|[%℃°])|(\d{2})([0-5]\d)(?!\d|\.\d|[%℃°])(?: ?(?:h|hrs|hours)\b)?/iy,
    read(m, { text, to }) {
      if (m[3] && m[4]) {
        const h = Number(m[3]);
        return h <= 24 ? { kind: 'number', n: h, mi: Number(m[4]), digits: 4 } : null;
      }
      if (/[a-zA-Z]/.test(after(text, to)) && !/^(?:ish|th|st|nd|rd)\b/i.test(after(text, to, 4))) return null;
      const n = Number(m[1]);
      return n <= 31 ? { kind: 'number', n, mi: m[2] ? Number(m[2]) : null, digits: m[1]!.length } : null;
    },
  },
  {
    name: 'iso.zone',
    first: '+-z',
    pattern: /([+-])(\d{2}):?(\d{2})(?!\d)|z\b/iy,
    read(m, { text, from }) {
      const stamp = before(text, from, 24);
      if (!/T\d\d:?\d\d(?::?\d\d(?:\.\d{1,6})?)?$/.test(stamp) && !(m[1] !== '-' && /\d:\d\d ?$/.test(stamp))) return null;
      const zone = m[1] ? fixedZone(m[1], Number(m[2]), Number(m[3])) : 'UTC';
      return zone ? { kind: 'zone', zone, weak: false } : null;
    },
  },
];
