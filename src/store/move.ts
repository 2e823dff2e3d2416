/** Carries everything from one store to another, whatever databases they are. */
import { type Kysely, sql } from 'kysely';
import { StoreError } from './error.ts';
import type { Store } from './open.ts';

/** What each store writes for itself. */
const OWN = new Set(['schema_steps', 'pulse', 'leases', 'buckets', 'shared']);
/** PostgreSQL takes 65,535 values a statement. */
const BATCH = 500;

type Row = Record<string, unknown>;
type AnySql = Kysely<Record<string, Row>>;

export interface Moved {
  table: string;
  rows: number;
}

/**
 * Both stores are of this version, and nobody else uses them meanwhile.
 * @returns each table with the rows that both stores hold now
 * @throws StoreError `foreign` when the target holds something already (then nothing is changed), `other` when counts differ at the end
 */
export async function moveStore(from: Store, to: Store): Promise<Moved[]> {
  const tables = (await from.db.tables()).filter((table) => !OWN.has(table)).sort();
  const source = from.db.read as unknown as AnySql;
  const target = to.db.read as unknown as AnySql;
  for (const table of tables) {
    const rows = await count(target, table);
    if (rows > 0) throw new StoreError('foreign', `The target holds ${rows} rows in ${table} already; move into an empty store`);
  }
  const moved: Moved[] = [];
  for (const table of tables) {
    await copy(source, to, table);
    const [rows, there] = [await count(source, table), await count(target, table)];
    if (rows !== there) throw new StoreError('other', `${table}: ${rows} rows became ${there}`);
    moved.push({ table, rows });
  }
  await to.db.countOn();
  return moved;
}

async function copy(source: AnySql, to: Store, table: string): Promise<void> {
  const columns = Object.keys((await source.selectFrom(table).selectAll().limit(1).executeTakeFirst()) ?? {});
  if (columns.length === 0) return;
  for (let at = 0; ; at += BATCH) {
    // Ordered by all columns: tables have different keys, and a page must not depend on where rows happen to lie.
    const rows = await columns
      .reduce((query, column) => query.orderBy(column), source.selectFrom(table).selectAll())
      .limit(BATCH)
      .offset(at)
      .execute();
    if (rows.length > 0) await to.db.tx((write) => (write as unknown as AnySql).insertInto(table).values(rows).execute());
    if (rows.length < BATCH) return;
  }
}

async function count(db: AnySql, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
}
