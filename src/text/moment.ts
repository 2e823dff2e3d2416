import type { Lang, Millis, Zone } from '../model.ts';
import type { When } from './shown.ts';

const FIXED = /^UTC(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/;
const MINUTE = 60_000;

interface Parts {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
}

/** Fixed offsets are no zones to every Intl that we run on: the instant is shifted instead. */
function shifted(zone: Zone): { minutes: number } | null {
  const fixed = FIXED.exec(zone);
  return fixed && { minutes: (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0)) };
}

function partsOf(at: Millis, zone: Zone): Parts {
  const fixed = shifted(zone);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: fixed ? 'UTC' : zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const entries = format.formatToParts(at + (fixed?.minutes ?? 0) * MINUTE).map((part) => [part.type, part.value]);
  return Object.fromEntries(entries) as Parts;
}

/** `UTC+8`, `UTC-3:30`, `UTC`: the offset at that instant. */
function offsetName(at: Millis, zone: Zone): string {
  const fixed = shifted(zone);
  if (!fixed) {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
    return name?.replace('GMT', 'UTC') ?? 'UTC';
  }
  if (fixed.minutes === 0) return 'UTC';
  const size = Math.abs(fixed.minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${fixed.minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

const WEEKDAYS: Record<string, string> = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time on the clock of its zone: `11月22日(周六)` `15:00` ` (UTC+8)`. */
export function plainTime({ at, zone }: { at: Millis; zone: Zone }, lang: Lang): When {
  const { year, month, day, weekday, hour, minute } = partsOf(at, zone);
  const words = lang === 'zh_cn' ? `${month}月${day}日(${WEEKDAYS[weekday]})` : `${weekday}, ${MONTHS[Number(month) - 1]} ${day}`;
  return { day: words, clock: `${hour}:${minute}`, zone: ` (${offsetName(at, zone)})`, key: `${year}-${month}-${day}` };
}
