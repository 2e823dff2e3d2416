/** Runs recognisers over a text: at each place the longest match wins, then the scan goes on behind it. */
import type { Atom, Finding, Place, Said } from './atoms.ts';
import type { Span } from './prepare.ts';
import type { Says } from './readers/readers.ts';

export interface Recogniser {
  name: string;
  says: Says;
  /** Characters that a match can begin with; letters in lower case. */
  first: string;
  /** Sticky, and linear: no quantifier inside a quantifier over the same characters. */
  pattern(): RegExp;
  /** Null: the pattern matched, but this is something else. `guarded` false: whatever stands beside it. */
  read(m: RegExpExecArray, place: Place, guarded?: boolean): Finding | null;
}

export type Table = ReadonlyMap<number, readonly Recogniser[]>;

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
  return map;
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

export function scan(text: string, rules: Table, blocked: readonly Span[]): Atom[] {
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
    const inside = isDigit(code)
      ? numberInside(text, i)
      : isLetter(code) && i > 0 && (code | 32) !== 122 && /[A-Za-z0-9_]/.test(text[i - 1]!);
    const list = inside ? undefined : rules.get(code);
    let best: Atom | null = null;
    let also: Said | undefined;
    if (list) {
      for (const recogniser of list) {
        const pattern = recogniser.pattern();
        pattern.lastIndex = i;
        const m = pattern.exec(text);
        if (!m || m[0].length === 0) continue;
        const end = i + m[0].length;
        if (best && end <= best.to) continue;
        const said = recogniser.read(m, { text, from: i, to: end });
        if (!said) continue;
        if (block && end > block.from) continue;
        ({ also } = said);
        best = { ...said, from: i, to: end, by: recogniser.name };
      }
    }
    if (best) {
      atoms.push(best);
      if (also) atoms.push({ ...also, from: best.to, to: best.to, by: best.by });
      i = best.to;
    } else {
      i = skip(text, i);
    }
  }
  return atoms;
}
