/** The types that `@larksuiteoapi/node-sdk` ships, read as data: what it sends and expects, method by method and event by event. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A type as far as the SDK's declarations use them. */
export type Shape =
  | { is: 'string' | 'number' | 'boolean' | 'any' }
  | { is: 'literal'; value: string | number | boolean }
  | { is: 'list'; of: Shape }
  | { is: 'either'; of: Shape[] }
  | { is: 'object'; fields: Record<string, { shape: Shape; optional: boolean }> };

export interface SdkMethod {
  /** `data`, `params`, `path`; null: it takes nothing. */
  payload: Shape | null;
  answer: Shape;
}

/** `project/resource/apiName/version`, as the SDK's links name it. */
export type MethodName = string;

export interface SdkTypes {
  method(name: MethodName): SdkMethod | null;
  event(type: string): Shape | null;
  /** Names of all methods, and of all events. */
  methods: readonly MethodName[];
  events: readonly string[];
}

const LINK = /api-explorer\?project=([\w.]+)&resource=([\w.]+)&apiName=([\w.]+)&version=(\w+) click to debug/g;
const EVENT = /^ {4}"([\w.]+)"\?: \(data: /gm;

export function readSdkTypes(): SdkTypes {
  const main = createRequire(import.meta.url).resolve('@larksuiteoapi/node-sdk');
  const text = readFileSync(join(dirname(main), '../types/index.d.ts'), 'utf8');
  const methods = new Map<string, number>();
  for (const match of text.matchAll(LINK)) {
    const name = match.slice(1, 5).join('/');
    if (!methods.has(name)) methods.set(name, match.index);
  }
  const events = new Map<string, number>();
  for (const match of text.matchAll(EVENT)) events.set(match[1]!, match.index + match[0].length);
  return {
    methods: [...methods.keys()],
    events: [...events.keys()],
    method(name) {
      const from = methods.get(name);
      return from === undefined ? null : methodAt(text, text.indexOf('*/', from) + 2);
    },
    event(type) {
      const from = events.get(type);
      return from === undefined ? null : new Reader(text, from).type();
    },
  };
}

/** `create: (payload?: {…}, options?: …) => Promise<{…}>;` */
function methodAt(text: string, from: number): SdkMethod {
  const payloadAt = text.indexOf('(', from) + 1;
  const takes = text.startsWith('payload?: ', payloadAt);
  const payload = takes ? new Reader(text, payloadAt + 'payload?: '.length).type() : null;
  const answerAt = text.indexOf('=> Promise<', from) + '=> Promise<'.length;
  return { payload, answer: new Reader(text, answerAt).type() };
}

/** Reads one type of the generated declarations; throws at what it does not know. */
class Reader {
  private readonly text: string;
  private at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  type(): Shape {
    const of: Shape[] = [];
    do {
      const one = this.listed(this.single());
      if (one) of.push(one);
    } while (this.takes('|'));
    return of.length === 1 ? of[0]! : { is: 'either', of };
  }

  private single(): Shape | null {
    if (this.takes('{')) return this.object();
    if (this.takes('(')) {
      const inner = this.type();
      this.must(')');
      return inner;
    }
    const word = this.match(/"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|[\w$]+(?:\.[\w$]+)*/y);
    if (/^["']/.test(word)) return { is: 'literal', value: word.slice(1, -1) };
    if (/^-?\d/.test(word)) return { is: 'literal', value: Number(word) };
    if (word === 'true' || word === 'false') return { is: 'literal', value: word === 'true' };
    if (word === 'string' || word === 'number' || word === 'boolean') return { is: word };
    if (word === 'undefined' || word === 'null' || word === 'void') return null;
    if (word === 'Array') {
      this.must('<');
      const of = this.type();
      this.must('>');
      return { is: 'list', of };
    }
    if (this.takes('<')) {
      do this.type();
      while (this.takes(','));
      this.must('>');
    }
    return { is: 'any' };
  }

  private listed(shape: Shape | null): Shape | null {
    let listed = shape;
    while (this.takes('[]')) listed = { is: 'list', of: listed ?? { is: 'any' } };
    return listed;
  }

  private object(): Shape {
    const fields: Extract<Shape, { is: 'object' }>['fields'] = {};
    while (!this.takes('}')) {
      const key = this.match(/"[^"]+"|'[^']+'|[\w$]+|\[[^\]]+\]/y).replace(/^["']|["']$/g, '');
      const optional = this.takes('?');
      this.must(':');
      fields[key] = { shape: this.type(), optional };
      this.takes(';');
    }
    return { is: 'object', fields };
  }

  private match(pattern: RegExp): string {
    this.skip();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined)
      throw new Error(`the SDK's types are written in a way that is not known: ${this.text.slice(this.at, this.at + 60)}`);
    this.at += found.length;
    return found;
  }

  private takes(mark: string): boolean {
    this.skip();
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private must(mark: string): void {
    if (!this.takes(mark))
      throw new Error(`the SDK's types are written in a way that is not known: ${this.text.slice(this.at, this.at + 60)}`);
  }

  private skip(): void {
    const blank = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }
}
