/** The texts for running it in earnest do what they say: run where the program is there, else skipped by name. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/docs.ts';
import { freePort } from '../helpers/free-port.ts';
import { tempDir } from '../helpers/temp-dir.ts';

const FOLDER = join(ROOT, 'src/app/deploy');
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('the proxy passes the platform’s pushes, and nothing else', () => {
  const PROXIES: Record<string, { there: boolean; start(dir: string, port: number, bot: number): [command: string, args: string[]] }> = {
    'nginx.conf': {
      there: has('nginx', '-v'),
      start(dir, port, bot) {
        const server = text('nginx.conf')
          .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
          .replace(/^ *ssl_.*$/gm, '')
          .replace('127.0.0.1:3000', `127.0.0.1:${bot}`);
        const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${dir}/${one};`).join('\n');
        writeFileSync(
          join(dir, 'nginx.conf'),
          `pid ${dir}/pid;\nerror_log ${dir}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temp}\n${server}\n}\n`,
        );
        return ['nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir, '-e', join(dir, 'error.log'), '-g', 'daemon off;']];
      },
    },
    Caddyfile: {
      there: has('caddy', 'version'),
      start(dir, port, bot) {
        const site = text('Caddyfile').replace('bot.example.com', `http://127.0.0.1:${port}`).replace('127.0.0.1:3000', `127.0.0.1:${bot}`);
        writeFileSync(join(dir, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
        return ['caddy', ['run', '--config', join(dir, 'Caddyfile'), '--adapter', 'caddyfile']];
      },
    },
  };

  for (const [name, { there, start }] of Object.entries(PROXIES)) {
    it.skipIf(!there)(there ? name : `${name} (not installed)`, async () => {
      const seen: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
      const bot = createServer((request, response) => {
        seen.push({ url: request.url, headers: request.headers });
        response.end('{}');
      }).listen(0, '127.0.0.1');
      closers.push(() => bot.close());
      await new Promise((resolve) => bot.once('listening', resolve));
      const port = await freePort();
      const dir = tempDir('proxy');
      mkdirSync(join(dir, 'home'), { recursive: true });
      const [command, args] = start(dir, port, (bot.address() as AddressInfo).port);
      const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, HOME: join(dir, 'home') } });
      closers.push(() => child.kill('SIGTERM'));
      const ask = (path: string, method = 'POST'): Promise<number> =>
        fetch(`http://127.0.0.1:${port}${path}`, { method }).then(({ status }) => status);
      await expect.poll(() => ask('/webhook/event').catch(() => 0), { timeout: 30_000 }).toBe(200);
      expect(seen.at(-1)).toMatchObject({ url: '/webhook/event', headers: { 'x-forwarded-for': '127.0.0.1' } });
      const before = seen.length;
      for (const path of ['/', '/metrics', '/readyz', '/healthz', '/webhook/event/x', '/webhook']) expect(await ask(path, 'GET')).toBe(404);
      expect(seen).toHaveLength(before);
    });
  }
});

const systemd = has('systemd-analyze', '--version');
it.skipIf(!systemd)(systemd ? 'meeting-bot.service' : 'meeting-bot.service (no systemd-analyze)', () => {
  const dir = tempDir('unit');
  const unit = join(dir, 'meeting-bot.service');
  // The user and the folders are the reader's; the rest stands as it is.
  writeFileSync(unit, text('meeting-bot.service').replace('/usr/bin/node', process.execPath).replace('User=meeting-bot', 'User=root'));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  expect(stderr.split('\n').filter((line) => line.includes('meeting-bot'))).toEqual([]);
  expect(status).toBe(0);
});

describe('Containerfile', () => {
  const steps = text('Containerfile')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => line.split(' '));
  const last = steps.slice(steps.findLastIndex(([word]) => word === 'FROM'));
  const of = (word: string, among = steps): string[][] => among.filter(([first]) => first === word);

  it('builds in one stage and runs in another, on a Node that we support', () => {
    expect(of('FROM')).toHaveLength(2);
    for (const [, image] of of('FROM')) expect(Number(/^node:(\d+)-/.exec(image!)![1])).toBeGreaterThanOrEqual(20);
  });

  it('runs as nobody in particular, and is asked whether it lives', () => {
    expect(of('USER', last)).toEqual([['USER', 'node']]);
    expect(of('HEALTHCHECK', last).join(' ')).toContain('/healthz');
    expect(of('CMD', last).at(-1)!.join(' ')).toBe('CMD ["node", "dist/main.js"]');
    const orders = last.map(([word]) => word);
    expect(orders.indexOf('USER')).toBeGreaterThan(orders.lastIndexOf('RUN'));
  });

  it('takes only what is there', () => {
    const taken = of('COPY').flatMap((step) => (step[1]!.startsWith('--from') ? [] : step.slice(1, -1)));
    expect(taken.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    const made = of('COPY', last).flatMap((step) => step.slice(2, -1).map((file) => file.replace('/bot/', '')));
    expect(made.sort()).toEqual(['app.manifest.json', 'dist', 'node_modules', 'package.json']);
  });

  const engine = ['podman', 'docker'].find((one) => has(one, 'info'));
  it(engine ? `is built by ${engine}` : 'is not built here, no container engine runs; its steps are run by test/docs/clone.test.ts', () => {
    if (!engine) return;
    const built = spawnSync(engine, ['build', '-f', 'src/app/deploy/Containerfile', '-t', 'meeting-bot-test', '.'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(built.status, built.stderr).toBe(0);
  }, 600_000);
});
