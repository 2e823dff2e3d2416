import type { Lang } from '../../control/shapes.ts';

/** `UTC+05:30` and friends as Intl wants them; an unknown zone falls back to Beijing time. */
function intlZone(zone: string): string {
  const fixed = /^(?:UTC|GMT)([+-]\d{2}:\d{2})$/.exec(zone);
  const name = fixed?.[1] ?? (zone || 'Asia/Shanghai');
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return 'Asia/Shanghai';
  }
}

const tagOf = (lang: Lang): string => (lang === 'en_us' ? 'en-US' : 'zh-CN');
const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, zone: string, options: Intl.DateTimeFormatOptions, ms: number): string {
  const key = `${lang}|${zone}|${JSON.stringify(options)}`;
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(tagOf(lang), { timeZone: intlZone(zone), ...options });
    formats.set(key, formatter);
  }
  return formatter.format(ms);
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** YYYY-MM-DD in `zone`. */
export function dayOf(ms: number, zone: string): string {
  const part = (options: Intl.DateTimeFormatOptions): string => format('en_us', zone, options, ms);
  return `${part({ year: 'numeric' }).padStart(4, '0')}-${part({ month: '2-digit' })}-${part({ day: '2-digit' })}`;
}

/** HH:mm in `zone`. */
export const clockOf = (ms: number, zone: string): string => format('en_us', zone, CLOCK, ms);

export const secondsOf = (ms: number, zone: string): string => format('en_us', zone, { ...CLOCK, second: '2-digit' }, ms);

/** Minutes east of UTC at that instant. */
function offsetAt(ms: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = dayOf(ms, zone).split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = secondsOf(ms, zone).split(':').map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((wall - Math.floor(ms / 1000) * 1000) / 60_000);
}

function offsetParts(minutes: number): { sign: string; hours: number; minutes: string } {
  const size = Math.abs(minutes);
  return { sign: minutes < 0 ? '-' : '+', hours: Math.floor(size / 60), minutes: String(size % 60).padStart(2, '0') };
}

/** The offset of a wall clock (`YYYY-MM-DD`, `HH:mm`) in `zone`, as the platform writes it: `+0800`. */
export function wallOffset(day: string, clock: string, zone: string): string {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  let offset = offsetAt(wall, zone);
  offset = offsetAt(wall - offset * 60_000, zone);
  const { sign, hours, minutes } = offsetParts(offset);
  return `${sign}${String(hours).padStart(2, '0')}${minutes}`;
}

/** `<local_datetime>`: an instant in the reader's zone and language. Source: Feishu's page on the rich text component. */
export function localDatetime(ms: number, type: string | undefined, zone: string, lang: Lang): string {
  switch (type) {
    case 'date_short':
      return format(lang, zone, { month: lang === 'en_us' ? 'short' : 'long', day: 'numeric' }, ms);
    case 'date':
      return format(lang, zone, { year: 'numeric', month: lang === 'en_us' ? 'short' : 'long', day: 'numeric' }, ms);
    case 'week':
      return format(lang, zone, { weekday: 'long' }, ms);
    case 'week_short':
      return format(lang, zone, { weekday: 'short' }, ms);
    case 'time':
      return clockOf(ms, zone);
    case 'time_sec':
      return secondsOf(ms, zone);
    case 'timezone': {
      const { sign, hours, minutes } = offsetParts(offsetAt(ms, zone));
      return `GMT${sign}${hours}:${minutes}`;
    }
    default:
      return dayOf(ms, zone);
  }
}

function daysBetween(earlier: number, later: number, zone: string): number {
  return Math.round((Date.parse(`${dayOf(later, zone)}T00:00Z`) - Date.parse(`${dayOf(earlier, zone)}T00:00Z`)) / 86_400_000);
}

/** The chat list's short time: a clock today, then yesterday, then a date. */
export function listTime(ms: number, now: number, zone: string, lang: Lang): string {
  const days = daysBetween(ms, now, zone);
  if (days === 0) return clockOf(ms, zone);
  if (days === 1) return lang === 'en_us' ? 'Yesterday' : '昨天';
  if (dayOf(ms, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4)) return localDatetime(ms, 'date_short', zone, lang);
  return dayOf(ms, zone);
}

/** The line between messages that are far apart. */
export function separatorTime(ms: number, now: number, zone: string, lang: Lang): string {
  const days = daysBetween(ms, now, zone);
  const clock = clockOf(ms, zone);
  if (days === 0) return clock;
  if (days === 1) return `${lang === 'en_us' ? 'Yesterday' : '昨天'} ${clock}`;
  if (days === -1) return `${lang === 'en_us' ? 'Tomorrow' : '明天'} ${clock}`;
  if (Math.abs(days) < 7) return `${localDatetime(ms, 'week_short', zone, lang)} ${clock}`;
  return `${localDatetime(ms, days < 300 ? 'date_short' : 'date', zone, lang)} ${clock}`;
}

/** A date and clock with seconds, for the log. */
export const stampTime = (ms: number, zone: string): string => `${dayOf(ms, zone).slice(5)} ${secondsOf(ms, zone)}`;

export const fullTime = (ms: number, zone: string, lang: Lang): string =>
  `${localDatetime(ms, 'date', zone, lang)} ${localDatetime(ms, 'week_short', zone, lang)} ${clockOf(ms, zone)}`;

/** A length of time in words short enough for a badge. */
export function lengthOf(seconds: number, lang: Lang): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return lang === 'en_us' ? `${Math.max(0, Math.floor(seconds))} s` : `${Math.max(0, Math.floor(seconds))} 秒`;
  if (minutes < 60) return lang === 'en_us' ? `${minutes} min` : `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (lang === 'en_us') return rest ? `${hours} h ${rest} min` : `${hours} h`;
  return rest ? `${hours} 小时 ${rest} 分钟` : `${hours} 小时`;
}
