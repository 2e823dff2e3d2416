import { type Compilable, CompiledQuery } from 'kysely';
import type { Db, Sql } from './db.ts';
import { template } from './template.ts';

/**
 * A read that is asked for with every message: compiled once, for any arguments. `build` may only hand the arguments on
 * as values, never look at them.
 */
export function hot<Args extends object, Row>(db: Db, build: (sql: Sql, args: Args) => Compilable<Row>): (args: Args) => Promise<Row[]> {
  const { sql, bind } = template((args: Args) => build(db.read, args));
  return async (args) => (await db.read.executeQuery<Row>(CompiledQuery.raw(sql, bind(args)))).rows;
}
