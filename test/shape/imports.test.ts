import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Who may import whom. A place not listed here (app, main, cli, …) wires things together and may import all. */
const MAY: Record<string, string[]> = {
  model: [],
  text: ['model', 'text', 'when/instant', 'meeting/ports'],
  when: ['model', 'when'],
  intent: ['model', 'intent', 'when'],
  card: ['model', 'card', 'text', 'when'],
  meeting: ['model', 'meeting', 'when'],
  queue: ['model', 'queue', 'store/db', 'meeting/ports'],
  store: ['model', 'store', 'meeting/ports'],
  feishu: ['model', 'feishu', 'meeting/ports'],
  watch: ['watch'],
  sandbox: ['sandbox'],
};

const PURE = ['model', 'when', 'intent', 'card', 'text', 'meeting'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: file.split(sep).join('/'), code: readFileSync(join(SRC, file), 'utf8') }));

const place = (file: string): string => file.replace(/\.ts$/, '').split('/')[0] ?? '';

const imports = (file: string, code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\b[^'";]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)].map((match) =>
    relative(SRC, resolve(SRC, dirname(file), match[1] ?? match[2] ?? ''))
      .split(sep)
      .join('/')
      .replace(/\.ts$/, ''),
  );

describe('the shape of the code', () => {
  it.each(Object.keys(MAY))('%s imports only what it may', (name) => {
    const allowed = MAY[name] ?? [];
    const wrong = files
      .filter(({ file }) => place(file) === name)
      .flatMap(({ file, code }) =>
        imports(file, code)
          .filter((target) => !allowed.some((one) => target === one || target.startsWith(`${one}/`)))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(PURE)('%s has no clock, no network and no environment', (name) => {
    const wrong = files
      .filter(({ file }) => place(file) === name)
      .filter(({ code }) => /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random\(|\bfetch\(|from 'node:(?!crypto)/.test(code))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it('has no barrels: no file passes on what another one exports', () => {
    expect(files.filter(({ code }) => /^export (?:\*|\{[^}]*\}|type \{[^}]*\}) from /m.test(code)).map(({ file }) => file)).toEqual([]);
  });
});
