import type { NewJob } from '../domain/job.ts';
import type { Series } from '../domain/series.ts';
import type { ChangeDone } from '../meeting/ports/meetings.ts';
import type { Deps } from './deps.ts';
import { redrawSeriesJob } from './job-kinds.ts';
import { untilSaved } from './until-saved.ts';

/** Changes a series as it is now; its cards follow. Null: there is nothing left to change. */
export async function saveSeries(
  id: string,
  after: (now: Series) => Partial<Series> | null,
  jobs: NewJob[],
  deps: Pick<Deps, 'series' | 'now'>,
  change?: (now: Series) => ChangeDone,
): Promise<Series | null> {
  const saved = await untilSaved<Series>({
    read: () => deps.series.get(id),
    become(now) {
      const changed = after(now);
      return changed && { ...now, ...changed };
    },
    write: (next) => deps.series.save(next, [redrawSeriesJob(id, deps.now()), ...jobs], change?.(next)),
  });
  return saved && { ...saved, version: saved.version + 1 };
}
