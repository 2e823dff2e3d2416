/** A meeting that repeats. Types only. */
import type { Audience } from './intent.ts';
import type { JoinPreset, Lang, Remind } from './settings.ts';
import type { Millis, Zone } from './time.ts';

/** What each of its meetings is asked for with. */
export interface SeriesPlan {
  topic: string | null;
  password: { set: 'owner' } | { set: 'none' } | { set: 'digits'; digits: string } | { set: 'random' };
  hostIds: string[];
  guestIds: string[];
  record: boolean;
  connect: boolean | null;
  join: Audience;
  canHost: Audience | null;
  canInvite: Audience | null;
  remind: Remind;
  joinPreset: JoinPreset;
}

/** One day of it that is not as the rule has it. */
export type Exception = { skipped: true } | { startAt: Millis; endAt: Millis };

/** Run by us: the platform knows single reserves only. */
export interface Series {
  id: string;
  ownerId: string;
  tenantKey: string | null;
  chatId: string;
  chatKind: 'direct' | 'group';
  lang: Lang;
  zone: Zone;
  /** Without `RRULE:`; its weekdays are working days where `workdays` says so. */
  rrule: string;
  workdays: boolean;
  /** Its first start: the day that the rule counts from, and the clock of all of them. */
  firstAt: Millis;
  /** Length in ms. */
  length: Millis;
  plan: SeriesPlan;
  /** By `YYYY-MM-DD` of the rule. */
  exceptions: Record<string, Exception>;
  /** The last day that is dealt with (`YYYY-MM-DD`): booked, or passed by. */
  doneTo: string | null;
  /** Meetings of the days that are not over yet. */
  meetings: Record<string, string>;
  status: 'on' | 'stopped' | 'over';
  stoppedBy: string | null;
  createdAt: Millis;
  /** Counts changes; a stale writer is refused. */
  version: number;
}

/** One time that it takes place. */
export interface Occurrence {
  /** Its day by the rule, `YYYY-MM-DD`; what was moved keeps it. */
  day: string;
  startAt: Millis;
  endAt: Millis;
}
