import type { Meeting } from '../domain/meeting.ts';
import type { Lang } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';
import { plainTime, sayLength, sayTime, sayZone } from '../text/moment.ts';
import { beforeClock, dayTag, instant } from './time-tags.ts';
import { each, type Words } from './words.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

type Span = Pick<Meeting, 'startAt' | 'endAt' | 'zone'>;

/** In each reader's own zone: `1月31日(周六) 15:00–16:30`; the day is said again only when it differs. */
export function timeLine({ startAt, endAt, zone }: Span): Words {
  const sameDay = plainTime({ at: startAt, zone }, 'en_us').key === plainTime({ at: endAt, zone }, 'en_us').key;
  return each((lang) => {
    const clock = (at: Millis): string => instant(at, 'time');
    const full = (at: Millis): string => `${dayTag(at, lang)}${beforeClock[lang]}${clock(at)}`;
    return sameDay ? `${full(startAt)}–${clock(endAt)}` : `${full(startAt)} – ${full(endAt)}`;
  });
}

export const lengthOf = (minutes: number): Words => each((lang) => sayLength(minutes, lang));

export const lengthWords = ({ startAt, endAt }: Span): Words => lengthOf(Math.round((endAt - startAt) / MINUTE));

/** `11月22日(周六) 15:00–16:30 (UTC+8)`, where no tag is rendered. Previews and invitations stay: nothing in it is as soon stale as 明天. */
export const plainSpan = ({ startAt, endAt, zone }: Span, lang: Lang): string =>
  `${sayTime(startAt, endAt, zone, lang, startAt - WEEK)} (${sayZone(startAt, zone)})`;

/** The clock of a zone, with the day where it is another one than `besides`. */
export function clockBeside(at: Millis, besides: Millis, zone: string): Words {
  return each((lang) => {
    const time = plainTime({ at, zone }, lang);
    return time.key === plainTime({ at: besides, zone }, lang).key ? time.clock : `${time.day}${beforeClock[lang]}${time.clock}`;
  });
}
