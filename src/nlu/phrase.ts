/**
 * Phrases as they are built in every language, written in roles of the lexicon: `verb=cancel.verb complement* END`.
 *
 * A pattern is a row of elements; spaces between them in the text are skipped.
 * - `cancel.verb`: a free word of that role. `A|B`: one of several elements. `( … )`: a group.
 * - `x?` `x*` `x+`: may be missing, any number, at least one. `name=x`: remembered under that name.
 * - `&x`, `!x`: must, must not follow here. `_x`: no space before it.
 * - Capitals are places and shapes: see `SHAPES`; a caller may add its own (`TIME`). `ANY`, `MOST`: some words, see below.
 */
import { afterGap, isSpace } from './after-gap.ts';
import { lengthAt } from './entities/duration.ts';
import type { Hit } from './lexicon/lexeme.ts';
import { askedOf } from './lexicon/roles.ts';
import type { Needs } from './time/needs.ts';
import type { Kind, Utterance } from './utterance.ts';

/** Where the shape that begins at `at` ends; null where it does not stand. */
export type Shape = (said: Utterance, at: number) => number | null;
export type Shapes = Readonly<Record<string, Shape>>;

/** An element that was remembered: `hit` when it is a single word. */
export interface Part {
  from: number;
  to: number;
  hit?: Hit;
}

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

const STOPS = ',，、。.;；:：!！?？~～…()（）\n';
const MARK = new RegExp(`[${STOPS}]`);
const ASIDES: readonly Kind[] = ['bot', 'mention', 'filler', 'attendees'];
const isAside = (said: Utterance, at: number): boolean => ASIDES.includes(said.claimAt(at)?.kind ?? 'command');
/** 1:1, 3.5: a mark inside of a number parts nothing. */
const isInNumber = (text: string, at: number): boolean =>
  /^\.\d/.test(text.slice(at, at + 2)) || /^\d:\d/.test(text.slice(Math.max(0, at - 1), at + 2));
const letter =
  (pattern: RegExp): Shape =>
  (said, at) =>
    at < said.text.length && pattern.test(said.text[at]!) ? at + 1 : null;

const SHAPES: Shapes = {
  /** Nothing more in this clause. */
  END: (said, at) => (at >= said.text.length || (MARK.test(said.text[at]!) && !isInNumber(said.text, at)) || isAside(said, at) ? at : null),
  /** Nothing more in the message but marks and whom it is said to. */
  CLOSE: (said, at) => {
    let to = at;
    for (;;) {
      while (to < said.text.length && /[\s,，、。.;；!！?？~～]/.test(said.text[to]!)) to += 1;
      if (to >= said.text.length) return at;
      if (!isAside(said, to)) return null;
      to = said.claimAt(to)!.to;
    }
  },
  START: (said, at) => (at === 0 || MARK.test(said.text[at - 1]!) ? at : null),
  /** Something understood already. */
  CLAIMED: (said, at) => said.claimAt(at)?.to ?? null,
  LENGTH: (said, at) => {
    // 10am has no "a m", and "and" no "an d".
    if (/\w\w/.test(said.text.slice(at - 1, at + 1))) return null;
    const length = lengthAt(said.text, at);
    return length && said.free(at, length.to) && !/^[a-z]+$/i.test(said.text.slice(at, length.to)) ? length.to : null;
  },
  HAN: letter(/\p{Script=Han}/u),
  LATIN: letter(/[A-Za-z]/),
  DIGIT: letter(/\d/),
  COMMA: letter(/[,，、;；:：]/),
  QUESTION: letter(/[?？]/),
  COLON: letter(/[:：]/),
};

interface Run {
  said: Utterance;
  shapes: Shapes | undefined;
  parts: Record<string, Part>;
  /** Steps that are left: a long text cannot make it slow. */
  fuel: number;
}
type Next = (at: number) => boolean;
interface Step {
  run(run: Run, at: number, next: Next): boolean;
  /** The roles that it can begin with; null: anything. */
  first: ReadonlySet<string> | null;
  empty: boolean;
  /** Of each of these sets of roles a word must stand in the message, somewhere. */
  needs: readonly ReadonlySet<string>[];
}

const ANY_REACH = 40;

function role(name: string, tight: boolean): Step {
  const only: ReadonlySet<string> = new Set([name]);
  return {
    first: only,
    empty: false,
    needs: [only],
    run(run, at, next) {
      const hit = run.said.hitAt(name, tight ? at : afterGap(run.said.text, at));
      return hit !== undefined && run.said.free(hit.from, hit.to) && next(hit.to);
    },
  };
}

function shape(name: string, tight: boolean): Step {
  return {
    first: null,
    empty: false,
    needs: [],
    run(run, at, next) {
      const from = tight ? at : afterGap(run.said.text, at);
      const to = (run.shapes?.[name] ?? SHAPES[name])?.(run.said, from);
      return to !== null && to !== undefined && next(to);
    },
  };
}

/** `ANY`: some words of the same clause, as few as possible; `MOST`: as many as possible. What is understood already counts as one word. */
function words(most: boolean): Step {
  return {
    first: null,
    empty: false,
    needs: [],
    run(run, at, next) {
      const ends = endsOf(run.said, at);
      return most ? ends.reverse().some(next) : ends.some(next);
    },
  };
}

