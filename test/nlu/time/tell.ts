/** Writes a reading on one line, so that a table of cases can be read by eye. */

import { wallOf } from '../../../src/calendar/wall-clock.ts';
import type { Moment, TimeReading, Zone } from '../../../src/domain/time.ts';
import { prepare } from '../../../src/nlu/time/prepare.ts';
import { readTime, type TimeRead } from '../../../src/nlu/time/read.ts';

/** Friday. */
export const NOW = Date.parse('2026-11-20T10:15:00+08:00');
export const HERE = 'Asia/Shanghai';

const two = (n: number): string => String(n).padStart(2, '0');

function day(iso: string): string {
  return iso.startsWith('2026-') ? iso.slice(5) : iso;
}

function at(moment: Moment, zone: Zone): { day: string; clock: string } {
  if (moment.grain !== 'minute') return { day: day(moment.day), clock: moment.grain === 'part' ? moment.part : '' };
  const { y, mo, d, h, mi } = wallOf(moment.at, zone);
  return { day: day(`${y}-${two(mo)}-${two(d)}`), clock: `${two(h)}:${two(mi)}` };
}

/**
 * `11-21 15:00–16:30 90min tz=Asia/Tokyo FREQ=… ?afternoon or 03:00 !past`: start, end, length, zone said, recurrence,
 * what was assumed, the other reading, problems. Shown in the asker's zone; the year where it is not 2026.
 */
export function tellReading(reading: TimeReading, zone: Zone = HERE): string {
  const parts: string[] = [];
  const start = reading.start && at(reading.start, zone);
  const end = reading.end && at(reading.end, zone);
  if (start || end) {
    let text = start ? `${start.day} ${start.clock}`.trim() : '';
    if (end) text += end.day === start?.day ? `–${end.clock || end.day}` : ` – ${`${end.day} ${end.clock}`.trim()}`;
    parts.push(text.trim());
  }
  if (reading.minutes !== null) parts.push(`${reading.minutes}min`);
  if (reading.zone) parts.push(`tz=${reading.zone}`);
  if (reading.rrule) parts.push(reading.rrule);
  if (reading.assumed.length > 0) parts.push(`?${reading.assumed.join('+')}`);
  if (reading.other) {
    const other = at({ grain: 'minute', at: reading.other.start }, zone);
    parts.push(`or ${other.day === start?.day ? '' : `${other.day} `}${other.clock}`);
  }
  if (reading.problems.length > 0) parts.push(`!${reading.problems.join('+')}`);
  return parts.join(' ') || '-';
}

export function read(text: string, now = NOW, zone: Zone = HERE): TimeRead {
  return readTime(prepare(text), { now, zone });
}

/** What is not time, with `_` where time stood. */
export function rest(text: string): string {
  const prepared = prepare(text);
  const { spans } = readTime(prepared, { now: NOW, zone: HERE });
  let out = '';
  let from = 0;
  for (const span of spans) {
    out += `${prepared.text.slice(from, span.from)}_`;
    from = span.to;
  }
  return out + prepared.text.slice(from);
}

export const tell = (text: string, now = NOW, zone: Zone = HERE): string => tellReading(read(text, now, zone).reading, zone);

/** What a person writes, and what it means. */
export type Case = readonly [text: string, means: string];
