import type { Meeting } from '../domain/meeting.ts';
import { each } from '../text/languages.ts';
import { dayKey, plainTime } from '../text/moment.ts';
import type { Element } from './elements.ts';
import { actButton, label, row } from './parts.ts';
import { zoneName } from './times.ts';
import { join, same, words } from './words.ts';

type Clocked = Pick<Meeting, 'id' | 'startAt' | 'zone' | 'zones' | 'zoneSaid' | 'zoneAssumed' | 'status'>;

/** The one line that names clocks: above it everybody reads their own. Whose clock was assumed, how late it is for the others, or the zone that was said. */
export function zoneLine(meeting: Clocked): Element[] {
  const { id, zone, zones, zoneSaid, zoneAssumed, status } = meeting;
  const name = zoneName(zone);
  if (zoneAssumed && status === 'booked') {
    const says = each((lang) => words('zone_assumed', { zone: name[lang] })[lang]);
    const yes = each((lang) => words('zone_is', { zone: name[lang] })[lang]);
    return [
      row([
        label(says),
        actButton(yes, { act: 'zone_is', id }, { size: 'small' }),
        actButton(words('zone_other'), { act: 'zone_other', id }, { size: 'small' }),
      ]),
    ];
  }
  const named = zones ?? (zoneSaid ? [zone] : []);
  return named.length > 0
    ? [
        label(
          join(
            named.map((one) => clockIn(meeting, one)),
            same(' · '),
          ),
        ),
      ]
    : [];
}

/** 16:00 东京; with its day where that is another one. */
function clockIn({ startAt, zone }: Clocked, there: string) {
  const name = zoneName(there);
  return each((lang) => {
    const { day, clock } = plainTime({ at: startAt, zone: there }, lang);
    const other = dayKey(startAt, there) !== dayKey(startAt, zone);
    return words('zone_clock', { zone: name[lang], clock, day: other ? day : '' })[lang];
  });
}