function endsOf(said: Utterance, at: number): number[] {
  const ends: number[] = [];
  let to = at;
  for (let free = 0; free < ANY_REACH && to < said.text.length; ) {
    const claim = said.claimAt(to);
    if (claim) to = claim.to;
    else {
      if (said.text[to] !== '\n' && STOPS.includes(said.text[to]!) && !/^\d:\d/.test(said.text.slice(to - 1, to + 2))) break;
      to += 1;
      free += 1;
    }
    ends.push(to);
  }
  return ends;
}

function sequence(steps: readonly Step[]): Step {
  const firsts: (ReadonlySet<string> | null)[] = [];
  for (const step of steps) {
    firsts.push(step.first);
    if (!step.empty) break;
  }
  const empty = steps.every((step) => step.empty);
  const first = empty ? null : union(firsts);
  const from = (i: number, run: Run, at: number, next: Next): boolean => {
    const step = steps[i];
    if (!step) return next(at);
    run.fuel -= 1;
    return run.fuel > 0 && step.run(run, at, (to) => from(i + 1, run, to, next));
  };
  const needs = steps.flatMap((step) => step.needs);
  return { first, empty, needs, run: (run, at, next) => mayBegin(first, run.said, at) && from(0, run, at, next) };
}

/** Does a word stand here that it can begin with? */
function mayBegin(first: ReadonlySet<string> | null, said: Utterance, at: number): boolean {
  if (first === null) return true;
  for (const hit of said.hitsAt(afterGap(said.text, at))) if (first.has(hit.role)) return true;
  return false;
}

const union = (sets: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null =>
  sets.includes(null) ? null : new Set(sets.flatMap((one) => [...one!]));

function choice(steps: readonly Step[]): Step {
  const first = union(steps.map((step) => step.first));
  // Whichever of them it is: of each one that cannot do without some words.
  const needs = steps.every((step) => step.needs.length > 0) ? [new Set(steps.flatMap((step) => [...step.needs[0]!]))] : [];
  return {
    first,
    empty: steps.some((step) => step.empty),
    needs,
    run: (run, at, next) => mayBegin(first, run.said, at) && steps.some((step) => step.run(run, at, next)),
  };
}

function repeated(step: Step, least: 0 | 1, most: number): Step {
  const more = (run: Run, at: number, times: number, next: Next): boolean => {
    if (times < most) {
      run.fuel -= 1;
      if (run.fuel > 0 && step.run(run, at, (to) => to > at && more(run, to, times + 1, next))) return true;
    }
    return times >= least && next(at);
  };
  return {
    first: step.first,
    empty: least === 0 || step.empty,
    needs: least === 0 ? [] : step.needs,
    run: (run, at, next) => more(run, at, 0, next),
  };
}

const ahead = (step: Step, wanted: boolean): Step => ({
  first: null,
  empty: true,
  needs: wanted ? step.needs : [],
  run: (run, at, next) => step.run(run, at, () => true) === wanted && next(at),
});

const named = (name: string, step: Step): Step => ({
  ...step,
  run(run, at, next) {
    const before = run.parts[name];
    const from = afterGap(run.said.text, at);
    const done = step.run(run, at, (to) => {
      const hits = step.first && [...step.first].map((one) => run.said.hitAt(one, from)).find((hit) => hit?.to === to);
      run.parts[name] = hits ? { from, to, hit: hits } : { from, to };
      return next(to);
    });
    if (!done) {
      if (before) run.parts[name] = before;
      else delete run.parts[name];
    }
    return done;
  },
});

const TOKEN = /\s*([()|]|[&!_]|[a-z]+=|[A-Z]+|[a-z]+(?:[.-][a-z]+)*|[?*+])/gy;

function parse(source: string): Step {
  const tokens = [...source.matchAll(TOKEN)].map((match) => match[1]!);
  if (tokens.join('') !== source.replace(/\s+/g, '')) throw new Error(`no phrase: ${source}`);
  let at = 0;
  const group = (): Step => {
    const options: Step[] = [];
    let row: Step[] = [];
    for (; at < tokens.length && tokens[at] !== ')'; ) {
      if (tokens[at] === '|') {
        at += 1;
        options.push(sequence(row));
        row = [];
      } else row.push(element());
    }
    options.push(sequence(row));
    return options.length === 1 ? options[0]! : choice(options);
  };
  const element = (tight = false): Step => {
    const token = tokens[at]!;
    at += 1;
    if (token === '&' || token === '!') return ahead(element(tight), token === '&');
    if (token === '_') return element(true);
    if (token.endsWith('=')) return suffixed(named(token.slice(0, -1), bare(tokens[at++]!, tight)));
    return suffixed(bare(token, tight));
  };
  const bare = (token: string, tight: boolean): Step => {
    if (token === '_') return bare(tokens[at++]!, true);
    if (token === '(') {
      const inner = group();
      at += 1;
      return inner;
    }
    if (token === 'ANY' || token === 'MOST') return words(token === 'MOST');
    return /^[A-Z]/.test(token) ? shape(token, tight) : role(token, tight);
  };
  const suffixed = (step: Step): Step => {
    const sign = tokens[at];
    if (sign === '?' || sign === '*' || sign === '+') {
      at += 1;
      return repeated(step, sign === '+' ? 1 : 0, sign === '?' ? 1 : 8);
    }
    return step;
  };
  return group();
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
