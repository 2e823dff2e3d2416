import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPT = `import { build } from ${JSON.stringify(join(ROOT, 'src/build/build.mjs'))}; console.log(await build(process.cwd()));`;

let root: string;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** Whether something was built. */
const build = (): boolean =>
  execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { cwd: root, encoding: 'utf8' }) === 'true\n';

const run = (): string =>
  execFileSync(process.execPath, [join(root, 'dist/main.js')], { input: 'go', encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });

const versions = (): string[] => readdirSync(join(root, 'dist')).filter((name) => /^[0-9a-f]{12}$/.test(name));

/** A project as small as can be: two entries that share a file, loaded late, an SDK, a page. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'meeting-bot-build-'));
  write('package.json', '{ "type": "module" }');
  write('src/main.ts', `process.stderr.write('up'); for await (const _ of process.stdin) console.log((await import('./late.ts')).text);`);
  write('src/cli.ts', `console.log((await import('./late.ts')).text, process.argv[2]);`);
  write('src/late.ts', `export const text: string = 'one';`);
  write('src/sandbox/page/index.html', 'page one');
  write('src/sandbox/page/main.ts', `document.title = 'one';`);
  write('node_modules/@larksuiteoapi/node-sdk/lib/index.js', 'module.exports = {};');
  symlinkSync(join(ROOT, 'node_modules/esbuild'), join(root, 'node_modules/esbuild'), 'junction');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build', () => {
  it('is made when the sources, the page or the packages have changed, and not otherwise', () => {
    expect(build()).toBe(true);
    expect(run()).toBe('one\n');
    const first = statSync(join(root, 'dist/main.js')).mtimeMs;
    expect(build()).toBe(false);
    expect(statSync(join(root, 'dist/main.js')).mtimeMs).toBe(first);

    write('src/late.ts', `export const text: string = 'two';`);
    expect(build()).toBe(true);
    expect(run()).toBe('two\n');
    write('src/sandbox/page/index.html', 'page two');
    expect(build()).toBe(true);
    write('node_modules/.package-lock.json', '{}');
    expect(build()).toBe(true);

    write('src/late.ts', `export const text: string = 'one';`);
    write('src/sandbox/page/index.html', 'page one');
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(build()).toBe(false);
    expect(run()).toBe('one\n');
  });

  it('leaves a running bot every file, also what it has not loaded yet', async () => {
    build();
    const [old = ''] = versions();
    const bot = spawn(process.execPath, [join(root, 'dist/main.js')]);
    let said = '';
    bot.stdout.on('data', (chunk: Buffer) => (said += chunk));
    // Its output may still be on its way when it exits.
    const gone = new Promise((done) => bot.once('close', done));
    await new Promise((up) => bot.stderr.once('data', up));
    write('src/late.ts', `export const text: string = 'two';`);
    write('src/sandbox/page/index.html', 'page two');
    build();
    expect(run()).toBe('two\n');
    bot.stdin.end('go');
    await gone;
    expect(said).toBe('one\n');
    expect(readFileSync(join(root, 'dist', old, 'page/index.html'), 'utf8')).toBe('page one');
  });

  it('that fails changes nothing', () => {
    build();
    write('src/late.ts', 'export const text = ;');
    expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { cwd: root, stdio: 'pipe' })).toThrow(
      /Expression|Unexpected/,
    );
    expect(run()).toBe('one\n');
    expect(readdirSync(join(root, 'dist')).sort()).toEqual([...versions(), 'cli.js', 'main.js'].sort());
  });

  it('drops what is older than a day, but for the last few', () => {
    mkdirSync(join(root, 'dist'));
    const ages = [0.5, 2, 3, 4, 5];
    for (const [index, days] of ages.entries()) {
      const path = join(root, 'dist', String(index).repeat(12));
      mkdirSync(path);
      const at = Date.now() / 1000 - days * 86_400;
      utimesSync(path, at, at);
    }
    build();
    expect(ages.filter((_, index) => existsSync(join(root, 'dist', String(index).repeat(12))))).toEqual([0.5, 2, 3]);
    expect(run()).toBe('one\n');
  });
});

describe('the launcher', () => {
  it('hands its arguments to the entry and prints nothing of its own', () => {
    for (const file of ['build/build.mjs', 'build/run.mjs', 'build/sdk.mjs', 'build/vocabulary.mjs', 'sandbox/page/build.mjs'])
      write(`src/${file}`, readFileSync(join(ROOT, 'src', file), 'utf8'));
    const said = execFileSync(process.execPath, ['src/build/run.mjs', 'cli', 'parse'], { cwd: root, encoding: 'utf8' });
    expect(said).toBe('one parse\n');
  });
});
