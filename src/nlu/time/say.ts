/** Times and lengths as plain text, the way a native would write them in a sentence. */
import type { Lang } from '../../domain/settings.ts';
import type { Millis, Zone } from '../../domain/time.ts';
import { civil, weekday } from './calendar.ts';
import { localOf, offsetAt } from './instant.ts';

const ZH_DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function day(of: number, today: number, lang: Lang): string {
  const { y, mo, d } = civil(of);
  const wd = weekday(of) - 1;
  const sameYear = y === civil(today).y;
  if (lang === 'zh_cn') {
    const near = ['今天', '明天', '后天'][of - today];
    if (near) return `${near}(${ZH_DAYS[wd]})`;
    return `${sameYear ? '' : `${y}年`}${mo}月${d}日(${ZH_DAYS[wd]})`;
  }
  const near = ['Today', 'Tomorrow'][of - today];
  if (near) return `${near} (${EN_DAYS[wd]})`;
  return `${EN_DAYS[wd]}, ${EN_MONTHS[mo - 1]} ${d}${sameYear ? '' : `, ${y}`}`;
}

/** `(UTC+9)`: shown where the reader's zone is another one. */
export function sayZone(at: Millis, zone: Zone): string {
  const offset = offsetAt(at, zone);
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  if (offset === 0) return 'UTC';
  return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`;
}

/**
 * `明天(周六) 15:00–16:30`, `Wed, Nov 25, 15:00–16:30`; the year where it is not this one, the end's day where it is
 * another one. `readerZone`: the zone is added where its clock differs from the reader's.
 */
export function sayTime(start: Millis, end: Millis | null, zone: Zone, lang: Lang, now: Millis, readerZone: Zone = zone): string {
  const today = localOf(now, zone).day;
  const from = localOf(start, zone);
  const zh = lang === 'zh_cn';
  let text = `${day(from.day, today, lang)}${zh ? ' ' : ', '}${clock(from.minute)}`;
  if (end !== null) {
    const to = localOf(end, zone);
    if (to.day === from.day) text += `–${clock(to.minute)}`;
    else if (to.day === from.day + 1 && to.minute === 0) text += '–24:00';
    else if (to.day === from.day + 1) text += zh ? `–次日 ${clock(to.minute)}` : `–${clock(to.minute)} the next day`;
    else text += ` – ${day(to.day, today, lang)}${zh ? ' ' : ', '}${clock(to.minute)}`;
  }
  if (offsetAt(start, zone) !== offsetAt(start, readerZone)) text += ` (${sayZone(start, zone)})`;
  return text;
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
