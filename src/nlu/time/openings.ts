/**
 * The first two characters that a match of a pattern may have: asked first, they save most patterns from being tried at a
 * place. A run of digits counts as one character, `0`; whatever is a space, as ` `.
 */

/** Any character. */
const ANY = '\uffff';
const DIGIT = '0';
const SPACE = ' ';
/** More of them say little. */
const MOST = 1500;
/** A range of more characters is any character. */
const WIDEST = 100;
const BETWEEN = '\n';

/** Pairs, each between line breaks; null: it may begin with anything. */
export type Openings = string | null;

const IS_DIGIT = /\d/;
const IS_SPACE = /\s/;
const classOf = (char: string): string => (IS_DIGIT.test(char) ? DIGIT : IS_SPACE.test(char) ? SPACE : char.toLowerCase());

/** `source` of a pattern that ignores case. */
export function openingsOf(source: string): Openings {
  const found = new Walk(source).choice();
  if (found.size > MOST) return null;
  const pairs = new Set<string>();
  for (const one of found) {
    if (one === '' || one[0] === ANY) return null;
    pairs.add(one.length === 1 ? one + ANY : one);
  }
  return `${BETWEEN}${[...pairs].join(BETWEEN)}${BETWEEN}`;
}

/** Two characters as a number, the second behind a run of digits; what ends the text is followed by anything. */
export function pairAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  let next = at + 1;
  if (first >= 48 && first <= 57) while (next < text.length && text.charCodeAt(next) >= 48 && text.charCodeAt(next) <= 57) next += 1;
  return first * 0x10000 + (next < text.length ? text.charCodeAt(next) : 0xffff);
}

export function mayOpen(openings: Openings, pair: number): boolean {
  if (openings === null || (pair & 0xffff) === 0xffff) return true;
  const first = classOf(String.fromCharCode(pair >>> 16));
  const second = classOf(String.fromCharCode(pair & 0xffff));
  const has = (one: string): boolean => openings.includes(`${BETWEEN}${first}${one}${BETWEEN}`);
  return has(second) || has(ANY);
}

type Beginnings = ReadonlySet<string>;

const NOTHING: Beginnings = new Set(['']);
const ANYTHING: Beginnings = new Set([ANY]);

const isFull = (one: string): boolean => one.length === 2 || one[0] === ANY;

function joined(heads: Beginnings, tails: Beginnings): Beginnings {
  const all = new Set<string>();
  for (const head of heads) {
    if (isFull(head)) all.add(head);
    else for (const tail of tails) all.add(head === DIGIT && tail[0] === DIGIT ? tail : (head + tail).slice(0, 2));
    if (all.size > MOST) return ANYTHING;
  }
  return all;
}

const QUANTIFIER = /(?:[?*+]|\{(\d*)(,?)(\d*)\})\??/y;
const ASSERTS = /\(\?<?[!=]/y;
const OPENING = /\((?:\?(?::|<[a-zA-Z]+>))?/y;

/** Walks over a regular expression once. */
class Walk {
  private i = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  choice(): Beginnings {
    const all = new Set<string>();
    do for (const one of this.sequence()) all.add(one);
    while (this.take('|'));
    return all;
  }

  private sequence(): Beginnings {
    let all = NOTHING;
    while (this.i < this.source.length && this.source[this.i] !== '|' && this.source[this.i] !== ')') {
      const one = this.item();
      all = joined(all, this.repeated(one));
    }
    return all;
  }

  private repeated(one: Beginnings): Beginnings {
    QUANTIFIER.lastIndex = this.i;
    const sign = QUANTIFIER.exec(this.source);
    if (!sign) return one;
    this.i += sign[0].length;
    const char = sign[0][0];
    const once = char === '?' || (char === '{' && sign[1] !== '' && Number(sign[3] || (sign[2] ? 2 : sign[1])) <= 1);
    const more = once ? one : joined(one, new Set([...one, '']));
    return char === '?' || char === '*' || sign[1] === '0' ? new Set([...more, '']) : more;
  }

  private item(): Beginnings {
    const char = this.source[this.i]!;
    if (char === '(') return this.group();
    this.i += 1;
    if (char === '[') return this.charClass();
    if (char === '\\') return this.escape();
    if (char === '^' || char === '$') return NOTHING;
    return char === '.' ? ANYTHING : new Set([classOf(char)]);
  }

  private group(): Beginnings {
    const asserts = this.matched(ASSERTS);
    if (asserts === null) this.matched(OPENING);
    const all = this.choice();
    this.take(')');
    return asserts === null ? all : NOTHING;
  }

  private charClass(): Beginnings {
    let all: Set<string> = new Set();
    let any = this.take('^');
    while (this.source[this.i] !== ']') {
      const from = this.classChar();
      for (const one of from) all.add(one);
      if (this.source[this.i] !== '-' || this.source[this.i + 1] === ']') continue;
      this.i += 1;
      const to = [...this.classChar()][0]!;
      const first = [...from][0]!;
      // Digits stand for each other, and letters for their capitals.
      for (let code = first.charCodeAt(0); code <= to.charCodeAt(0) && !any; code += 1) {
        any ||= code - first.charCodeAt(0) > WIDEST;
        all.add(classOf(String.fromCharCode(code)));
      }
    }
    this.i += 1;
    if (any || all.has(ANY)) all = new Set([ANY]);
    return all;
  }

  private classChar(): Beginnings {
    const char = this.source[this.i]!;
    this.i += 1;
    return char === '\\' ? this.escape() : new Set([classOf(char)]);
  }

  private escape(): Beginnings {
    const char = this.source[this.i]!;
    this.i += 1;
    if (char === 'd') return new Set([DIGIT]);
    if (char === 's') return new Set([SPACE]);
    if (char === 'b' || char === 'B') return NOTHING;
    if (char === 'u' && this.source[this.i] !== '{') {
      this.i += 4;
      return new Set([classOf(String.fromCharCode(Number.parseInt(this.source.slice(this.i - 4, this.i), 16)))]);
    }
    if (char === 'p' || char === 'P' || char === 'u') this.i = this.source.indexOf('}', this.i) + 1;
    return /[a-zA-Z\d]/.test(char) ? ANYTHING : new Set([classOf(char)]);
  }

  private matched(pattern: RegExp): string | null {
    pattern.lastIndex = this.i;
    const found = pattern.exec(this.source)?.[0] ?? null;
    this.i += found?.length ?? 0;
    return found;
  }

  private take(char: string): boolean {
    if (this.source[this.i] !== char) return false;
    this.i += 1;
    return true;
  }
}
