import type { NewJob } from '../domain/job.ts';
import type { Series } from '../domain/series.ts';
import type { Deps } from './deps.ts';
import { redrawSeriesJob } from './job-kinds.ts';

/** Reads, changes and writes until nobody wrote in between; its cards follow. Null: there is nothing left to change. */
export async function saveSeries(
  id: string,
  after: (now: Series) => Partial<Series> | null,
  jobs: NewJob[],
  deps: Pick<Deps, 'series' | 'now'>,
): Promise<Series | null> {
  for (;;) {
    const series = await deps.series.get(id);
    const changed = series && after(series);
    if (!series || !changed) return null;
    if (await deps.series.save({ ...series, ...changed }, [redrawSeriesJob(id, deps.now()), ...jobs]))
      return { ...series, ...changed, version: series.version + 1 };
  }
}
