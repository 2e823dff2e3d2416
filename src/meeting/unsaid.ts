/** What a meeting's chat is still to be told, as one line. */
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis } from '../domain/time.ts';
import { MINUTE } from './rules.ts';

/** So long a line waits for what follows. */
export const GATHER: Millis = MINUTE / 2;

/** Of these a chat is told. */
const TOLD = ['topic', 'startAt', 'endAt', 'zone', 'password', 'hostIds', 'record', 'join', 'canHost', 'canInvite', 'status'] as const;

type Before = Partial<Meeting>;

/** One more change; what was so before the first of them counts. */
export function withUnsaid(meeting: Meeting, before: Before, who: string, now: Millis): NonNullable<Meeting['unsaid']> {
  const { since = now, by = [], before: first = {} } = meeting.unsaid ?? {};
  const was = Object.fromEntries(TOLD.filter((key) => key in before).map((key) => [key, before[key] ?? null])) as Before;
  return { since, by: [...new Set([...by, who])], before: { ...was, ...first } };
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

/** What has become of it since; null: it is as it was. */
export function newsOf(meeting: Meeting): Say | null {
  const { unsaid } = meeting;
  if (!unsaid) return null;
  if (meeting.status === 'cancelled') return meeting.lastChange?.news ?? null;
  const { before, by } = unsaid;
  const changed = new Set(TOLD.filter((key) => key in before && differs(before[key], meeting[key])));
  const news = [...timeNews(meeting, before, changed), ...valueNews(meeting, changed)];
  const others = OTHERS.filter(({ of }) => of.some((key) => changed.has(key) && !(key === 'password' && meeting.password === null)));
  if (news.length + others.length === 0) return null;
  const what = { topic: before.topic ?? meeting.topic ?? '', news, others: others.map(({ say }) => say) };
  const [who] = by;
  return by.length === 1 && who ? { key: 'changed', args: { who: { user: who }, ...what } } : { key: 'changed_by_several', args: what };
}

type Changed = ReadonlySet<(typeof TOLD)[number]>;

/** Only that they were changed: their values are not for a chat. */
const OTHERS: readonly { of: readonly (typeof TOLD)[number][]; say: Say }[] = [
  { of: ['password'], say: { key: 'name_password' } },
  { of: ['hostIds'], say: { key: 'name_hosts' } },
  { of: ['join', 'canHost', 'canInvite'], say: { key: 'name_access' } },
];

function timeNews({ startAt, endAt, zone }: Meeting, before: Before, changed: Changed): Say[] {
  if (changed.has('startAt')) return [{ key: 'now_time', args: { start: { at: startAt, zone }, end: { at: endAt, zone } } }];
  if (!changed.has('endAt')) return [];
  const minutes = Math.round((endAt - (before.endAt ?? endAt)) / MINUTE);
  return [{ key: minutes > 0 ? 'now_longer' : 'now_shorter', args: { minutes: Math.abs(minutes), at: { at: endAt, zone } } }];
}

function valueNews({ topic, password, record }: Meeting, changed: Changed): Say[] {
  const news: Say[] = [];
  if (changed.has('topic')) news.push({ key: 'now_topic', args: { topic: topic ?? '' } });
  if (changed.has('password') && password === null) news.push({ key: 'now_no_password' });
  if (changed.has('record')) news.push({ key: record ? 'now_record_on' : 'now_record_off' });
  return news;
}
