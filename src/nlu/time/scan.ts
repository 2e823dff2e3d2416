/** Runs recognisers over a text: at each place the longest match wins, then the scan goes on behind it. */

import type { Atom, Finding, Place, Said } from './atoms.ts';
import { type Marks, marksOf, mayMatch, type Needs } from './needs.ts';
import { mayOpen, type Openings, pairAt } from './openings.ts';
import type { Span } from './prepare.ts';
import type { Says } from './readers/readers.ts';

export interface Recogniser {
  name: string;
  says: Says;
  /** Characters that a match can begin with; letters in lower case. */
  first: string;
  /** Sticky, and linear: no quantifier inside a quantifier over the same characters. */
  pattern(): RegExp;
  /** What a text must hold for the pattern to match. */
  needs(): Needs | null;
  /** The first two characters of its matches. */
  opens(): Openings;
  /** Null: the pattern matched, but this is something else. `guarded` false: whatever stands beside it. */
  read(m: RegExpExecArray, place: Place, guarded?: boolean): Finding | null;
}

export interface Table {
  /** By the first character of a match. */
  by: ReadonlyMap<number, readonly Recogniser[]>;
  /** By the first two, as far as texts had them. */
  pairs: Map<number, readonly Recogniser[]>;
}

export function table(recognisers: readonly Recogniser[]): Table {
  const map = new Map<number, Recogniser[]>();
  for (const recogniser of recognisers) {
    for (const char of new Set(recogniser.first + recogniser.first.toUpperCase())) {
      const code = char.charCodeAt(0);
      const list = map.get(code);
      if (list) list.push(recogniser);
      else map.set(code, [recogniser]);
    }
  }
  return { by: map, pairs: new Map() };
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** A number that belongs to something else: v3, #3, ¥30, 1.2.3, 1,500. */
function numberInside(text: string, i: number): boolean {
  if (i === 0) return false;
  const before = text.charCodeAt(i - 1);
  if (isLetter(before)) return !(text[i - 1] === 'T' && i > 1 && isDigit(text.charCodeAt(i - 2)));
  if (isDigit(before)) return true;
  const char = text[i - 1]!;
  if ('#$¥€£№_'.includes(char)) return true;
  if (i === 1) return false;
  const further = text.charCodeAt(i - 2);
  if (char === '.') return isDigit(further) || isLetter(further);
  if (char === '/' || char === ':') return isDigit(further);
  return char === ',' && isDigit(further) && /^\d{3}(?!\d)/.test(text.slice(i, i + 4));
}

/** Steps over a whole word or number, so that nothing is recognised inside it. */
function skip(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (isLetter(code)) {
    let k = i + 1;
    while (k < text.length && isLetter(text.charCodeAt(k))) k += 1;
    return k;
  }
  if (isDigit(code)) {
    let k = i + 1;
    while (k < text.length && isDigit(text.charCodeAt(k))) k += 1;
    return k;
  }
  return i + 1;
}

/** What is found at one place, the longest of it; null: nothing. */
interface Found {
  said: Said & { also?: Said };
  to: number;
  by: string;
}

/** What was found in the texts that were read last, place by place: a message is read again with other stretches blocked. */
interface Known {
  text: string;
  rules: Table;
  marks: Marks;
  /** By the first two characters: those that may match in this text. */
  worth: Map<number, readonly Recogniser[]>;
  places: (Found | null | undefined)[];
}
const KEPT = 8;
const known: Known[] = [];

function knownOf(text: string, rules: Table): Known {
  for (const one of known) if (one.text === text && one.rules === rules) return one;
  const made: Known = { text, rules, marks: marksOf(text), worth: new Map(), places: [] };
  known.unshift(made);
  if (known.length > KEPT) known.pop();
  return made;
}

function worthTrying({ text, rules, marks, worth }: Known, at: number): readonly Recogniser[] {
  const pair = pairAt(text, at);
  let list = worth.get(pair);
  if (!list) {
    list = openingWith(rules, pair).filter((one) => mayMatch(one.needs(), marks));
    worth.set(pair, list);
  }
  return list;
}

/** Texts in all scripts have more pairs than anybody wants to remember. */
const MOST_PAIRS = 4000;

/** Those that may match there, by the first two characters. */
export function openingWith({ by, pairs }: Table, pair: number): readonly Recogniser[] {
  let list = pairs.get(pair);
  if (!list) {
    list = (by.get(Math.floor(pair / 0x10000)) ?? []).filter((one) => mayOpen(one.opens(), pair));
    if (pairs.size >= MOST_PAIRS) pairs.clear();
    pairs.set(pair, list);
  }
  return list;
}

/** The longest match that begins at `i` and ends no later than `end`. */
function longestAt(of: Known, i: number, end: number): Found | null {
  const { text } = of;
  let best: Found | null = null;
  for (const recogniser of worthTrying(of, i)) {
    const pattern = recogniser.pattern();
    pattern.lastIndex = i;
    const m = pattern.exec(text);
    if (!m || m[0].length === 0) continue;
    const to = i + m[0].length;
    if ((best && to <= best.to) || to > end) continue;
    const said = recogniser.read(m, { text, from: i, to });
    if (said) best = { said, to, by: recogniser.name };
  }
  return best;
}

export function scan(text: string, rules: Table, blocked: readonly Span[]): Atom[] {
  const of = knownOf(text, rules);
  const { places } = of;
  const atoms: Atom[] = [];
  let i = 0;
  let wall = 0;
  while (i < text.length) {
    while (wall < blocked.length && blocked[wall]!.to <= i) wall += 1;
    const block = blocked[wall];
    if (block && block.from <= i) {
      i = Math.max(i + 1, block.to);
      continue;
    }
    const code = text.charCodeAt(i);
    let best = rules.by.has(code) ? places[i] : null;
    if (best === undefined) {
      best = beginsInside(text, i, code) ? null : longestAt(of, i, text.length);
      places[i] = best;
    }
    // Of what is longest without the wall, something shorter may end before it.
    if (best && block && best.to > block.from) best = longestAt(of, i, block.from);
    if (best) {
      const { said, to, by } = best;
      atoms.push({ ...said, from: i, to, by });
      if (said.also) atoms.push({ ...said.also, from: to, to, by });
      i = to;
    } else {
      i = skip(text, i);
    }
  }
  return atoms;
}

/** Within a number or a word that is something else. */
function beginsInside(text: string, i: number, code: number): boolean {
  if (isDigit(code)) return numberInside(text, i);
  return isLetter(code) && i > 0 && (code | 32) !== 122 && /[A-Za-z0-9_]/.test(text[i - 1]!);
}
