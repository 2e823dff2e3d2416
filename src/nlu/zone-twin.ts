/** 3pm CST, 3pm IST: which one depends on where and in which language it is said. */
import { toInstant, wallOf } from '../calendar/wall-clock.ts';
import { canonicalZone } from '../calendar/zones.ts';
import type { Moment, TimeReading, Zone } from '../domain/time.ts';
import { languageOf } from './language.ts';
import type { TimeContext } from './time/read.ts';
import type { Utterance } from './utterance.ts';

/** The same clock in the other zones of that name, where they may as well be meant; the asker's own first. */
export function readTwin(said: Utterance, time: TimeReading, ctx: TimeContext): TimeReading[] {
  const { zone } = time;
  if (zone === null || time.start?.grain !== 'minute' || time.rrule) return [];
  const twins = twinsOf(said, ctx.zone).filter((twin) => twin !== zone);
  return twins.map((twin) => ({
    ...time,
    zone: twin,
    start: there(time.start, zone, twin),
    end: there(time.end, zone, twin),
    other: null,
  }));
}

function twinsOf(said: Utterance, own: Zone): Zone[] {
  const named = (role: string): Zone[] => said.hits(role).flatMap(({ worth }) => String(worth).split(' '));
  if (named('zone.home').some((home) => isSame(home, own))) return [];
  const known = named('zone.twin');
  const there = named('zone.twin-there').filter((twin) => isNear(twin, own));
  const asks = languageOf(said.text) === 'en_us' || known.some((twin) => isNear(twin, own));
  return [...(asks ? known : []), ...there].sort((a, b) => Number(isNear(b, own)) - Number(isNear(a, own)));
}

const isSame = (one: Zone, other: Zone): boolean => (canonicalZone(one) ?? one) === (canonicalZone(other) ?? other);

/** Continents where the whole of it speaks of its own zones by such names. */
const WIDE: ReadonlySet<string | undefined> = new Set(['America', 'Australia']);
const areaOf = (zone: Zone): string | undefined => zone.split('/')[0];
const isNear = (twin: Zone, own: Zone): boolean => isSame(twin, own) || (WIDE.has(areaOf(twin)) && areaOf(twin) === areaOf(own));

const there = <M extends Moment | null>(moment: M, zone: Zone, twin: Zone): M =>
  moment?.grain === 'minute' ? { ...moment, at: toInstant(wallOf(moment.at, zone), twin) } : moment;
