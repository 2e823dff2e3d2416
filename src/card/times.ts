import type { Meeting } from '../domain/meeting.ts';
import type { Lang } from '../domain/settings.ts';
import type { Millis, Zone } from '../domain/time.ts';
import { range } from '../text/language.ts';
import { each, LANGUAGES } from '../text/languages.ts';
import { dayKey, plainSpan as inPlain, zoneName as nameOfZone, plainTime } from '../text/moment.ts';
import type { Words } from './elements.ts';
import { dayTag, instant } from './time-tags.ts';

const MINUTE = 60_000;

type Span = Pick<Meeting, 'startAt' | 'endAt' | 'zone'>;

/** In each reader's own zone: `1月31日(周六) 15:00–16:30`; the day is said again only when it differs. */
export function timeLine({ startAt, endAt, zone }: Span): Words {
  return each((lang) => {
    const when = (at: Millis) => ({ day: dayTag(at, lang), clock: instant(at, 'time'), zone: '', key: dayKey(at, zone) });
    return range(LANGUAGES[lang].writing, when(startAt), when(endAt));
  });
}

export const lengthOf = (minutes: number): Words => each((lang) => LANGUAGES[lang].writing.length(minutes));

export const lengthWords = ({ startAt, endAt }: Span): Words => lengthOf(Math.round((endAt - startAt) / MINUTE));

/** `11月22日(周六) 15:00–16:30 (UTC+8)`, where no tag is rendered: previews and invitations. */
export const plainSpan = ({ startAt, endAt, zone }: Span, lang: Lang): string => inPlain(startAt, endAt, zone, lang);

/** The clock of a zone, with the day where it is another one than `besides`. */
export function clockBeside(at: Millis, besides: Millis, zone: Zone): Words {
  return each((lang) => {
    const time = plainTime({ at, zone }, lang);
    return dayKey(besides, zone) === time.key ? time.clock : LANGUAGES[lang].writing.at(time.day, time.clock);
  });
}

export const zoneName = (zone: Zone): Words => each((lang) => nameOfZone(zone, lang));
