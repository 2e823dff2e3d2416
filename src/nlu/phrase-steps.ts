/** What a phrase is made of: each step goes on where the one before it ended. */
import { afterGap } from './after-gap.ts';
import type { Hit } from './lexicon/lexeme.ts';
import { SHAPES, type Shapes, STOPS } from './phrase-shapes.ts';
import type { Utterance } from './utterance.ts';

/** An element that was remembered: `hit` when it is a single word. */
export interface Part {
  from: number;
  to: number;
  hit?: Hit;
}

export interface Run {
  said: Utterance;
  shapes: Shapes | undefined;
  parts: Record<string, Part>;
  /** Steps that are left: a long text cannot make it slow. */
  fuel: number;
}

type Next = (at: number) => boolean;

export interface Step {
  run(run: Run, at: number, next: Next): boolean;
  /** The roles that it can begin with; null: anything. */
  first: ReadonlySet<string> | null;
  empty: boolean;
  /** Of each of these sets of roles a word must stand in the message, somewhere. */
  needs: readonly ReadonlySet<string>[];
}

const ANY_REACH = 40;

export function role(name: string, tight: boolean): Step {
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

export function shape(name: string, tight: boolean): Step {
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
export function words(most: boolean): Step {
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

export function sequence(steps: readonly Step[]): Step {
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
export function mayBegin(first: ReadonlySet<string> | null, said: Utterance, at: number): boolean {
  if (first === null) return true;
  for (const hit of said.hitsAt(afterGap(said.text, at))) if (first.has(hit.role)) return true;
  return false;
}

const union = (sets: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null =>
  sets.includes(null) ? null : new Set(sets.flatMap((one) => [...one!]));

export function choice(steps: readonly Step[]): Step {
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

export function repeated(step: Step, least: 0 | 1, most: number): Step {
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

export const ahead = (step: Step, wanted: boolean): Step => ({
  first: null,
  empty: true,
  needs: wanted ? step.needs : [],
  run: (run, at, next) => step.run(run, at, () => true) === wanted && next(at),
});

export const named = (name: string, step: Step): Step => ({
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
