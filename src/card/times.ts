import type { Lang, Meeting, Millis } from '../model.ts';
import { offsetName, plainTime } from '../text/moment.ts';
import { beforeClock, dayTag, instant } from './time-tags.ts';
import { each, type Words } from './words.ts';

const MINUTE = 60_000;

type Span = Pick<Meeting, 'startAt' | 'endAt' | 'zone'>;

/** In each reader's own zone: `1月31日 周六 15:00 – 16:30`; the day is said again only when it differs. */
export function timeLine({ startAt, endAt, zone }: Span): Words {
  const sameDay = plainTime({ at: startAt, zone }, 'en_us').key === plainTime({ at: endAt, zone }, 'en_us').key;
  return each((lang) => {
    const clock = (at: Millis): string => instant(at, 'time');
    const full = (at: Millis): string => `${dayTag(at, lang)}${beforeClock[lang]}${clock(at)}`;
    return `${full(startAt)} – ${sameDay ? clock(endAt) : full(endAt)}`;
  });
}

function length(minutes: number, lang: Lang): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = lang === 'zh_cn' ? [`${hours} 小时`, `${rest} 分钟`] : [`${hours} h`, `${rest} min`];
  return parts.filter((_, i) => (i === 0 ? hours > 0 : rest > 0 || hours === 0)).join(' ');
}

export const lengthOf = (minutes: number): Words => each((lang) => length(minutes, lang));

export const lengthWords = ({ startAt, endAt }: Span): Words => lengthOf(Math.round((endAt - startAt) / MINUTE));

/** `11月22日 周六 15:00 – 16:30 (GMT+8)`, where no tag is rendered: previews, invitations. */
export function plainSpan({ startAt, endAt, zone }: Span, lang: Lang): string {
  const start = plainTime({ at: startAt, zone }, lang);
  const end = plainTime({ at: endAt, zone }, lang);
  const full = (time: typeof start): string => `${time.day}${beforeClock[lang]}${time.clock}`;
  return `${full(start)} – ${start.key === end.key ? end.clock : full(end)} (${offsetName(startAt, zone)})`;
}

/** The clock of a zone, with the day where it is another one than `besides`. */
export function clockBeside(at: Millis, besides: Millis, zone: string): Words {
  return each((lang) => {
    const time = plainTime({ at, zone }, lang);
    return time.key === plainTime({ at: besides, zone }, lang).key ? time.clock : `${time.day}${beforeClock[lang]}${time.clock}`;
  });
}
