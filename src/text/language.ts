/** What a language has to bring along: its sentences, and how it writes times, lengths and lists. */
import type { Dayjs } from 'dayjs';
import type { Zone } from '../domain/time.ts';
import type { Rule, RuleWords } from './rule.ts';
import type { When } from './when.ts';

/** The same keys in another language, and no argument that the first one does not get. */
export type In<T> = { [K in keyof T]: T[K] extends (a: infer A) => string ? string | ((a: A) => string) : string };

export interface Writing {
  /** What the language calls itself. */
  name: string;
  /** `11月22日(周六)`; given both parts, for a place that writes them by itself. */
  dayOf(date: string, weekday: string): string;
  date(on: Dayjs): string;
  weekday(on: Dayjs): string;
  clock(at: Dayjs): string;
  /** `11月22日(周六) 15:00` */
  at(day: string, clock: string): string;
  /** Two clocks of one day. */
  clocks(start: string, end: string): string;
  /** The end's clock where it is on the day after. */
  nextDay(clock: string): string;
  /** `1 小时 30 分钟`, for labels. */
  length(minutes: number): string;
  /** `每周一、三`, `，共 5 次`; null for what it has no words for. */
  rule(rule: Rule): RuleWords | null;
  /** Between the items of a list. */
  comma: string;
  /** Between a name and what it is. */
  colon: string;
  /** Zones that are offered by name. */
  zones: Record<Zone, string>;
}

type Clock = Pick<When, 'day' | 'clock' | 'zone' | 'key'>;

export const at = (writing: Pick<Writing, 'at'>, when: Clock): string => `${writing.at(when.day, when.clock)}${when.zone}`;

/** The day is said once when both ends share it. */
export const range = (writing: Pick<Writing, 'at' | 'clocks'>, start: Clock, end: Clock): string =>
  start.key === end.key
    ? `${writing.at(start.day, writing.clocks(start.clock, end.clock))}${end.zone}`
    : `${at(writing, start)} – ${at(writing, end)}`;
