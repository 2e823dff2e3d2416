import type { Compilable } from 'kysely';

class Slot {
  readonly field: PropertyKey;
  /** Of which item of a list; null: of none. */
  readonly item: number | null;
  constructor(field: PropertyKey, item: number | null) {
    this.field = field;
    this.item = item;
  }
}

export interface Template<Args> {
  sql: string;
  bind(args: Args): unknown[];
}

const slots = <Args extends object>(item: number | null): Args => new Proxy({}, { get: (_, field) => new Slot(field, item) }) as Args;

/** Compiles a query once for any arguments. `build` may only hand them on as values, never look at them. */
export function template<Args extends object>(build: (args: Args) => Compilable): Template<Args> {
  const { sql, parameters } = build(slots(null)).compile();
  return { sql, bind: (args) => parameters.map((value) => (value instanceof Slot ? args[value.field as keyof Args] : value)) };
}

/** The same for a list of `length` items, which may be taken apart but not looked at, and what else there is. */
export function listTemplate<Item extends object, Args extends object>(
  length: number,
  build: (items: Item[], args: Args) => Compilable,
): { sql: string; bind(items: readonly Item[], args: Args): unknown[] } {
  const all = Array.from({ length }, (_, item) => slots<Item>(item));
  const { sql, parameters } = build(all, slots(null)).compile();
  const boundTo = (value: unknown, items: readonly Item[], args: Args): unknown => {
    if (!(value instanceof Slot)) return value;
    const { field, item } = value;
    return item === null ? args[field as keyof Args] : items[item]![field as keyof Item];
  };
  return { sql, bind: (items, args) => parameters.map((value) => boundTo(value, items, args)) };
}
