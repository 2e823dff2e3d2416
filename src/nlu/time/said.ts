/** The groups of a match, by what they are called in the shape, and what their words are worth. */
import type { Worth } from '../lexicon/lexeme.ts';
import type { Numerals } from './numerals.ts';

type Table = ReadonlyMap<string, Worth>;

/** Where a group of the shape stands in the match, and the words that it is worth something by; null: a number. */
export interface Slot {
  index: number;
  table: Table | null;
}

function lookUp(table: Table | null, text: string): Worth | undefined {
  if (!table) return undefined;
  const word = text.toLowerCase();
  const known = table.get(word);
  return known === undefined ? table.get(word.replace(/[\s-]+/g, ' ')) : known;
}

export class Said {
  readonly words: string;
  private readonly match: RegExpExecArray;
  private readonly slots: ReadonlyMap<string, readonly Slot[]>;
  private readonly fixed: Readonly<Record<string, Worth>>;
  private readonly numerals: Numerals;

  constructor(
    match: RegExpExecArray,
    slots: ReadonlyMap<string, readonly Slot[]>,
    fixed: Readonly<Record<string, Worth>>,
    numerals: Numerals,
  ) {
    this.words = match[0];
    this.match = match;
    this.slots = slots;
    this.fixed = fixed;
    this.numerals = numerals;
  }

  private find(name: string): { text: string; table: Table | null } | null {
    for (const { index, table } of this.slots.get(name) ?? []) {
      const text = this.match[index];
      if (text !== undefined) return { text, table };
    }
    return null;
  }

  has(name: string): boolean {
    return this.find(name) !== null || (this.fixed[name] ?? null) !== null;
  }

  text(name: string): string | null {
    return this.find(name)?.text ?? null;
  }

  worth(name: string): Worth {
    const found = this.find(name);
    if (!found) return this.fixed[name] ?? null;
    return lookUp(found.table, found.text) ?? null;
  }

  /** NaN where it is no number, null where nothing was said. `about`: of 两三 the greater. */
  num(name: string, about = false): number | null {
    const found = this.find(name);
    if (!found) {
      const fixed = this.fixed[name];
      return typeof fixed === 'number' ? fixed : null;
    }
    const worth = lookUp(found.table, found.text);
    if (typeof worth === 'number' || worth === null) return worth;
    return about ? this.numerals.readAbout(found.text) : this.numerals.read(found.text);
  }

  /** What each word of a list is worth, in order: 一三五, Monday and Thursday. */
  all(name: string): Worth[] {
    const found = this.find(name);
    if (!found?.table) return [];
    const text = found.text.toLowerCase();
    const out: Worth[] = [];
    for (let i = 0; i < text.length; ) {
      let best = '';
      for (const word of found.table.keys()) if (word.length > best.length && text.startsWith(word, i)) best = word;
      if (best) out.push(found.table.get(best) ?? null);
      i += best.length || 1;
    }
    return out;
  }

  /** The numbers of a list that something else stands between: 8号、15号. */
  numbers(name: string): number[] {
    const out: number[] = [];
    let run = '';
    for (const char of `${this.text(name) ?? ''} `) {
      if (/[a-z\s]/i.test(char) || Number.isNaN(this.numerals.read(run + char))) {
        if (run) out.push(this.numerals.read(run));
        run = '';
      } else run += char;
    }
    return out;
  }
}
