/** Shapes and words become recognisers: patterns with what each of their groups is worth. */

import { type Lexeme, type Worth, wordsOf } from '../lexicon/lexeme.ts';
import type { Finding, Place } from './atoms.ts';
import { analyse, type Beginning, type Group } from './beginnings.ts';
import type { Cue, Guard, Piece, Shape, TimeLocale } from './locale.ts';
import { type Needs, needsOf } from './needs.ts';
import { createNumerals, type Numerals } from './numerals.ts';
import { type Openings, openingsOf } from './openings.ts';
import { type Read, readers } from './readers/readers.ts';
import { Said, type Slot } from './said.ts';
import type { Recogniser } from './scan.ts';

const PREFIX = 'time.';
const PLACEHOLDER = /\{(?:([a-zA-Z]+)=)?([a-z][a-zA-Z|-]*)\}/g;
/** A space between words, and a class of characters, in which a space is only itself. */
const SPACE = /\[(?:\\.|[^\]\\])*\]| (?!\?)/g;
const GAPS: Readonly<Record<string, string>> = { ' ': '\\s{1,3}', '[ -]': '(?:\\s{1,3}|-)' };
const NAMED = /\(\?<[a-zA-Z]+>/g;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

type Table = ReadonlyMap<string, Worth>;

/** The words of one language and the pieces that its shapes are made of. */
export class Vocabulary {
  private readonly lexemes: readonly Lexeme[];
  private readonly locale: Pick<TimeLocale, 'pieces' | 'spaced'>;
  private readonly cues: () => Readonly<Partial<Record<Cue, string>>>;
  private readonly expansions = new Map<string, string>();
  private readonly beginnings = new Map<string, Beginning>();
  private knownTables: ReadonlyMap<string, Table> | undefined;
  private knownNumerals: Numerals | undefined;

  /** Nothing is put in order before it is asked for: most of it follows from what the build has worked out. */
  constructor(
    words: readonly Lexeme[],
    locale: Pick<TimeLocale, 'pieces' | 'spaced'>,
    cues: () => Readonly<Partial<Record<Cue, string>>> = () => ({}),
  ) {
    this.lexemes = words;
    this.locale = locale;
    this.cues = cues;
  }

  private get tables(): ReadonlyMap<string, Table> {
    this.knownTables ??= tablesOf(this.lexemes);
    return this.knownTables;
  }

  get numerals(): Numerals {
    this.knownNumerals ??= createNumerals(this.all('number'), this.all('multiplier'), this.all('decimal'));
    return this.knownNumerals;
  }

  private all(prefix: string): Table {
    return new Map([...this.tables].filter(([name]) => name.startsWith(prefix)).flatMap(([, table]) => [...table]));
  }

  private table(name: string): Table {
    const table = this.tables.get(name);
    if (!table) throw new Error(`no words are called ${name}`);
    return table;
  }

  /** What the words of a placeholder are looked up in; null: a number. */
  worths(name: string): Table | null {
    const piece = this.piece(name);
    if (piece) return piece.worth ? this.table(piece.worth) : null;
    return name.includes('|') ? null : this.table(name);
  }

  private words(name: string): string[] {
    return name.split('|').flatMap((one) => [...this.table(one).keys()]);
  }

  private piece(name: string): Piece | undefined {
    const own = this.locale.pieces[name];
    if (own) return own;
    const cue = this.cues()[name as Cue];
    return cue === undefined ? undefined : { is: cue };
  }

  /** Words as alternatives, the longest first; nothing matches where all were taken away. */
  private alternatives(name: string): string {
    const words = this.words(name);
    if (words.length === 0) return '(?!)';
    if (words.every((word) => word.length === 1)) return `[${words.map(escaped).join('')}]`;
    const gap = this.locale.spaced ? '(?:\\s{1,3}|-)' : ' ?';
    return `(?:${words
      .sort((a, b) => b.length - a.length)
      .map((word) => escaped(word).replace(/ /g, gap))
      .join('|')})`;
  }

  private placeholder(name: string): string {
    let known = this.expansions.get(name);
    if (known === undefined) {
      const piece = this.piece(name);
      known = piece ? `(?:${this.expand(piece.is)})` : this.alternatives(name);
      this.expansions.set(name, known);
    }
    return known;
  }

  /** A template as the source of a regular expression; named groups and placeholders become groups in their order. */
  expand(template: string): string {
    return template
      .replace(NAMED, '(')
      .replace(PLACEHOLDER, (_all, group: string | undefined, name: string) =>
        group ? `(${this.placeholder(name)})` : this.placeholder(name),
      )
      .replace(/_/g, ' ?')
      .replace(SPACE, (found) => (this.locale.spaced ? (GAPS[found] ?? found) : found));
  }

  begins(name: string): Beginning {
    let known = this.beginnings.get(name);
    if (!known) {
      const piece = this.piece(name);
      known = piece
        ? analyse(piece.is, (inner) => this.begins(inner))
        : {
            first: this.words(name)
              .map((word) => word[0]!)
              .join(''),
            empty: false,
          };
      this.beginnings.set(name, known);
    }
    return known;
  }
}

function tablesOf(lexemes: readonly Lexeme[]): Map<string, Map<string, Worth>> {
  const tables = new Map<string, Map<string, Worth>>();
  for (const lexeme of lexemes) {
    const name = lexeme.role.slice(PREFIX.length);
    const table = tables.get(name) ?? new Map<string, Worth>();
    for (const [word, worth] of wordsOf(lexeme)) table.set(word, worth);
    tables.set(name, table);
  }
  return tables;
}

/** Made when it is first asked for: most messages need few of them. */
function lazily(make: () => string, flags: string): () => RegExp {
  let regex: RegExp | undefined;
  return () => {
    regex ??= new RegExp(make(), flags);
    return regex;
  };
}

/** A group may be named more than once: which one matched shows when it is asked for. */
function slotsOf(groups: readonly Group[], vocabulary: Vocabulary): Map<string, Slot[]> {
  const slots = new Map<string, Slot[]>();
  groups.forEach(({ name, of }, i) => {
    if (name === null) return;
    const slot = { index: i + 1, table: of === null ? null : vocabulary.worths(of) };
    const list = slots.get(name);
    if (list) list.push(slot);
    else slots.set(name, [slot]);
  });
  return slots;
}

type Check = (place: Place, words: string) => boolean;

const LETTERS: Record<NonNullable<Guard['letters']>, (words: string) => boolean> = {
  lower: (words) => words === words.toLowerCase(),
  capital: (words) => words !== words.toLowerCase(),
  mixed: (words) => words !== words.toUpperCase(),
};

function compileGuard(guard: Guard, vocabulary: Vocabulary): Check {
  const checks: Check[] = [];
  const at = (source: string | undefined, wrap: (inner: string) => string, wanted: boolean, where: (place: Place) => number): void => {
    if (source === undefined) return;
    const pattern = lazily(() => wrap(vocabulary.expand(source)), 'iy');
    checks.push((place) => {
      const regex = pattern();
      regex.lastIndex = where(place);
      return regex.test(place.text) === wanted;
    });
  };
  at(
    guard.after,
    (inner) => `(?<=${inner})`,
    true,
    (place) => place.from,
  );
  at(
    guard.notAfter,
    (inner) => `(?<=${inner})`,
    false,
    (place) => place.from,
  );
  at(
    guard.before,
    (inner) => `(?:${inner})`,
    true,
    (place) => place.to,
  );
  at(
    guard.notBefore,
    (inner) => `(?:${inner})`,
    false,
    (place) => place.to,
  );
  if (guard.letters !== undefined) {
    const fits = LETTERS[guard.letters];
    checks.push((_place, words) => fits(words));
  }
  for (const [source, wanted] of [
    [guard.words, true],
    [guard.notWords, false],
  ] as const) {
    if (source === undefined) continue;
    const pattern = lazily(() => vocabulary.expand(source), 'i');
    checks.push((_place, words) => pattern().test(words) === wanted);
  }
  return (place, words) => checks.every((check) => check(place, words));
}

function verdict(found: Finding | null, weak: boolean): Finding | null {
  return found && weak && 'weak' in found ? { ...found, weak: true } : found;
}

/** What follows from a shape and the words of its language alone. */
export interface Worked {
  first: string;
  groups: readonly Group[];
  needs: Needs | null;
  opens: Openings;
}

const analysed = (shape: Shape, vocabulary: Vocabulary): Pick<Worked, 'first' | 'groups'> => {
  const { first, groups } = analyse(shape.is, (name) => vocabulary.begins(name));
  // no match begins with a space: the scan stands on a word
  return { first: first.replace(/\s/g, ''), groups };
};

export function workOut(shape: Shape, vocabulary: Vocabulary): Worked {
  const source = vocabulary.expand(shape.is);
  return { ...analysed(shape, vocabulary), needs: needsOf(source), opens: openingsOf(source) };
}

/** `worked`: where it was worked out before. */
export function compileShape(shape: Shape, vocabulary: Vocabulary, worked?: Worked): Recogniser {
  const { first, groups } = worked ?? analysed(shape, vocabulary);
  const prepare = () => ({
    slots: slotsOf(groups, vocabulary),
    guards: (shape.unless ?? []).map((guard) => ({ holds: compileGuard(guard, vocabulary), makes: guard.makes ?? 'nothing' })),
  });
  let prepared: ReturnType<typeof prepare> | undefined;
  const read: Read = readers[shape.says];
  const fixed = shape.as ?? {};
  const pattern = lazily(() => vocabulary.expand(shape.is), 'iy');
  let needs = worked?.needs;
  let opens = worked?.opens;
  return {
    name: shape.name,
    says: shape.says,
    first,
    pattern,
    needs() {
      if (needs === undefined) needs = needsOf(pattern().source);
      return needs;
    },
    opens() {
      if (opens === undefined) opens = openingsOf(pattern().source);
      return opens;
    },
    read(m, place, guarded = true) {
      let weak = false;
      prepared ??= prepare();
      const { slots, guards } = prepared;
      if (guarded) {
        for (const { holds, makes } of guards) {
          if (!holds(place, m[0])) continue;
          if (makes === 'weak') weak = true;
          else if (makes === 'nothing') return null;
          else return makes === 'stop' ? { kind: 'stop' } : { kind: 'bad', problem: makes };
        }
      }
      return verdict(read(new Said(m, slots, fixed, vocabulary.numerals), place), weak);
    },
  };
}
