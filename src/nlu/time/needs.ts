/** What a text must hold for a pattern to match in it: asked first, it saves most patterns from being tried at all. */

/** Pairs of a place in `Marks` and bits there, of which one must be set. */
export type Needs = readonly number[];
/** The characters of a text, small letters for capitals; a few share a bit. */
export type Marks = Int32Array;

const WORDS = 16;
const BITS = WORDS * 32 - 1;
const wordOf = (code: number): number => (code & BITS) >> 5;
const bitOf = (code: number): number => 1 << (code & 31);

export function marksOf(text: string): Marks {
  const marks = new Int32Array(WORDS);
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i += 1) {
    const code = lower.charCodeAt(i);
    marks[wordOf(code)]! |= bitOf(code);
  }
  return marks;
}

export function mayMatch(needs: Needs | null, marks: ArrayLike<number>): boolean {
  if (needs === null) return true;
  for (let i = 0; i < needs.length; i += 2) if ((marks[needs[i]!]! & needs[i + 1]!) !== 0) return true;
  return false;
}

/** More of them say little, and cost as much as trying. */
const MOST = 60;

/** Of what every match has in it, the rarest; null: nothing that helps. */
export function needsOf(source: string): Needs | null {
  const chars = new Walk(source).choice();
  if (chars === null || chars.size > MOST) return null;
  const words = new Map<number, number>();
  for (const char of chars) {
    const code = char.toLowerCase().charCodeAt(0);
    words.set(wordOf(code), (words.get(wordOf(code)) ?? 0) | bitOf(code));
  }
  return [...words].flat();
}

/** By the source: a pattern that is written where it is used is another object each time. */
const known = new Map<string, Needs | null>();

/** Whether it is worth trying a pattern on a text with these characters. */
export function mayFind({ source }: RegExp, marks: Marks): boolean {
  let needs = known.get(source);
  if (needs === undefined) {
    needs = needsOf(source);
    known.set(source, needs);
  }
  return mayMatch(needs, marks);
}

type Chars = ReadonlySet<string>;

const DIGITS: Chars = new Set('0123456789');
const OPENING = /\(\?(?:[:=]|<=|<[a-zA-Z]+>)/y;
const REFUSING = /\(\?<?!/y;
const OPTIONAL = /[?*]|\{0?,/y;
const QUANTIFIER = /(?:[?*+]|\{\d*(?:,\d*)?\})\??/y;

/** How little it says that one of them is there. */
function weight(chars: Chars): number {
  let sum = 0;
  for (const char of chars) sum += DIGITS.has(char) ? 100 : char === ' ' ? 500 : /[a-z]/i.test(char) ? 10 : 1;
  return sum;
}

/** Walks over a regular expression once. */
class Walk {
  private i = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Alternatives up to a closing bracket or the end: each must have some. */
  choice(): Chars | null {
    let all: Set<string> | null = new Set();
    do {
      const one = this.sequence();
      if (one === null) all = null;
      else if (all) for (const char of one) all.add(char);
    } while (this.take('|'));
    return all;
  }

  private sequence(): Chars | null {
    let best: Chars | null = null;
    while (this.i < this.source.length && this.source[this.i] !== '|' && this.source[this.i] !== ')') {
      const chars = this.item();
      const optional = this.matches(OPTIONAL) !== null;
      const quantifier = this.matches(QUANTIFIER);
      this.i += quantifier?.length ?? 0;
      if (chars !== null && !optional && (best === null || weight(chars) < weight(best))) best = chars;
    }
    return best;
  }

  private item(): Chars | null {
    const char = this.source[this.i]!;
    if (char === '(') return this.group();
    this.i += 1;
    if (char === '[') return this.charClass();
    if (char === '\\') return this.escape();
    return char === '.' || char === '^' || char === '$' ? null : new Set(char);
  }

  private group(): Chars | null {
    const refusing = this.matches(REFUSING);
    this.i += (refusing ?? this.matches(OPENING) ?? '(').length;
    const chars = this.choice();
    this.take(')');
    return refusing === null ? chars : null;
  }

  private charClass(): Chars | null {
    const chars = new Set<string>();
    let open = this.take('^');
    while (this.source[this.i] !== ']') {
      const from = this.classChar();
      if (from === null) open = true;
      else for (const char of from) chars.add(char);
      if (this.source[this.i] !== '-' || this.source[this.i + 1] === ']') continue;
      this.i += 1;
      const to = this.classChar();
      if (from?.size !== 1 || to?.size !== 1) open = true;
      else {
        const last = [...to][0]!.charCodeAt(0);
        const first = [...from][0]!.charCodeAt(0);
        if (last - first > MOST) open = true;
        else for (let code = first; code <= last; code += 1) chars.add(String.fromCharCode(code));
      }
    }
    this.i += 1;
    return open ? null : chars;
  }

  private classChar(): Chars | null {
    const char = this.source[this.i]!;
    this.i += 1;
    return char === '\\' ? this.escape() : new Set(char);
  }

  /** Null for what stands for many characters, or for none. */
  private escape(): Chars | null {
    const char = this.source[this.i]!;
    this.i += 1;
    if (char === 'd') return DIGITS;
    if (char === 'n') return new Set('\n');
    if (char === 't') return new Set('\t');
    if (char === 'u' && this.source[this.i] !== '{') {
      this.i += 4;
      return new Set(String.fromCharCode(Number.parseInt(this.source.slice(this.i - 4, this.i), 16)));
    }
    if (char === 'k' || char === 'p' || char === 'P' || char === 'u') this.i = this.source.indexOf(char === 'k' ? '>' : '}', this.i) + 1;
    return /[a-zA-Z\d]/.test(char) ? null : new Set(char);
  }

  private matches(pattern: RegExp): string | null {
    pattern.lastIndex = this.i;
    return pattern.exec(this.source)?.[0] ?? null;
  }

  private take(char: string): boolean {
    if (this.source[this.i] !== char) return false;
    this.i += 1;
    return true;
  }
}
