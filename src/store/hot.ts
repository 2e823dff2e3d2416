/** Statements that run with every message: compiled once for each database, for any arguments. */
import { type Compilable, CompiledQuery } from 'kysely';
import type { Db, Sql } from './db.ts';
import { listTemplate, type Template, template } from './template.ts';

/** `build` may only hand the arguments on as values, never look at them. */
export function hot<Args extends object, Row>(build: (sql: Sql, args: Args) => Compilable<Row>): (sql: Sql, args: Args) => Promise<Row[]> {
  const known = perDialect<Template<Args>>();
  return (sql, args) => {
    const { sql: text, bind } = known(sql, () => template((slots: Args) => build(sql, slots)));
    return rowsOf<Row>(sql, text, bind(args));
  };
}

/** A read of what is committed. */
export function hotRead<Args extends object, Row>(
  db: Db,
  build: (sql: Sql, args: Args) => Compilable<Row>,
): (args: Args) => Promise<Row[]> {
  const read = hot(build);
  return (args) => read(db.read, args);
}

/** Longer lists are rare, and each length is a statement of its own. */
const LONGEST = 16;

/** The same over a list of at least one item. */
export function hotList<Item extends object, Args extends object, Row>(
  build: (sql: Sql, items: readonly Item[], args: Args) => Compilable<Row>,
): (sql: Sql, items: readonly Item[], args: Args) => Promise<Row[]> {
  const known = Array.from({ length: LONGEST + 1 }, () => perDialect<ReturnType<typeof listTemplate<Item, Args>>>());
  return (sql, items, args) => {
    const of = known[items.length];
    if (!of) {
      const { sql: text, parameters } = build(sql, items, args).compile();
      return rowsOf<Row>(sql, text, parameters);
    }
    const { sql: text, bind } = of(sql, () => listTemplate(items.length, (slots: Item[], rest: Args) => build(sql, slots, rest)));
    return rowsOf<Row>(sql, text, bind(items, args));
  };
}

/** Of the handles at one database, transactions among them, each has its adapter. */
function perDialect<T>(): (sql: Sql, make: () => T) => T {
  const known = new WeakMap<object, T>();
  return (sql, make) => {
    const { adapter } = sql.getExecutor();
    let one = known.get(adapter);
    if (one === undefined) {
      one = make();
      known.set(adapter, one);
    }
    return one;
  };
}

async function rowsOf<Row>(sql: Sql, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  return (await sql.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows;
}
