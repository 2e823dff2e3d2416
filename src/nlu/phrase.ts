/**
 * Phrases as they are built in every language, written in roles of the lexicon: `verb=cancel.verb complement* END`.
 *
 * A pattern is a row of elements; spaces between them in the text are skipped.
 * - `cancel.verb`: a free word of that role. `A|B`: one of several elements. `( … )`: a group.
 * - `x?` `x*` `x+`: may be missing, any number, at least one. `name=x`: remembered under that name.
 * - `&x`, `!x`: must, must not follow here. `_x`: no space before it.
 * - Capitals are places and shapes: see `SHAPES`; a caller may add its own (`TIME`). `ANY`, `MOST`: some words, see below.
 */
import { isSpace } from './after-gap.ts';
import { askedOf } from './lexicon/roles.ts';
import { parse } from './phrase-parse.ts';
import type { Shapes } from './phrase-shapes.ts';
import { mayBegin, type Part, type Run, type Step } from './phrase-steps.ts';
import type { Needs } from './time/needs.ts';
import type { Utterance } from './utterance.ts';

export interface Match {
  from: number;
  to: number;
  parts: Readonly<Record<string, Part>>;
}

export interface Phrase {
  /** The match that begins at `at`. */
  at(said: Utterance, at: number, shapes?: Shapes): Match | null;
  /** The first match at or after `from`. */
  find(said: Utterance, from?: number, shapes?: Shapes): Match | null;
  all(said: Utterance, shapes?: Shapes): Match[];
  /** The longest match that ends at `to` and begins no earlier than `from`. */
  ending(said: Utterance, to: number, from: number, shapes?: Shapes): Match | null;
}

const FUEL = 4_000;

/** Compiles a pattern; see the top of this file. */
export function phrase(source: string): Phrase {
  let step: Step;
  let asked: readonly Needs[] | undefined;
  /** It is read when it is first asked for. */
  const may = (said: Utterance): boolean => {
    if (asked === undefined) {
      step = parse(source);
      asked = askedOf(step.needs);
    }
    return said.mayHold(asked);
  };
  const match = (said: Utterance, from: number, shapes: Shapes | undefined, end: number | null): Match | null => {
    const run: Run = { said, shapes, parts: {}, fuel: FUEL };
    let to = -1;
    const done = step.run(run, from, (at) => {
      to = at;
      return end === null || at === end;
    });
    return done ? { from, to, parts: run.parts } : null;
  };
  const places = (said: Utterance, from: number, to: number): Iterable<number> => {
    if (!step.first) return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    const found: number[] = [];
    for (const one of step.first) for (const hit of said.hits(one)) if (hit.from >= from && hit.from < to) found.push(hit.from);
    return found.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found;
  };
  return {
    at: (said, at, shapes) => (may(said) && mayBegin(step.first, said, at) ? match(said, at, shapes, null) : null),
    find(said, from = 0, shapes) {
      if (!may(said)) return null;
      for (const at of places(said, from, said.text.length + 1)) {
        const found = match(said, at, shapes, null);
        if (found && found.to > found.from) return found;
      }
      return null;
    },
    all(said, shapes) {
      const found: Match[] = [];
      if (!may(said)) return found;
      for (const at of places(said, 0, said.text.length)) {
        if (at < (found.at(-1)?.to ?? 0)) continue;
        const one = match(said, at, shapes, null);
        if (one && one.to > one.from) found.push(one);
      }
      return found;
    },
    ending(said, to, from, shapes) {
      if (!may(said)) return null;
      for (const at of places(said, from, to)) {
        if (isSpace(said.text, at)) continue;
        const found = match(said, at, shapes, to);
        if (found) return found;
      }
      return null;
    },
  };
}
