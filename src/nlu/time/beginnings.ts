/** What a shape can begin with, so that it is only tried where that stands, and which groups it has. */

const QUANTIFIER = /[?*+]\??|\{(\d+)(?:,\d*)?\}\??/y;
const OPENING = /\?(?:(<?[=!])|:|<(\w+)>)/y;
const PLACEHOLDER = /\{(?:([a-zA-Z]+)=)?([a-z][a-zA-Z|-]*)\}/y;
const ANYTHING = 'wWSDp.';

export interface Beginning {
  first: string;
  /** It may match nothing. */
  empty: boolean;
}

/** A capturing group: what it is called, and the words or the piece in it. */
export interface Group {
  name: string | null;
  of: string | null;
}

export interface Analysis extends Beginning {
  groups: readonly Group[];
}

/** Walks over a template once; what a part can begin with counts while nothing before it had to match. */
class Walk {
  readonly found = new Set<string>();
  /** In order. */
  readonly groups: Group[] = [];
  any = false;
  private i = 0;
  private readonly source: string;
  private readonly begins: (name: string) => Beginning;

  constructor(source: string, begins: (name: string) => Beginning) {
    this.source = source;
    this.begins = begins;
  }

  /** Alternatives up to a closing bracket or the end. Answers whether they may match nothing. */
  choice(counts: boolean): boolean {
    let empty = false;
    do empty = this.sequence(counts) || empty;
    while (this.take('|'));
    return empty;
  }

  private sequence(counts: boolean): boolean {
    let empty = true;
    while (this.i < this.source.length && this.source[this.i] !== '|' && this.source[this.i] !== ')') {
      const nothing = this.item(counts && empty);
      const optional = this.quantifier();
      empty &&= nothing || optional;
    }
    return empty;
  }

  /** Whether what stands before it may be missing. */
  private quantifier(): boolean {
    const char = this.source[this.i];
    if (char !== '?' && char !== '*' && char !== '+' && char !== '{') return false;
    QUANTIFIER.lastIndex = this.i;
    const m = QUANTIFIER.exec(this.source);
    if (!m) return false;
    this.i += m[0].length;
    return char === '?' || char === '*' || m[1] === '0';
  }

  private item(counts: boolean): boolean {
    const char = this.source[this.i]!;
    this.i += 1;
    if (char === '(') return this.group(counts);
    if (char === '{') return this.placeholder(counts);
    if (char === '_') return true;
    if (char === '^' || char === '$') return true;
    if (char === '[') this.charClass(counts);
    else if (char === '\\') return this.escape(counts) === '';
    else this.add(char, counts);
    return false;
  }

  private placeholder(counts: boolean): boolean {
    PLACEHOLDER.lastIndex = this.i - 1;
    const m = PLACEHOLDER.exec(this.source);
    if (!m) throw new Error(`no name in braces: ${this.source}`);
    this.i += m[0].length - 1;
    if (m[1]) this.groups.push({ name: m[1], of: m[2]! });
    if (!counts) return false;
    const { first, empty } = this.begins(m[2]!);
    for (const one of first) this.found.add(one);
    return empty;
  }

  private group(counts: boolean): boolean {
    OPENING.lastIndex = this.i;
    const opening = this.source[this.i] === '?' ? OPENING.exec(this.source) : null;
    this.i += opening?.[0].length ?? 0;
    const around = opening?.[1] !== undefined;
    if (!opening || opening[2] !== undefined) this.groups.push({ name: opening?.[2] ?? null, of: null });
    const empty = this.choice(counts && !around);
    this.take(')');
    return empty || around;
  }

  private charClass(counts: boolean): void {
    if (this.take('^') && counts) this.any = true;
    while (this.source[this.i] !== ']') {
      const from = this.classChar(counts);
      if (this.source[this.i] !== '-' || this.source[this.i + 1] === ']' || from.length !== 1) continue;
      this.i += 1;
      const to = this.classChar(counts);
      if (!counts) continue;
      if (to.charCodeAt(0) - from.charCodeAt(0) > 100) this.any = true;
      else for (let code = from.charCodeAt(0); code < to.charCodeAt(0); code += 1) this.found.add(String.fromCharCode(code));
    }
    this.i += 1;
  }

  private classChar(counts: boolean): string {
    const char = this.source[this.i]!;
    this.i += 1;
    if (char === '\\') return this.escape(counts);
    if (counts) this.found.add(char);
    return char;
  }

  /** The characters that an escape stands for; empty for a border. */
  private escape(counts: boolean): string {
    const char = this.source[this.i]!;
    this.i += 1;
    if (char === 'b' || char === 'B') return '';
    if (char === 'u') {
      this.i += 4;
      return this.add(String.fromCharCode(Number.parseInt(this.source.slice(this.i - 4, this.i), 16)), counts);
    }
    if (char === 'd') return this.add('0123456789', counts);
    return char === 's' ? this.add(' \n\t', counts) : this.add(char, counts, ANYTHING.includes(char) && char !== '.');
  }

  private add(chars: string, counts: boolean, anything = chars === '.' && this.source[this.i - 2] !== '\\'): string {
    if (!counts) return chars;
    if (anything) this.any = true;
    else for (const char of chars) this.found.add(char);
    return chars;
  }

  private take(char: string): boolean {
    if (this.source[this.i] !== char) return false;
    this.i += 1;
    return true;
  }
}

/** `begins`: what the words or the piece of a name begin with. Throws where a match could begin with anything: such a shape would be tried at every place. */
export function analyse(template: string, begins: (name: string) => Beginning): Analysis {
  const walk = new Walk(template, begins);
  const empty = walk.choice(true);
  if (walk.any) throw new Error(`may begin with anything: ${template}`);
  return { first: [...walk.found].join(''), empty, groups: walk.groups };
}
