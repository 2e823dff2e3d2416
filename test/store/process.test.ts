import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { tempDir } from './drivers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside node_modules, so that the bundle finds the packages it left out.
const script = join(root, `node_modules/.cache/store-child-${process.pid}.mjs`);
const clock = { now: Date.now };

beforeAll(async () => {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  await build({
    entryPoints: [join(root, 'test/store/child.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});

afterAll(() => rmSync(script, { force: true }));

/** Starts a process at `url` and waits for its first line. */
async function child(task: 'hold' | 'add', url: string, run = 0) {
  const process_: ChildProcess = spawn(process.execPath, [script, task, url, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void process_.kill('SIGKILL'));
  let text = '';
  const ended = new Promise<void>((resolve) => process_.once('close', () => resolve()));
  await new Promise<void>((resolve) => {
    process_.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve();
    });
    process_.once('close', () => resolve());
  });
  return {
    lines: () => text.split('\n').slice(0, -1),
    async kill() {
      process_.kill('SIGKILL');
      await ended;
    },
  };
}

describe('a second process at the same file', () => {
  it('is refused in words while the first lives, and may have it at once after kill -9', { timeout: 120_000 }, async () => {
    const path = join(tempDir(), 'bot.db');
    const first = await child('hold', `file:${path}`);
    expect(first.lines()).toEqual(['open']);
    await expect(openStore(`file:${path}`, clock)).rejects.toMatchObject({
      name: 'StoreError',
      fault: 'in_use',
      message: expect.stringContaining(path),
    });
    expect((await child('hold', `file:${path}`)).lines()[0]).toMatch(/^refused .*in use by another process.*DATABASE_URL/);
    await first.kill();
    const store = await openStore(`file:${path}`, clock);
    expect((await child('hold', `file:${path}`)).lines()[0]).toMatch(/^refused/);
    await store.close();
    const next = await child('hold', `file:${path}`);
    expect(next.lines()).toEqual(['open']);
    await next.kill();
  });
});

describe('kill -9 while events arrive', () => {
  it('loses nothing that was acknowledged, five times', { timeout: 180_000 }, async () => {
    const path = join(tempDir(), 'bot.db');
    const acknowledged: string[] = [];
    for (let run = 0; run < 5; run++) {
      const killed = await child('add', `file:${path}`, run);
      const before = killed.lines().length;
      await expect.poll(() => killed.lines().length, { interval: 1, timeout: 30_000 }).toBeGreaterThan(before + 50 + run * 37);
      await killed.kill();
      acknowledged.push(...killed.lines().filter((line) => line.startsWith('om_')));
      expect(readFileSync(path).length).toBeGreaterThan(0);
    }
    const store = await openStore(`file:${path}`, clock);
    onTestFinished(() => store.close());
    const stored = new Set((await store.db.read.selectFrom('jobs').select('id').execute()).map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(500);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  });
});
