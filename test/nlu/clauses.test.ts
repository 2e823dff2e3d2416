import { expect, it } from 'vitest';
import { wallOf } from '../../src/calendar/wall-clock.ts';
import type { Moment, TimeReading, Zone } from '../../src/domain/time.ts';
import { understand } from '../../src/nlu/understand.ts';
import { clauses } from './cases.clauses.ts';

const ZONE: Zone = 'Asia/Shanghai';
/** A Friday. */
const NOW = Date.parse('2026-11-20T10:15:00+08:00');

const two = (n: number): string => String(n).padStart(2, '0');

function at(moment: Moment): { day: string; clock: string } {
  if (moment.grain !== 'minute') return { day: moment.day.slice(5), clock: '' };
  const { mo, d, h, mi } = wallOf(moment.at, ZONE);
  return { day: `${two(mo)}-${two(d)}`, clock: `${two(h)}:${two(mi)}` };
}

function when({ start, end, minutes, rrule }: TimeReading): string {
  if (!start) return minutes === null ? 'none' : `${minutes}min`;
  const from = at(start);
  const to = end && at(end);
  let text = `${from.day} ${from.clock}`.trim();
  if (to) text += `-${to.day === from.day && to.clock ? to.clock : `${to.day} ${to.clock}`.trim()}`;
  return rrule ? `${text} ${rrule}` : text;
}

it.each(clauses)('%s → %s', (message, expected, topic) => {
  const { intent, time } = understand({ text: message, mentions: [], botOpenId: null }, { now: NOW, zone: ZONE });
  expect(when(time)).toBe(expected);
  if (topic === undefined) return;
  const named = 'which' in intent && intent.which.by === 'topic' ? intent.which.topic : undefined;
  expect((('slots' in intent && intent.slots?.topic) || named) ?? '').toBe(topic);
});
