/** What traces tell of the last hour and of today. Pure. */
import type { Say } from '../domain/say.ts';
import type { Millis } from '../domain/time.ts';
import type { Trace } from '../domain/trace.ts';
import type { View } from '../domain/view.ts';

type Panel = Extract<View, { show: 'admin' }>;

const MOST_FAILED = 3;
const MOST_GROUPS = 5;

const sorted = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);
const half = (numbers: number[]): number => numbers[numbers.length >> 1] ?? 0;

/** How long Feishu took, and how long people waited for an answer; null: nothing was asked. */
export function paceOf(traces: readonly Trace[]): Panel['pace'] {
  if (traces.length === 0) return null;
  const calls = traces.flatMap((trace) => trace.calls);
  const answers = sorted(traces.flatMap(({ answered: [first], receivedAt }) => (first ? [Math.max(0, first.at - receivedAt)] : [])));
  const slowest = calls.reduce<{ api: string; ms: Millis } | null>(
    (most, { api, ms }) => (most && most.ms >= ms ? most : { api, ms }),
    null,
  );
  return {
    calls: calls.length,
    half: half(sorted(calls.map(({ ms }) => ms))),
    slowest,
    failed: failedOf(calls),
    answerHalf: answers.length > 0 ? half(answers) : null,
    answerSlowest: answers.at(-1) ?? null,
  };
}

function failedOf(calls: readonly Trace['calls'][number][]): NonNullable<Panel['pace']>['failed'] {
  const counts = new Map<string, { api: string; outcome: string; count: number }>();
  for (const { api, outcome } of calls) {
    if (outcome === 'ok') continue;
    const key = `${api} ${outcome}`;
    counts.set(key, { api, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_FAILED);
}

export const whyNot = ({ reason, error }: Trace): { say: Say | null; error: string | null } => ({
  say: reason ?? null,
  error: reason ? null : (error?.replace(/ log id \S+/, '') ?? null),
});

/** @param traces what was not done, newest first */
export function undoneOf(traces: readonly Trace[]): Panel['undone'] {
  const groups = new Map<string, Panel['undone']['groups'][number]>();
  for (const trace of traces) {
    const why = whyNot(trace);
    const key = why.say?.key ?? why.error ?? '';
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { ...why, count: 1, last: { at: trace.at, personId: trace.personId } });
  }
  const all = [...groups.values()].sort((a, b) => b.count - a.count);
  return { groups: all.slice(0, MOST_GROUPS), more: all.slice(MOST_GROUPS).reduce((sum, { count }) => sum + count, 0) };
}
