import type { Series } from '../domain/series.ts';
import { seriesEntry } from './audit-entry.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-kinds.ts';
import { saveSeries } from './save-series.ts';

/** Who takes the booking of the first meeting back takes the whole series back. */
export async function withdrawSeries({ seriesId, day, by }: JobPayloads['withdraw_series'], deps: Deps): Promise<void> {
  const { job, who, chatId } = by;
  const isFirst = (now: Series): boolean => now.status === 'on' && Object.keys(now.meetings).every((other) => other === day);
  await saveSeries(
    seriesId,
    (now) => (isFirst(now) ? { status: 'stopped', stoppedBy: who } : null),
    [],
    deps,
    (now) => ({
      job: `${job}-series`,
      what: { did: 'withdrawn' },
      entry: seriesEntry(now, { id: job, from: who, place: { chatId } }, { did: 'cancelled', at: deps.now() }),
    }),
  );
}
