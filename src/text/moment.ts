/** Times as plain text, the way a native would write them in a sentence. */
import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { offsetAt } from '../calendar/zones.ts';
import type { Lang } from '../domain/settings.ts';
import type { Millis, Zone } from '../domain/time.ts';
import { at } from './language.ts';
import { LANGUAGES } from './languages.ts';
import type { When } from './when.ts';

dayjs.extend(utc);

/** The wall clock of a zone. */
const wall = (at: Millis, zone: Zone): Dayjs => dayjs.utc(at).utcOffset(offsetAt(at, zone));

/** Equal for two times of one day in that zone; the next day's is one more. */
export const dayKey = (at: Millis, zone: Zone): number => Math.floor((at + offsetAt(at, zone) * 60_000) / 86_400_000);

/** `UTC+8`, `UTC-3:30`, `UTC`. */
function sayZone(at: Millis, zone: Zone): string {
  const offset = offsetAt(at, zone);
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** By its city where we have a name for it, else as it is written: `Africa/Lagos`, `UTC+05:30`. */
export const zoneName = (zone: Zone, lang: Lang): string => LANGUAGES[lang].writing.zones[zone] ?? zone.replaceAll('_', ' ');

/** A time on the clock of its zone: `11月22日(周六)` `15:00` ` (UTC+8)`. */
export function plainTime({ at, zone }: { at: Millis; zone: Zone }, lang: Lang): When {
  const date = wall(at, zone);
  const { writing } = LANGUAGES[lang];
  return {
    day: writing.dayOf(writing.date(date), writing.weekday(date)),
    date: writing.date(date),
    year: date.year(),
    clock: writing.clock(date),
    zone: ` (${sayZone(at, zone)})`,
    key: dayKey(at, zone),
  };
}

/** `11月22日(周六) 15:00–16:30 (UTC+8)`: nothing in it is as soon stale as 明天. */
export function plainSpan(start: Millis, end: Millis, zone: Zone, lang: Lang): string {
  const { writing } = LANGUAGES[lang];
  const [from, to] = [plainTime({ at: start, zone }, lang), plainTime({ at: end, zone }, lang)];
  if (from.key === to.key) return `${writing.at(from.day, writing.clocks(from.clock, to.clock))}${from.zone}`;
  if (to.key === from.key + 1) return `${writing.at(from.day, writing.clocks(from.clock, writing.nextDay(to.clock)))}${from.zone}`;
  return `${writing.at(from.day, from.clock)} – ${at(writing, to)}`;
}
