/** Where two other readers agree on plain English, there is one meaning, and it is ours. Chinese they read too differently for that. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HERE, NOW, read } from './tell.ts';

const require = createRequire(import.meta.url);
const HOUR = 3_600_000;

interface Chrono {
  parse(
    text: string,
    reference: { instant: Date; timezone: number },
    options: { forwardDate: boolean },
  ): { start: ChronoPoint; end: ChronoPoint | null }[];
}
interface ChronoPoint {
  isCertain(part: 'hour'): boolean;
  date(): Date;
}
interface Recognizers {
  Culture: { English: string };
  recognizeDateTime(
    text: string,
    culture: string,
    options: number,
    reference: Date,
  ): { resolution: { values: Record<string, string>[] } | null }[];
}

const own = process.env.TZ;
beforeAll(() => {
  // both work in the zone of the process
  process.env.TZ = HERE;
});
afterAll(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

/** `2026-11-21T15:00`, or the day alone. */
const wall = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16);

function ours(text: string): string {
  const { start, end } = read(text).reading;
  const tell = (moment: typeof start): string => (!moment ? '' : moment.grain === 'minute' ? wall(moment.at) : moment.day);
  return end ? `${tell(start)} ${tell(end)}` : tell(start);
}

function chrono(text: string): string {
  const { parse } = require('chrono-node') as Chrono;
  const [found] = parse(text, { instant: new Date(NOW), timezone: 480 }, { forwardDate: true });
  if (!found) return '';
  const tell = (point: ChronoPoint): string => wall(point.date().getTime()).slice(0, point.isCertain('hour') ? 16 : 10);
  return found.end ? `${tell(found.start)} ${tell(found.end)}` : tell(found.start);
}

function recognizers(text: string): string {
  const { Culture, recognizeDateTime } = require('@microsoft/recognizers-text-date-time') as Recognizers;
  const found = recognizeDateTime(text, Culture.English, 0, new Date(NOW));
  if (found.length !== 1) return '';
  const tell = (point: string): string => point.replace(' ', 'T').replace(/(T\d\d:\d\d):00$/, '$1');
  const options = (found[0]!.resolution?.values ?? []).map(({ value, start, end }) =>
    value ? tell(value) : start && end ? `${tell(start)} ${tell(end)}` : '',
  );
  return options.find((one) => one.slice(0, 10) >= wall(NOW).slice(0, 10)) ?? '';
}

const days = [
  ...[
    'today',
    'tomorrow',
    'the day after tomorrow',
    'next Monday',
    'Monday',
    'on Tuesday',
    'Wed',
    'Nov 25',
    'November 25th',
    '25 November',
  ],
  ...['Dec 3', '12/3', '2026-12-01', 'in 3 days', 'in two weeks', 'a week from now', 'December 1, 2026', 'this Sunday', 'next Friday'],
];
const clocks = [
  ...[
    'at 3pm',
    '3:30 PM',
    'at 15:00',
    '15:45',
    'at 11:30am',
    'at noon',
    'at 5 p.m.',
    'from 3pm to 4pm',
    '3-4pm',
    '3pm - 4:30pm',
    '15:00-16:30',
  ],
  ...['from 11am until noon', '1pm till 2pm', ''],
];
const spans = [
  'in 20 minutes',
  'in an hour',
  'in half an hour',
  'in 2 hours',
  'in 90 minutes',
  '2 hours from now',
  '10 minutes from now',
  'in a month',
];
const sentences = [
  ...days.flatMap((day, i) => clocks.map((clock, k) => ((i + k) % 2 ? `${day} ${clock}` : `${clock} ${day}`).trim())),
  ...spans,
].map((time, i) => [time, `can we meet ${time}`, `book ${time} with Alice`][i % 3]!);

it('agrees with what both others say', () => {
  const apart: Record<string, string[]> = {};
  let agreed = 0;
  for (const text of new Set(sentences)) {
    const meant = chrono(text);
    if (meant === '' || meant !== recognizers(text)) continue;
    agreed += 1;
    if (ours(text) !== meant) apart[text] = [ours(text), meant];
  }
  expect(apart).toEqual({});
  expect(agreed).toBeGreaterThan(150);
}, 180_000);
