import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Who may import whom. A place not listed here (app, main, cli, …) wires things together and may import all. */
const MAY: Record<string, string[]> = {
  domain: ['domain'],
  calendar: ['domain', 'calendar'],
  text: ['domain', 'text', 'calendar'],
  'nlu/time': ['domain', 'calendar', 'nlu/time', 'nlu/locales', 'nlu/lexicon/lexeme'],
  nlu: ['domain', 'calendar', 'nlu'],
  card: ['domain', 'calendar', 'card', 'text'],
  meeting: ['domain', 'calendar', 'meeting'],
  conversation: ['domain', 'conversation'],
  bot: ['domain', 'bot', 'nlu', 'card', 'text', 'conversation', 'meeting'],
  queue: ['domain', 'queue', 'store/db'],
  store: ['domain', 'store', 'meeting/ports'],
  feishu: ['domain', 'feishu', 'meeting/ports'],
  observability: ['observability'],
  sandbox: ['sandbox'],
};

const PURE = ['domain', 'nlu', 'card', 'text', 'conversation', 'meeting'];

/** Only these start something; everything else has a room. */
const AT_ROOT = ['cli.ts', 'main.ts'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(sep).join('/'), code: readFileSync(join(SRC, file), 'utf8') }));

const within = (file: string, place: string): boolean => file.startsWith(`${place}/`);

const imports = (file: string, code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\b[^'";]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)].map((match) =>
    relative(SRC, resolve(SRC, dirname(file), match[1] ?? match[2] ?? ''))
      .split(sep)
      .join('/')
      .replace(/\.tsx?$/, ''),
  );

describe('the shape of the code', () => {
  it.each(Object.keys(MAY))('%s imports only what it may', (name) => {
    const allowed = MAY[name] ?? [];
    const wrong = files
      .filter(({ file }) => within(file, name))
      .flatMap(({ file, code }) =>
        imports(file, code)
          .filter((target) => !allowed.some((one) => target === one || target.startsWith(`${one}/`)))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(PURE)('%s has no clock, no network and no environment', (name) => {
    const wrong = files
      .filter(({ file }) => within(file, name))
      .filter(({ code }) => /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random\(|\bfetch\(|from 'node:(?!crypto)/.test(code))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it('has no circle', () => {
    const graph = new Map(files.map(({ file, code }) => [file.replace(/\.tsx?$/, ''), imports(file, code)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (at: string, way: string[]): void => {
      if (way.includes(at)) circles.push([...way.slice(way.indexOf(at)), at].join(' → '));
      if (done.has(at) || way.includes(at)) return;
      for (const next of graph.get(at) ?? []) walk(next, [...way, at]);
      done.add(at);
    };
    for (const file of graph.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('has no loose file at the root', () => {
    expect(
      files
        .map(({ file }) => file)
        .filter((file) => !file.includes('/'))
        .sort(),
    ).toEqual(AT_ROOT);
  });

  it('has no barrels: no file passes on what another one exports', () => {
    expect(files.filter(({ code }) => /^export (?:\*|\{[^}]*\}|type \{[^}]*\}) from /m.test(code)).map(({ file }) => file)).toEqual([]);
  });
});
