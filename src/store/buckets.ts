/** What left for an API or a chat of late, counted for all processes at this store. */
import type { Clock, Millis } from '../domain/time.ts';
import type { Db } from './db.ts';

interface Rate {
  calls: number;
  per: Millis;
}

interface Bucket {
  /** The time of the last of so many calls that left one soon after the other. */
  cells: [Millis, number][];
  blockedUntil: Millis;
}

/** The platform counts arrivals, and the network squeezes what we spread out. */
const SLACK = 1.05;
/** Calls so close together are counted as one moment, the later one; after a second, those of a second are. */
const FINE: Millis = 50;
const COARSE: Millis = 1000;

export interface Buckets {
  draw(key: string, rates: Rate[], want: number): Promise<{ granted: number; wait: Millis }>;
  block(key: string, wait: Millis): Promise<void>;
}

export function createBuckets(db: Db, clock: Clock): Buckets {
  const change = <T>(key: string, work: (bucket: Bucket, now: Millis) => T): Promise<T> =>
    db.tx(async (sql) => {
      const row = () => sql.selectFrom('buckets').select('data').where('key', '=', key).forUpdate().executeTakeFirst();
      let found = await row();
      if (!found) {
        const empty: Bucket = { cells: [], blockedUntil: 0 };
        await sql
          .insertInto('buckets')
          .values({ key, data: JSON.stringify(empty), at: clock.now() })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .execute();
        found = await row();
      }
      const bucket = JSON.parse(found?.data ?? '{"cells":[],"blockedUntil":0}') as Bucket;
      const now = clock.now();
      const result = work(bucket, now);
      await sql
        .updateTable('buckets')
        .set({ data: JSON.stringify(bucket), at: now })
        .where('key', '=', key)
        .execute();
      return result;
    });

  return {
    draw: (key, rates, want) => change(key, (bucket, now) => draw(bucket, rates, want, now)),
    block: (key, wait) =>
      change(key, (bucket, now) => {
        bucket.blockedUntil = Math.max(bucket.blockedUntil, now + wait);
      }),
  };
}

function draw(bucket: Bucket, rates: Rate[], want: number, now: Millis): { granted: number; wait: Millis } {
  const longest = Math.max(...rates.map(({ per }) => per * SLACK));
  // A clock that was set back would count for ever what lies in its future.
  bucket.cells = bucket.cells.filter(([at]) => at > now - longest && at <= now + longest);
  const wait = Math.max(bucket.blockedUntil - now, ...rates.map((rate) => waitOf(bucket.cells, rate, now)));
  if (wait > 0) return { granted: 0, wait: Math.ceil(wait) };
  const granted = rates.reduce((most, rate) => Math.min(most, rate.calls - countOf(bucket.cells, rate, now)), want);
  bucket.cells = merged([...bucket.cells, [now, granted]], now);
  return { granted, wait: 0 };
}

const inside = (cells: Bucket['cells'], { per }: Rate, now: Millis) => cells.filter(([at]) => at > now - per * SLACK);

const countOf = (cells: Bucket['cells'], rate: Rate, now: Millis): number =>
  inside(cells, rate, now).reduce((sum, [, calls]) => sum + calls, 0);

/** Until enough of them are old. */
function waitOf(cells: Bucket['cells'], rate: Rate, now: Millis): Millis {
  let count = countOf(cells, rate, now);
  if (count < rate.calls) return 0;
  for (const [at, calls] of inside(cells, rate, now)) {
    count -= calls;
    if (count < rate.calls) return at + rate.per * SLACK - now;
  }
  return 0;
}

function merged(cells: Bucket['cells'], now: Millis): Bucket['cells'] {
  const kept: Bucket['cells'] = [];
  for (const [at, calls] of cells) {
    const last = kept.at(-1);
    const width = at < now - 2 * COARSE ? COARSE : FINE;
    // Counted from the first of them, a cell never grows wider than that.
    if (last && Math.floor(last[0] / width) === Math.floor(at / width)) kept[kept.length - 1] = [Math.max(last[0], at), last[1] + calls];
    else kept.push([at, calls]);
  }
  return kept;
}
