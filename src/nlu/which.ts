/** How the person named a meeting: its number, its topic, when it is, or not at all. */

import { DAY_PARTS } from '../calendar/day-parts.ts';
import { toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { Traits, Which } from '../domain/intent.ts';
import type { Millis, TimeReading, Window, Zone } from '../domain/time.ts';
import type { Utterance } from './utterance.ts';

const NUMBER = /(?<![\w+.-])(\d{3})[ -]?(\d{3})[ -]?(\d{3})(?![\w]|-\d)/g;
const SPACED = /(?<![\w+.-])(?:\d[ -]?){8}\d(?![\w]|-\d)/g;
const LABEL = /(?:会议号|会议ID|会议编号|会议|房间号|号码|meeting (?:number|no\.?|id)|number|no\.?|id|#)\s*(?:是|为|is|[:：#])?\s*$/i;

export interface NumberSaid {
  from: number;
  to: number;
  digits: string;
}

/** A meeting number of nine digits, with or without spaces or hyphens; its label is taken along. */
export function readNumber(said: Utterance): NumberSaid | null {
  if (!/\d{3}/.test(said.text)) return null;
  const match = said.find(NUMBER) ?? said.find(SPACED);
  if (!match) return null;
  const label = LABEL.exec(said.text.slice(0, match.index));
  const from = label && said.free(label.index, match.index) ? label.index : match.index;
  return { from, to: match.index + match[0].length, digits: match[0].replace(/\D/g, '') };
}

const HALF_DAY = 720;
const minuteOfDay = (at: Millis, zone: Zone): number => {
  const { h, mi } = wallOf(at, zone);
  return h * 60 + mi;
};

type Said = Pick<Traits, 'during' | 'clocks' | 'hours'>;

/** What a time named along with a meeting tells of it: when it is, or, where no day was said, at which clock. */
export function traitsOf(time: TimeReading, ctx: { now: Millis; zone: Zone }): Said {
  const { start, assumed, other } = time;
  const during = windowOf(time, ctx);
  const dayless = assumed.includes('date') || assumed.includes('next_day');
  if (start?.grain === 'minute' && !time.rrule && dayless) {
    const zone = time.zone ?? ctx.zone;
    const said = minuteOfDay(start.at, zone);
    const half = assumed.includes('afternoon') || assumed.includes('morning') || other !== null;
    const clocks = half ? [said, (said + HALF_DAY) % (2 * HALF_DAY)].sort((a, b) => a - b) : [said];
    return { ...(during ? { during } : {}), clocks };
  }
  if (start?.grain === 'part' && !time.rrule && dayless) return { ...(during ? { during } : {}), hours: DAY_PARTS[start.part] };
  return during ? { during } : {};
}

/** 现在 tells nothing about when a meeting was booked for. */
function windowOf(time: TimeReading, ctx: { now: Millis; zone: Zone }): Window | undefined {
  const { start } = time;
  if (!start || time.rrule) return undefined;
  if (start.grain === 'minute' && Math.abs(start.at - ctx.now) < 60_000) return undefined;
  if (start.grain === 'minute') return { from: start.at, until: start.at + 60_000 };
  const [first, last] = start.grain === 'part' ? DAY_PARTS[start.part] : [0, 24];
  const end = time.end?.grain === 'day' ? time.end.day : start.day;
  return { from: hour(start.day, first, time.zone ?? ctx.zone), until: hour(end, last, time.zone ?? ctx.zone) };
}

function hour(day: string, hours: number, zone: Zone): Millis {
  const [y = 0, mo = 1, d = 1] = day.split('-').map(Number);
  return hours === 24 ? hour(nextDay(y, mo, d), 0, zone) : toInstant({ y, mo, d, h: hours, mi: 0 }, zone);
}

function nextDay(y: number, mo: number, d: number): string {
  return new Date(Date.UTC(y, mo - 1, d + 1)).toISOString().slice(0, 10);
}

/** No topic, but more than one can be changed at a time: the one that is meant has to be picked. */
const ALL = /^(?:所有|全部|一切)(?:的)?(?:会议?|预约)$|^(?:all|every)(?: (?:of )?(?:my|our|the))? (?:meetings?|calls?)$/i;
const ALWAYS: Window = { from: 0, until: Date.UTC(2100, 0, 1) };

export function which(number: NumberSaid | null, topic: string | null, traits: Said): Which {
  if (number) return { by: 'meeting_no', meetingNo: number.digits };
  if (topic !== null && ALL.test(topic.trim())) return { by: 'context', during: ALWAYS, ...traits };
  if (topic !== null) return { by: 'topic', topic, ...traits };
  return { by: 'context', ...traits };
}
