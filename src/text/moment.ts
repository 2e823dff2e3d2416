import type { Lang } from '../domain/settings.ts';
import type { Millis, Zone } from '../domain/time.ts';
import { wallOf } from '../nlu/time/instant.ts';
import type { When } from './shown.ts';

const MINUTE = 60_000;
const WEEKDAYS = {
  zh_cn: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en_us: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number): string => String(n).padStart(2, '0');

/** `UTC+8`, `UTC-3:30`, `UTC`. */
function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** A time on the clock of its zone: `11月22日(周六)` `15:00` ` (UTC+8)`. */
export function plainTime({ at, zone }: { at: Millis; zone: Zone }, lang: Lang): When {
  const { y, mo, d, h, mi } = wallOf(at, zone);
  const weekday = WEEKDAYS[lang][new Date(Date.UTC(y, mo - 1, d)).getUTCDay()];
  const offset = Math.round((Date.UTC(y, mo - 1, d, h, mi) - Math.floor(at / MINUTE) * MINUTE) / MINUTE);
  const words = lang === 'zh_cn' ? `${mo}月${d}日(${weekday})` : `${weekday}, ${MONTHS[mo - 1]} ${d}`;
  return { day: words, clock: `${two(h)}:${two(mi)}`, zone: ` (${offsetName(offset)})`, key: `${y}-${mo}-${d}` };
}
