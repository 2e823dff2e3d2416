import type { Compilable } from 'kysely';

class Slot {
  readonly field: PropertyKey;
  constructor(field: PropertyKey) {
    this.field = field;
  }
}

export interface Template<Args> {
  sql: string;
  bind(args: Args): unknown[];
}

/** Compiles a query once for any arguments. `build` may only hand them on as values, never look at them. */
export function template<Args extends object>(build: (args: Args) => Compilable): Template<Args> {
  const slots = new Proxy({}, { get: (_, field) => new Slot(field) }) as Args;
  const { sql, parameters } = build(slots).compile();
  return { sql, bind: (args) => parameters.map((value) => (value instanceof Slot ? args[value.field as keyof Args] : value)) };
}
