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

/** The longest that a list of items is compiled for at every length. */
const LONGEST = 16;
/** Where an item may stand twice, a longer list is filled up to one of these: a busy worker's hold up to 200. Others are taken in pieces of them. */
const LENGTHS = [32, 64, 100, 140, 200];

/**
 * The same over a list of at least one item; inside a transaction where it may be longer than 16, since that can take several statements.
 * @param twice what an item does it does once, however often it stands in the list
 */
export function hotList<Item extends object, Args extends object, Row>(
  build: (sql: Sql, items: readonly Item[], args: Args) => Compilable<Row>,
  twice?: 'twice',
): (sql: Sql, items: readonly Item[], args: Args) => Promise<Row[]> {
  const known = new Map<number, ReturnType<typeof perDialect<ReturnType<typeof listTemplate<Item, Args>>>>>();

  const exactly = (sql: Sql, items: readonly Item[], args: Args): Promise<Row[]> => {
    const { length } = items;
    const of = known.get(length) ?? perDialect();
    known.set(length, of);
    const { sql: text, bind } = of(sql, () => listTemplate(length, (slots: Item[], rest: Args) => build(sql, slots, rest)));
    return rowsOf<Row>(sql, text, bind(items, args));
  };

  async function inPieces(sql: Sql, items: readonly Item[], args: Args): Promise<Row[]> {
    const rows: Row[] = [];
    for (let at = 0; at < items.length; ) {
      const piece = items.slice(at, at + pieceOf(items.length - at));
      rows.push(...(await exactly(sql, piece, args)));
      at += piece.length;
    }
    return rows;
  }

  return (sql, items, args) => {
    const { length } = items;
    if (length <= LONGEST) return exactly(sql, items, args);
    if (!twice) return inPieces(sql, items, args);
    const filled = LENGTHS.find((most) => most >= length);
    if (filled !== undefined) return exactly(sql, fill(items, filled), args);
    const { sql: text, parameters } = build(sql, items, args).compile();
    return rowsOf<Row>(sql, text, parameters);
  };
}

const pieceOf = (left: number): number => (left <= LONGEST ? left : (LENGTHS.findLast((length) => length <= left) ?? LONGEST));

const fill = <Item>(items: readonly Item[], length: number): readonly Item[] =>
  items.length === length ? items : [...items, ...Array.from({ length: length - items.length }, () => items.at(-1)!)];

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
