import { type Hit, type Lexeme, type Worth, wordsOf } from './lexeme.ts';

interface Entry {
  lexeme: Lexeme;
  role: string;
  word: string;
  worth: Worth;
  /** Begins, ends with a letter of a script whose words stand apart. */
  opensWord: boolean;
  closesWord: boolean;
  notAfter: readonly string[];
  notBefore: readonly string[];
}

interface Node {
  /** The only letter that goes on from here, and where it leads; behind a fork all of them are in `next`. */
  code: number;
  only: Node | null;
  next: Map<number, Node> | null;
  entries: Entry[] | null;
}

export type Scan = (text: string) => Hit[];

/** Words of a lexeme that scans leave out as long as they stand here; for trying what a lexicon is without them. */
export interface LeftOut {
  lexeme: Lexeme | null;
  words: ReadonlySet<string>;
}

const LATIN = /[\p{Script=Latin}\p{N}_]/u;
const ASCII: readonly boolean[] = Array.from({ length: 128 }, (_, code) => LATIN.test(String.fromCharCode(code)));
const isLatin = (char: string): boolean => ASCII[char.charCodeAt(0)] ?? LATIN.test(char);

const SPACE = 32;
/** A line may break within a word of several words. */
const SPACES = new Set([SPACE, 9, 10, 13]);
const NONE = -1;
const NONE_OUT: LeftOut = { lexeme: null, words: new Set() };
const node = (): Node => ({ code: NONE, only: null, next: null, entries: null });
const after = (at: Node, code: number): Node | null => (at.code === code ? at.only : (at.next?.get(code) ?? null));

/** Where this letter leads, made when there is no way yet. */
function grow(at: Node, code: number): Node {
  const known = after(at, code);
  if (known) return known;
  const made = node();
  if (at.code === NONE) [at.code, at.only] = [code, made];
  else {
    at.next ??= new Map([[at.code, at.only!]]);
    at.next.set(code, made);
  }
  return made;
}

/**
 * One walk over the text finds every word of the lexicon, whatever its role; of one role only the longest at each place.
 * Case does not matter; hits come in the order of the text, longer ones first.
 */
export function createScan(lexicon: readonly Lexeme[], leftOut: Readonly<LeftOut> = NONE_OUT): Scan {
  const roots = createRoots(lexicon);
  return (text) => {
    const lower = text.toLowerCase();
    // A letter whose lower case has another length (İ) would shift every place behind it.
    const read = lower.length === text.length ? lower : text;
    const hits: Hit[] = [];
    for (let from = 0; from < read.length; from += 1) {
      const root = roots(read.charCodeAt(from));
      if (!root) continue;
      const found = wordsAt(root, read, from, leftOut);
      for (let i = found.length - 1; i >= 0; i -= 1) {
        const { entry, to } = found[i]!;
        if (hasLonger(found, i)) continue;
        hits.push({ role: entry.role, word: entry.word, worth: entry.worth, from, to });
      }
    }
    return hits;
  };
}

/** Of its role a longer word was found at the same place. */
function hasLonger(found: readonly Found[], at: number): boolean {
  const { role } = found[at]!.entry;
  for (let i = at + 1; i < found.length; i += 1) if (found[i]!.entry.role === role) return true;
  return false;
}

/** Where the words with this first letter begin. They are put in order when a text first has the letter: most letters are rare. */
function createRoots(lexicon: readonly Lexeme[]): (code: number) => Node | null {
  let waiting: Map<number, Worded[]> | null = null;
  const spellings = createSpellings(lexicon);
  const roots = new Map<number, Node | null>();
  return (code) => {
    const known = roots.get(code);
    if (known !== undefined) return known;
    waiting ??= byFirstLetter(lexicon);
    const words = waiting.get(code);
    const root = words ? node() : null;
    if (words && root) for (const one of words) for (const spelling of spellings(one)) plant(root, one, spelling);
    waiting.delete(code);
    roots.set(code, root);
    return root;
  };
}

interface Worded {
  lexeme: Lexeme;
  word: string;
  worth: Worth;
}

function byFirstLetter(lexicon: readonly Lexeme[]): Map<number, Worded[]> {
  const found = new Map<number, Worded[]>();
  for (const lexeme of lexicon) {
    for (const [word, worth] of wordsOf(lexeme)) {
      const code = word.charAt(0).toLowerCase().charCodeAt(0);
      const list = found.get(code);
      if (list) list.push({ lexeme, word, worth });
      else found.set(code, [{ lexeme, word, worth }]);
    }
  }
  return found;
}

/** As it is typed; without what people leave out as well, unless that is a word of its own. */
function createSpellings(lexicon: readonly Lexeme[]): (one: Worded) => readonly string[] {
  const listed = new Map<string, ReadonlySet<string>>();
  const wordsIn = (role: string): ReadonlySet<string> => {
    const words =
      listed.get(role) ??
      new Set(
        lexicon
          .filter((one) => one.role === role)
          .flatMap(wordsOf)
          .map(([word]) => word.toLowerCase()),
      );
    listed.set(role, words);
    return words;
  };
  return ({ lexeme, word }) => {
    const typed = lexeme.drops ? word.replace(lexeme.drops, '') : word;
    return typed === word || wordsIn(lexeme.role).has(typed.toLowerCase()) ? [word] : [word, typed];
  };
}

function plant(root: Node, { lexeme, word, worth }: Worded, spelling: string): void {
  let at = root;
  const lower = spelling.toLowerCase();
  for (let i = 0; i < lower.length; i += 1) at = grow(at, lower.charCodeAt(i));
  const [opensWord, closesWord] = [isLatin(spelling.charAt(0)), isLatin(spelling.charAt(spelling.length - 1))];
  const guards = { notAfter: lowered(lexeme.notAfter), notBefore: lowered(lexeme.notBefore) };
  at.entries ??= [];
  for (const role of [lexeme.role, ...(lexeme.also ?? [])])
    at.entries.push({ lexeme, role, word, worth, opensWord, closesWord, ...guards });
}

const UNGUARDED: readonly string[] = [];
const lowered = (words: readonly string[] = UNGUARDED): readonly string[] =>
  words.length === 0 ? UNGUARDED : words.map((word) => word.toLowerCase());

interface Found {
  entry: Entry;
  to: number;
}

const NOTHING: readonly Found[] = [];

/** The words that begin here and are allowed to stand here, shortest first. */
function wordsAt(root: Node, text: string, from: number, leftOut: Readonly<LeftOut>): readonly Found[] {
  let found: Found[] | null = null;
  let at: Node | null = root;
  let to = from;
  while (at) {
    if (at.entries)
      for (const entry of at.entries) {
        if (!stands(entry, text, from, to) || (entry.lexeme === leftOut.lexeme && leftOut.words.has(entry.word))) continue;
        found ??= [];
        found.push({ entry, to });
      }
    if (to >= text.length) break;
    const space = to > from && SPACES.has(text.charCodeAt(to));
    at = after(at, space ? SPACE : text.charCodeAt(to));
    to += 1;
    if (space) while (at && SPACES.has(text.charCodeAt(to))) to += 1;
  }
  return found ?? NOTHING;
}

function stands({ opensWord, closesWord, notAfter, notBefore }: Entry, text: string, from: number, to: number): boolean {
  if (opensWord && isLatin(text.charAt(from - 1))) return false;
  if (closesWord && isLatin(text.charAt(to))) return false;
  return (
    (notAfter.length === 0 || !notAfter.some((word) => text.endsWith(word, from))) &&
    (notBefore.length === 0 || !notBefore.some((word) => text.startsWith(word, to)))
  );
}
