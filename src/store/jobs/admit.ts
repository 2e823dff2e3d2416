/** What arrived is put into its lanes; where nothing else is in a lane, it is taken from there at once. */
import type { Selectable } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { Sql } from '../db.ts';
import { hot, hotList } from '../hot.ts';
import type { JobsTable } from '../tables.ts';
import { isNew, movesUp } from './insert.ts';
import { taken } from './taken.ts';

export interface Admission {
  /** So many of what arrived. */
  limit: number;
  /** So many of them may run at once. */
  free: number;
  /** Who runs them, and until when their lanes are leased. */
  holder: string;
  until: Millis;
}

export interface Admitted {
  /** Leased with their lanes, and to be run. */
  heads: Selectable<JobsTable>[];
  /** Lanes are due now that were not before. */
  waiting: boolean;
}

/** The first that arrived, for one process at a time; in one way through the lanes, lest two wait for each other. */
export async function admit(sql: Sql, o: Admission): Promise<Admitted> {
  const arrived = await firstArrived(sql, o);
  if (arrived.length === 0) return { heads: [], waiting: false };
  const firsts = firstOf(arrived);
  const taken = new Set([...firsts.values()].filter(({ head }) => head.background === 0).slice(0, o.free));
  const lanes = [...firsts.values()].sort((a, b) => (a.head.lane < b.head.lane ? -1 : 1));
  const entered = await enterLanes(
    sql,
    lanes.map((first) => ({
      lane: first.head.lane,
      due: first.head.due,
      background: first.background,
      ...(taken.has(first) ? { wakeAt: o.until, holder: o.holder } : { wakeAt: first.head.due, holder: null }),
    })),
    {},
  );
  const begin = entered.filter(({ holder }) => holder !== null).map(({ lane }) => ({ seq: firsts.get(lane)!.head.seq }));
  const begun = new Set(begin.map(({ seq }) => seq));
  const rest = arrived.filter(({ seq }) => !begun.has(seq));
  if (rest.length > 0) await makeReady(sql, rest, {});
  return { heads: begin.length > 0 ? await takeJobs(sql, begin, {}) : [], waiting: entered.some(({ holder }) => holder === null) };
}

interface Arrived {
  seq: number;
  lane: string;
  due: Millis;
  background: number;
}

/** So many are looked at to find them. */
const AMONG = 2000;

/**
 * Of the oldest ones by their numbers: what the database knows about the table is from before a flood, and it would sort
 * all that waits, each time. One that somebody else holds is waited for: what came after it in its lane must not overtake it.
 */
const firstArrived = hot((db, { limit }: { limit: number }) =>
  db
    .selectFrom('jobs')
    .select(['seq', 'lane', 'due', 'background'])
    .where(isNew)
    .where('seq', '<', ({ selectFrom, eb, lit }) =>
      eb.parens(
        selectFrom('jobs as oldest').select('oldest.seq').where(isNew).orderBy('oldest.seq').limit(1).$asScalar().$notNull(),
        '+',
        lit(AMONG),
      ),
    )
    .orderBy('seq')
    .limit(limit)
    .forUpdate(),
);

/** Each lane by its first job, in order of arrival. `background`: 0 when somebody waits for any of them. */
function firstOf(arrived: readonly Arrived[]): Map<string, { head: Arrived; background: number }> {
  const first = new Map<string, { head: Arrived; background: number }>();
  for (const one of arrived) {
    const before = first.get(one.lane);
    if (!before) first.set(one.lane, { head: one, background: one.background });
    else {
      if (one.due < before.head.due) before.head = one;
      before.background = Math.min(before.background, one.background);
    }
  }
  return first;
}

interface Entering {
  lane: string;
  due: Millis;
  wakeAt: Millis;
  background: number;
  holder: string | null;
}

/** A lane that is there already keeps its holder; one that comes back with a holder is new, and nothing else is in it. */
const enterLanes = hotList((db, rows: readonly Entering[]) =>
  db
    .insertInto('lanes')
    .values(rows.map(({ lane, due, wakeAt, background, holder }) => ({ lane, head_due: due, wake_at: wakeAt, background, holder })))
    .onConflict(movesUp('head_due'))
    .returning(['lane', 'holder']),
);

interface Numbered {
  seq: number;
}

const numbers = (rows: readonly Numbered[]): number[] => rows.map(({ seq }) => seq);

const takeJobs = hotList<Numbered, object, Selectable<JobsTable>>(
  (db, rows) => db.updateTable('jobs').set(taken).where('seq', 'in', numbers(rows)).returningAll(),
  'twice',
);

const makeReady = hotList(
  (db, rows: readonly Numbered[]) => db.updateTable('jobs').set({ state: 'ready' }).where('seq', 'in', numbers(rows)),
  'twice',
);
