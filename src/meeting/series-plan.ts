/** A series as it is asked for, and one of its meetings as a booking. Pure. */
import { weekday } from '../calendar/dates.ts';
import { instantOf, localOf } from '../calendar/wall-clock.ts';
import type { Occurrence, Series } from '../domain/series.ts';
import type { Settings } from '../domain/settings.ts';
import type { Millis, TimeReading } from '../domain/time.ts';
import type { Ask } from './ask.ts';
import type { Plan } from './plan.ts';
import { USUAL_REMIND } from './reminders.ts';

/** @param id ours; the same for the same request, however often it is carried out */
export function seriesOf(plan: Plan & { rrule: string }, time: TimeReading, ask: Ask, id: string, now: Millis): Series {
  const { topic, password, hostIds, guestIds = [], record, connect, join, canHost, canInvite, remind = USUAL_REMIND } = plan;
  const workdays = time.workdays === true;
  return {
    id,
    ownerId: ask.from,
    tenantKey: ask.tenantKey,
    chatId: ask.place.chatId,
    chatKind: ask.place.kind,
    lang: ask.lang,
    zone: plan.zone,
    rrule: plan.rrule,
    workdays,
    firstAt: workdays ? firstWorkday(plan, ask.at) : plan.startAt,
    length: plan.endAt - plan.startAt,
    plan: { topic, password, hostIds, guestIds, record, connect, join, canHost, canInvite, remind, joinPreset: ask.settings.join },
    exceptions: {},
    doneTo: null,
    meetings: {},
    status: 'on',
    stoppedBy: null,
    createdAt: now,
    version: 1,
  };
}

/** A Saturday that makes up for a holiday may come before the Monday that was read. */
function firstWorkday({ startAt, zone }: Plan, at: Millis): Millis {
  const { day, minute } = localOf(startAt, zone);
  const today = localOf(at, zone).day;
  const from = instantOf(today, minute, zone) > at ? today : today + 1;
  // Who said a day that is further on meant it.
  const plain = Array.from({ length: Math.max(0, day - from) }, (_, add) => from + add).every((one) => weekday(one) > 5);
  return plain ? instantOf(Math.min(day, from), minute, zone) : startAt;
}

/** One of its meetings, ready to be asked for. */
export function occurrencePlan({ id, plan, zone, rrule }: Series, { day, startAt, endAt }: Occurrence): Plan {
  const { joinPreset, ...rest } = plan;
  return { ...rest, kind: 'meeting', startAt, endAt, zone, rrule, series: { id, day }, assumed: [], other: null, callee: null };
}

/** Who asks for a meeting when its turn has come: its owner, where and as the series was asked for. */
export function occurrenceAsk(series: Series, { day }: Occurrence, now: Millis, defaults: Settings): Ask {
  const { id, ownerId, tenantKey, chatId, chatKind, lang, zone, plan } = series;
  return {
    id: `${id}-${day}`,
    from: ownerId,
    tenantKey,
    at: now,
    place: { chatId, kind: chatKind },
    under: null,
    about: null,
    lang,
    zone,
    settings: { ...defaults, lang, zone, join: plan.joinPreset },
  };
}
