import type { TraceNote } from '../bot/note.ts';
import type { Clock } from '../domain/time.ts';
import type { Traces } from '../meeting/ports/records.ts';
import type { Log } from '../observability/log.ts';
import type { Metrics } from '../observability/metrics.ts';

/** What became of an event goes to disk with the job's outcome, and as one line into the log. */
export function keepTraces(traces: Traces, clock: Clock, log: Log, metrics: Metrics) {
  return (note: TraceNote, error?: { what: string; gaveUp: boolean }): void => {
    const trace = note.trace(clock.now(), error);
    if (!trace) return;
    traces.keep(trace);
    const answerMs = note.answeredAt === null ? null : Math.max(0, note.answeredAt - trace.receivedAt);
    if (!error && answerMs !== null) metrics.answered(trace.kind, answerMs / 1000);
    const { id, kind, attempt, understood, act, did, outcome, reason } = trace;
    log.info(
      {
        event: id,
        kind,
        attempt,
        wants: understood.map(({ want }) => want).join(' '),
        act,
        did: did.join(' '),
        outcome,
        ...(reason ? { reason: reason.key } : {}),
        answerMs,
        ms: trace.endedAt - trace.startedAt,
      },
      error ? (error.gaveUp ? 'event given up' : 'event failed, and will be tried again') : 'event dealt with',
    );
  };
}
