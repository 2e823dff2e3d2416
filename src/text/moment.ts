/** Times and lengths as plain text, the way a native would write them in a sentence. */
import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { localOf } from '../calendar/wall-clock.ts';
import { offsetAt } from '../calendar/zones.ts';
import type { Lang } from '../domain/settings.ts';
import type { Millis, Zone } from '../domain/time.ts';
import type { When } from './shown.ts';

dayjs.extend(utc);

const ZH_DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The wall clock of a zone. */
const wall = (at: Millis, zone: Zone): Dayjs => dayjs.utc(at).utcOffset(offsetAt(at, zone));

/** `(周六)`, `Sat`. */
const weekdayName = (date: Dayjs, lang: Lang): string => (lang === 'zh_cn' ? ZH_DAYS[date.day()]! : date.format('ddd'));

function dayWords(date: Dayjs, sameYear: boolean, lang: Lang): string {
  const weekday = weekdayName(date, lang);
  if (lang === 'zh_cn') return `${date.format(sameYear ? 'M月D日' : 'YYYY年M月D日')}(${weekday})`;
  return `${weekday}, ${date.format(sameYear ? 'MMM D' : 'MMM D, YYYY')}`;
}

/** `UTC+8`, `UTC-3:30`, `UTC`. */
export function sayZone(at: Millis, zone: Zone): string {
  const offset = offsetAt(at, zone);
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** A time on the clock of its zone: `11月22日(周六)` `15:00` ` (UTC+8)`. */
export function plainTime({ at, zone }: { at: Millis; zone: Zone }, lang: Lang): When {
  const date = wall(at, zone);
  return {
    day: dayWords(date, true, lang),
    clock: date.format('HH:mm'),
    zone: ` (${sayZone(at, zone)})`,
    key: date.format('YYYY-M-D'),
  };
}

const NEAR: Record<Lang, readonly string[]> = { zh_cn: ['今天', '明天', '后天'], en_us: ['Today', 'Tomorrow'] };

/**
 * `明天(周六) 15:00–16:30`, `Wed, Nov 25, 15:00–16:30`; the year where it is not this one, the end's day where it is
 * another one. `readerZone`: the zone is added where its clock differs from the reader's.
 */
export function sayTime(start: Millis, end: Millis | null, zone: Zone, lang: Lang, now: Millis, readerZone: Zone = zone): string {
  const zh = lang === 'zh_cn';
  const today = localOf(now, zone).day;
  const day = (at: Millis): string => {
    const date = wall(at, zone);
    const near = NEAR[lang][localOf(at, zone).day - today];
    if (near) return zh ? `${near}(${weekdayName(date, lang)})` : `${near} (${weekdayName(date, lang)})`;
    return dayWords(date, date.year() === wall(now, zone).year(), lang);
  };
  const clock = (at: Millis): string => wall(at, zone).format('HH:mm');
  const gap = zh ? ' ' : ', ';
  let text = `${day(start)}${gap}${clock(start)}`;
  if (end !== null) {
    const apart = localOf(end, zone).day - localOf(start, zone).day;
    if (apart === 0) text += `–${clock(end)}`;
    else if (apart === 1 && localOf(end, zone).minute === 0) text += '–24:00';
    else if (apart === 1) text += zh ? `–次日 ${clock(end)}` : `–${clock(end)} the next day`;
    else text += ` – ${day(end)}${gap}${clock(end)}`;
  }
  return offsetAt(start, zone) === offsetAt(start, readerZone) ? text : `${text} (${sayZone(start, zone)})`;
}

/** `1 小时 30 分钟`, `45 分钟`, `2 天`; `1 h 30 min`, `45 min`. */
export function sayLength(minutes: number, lang: Lang): string {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole % 1440) / 60);
  const rest = whole % 60;
  const zh = lang === 'zh_cn';
  const parts: string[] = [];
  if (days > 0) parts.push(zh ? `${days} 天` : `${days} ${days === 1 ? 'day' : 'days'}`);
  if (hours > 0) parts.push(zh ? `${hours} 小时` : `${hours} h`);
  if (rest > 0 || parts.length === 0) parts.push(zh ? `${rest} 分钟` : `${rest} min`);
  return parts.join(' ');
}
