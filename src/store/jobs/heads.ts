/** The first job of a lane is taken by whoever has the lane. */
import type { Selectable } from 'kysely';
import type { Millis } from '../../domain/time.ts';
import type { Sql } from '../db.ts';
import { hotList } from '../hot.ts';
import type { JobsTable } from '../tables.ts';
import { isOpen } from './insert.ts';
import { taken } from './taken.ts';

export interface LaneNamed {
  lane: string;
}

export interface GoingOn {
  /** At most so many lanes go on. */
  most: number;
  /** In whose hands they are. */
  holder: string;
  now: Millis;
}

export const namesOf = (lanes: readonly LaneNamed[]): string[] => lanes.map(({ lane }) => lane);

const firstIn = (sql: Sql, lanes: readonly LaneNamed[]) =>
  sql
    .selectFrom('lanes')
    .select((lane) =>
      lane
        .selectFrom('jobs as head')
        .select('head.seq')
        .where(isOpen)
        .whereRef('head.lane', '=', 'lanes.lane')
        .orderBy('head.due')
        .orderBy('head.seq')
        .limit(1)
        .as('seq'),
    )
    .where('lanes.lane', 'in', namesOf(lanes));

/** Somebody who arms one of them again holds it, and waits for its lane: that one comes later. */
export const takeHeads = hotList<LaneNamed, object, Selectable<JobsTable>>(
  (sql, lanes) =>
    sql
      .updateTable('jobs')
      .set(taken)
      .where(
        'seq',
        'in',
        sql.selectFrom('jobs as first').select('first.seq').where('first.seq', 'in', firstIn(sql, lanes)).forUpdate().skipLocked(),
      )
      .returningAll(),
  'twice',
);

/** The same in lanes that are held already: what somebody waits for, and no other lane waits longer for its turn. */
export const takeNext = hotList<LaneNamed, GoingOn, Selectable<JobsTable>>(
  (sql, lanes, { most, holder, now }) =>
    sql
      .updateTable('jobs')
      .set(taken)
      .where('seq', 'in', ({ fn, selectFrom, val }) =>
        selectFrom('jobs as next')
          .select('next.seq')
          .where('next.seq', 'in', firstIn(sql, lanes).where('lanes.holder', '=', holder).where('lanes.wake_at', '>', now))
          .where('next.state', '=', 'ready')
          .where('next.background', '=', 0)
          .where('next.run_at', '<=', now)
          .where(
            'next.run_at',
            '<=',
            fn.coalesce(
              selectFrom('lanes as waiting')
                .select(({ fn }) => fn.min('waiting.wake_at').as('at'))
                .where('waiting.background', '=', 0),
              val(now),
            ),
          )
          .orderBy('next.due')
          .orderBy('next.seq')
          .limit(most)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll(),
  'twice',
);
