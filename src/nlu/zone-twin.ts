/** 3pm CST: which one depends on where and in which language it is said. */
import { toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { Moment, TimeReading, Zone } from '../domain/time.ts';
import { languageOf } from './language.ts';
import type { TimeContext } from './time/read.ts';
import type { Utterance } from './utterance.ts';

/** The same clock in the other zone of that name, where that may as well be meant. */
export function readTwin(said: Utterance, time: TimeReading, ctx: TimeContext): TimeReading[] {
  const { zone } = time;
  const [hit] = said.hits('zone.twin');
  if (!hit || zone === null || time.start?.grain !== 'minute' || time.rrule) return [];
  const elsewhere = ctx.zone.startsWith('America/') || languageOf(said.text) === 'en_us';
  const twin = String(hit.worth);
  return elsewhere && twin !== zone
    ? [{ ...time, zone: twin, start: there(time.start, zone, twin), end: there(time.end, zone, twin), other: null }]
    : [];
}

const there = <M extends Moment | null>(moment: M, zone: Zone, twin: Zone): M =>
  moment?.grain === 'minute' ? { ...moment, at: toInstant(wallOf(moment.at, zone), twin) } : moment;
